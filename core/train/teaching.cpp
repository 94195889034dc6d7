#include "train/teaching.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "train/engine/engine.h"
#include "train/loss.h"
#include "train/torch_errors.h"
#include "train/windows.h"

namespace kinglet::train {
namespace {

constexpr double kBetween = 0.25;  // seconds between moments
constexpr long kBatch = 32;

}  // namespace

Teaching::Teaching(const data::Dataset& dataset, std::span<const int> clips)
    : classes_(dataset.classes.size()), multiLabel_(dataset.multiLabel), places_(dataset.clips.size()) {
  std::size_t size = 0;
  for (const int clip : clips) {
    const double seconds = dataset.clips[static_cast<std::size_t>(clip)].seconds;
    places_[static_cast<std::size_t>(clip)] = {size, 1 + static_cast<int>(seconds / kBetween)};
    size += static_cast<std::size_t>(places_[static_cast<std::size_t>(clip)].moments) * classes_;
  }
  means_.resize(size);
}

void Teaching::add(const network::InputSpec& input, const network::NetworkSpec& network,
                   const Weights& weights, const data::FeatureSet& features, std::stop_token stop) {
  if (!(features.frontEnd() == frontEndOf(input)) ||
      network.output().elements() != static_cast<long>(classes_))
    throw base::Error("This teacher hears other features, or tells other classes apart, than its pupil.");
  inPlainWords(base::Message("ask a teacher"), [&] {
    const engine::Parameters parameters(network, weights);
    engine::Engine engine(network, parameters, kBatch, false);
    const Normalisation normalisation = Normalisation::of(weights);
    const auto shape = network.input();
    const auto size = static_cast<std::size_t>(shape.elements());
    const float share = 1 / static_cast<float>(teachers_ + 1);
    std::vector<float> heard(kBatch * size), said;
    for (std::size_t clip = 0; clip < places_.size() && !stop.stop_requested(); ++clip) {
      const Place& place = places_[clip];
      const auto view = features.clip(static_cast<int>(clip));
      for (int from = 0; from < place.moments; from += kBatch) {
        const int count = std::min(static_cast<int>(kBatch), place.moments - from);
        for (int i = 0; i < count; ++i) {
          const double middle = 1000 * (from + i) * kBetween / input.hopMs;  // in frames
          const int first = static_cast<int>(std::lround(middle - shape.h / 2.0));
          cutWindow(view, first, shape.h, normalisation,
                    {heard.data() + static_cast<std::size_t>(i) * size, size});
        }
        const auto logits = engine.infer(parameters, heard, count);
        said.assign(logits.begin(), logits.end());
        toProbabilities(said, static_cast<int>(classes_), multiLabel_);
        float* mean = means_.data() + place.first + static_cast<std::size_t>(from) * classes_;
        for (std::size_t i = 0; i < said.size(); ++i) mean[i] += share * (said[i] - mean[i]);
      }
    }
    return 0;
  });
  ++teachers_;
}

std::span<const float> Teaching::at(int clip, double seconds) const {
  const Place& place = places_.at(static_cast<std::size_t>(clip));
  if (place.moments == 0 || teachers_ == 0) return {};
  const int moment = std::clamp(static_cast<int>(std::lround(seconds / kBetween)), 0, place.moments - 1);
  return {means_.data() + place.first + static_cast<std::size_t>(moment) * classes_, classes_};
}

}  // namespace kinglet::train
