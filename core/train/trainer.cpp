#include "train/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "base/error.h"
#include "train/averaging.h"
#include "train/engine/engine.h"
#include "train/evaluate.h"
#include "train/loss.h"
#include "train/optimiser.h"
#include "train/teaching.h"
#include "train/torch_errors.h"
#include "train/windows.h"

namespace kinglet::train {
namespace {

// Seeds of what one training draws, so that none depends on how much another drew.
enum Draw : std::uint64_t { kWeights = 1, kOrder = 2, kBatches = 3 };

// Probabilities of judged clips, and what they are.
struct Judged {
  std::vector<float> scores;
  std::vector<std::vector<int>> labels;
};

// One training. The order of work within a step: batch, forward, loss, backward, update.
class Training {
 public:
  // task: its clips and seed are not looked at. progress: share of an epoch.
  Training(const TrainTask& task, const TrainTask::Part& part, std::uint64_t seed,
           std::function<void(int epoch, double share)> progress, const std::stop_token& stop)
      : task_(task),
        part_(part),
        seed_(seed),
        progress_(std::move(progress)),
        stop_(stop),
        clips_(readable(task, part.train)),
        normalisation_(Normalisation::of(*task.features, clips_)),
        weightsRandom_(base::seedFor(seed, kWeights)),
        parameters_(task.network, weightsRandom_),
        optimiser_(parameters_.trainable(), parameters_.decaying()),
        average_(parameters_, task.recipe.averaging) {
    const long shown = static_cast<long>(clips_.size()) * windowsPerClip();
    batches_ = std::max(1L, std::lround(static_cast<double>(shown) / task_.recipe.batch));
    largest_ = (shown + batches_ - 1) / batches_;
    shares_ = shares();
    engine_.emplace(task_.network, parameters_, largest_, true);
    const auto clips = static_cast<std::size_t>(largest_);
    input_.resize(clips * static_cast<std::size_t>(task_.network.input().elements()));
    targets_.resize(clips * classes());
    gradient_.resize(clips * classes());
  }

  // Gives the mean loss.
  double trainEpoch(int epoch) {
    const std::vector<int> order = orderOf(epoch);
    const long shown = static_cast<long>(order.size());
    double sum = 0;
    for (long batch = 0; batch < batches_ && !stop_.stop_requested(); ++batch) {
      const long first = shown * batch / batches_, last = shown * (batch + 1) / batches_;
      const long step = (epoch - 1) * batches_ + batch;
      base::Random random(base::seedFor(seed_, kBatches, static_cast<std::uint64_t>(step)));
      fillBatch({order.data() + first, static_cast<std::size_t>(last - first)}, random);
      sum += trainStep(last - first, step) * static_cast<double>(last - first);
      if (!std::isfinite(sum))
        throw base::Error(
            "Training diverged in epoch %1 (the loss is no longer a number): choose a lower learning rate.",
            epoch);
      progress_(epoch, static_cast<double>(batch + 1) / static_cast<double>(batches_));
    }
    return sum / static_cast<double>(shown);
  }

  void judge(Judged& judged) {
    if (part_.validation.empty()) return;
    const auto scores = scoreWith(*engine_, average_.parameters(), largest_, *task_.features, normalisation_,
                                  part_.validation, task_.dataset->multiLabel, stop_);
    judged.scores.insert(judged.scores.end(), scores.begin(), scores.end());
    for (const int clip : part_.validation)
      judged.labels.push_back(task_.dataset->clips[static_cast<std::size_t>(clip)].labels);
  }

  Weights weights() const {
    Weights weights = average_.parameters().weights();
    normalisation_.addTo(weights);
    return weights;
  }

 private:
  static std::vector<int> readable(const TrainTask& task, std::span<const int> wanted) {
    std::vector<int> clips;
    for (const int clip : wanted) {
      if (task.features->clip(clip).frames > 0) clips.push_back(clip);
    }
    if (clips.empty())
      throw base::Error("There is no readable clip to train on: check the data set and its folds.");
    return clips;
  }

  std::size_t classes() const { return task_.dataset->classes.size(); }

  // Few clips are shown often, many once: steps are what a short schedule lacks.
  int windowsPerClip() const {
    constexpr int kEnough = 4000;  // windows an epoch
    const int most = std::max(1, kEnough / static_cast<int>(clips_.size()));
    return std::clamp(task_.recipe.windowsPerClip, 1, most);
  }

