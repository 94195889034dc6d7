#include "train/engine/parameters.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/error.h"
#include "network/layer_traits.h"

namespace kinglet::train::engine {

using network::Activation;
using network::WeightForm;

Parameters::Parameters(const network::NetworkSpec& spec) : layers_(spec.layers().size()) {
  if (layers_.empty()) throw base::Error("This network has no layers: it cannot be trained.");
  std::vector<long Layer::*> places;  // a part's member of its layer
  std::vector<std::size_t> owners;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const network::Layer& layer = spec.layers()[i];
    const auto add = [&](const char* name, long Layer::*place, std::vector<int> shape, Kind kind,
                         float start) {
      std::size_t size = 1;
      for (const int side : shape) size *= static_cast<std::size_t>(side);
      parts_.push_back({layer.name + "/" + name, std::move(shape), kind, size, 0, start});
      places.push_back(place);
      owners.push_back(i);
    };
    if (network::traitsOf(layer.kind).weights == WeightForm::gate) {
      add("reduce_weight", &Layer::reduceWeight, {layer.units, layer.in.c}, Kind::decaying, 0);
      add("reduce_bias", &Layer::reduceBias, {layer.units}, Kind::trainable, 0);
      add("expand_weight", &Layer::expandWeight, {layer.in.c, layer.units}, Kind::decaying, 0);
      add("expand_bias", &Layer::expandBias, {layer.in.c}, Kind::trainable, 0);
    } else if (layer.hasWeights()) {
      add("weight", &Layer::weight, network::weightShape(layer), Kind::decaying, 0);
      if (!layer.batchNorm) {
        add("bias", &Layer::bias, {layer.out.c}, Kind::trainable, 0);
        continue;
      }
      add("bn_scale", &Layer::scale, {layer.out.c}, Kind::trainable, 1);
      add("bn_shift", &Layer::shift, {layer.out.c}, Kind::trainable, 0);
      add("bn_mean", &Layer::mean, {layer.out.c}, Kind::statistic, 0);
      add("bn_variance", &Layer::variance, {layer.out.c}, Kind::statistic, 1);
    }
  }
  std::size_t first = 0;
  for (const Kind kind : {Kind::decaying, Kind::trainable, Kind::statistic}) {
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      if (parts_[p].kind != kind) continue;
      parts_[p].first = first;
      layers_[owners[p]].*places[p] = static_cast<long>(first);
      first += parts_[p].size;
    }
    if (kind == Kind::decaying) decaying_ = first;
    if (kind == Kind::trainable) trainable_ = first;
  }
  values_.resize(first);
  for (const Part& part : parts_)
    std::fill_n(values_.begin() + static_cast<long>(part.first), part.size, part.start);
}

Parameters::Parameters(const network::NetworkSpec& spec, base::Random& random) : Parameters(spec) {
  const auto fill = [&](long first, double gain, long outputs, long inputs) {
    const double deviation = std::sqrt(gain / static_cast<double>(inputs));
    for (long i = 0; i < outputs * inputs; ++i)
      values_[static_cast<std::size_t>(first + i)] = static_cast<float>(deviation * random.normal());
  };
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const network::Layer& layer = spec.layers()[i];
    if (layers_[i].weight >= 0) {
      const double gain = layer.activation == Activation::none ? 1 : 2;
      long weights = 1;
      for (const int side : network::weightShape(layer)) weights *= side;
      // Each channel of the output has as many, whichever index is the fastest.
      fill(layers_[i].weight, gain, layer.out.c, weights / layer.out.c);
    } else if (layers_[i].reduceWeight >= 0) {
      fill(layers_[i].reduceWeight, 2, layer.units, layer.in.c);
      fill(layers_[i].expandWeight, 1, layer.in.c, layer.units);
    }
  }
}

Parameters::Parameters(const network::NetworkSpec& spec, const Weights& weights) : Parameters(spec) {
  std::map<std::string, const Tensor*> byName;
  for (const Tensor& tensor : weights) byName[tensor.name] = &tensor;
  for (const Part& part : parts_) {
    const auto found = byName.find(part.name);
    if (found == byName.end() || found->second->shape != part.shape ||
        found->second->values.size() != part.size)
      throw base::Error("The weights do not belong to this network (%1 is missing or of another shape).",
                        part.name);
    std::copy(found->second->values.begin(), found->second->values.end(),
              values_.begin() + static_cast<long>(part.first));
  }
}

Weights Parameters::weights() const {
  Weights all;
  for (const Part& part : parts_) {
    const auto first = values_.begin() + static_cast<long>(part.first);
    all.push_back({part.name, part.shape, std::vector<float>(first, first + static_cast<long>(part.size))});
  }
  return all;
}

}  // namespace kinglet::train::engine
