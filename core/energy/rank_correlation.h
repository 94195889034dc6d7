// Whether one figure orders things as another does.
#pragma once

#include <vector>

namespace kinglet::energy {

// Spearman's rank correlation, -1 .. 1, ties averaged; 0 where one side does not vary. Sizes are equal.
double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace kinglet::energy
