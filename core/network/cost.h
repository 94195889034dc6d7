// What a network costs, counted as deployed: int8 weights and activations, int32 biases, batch norm folded.
//
// Peak RAM is the largest sum of activation buffers alive at once, layers run in their order:
//   - a buffer lives from the layer that writes it to its last reader; the network's input from the start,
//     its output to the end; a layer's inputs and output are alive together while it runs;
//   - frequencyToChannels is its input under another shape: no buffer of its own;
//   - add and squeezeExcite work element by element and write over an input (of the right size) that dies
//     with them;
//   - squeezeExcite also needs its pooled map, hidden units and gate: channels + units bytes, then channels
//     bytes.
// A planner that places the buffers in one arena may need a little more where they do not pack without holes.
#pragma once

#include <vector>

#include "network/network_spec.h"

namespace kinglet::network {

struct LayerCost {
  // Multiply-accumulates of convolutions and dense layers, also inside squeeze-excite; others 0.
  long macs = 0;
  long params = 0;                       // weights + biases, batch norm folded
  long weightBytes = 0;                  // int8 weights + int32 biases
  long readBytes = 0, writtenBytes = 0;  // activations moved
  long liveBytes = 0;                    // all buffers alive while this layer runs
  // Kernels a runtime would start: squeeze-excite is four, a hard swish one more, a view none.
  int operators = 0;
};

struct NetworkCost {
  std::vector<LayerCost> layers;  // as NetworkSpec::layers
  long macs = 0, params = 0;
  long flashBytes = 0;    // int8 weights and int32 biases
  long peakRamBytes = 0;  // largest set of live int8 buffers, skip connections counted
  int operators = 0;
};

// Throws base::Error when the network has no layers.
NetworkCost costOf(const NetworkSpec& network);

}  // namespace kinglet::network
