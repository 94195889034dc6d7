#include "train/batch_maker.h"

#include <cmath>

#include "train/teaching.h"

namespace kinglet::train {

BatchMaker::BatchMaker(const TrainTask& task, std::span<const int> clips, const Normalisation& normalisation)
    : task_(task), clips_(clips), normalisation_(normalisation) {}

int BatchMaker::windowOf(int clip, const data::FeatureView& features, base::Random& random) {
  const int frames = task_.network.input().h;
  const Recipe& recipe = task_.recipe;
  int first = randomWindow(features.frames, frames, recipe.timeShift, random);
  if (recipe.quietDb <= 0) return first;
  constexpr int kTries = 8;
  const auto [known, isNew] = loudest_.try_emplace(clip, 0.f);
  if (isNew) known->second = loudestFrame(features, 0, features.frames);
  const auto least = static_cast<float>(known->second - recipe.quietDb * kLogPowerPerDb);
  for (int i = 1; i < kTries && loudestFrame(features, first, frames) < least; ++i)
    first = randomWindow(features.frames, frames, recipe.timeShift, random);
  return first;
}

// One clip's window, and what lies behind it; gives where it begins.
int BatchMaker::fillWindow(int clip, std::span<float> window, base::Random& random) {
  const auto shape = task_.network.input();
  const Recipe& recipe = task_.recipe;
  const auto features = task_.features->clip(clip);
  const auto gain = static_cast<float>(recipe.gainDb * kLogPowerPerDb * (2 * random.uniform() - 1));
  const int first = windowOf(clip, features, random);
  if (recipe.speed > 0) {
    const double speed = std::pow(1 + recipe.speed, random.uniform(-1, 1));
    cutPlayed(features, task_.features->frontEnd(), first, shape.h, gain, speed, window);
  } else {
    cutFrames(features, first, shape.h, gain, window);
  }
  if (recipe.noise > 0 && random.uniform() < recipe.noise) {
    const auto other =
        task_.features->clip(clips_[static_cast<std::size_t>(random.below(static_cast<int>(clips_.size())))]);
    const int behind = randomWindow(other.frames, shape.h, 0, random);
    const double down = (recipe.noiseDb + 20 * random.uniform()) * kLogPowerPerDb;
    const double level =
        loudestFrame(features, 0, features.frames) - loudestFrame(other, 0, other.frames) - down;
    behind_.resize(window.size());
    cutFrames(other, behind, shape.h, static_cast<float>(level), behind_);
    layUnder(behind_, window);
  }
  if (recipe.equaliserDb > 0) equalise(window, shape.w, recipe.equaliserDb, random);
  return first;
}

// Targets become in part what the teachers say of the window's middle.
void BatchMaker::listen(int clip, int first, std::span<float> targets) const {
  const double middle = (first + task_.network.input().h / 2.0) * task_.input.hopMs / 1000;
  const auto said = task_.teaching->at(clip, middle);
  const auto share = static_cast<float>(task_.recipe.distillation);
  for (std::size_t c = 0; c < said.size(); ++c) targets[c] += share * (said[c] - targets[c]);
}

std::vector<int> BatchMaker::fill(std::span<const int> clips, base::Random& random, std::span<float> inputs,
                                  std::span<float> targets) {
  const auto shape = task_.network.input();
  const Recipe& recipe = task_.recipe;
  const auto size = static_cast<std::size_t>(shape.elements()), classes = task_.dataset->classes.size();
  inputs = inputs.first(clips.size() * size);
  targets = targets.first(clips.size() * classes);
  std::vector<int> firsts;
  firsts.reserve(clips.size());
  for (std::size_t i = 0; i < clips.size(); ++i) {
    firsts.push_back(fillWindow(clips[i], inputs.subspan(i * size, size), random));
    const auto target = targets.subspan(i * classes, classes);
    fillTargets(task_.dataset->clips[static_cast<std::size_t>(clips[i])].labels, task_.dataset->multiLabel,
                recipe.labelSmoothing, target);
    if (task_.teaching) listen(clips[i], firsts.back(), target);
  }
  const int batch = static_cast<int>(clips.size());
  if (recipe.between > 0) mixSounds(inputs, targets, batch, shape.w, recipe.between, random);
  for (std::size_t i = 0; i < clips.size(); ++i) {
    normalise(normalisation_, inputs.subspan(i * size, size));
    maskWindow(inputs.subspan(i * size, size), shape.h, shape.w, recipe, random);
  }
  if (recipe.mixup > 0) mixRows(inputs, targets, batch, recipe.mixup, random);
  return firsts;
}

}  // namespace kinglet::train
