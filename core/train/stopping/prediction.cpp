#include "train/stopping/prediction.h"

#include <algorithm>
#include <cmath>

namespace kinglet::train {
namespace {

double levelAt(std::span<const double> errors, std::size_t n) {
  const std::size_t from = n > 3 ? n - 3 : 0;
  double sum = 0;
  for (std::size_t i = from; i < n; ++i) sum += errors[i];
  return sum / static_cast<double>(n - from);
}

}  // namespace

double Prediction::quantile(double probability) const {
  // Bisection on the error function: exact enough and nothing to get wrong.
  double low = -10, high = 10;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (0.5 * std::erfc(-middle / M_SQRT2) < probability ? low : high) = middle;
  }
  return mean + deviation * low;
}

Prediction predictFinal(const StoppingView& view) {
  const std::size_t n = view.errors.size();
  const double level = levelAt(view.errors, n);
  const double left = 1 - static_cast<double>(n) / std::max(view.epochs, 1);
  // The prior counts as kPrior trials around this level.
  constexpr double kPrior = 4;
  const double priorFall = 0.5 * left, priorDeviation = (0.03 + 0.5 * left * level);
  double sw = kPrior, sx = kPrior * level, sy = kPrior * level * priorFall;
  std::vector<std::pair<double, double>> points;
  for (const auto& other : view.others) {
    if (static_cast<int>(other.size()) < view.epochs || other.size() < n) continue;
    const double x = levelAt(other, n);
    points.emplace_back(x, x - other[static_cast<std::size_t>(view.epochs) - 1]);
    sw += 1, sx += x, sy += points.back().second;
  }
  const double mx = sx / sw, my = sy / sw;
  double sxx = kPrior * 0.01, sxy = kPrior * 0.01 * priorFall;
  for (const auto& [x, y] : points) sxx += (x - mx) * (x - mx), sxy += (x - mx) * (y - my);
  const double slope = sxy / sxx;
  double squares = kPrior * priorDeviation * priorDeviation;
  for (const auto& [x, y] : points) {
    const double off = y - my - slope * (x - mx);
    squares += off * off;
  }
  const double variance = squares / sw;
  Prediction prediction;
  prediction.curves = static_cast<int>(points.size());
  prediction.mean = level - my - slope * (level - mx);
  prediction.deviation = std::sqrt(variance * (1 + 1 / sw + (level - mx) * (level - mx) / sxx));
  return prediction;
}

}  // namespace kinglet::train
