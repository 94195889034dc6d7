#include "deploy/graph/graph.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "network/window_geometry.h"
#include "train/weights.h"

namespace kinglet::deploy {
namespace {

using network::Activation;
using network::Layer;
using network::LayerKind;
using network::Padding;
using network::Shape;

class Builder {
 public:
  explicit Builder(const Model& model) : model_(model) {
    graph_.values.push_back({model.network.input(), "input"});
  }

  Graph build() {
    const auto& layers = model_.network.layers();
    if (layers.empty()) throw base::Error("a network without layers cannot be exported");
    for (std::size_t i = 0; i < layers.size(); ++i) {
      layer_ = static_cast<int>(i);
      valueOf_.push_back(translate(layers[i]));
    }
    graph_.output = valueOf_.back();
    return std::move(graph_);
  }

 private:
  int inputOf(const Layer& layer, int which = 0) const {
    const int from = layer.inputs[which];
    return from == network::kNetworkInput ? 0 : valueOf_[from];
  }

  int append(Op op, Shape shape) {
    op.layer = layer_;
    op.output = static_cast<int>(graph_.values.size());
    graph_.values.push_back({shape, op.name});
    graph_.ops.push_back(std::move(op));
    return graph_.ops.back().output;
  }

  Op start(OpKind kind, const Layer& layer) const {
    Op op;
    op.kind = kind;
    op.name = layer.name;
    for (std::size_t i = 0; i < layer.inputs.size(); ++i)
      op.inputs.push_back(inputOf(layer, static_cast<int>(i)));
    return op;
  }

  static void pad(Op& op, const Layer& layer) {
    op.kernelH = layer.kernelH;
    op.kernelW = layer.kernelW;
    op.strideH = layer.strideH;
    op.strideW = layer.strideW;
    op.dilationH = layer.dilation;
    op.same = layer.padding == Padding::same;
    const auto h = network::padsOf(layer.in.h, layer.out.h, layer.reachH(), layer.strideH);
    const auto w = network::padsOf(layer.in.w, layer.out.w, layer.kernelW, layer.strideW);
    op.padTop = h.before;
    op.padBottom = h.after;
    op.padLeft = w.before;
    op.padRight = w.after;
  }

  const std::vector<float>& numbers(const Layer& layer, const char* what, long elements) const {
    return tensorOf(model_, layer.name + "/" + what, elements).values;
  }
  bool has(const Layer& layer, const char* what) const {
    const std::string name = layer.name + "/" + what;
    return std::any_of(model_.weights.begin(), model_.weights.end(),
                       [&](const auto& t) { return t.name == name; });
  }

  // Weights and bias with batch norm folded in; channelLast: the output channel is the fastest index
  // (depthwise).
  void fold(Op& op, const Layer& layer, long elements, int channels, bool channelLast) const {
    op.weights = numbers(layer, "weight", elements);
    op.bias = !layer.batchNorm || has(layer, "bias") ? numbers(layer, "bias", channels)
                                                     : std::vector<float>(channels, 0.0f);
    if (!layer.batchNorm) return;
    const auto &gain = numbers(layer, "bn_scale", channels), &shift = numbers(layer, "bn_shift", channels);
    const auto &mean = numbers(layer, "bn_mean", channels),
               &variance = numbers(layer, "bn_variance", channels);
    const long each = elements / channels;
    for (int c = 0; c < channels; ++c) {
      const float factor = gain[c] / std::sqrt(variance[c] + static_cast<float>(train::kBatchNormEpsilon));
      op.bias[c] = (op.bias[c] - mean[c]) * factor + shift[c];
      for (long i = 0; i < each; ++i) op.weights[channelLast ? i * channels + c : c * each + i] *= factor;
    }
  }

  int finish(Op op, const Layer& layer) {
    if (layer.activation == Activation::relu) op.clamp = Clamp::relu;
    if (layer.activation == Activation::relu6) op.clamp = Clamp::relu6;
    const int value = append(std::move(op), layer.out);
    if (layer.activation != Activation::hardSwish) return value;
    Op swish;
    swish.kind = OpKind::hardSwish;
    swish.name = layer.name + "/hard_swish";
    swish.inputs = {value};
    return append(std::move(swish), layer.out);
  }

  int convolution(OpKind kind, const Layer& layer) {
    const bool depthwise = kind == OpKind::depthwise;
    Op op = start(kind, layer);
    pad(op, layer);
    const long taps = long(layer.kernelH) * layer.kernelW;
    fold(op, layer, taps * layer.in.c * (depthwise ? 1 : layer.out.c), layer.out.c, depthwise);
    return finish(std::move(op), layer);
  }

  // A convolution over the whole map: what runtimes do fastest, and quantised a channel everywhere.
  int dense(const Layer& layer) {
    Op op = start(OpKind::conv, layer);
    op.kernelH = layer.in.h;
    op.kernelW = layer.in.w;
    fold(op, layer, layer.in.elements() * layer.filters, layer.filters, false);
    return finish(std::move(op), layer);
  }

