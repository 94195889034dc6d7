// What a handful of figures come to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace kinglet::statistics {

// Sums run in the order of the values, the mean's over their shares, so that the same values give the same
// bits. All take at least one value unless said otherwise, and none that are not numbers; results are of the
// values' own unit.
double mean(std::span<const double> values);
// With n - 1 below, as of a sample; 0 of a single value.
double deviation(std::span<const double> values);
// Of an even number the mean of the two in the middle; NaN of none.
double median(std::vector<double> values);
// The value that a new one stays below with probability `level`, 0 .. 1, if it is of their kind: of rank
// ceil(level (n + 1)), counted from 1 (split conformal prediction; Lei et al. 2018, section 2.2). The largest
// where there are too few.
double conformalQuantile(std::vector<double> values, double level);

// The value with `rank` others before it in rising order, counted from 0, below the number of values.
// Reorders them.
template <class Value>
Value ranked(std::vector<Value>& values, std::size_t rank) {
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}
// The value that a share, 0 .. 1, of the others lie below: of rank share (n - 1), rounded to the nearest; 0
// of none.
template <class Value>
Value quantile(std::vector<Value> values, double share) {
  if (values.empty()) return 0;
  return ranked(values, static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5));
}
// The middle one, of an even number the upper of the two in the middle: a value that is there, and one pass
// alone. 0 of none.
template <class Value>
Value upperMedian(std::vector<Value> values) {
  return values.empty() ? Value(0) : ranked(values, values.size() / 2);
}

// 95 % interval of a share, 0 .. 1, of which `hits` of `n` were seen (Wilson 1927, "Probable inference, the
// law of succession, and statistical inference"); all of 0 .. 1 where n is 0.
struct ShareInterval {
  double low = 0, high = 1;
};
ShareInterval shareInterval(int hits, int n);

}  // namespace kinglet::statistics
