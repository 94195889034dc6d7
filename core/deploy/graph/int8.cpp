#include "deploy/graph/int8.h"

#include "base/error.h"
#include "base/format.h"
#include "base/message.h"
#include "deploy/graph/calibration.h"
#include "deploy/graph/fine_tune.h"
#include "train/loss.h"
#include "train/trainer.h"
#include "train/windows.h"

namespace kinglet::deploy {
namespace {

// Enough that ranges no longer move; more costs time only.
constexpr int kCalibrationWindows = 200;

train::Metrics metricsOf(const Sounds& sounds, std::span<const float> scores) {
  std::vector<std::vector<int>> labels;
  for (const int clip : sounds.validation)
    labels.push_back(sounds.dataset->clips[static_cast<std::size_t>(clip)].labels);
  return train::computeMetrics(scores, labels, static_cast<int>(sounds.dataset->classes.size()));
}

}  // namespace

std::vector<float> scoreClips(const Model& model, const QuantizedGraph& network,
                              const data::FeatureSet& features, std::span<const int> clips,
                              const Progress& progress) {
  const int frames = model.network.input().h, classes = static_cast<int>(model.network.output().elements());
  const auto normalisation = train::Normalisation::of(model.weights);
  std::vector<float> scores(clips.size() * static_cast<std::size_t>(classes), 0.0f),
      window(model.network.input().elements());
  const base::Message what("int8 on %1 validation clips", clips.size());
  for (std::size_t row = 0; row < clips.size(); ++row) {
    progress.tell(what, static_cast<double>(row) / static_cast<double>(clips.size()));
    const auto clip = features.clip(clips[row]);
    const auto firsts = train::evaluationWindows(clip, frames);
    for (const int first : firsts) {
      train::cutWindow(clip, first, frames, normalisation, window);
      auto logits = runQuantized(network, window);
      train::toProbabilities(logits, classes, model.multiLabel);
      for (int c = 0; c < classes; ++c)
        scores[row * classes + c] += logits[c] / static_cast<float>(firsts.size());
    }
  }
  features.requireIntact();
  return scores;
}

Int8Network makeInt8(const Model& model, const Sounds& sounds, const Progress& progress) {
  // Shares of the time, fine-tuning included.
  constexpr double kReal = 0.05, kCalibrated = 0.25, kJudged = 0.4, kTuned = 0.75, kAgain = 0.9;
  const auto calibration = windowsOf(model, *sounds.features, sounds.train, kCalibrationWindows);
  const Graph graph = buildGraph(model);
  Int8Network result;
  if (!sounds.validation.empty()) {
    progress.tell(base::Message("float on %1 validation clips", sounds.validation.size()), 0);
    result.real = metricsOf(sounds, train::scoreClips(model.input, model.network, model.weights,
                                                      *sounds.features, sounds.validation, model.multiLabel));
  }
  result.network = quantize(graph, calibration, progress.part(kReal, kCalibrated));
  if (sounds.validation.empty()) return result;
  const auto judge = [&](const QuantizedGraph& network, const Progress& part) {
    return metricsOf(sounds, scoreClips(model, network, *sounds.features, sounds.validation, part));
  };
  result.calibrated = result.integer = judge(result.network, progress.part(kCalibrated, kJudged));
  const auto real = base::figure(base::percent(result.real.accuracy)),
             integer = base::figure(base::percent(result.integer.accuracy));
  progress.tell(base::Message("float %1, int8 %2", real, integer), kJudged);
  if (100 * (result.real.accuracy - result.integer.accuracy) <= kLargestDrop) return result;
  const Graph tuned = fineTuned(model, result.network, sounds, progress.part(kJudged, kTuned));
  QuantizedGraph network = quantize(tuned, calibration, progress.part(kTuned, kAgain));
  const train::Metrics metrics = judge(network, progress.part(kAgain, 1));
  progress.tell(base::Message("float %1, int8 %2, fine-tuned %3", real, integer,
                              base::figure(base::percent(metrics.accuracy))),
                1);
  if (metrics.accuracy <= result.integer.accuracy) return result;
  result.network = std::move(network);
  result.integer = metrics;
  result.fineTuned = true;
  return result;
}

}  // namespace kinglet::deploy
