#include "space/block_builder.h"

#include <algorithm>

namespace kinglet::space {

using network::Activation;
using network::Layer;
using network::LayerKind;
using network::Shape;

std::string BlockBuilder::in(const char* part) const {
  return scope_ + "/" + part;
}

void BlockBuilder::append(Layer layer) {
  layer.inputs = {last_};
  last_ = network_.add(std::move(layer));
}

void BlockBuilder::flatten() {
  if (shape().w > 1) append({.kind = LayerKind::frequencyToChannels, .name = in("frequency_to_channels")});
  oneDimensional_ = true;
}

// Frames are lost in equal numbers at either end, so that a skip can leave out the same.
void BlockBuilder::unpad(Layer& layer) {
  if (padsTime_) return;
  const int most = shape().h;
  layer.kernelH = std::min(layer.kernelH, most);
  if (layer.kernelH > 1) layer.dilation = std::min(layer.dilation, (most - 1) / (layer.kernelH - 1));
  if (layer.reachH() % 2 == 0) --(layer.dilation > 1 ? layer.dilation : layer.kernelH);
  if (layer.kernelH == 1) return;
  layer.padding = network::Padding::validTime;
  lost_ = layer.reachH() / 2;
}

void BlockBuilder::crop(const char* part) {
  if (lost_ > 0) append({.kind = LayerKind::cropTime, .name = in(part), .begin = lost_});
}

void BlockBuilder::setWindow(Layer& layer, int kernel, int stride) {
  const Shape map = shape();
  const int alongTime = overTime() && kernel > 1 ? 2 * kernel + 1 : kernel;
  layer.kernelH = std::min(alongTime, 2 * map.h - 1);
  layer.kernelW = overTime() ? 1 : std::min(kernel, 2 * map.w - 1);
  layer.strideH = map.h > 1 ? stride : 1;
  layer.strideW = map.w > 1 && !overTime() ? stride : 1;
  unpad(layer);
}

void BlockBuilder::conv(const char* part, int filters, int kernel, int stride, Activation activation) {
  Layer layer{.kind = overTime() ? LayerKind::conv1dTime : LayerKind::conv2d,
              .name = in(part),
              .filters = filters,
              .activation = activation,
              .batchNorm = true};
  setWindow(layer, kernel, stride);
  if (layer.kernelH == 1 && layer.kernelW == 1) layer.kind = LayerKind::pointwise;
  append(std::move(layer));
}

void BlockBuilder::dilated(const char* part, const Block& block, Activation activation) {
  const Shape map = shape();
  Layer layer{.kind = LayerKind::dilatedConv1dTime,
              .name = in(part),
              .filters = block.width,
              .kernelH = std::min(block.kernel, 2 * map.h - 1),
              .strideH = map.h > 1 ? block.stride : 1,
              .activation = activation,
              .batchNorm = true};
  const int reach = std::min(2 * map.h - 1, network::kMaxKernel);
  if (layer.kernelH > 1) layer.dilation = std::min(block.dilation, (reach - 1) / (layer.kernelH - 1));
  unpad(layer);
  append(std::move(layer));
}

void BlockBuilder::depthwise(const char* part, int kernel, int stride, Activation activation) {
  Layer layer{.kind = LayerKind::depthwise, .name = in(part), .activation = activation, .batchNorm = true};
  setWindow(layer, kernel, stride);
  append(std::move(layer));
}

void BlockBuilder::stem(bool overTime, int filters, int kernel, int stride) {
  scope_ = "stem";
  if (overTime) flatten();
  conv("conv", filters, kernel, stride, Activation::relu);
}

void BlockBuilder::block(const Block& block) {
  scope_ = "block" + std::to_string(++number_);
  lost_ = 0;
  if (block.type == BlockType::conv1dTime || block.type == BlockType::dilated) flatten();
  const int from = last_;
  const bool linear = block.type == BlockType::invertedResidual;
  // Where the sum is activated, what goes into it is not.
  const Activation ending = linear || block.skip ? Activation::none : Activation::relu;
  switch (block.type) {
    case BlockType::conv:
    case BlockType::conv1dTime:
      conv("conv", block.width, block.kernel, block.stride, ending);
      break;
    case BlockType::separable:
      depthwise("depthwise", block.kernel, block.stride, Activation::relu);
      conv("pointwise", block.width, 1, 1, ending);
      break;
    case BlockType::invertedResidual:
      if (block.expansion > 1) conv("expand", shape().c * block.expansion, 1, 1, Activation::relu);
      depthwise("depthwise", block.kernel, block.stride, Activation::relu);
      conv("project", block.width, 1, 1, ending);
      break;
    case BlockType::dilated:
      dilated("conv", block, ending);
      break;
    case BlockType::shuffle:
      shuffleUnit(block.width + block.width % 2, block.kernel, block.stride);
      break;
  }
  if (block.squeeze)
    append({.kind = LayerKind::squeezeExcite, .name = in("squeeze"), .units = std::max(4, shape().c / 4)});
  if (block.skip) addSkip(from, block.stride, linear ? Activation::none : Activation::relu);
}

// Figure 3 (c) and (d) of Ma et al. 2018; as there, no activation follows a depthwise convolution.
void BlockBuilder::shuffleUnit(int width, int kernel, int stride) {
  const int from = last_, half = width / 2;
  const Shape map = shape();
  const bool keepsSize = stride == 1 || (map.h == 1 && (map.w == 1 || overTime()));
  int passed;
  if (keepsSize && map.c == width) {
    append({.kind = LayerKind::split, .name = in("pass"), .filters = half, .begin = 0});
    passed = last_;
    last_ = from;
    append({.kind = LayerKind::split, .name = in("work"), .filters = half, .begin = half});
  } else {
    depthwise("left_depthwise", kernel, stride, Activation::none);
    conv("left_pointwise", half, 1, 1, Activation::relu);
    passed = last_;
    last_ = from;
  }
  conv("reduce", half, 1, 1, Activation::relu);
  depthwise("depthwise", kernel, stride, Activation::none);
  conv("pointwise", half, 1, 1, Activation::relu);
  const int worked = last_;
  if (keepsSize && map.c == width) {
    last_ = passed;
    crop("pass_crop");
    passed = last_;
  }
  last_ = network_.add({.kind = LayerKind::concat, .name = in("concat"), .inputs = {passed, worked}});
  append({.kind = LayerKind::shuffle, .name = in("shuffle"), .groups = 2});
}

void BlockBuilder::addSkip(int from, int stride, Activation activation) {
  const int branch = last_;
  const Shape out = shape();
  last_ = from;
  crop("skip_crop");
  if (!(shape() == out)) conv("skip", out.c, 1, stride, Activation::none);
  last_ = network_.add(
      {.kind = LayerKind::add, .name = in("add"), .inputs = {last_, branch}, .activation = activation});
}

void BlockBuilder::head(int units, int classes) {
  scope_ = "head";
  append({.kind = LayerKind::globalAveragePool, .name = in("pool")});
  if (units > 0)
    append(
        {.kind = LayerKind::dense, .name = in("hidden"), .filters = units, .activation = Activation::relu});
  append({.kind = LayerKind::dense, .name = in("classes"), .filters = classes});
}

}  // namespace kinglet::space
