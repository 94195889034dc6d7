#include "statistics/points.h"

#include <cmath>

namespace kinglet::statistics {

Points Points::subset(const std::vector<int>& rows) const {
  Points part;
  part.columns = columns;
  part.values.reserve(rows.size() * columns);
  for (int i : rows) part.add(row(i));
  return part;
}

Standard standardOf(const Points& points, std::span<const int> columns) {
  const int n = points.rows();
  Standard standard;
  for (const int column : columns) {
    double sum = 0, squares = 0;
    for (int i = 0; i < n; ++i) sum += points.row(i)[column];
    const double mean = sum / n;
    for (int i = 0; i < n; ++i) squares += std::pow(points.row(i)[column] - mean, 2);
    standard.mean.push_back(mean);
    standard.scale.push_back(std::sqrt(squares / n));
  }
  return standard;
}

}  // namespace kinglet::statistics
