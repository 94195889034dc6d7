#include "deploy/int8.h"

#include <cstdio>

#include "base/error.h"
#include "deploy/calibration.h"
#include "deploy/fine_tune.h"
#include "train/loss.h"
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

std::string points(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
  return text;
}

}  // namespace

std::vector<float> scoreClips(const Model& model, const QuantizedGraph& network,
                              const data::FeatureSet& features, std::span<const int> clips) {
  const int frames = model.network.input().h, classes = static_cast<int>(model.network.output().elements());
  const auto normalisation = train::Normalisation::of(model.weights);
  std::vector<float> scores(clips.size() * static_cast<std::size_t>(classes), 0.0f),
      window(model.network.input().elements());
  for (std::size_t row = 0; row < clips.size(); ++row) {
    const auto clip = features.clip(clips[row]);
    const auto firsts = train::evaluationWindows(clip.frames, frames);
    for (const int first : firsts) {
      train::cutWindow(clip, first, frames, normalisation, window);
      auto logits = runQuantized(network, window);
      train::toProbabilities(logits, classes, model.multiLabel);
      for (int c = 0; c < classes; ++c)
        scores[row * classes + c] += logits[c] / static_cast<float>(firsts.size());
    }
  }
  return scores;
}

Int8Network makeInt8(const Model& model, const Sounds& sounds,
                     const std::function<void(const std::string&)>& progress) {
  const auto say = [&](const std::string& line) {
    if (progress) progress(line);
  };
  const auto calibration = windowsOf(model, *sounds.features, sounds.train, kCalibrationWindows);
  const Graph graph = buildGraph(model);
  say("calibrating on " + std::to_string(calibration.size()) + " windows of training clips");
  Int8Network result{quantize(graph, calibration), {}, {}, {}, false};
  if (sounds.validation.empty()) return result;
  result.real = metricsOf(sounds, train::scoreClips(model.input, model.network, model.weights,
                                                    *sounds.features, sounds.validation, model.multiLabel));
  const auto judge = [&](const QuantizedGraph& network) {
    return metricsOf(sounds, scoreClips(model, network, *sounds.features, sounds.validation));
  };
  result.calibrated = result.integer = judge(result.network);
  say("float " + points(result.real.accuracy) + ", int8 " + points(result.integer.accuracy));
  if (100 * (result.real.accuracy - result.integer.accuracy) <= kLargestDrop) return result;
  say("training on with the quantisation in the loop");
  const Graph tuned = fineTuned(model, result.network, sounds);
  QuantizedGraph network = quantize(tuned, calibration);
  const train::Metrics metrics = judge(network);
  say("int8 after fine-tuning " + points(metrics.accuracy));
  if (metrics.accuracy <= result.integer.accuracy) return result;
  result.network = std::move(network);
  result.integer = metrics;
  result.fineTuned = true;
  return result;
}

}  // namespace kinglet::deploy
