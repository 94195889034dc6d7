// Networks with weights made up, so that exports are tested without training.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "base/random.h"
#include "deploy/deploy.h"
#include "deploy/graph/graph.h"
#include "network/layer_traits.h"
#include "network/network_spec.h"
#include "train/weights.h"

namespace kinglet::deploy {

// Weights as training would leave them: He-sized, batch norm with statistics of its own.
inline train::Weights randomWeights(const network::NetworkSpec& network, int mels, base::Random& random) {
  train::Weights weights;
  const auto tensor = [&](const std::string& name, std::vector<int> shape, auto draw) {
    long count = 1;
    for (const int side : shape) count *= side;
    train::Tensor one{name, std::move(shape), {}};
    for (long i = 0; i < count; ++i) one.values.push_back(static_cast<float>(draw()));
    weights.push_back(std::move(one));
  };
  const auto normal = [&](double mean, double deviation) {
    return [&random, mean, deviation] { return mean + deviation * random.normal(); };
  };
  const auto between = [&](double low, double high) {
    return [&random, low, high] { return random.uniform(low, high); };
  };
  tensor("input/mean", {mels}, normal(-5, 1));
  tensor("input/deviation", {mels}, between(1, 3));
  for (const auto& layer : network.layers()) {
    const std::string name = layer.name + "/";
    if (network::traitsOf(layer.kind).weights == network::WeightForm::gate) {
      tensor(name + "reduce_weight", {layer.units, layer.in.c}, normal(0, std::sqrt(2.0 / layer.in.c)));
      tensor(name + "reduce_bias", {layer.units}, normal(0, 0.1));
      tensor(name + "expand_weight", {layer.in.c, layer.units}, normal(0, 2 / std::sqrt(layer.units)));
      tensor(name + "expand_bias", {layer.in.c}, normal(0, 1));
      continue;
    }
    if (!layer.hasWeights()) continue;
    const std::vector<int> shape = network::weightShape(layer);
    double fan = 1.0 / layer.out.c;
    for (const int side : shape) fan *= side;
    const double gain = layer.activation == network::Activation::none ? 1 : 2;
    tensor(name + "weight", shape, normal(0, std::sqrt(gain / fan)));
    if (!layer.batchNorm) {
      tensor(name + "bias", {layer.out.c}, normal(0, 0.1));
      continue;
    }
    tensor(name + "bn_scale", {layer.out.c}, between(0.7, 1.4));
    tensor(name + "bn_shift", {layer.out.c}, normal(0, 0.3));
    tensor(name + "bn_mean", {layer.out.c}, normal(0, 0.3));
    tensor(name + "bn_variance", {layer.out.c}, between(0.6, 1.6));
  }
  return weights;
}

inline Model randomModel(const network::InputSpec& input, const network::NetworkSpec& network, int classes,
                         std::uint64_t seed) {
  base::Random random(seed);
  Model model{input, network, randomWeights(network, input.mels, random), {}, false};
  for (int c = 0; c < classes; ++c) model.classes.push_back("class \"" + std::to_string(c) + "\"");
  return model;
}

// With an input made up to fit the network.
inline Model randomModel(const network::NetworkSpec& network, std::uint64_t seed) {
  network::InputSpec input;
  input.mels = network.input().w;
  input.clipSeconds = (input.windowMs + (network.input().h - 1) * input.hopMs) / 1000 + 1e-6;
  return randomModel(input, network, network.output().c, seed);
}

// Smooth in time, as features are.
inline std::vector<float> randomInput(const network::Shape& shape, base::Random& random) {
  std::vector<float> values(shape.elements());
  const long row = long(shape.w) * shape.c;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double fresh = random.normal();
    values[i] =
        static_cast<float>(i < static_cast<std::size_t>(row) ? fresh : 0.8 * values[i - row] + 0.6 * fresh);
  }
  return values;
}

// A network with every kind of layer and every activation: what each export format is tested with.
inline network::NetworkSpec everyLayer() {
  using namespace network;
  NetworkSpec net("every layer", {21, 16, 1});
  int x = net.add({.kind = LayerKind::conv2d,
                   .name = "stem",
                   .filters = 8,
                   .kernelH = 3,
                   .kernelW = 5,
                   .strideH = 2,
                   .strideW = 2,
                   .activation = Activation::hardSwish,
                   .batchNorm = true});
  x = net.add({.kind = LayerKind::maxPool,
               .name = "max",
               .inputs = {x},
               .kernelH = 3,
               .kernelW = 2,
               .strideH = 1,
               .strideW = 1});
  x = net.add({.kind = LayerKind::depthwise,
               .name = "dw",
               .inputs = {x},
               .kernelH = 3,
               .kernelW = 3,
               .activation = Activation::relu6,
               .batchNorm = true});
  const int a = net.add({.kind = LayerKind::split, .name = "a", .inputs = {x}, .filters = 3});
  const int b = net.add({.kind = LayerKind::split, .name = "b", .inputs = {x}, .filters = 5, .begin = 3});
  const int p = net.add({.kind = LayerKind::pointwise,
                         .name = "p",
                         .inputs = {b},
                         .filters = 5,
                         .activation = Activation::relu,
                         .batchNorm = true});
  const int c = net.add({.kind = LayerKind::concat, .name = "c", .inputs = {a, p}});
  const int s = net.add({.kind = LayerKind::shuffle, .name = "s", .inputs = {c}, .groups = 4});
  x = net.add({.kind = LayerKind::add, .name = "sum", .inputs = {s, x}, .activation = Activation::hardSwish});
  x = net.add({.kind = LayerKind::squeezeExcite, .name = "se", .inputs = {x}, .units = 4});
  x = net.add({.kind = LayerKind::averagePool,
               .name = "mean",
               .inputs = {x},
               .kernelH = 3,
               .kernelW = 3,
               .strideH = 2,
               .strideW = 2});
  x = net.add({.kind = LayerKind::averagePool,
               .name = "mean2",
               .inputs = {x},
               .kernelH = 2,
               .kernelW = 2,
               .padding = Padding::valid});
  x = net.add({.kind = LayerKind::frequencyToChannels, .name = "flat", .inputs = {x}});
  x = net.add({.kind = LayerKind::conv1dTime,
               .name = "time",
               .inputs = {x},
               .filters = 6,
               .kernelH = 5,
               .strideH = 2,
               .activation = Activation::relu,
               .batchNorm = true});
  x = net.add({.kind = LayerKind::dilatedConv1dTime,
               .name = "apart",
               .inputs = {x},
               .filters = 19,
               .kernelH = 3,
               .activation = Activation::relu6,
               .batchNorm = true,
               .dilation = 2});
  x = net.add({.kind = LayerKind::dense,
               .name = "hidden",
               .inputs = {x},
               .filters = 9,
               .activation = Activation::relu,
               .batchNorm = true});
  x = net.add({.kind = LayerKind::globalAveragePool, .name = "pool", .inputs = {x}});
  net.add({.kind = LayerKind::dense, .name = "out", .inputs = {x}, .filters = 3});
  return net;
}

}  // namespace kinglet::deploy
