// One operator at a time, for whoever looks into a network. Private to graph/.
#pragma once

#include <cstdint>
#include <vector>

#include "deploy/graph/quantize.h"

namespace kinglet::deploy {

// maps holds every value; the operator's inputs are read, its output is written.
void runFloatOp(const Graph& graph, std::size_t index, std::vector<std::vector<float>>& maps);
void runIntegerOp(const QuantizedGraph& network, std::size_t index,
                  std::vector<std::vector<std::int8_t>>& maps);

}  // namespace kinglet::deploy