  // How often a clip is shown, 1 on average: more where its rarest class is rare.
  std::vector<double> shares() const {
    std::vector<double> occurs(classes(), 0);
    const auto& clips = task_.dataset->clips;
    for (const int clip : clips_)
      for (const int label : clips[static_cast<std::size_t>(clip)].labels)
        ++occurs[static_cast<std::size_t>(label)];
    std::vector<double> shares;
    double sum = 0;
    for (const int clip : clips_) {
      double rarest = static_cast<double>(clips_.size());
      for (const int label : clips[static_cast<std::size_t>(clip)].labels)
        rarest = std::min(rarest, occurs[static_cast<std::size_t>(label)]);
      shares.push_back(std::pow(1 / rarest, task_.recipe.balance));
      sum += shares.back();
    }
    for (double& share : shares) share *= static_cast<double>(clips_.size()) / sum;
    return shares;
  }

  // Every clip windowsPerClip times, as its share asks. A clip of share 1 comes back only after all others
  // came.
  std::vector<int> orderOf(int epoch) const {
    base::Random random(base::seedFor(seed_, kOrder, static_cast<std::uint64_t>(epoch)));
    std::vector<int> order, places(clips_.size());
    for (int pass = windowsPerClip(); pass > 0; --pass) {
      std::iota(places.begin(), places.end(), 0);
      random.shuffle(std::span<int>(places));
      // Systematic sampling: exactly as many windows as clips, each clip within one of its share.
      const auto first = static_cast<std::ptrdiff_t>(order.size());
      const double start = random.uniform();
      double reached = start;
      std::size_t shown = 0;
      for (const int place : places) {
        reached += shares_[static_cast<std::size_t>(place)];
        const bool last = place == places.back();
        const std::size_t until =
            last ? clips_.size() : std::min(clips_.size(), static_cast<std::size_t>(reached + 1e-9));
        for (; shown < until; ++shown) order.push_back(clips_[static_cast<std::size_t>(place)]);
      }
      random.shuffle(std::span<int>(order.begin() + first, order.end()));
    }
    return order;
  }

