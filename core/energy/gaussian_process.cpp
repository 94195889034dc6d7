#include "energy/gaussian_process.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/error.h"
#include "base/json.h"
#include "base/random.h"
#include "energy/minimise.h"

namespace kinglet::energy {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kRoot3 = 1.7320508075688772;
constexpr double kTrendSpread =
    3;  // prior of a trend weight a standard deviation, and of the intercept (x 3)

// ln-normal priors: a length of a few standard deviations of its feature, an amplitude of a few tenths in
// ln(energy) beyond the trend, noise of a few per cent. Wide, they matter where the data say nothing.
struct Prior {
  double mean, spread;
};
constexpr Prior kLength{2, 1.5}, kAmplitude{-1, 1.0}, kNoise{-3.5, 1.0};
constexpr int kVarianceRows = 128;  // measurements that a quick prediction's spread rests on

// A column that hardly varies in the table must not count as wildly different where it does later.
constexpr double kLeastScale = 0.25;

Prior priorOf(int parameter, int columns) {
  return parameter < columns ? kLength : parameter == columns ? kAmplitude : kNoise;
}

// Squared distances between rows of a and b.
MatrixXd squaredDistances(const MatrixXd& a, const MatrixXd& b) {
  MatrixXd squares = -2 * a * b.transpose();
  squares.colwise() += a.rowwise().squaredNorm();
  squares.rowwise() += b.rowwise().squaredNorm().transpose();
  return squares.cwiseMax(0);
}

class Process : public Regressor {
 public:
  // Log parameters: a length a column, amplitude, noise.
  std::vector<double> parameters;
  std::vector<double> mean, scale;  // of the columns
  std::vector<int> trendColumns;
  double offset = 0;  // mean of ln(energy)
  double resolution = 0;
  Points points;  // as measured
  std::vector<double> logEnergy;

  bool isFinite() const { return alpha_.allFinite() && std::isfinite(amplitude_ + noise_ + intercept_); }

  // Fills what follows from the fields above. Throws base::Error where the covariance is not positive.
  void prepare() {
    const int n = points.rows(), d = points.columns;
    x_ = standardised(points);
    z_ = trendOf(x_);
    scaled_ = x_;
    for (int j = 0; j < d; ++j) scaled_.col(j) *= std::exp(-parameters[j]);
    amplitude_ = std::exp(2 * parameters[d]);
    noise_ = std::exp(2 * parameters[d + 1]);
    extraNoise_.resize(n);
    for (int i = 0; i < n; ++i) extraNoise_[i] = noiseOf(logEnergy[i]);
    MatrixXd k = matern(squaredDistances(scaled_, scaled_)) + trendKernel(z_, z_);
    k.diagonal() += extraNoise_;
    k.diagonal().array() += noise_ + 1e-8;
    cholesky_.compute(k);
    if (cholesky_.info() != Eigen::Success)
      throw base::Error("the measurements do not fit one process; are some of them not numbers of one kind?");
    VectorXd y(n);
    for (int i = 0; i < n; ++i) y[i] = logEnergy[i] - offset;
    alpha_ = cholesky_.solve(y);
    trendWeights_ = kTrendSpread * kTrendSpread * (z_.transpose() * alpha_);
    intercept_ = offset + 9 * kTrendSpread * kTrendSpread * alpha_.sum();
    factor_ = cholesky_.matrixL();
    prepareFast();
  }

  // The negative log posterior of the parameters and its gradient.
  double loss(const std::vector<double>& at, std::vector<double>& gradient) {
    const int n = points.rows(), d = points.columns;
    for (std::size_t p = 0; p < at.size(); ++p)
      if (std::abs(at[p]) > 15) return std::numeric_limits<double>::infinity();
    MatrixXd scaled = x_;
    for (int j = 0; j < d; ++j) scaled.col(j) *= std::exp(-at[j]);
    const double amplitude = std::exp(2 * at[d]), noise = std::exp(2 * at[d + 1]);
    const Eigen::ArrayXXd r = squaredDistances(scaled, scaled).array().sqrt();
    const Eigen::ArrayXXd decay = (-kRoot3 * r).exp();
    MatrixXd k = (amplitude * (1 + kRoot3 * r) * decay).matrix();
    const MatrixXd matern = k;
    k += trend_;
    k.diagonal() += extraNoise_;
    k.diagonal().array() += noise + 1e-8;
    const Eigen::LLT<MatrixXd> cholesky(k);
    if (cholesky.info() != Eigen::Success) return std::numeric_limits<double>::infinity();
    const VectorXd alpha = cholesky.solve(y_);
    double value = 0.5 * y_.dot(alpha) + MatrixXd(cholesky.matrixL()).diagonal().array().log().sum();
    MatrixXd w = cholesky.solve(MatrixXd::Identity(n, n));
    w.noalias() -= alpha * alpha.transpose();  // d loss / d k = w / 2
    const MatrixXd h = (w.array() * 3 * amplitude * decay).matrix();
    const VectorXd rows = h.rowwise().sum();
    const MatrixXd hx = h * scaled;
    for (int j = 0; j < d; ++j) {
      const VectorXd column = scaled.col(j);
      gradient[j] = rows.dot(column.cwiseAbs2()) - column.dot(hx.col(j));
    }
    gradient[d] = w.cwiseProduct(matern).sum();
    gradient[d + 1] = noise * w.diagonal().sum();
    for (int p = 0; p < d + 2; ++p) {
      const Prior prior = priorOf(p, d);
      const double off = (at[p] - prior.mean) / prior.spread;
      value += 0.5 * off * off;
      gradient[p] += off / prior.spread;
    }
    return value;
  }

