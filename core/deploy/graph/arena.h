// Where each map lies in the one static buffer of an export, and how large that buffer is.
#pragma once

#include <vector>

#include "deploy/graph/graph.h"

namespace kinglet::deploy {

struct Arena {
  std::vector<long> offset;  // a value, in elements; views and crops lie in what they look at
  long elements = 0;         // of the whole arena; bytes for int8, times 4 for float
  long lowerBound = 0;       // the largest sum of maps alive at once: what network::costOf promises
};

// Maps that live at the same time do not overlap; an add, a scale and a hard swish write over an input that
// dies with them; a view or a crop costs nothing. Offsets are found by trying several orders of greedy first-fit (by
// size, by lifetime, by time) and keeping the smallest. The same graph gives the same arena.
Arena planArena(const Graph& graph);

}  // namespace kinglet::deploy