  int windowOf(int clip, const data::FeatureView& features, base::Random& random) {
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
  int fillWindow(int clip, std::span<float> window, base::Random& random) {
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
      const auto other = task_.features->clip(
          clips_[static_cast<std::size_t>(random.below(static_cast<int>(clips_.size())))]);
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
  void listen(int clip, int first, std::span<float> targets) const {
    const double middle = (first + task_.network.input().h / 2.0) * task_.input.hopMs / 1000;
    const auto said = task_.teaching->at(clip, middle);
    const auto share = static_cast<float>(task_.recipe.distillation);
    for (std::size_t c = 0; c < said.size(); ++c) targets[c] += share * (said[c] - targets[c]);
  }

  void fillBatch(std::span<const int> clips, base::Random& random) {
    const auto size = static_cast<std::size_t>(task_.network.input().elements());
    const Recipe& recipe = task_.recipe;
    const auto shape = task_.network.input();
    const auto window = [&](std::size_t i) { return std::span<float>(input_.data() + i * size, size); };
    for (std::size_t i = 0; i < clips.size(); ++i) {
      const int first = fillWindow(clips[i], window(i), random);
      fillTargets(task_.dataset->clips[static_cast<std::size_t>(clips[i])].labels, task_.dataset->multiLabel,
                  recipe.labelSmoothing, {targets_.data() + i * classes(), classes()});
      if (task_.teaching) listen(clips[i], first, {targets_.data() + i * classes(), classes()});
    }
    if (recipe.between > 0)
      mixSounds({input_.data(), clips.size() * size}, {targets_.data(), clips.size() * classes()},
                static_cast<int>(clips.size()), shape.w, recipe.between, random);
    for (std::size_t i = 0; i < clips.size(); ++i) {
      normalise(normalisation_, window(i));
      maskWindow(window(i), shape.h, shape.w, recipe, random);
    }
    if (recipe.mixup > 0)
      mixRows({input_.data(), clips.size() * size}, {targets_.data(), clips.size() * classes()},
              static_cast<int>(clips.size()), recipe.mixup, random);
  }

  double trainStep(long count, long step) {
    const auto clips = static_cast<std::size_t>(count);
    const std::size_t values = clips * classes();
    const auto shown =
        std::span<const float>(input_).first(clips * input_.size() / static_cast<std::size_t>(largest_));
    const auto logits = engine_->learn(parameters_, shown, count);
    const std::span<float> gradient(gradient_.data(), values);
    const double loss = lossAndGradient(logits, {targets_.data(), values}, static_cast<int>(classes()),
                                        task_.dataset->multiLabel, gradient);
    if (!std::isfinite(loss)) return loss;
    const Recipe& recipe = task_.recipe;
    const double rate = recipe.learningRate * oneCycle(step, batches_ * recipe.epochs, recipe.warmUp);
    optimiser_.step(parameters_.values(), engine_->backward(parameters_, gradient), rate, recipe.weightDecay);
    average_.follow();
    return loss;
  }

  const TrainTask& task_;
  const TrainTask::Part& part_;
  const std::uint64_t seed_;
  const std::function<void(int, double)> progress_;
  const std::stop_token& stop_;
  std::vector<int> clips_;
  Normalisation normalisation_;
  base::Random weightsRandom_;
  engine::Parameters parameters_;
  AdamW optimiser_;
  WeightAverage average_;
  std::optional<engine::Engine> engine_;
  long batches_ = 1, largest_ = 1;  // batches an epoch, clips of the largest
  std::vector<float> input_, targets_, gradient_, behind_;
  std::vector<double> shares_;              // of clips_
  std::unordered_map<int, float> loudest_;  // frame of a clip
};

// The trainings of a task, side by side: one, or one a part of the cross-validation.
class Trainings {
 public:
  Trainings(const TrainTask& task, const TrainObserver& observer, std::stop_token stop)
      : task_(task), observer_(observer), stop_(std::move(stop)), parts_{{task.train, task.validation}} {
    parts_.insert(parts_.end(), task.further.begin(), task.further.end());
    for (std::size_t i = 0; i < parts_.size(); ++i)
      all_.push_back(std::make_unique<Training>(
          task, parts_[i], i == 0 ? task.seed : base::seedFor(task.seed, i),
          [this, i](int epoch, double share) {
            if (observer_.progress) observer_.progress(epoch, (double(i) + share) / double(parts_.size()));
          },
          stop_));
  }

  TrainOutcome run() {
    TrainOutcome outcome;
    for (int epoch = 1; epoch <= task_.recipe.epochs; ++epoch) {
      const EpochReport report = runEpoch(epoch);
      if (stop_.stop_requested()) {
        outcome.cancelled = true;
        break;
      }
      outcome.validation = report.validation;
      outcome.curve.push_back(report);
      if (observer_.epochDone && observer_.epochDone(report) == Verdict::stop) {
        outcome.stoppedEarly = epoch < task_.recipe.epochs;
        break;
      }
    }
    outcome.weights = all_.front()->weights();
    return outcome;
  }

 private:
  EpochReport runEpoch(int epoch) {
    const auto started = std::chrono::steady_clock::now();
    EpochReport report;
    report.epoch = epoch;
    Judged judged;
    for (const auto& training : all_) {
      if (stop_.stop_requested()) return report;
      report.trainLoss += training->trainEpoch(epoch) / double(all_.size());
      if (!stop_.stop_requested()) training->judge(judged);
    }
    if (!judged.labels.empty() && !stop_.stop_requested()) {
      const int classes = static_cast<int>(task_.dataset->classes.size());
      report.validation = computeMetrics(judged.scores, judged.labels, classes);
      report.validation.loss =
          lossOfProbabilities(judged.scores, judged.labels, classes, task_.dataset->multiLabel);
    }
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return report;
  }

  const TrainTask& task_;
  const TrainObserver& observer_;
  const std::stop_token stop_;
  std::vector<TrainTask::Part> parts_;
  std::vector<std::unique_ptr<Training>> all_;
};

void check(const TrainTask& task) {
  if (!task.features || !task.dataset) throw base::Error("There are no features to train on.");
  const auto input = task.network.input();
  const auto outputs = task.network.layers().empty() ? 0 : task.network.output().elements();
  if (outputs != static_cast<long>(task.dataset->classes.size()))
    throw base::Error(
        "This network tells %1 classes apart and the data set has %2: build it for this data set.", outputs,
        task.dataset->classes.size());
  if (!(task.features->frontEnd() == frontEndOf(task.input)) ||
      input.elements() != task.input.shape().elements())
    throw base::Error("The features are not what this network hears: compute them with its own front end.");
}

}  // namespace

TrainOutcome trainNetwork(const TrainTask& task, const TrainObserver& observer, std::stop_token stop) {
  check(task);
  return inPlainWords(base::Message("train this network"),
                      [&] { return Trainings(task, observer, std::move(stop)).run(); });
}

}  // namespace kinglet::train
