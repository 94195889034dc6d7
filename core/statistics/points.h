// A table of numbers to learn from: rows are points, columns features.
#pragma once

#include <span>
#include <vector>

namespace kinglet::statistics {

struct Points {
  int columns = 0;
  std::vector<double> values;  // row-major
  int rows() const { return columns == 0 ? 0 : static_cast<int>(values.size() / columns); }
  std::span<const double> row(int i) const {
    return {values.data() + std::size_t(i) * columns, std::size_t(columns)};
  }
  void add(std::span<const double> row) { values.insert(values.end(), row.begin(), row.end()); }
  Points subset(const std::vector<int>& rows) const;
};

// What makes columns comparable: z = (x - mean) / scale.
struct Standard {
  std::vector<double> mean, scale;
};
// Of the columns named, at least one row: mean and deviation (with n below), 0 where a column does not vary.
// What a scale of 0 is to be is for the caller to say.
Standard standardOf(const Points& points, std::span<const int> columns);

}  // namespace kinglet::statistics
