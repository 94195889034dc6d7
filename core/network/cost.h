// What a network costs, counted as deployed: int8 weights and activations, int32 biases, batch norm folded.
#pragma once

#include <vector>

#include "network/network_spec.h"

namespace kinglet::network {

struct LayerCost {
  long macs = 0;         // multiply-accumulates of convolutions and dense layers (also inside squeeze-excite); others 0
  long params = 0;       // weights + biases, batch norm folded
  long weightBytes = 0;  // int8 weights + int32 biases
  long readBytes = 0, writtenBytes = 0;  // activations moved
  long liveBytes = 0;    // all buffers alive while this layer runs
  int operators = 0;     // kernels a runtime would start (squeeze-excite is several)
};

struct NetworkCost {
  std::vector<LayerCost> layers;  // as NetworkSpec::layers
  long macs = 0, params = 0;
  long flashBytes = 0;            // int8 weights and int32 biases
  long peakRamBytes = 0;          // largest set of live int8 buffers, skip connections counted
  int operators = 0;
};

NetworkCost costOf(const NetworkSpec& network);

}  // namespace kinglet::network
