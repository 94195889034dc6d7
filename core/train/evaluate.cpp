#include "train/evaluate.h"

#include <algorithm>

#include "base/error.h"
#include "train/loss.h"
#include "train/torch_errors.h"

namespace kinglet::train {
namespace {

struct Window {
  std::size_t row;  // of the scores
  int clip, first;
};

}  // namespace

std::vector<float> scoreWith(engine::Engine& engine, const engine::Parameters& parameters, long batch,
                             const data::FeatureSet& features, const Normalisation& normalisation,
                             std::span<const int> clips, bool multiLabel, std::stop_token stop) {
  const auto shape = engine.spec().input();
  const auto classes = static_cast<std::size_t>(engine.spec().output().elements());
  const auto size = static_cast<std::size_t>(shape.elements()), most = static_cast<std::size_t>(batch);

  std::vector<Window> windows;
  std::vector<float> weight(clips.size());  // one over a clip's windows
  for (std::size_t row = 0; row < clips.size(); ++row) {
    const auto firsts = evaluationWindows(features.clip(clips[row]), shape.h);
    for (const int first : firsts) windows.push_back({row, clips[row], first});
    weight[row] = 1.0f / static_cast<float>(firsts.size());
  }
  std::vector<float> scores(clips.size() * classes, 0.f);
  std::vector<float> input(std::min(most, windows.size()) * size), values;
  for (std::size_t from = 0; from < windows.size() && !stop.stop_requested(); from += most) {
    const std::size_t count = std::min(most, windows.size() - from);
    for (std::size_t i = 0; i < count; ++i) {
      cutWindow(features.clip(windows[from + i].clip), windows[from + i].first, shape.h, normalisation,
                {input.data() + i * size, size});
    }
    const auto logits = engine.infer(parameters, input, static_cast<long>(count));
    values.assign(logits.begin(), logits.end());
    toProbabilities(values, static_cast<int>(classes), multiLabel);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t row = windows[from + i].row;
      for (std::size_t c = 0; c < classes; ++c)
        scores[row * classes + c] += weight[row] * values[i * classes + c];
    }
  }
  return scores;
}

std::vector<float> scoreClips(const network::InputSpec& input, const network::NetworkSpec& network,
                              const Weights& weights, const data::FeatureSet& features,
                              std::span<const int> clips, bool multiLabel) {
  if (!(features.frontEnd() == frontEndOf(input)))
    throw base::Error(
        "These features were not computed as this network hears: compute them with its own front end.");
  return inPlainWords(base::Message("score these clips"), [&] {
    constexpr long kBatch = 32;
    const engine::Parameters parameters(network, weights);
    engine::Engine engine(network, parameters, kBatch, false);
    return scoreWith(engine, parameters, kBatch, features, Normalisation::of(weights), clips, multiLabel);
  });
}

}  // namespace kinglet::train
