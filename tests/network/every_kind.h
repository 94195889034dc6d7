// What tests over all kinds of layers are made of.
#pragma once

#include <stdexcept>
#include <string>

#include "network/layer_traits.h"

namespace kinglet::network {

// A small network around a layer of the kind, called "it": with a window of 3 and strides of 2 where the kind
// has them, batch norm and a rectifier where they may be, its own figure 2.
inline NetworkSpec networkWith(LayerKind kind) {
  const LayerTraits& traits = traitsOf(kind);
  NetworkSpec net(std::string("with ") + traits.text, {20, 8, 1});
  int x = net.add(
      {.kind = LayerKind::conv2d, .name = "stem", .filters = 8, .kernelH = 3, .kernelW = 3, .strideW = 2});
  if (traits.window == Window::overTime)
    x = net.add({.kind = LayerKind::frequencyToChannels, .name = "flat", .inputs = {x}});
  Layer it{.kind = kind, .name = "it", .inputs = {x}, .filters = 6, .kernelH = 3, .kernelW = 3};
  if (traits.inputs == 2)
    it.inputs.push_back(
        net.add({.kind = LayerKind::pointwise, .name = "beside", .inputs = {x}, .filters = 8}));
  it.strideH = it.strideW = 2;
  if (traits.activates) it.activation = Activation::relu;
  it.batchNorm = traits.normalises;
  if (traits.figure) it.*traits.figure = 2;
  x = net.add(it);
  x = net.add({.kind = LayerKind::globalAveragePool, .name = "mean", .inputs = {x}});
  net.add({.kind = LayerKind::dense, .name = "classes", .inputs = {x}, .filters = 3});
  return net;
}

inline const Layer& layerNamed(const NetworkSpec& net, const std::string& name) {
  for (const Layer& layer : net.layers())
    if (layer.name == name) return layer;
  throw std::runtime_error("no layer " + name);
}

// The kinds that a sample of all kinds lacks, for a test to say: none.
inline std::string kindsMissingIn(const NetworkSpec& net) {
  std::string missing;
  for (const LayerKind kind : allLayerKinds()) {
    bool found = false;
    for (const Layer& layer : net.layers()) found |= layer.kind == kind;
    if (!found) missing += std::string(missing.empty() ? "" : ", ") + toText(kind);
  }
  return missing;
}

}  // namespace kinglet::network
