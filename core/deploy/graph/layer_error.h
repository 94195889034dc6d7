// Where int8 loses: what each layer's integers differ by from its floats.
#pragma once

#include <span>
#include <vector>

#include "deploy/graph/quantize.h"

namespace kinglet::deploy {

// Root mean square of the difference over that of the float map, over all windows: 0.01 is 1 %. NaN where the map is
// nothing but zeros.
struct LayerError {
  int layer = 0;  // of NetworkSpec::layers
  double added =
      0;  // by the layer alone: integers and floats read the same, the float network's maps rounded to int8
  double total = 0;  // at its output, with everything before it in integers
};

// A layer that moves data and rounds nothing adds nothing.
//
// A row for each layer, in order. inputs: normalised windows (value 0 each), at least one; other ones than it was
// calibrated on tell more. Throws base::Error without inputs, Cancelled.
std::vector<LayerError> layerErrors(const QuantizedGraph& network, std::span<const std::vector<float>> inputs,
                                    const Progress& progress = {});

}  // namespace kinglet::deploy
