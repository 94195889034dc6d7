#include "search/gaussian_process.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "search/minimiser.h"

namespace kinglet::search {

namespace {

using Eigen::ArrayXXd;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kJitter = 1e-8;

// Squared distances between rows.
MatrixXd squaredDistances(const MatrixXd& a, const VectorXd& normsA, const MatrixXd& b,
                          const VectorXd& normsB) {
  MatrixXd d = -2 * a * b.transpose();
  d.colwise() += normsA;
  d.rowwise() += normsB.transpose();
  return d.cwiseMax(0);
}

// In place: squared distance -> Matern 5/2.
template <class Matrix>
void matern(Matrix& d) {
  d.array() = (5 * d.array()).sqrt();
  d.array() = (1 + d.array() + d.array().square() / 3) * (-d.array()).exp();
}

}  // namespace

Hyperparameters GaussianProcess::priorMean() const {
  Hyperparameters h(kernel_.groups + 3);
  // With these the whole of the columns is about one length scale apart, and the noise is a seventh of the
  // deviation.
  const double weight = -0.5 * std::log(std::max<std::size_t>(kernel_.group.size(), 1)) - 0.5;
  h[0] = -std::log(std::max<std::size_t>(kernel_.linear.size(), 1));
  h[1] = 0;
  h.segment(2, kernel_.groups).setConstant(weight);
  h[kernel_.groups + 2] = -4;
  return h;
}

MatrixXd GaussianProcess::weighted(const MatrixXd& inputs, const Hyperparameters& h) const {
  MatrixXd w = inputs;
  for (Index j = 0; j < w.cols(); ++j) w.col(j) *= std::exp(h[2 + kernel_.group[j]]);
  return w;
}

MatrixXd GaussianProcess::trendColumns(const MatrixXd& inputs) const {
  MatrixXd t(inputs.rows(), kernel_.linear.size());
  for (std::size_t j = 0; j < kernel_.linear.size(); ++j) t.col(j) = inputs.col(kernel_.linear[j]);
  return t;
}

double GaussianProcess::loss(const MatrixXd& inputs, const VectorXd& targets, const Hyperparameters& h,
                             VectorXd& gradient) const {
  const Index n = inputs.rows(), last = h.size() - 1;
  const MatrixXd features = weighted(inputs, h), trendInputs = trendColumns(inputs);
  const VectorXd norms = features.rowwise().squaredNorm();
  const MatrixXd trend = std::exp(h[0]) * trendInputs * trendInputs.transpose();
  const ArrayXXd r = (5 * squaredDistances(features, norms, features, norms).array()).sqrt();
  const ArrayXXd decay = std::exp(h[1]) * (-r).exp();
  const MatrixXd smooth = (1 + r + r.square() / 3) * decay;
  MatrixXd k = trend + smooth;
  k.diagonal().array() += std::exp(h[last]) + kJitter;
  const Eigen::LLT<MatrixXd> cholesky(k);
  if (cholesky.info() != Eigen::Success) return std::numeric_limits<double>::infinity();
  const VectorXd alpha = cholesky.solve(targets);
  double value = 0.5 * targets.dot(alpha);
  for (Index i = 0; i < n; ++i) value += std::log(cholesky.matrixLLT()(i, i));

  // d loss / d k, halved below: inverse - alpha alpha'.
  MatrixXd outer = cholesky.solve(MatrixXd::Identity(n, n));
  outer.noalias() -= alpha * alpha.transpose();
  gradient.setZero(h.size());
  gradient[0] = 0.5 * outer.cwiseProduct(trend).sum();
  gradient[1] = 0.5 * outer.cwiseProduct(smooth).sum();
  // Through the squared distances: d matern / d d2 = -5/6 (1 + r) exp(-r), d d2 / d log weight = 2
  // (difference)^2.
  const MatrixXd pull = (-5.0 / 6) * (1 + r) * decay * outer.array();
  const VectorXd sums = pull.rowwise().sum();
  const MatrixXd pulled = pull * features;
  for (Index j = 0; j < features.cols(); ++j) {
    const auto column = features.col(j);
    gradient[2 + kernel_.group[j]] += 2 * (column.cwiseAbs2().dot(sums) - column.dot(pulled.col(j)));
  }
  gradient[last] = 0.5 * std::exp(h[last]) * outer.trace();

  const Hyperparameters mean = priorMean();
  for (Index i = 0; i < h.size(); ++i) {
    const double deviation = i < 2 ? 1.5 : i < last ? 1.0 : 0.5;
    const double off = (h[i] - mean[i]) / deviation;
    value += 0.5 * off * off;
    gradient[i] += off / deviation;
  }
  return value;
}

Hyperparameters GaussianProcess::fit(const MatrixXd& inputs, const VectorXd& targets, int iterations) const {
  VectorXd y = targets.array() - targets.mean();
  const double deviation = std::sqrt(y.squaredNorm() / static_cast<double>(y.size()));
  if (deviation > 0) y /= deviation;
  return minimise([&](const VectorXd& h, VectorXd& gradient) { return loss(inputs, y, h, gradient); },
                  priorMean(), iterations)
      .at;
}

void GaussianProcess::condition(MatrixXd inputs, const VectorXd& targets,
                                const Hyperparameters& hyperparameters) {
  h_ = hyperparameters;
  rows_ = static_cast<int>(inputs.rows());
  centre_ = targets.mean();
  scale_ = std::sqrt((targets.array() - centre_).square().mean());
  if (!(scale_ > 0)) scale_ = 1;
  inputs_ = std::move(inputs);
  targets_ = targets;
  weighted_ = weighted(inputs_, h_);
  trend_ = trendColumns(inputs_);
  norms_ = weighted_.rowwise().squaredNorm();
  MatrixXd k = squaredDistances(weighted_, norms_, weighted_, norms_);
  matern(k);
  k = std::exp(h_[1]) * k + std::exp(h_[0]) * trend_ * trend_.transpose();
  k.diagonal().array() += std::exp(h_[h_.size() - 1]) + kJitter;
  diagonal_ = k.diagonal();
  factor_ = Eigen::LLT<MatrixXd>(k).matrixL();
  solve();
}

void GaussianProcess::append(const Eigen::RowVectorXd& input, double target) {
  const Index n = rows_;
  const VectorXd covariance = covariances(input).topRows(n);
  const double own = variances(input)[0] + std::exp(h_[h_.size() - 1]) + kJitter;
  if (inputs_.rows() == n) {
    const Index room = 2 * n + 1;
    inputs_.conservativeResize(room, Eigen::NoChange);
    weighted_.conservativeResize(room, Eigen::NoChange);
    trend_.conservativeResize(room, Eigen::NoChange);
    factor_.conservativeResize(room, room);
    factor_.rightCols(room - n).setZero();
    targets_.conservativeResize(room);
    norms_.conservativeResize(room);
    diagonal_.conservativeResize(room);
  }
  const VectorXd below = factor_.topLeftCorner(n, n).triangularView<Eigen::Lower>().solve(covariance);
  factor_.row(n).head(n) = below.transpose();
  factor_(n, n) = std::sqrt(std::max(own - below.squaredNorm(), kJitter));
  inputs_.row(n) = input;
  weighted_.row(n) = weighted(input, h_);
  trend_.row(n) = trendColumns(input);
  norms_[n] = weighted_.row(n).squaredNorm();
  diagonal_[n] = own;
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

MatrixXd GaussianProcess::covariances(const MatrixXd& at) const {
  const MatrixXd features = weighted(at, h_);
  MatrixXd k = squaredDistances(weighted_.topRows(rows_), norms_.head(rows_), features,
                                features.rowwise().squaredNorm());
  matern(k);
  k *= std::exp(h_[1]);
  k.noalias() += std::exp(h_[0]) * trend_.topRows(rows_) * trendColumns(at).transpose();
  return k;
}

VectorXd GaussianProcess::means(const MatrixXd& covariances) const {
  return ((covariances.transpose() * alpha_).array() * scale_ + centre_).matrix();
}

VectorXd GaussianProcess::variances(const MatrixXd& at) const {
  return (std::exp(h_[0]) * trendColumns(at).rowwise().squaredNorm().array() + std::exp(h_[1])).matrix();
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

double GaussianProcess::noiseDeviation() const {
  return scale_ * std::exp(0.5 * h_[h_.size() - 1]);
}

}  // namespace kinglet::search
