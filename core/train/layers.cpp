#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "network/layer_traits.h"
#include "network/window_geometry.h"
#include "train/layers_torch.h"

namespace kinglet::train {
namespace {

using network::Activation;
using network::Layer;
using network::LayerKind;

// Zeros before and after along h and w.
struct Pads {
  int top = 0, bottom = 0, left = 0, right = 0;
  bool symmetric() const { return top == bottom && left == right; }
};

Pads padsOf(const Layer& layer) {
  const auto [top, bottom] = network::padsOf(layer.in.h, layer.out.h, layer.reachH(), layer.strideH);
  const auto [left, right] = network::padsOf(layer.in.w, layer.out.w, layer.kernelW, layer.strideW);
  return {top, bottom, left, right};
}

// Gives the input and the symmetric padding that is left to the operator.
std::pair<at::Tensor, std::array<int64_t, 2>> padded(const Layer& layer, const at::Tensor& x,
                                                     double with = 0) {
  const Pads pads = padsOf(layer);
  if (pads.symmetric()) return {x, {pads.top, pads.left}};
  return {at::constant_pad_nd(x, {pads.left, pads.right, pads.top, pads.bottom}, with), {0, 0}};
}

at::Tensor activate(at::Tensor x, Activation activation) {
  switch (activation) {
    case Activation::none:
      return x;
    case Activation::relu:
      return at::relu_(x);
    case Activation::relu6:
      return at::hardtanh_(x, 0, 6);
    case Activation::hardSwish:
      return at::hardswish(x);
  }
  return x;
}

at::Tensor convolve(const Layer& layer, const at::Tensor& input, const LayerTensors& tensors) {
  const int64_t groups =
      network::traitsOf(layer.kind).weights == network::WeightForm::perChannel ? layer.in.c : 1;
  if (layer.kernelH == 1 && layer.kernelW == 1 && layer.strideH * layer.strideW > 1 && groups == 1) {
    // oneDNN 2.7 writes past its buffers in the gradient of a strided 1 x 1 convolution whose channels are no
    // multiple of 16 (jit_1x1, channels last). Taking every other position first is the same sum.
    const at::Tensor kept = input.slice(2, 0, c10::nullopt, layer.strideH)
                                .slice(3, 0, c10::nullopt, layer.strideW)
                                .contiguous(at::MemoryFormat::ChannelsLast);
    return at::conv2d(kept, tensors.weight, tensors.bias);
  }
  const auto [x, padding] = padded(layer, input);
  return at::conv2d(x, tensors.weight, tensors.bias, {layer.strideH, layer.strideW}, padding,
                    {layer.dilation, 1}, groups);
}

at::Tensor flattened(const at::Tensor& x) {
  return x.permute({0, 2, 3, 1}).reshape({x.size(0), -1});
}

at::Tensor normalise(at::Tensor x, const LayerTensors& tensors, bool training) {
  if (!tensors.scale.defined()) return x;
  // A batch of one value a channel has no variance to learn from.
  const bool byBatch = training && x.numel() > x.size(1);
  return at::batch_norm(x, tensors.scale, tensors.shift, tensors.mean, tensors.variance, byBatch, 0.1,
                        kBatchNormEpsilon, false);
}

// TensorFlow's average leaves the padding out of the count.
at::Tensor averagePool(const Layer& layer, const at::Tensor& input) {
  const auto [x, padding] = padded(layer, input);
  const std::array<int64_t, 2> size{layer.kernelH, layer.kernelW}, stride{layer.strideH, layer.strideW};
  if (x.is_same(input)) return at::avg_pool2d(x, size, stride, padding, false, false);
  const auto ones = padded(layer, at::ones({1, 1, input.size(2), input.size(3)}, input.options())).first;
  return at::avg_pool2d(x, size, stride) / at::avg_pool2d(ones, size, stride);
}

at::Tensor maxPool(const Layer& layer, const at::Tensor& input) {
  const auto [x, padding] = padded(layer, input, -std::numeric_limits<double>::infinity());
  return at::max_pool2d(x, {layer.kernelH, layer.kernelW}, {layer.strideH, layer.strideW}, padding);
}

at::Tensor shuffle(const Layer& layer, const at::Tensor& x) {
  const int64_t n = x.size(0), c = x.size(1), h = x.size(2), w = x.size(3), groups = layer.groups;
  return x.permute({0, 2, 3, 1})
      .reshape({n, h, w, groups, c / groups})
      .transpose(3, 4)
      .reshape({n, h, w, c})
      .permute({0, 3, 1, 2});
}

at::Tensor frequencyToChannels(const at::Tensor& x) {
  const int64_t n = x.size(0), h = x.size(2);
  return x.permute({0, 2, 3, 1}).reshape({n, h, 1, -1}).permute({0, 3, 1, 2});
}

at::Tensor squeezeExcite(const at::Tensor& x, const LayerTensors& tensors) {
  const at::Tensor pooled = x.mean(at::IntArrayRef{2, 3});
  const at::Tensor reduced = at::relu(at::linear(pooled, tensors.reduceWeight, tensors.reduceBias));
  const at::Tensor gate = at::hardsigmoid(at::linear(reduced, tensors.expandWeight, tensors.expandBias));
  return x * gate.unsqueeze(2).unsqueeze(3);
}

}  // namespace

at::Tensor runLayer(const Layer& layer, std::span<const at::Tensor> inputs, const LayerTensors& tensors,
                    bool training) {
  const at::Tensor& x = inputs[0];
  const auto finish = [&](at::Tensor y) {
    return activate(normalise(std::move(y), tensors, training), layer.activation);
  };
  switch (layer.kind) {
    case LayerKind::conv2d:
    case LayerKind::depthwise:
    case LayerKind::pointwise:
    case LayerKind::conv1dTime:
    case LayerKind::dilatedConv1dTime:
      return finish(convolve(layer, x, tensors));
    case LayerKind::dense:
      return finish(at::linear(flattened(x), tensors.weight, tensors.bias).unsqueeze(2).unsqueeze(3));
    case LayerKind::add:
      return finish(x + inputs[1]);
    case LayerKind::maxPool:
      return maxPool(layer, x);
    case LayerKind::averagePool:
      return averagePool(layer, x);
    case LayerKind::globalAveragePool:
      return x.mean(at::IntArrayRef{2, 3}, true);
    case LayerKind::squeezeExcite:
      return squeezeExcite(x, tensors);
    case LayerKind::concat:
      return at::cat({x, inputs[1]}, 1);
    case LayerKind::split:
      return x.narrow(1, layer.begin, layer.filters);
    case LayerKind::shuffle:
      return shuffle(layer, x);
    case LayerKind::frequencyToChannels:
      return frequencyToChannels(x);
    case LayerKind::cropTime:
      return x.narrow(2, layer.begin, layer.out.h);
  }
  return x;
}

}  // namespace kinglet::train
