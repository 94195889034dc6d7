#include "statistics/summary.h"

#include <cmath>
#include <limits>

namespace kinglet::statistics {

double mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value / static_cast<double>(values.size());
  return sum;
}

double deviation(std::span<const double> values) {
  if (values.size() < 2) return 0;
  const double middle = mean(values);
  double squares = 0;
  for (const double value : values) squares += (value - middle) * (value - middle);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

double median(std::vector<double> values) {
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  const std::size_t middle = values.size() / 2;
  const double upper = ranked(values, middle);
  if (values.size() % 2 == 1) return upper;
  return (*std::max_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle)) + upper) /
         2;
}

double conformalQuantile(std::vector<double> values, double level) {
  const auto rank = static_cast<std::size_t>(std::ceil(level * static_cast<double>(values.size() + 1)));
  return ranked(values, std::clamp<std::size_t>(rank, 1, values.size()) - 1);
}

ShareInterval shareInterval(int hits, int n) {
  if (n == 0) return {0, 1};
  constexpr double z = 1.959964;
  const double share = double(hits) / n, scale = 1 + z * z / n;
  const double middle = (share + z * z / (2 * n)) / scale;
  const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)) / scale;
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace kinglet::statistics
