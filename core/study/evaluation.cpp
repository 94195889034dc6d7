#include "study/evaluation.h"

namespace kinglet::study {

std::vector<float> scoreTrial(const StudyStore& store, const Trial& trial, data::FeatureStore& features,
                              std::span<const int> clips) {
  requireSameData(store.settings(), features.dataset());
  const auto weights = store.weights(trial.number);
  if (!weights) throw noWeights(trial);
  const auto set = features.features(train::frontEndOf(trial.candidate.input));
  return train::scoreClips(trial.candidate.input, trial.candidate.network, *weights, *set, clips,
                           features.dataset().multiLabel);
}

train::Metrics openTestFold(StudyStore& store, const Trial& trial, data::FeatureStore& features) {
  const data::Dataset& dataset = features.dataset();
  const data::Split split = splitOf(store.settings(), dataset);
  const std::vector<float> scores = scoreTrial(store, trial, features, split.test);
  std::vector<std::vector<int>> labels;
  for (const int clip : split.test) labels.push_back(dataset.clips[static_cast<std::size_t>(clip)].labels);
  const train::Metrics metrics =
      train::computeMetrics(scores, labels, static_cast<int>(dataset.classes.size()));
  store.saveTest(trial.number, metrics);
  return metrics;
}

base::Error noWeights(const Trial& trial) {
  switch (trial.state) {
    case TrialState::stoppedEarly:
      return base::Error("trial %1 was stopped early and has no weights; choose one that finished",
                         trial.number);
    case TrialState::failed:
      return base::Error("trial %1 failed and has no weights; choose one that finished", trial.number);
    case TrialState::running:
    case TrialState::cancelled:
      return base::Error("trial %1 has not ended and has no weights; choose one that finished", trial.number);
    case TrialState::finished:
      break;
  }
  return base::Error("the study has no weights of trial %1; choose another one that finished", trial.number);
}

}  // namespace kinglet::study
