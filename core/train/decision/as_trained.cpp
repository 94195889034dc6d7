#include "train/decision/as_trained.h"

#include "base/error.h"
#include "base/random.h"
#include "train/batch_maker.h"

namespace kinglet::train {

AsTrained asTrained(const TrainTask& task, int clip, std::uint64_t seed) {
  const int only[] = {clip};
  const std::vector<int> clips = data::withFeatures(*task.features, task.train);
  if (clips.empty() || data::withFeatures(*task.features, only).empty())
    throw base::Error("this clip cannot be read, so it is not trained on");
  const auto normalisation = Normalisation::of(*task.features, clips);
  BatchMaker maker(task, clips, normalisation);
  base::Random random(seed);
  std::vector<int> batch{clip};
  while (static_cast<int>(batch.size()) < task.recipe.batch)
    batch.push_back(clips[static_cast<std::size_t>(random.below(static_cast<int>(clips.size())))]);
  const auto shape = task.network.input();
  const auto size = static_cast<std::size_t>(shape.elements()), classes = task.dataset->classes.size();
  std::vector<float> inputs(batch.size() * size), targets(batch.size() * classes);
  AsTrained shown;
  shown.first = maker.fill(batch, random, inputs, targets).front();
  shown.frames = shape.h;
  shown.values.assign(inputs.begin(), inputs.begin() + static_cast<std::ptrdiff_t>(size));
  shown.targets.assign(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(classes));
  const std::size_t mels = normalisation.mean.size();
  for (std::size_t i = 0; i < size; ++i)
    shown.values[i] = shown.values[i] * normalisation.deviation[i % mels] + normalisation.mean[i % mels];
  task.features->requireIntact();
  return shown;
}

}  // namespace kinglet::train
