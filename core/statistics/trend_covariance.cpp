#include "statistics/trend_covariance.h"

#include <cmath>

namespace kinglet::statistics {
namespace {

using Eigen::ArrayXXd;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kRoot3 = 1.7320508075688772;

struct Prior {
  double mean, spread;
};
constexpr Prior kLength{2, 1.5}, kAmplitude{-1, 1.0}, kNoise{-3.5, 1.0};

MatrixXd trendKernel(const MatrixXd& a, const MatrixXd& b) {
  MatrixXd k = kTrendSpread * kTrendSpread * (a * b.transpose());
  k.array() += 9 * kTrendSpread * kTrendSpread;
  return k;
}

class TrendCovariance : public Covariance {
 public:
  TrendCovariance(int columns, std::vector<int> trend) : columns_(columns), trend_(std::move(trend)) {}

  Hyperparameters priorMean() const override { return ofPriors(&Prior::mean); }
  Hyperparameters priorDeviation() const override { return ofPriors(&Prior::spread); }

  double noise(const Hyperparameters& h) const override { return std::exp(2 * h[columns_ + 1]); }

  Features features(const MatrixXd& inputs, const Hyperparameters& h) const override {
    Features features{inputs, MatrixXd(inputs.rows(), trend_.size())};
    for (int j = 0; j < columns_; ++j) features.smooth.col(j) *= std::exp(-h[j]);
    for (std::size_t t = 0; t < trend_.size(); ++t) features.linear.col(t) = inputs.col(trend_[t]);
    return features;
  }

  MatrixXd between(const Features& a, const Features& b, const Hyperparameters& h) const override {
    return matern32(squaredDistances(a.smooth, b.smooth), variance(h)) + trendKernel(a.linear, b.linear);
  }

  VectorXd variances(const Features& at, const Hyperparameters& h) const override {
    return (kTrendSpread * kTrendSpread * at.linear.rowwise().squaredNorm().array() +
            9 * kTrendSpread * kTrendSpread + variance(h))
        .matrix();
  }

  std::unique_ptr<Square> square(const MatrixXd& inputs, const Hyperparameters& h) const override {
    auto square = std::make_unique<Smooth>(h);
    const Features features = this->features(inputs, h);
    square->scaled = features.smooth;
    const ArrayXXd r = squaredDistances(square->scaled, square->scaled).array().sqrt();
    square->decay = (-kRoot3 * r).exp();
    square->amplitude = variance(h);
    square->matern = (square->amplitude * (1 + kRoot3 * r) * square->decay).matrix();
    square->value = square->matern + trendKernel(features.linear, features.linear);
    return square;
  }

 private:
  struct Smooth : Square {
    explicit Smooth(const Hyperparameters& parameters) : h(parameters) {}

    void slope(const MatrixXd& pull, VectorXd& gradient) const override {
      const Eigen::Index d = scaled.cols();
      gradient.resize(h.size());
      const MatrixXd own = (pull.array() * 3 * amplitude * decay).matrix();
      const VectorXd rows = own.rowwise().sum();
      const MatrixXd pulled = own * scaled;
      for (Eigen::Index j = 0; j < d; ++j) {
        const auto column = scaled.col(j);
        gradient[j] = rows.dot(column.cwiseAbs2()) - column.dot(pulled.col(j));
      }
      gradient[d] = pull.cwiseProduct(matern).sum();
      gradient[d + 1] = std::exp(2 * h[d + 1]) * pull.trace();
    }

    const Hyperparameters h;
    MatrixXd scaled, matern;
    ArrayXXd decay;
    double amplitude = 1;
  };

  Hyperparameters ofPriors(double Prior::*what) const {
    Hyperparameters h = Hyperparameters::Constant(columns_ + 2, kLength.*what);
    h[columns_] = kAmplitude.*what;
    h[columns_ + 1] = kNoise.*what;
    return h;
  }
  double variance(const Hyperparameters& h) const { return std::exp(2 * h[columns_]); }

  int columns_;
  std::vector<int> trend_;
};

}  // namespace

std::shared_ptr<const Covariance> trendCovariance(int columns, std::vector<int> trend) {
  return std::make_shared<TrendCovariance>(columns, std::move(trend));
}

MatrixXd matern32(const MatrixXd& squares, double variance) {
  const ArrayXXd r = squares.array().sqrt();
  return (variance * (1 + kRoot3 * r) * (-kRoot3 * r).exp()).matrix();
}

}  // namespace kinglet::statistics
