#include "deploy/verify/made_up.h"

#include <cmath>
#include <string>

#include "network/layer_traits.h"

namespace kinglet::deploy {

train::Weights randomWeights(const network::NetworkSpec& network, int mels, base::Random& random) {
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

Model randomModel(const network::InputSpec& input, const network::NetworkSpec& network, int classes,
                  std::uint64_t seed) {
  base::Random random(seed);
  Model model{input, network, randomWeights(network, input.mels, random), {}, false};
  for (int c = 0; c < classes; ++c) model.classes.push_back("class \"" + std::to_string(c) + "\"");
  return model;
}

Model randomModel(const network::NetworkSpec& network, std::uint64_t seed) {
  network::InputSpec input;
  input.mels = network.input().w;
  input.clipSeconds = (input.windowMs + (network.input().h - 1) * input.hopMs) / 1000 + 1e-6;
  return randomModel(input, network, network.output().c, seed);
}

std::vector<float> randomInput(const network::Shape& shape, base::Random& random) {
  std::vector<float> values(shape.elements());
  const long row = long(shape.w) * shape.c;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double fresh = random.normal();
    values[i] =
        static_cast<float>(i < static_cast<std::size_t>(row) ? fresh : 0.8 * values[i - row] + 0.6 * fresh);
  }
  return values;
}

}  // namespace kinglet::deploy
