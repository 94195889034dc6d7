// A network to test exports with; its weights are made up by deploy/verify/made_up.h.
#pragma once

#include "deploy/verify/made_up.h"
#include "network/network_spec.h"

namespace kinglet::deploy {

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
  x = net.add({.kind = LayerKind::cropTime, .name = "crop", .inputs = {x}, .begin = 1});
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
  x = net.add({.kind = LayerKind::conv2d,
               .name = "unpadded",
               .inputs = {x},
               .filters = 7,
               .kernelH = 2,
               .kernelW = 3,
               .padding = Padding::validTime,
               .activation = Activation::relu,
               .batchNorm = true});
  x = net.add({.kind = LayerKind::depthwise,
               .name = "unpadded_dw",
               .inputs = {x},
               .kernelH = 1,
               .kernelW = 3,
               .padding = Padding::validTime});
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
