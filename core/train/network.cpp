#include <algorithm>
#include <cmath>
#include <map>

#include "base/error.h"
#include "network/layer_traits.h"
#include "train/layers_torch.h"
#include "train/network_torch.h"

namespace kinglet::train {
namespace {

using network::Layer;
using network::traitsOf;
using network::WeightForm;

// (out, in / groups, kernelH, kernelW) in channels_last memory; of the whole map: (out, in).
at::Tensor weightFor(const Layer& layer) {
  switch (traitsOf(layer.kind).weights) {
    case WeightForm::filters:
      return at::zeros({layer.filters, layer.kernelH, layer.kernelW, layer.in.c}).permute({0, 3, 1, 2});
    case WeightForm::perChannel:
      return at::zeros({layer.in.c, 1, layer.kernelH, layer.kernelW});
    case WeightForm::wholeMap:
      return at::zeros({layer.filters, layer.in.elements()});
    case WeightForm::none:
    case WeightForm::gate:
      return {};
  }
  return {};
}

// Between a tensor and the order that Weights documents (network::weightShape).
at::Tensor documented(const Layer& layer, const at::Tensor& weight) {
  switch (traitsOf(layer.kind).weights) {
    case WeightForm::filters:
      return weight.permute({0, 2, 3, 1});
    case WeightForm::perChannel:
      return weight.permute({1, 2, 3, 0});
    case WeightForm::wholeMap:
    case WeightForm::none:
    case WeightForm::gate:
      return weight;
  }
  return weight;
}

Tensor plain(std::string name, const at::Tensor& values) {
  const at::Tensor dense = values.detach().contiguous();
  Tensor out{std::move(name), {}, {}};
  for (const int64_t size : dense.sizes()) out.shape.push_back(static_cast<int>(size));
  out.values.assign(dense.data_ptr<float>(), dense.data_ptr<float>() + dense.numel());
  return out;
}

// Every tensor of a layer with its documented name.
template <class F>
void eachTensor(const Layer& layer, const LayerTensors& t, F&& visit) {
  const auto give = [&](const char* part, const at::Tensor& tensor) {
    if (tensor.defined()) visit(layer.name + "/" + part, tensor);
  };
  if (t.weight.defined()) visit(layer.name + "/weight", documented(layer, t.weight));
  give("bias", t.bias);
  give("bn_scale", t.scale);
  give("bn_shift", t.shift);
  give("bn_mean", t.mean);
  give("bn_variance", t.variance);
  give("reduce_weight", t.reduceWeight);
  give("reduce_bias", t.reduceBias);
  give("expand_weight", t.expandWeight);
  give("expand_bias", t.expandBias);
}

}  // namespace

TorchNetwork::TorchNetwork(const network::NetworkSpec& spec) : spec_(spec), layers_(spec.layers().size()) {
  const auto& layers = spec_.layers();
  if (layers.empty()) throw base::Error("This network has no layers: it cannot be trained.");
  lastUse_.assign(layers.size(), -1);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    for (const int input : layers[i].inputs) {
      if (input >= 0) lastUse_[static_cast<std::size_t>(input)] = static_cast<int>(i);
    }
  }
}

void TorchNetwork::makeTensors() {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const Layer& layer = spec_.layers()[i];
    LayerTensors& t = layers_[i];
    if (traitsOf(layer.kind).weights == WeightForm::gate) {
      t.reduceWeight = at::zeros({layer.units, layer.in.c});
      t.reduceBias = at::zeros({layer.units});
      t.expandWeight = at::zeros({layer.in.c, layer.units});
      t.expandBias = at::zeros({layer.in.c});
      continue;
    }
    if (!layer.hasWeights()) continue;
    const int64_t out = layer.out.c;
    t.weight = weightFor(layer);
    if (!layer.batchNorm) {
      t.bias = at::zeros({out});
      continue;
    }
    t.scale = at::ones({out});
    t.shift = at::zeros({out});
    t.mean = at::zeros({out});
    t.variance = at::ones({out});
  }
}

TorchNetwork::TorchNetwork(const network::NetworkSpec& spec, const Weights& weights) : TorchNetwork(spec) {
  makeTensors();
  std::map<std::string, const Tensor*> byName;
  for (const Tensor& tensor : weights) byName[tensor.name] = &tensor;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    eachTensor(spec_.layers()[i], layers_[i], [&](const std::string& name, const at::Tensor& target) {
      const auto found = byName.find(name);
      const bool fits = found != byName.end() &&
                        std::equal(found->second->shape.begin(), found->second->shape.end(),
                                   target.sizes().begin(), target.sizes().end()) &&
                        static_cast<int64_t>(found->second->values.size()) == target.numel();
      if (!fits)
        throw base::Error("The weights do not belong to this network (%1 is missing or of another shape).",
                          name);
      const at::Tensor source =
          at::from_blob(const_cast<float*>(found->second->values.data()), target.sizes());
      target.copy_(source);
    });
  }
}

at::Tensor TorchNetwork::forward(const at::Tensor& x, bool training) {
  const at::Tensor input = x.permute({0, 3, 1, 2});
  std::vector<at::Tensor> outputs(layers_.size());
  std::vector<at::Tensor> inputs;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const Layer& layer = spec_.layers()[i];
    inputs.clear();
    for (const int from : layer.inputs)
      inputs.push_back(from < 0 ? input : outputs[static_cast<std::size_t>(from)]);
    outputs[i] = runLayer(layer, inputs, layers_[i], training);
    for (const int from : layer.inputs) {
      if (from >= 0 && lastUse_[static_cast<std::size_t>(from)] == static_cast<int>(i))
        outputs[static_cast<std::size_t>(from)].reset();
    }
  }
  return outputs.back().permute({0, 2, 3, 1}).reshape({x.size(0), -1});
}

TorchNetwork TorchNetwork::folded() const {
  TorchNetwork result(spec_);
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const LayerTensors& from = layers_[i];
    LayerTensors& to = result.layers_[i];
    to = from;
    if (!from.scale.defined()) continue;
    const at::NoGradGuard noGrad;
    const at::Tensor factor = from.scale / at::sqrt(from.variance + kBatchNormEpsilon);
    std::vector<int64_t> perOutput(static_cast<std::size_t>(from.weight.dim()), 1);
    perOutput[0] = -1;
    to = {};
    to.weight = (from.weight * factor.view(perOutput)).detach();
    to.bias = (from.shift - from.mean * factor).detach();
  }
  return result;
}

std::vector<at::Tensor> TorchNetwork::trainable() const {
  std::vector<at::Tensor> all;
  for (const LayerTensors& t : layers_) {
    for (const at::Tensor* tensor : {&t.weight, &t.bias, &t.scale, &t.shift, &t.reduceWeight, &t.reduceBias,
                                     &t.expandWeight, &t.expandBias}) {
      if (tensor->defined()) all.push_back(*tensor);
    }
  }
  return all;
}

void TorchNetwork::requireGradients() {
  for (at::Tensor& tensor : trainable()) tensor.set_requires_grad(true);
}

Weights TorchNetwork::weights() const {
  Weights all;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    eachTensor(spec_.layers()[i], layers_[i], [&](std::string name, const at::Tensor& tensor) {
      all.push_back(plain(std::move(name), tensor));
    });
  }
  return all;
}

}  // namespace kinglet::train
