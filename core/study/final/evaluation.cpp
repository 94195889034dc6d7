#include "study/final/evaluation.h"

#include <numeric>

#include "base/error.h"
#include "data/dataset.h"
#include "study/completion.h"
#include "study/data/study_sounds.h"
#include "study/trial.h"
#include "train/metrics.h"
#include "train/trainer.h"

namespace kinglet::study {
namespace {

std::vector<float> score(const StudyStore& store, const Trial& trial, data::FeatureStore& features,
                         std::span<const int> clips) {
  const auto weights = store.weights(trial.number);
  if (!weights) throw noWeights(trial);
  const auto set = features.features(train::frontEndOf(trial.candidate.input));
  return train::scoreClips(trial.candidate.input, trial.candidate.network, *weights, *set, clips,
                           features.dataset().multiLabel);
}

// On those of the clips that can be read.
train::Metrics judged(const StudyStore& store, const Trial& trial, data::FeatureStore& features,
                      std::span<const int> wanted) {
  const data::Dataset& dataset = features.dataset();
  const auto clips = data::withFeatures(*features.features(train::frontEndOf(trial.candidate.input)), wanted);
  if (clips.empty())
    throw base::Error("none of the clips to judge on can be read; check the data set %1", dataset.name);
  const std::vector<float> scores = score(store, trial, features, clips);
  std::vector<std::vector<int>> labels;
  for (const int clip : clips) labels.push_back(dataset.clips[static_cast<std::size_t>(clip)].labels);
  return train::computeMetrics(scores, labels, static_cast<int>(dataset.classes.size()));
}

}  // namespace

std::vector<float> scoreTrial(const StudyStore& store, const Trial& trial, data::FeatureStore& features,
                              std::span<const int> clips) {
  requireSounds(store, features.dataset());
  return score(store, trial, features, clips);
}

train::Metrics openTestFold(StudyStore& store, const Trial& trial, data::FeatureStore& features) {
  const data::Dataset& dataset = features.dataset();
  requireSounds(store, dataset);
  const data::Split split = splitOf(store.settings(), dataset);
  if (split.test.empty())
    throw base::Error("of the clips that the study keeps for the test none is left in %1", dataset.name);
  const train::Metrics metrics = judged(store, trial, features, split.test);
  store.saveTest(trial.number, metrics);
  return metrics;
}

base::Error noWeights(const Trial& trial) {
  switch (trial.state) {
    case TrialState::stoppedEarly:
      return base::Error("trial %1 was stopped early and has no weights; choose one that finished",
                         trial.number);
    case TrialState::failed:
    case TrialState::bad:
      return base::Error("trial %1 failed and has no weights; choose one that finished", trial.number);
    case TrialState::running:
    case TrialState::preempted:
      return base::Error("trial %1 has not ended and has no weights; choose one that finished", trial.number);
    case TrialState::finished:
      break;
  }
  return base::Error("the study has no weights of trial %1; choose another one that finished", trial.number);
}

train::Metrics judgeOnOthers(const StudyStore& store, const Trial& trial, data::FeatureStore& features) {
  std::vector<int> clips(features.dataset().clips.size());
  std::iota(clips.begin(), clips.end(), 0);
  return judged(store, trial, features, clips);
}

}  // namespace kinglet::study
