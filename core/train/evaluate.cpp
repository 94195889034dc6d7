#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

#include "base/error.h"
#include "train/evaluate_torch.h"
#include "train/loss.h"
#include "train/torch_errors.h"

namespace kinglet::train {
namespace {

constexpr std::size_t kBatch = 64;

struct Window {
  std::size_t row;  // of the scores
  int clip, first;
};

}  // namespace

std::vector<float> scoreWith(TorchNetwork& network, const data::FeatureSet& features,
                             const Normalisation& normalisation, std::span<const int> clips, bool multiLabel,
                             std::stop_token stop) {
  const c10::InferenceMode inference;
  const auto shape = network.spec().input();
  const auto classes = static_cast<std::size_t>(network.spec().output().elements());
  const auto size = static_cast<std::size_t>(shape.elements());

  std::vector<Window> windows;
  std::vector<float> weight(clips.size());  // one over a clip's windows
  for (std::size_t row = 0; row < clips.size(); ++row) {
    const auto firsts = evaluationWindows(features.clip(clips[row]).frames, shape.h);
    for (const int first : firsts) windows.push_back({row, clips[row], first});
    weight[row] = 1.0f / static_cast<float>(firsts.size());
  }
  std::vector<float> scores(clips.size() * classes, 0.f);
  at::Tensor input =
      at::empty({static_cast<int64_t>(std::min(kBatch, windows.size())), shape.h, shape.w, shape.c});
  for (std::size_t from = 0; from < windows.size() && !stop.stop_requested(); from += kBatch) {
    const std::size_t count = std::min(kBatch, windows.size() - from);
    for (std::size_t i = 0; i < count; ++i) {
      cutWindow(features.clip(windows[from + i].clip), windows[from + i].first, shape.h, normalisation,
                {input.data_ptr<float>() + i * size, size});
    }
    at::Tensor logits = network.forward(input.narrow(0, 0, static_cast<int64_t>(count)), false).contiguous();
    const std::span<float> values(logits.data_ptr<float>(), count * classes);
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
  return inPlainWords("score these clips", [&] {
    at::set_num_threads(1);
    TorchNetwork folded = TorchNetwork(network, weights).folded();
    return scoreWith(folded, features, Normalisation::of(weights), clips, multiLabel);
  });
}

}  // namespace kinglet::train