  void prepareLoss() {
    x_ = standardised(points);
    trend_ = trendKernel(trendOf(x_), trendOf(x_));
    y_.resize(points.rows());
    extraNoise_.resize(points.rows());
    for (int i = 0; i < points.rows(); ++i) {
      y_[i] = logEnergy[i] - offset;
      extraNoise_[i] = noiseOf(logEnergy[i]);
    }
  }
  void forgetLoss() { trend_.resize(0, 0); }

  // Arranged for speed: searches ask a million times. The mean is that of all measurements; the variance that
  // of the kVarianceRows that tell the most, which is the process's own given less data: never smaller than
  // by covariance(), and the same where there are no more rows. The trend is taken out of the kernel
  // (Rasmussen and Williams, eq. 2.42), which leaves a matrix so well conditioned that single precision
  // serves.
  LogPrediction predict(std::span<const double> point) const override {
    const int d = points.columns, trend = static_cast<int>(trendColumns.size());
    Eigen::ArrayXf squares = Eigen::ArrayXf::Zero(points.rows());
    Eigen::VectorXf basis(trend + 1);
    double m = intercept_;
    for (int j = 0; j < d; ++j) {
      const double x = (point[j] - mean[j]) / scale[j];
      squares += (fastScaled_.col(j).array() - static_cast<float>(x * std::exp(-parameters[j]))).square();
      const int t = trendOfColumn_[j];
      if (t < 0) continue;
      basis[t] = static_cast<float>(x);
      m += trendWeights_[t] * x;
    }
    basis[trend] = 1;
    const Eigen::ArrayXf r = (3 * squares).sqrt();
    const Eigen::VectorXf k = (static_cast<float>(amplitude_) * (1 + r) * (-r).exp()).matrix();
    m += double(k.dot(fastAlpha_));
    const auto telling = k.head(fastRoot_.rows());
    const Eigen::VectorXf v = fastRoot_.triangularView<Eigen::Lower>() * telling;
    basis.noalias() -= fastBasis_ * telling;
    const double variance =
        std::max(0.0, amplitude_ - double(v.squaredNorm())) + double((fastTrend_ * basis).squaredNorm());
    return {m, std::sqrt(variance + noise_ + noiseOf(m))};
  }

  std::vector<double> covariance(const Points& at) const override {
    const MatrixXd x = standardised(at), z = trendOf(x);
    MatrixXd own = scaledMatern(x, x) + trendKernel(z, z);
    const MatrixXd v = factor_.triangularView<Eigen::Lower>().solve(crossKernel(x, z));
    own -= v.transpose() * v;
    return {own.data(), own.data() + own.size()};
  }

  double noise() const override { return std::sqrt(noise_); }

  std::vector<double> importance() const override {
    // How far a column's spread moves f and the trend, in ln(energy).
    std::vector<double> shares;
    double total = 0;
    for (int j = 0; j < points.columns; ++j) {
      double effect = std::sqrt(amplitude_) * (1 - std::exp(-kRoot3 * std::exp(-parameters[j])));
      for (std::size_t t = 0; t < trendColumns.size(); ++t)
        if (trendColumns[t] == j) effect += std::abs(trendWeights_[t]);
      shares.push_back(effect);
      total += effect;
    }
    for (double& share : shares) share = total > 0 ? share / total : 1.0 / points.columns;
    return shares;
  }

  double distance(std::span<const double> a, std::span<const double> b) const override {
    double sum = 0;
    for (int j = 0; j < points.columns; ++j)
      sum += std::pow((a[j] - b[j]) / scale[j] * std::exp(-parameters[j]), 2);
    return std::sqrt(sum);
  }

