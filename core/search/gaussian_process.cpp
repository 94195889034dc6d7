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
template <class Matrix>
Matrix squaredDistances(const Matrix& a, const Matrix& b) {
  Matrix d = -2 * a * b.transpose();
  d.colwise() += a.rowwise().squaredNorm();
  d.rowwise() += b.rowwise().squaredNorm().transpose();
  return d.cwiseMax(0);
}

// In place: squared distance -> Matern 5/2.
template <class Matrix>
void matern(Matrix& d) {
  using Scalar = typename Matrix::Scalar;
  d.array() = (Scalar(5) * d.array()).sqrt();
  d.array() = (Scalar(1) + d.array() + d.array().square() / Scalar(3)) * (-d.array()).exp();
}

}  // namespace

GaussianProcess::GaussianProcess(Kernel kernel) : kernel_(std::move(kernel)) {
  if (kernel_.parts.empty()) kernel_.parts = {{static_cast<int>(kernel_.group.size()), 0}};
  first_ = kernel_.parts[0].columns;
}

Hyperparameters GaussianProcess::priorMean() const {
  const int groups = kernel_.groups;
  Hyperparameters h(groups + 3 + static_cast<int>(kernel_.parts.size()));
  h[0] = -std::log(std::max<std::size_t>(kernel_.linear.size(), 1));
  h[1] = kernel_.parts[0].logVariance;
  h[groups + 2] = -5;  // the noise is a twelfth of the deviation
  h[groups + 3] = -std::log(std::max(first_, 1)) - 1;
  int column = 0;
  for (std::size_t part = 0; part < kernel_.parts.size(); ++part) {
    if (part > 0) h[groups + 3 + static_cast<int>(part)] = kernel_.parts[part].logVariance;
    // The whole of a part's columns is about one length scale apart.
    const int columns = kernel_.parts[part].columns;
    for (int j = 0; j < columns; ++j, ++column) h[2 + kernel_.group[column]] = -0.5 * std::log(columns) - 0.5;
  }
  return h;
}

double GaussianProcess::logVariance(std::size_t part, const Hyperparameters& h) const {
  return part == 0 ? h[1] : h[kernel_.groups + 3 + static_cast<int>(part)];
}

double GaussianProcess::noiseVariance() const {
  return std::exp(h_[kernel_.groups + 2]);
}

MatrixXd GaussianProcess::weighted(const MatrixXd& inputs, const Hyperparameters& h) const {
  MatrixXd w = inputs;
  for (Index j = 0; j < w.cols(); ++j) w.col(j) *= std::exp(h[2 + kernel_.group[j]]);
  return w;
}

// So that the linear part of the covariance is their product.
MatrixXd GaussianProcess::linearColumns(const MatrixXd& inputs, const Hyperparameters& h) const {
  VectorXd variances = VectorXd::Constant(first_, std::exp(h[kernel_.groups + 3]));
  for (int column : kernel_.linear) variances[column] += std::exp(h[0]);
  return inputs.leftCols(first_) * variances.cwiseSqrt().asDiagonal();
}

