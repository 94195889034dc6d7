// The point of a front that is chosen where nothing else is known of what its user wants.
#pragma once

#include <span>

#include "search/pareto.h"

namespace kinglet::search {

// Index of the knee of a front of two objectives, both minimised, in any order: the point that lies farthest on the
// better side of the straight line between the front's ends, each objective scaled to the front's range (Das 1999,
// "On characterizing the knee of the Pareto curve"). An objective that is looked at on a logarithmic axis is given as
// its logarithm. Where none lies on the better side, the end that is better in the second objective. Points that are
// not finite are passed over; -1 where none is left.
int kneeOf(std::span<const Point> front);

}  // namespace kinglet::search
