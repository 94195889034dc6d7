// What a layer asks of a processor, counted: the common ground of device profiles and predictors, whether the
// layer comes from a NetworkSpec or from a measured table that knows only its shapes.
#pragma once

#include <string>
#include <vector>

#include "network/layer_traits.h"

namespace kinglet::energy {

using network::toText;
using network::WorkKind;

// One kernel with its shapes. Counts are per inference; bytes are int8.
struct LayerWork {
  WorkKind kind = WorkKind::none;
  std::string name;
  network::Shape in, out;
  int kernelH = 1, kernelW = 1, stride = 1;
  int dilation = 1;  // frames between taps; no table was measured with more, so it counts as 1
  long macs = 0, params = 0;
  int operators = 1;         // kernels a runtime starts
  long patchBytes = 0;       // input bytes gathered for the products (im2col); 0 where none is needed
  long outputs = 0;          // results that are summed, scaled and stored
  long activationBytes = 0;  // moved by layers without weights
};

// As NetworkSpec::layers, one for one.
std::vector<LayerWork> workOf(const network::NetworkSpec& network);

// What is assumed of layers that no device was measured with, for the end of a source's line; empty where
// nothing is.
std::string assumedOf(const std::vector<LayerWork>& works);

// Whether what countWork() counts of it stays below 10^15, as with any layer that was ever measured.
bool isCountable(const LayerWork& work);

// Fills the counts from kind, shapes, kernel and stride (macs and params are set where they are 0). It must
// be countable.
void countWork(LayerWork& work);

// Real multiply-adds of the log-mel front end for one clip: window, FFT (radix 2, real), power, mel
// triangles, logarithm (taken as 20).
double frontEndOps(const network::InputSpec& input);

}  // namespace kinglet::energy
