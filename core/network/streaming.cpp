#include "network/streaming.h"

#include <algorithm>

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

}  // namespace

int Streaming::every(int frames) const {
  return std::max(1, frames / step) * step;
}

std::optional<Streaming> streamingOf(const NetworkSpec& network, base::Message* whyNot) {
  Streaming streaming;
  base::Message first;
  const auto& layers = network.layers();
  for (const Layer& layer : layers) {
    first = obstacle(layer);
    std::vector<int> strides;
    for (const int input : layer.inputs)
      strides.push_back(input == kNetworkInput ? 1 : streaming.stride[static_cast<std::size_t>(input)]);
    if (first.empty() && strides.front() != strides.back())
      first = base::Message("layer \"%1\" joins maps of different rates", layer.name);
    if (!first.empty()) break;
    streaming.stride.push_back(strides.front() * layer.strideH);
  }
  int trunk = static_cast<int>(streaming.stride.size());
  while (trunk > 0 && !handsOverOneMap(network, trunk)) --trunk;
  if (trunk == 0) {
    if (whyNot) *whyNot = first;
    return std::nullopt;
  }
  streaming.trunk = trunk;
  streaming.stride.resize(static_cast<std::size_t>(trunk));
  const int strides = *std::max_element(streaming.stride.begin(), streaming.stride.end());
  streaming.step = (kLeastStep + strides - 1) / strides * strides;
  return streaming;
}

}  // namespace kinglet::network
