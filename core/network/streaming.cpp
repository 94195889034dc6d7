#include "network/streaming.h"

#include <algorithm>

#include "network/cost.h"
#include "network/layer_traits.h"
#include "network/window_geometry.h"

namespace kinglet::network {
namespace {

constexpr int kLeastStep = 4;  // frames

// Empty where each row of the output comes of a few rows of the input, the same in every window.
base::Message obstacle(const Layer& layer) {
  switch (layer.kind) {
    case LayerKind::squeezeExcite:
    case LayerKind::globalAveragePool:
    case LayerKind::dense:
      return base::Message("layer \"%1\" looks at all of time", layer.name);
    case LayerKind::conv2d:
    case LayerKind::depthwise:
    case LayerKind::pointwise:
    case LayerKind::conv1dTime:
    case LayerKind::dilatedConv1dTime:
    case LayerKind::maxPool:
    case LayerKind::averagePool: {
      const Pads pads = padsOf(layer.in.h, layer.out.h, layer.reachH(), layer.strideH);
      if (pads.before + pads.after > 0) return base::Message("layer \"%1\" pads along time", layer.name);
      break;
    }
    case LayerKind::frequencyToChannels:
    case LayerKind::add:
    case LayerKind::concat:
    case LayerKind::split:
    case LayerKind::shuffle:
    case LayerKind::cropTime:
      break;
  }
  if (layer.out.h == 1) return base::Message("layer \"%1\" looks at all of time", layer.name);
  return {};
}

// Of layers [0, trunk), all that later ones read is what the last gives.
bool handsOverOneMap(const NetworkSpec& network, int trunk) {
  const auto& layers = network.layers();
  for (std::size_t i = static_cast<std::size_t>(trunk); i < layers.size(); ++i)
    for (const int input : layers[i].inputs)
      if (input < trunk - 1) return false;
  return traitsOf(layers[static_cast<std::size_t>(trunk) - 1].kind).operators > 0;  // no view of another map
}

// The layers and their strides, and the first obstacle.
base::Message findTrunk(const NetworkSpec& network, Streaming& streaming) {
  base::Message first;
  for (const Layer& layer : network.layers()) {
    first = obstacle(layer);
    std::vector<int> strides;
    for (const int input : layer.inputs)
      strides.push_back(input == kNetworkInput ? 1 : streaming.stride[static_cast<std::size_t>(input)]);
    if (first.empty() && strides.front() != strides.back())
      first = base::Message("layer \"%1\" joins maps of different rates", layer.name);
    if (!first.empty()) break;
    streaming.stride.push_back(strides.front() * layer.strideH);
  }
  streaming.trunk = static_cast<int>(streaming.stride.size());
  while (streaming.trunk > 0 && !handsOverOneMap(network, streaming.trunk)) --streaming.trunk;
  streaming.stride.resize(static_cast<std::size_t>(streaming.trunk));
  return first;
}

// In products, of the layers that are spared.
bool isLessWork(const NetworkSpec& network, const Streaming& streaming) {
  const NetworkCost cost = costOf(network);
  double whole = 0, stream = 0;
  for (int i = 0; i < streaming.trunk; ++i) {
    const auto macs = double(cost.layers[static_cast<std::size_t>(i)].macs);
    whole += macs;
    stream += macs * streaming.share(network, i);
  }
  return stream < whole;
}

}  // namespace

int framesApart(const InputSpec& input, double perSecond) {
  if (!(perSecond > 0)) return 0;
  return static_cast<int>(std::clamp(1000 / input.hopMs / perSecond, 1.0, 1e9));
}

double Streaming::share(const NetworkSpec& network, int layer) const {
  if (layer >= trunk) return 1;
  const auto i = static_cast<std::size_t>(layer);
  return double(every) / stride[i] / network.layers()[i].out.h;
}

std::optional<Streaming> streamingOf(const NetworkSpec& network, int apart, base::Message* whyNot) {
  const auto none = [&](const base::Message& why) -> std::optional<Streaming> {
    if (whyNot) *whyNot = why;
    return std::nullopt;
  };
  const int frames = network.input().h;
  if (apart <= 0) apart = std::max(1, frames / 2);
  if (apart >= frames) return none(base::Message("windows that do not overlap share nothing"));
  Streaming streaming;
  const base::Message first = findTrunk(network, streaming);
  if (streaming.trunk == 0) return none(first);
  const int strides = *std::max_element(streaming.stride.begin(), streaming.stride.end());
  streaming.step = (kLeastStep + strides - 1) / strides * strides;
  streaming.every = std::max(1, apart / streaming.step) * streaming.step;
  if (streaming.every > frames || !isLessWork(network, streaming))
    return none(
        base::Message("whole windows are less work, as %1 frames have to be taken at once", streaming.step));
  return streaming;
}

}  // namespace kinglet::network
