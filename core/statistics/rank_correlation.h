// Whether one figure orders things as another does.
#pragma once

#include <vector>

namespace kinglet::statistics {

// Places in rising order from 0, those of ties averaged.
std::vector<double> ranks(const std::vector<double>& values);
// Pearson's correlation, -1 .. 1; 0 where one side does not vary. Sizes are equal.
double correlation(const std::vector<double>& a, const std::vector<double>& b);
// Spearman's rank correlation ("The proof and measurement of association between two things", 1904): that of
// the ranks.
double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace kinglet::statistics