  nlohmann::json toJson() const override {
    return {{"kind", "process"},        {"parameters", parameters},      {"mean", mean},
            {"scale", scale},           {"trend_columns", trendColumns}, {"offset", offset},
            {"resolution", resolution}, {"columns", points.columns},     {"points", points.values},
            {"log_energy", logEnergy}};
  }

 private:
  void prepareFast() {
    const int n = points.rows(), trend = static_cast<int>(trendColumns.size());
    trendOfColumn_.assign(points.columns, -1);
    for (int t = 0; t < trend; ++t) trendOfColumn_[trendColumns[t]] = t;
    const Eigen::VectorXi order = mostTelling();
    const int m = std::min(n, kVarianceRows);
    const Eigen::VectorXi first = order.head(m);
    const MatrixXd scaled = scaled_(first, Eigen::all);
    MatrixXd k = matern(squaredDistances(scaled, scaled));
    k.diagonal() += extraNoise_(first);
    k.diagonal().array() += noise_ + 1e-8;
    const Eigen::LLT<MatrixXd> own(k);
    MatrixXd basis(m, trend + 1);
    basis << MatrixXd(z_(first, Eigen::all)), VectorXd::Ones(m);
    const MatrixXd solved = own.solve(basis);
    MatrixXd precision = basis.transpose() * solved;
    precision.diagonal().head(trend).array() += 1 / (kTrendSpread * kTrendSpread);
    precision(trend, trend) += 1 / (9 * kTrendSpread * kTrendSpread);
    const Eigen::LLT<MatrixXd> weights(precision);
    const MatrixXd identity = MatrixXd::Identity(trend + 1, trend + 1);
    fastTrend_ = MatrixXd(weights.matrixL().solve(identity)).cast<float>();
    fastBasis_ = solved.transpose().cast<float>();
    fastRoot_ = MatrixXd(own.matrixL().solve(MatrixXd::Identity(m, m))).cast<float>();
    fastScaled_ = MatrixXd(scaled_(order, Eigen::all)).cast<float>();
    fastAlpha_ = VectorXd(alpha_(order)).cast<float>();
  }

  // All rows, those first that tell the most of f: each next one is the row whose value is least known from
  // those before it (pivoted Cholesky factorisation; Harbrecht et al. 2012).
  Eigen::VectorXi mostTelling() const {
    const int n = points.rows(), m = std::min(n, kVarianceRows);
    Eigen::VectorXi order = Eigen::VectorXi::LinSpaced(n, 0, n - 1);
    if (m == n) return order;
    VectorXd left = VectorXd::Constant(n, amplitude_);
    MatrixXd columns(n, m);
    for (int step = 0; step < m; ++step) {
      int best = step;
      for (int i = step; i < n; ++i)
        if (left[order[i]] > left[order[best]]) best = i;
      std::swap(order[step], order[best]);
      const int pivot = order[step];
      VectorXd column = matern((scaled_.rowwise() - scaled_.row(pivot)).rowwise().squaredNorm());
      column -= columns.leftCols(step) * columns.row(pivot).head(step).transpose();
      columns.col(step) = column / std::sqrt(std::max(left[pivot], 1e-12) + noise_);
      left -= columns.col(step).cwiseAbs2();
      left[pivot] = 0;
    }
    return order;
  }

  double noiseOf(double logE) const {
    const double relative = resolution / std::exp(logE);
    return relative * relative / 3;  // the variance of a uniform error of +- resolution
  }

  MatrixXd standardised(const Points& at) const {
    MatrixXd x(at.rows(), at.columns);
    for (int i = 0; i < at.rows(); ++i)
      for (int j = 0; j < at.columns; ++j) x(i, j) = (at.row(i)[j] - mean[j]) / scale[j];
    return x;
  }

  MatrixXd trendOf(const MatrixXd& x) const {
    MatrixXd z(x.rows(), trendColumns.size());
    for (std::size_t t = 0; t < trendColumns.size(); ++t) z.col(t) = x.col(trendColumns[t]);
    return z;
  }

  static MatrixXd trendKernel(const MatrixXd& a, const MatrixXd& b) {
    MatrixXd k = kTrendSpread * kTrendSpread * (a * b.transpose());
    k.array() += 9 * kTrendSpread * kTrendSpread;
    return k;
  }

  MatrixXd matern(const MatrixXd& squares) const {
    const Eigen::ArrayXXd r = squares.array().sqrt();
    return (amplitude_ * (1 + kRoot3 * r) * (-kRoot3 * r).exp()).matrix();
  }