  int squeezeExcite(const Layer& layer) {
    const int input = inputOf(layer), channels = layer.in.c;
    const auto step = [&](OpKind kind, const char* name, std::vector<int> inputs) {
      Op op;
      op.kind = kind;
      op.name = layer.name + "/" + name;
      op.inputs = std::move(inputs);
      return op;
    };
    const int pooled = append(step(OpKind::globalMean, "pool", {input}), {1, 1, channels});
    Op reduce = step(OpKind::conv, "reduce", {pooled});
    reduce.weights = numbers(layer, "reduce_weight", long(channels) * layer.units);
    reduce.bias = numbers(layer, "reduce_bias", layer.units);
    reduce.clamp = Clamp::relu;
    const int squeezed = append(std::move(reduce), {1, 1, layer.units});
    Op expand = step(OpKind::conv, "expand", {squeezed});
    expand.weights = numbers(layer, "expand_weight", long(channels) * layer.units);
    expand.bias = numbers(layer, "expand_bias", channels);
    // Hard sigmoid: clamp(x + 3, 0, 6) / 6 = clamp(x / 6 + 1/2, 0, 1).
    for (float& w : expand.weights) w /= 6;
    for (float& b : expand.bias) b = b / 6 + 0.5f;
    expand.clamp = Clamp::unit;
    const int gate = append(std::move(expand), {1, 1, channels});
    return append(step(OpKind::scale, "scale", {input, gate}), layer.out);
  }

  int translate(const Layer& layer) {
    switch (layer.kind) {
      case LayerKind::conv2d:
      case LayerKind::pointwise:
      case LayerKind::conv1dTime:
        return convolution(OpKind::conv, layer);
      case LayerKind::depthwise:
        return convolution(OpKind::depthwise, layer);
      case LayerKind::dilatedConv1dTime:
        return convolution(layer.dilation > 1 ? OpKind::dilatedConv : OpKind::conv, layer);
      case LayerKind::dense:
        return dense(layer);
      case LayerKind::squeezeExcite:
        return squeezeExcite(layer);
      case LayerKind::frequencyToChannels:
        return append(start(OpKind::view, layer), layer.out);
      case LayerKind::cropTime: {
        Op op = start(OpKind::crop, layer);
        op.begin = layer.begin;
        return append(std::move(op), layer.out);
      }
      case LayerKind::add:
        return finish(start(OpKind::add, layer), layer);
      case LayerKind::concat:
        return append(start(OpKind::concat, layer), layer.out);
      case LayerKind::split: {
        Op op = start(OpKind::slice, layer);
        op.begin = layer.begin;
        return append(std::move(op), layer.out);
      }
      case LayerKind::shuffle: {
        Op op = start(OpKind::shuffle, layer);
        op.groups = layer.groups;
        return append(std::move(op), layer.out);
      }
      case LayerKind::maxPool:
      case LayerKind::averagePool: {
        Op op = start(layer.kind == LayerKind::maxPool ? OpKind::maxPool : OpKind::averagePool, layer);
        pad(op, layer);
        return append(std::move(op), layer.out);
      }
      case LayerKind::globalAveragePool:
        return append(start(OpKind::globalMean, layer), layer.out);
    }
    throw base::Error("layer %1 is of a kind that cannot be exported", layer.name);
  }

  const Model& model_;
  Graph graph_;
  std::vector<int> valueOf_;  // by layer
  int layer_ = 0;
};

}  // namespace

const train::Tensor& tensorOf(const Model& model, const std::string& name, long elements) {
  for (const auto& tensor : model.weights) {
    if (tensor.name != name) continue;
    if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float w) { return std::isfinite(w); }))
      throw base::Error("the weights %1 are no figures; train the candidate again", name);
    if (static_cast<long>(tensor.values.size()) == elements) return tensor;
    throw base::Error("the weights %1 have %2 numbers where %3 are needed; train the candidate again", name,
                      tensor.values.size(), elements);
  }
  throw base::Error("the weights %1 are missing; train the candidate again", name);
}

std::vector<float> normalised(const Model& model, std::span<const float> raw) {
  const int mels = model.input.mels;
  const auto& mean = tensorOf(model, "input/mean", mels).values;
  const auto& deviation = tensorOf(model, "input/deviation", mels).values;
  std::vector<float> out(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) out[i] = (raw[i] - mean[i % mels]) / deviation[i % mels];
  return out;
}

bool Op::hasWeights() const {
  switch (kind) {
    case OpKind::conv:
    case OpKind::depthwise:
    case OpKind::dilatedConv:
      return true;
    case OpKind::add:
    case OpKind::scale:
    case OpKind::maxPool:
    case OpKind::averagePool:
    case OpKind::globalMean:
    case OpKind::concat:
    case OpKind::slice:
    case OpKind::shuffle:
    case OpKind::hardSwish:
    case OpKind::view:
    case OpKind::crop:
      return false;
  }
  return false;
}

long Op::macs(const std::vector<Value>& values) const {
  if (!hasWeights()) return 0;
  const Shape out = values[output].shape;
  return kind == OpKind::depthwise ? out.elements() * kernelH * kernelW
                                   : long(out.h) * out.w * static_cast<long>(weights.size());
}

Graph buildGraph(const Model& model) {
  return Builder(model).build();
}

const char* toText(OpKind kind) {
  switch (kind) {
    case OpKind::conv:
      return "conv";
    case OpKind::depthwise:
      return "depthwise";
    case OpKind::add:
      return "add";
    case OpKind::scale:
      return "scale";
    case OpKind::maxPool:
      return "max pool";
    case OpKind::averagePool:
      return "average pool";
    case OpKind::globalMean:
      return "global mean";
    case OpKind::concat:
      return "concat";
    case OpKind::slice:
      return "slice";
    case OpKind::shuffle:
      return "shuffle";
    case OpKind::hardSwish:
      return "hard swish";
    case OpKind::view:
      return "view";
    case OpKind::dilatedConv:
      return "dilated conv";
    case OpKind::crop:
      return "crop";
  }
  return "";
}

}  // namespace kinglet::deploy