double GaussianProcess::loss(const MatrixXd& inputs, const VectorXd& targets, const Hyperparameters& h,
                             VectorXd& gradient) const {
  const Index n = inputs.rows(), noise = kernel_.groups + 2;
  const MatrixXd features = weighted(inputs, h);
  MatrixXd trendInputs(n, kernel_.linear.size());
  for (std::size_t j = 0; j < kernel_.linear.size(); ++j) trendInputs.col(j) = inputs.col(kernel_.linear[j]);
  const MatrixXd trend = std::exp(h[0]) * trendInputs * trendInputs.transpose();
  const MatrixXd linear =
      std::exp(h[noise + 1]) * inputs.leftCols(first_) * inputs.leftCols(first_).transpose();
  MatrixXd k = trend + linear;
  struct Smooth {
    MatrixXd features, value;
    ArrayXXd slope;  // d value / d squared distance
  };
  std::vector<Smooth> parts;
  Index begin = 0;
  for (std::size_t part = 0; part < kernel_.parts.size(); ++part) {
    Smooth smooth;
    smooth.features = features.middleCols(begin, kernel_.parts[part].columns);
    const ArrayXXd r = (5 * squaredDistances(smooth.features, smooth.features).array()).sqrt();
    const ArrayXXd decay = std::exp(logVariance(part, h)) * (-r).exp();
    smooth.value = (1 + r + r.square() / 3) * decay;
    smooth.slope = (-5.0 / 6) * (1 + r) * decay;
    k += smooth.value;
    parts.push_back(std::move(smooth));
    begin += kernel_.parts[part].columns;
  }
  k.diagonal().array() += std::exp(h[noise]) + kJitter;
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
  gradient[noise] = 0.5 * std::exp(h[noise]) * outer.trace();
  gradient[noise + 1] = 0.5 * outer.cwiseProduct(linear).sum();
  begin = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const Smooth& smooth = parts[part];
    gradient[part == 0 ? 1 : noise + 1 + static_cast<Index>(part)] =
        0.5 * outer.cwiseProduct(smooth.value).sum();
    // d squared distance / d log weight = 2 (difference)^2.
    const MatrixXd pull = smooth.slope * outer.array();
    const VectorXd sums = pull.rowwise().sum();
    const MatrixXd pulled = pull * smooth.features;
    for (Index j = 0; j < smooth.features.cols(); ++j) {
      const auto column = smooth.features.col(j);
      gradient[2 + kernel_.group[begin + j]] +=
          2 * (column.cwiseAbs2().dot(sums) - column.dot(pulled.col(j)));
    }
    begin += smooth.features.cols();
  }

  const Hyperparameters mean = priorMean();
  for (Index i = 0; i < h.size(); ++i) {
    const double deviation = i >= 2 && i <= noise ? 1.0 : 1.5;
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
  linear_ = linearColumns(inputs_, h_);
  MatrixXd k = between<double>(weighted_, linear_, weighted_, linear_);
  k.diagonal().array() += noiseVariance() + kJitter;
  diagonal_ = k.diagonal();
  factor_ = Eigen::LLT<MatrixXd>(k).matrixL();
  solve();
}

void GaussianProcess::append(const Eigen::RowVectorXd& input, double target) {
  const Index n = rows_;
  const MatrixXd features = weighted(input, h_), linear = linearColumns(input, h_);
  const VectorXd covariance = between<double>(weighted_.topRows(n), linear_.topRows(n), features, linear);
  const double own = variances(input)[0] + noiseVariance() + kJitter;
  if (inputs_.rows() == n) {
    const Index room = 2 * n + 1;
    inputs_.conservativeResize(room, Eigen::NoChange);
    weighted_.conservativeResize(room, Eigen::NoChange);
    linear_.conservativeResize(room, Eigen::NoChange);
    factor_.conservativeResize(room, room);
    factor_.rightCols(room - n).setZero();
    targets_.conservativeResize(room);
    diagonal_.conservativeResize(room);
  }
  const VectorXd below = factor_.topLeftCorner(n, n).triangularView<Eigen::Lower>().solve(covariance);
  factor_.row(n).head(n) = below.transpose();
  factor_(n, n) = std::sqrt(std::max(own - below.squaredNorm(), kJitter));
  inputs_.row(n) = input;
  weighted_.row(n) = features;
  linear_.row(n) = linear;
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

template <class Scalar>
MatrixXd GaussianProcess::between(const MatrixXd& weightedA, const MatrixXd& linearA,
                                  const MatrixXd& weightedB, const MatrixXd& linearB) const {
  using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
  Matrix sum = linearA.cast<Scalar>() * linearB.cast<Scalar>().transpose();
  Index begin = 0;
  for (std::size_t part = 0; part < kernel_.parts.size(); ++part) {
    const Index columns = kernel_.parts[part].columns;
    const Matrix a = weightedA.middleCols(begin, columns).template cast<Scalar>(),
                 b = weightedB.middleCols(begin, columns).template cast<Scalar>();
    Matrix k = squaredDistances(a, b);
    matern(k);
    sum += static_cast<Scalar>(std::exp(logVariance(part, h_))) * k;
    begin += columns;
  }
  return sum.template cast<double>();
}

MatrixXd GaussianProcess::covariances(const MatrixXd& at) const {
  return between<float>(weighted_.topRows(rows_), linear_.topRows(rows_), weighted(at, h_),
                        linearColumns(at, h_));
}

VectorXd GaussianProcess::means(const MatrixXd& covariances) const {
  return ((covariances.transpose() * alpha_).array() * scale_ + centre_).matrix();
}

VectorXd GaussianProcess::variances(const MatrixXd& at) const {
  double smooth = 0;
  for (std::size_t part = 0; part < kernel_.parts.size(); ++part) smooth += std::exp(logVariance(part, h_));
  return (linearColumns(at, h_).rowwise().squaredNorm().array() + smooth).matrix();
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
  return scale_ * std::sqrt(noiseVariance());
}

}  // namespace kinglet::search
