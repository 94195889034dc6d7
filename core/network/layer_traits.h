// What holds of a kind of layer wherever it is met, told once: a new kind is a case of the table in
// layer_traits.cpp. What takes code of its own (shapes, training, exporters, words) is a switch without
// `default`: whatever links network/ is compiled with -Werror=switch, so a forgotten kind does not compile.
#pragma once

#include <array>
#include <vector>

#include "network/network_spec.h"

namespace kinglet::network {

// What slides over the map, and which of the kernel's sides are free.
enum class Window {
  none,
  point,     // 1 x 1, strides allowed
  overTime,  // kernelH x 1, on a map with w = 1
  plane,     // kernelH x kernelW
};

// What a layer has learnt, biases and batch norm apart.
enum class WeightForm {
  none,
  filters,     // [filters][kernelH][kernelW][in.c], used at each place of the output
  perChannel,  // [1][kernelH][kernelW][in.c], likewise
  wholeMap,    // [filters][in.h * in.w * in.c], used once
  gate,        // squeeze-and-excitation: [units][in.c], then [in.c][units], each used once
};

// What it asks of a processor. data: moves or pools activations, no weights. none: costs nothing (a view).
enum class WorkKind { conv, pointwise, depthwise, conv1d, dense, data, none };
const char* toText(WorkKind kind);

// Activations that it moves beside its sums, in elements.
enum class Moved {
  nothing,
  input,
  inputTwice,  // or two inputs of one shape
  output,
  windows,  // a kernel's worth for each output
};

struct LayerTraits {
  const char* text = "";  // as stored and shown in tables
  int inputs = 1;
  Window window = Window::none;
  WeightForm weights = WeightForm::none;
  bool activates = false;   // an activation may be part of it
  bool normalises = false;  // and batch norm
  bool overwrites = false;  // element by element: over an input that dies with it
  int operators = 1;        // kernels that a runtime starts; 0: a view of its input
  WorkKind work = WorkKind::data;
  Moved moved = Moved::nothing;
  int Layer::*figure = nullptr;  // the member of `begin`, `groups`, `units`, `dilation` that this kind reads
};

constexpr int kLayerKindCount = static_cast<int>(LayerKind::cropTime) + 1;  // of the last kind

constexpr std::array<LayerKind, kLayerKindCount> allLayerKinds() {
  std::array<LayerKind, kLayerKindCount> kinds{};
  for (int i = 0; i < kLayerKindCount; ++i) kinds[static_cast<std::size_t>(i)] = static_cast<LayerKind>(i);
  return kinds;
}

const LayerTraits& traitsOf(LayerKind kind);

// Of the tensor "weight", as WeightForm says; empty where there is none (a gate has two, of other names).
std::vector<int> weightShape(const Layer& layer);

}  // namespace kinglet::network
