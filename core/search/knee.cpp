#include "search/knee.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinglet::search {

int kneeOf(std::span<const Point> front) {
  double low[2], high[2];
  std::fill_n(low, 2, std::numeric_limits<double>::infinity());
  std::fill_n(high, 2, -std::numeric_limits<double>::infinity());
  const auto usable = [](const Point& point) {
    return point.size() == 2 && std::isfinite(point[0]) && std::isfinite(point[1]);
  };
  for (const Point& point : front) {
    if (!usable(point)) continue;
    for (int i = 0; i < 2; ++i) {
      low[i] = std::min(low[i], point[static_cast<std::size_t>(i)]);
      high[i] = std::max(high[i], point[static_cast<std::size_t>(i)]);
    }
  }
  // In the scaled square the ends of a front lie at (0, 1) and (1, 0): the line between them is x + y = 1, and how far
  // below it a point lies is 1 - x - y.
  const auto scaled = [&](const Point& point, std::size_t i) {
    return high[i] > low[i] ? (point[i] - low[i]) / (high[i] - low[i]) : 0.0;
  };
  constexpr double kSame = 1e-12;
  int best = -1;
  double bestDepth = 0, bestSecond = 0;
  for (std::size_t i = 0; i < front.size(); ++i) {
    if (!usable(front[i])) continue;
    const double depth = 1 - scaled(front[i], 0) - scaled(front[i], 1);
    const bool better =
        best < 0 || depth > bestDepth + kSame || (depth > bestDepth - kSame && front[i][1] < bestSecond);
    if (!better) continue;
    best = static_cast<int>(i);
    bestDepth = depth;
    bestSecond = front[i][1];
  }
  return best;
}

}  // namespace kinglet::search
