// Networks with random weights, for tests of the exporters.
#pragma once

#include <cmath>

#include "base/random.h"
#include "deploy/deploy.h"

namespace kinglet::deploy {

// Weights of the right shapes and sensible sizes; batch norm with statistics that are not trivial.
inline Model randomModel(const network::InputSpec& input, const network::NetworkSpec& network, int classes,
                         std::uint64_t seed) {
  using network::LayerKind;
  base::Random random(seed);
  Model model{input, network, {}, {}, false};
  for (int c = 0; c < classes; ++c) model.classes.push_back("class \"" + std::to_string(c) + "\"");
  const auto put = [&](const std::string& name, long count, double mean, double deviation) {
    train::Tensor tensor{name, {static_cast<int>(count)}, {}};
    for (long i = 0; i < count; ++i)
      tensor.values.push_back(static_cast<float>(mean + deviation * random.normal()));
    model.weights.push_back(std::move(tensor));
  };
  put("input/mean", input.mels, -6, 1);
  put("input/deviation", input.mels, 2.5, 0.1);
  for (const auto& layer : network.layers()) {
    const long taps = long(layer.kernelH) * layer.kernelW, channels = layer.out.c;
    const long each = layer.kind == LayerKind::dense       ? layer.in.elements()
                      : layer.kind == LayerKind::depthwise ? taps
                                                           : taps * layer.in.c;
    if (layer.kind == LayerKind::squeezeExcite) {
      put(layer.name + "/reduce_weight", long(layer.in.c) * layer.units, 0, 1 / std::sqrt(layer.in.c));
      put(layer.name + "/reduce_bias", layer.units, 0, 0.1);
      put(layer.name + "/expand_weight", long(layer.in.c) * layer.units, 0, 3 / std::sqrt(layer.units));
      put(layer.name + "/expand_bias", layer.in.c, 0, 0.5);
    } else if (layer.hasWeights()) {
      put(layer.name + "/weight", each * channels, 0, std::sqrt(2.0 / static_cast<double>(each)));
      put(layer.name + "/bias", channels, 0, 0.1);
      if (layer.batchNorm) {
        put(layer.name + "/bn_scale", channels, 1, 0.1);
        put(layer.name + "/bn_shift", channels, 0, 0.2);
        put(layer.name + "/bn_mean", channels, 0, 0.3);
        put(layer.name + "/bn_variance", channels, 1, 0.05);
      }
    }
  }
  return model;
}

inline std::vector<float> randomInput(const network::Shape& shape, base::Random& random) {
  std::vector<float> values(shape.elements());
  double slow = 0;
  for (float& v : values) {
    slow = 0.9 * slow + 0.4 * random.normal();
    v = static_cast<float>(slow);
  }
  return values;
}

}  // namespace kinglet::deploy
