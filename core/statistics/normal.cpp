#include "statistics/normal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kinglet::statistics {

double normalDensity(double u) {
  return std::exp(-0.5 * u * u) / std::sqrt(2 * std::numbers::pi);
}

double normalProbability(double u) {
  return 0.5 * std::erfc(-u / std::numbers::sqrt2);
}

double normalQuantile(double probability) {
  double u = 0;
  for (int i = 0; i < 60; ++i) {
    const double step = (normalProbability(u) - probability) / normalDensity(u);
    u -= std::clamp(step, -1.0, 1.0);
    if (std::abs(step) < 1e-13) break;
  }
  return u;
}

}  // namespace kinglet::statistics
