#include "statistics/gaussian_process.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/cancelled.h"
#include "statistics/minimiser.h"

namespace kinglet::statistics {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

GaussianProcess::GaussianProcess(std::shared_ptr<const Covariance> covariance, TargetScale scale)
    : covariance_(std::move(covariance)), targetScale_(scale) {}

double GaussianProcess::loss(const Observations& seen, const Hyperparameters& h, VectorXd& gradient) const {
  const Index n = seen.inputs.rows();
  const auto square = covariance_->square(seen.inputs, h);
  MatrixXd& k = square->value;
  if (seen.noise.size() > 0) k.diagonal() += seen.noise;
  k.diagonal().array() += covariance_->noise(h) + kJitter;
  const Eigen::LLT<MatrixXd> cholesky(k);
  if (cholesky.info() != Eigen::Success) return std::numeric_limits<double>::infinity();
  const VectorXd alpha = cholesky.solve(seen.targets);
  double value = 0.5 * seen.targets.dot(alpha);
  for (Index i = 0; i < n; ++i) value += std::log(cholesky.matrixLLT()(i, i));

  // d loss / d k, halved by the covariance: inverse - alpha alpha'.
  MatrixXd outer = cholesky.solve(MatrixXd::Identity(n, n));
  outer.noalias() -= alpha * alpha.transpose();
  square->slope(outer, gradient);

  const Hyperparameters mean = covariance_->priorMean(), deviation = covariance_->priorDeviation();
  for (Index i = 0; i < h.size(); ++i) {
    const double off = (h[i] - mean[i]) / deviation[i];
    value += 0.5 * off * off;
    gradient[i] += off / deviation[i];
  }
  return value;
}

Hyperparameters GaussianProcess::fit(const Observations& seen, const FitSettings& settings) const {
  Observations standard = seen;
  if (targetScale_ == TargetScale::standardised) {
    VectorXd& y = standard.targets;
    y = seen.targets.array() - seen.targets.mean();
    const double deviation = std::sqrt(y.squaredNorm() / static_cast<double>(y.size()));
    if (deviation > 0) y /= deviation;
  }
  return minimise(
             [&](const VectorXd& h, VectorXd& gradient) {
               if (settings.stop.stop_requested()) throw base::Cancelled();
               return loss(standard, h, gradient);
             },
             settings.start.size() > 0 ? settings.start : covariance_->priorMean(), settings.iterations,
             settings.tolerance)
      .at;
}

bool GaussianProcess::condition(const Observations& seen, const Hyperparameters& hyperparameters) {
  h_ = hyperparameters;
  rows_ = static_cast<int>(seen.inputs.rows());
  targets_ = seen.targets;
  if (targetScale_ == TargetScale::standardised) {
    centre_ = targets_.mean();
    scale_ = std::sqrt((targets_.array() - centre_).square().mean());
    if (!(scale_ > 0)) scale_ = 1;
  }
  features_ = covariance_->features(seen.inputs, h_);
  MatrixXd k = covariance_->between(features_, features_, h_);
  if (seen.noise.size() > 0) k.diagonal() += seen.noise;
  k.diagonal().array() += covariance_->noise(h_) + kJitter;
  diagonal_ = k.diagonal();
  const Eigen::LLT<MatrixXd> cholesky(k);
  factor_ = cholesky.matrixL();
  solve();
  return cholesky.info() == Eigen::Success;
}

void GaussianProcess::append(const Eigen::RowVectorXd& input, double target) {
  const Index n = rows_;
  const Features own = covariance_->features(input, h_);
  const VectorXd covariance = covariance_->between(firstRows(), own, h_);
  const double diagonal = covariance_->variances(own, h_)[0] + covariance_->noise(h_) + kJitter;
  if (factor_.rows() == n) {
    const Index room = 2 * n + 1;
    features_.smooth.conservativeResize(room, Eigen::NoChange);
    features_.linear.conservativeResize(room, Eigen::NoChange);
    factor_.conservativeResize(room, room);
    factor_.rightCols(room - n).setZero();
    targets_.conservativeResize(room);
    diagonal_.conservativeResize(room);
  }
  const VectorXd below = factor_.topLeftCorner(n, n).triangularView<Eigen::Lower>().solve(covariance);
  factor_.row(n).head(n) = below.transpose();
  factor_(n, n) = std::sqrt(std::max(diagonal - below.squaredNorm(), kJitter));
  features_.smooth.row(n) = own.smooth;
  features_.linear.row(n) = own.linear;
  diagonal_[n] = diagonal;
  targets_[n] = target;
  ++rows_;
  solve();
}

void GaussianProcess::truncate(int rows) {
  if (rows == rows_) return;
  rows_ = rows;
  solve();
}

void GaussianProcess::solve() {
  const auto factor = factor_.topLeftCorner(rows_, rows_).triangularView<Eigen::Lower>();
  alpha_ = (targets_.head(rows_).array() - centre_) / scale_;
  factor.solveInPlace(alpha_);
  factor.transpose().solveInPlace(alpha_);
}

Features GaussianProcess::firstRows() const {
  return {features_.smooth.topRows(rows_), features_.linear.topRows(rows_)};
}

MatrixXd GaussianProcess::covariances(const MatrixXd& at) const {
  return covariance_->betweenRoughly(firstRows(), covariance_->features(at, h_), h_);
}

VectorXd GaussianProcess::means(const MatrixXd& covariances) const {
  return ((covariances.transpose() * alpha_).array() * scale_ + centre_).matrix();
}

VectorXd GaussianProcess::variances(const MatrixXd& at) const {
  return covariance_->variances(covariance_->features(at, h_), h_);
}

VectorXd GaussianProcess::deviations(const MatrixXd& covariances, const VectorXd& prior) const {
  MatrixXd v = covariances;
  factor_.topLeftCorner(rows_, rows_).triangularView<Eigen::Lower>().solveInPlace(v);
  return scale_ * (prior - v.colwise().squaredNorm().transpose()).cwiseMax(1e-10).cwiseSqrt();
}

VectorXd GaussianProcess::deviationBounds(const MatrixXd& covariances, const VectorXd& prior) const {
  const VectorXd inverse = diagonal_.head(rows_).cwiseInverse();
  VectorXd told(covariances.cols());
  for (Index j = 0; j < covariances.cols(); ++j)
    told[j] = covariances.col(j).cwiseAbs2().cwiseProduct(inverse).maxCoeff();
  return scale_ * (prior - told).cwiseMax(1e-10).cwiseSqrt();
}

MatrixXd GaussianProcess::jointCovariance(const MatrixXd& at) const {
  const Features features = covariance_->features(at, h_);
  MatrixXd own = covariance_->between(features, features, h_);
  const MatrixXd v = factor_.topLeftCorner(rows_, rows_)
                         .triangularView<Eigen::Lower>()
                         .solve(covariance_->between(firstRows(), features, h_));
  own -= v.transpose() * v;
  return own;
}

double GaussianProcess::noiseDeviation() const {
  return scale_ * std::sqrt(covariance_->noise(h_));
}

}  // namespace kinglet::statistics
