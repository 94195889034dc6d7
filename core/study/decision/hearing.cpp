#include "study/decision/hearing.h"

#include "base/error.h"
#include "study/completion.h"
#include "study/data/study_sounds.h"
#include "study/final/evaluation.h"

namespace kinglet::study {

std::vector<Heard> heardOf(const Settings& settings, const data::Dataset& dataset, bool testOpen) {
  std::vector<Heard> heard(dataset.clips.size(), Heard::learnt);
  const data::Split split = splitOf(settings, dataset);
  for (const int clip : split.validation) heard[static_cast<std::size_t>(clip)] = Heard::held;
  for (const int clip : split.test)
    heard[static_cast<std::size_t>(clip)] = testOpen ? Heard::opened : Heard::closed;
  return heard;
}

std::unique_ptr<train::Decider> deciderOf(const StudyStore& store, const Trial& trial,
                                          const data::FeatureStore& features) {
  requireSounds(store, features.dataset());
  const auto weights = store.weights(trial.number);
  if (!weights) throw noWeights(trial);
  return std::make_unique<train::Decider>(trial.candidate.input, trial.candidate.network, *weights,
                                          features.dataset().multiLabel);
}

train::TrainTask trainingOf(const Settings& settings, const Trial& trial, data::FeatureStore& features,
                            std::stop_token stop) {
  train::TrainTask task;
  task.input = trial.candidate.input;
  task.network = trial.candidate.network;
  task.features = features.features(train::frontEndOf(task.input), std::move(stop));
  task.dataset = &features.dataset();
  task.train = splitOf(settings, features.dataset()).train;
  task.recipe = settings.recipe;
  return task;
}

}  // namespace kinglet::study
