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
  long flashBytes = 0;    // int8 weights and int32 biases; with an input the front end too
  long peakRamBytes = 0;  // largest set of live int8 buffers, skip connections counted; likewise
  int operators = 0;
  long frontEndFlashBytes = 0, frontEndRamBytes = 0;  // of those; 0 without an input
};

// Throws base::Error when the network has no layers.
NetworkCost costOf(const NetworkSpec& network);

// What the exported log-mel front end takes beside any network, in floating point: tables of the window (one
// float a sample), of turns (one a point of the FFT), of mel triangles (a float a bin that each covers, six
// bytes a band), means and deviations; 1,400 bytes of code (deploy/c/logmel.c and frontend.c by arm-none-eabi-gcc
// -O2 for a Cortex-M4, with logf). RAM: a spectrum (two floats a bin), one window of samples and one frame of
// features as floats; static, so that it stays beside the network's buffers.
struct FrontEndMemory {
  long flashBytes = 0, ramBytes = 0;
};
FrontEndMemory frontEndMemory(const InputSpec& input);

// The network with the front end that feeds it: what a device must hold.
NetworkCost costOf(const NetworkSpec& network, const InputSpec& input);

}  // namespace kinglet::network
