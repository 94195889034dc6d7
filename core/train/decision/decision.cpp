#include "train/decision/decision.h"

#include <algorithm>
#include <cmath>

#include "base/cancelled.h"
#include "base/error.h"
#include "train/engine/engine.h"
#include "train/evaluate.h"
#include "train/loss.h"
#include "train/torch_errors.h"
#include "train/windows.h"

namespace kinglet::train {
namespace {

constexpr long kBatch = 32;  // as scoreClips(), so that the bits are the same

std::vector<int> windowsAlong(const data::FeatureView& clip, int frames, const std::vector<int>& judged) {
  const int room = std::max(0, clip.frames - frames);
  const int step = std::max({1, frames / 8, room / Decider::kMostSteps});
  std::vector<int> firsts = judged;
  for (int first = 0; first < room; first += step) firsts.push_back(first);
  firsts.push_back(room);
  std::sort(firsts.begin(), firsts.end());
  firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
  return firsts;
}

}  // namespace

void logOddsSlopes(std::span<const float> logits, int ofClass, bool multiLabel, std::span<float> out) {
  const auto own = static_cast<std::size_t>(ofClass);
  std::fill(out.begin(), out.end(), 0.f);
  if (multiLabel) {
    out[own] = 1;
    return;
  }
  if (logits.size() < 2) return;  // always certain
  // log(p / (1 - p)) = z - log of the others' sum of exponentials.
  float top = -INFINITY;
  for (std::size_t c = 0; c < logits.size(); ++c)
    if (c != own) top = std::max(top, logits[c]);
  double sum = 0;
  for (std::size_t c = 0; c < logits.size(); ++c)
    if (c != own) sum += std::exp(static_cast<double>(logits[c] - top));
  for (std::size_t c = 0; c < logits.size(); ++c)
    out[c] = c == own ? 1.f : static_cast<float>(-std::exp(static_cast<double>(logits[c] - top)) / sum);
}

struct Decider::Impl {
  Impl(const network::InputSpec& input, const network::NetworkSpec& network, const Weights& weights,
       bool several)
      : frontEnd(frontEndOf(input)),
        spec(network),
        parameters(network, weights),
        normalisation(Normalisation::of(weights)),
        engine(network, parameters, kBatch, false),
        multiLabel(several) {}

  void require(const data::FeatureSet& features) const {
    if (!(features.frontEnd() == frontEnd))
      throw base::Error(
          "These features were not computed as this network hears: compute them with its own front end.");
  }

  const audio::FrontEndParams frontEnd;
  const network::NetworkSpec spec;
  const engine::Parameters parameters;
  const Normalisation normalisation;
  engine::Engine engine;
  std::optional<engine::Engine> feeling;  // the same with gradients, a window at a time; made when asked for
  const bool multiLabel;
};

Decider::Decider(const network::InputSpec& input, const network::NetworkSpec& network, const Weights& weights,
                 bool multiLabel)
    : impl_(inPlainWords(base::Message("score these clips"),
                         [&] { return std::make_unique<Impl>(input, network, weights, multiLabel); })) {}

Decider::~Decider() = default;

std::vector<float> Decider::answers(const data::FeatureSet& features, std::span<const int> clips,
                                    std::stop_token stop) {
  impl_->require(features);
  auto scores = scoreWith(impl_->engine, impl_->parameters, kBatch, features, impl_->normalisation, clips,
                          impl_->multiLabel, std::move(stop));
  features.requireIntact();
  return scores;
}

Decision Decider::decide(const data::FeatureSet& features, int clip, std::stop_token stop) {
  const int only[] = {clip};
  Decision decision;
  decision.answer = answers(features, only, stop);
  const auto shape = impl_->spec.input();
  const auto size = static_cast<std::size_t>(shape.elements());
  const data::FeatureView view = features.clip(clip);
  const auto judged = evaluationWindows(view, shape.h);
  decision.windowFrames = shape.h;
  decision.classes = static_cast<int>(decision.answer.size());
  decision.firsts = windowsAlong(view, shape.h, judged);
  for (const int first : decision.firsts)
    decision.counted.push_back(std::binary_search(judged.begin(), judged.end(), first));
  std::vector<float> input(static_cast<std::size_t>(kBatch) * size);
  for (std::size_t from = 0; from < decision.firsts.size(); from += kBatch) {
    if (stop.stop_requested()) throw base::Cancelled();
    const std::size_t count = std::min<std::size_t>(kBatch, decision.firsts.size() - from);
    for (std::size_t i = 0; i < count; ++i)
      cutWindow(view, decision.firsts[from + i], shape.h, impl_->normalisation,
                {input.data() + i * size, size});
    const auto logits = impl_->engine.infer(impl_->parameters, input, static_cast<long>(count));
    decision.probabilities.insert(decision.probabilities.end(), logits.begin(), logits.end());
  }
  toProbabilities(decision.probabilities, decision.classes, impl_->multiLabel);
  features.requireIntact();
  return decision;
}

std::vector<float> Decider::saliency(const data::FeatureSet& features, int clip, int ofClass,
                                     std::stop_token stop) {
  impl_->require(features);
  if (!impl_->feeling) {
    inPlainWords(base::Message("score these clips"), [&] {
      impl_->feeling.emplace(impl_->spec, impl_->parameters, 1, true);
      return 0;
    });
  }
  const auto shape = impl_->spec.input();
  const data::FeatureView view = features.clip(clip);
  const auto judged = evaluationWindows(view, shape.h);
  const auto mels = static_cast<std::size_t>(view.mels);
  std::vector<float> map(static_cast<std::size_t>(view.frames) * mels, 0.f);
  std::vector<float> window(static_cast<std::size_t>(shape.elements()));
  std::vector<float> down(static_cast<std::size_t>(impl_->spec.output().elements()));
  const float share = 1 / static_cast<float>(judged.size());
  for (const int first : judged) {
    if (stop.stop_requested()) throw base::Cancelled();
    cutWindow(view, first, shape.h, impl_->normalisation, window);
    logOddsSlopes(impl_->feeling->infer(impl_->parameters, window, 1), ofClass, impl_->multiLabel, down);
    const auto slopes = impl_->feeling->inputSlopes(impl_->parameters, down);
    const auto heard = static_cast<std::size_t>(std::clamp(view.frames - first, 0, shape.h));
    float* to = map.data() + static_cast<std::size_t>(first) * mels;
    for (std::size_t i = 0; i < heard * mels; ++i) to[i] += share * slopes[i] * window[i];
  }
  features.requireIntact();
  return map;
}

}  // namespace kinglet::train
