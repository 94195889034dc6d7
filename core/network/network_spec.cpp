#include "network/network_spec.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "network/layer_traits.h"

namespace kinglet::network {
namespace {

using base::Error;

// Far beyond any network for a battery; keeps every product below, and every sum over layers, within 63 bits.
constexpr int kMaxSide = 1 << 20;
constexpr long kMaxElements = 1L << 31;
constexpr double kMaxProducts = double(1L << 48);  // of a layer
constexpr std::size_t kMaxLayers = 10'000;

[[noreturn]] void fail(const Layer& layer, const base::Message& what) {
  throw Error("layer \"%1\" (%2) %3", layer.name, toText(layer.kind), what);
}

std::string text(Shape s) {
  return std::to_string(s.h) + " x " + std::to_string(s.w) + " x " + std::to_string(s.c);
}

int slide(const Layer& layer, bool padded, int in, int kernel, int stride) {
  if (padded) return (in + stride - 1) / stride;
  if (kernel > in)
    fail(layer, base::Message("has a window larger than its map %1; make it smaller or pad", text(layer.in)));
  return (in - kernel) / stride + 1;
}

void needFilters(const Layer& layer) {
  if (layer.filters < 1 || layer.filters > kMaxSide)
    fail(layer, base::Message("needs 1 or more filters, not %1", layer.filters));
}

// What the kind leaves no choice about, so that equal networks have equal fields.
void fixFields(Layer& layer) {
  const Layer unused;
  const LayerTraits& traits = traitsOf(layer.kind);
  if (traits.weights == WeightForm::perChannel) layer.filters = layer.in.c;
  switch (traits.window) {
    case Window::plane:
      break;
    case Window::point:
      layer.kernelH = layer.kernelW = 1;
      break;
    case Window::overTime:
      layer.kernelW = layer.strideW = 1;
      break;
    case Window::none:
      layer.kernelH = layer.kernelW = layer.strideH = layer.strideW = 1;
      layer.padding = unused.padding;
      break;
  }
  for (int Layer::*figure : {&Layer::begin, &Layer::groups, &Layer::units, &Layer::dilation})
    if (figure != traits.figure) layer.*figure = unused.*figure;
  if (layer.kernelH == 1) layer.dilation = unused.dilation;  // one tap is nowhere apart
}

Shape outputOf(const Layer& layer, const std::vector<Shape>& ins) {
  const Shape in = ins[0];
  const auto map = [&](int channels) {
    return Shape{slide(layer, layer.padding == Padding::same, in.h, layer.reachH(), layer.strideH),
                 slide(layer, layer.padding != Padding::valid, in.w, layer.kernelW, layer.strideW), channels};
  };
  switch (layer.kind) {
    case LayerKind::dilatedConv1dTime:
      if (layer.dilation < 1 || layer.dilation > kMaxKernel || layer.reachH() > kMaxKernel)
        fail(layer, base::Message("needs taps 1 or more frames apart that span 4096 at most, not %1 apart",
                                  layer.dilation));
      [[fallthrough]];
    case LayerKind::conv1dTime:
      if (in.w != 1)
        fail(layer,
             base::Message(
                 "runs along time and needs a map of width 1, not %1; turn frequency into channels first",
                 text(in)));
      [[fallthrough]];
    case LayerKind::conv2d:
    case LayerKind::pointwise:
      needFilters(layer);
      return map(layer.filters);
    case LayerKind::depthwise:
      return map(in.c);
    case LayerKind::maxPool:
    case LayerKind::averagePool:
      if (layer.padding == Padding::validTime)
        fail(layer, base::Message("cannot be padded along frequency alone"));
      return map(in.c);
    case LayerKind::cropTime:
      if (layer.begin < 0 || layer.begin > (in.h - 1) / 2)
        fail(layer, base::Message("takes more frames away than its input has (%1)", in.h));
      return {in.h - 2 * layer.begin, in.w, in.c};
    case LayerKind::frequencyToChannels:
      return {in.h, 1, static_cast<int>(std::min(long(in.w) * in.c, long(kMaxSide) + 1))};
    case LayerKind::add:
      if (!(ins[0] == ins[1]))
        fail(layer, base::Message("adds maps of different shapes, %1 and %2", text(ins[0]), text(ins[1])));
      return in;
    case LayerKind::concat:
      if (ins[0].h != ins[1].h || ins[0].w != ins[1].w)
        fail(layer, base::Message("joins maps of different sizes, %1 and %2", text(ins[0]), text(ins[1])));
      return {in.h, in.w, ins[0].c + ins[1].c};
    case LayerKind::split:
      needFilters(layer);
      if (layer.begin < 0 || layer.begin > in.c - layer.filters)
        fail(layer, base::Message("takes channels that its input does not have (it has %1)", in.c));
      return {in.h, in.w, layer.filters};
    case LayerKind::shuffle:
      if (layer.groups < 1 || in.c % layer.groups != 0)
        fail(layer, base::Message("cannot shuffle %1 channels in %2 groups", in.c, layer.groups));
      return in;
    case LayerKind::squeezeExcite:
      if (layer.units < 1 || layer.units > kMaxSide) fail(layer, base::Message("needs 1 or more units"));
      return in;
    case LayerKind::globalAveragePool:
      return {1, 1, in.c};
    case LayerKind::dense:
      needFilters(layer);
      return {1, 1, layer.filters};
  }
  fail(layer, base::Message("is of an unknown kind"));
}

}  // namespace

bool Layer::hasWeights() const {
  return traitsOf(kind).weights != WeightForm::none;
}

int InputSpec::frames() const {
  const long samples = std::lround(clipSeconds * rate), window = std::lround(windowMs * rate / 1000);
  const long hop = std::max(1L, std::lround(hopMs * rate / 1000));
  return samples < window ? 0 : static_cast<int>(1 + (samples - window) / hop);
}

NetworkSpec::NetworkSpec(std::string name, Shape input) : name_(std::move(name)), input_(input) {
  for (const int side : {input.h, input.w, input.c}) {
    if (side < 1 || side > kMaxSide || input.elements() > kMaxElements)
      throw Error("a network cannot have an input of %1; is the clip shorter than one window?", text(input));
  }
}

int NetworkSpec::add(Layer layer) {
  const int index = static_cast<int>(layers_.size());
  if (layers_.size() >= kMaxLayers) throw Error("a network of more than 10,000 layers is not meant");
  if (layer.name.empty()) layer.name = std::string(toText(layer.kind)) + " " + std::to_string(index);
  for (const Layer& other : layers_) {
    if (other.name == layer.name)
      fail(layer, base::Message("has the name of an earlier layer; names must differ"));
  }
  const LayerTraits& traits = traitsOf(layer.kind);
  if (layer.inputs.size() != static_cast<std::size_t>(traits.inputs))
    fail(layer, traits.inputs == 1 ? base::Message("needs one input") : base::Message("needs two inputs"));
  std::vector<Shape> ins;
  for (const int input : layer.inputs) {
    if (input < kNetworkInput || input >= index)
      fail(layer, base::Message("reads a layer that is not before it"));
    ins.push_back(shapeOf(input));
  }
  layer.in = ins[0];
  fixFields(layer);
  for (const int figure : {layer.kernelH, layer.kernelW, layer.strideH, layer.strideW}) {
    if (figure < 1 || figure > kMaxKernel)
      fail(layer, base::Message("needs kernels and strides of 1 .. 4096"));
  }
  if (layer.activation != Activation::none && !traits.activates)
    fail(layer, base::Message("cannot have an activation"));
  if (layer.batchNorm && !traits.normalises) fail(layer, base::Message("cannot have batch norm"));
  layer.out = outputOf(layer, ins);
  // Before the product, which is 64 bits wide.
  if (layer.out.c > kMaxSide || layer.out.elements() > kMaxElements || layer.out.c < 1)
    fail(layer, base::Message("has an output too large to be meant, %1", text(layer.out)));
  // Of any kind: none looks at more than its kernel over all input channels for each output, or all inputs.
  const double looks = traits.weights == WeightForm::wholeMap
                           ? double(layer.in.elements())
                           : double(layer.kernelH) * layer.kernelW * layer.in.c;
  if (looks * double(std::max(layer.out.elements(), long(layer.units))) > kMaxProducts)
    fail(layer, base::Message("needs more multiplications than can be meant"));
  layers_.push_back(std::move(layer));
  return index;
}

Shape NetworkSpec::shapeOf(int layer) const {
  return layer == kNetworkInput ? input_ : layers_.at(layer).out;
}
Shape NetworkSpec::output() const {
  return layers_.empty() ? input_ : layers_.back().out;
}

std::uint64_t NetworkSpec::fingerprint() const {
  std::uint64_t hash = 0;
  const auto take = [&](long value) { hash = base::mix(hash ^ static_cast<std::uint64_t>(value)); };
  for (const int side : {input_.h, input_.w, input_.c}) take(side);
  for (const Layer& layer : layers_) {
    LayerKind kind = layer.kind;
    // These are one operation.
    if (kind == LayerKind::pointwise || kind == LayerKind::conv1dTime ||
        (kind == LayerKind::dilatedConv1dTime && layer.dilation == 1))
      kind = LayerKind::conv2d;
    const bool whole = layer.kernelH == 1 && layer.kernelW == 1 && layer.strideH == 1 && layer.strideW == 1;
    take(static_cast<long>(kind));
    for (const int input : layer.inputs) take(input);
    for (const int figure : {layer.filters, layer.kernelH, layer.kernelW, layer.strideH, layer.strideW,
                             whole ? 0 : static_cast<int>(layer.padding), static_cast<int>(layer.activation),
                             static_cast<int>(layer.batchNorm), layer.begin, layer.groups, layer.units})
      take(figure);
    if (layer.dilation > 1) take(layer.dilation);
  }
  return hash;
}

}  // namespace kinglet::network
