// Unconstrained minimisation of a smooth function: L-BFGS (Nocedal and Wright 2006, ch. 7) with backtracking.
#pragma once

#include <functional>
#include <vector>

namespace kinglet::energy {

// value(x, gradient out); may return infinity where x makes no sense. Returns the best x found.
using Objective = std::function<double(const std::vector<double>& x, std::vector<double>& gradient)>;
std::vector<double> minimise(const Objective& value, std::vector<double> start, int iterations);

}  // namespace kinglet::energy
