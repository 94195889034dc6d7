#include "train/stopping/prediction.h"

#include <algorithm>
#include <array>
#include <cmath>

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

// Ridge regression of the final error on two standardised features.
class Regression {
 public:
  Regression(const std::vector<Features>& xs, const std::vector<double>& ys)
      : count_(static_cast<double>(ys.size())) {
    for (std::size_t i = 0; i < xs.size(); ++i) {
      middle_ += ys[i] / count_;
      for (std::size_t k = 0; k < 2; ++k) mean_[k] += xs[i][k] / count_;
    }
    for (const Features& x : xs)
      for (std::size_t k = 0; k < 2; ++k) scale_[k] += (x[k] - mean_[k]) * (x[k] - mean_[k]) / count_;
    for (double& scale : scale_) scale = std::sqrt(scale) + 1e-9;
    double p = 0, q = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
      const Features z = standardised(xs[i]);
      a_ += z[0] * z[0], b_ += z[0] * z[1], d_ += z[1] * z[1];
      p += z[0] * (ys[i] - middle_), q += z[1] * (ys[i] - middle_);
    }
    determinant_ = a_ * d_ - b_ * b_;
    weights_ = {(d_ * p - b_ * q) / determinant_, (a_ * q - b_ * p) / determinant_};
    for (std::size_t i = 0; i < xs.size(); ++i) {
      const double off = (ys[i] - at(xs[i])) / (1 - leverage(xs[i]));  // had it been left out
      noise_ += off * off / (count_ - 2);
    }
  }

  double at(const Features& x) const {
    const Features z = standardised(x);
    return middle_ + weights_[0] * z[0] + weights_[1] * z[1];
  }
  double varianceAt(const Features& x) const { return noise_ * (1 + leverage(x)) + kLeastVariance; }

 private:
  Features standardised(const Features& x) const {
    return {(x[0] - mean_[0]) / scale_[0], (x[1] - mean_[1]) / scale_[1]};
  }
  double leverage(const Features& x) const {
    const Features z = standardised(x);
    return 1 / count_ + (d_ * z[0] * z[0] - 2 * b_ * z[0] * z[1] + a_ * z[1] * z[1]) / determinant_;
  }

  double count_, middle_ = 0, noise_ = 0;
  Features mean_{}, scale_{}, weights_{};
  double a_ = kDoubt, b_ = 0, d_ = kDoubt, determinant_ = 1;  // of the normal equations
};

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
  const Features here = featuresOf(view.errors, n);
  const double left = 1 - static_cast<double>(n) / std::max(view.epochs, 1);
  Prediction prediction;
  prediction.mean = here[0] * (1 - 0.5 * left);
  prediction.deviation = 0.03 + 0.5 * left * here[0];

  std::vector<Features> xs;
  std::vector<double> ys;
  for (const auto& other : view.others) {
    if (static_cast<int>(other.size()) < view.epochs) continue;
    xs.push_back(featuresOf(other, n));
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
