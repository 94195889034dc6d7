#include "app/window/test_evaluation.h"

#include "base/error.h"

namespace kinglet::window {

train::Metrics evaluateOnTest(study::StudyStore& store, data::FeatureStore& sounds,
                              const study::Settings& settings, const study::Trial& trial,
                              std::stop_token stop) {
  const auto weights = store.weights(trial.number);
  if (!weights)
    throw base::Error("This candidate keeps no weights: only candidates that trained to the end do.");
  const auto& dataset = sounds.dataset();
  const auto clips = study::splitOf(settings, dataset).test;
  if (clips.empty()) throw base::Error("The test fold holds no clips.");
  const auto features = sounds.features(train::frontEndOf(trial.candidate.input), stop);
  const auto scores = train::scoreClips(trial.candidate.input, trial.candidate.network, *weights, *features,
                                        clips, dataset.multiLabel);
  std::vector<std::vector<int>> labels;
  for (const int clip : clips) labels.push_back(dataset.clips[clip].labels);
  return train::computeMetrics(scores, labels, static_cast<int>(dataset.classes.size()));
}

}  // namespace kinglet::window
