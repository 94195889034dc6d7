#include "train/stopping/prediction.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "statistics/normal.h"
#include "statistics/ridge.h"

namespace kinglet::train {
namespace {

// So many trials that ran to the end make the prior superfluous; with fewer than kLeast it stands alone.
constexpr int kEnough = 8, kLeast = 4;
// Ridge on standardised features: so many trials' worth of doubt that they tell anything.
constexpr double kDoubt = 1;
constexpr double kLeastVariance = 1e-6;

// Of a curve: its recent level, and a longer look back, which is steadier while the learning rate is high.
constexpr std::array<double, 2> kHalfLives{2, 8};  // epochs
using Features = std::array<double, kHalfLives.size()>;

// Mean of the first n errors, the latest most: a weight halves every `halfLife` epochs.
double recent(std::span<const double> errors, std::size_t n, double halfLife) {
  const double factor = std::exp2(-1 / halfLife);
  double sum = 0, weights = 0;
  for (std::size_t i = 0; i < n; ++i) {
    sum = sum * factor + errors[i];
    weights = weights * factor + 1;
  }
  return sum / weights;
}

Features featuresOf(std::span<const double> errors, std::size_t n) {
  return {recent(errors, n, kHalfLives[0]), recent(errors, n, kHalfLives[1])};
}

// Learnt from trials that ran to the end, one row of features each.
class Regression {
 public:
  Regression(const statistics::Points& points, const std::vector<double>& finals) {
    const std::vector<int> columns{0, 1};
    statistics::Standard standard = statistics::standardOf(points, columns);
    // Where the trials were all alike, one that differs is nothing that they tell of: far out, and so unsure.
    for (double& scale : standard.scale) scale += 1e-9;
    ridge_ = statistics::Ridge(points, finals, columns, std::move(standard), kDoubt);
    for (int i = 0; i < points.rows(); ++i) {
      const double off = finals[static_cast<std::size_t>(i)] - ridge_.at(points.row(i)),
                   leftOut = off / (1 - ridge_.leverage(points.row(i)));
      noise_ += leftOut * leftOut / (points.rows() - 2);
    }
  }

  double at(const Features& x) const { return ridge_.at(x); }
  double varianceAt(const Features& x) const { return noise_ * (1 + ridge_.leverage(x)) + kLeastVariance; }

 private:
  statistics::Ridge ridge_;
  double noise_ = 0;
};

}  // namespace

double Prediction::quantile(double probability) const {
  return mean + deviation * statistics::normalQuantile(probability);
}

Prediction predictFinal(const StoppingView& view) {
  const std::size_t n = view.errors.size();
  const Features here = featuresOf(view.errors, n);
  const double left = 1 - static_cast<double>(n) / std::max(view.epochs, 1);
  Prediction prediction;
  prediction.mean = here[0] * (1 - 0.5 * left);
  prediction.deviation = 0.03 + 0.5 * left * here[0];

  statistics::Points xs{static_cast<int>(here.size()), {}};
  std::vector<double> ys;
  for (const auto& other : view.others) {
    if (static_cast<int>(other.size()) < view.epochs) continue;
    xs.add(featuresOf(other, n));
    ys.push_back(other[static_cast<std::size_t>(view.epochs) - 1]);
  }
  prediction.curves = static_cast<int>(ys.size());
  if (prediction.curves < kLeast) return prediction;
  const Regression learnt(xs, ys);
  const double trust = std::min(1.0, double(prediction.curves) / kEnough);
  prediction.mean = (1 - trust) * prediction.mean + trust * learnt.at(here);
  prediction.deviation =
      std::sqrt((1 - trust) * prediction.deviation * prediction.deviation + trust * learnt.varianceAt(here));
  return prediction;
}

}  // namespace kinglet::train
