// Ridge regression (Hoerl and Kennard 1970, "Ridge regression: biased estimation for nonorthogonal
// problems").
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <vector>

#include "statistics/points.h"

namespace kinglet::statistics {

// y(x) = b + w . z, z the standardised columns, by the least of  sum (y - b - w . z)^2 + penalty |w|^2.
// The default gives 0 everywhere.
class Ridge {
 public:
  Ridge() = default;
  // `columns` of the points, none to all; `standard` has as many, each scale above 0. One target a row, at
  // least one. penalty: at least 0, in rows' worth of doubt that a column tells anything.
  Ridge(const Points& points, const std::vector<double>& targets, std::vector<int> columns, Standard standard,
        double penalty);

  double at(std::span<const double> point) const;
  // What a point's own target would weigh in its value, 0 .. 1 among the rows, any above elsewhere (Hoaglin
  // and Welsch 1978): a row's error had it been left out is its error / (1 - leverage). Not of one read from
  // JSON.
  double leverage(std::span<const double> point) const;

  nlohmann::json toJson() const;
  // Throws nlohmann's exceptions where a key is missing or of another kind; see fits() for the rest.
  static Ridge fromJson(const nlohmann::json& json);
  // Whether what a file gave makes sense for points of so many columns.
  bool fits(int columns) const;

 private:
  std::vector<int> columns_;
  Standard standard_;
  std::vector<double> weights_;  // the intercept last
  std::vector<double> inverse_;  // of the normal equations' matrix, square
};

}  // namespace kinglet::statistics