  MatrixXd scaledMatern(MatrixXd a, MatrixXd b) const {
    for (int j = 0; j < points.columns; ++j) {
      a.col(j) *= std::exp(-parameters[j]);
      b.col(j) *= std::exp(-parameters[j]);
    }
    return matern(squaredDistances(a, b));
  }

  // Measured points down, asked points across.
  MatrixXd crossKernel(MatrixXd x, const MatrixXd& z) const {
    for (int j = 0; j < points.columns; ++j) x.col(j) *= std::exp(-parameters[j]);
    return matern(squaredDistances(scaled_, x)) + trendKernel(z_, z);
  }

  MatrixXd x_, z_, scaled_, trend_, factor_;
  VectorXd alpha_, y_, extraNoise_, trendWeights_;
  Eigen::LLT<MatrixXd> cholesky_;
  double amplitude_ = 1, noise_ = 1, intercept_ = 0;
  Eigen::MatrixXf fastScaled_, fastRoot_, fastBasis_, fastTrend_;
  Eigen::VectorXf fastAlpha_;
  std::vector<int> trendOfColumn_;
};

}  // namespace

std::unique_ptr<Regressor> fitProcess(const Points& all, const std::vector<double>& logEnergy,
                                      const std::vector<int>& trendColumns, const FitOptions& options,
                                      const ProcessSettings& settings) {
  auto process = std::make_unique<Process>();
  process->points = all;
  process->logEnergy = logEnergy;
  if (all.rows() > settings.maxPoints) {
    std::vector<int> rows(all.rows());
    std::iota(rows.begin(), rows.end(), 0);
    base::Random random(base::seedFor(options.seed, 0x6750));
    random.shuffle(std::span<int>(rows));
    rows.resize(settings.maxPoints);
    std::sort(rows.begin(), rows.end());
    process->points = all.subset(rows);
    process->logEnergy.clear();
    for (int row : rows) process->logEnergy.push_back(logEnergy[row]);
  }
  const Points& points = process->points;
  const int n = points.rows(), d = points.columns;
  process->trendColumns = trendColumns;
  process->resolution = options.resolution;
  process->offset = std::accumulate(process->logEnergy.begin(), process->logEnergy.end(), 0.0) / n;
  for (int j = 0; j < d; ++j) {
    double sum = 0, squares = 0;
    for (int i = 0; i < n; ++i) sum += points.row(i)[j];
    for (int i = 0; i < n; ++i) squares += std::pow(points.row(i)[j] - sum / n, 2);
    process->mean.push_back(sum / n);
    process->scale.push_back(std::max(std::sqrt(squares / n), kLeastScale));
  }
  std::vector<double> start = settings.start;
  if (static_cast<int>(start.size()) != d + 2) {
    start.assign(d + 2, kLength.mean);
    start[d] = kAmplitude.mean;
    start[d + 1] = kNoise.mean;
  }
  process->prepareLoss();
  process->parameters = minimise(
      [&](const std::vector<double>& at, std::vector<double>& gradient) {
        if (options.stop.stop_requested()) throw base::Error("cancelled");
        return process->loss(at, gradient);
      },
      start, settings.iterations);
  process->forgetLoss();
  process->prepare();
  return process;
}

std::vector<double> parametersOf(const Regressor& regressor) {
  const auto* process = dynamic_cast<const Process*>(&regressor);
  return process ? process->parameters : std::vector<double>{};
}

std::unique_ptr<Regressor> processFromJson(const nlohmann::json& json) {
  auto process = std::make_unique<Process>();
  process->parameters = json.at("parameters").get<std::vector<double>>();
  process->mean = json.at("mean").get<std::vector<double>>();
  process->scale = json.at("scale").get<std::vector<double>>();
  process->trendColumns = base::as<std::vector<int>>(json.at("trend_columns"));
  process->offset = json.at("offset");
  process->resolution = json.at("resolution");
  process->points.columns = base::as<int>(json.at("columns"));
  process->points.values = json.at("points").get<std::vector<double>>();
  process->logEnergy = json.at("log_energy").get<std::vector<double>>();
  const std::size_t d = process->points.columns, n = process->logEnergy.size();
  const auto isColumn = [&](int column) { return column >= 0 && column < static_cast<int>(d); };
  if (d == 0 || n == 0 || n > std::size_t(ProcessSettings().maxPoints) || process->trendColumns.size() > d ||
      process->points.values.size() != n * d || process->parameters.size() != d + 2 ||
      process->mean.size() != d || process->scale.size() != d ||
      !std::all_of(process->trendColumns.begin(), process->trendColumns.end(), isColumn))
    throw base::Error("the process in this file is damaged");
  process->prepare();
  if (!process->isFinite()) throw base::Error("the process in this file is damaged");
  return process;
}

}  // namespace kinglet::energy
