#include "train/engine/operation.h"

#include <algorithm>
#include <numeric>

namespace kinglet::train::engine {

using network::LayerKind;

const float* Context::read(std::size_t input, Part part) {
  const Output& from = *inputs_[input];
  const long size = from.shape.elements();
  const float* z = from.z + part.first * size;
  if (!from.post.changes()) return z;
  const long n = part.clips * size;
  float* y = scratch_[input].grow(static_cast<std::size_t>(n));
  kernels_.apply(z, n, from.post, y);
  return y;
}

std::unique_ptr<Operation> makeOperation(const network::Layer& layer, const Parameters::Layer& parameters) {
  switch (layer.kind) {
    case LayerKind::conv2d:
    case LayerKind::pointwise:
    case LayerKind::conv1dTime:
    case LayerKind::dilatedConv1dTime:
    case LayerKind::dense:
      return makeConvolution(layer, parameters);
    case LayerKind::depthwise:
      return makeDepthwise(layer, parameters);
    case LayerKind::maxPool:
    case LayerKind::averagePool:
    case LayerKind::globalAveragePool:
      return makePooling(layer);
    case LayerKind::squeezeExcite:
      return makeSqueezeExcite(layer, parameters);
    case LayerKind::add:
    case LayerKind::concat:
    case LayerKind::split:
    case LayerKind::shuffle:
    case LayerKind::frequencyToChannels:
    case LayerKind::cropTime:
      return makeRearrangement(layer);
  }
  return nullptr;
}

long patternOf(long channels) {
  return std::lcm(channels, 16L);
}

void repeat(const float* channels, long count, float* pattern) {
  const long period = patternOf(count);
  for (long i = 0; i < period; i += count) std::copy_n(channels, count, pattern + i);
}

}  // namespace kinglet::train::engine
