#include "energy/predictor/process_regressor.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/error.h"
#include "base/json.h"
#include "base/random.h"
#include "statistics/gaussian_process.h"
#include "statistics/summary.h"
#include "statistics/trend_covariance.h"

namespace kinglet::energy {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using statistics::GaussianProcess;
using statistics::Points;
using statistics::Prediction;
using statistics::Regressor;

constexpr double kRoot3 = 1.7320508075688772;
constexpr double kTrendVariance = statistics::kTrendSpread * statistics::kTrendSpread;
constexpr double kTolerance = 1e-4;  // of the loss, a log probability
constexpr int kVarianceRows = 128;   // measurements that a quick prediction's spread rests on

// A column that hardly varies in the table must not count as wildly different where it does later.
constexpr double kLeastScale = 0.25;

class Process : public Regressor {
 public:
  // Log parameters: a length a column, amplitude, noise.
  std::vector<double> parameters;
  statistics::Standard standard;  // of the columns
  std::vector<int> trendColumns;
  double offset = 0;  // mean of ln(energy)
  double resolution = 0;
  Points points;  // as measured
  std::vector<double> logEnergy;

  bool isFinite() const { return alpha_.allFinite() && std::isfinite(amplitude_ + noise_ + intercept_); }

  statistics::Observations seen() const {
    const int n = points.rows();
    statistics::Observations seen{standardised(points), VectorXd(n), VectorXd(n)};
    for (int i = 0; i < n; ++i) {
      seen.targets[i] = logEnergy[i] - offset;
      seen.noise[i] = noiseOf(logEnergy[i]);
    }
    return seen;
  }

  // Log parameters that suit the measurements best.
  void fit(const ProcessSettings& settings) {
    GaussianProcess::FitSettings how;
    how.iterations = settings.iterations;
    how.tolerance = kTolerance;
    how.stop = settings.stop;
    if (settings.start.size() == points.columns + std::size_t(2))
      how.start = Eigen::Map<const VectorXd>(settings.start.data(), points.columns + 2);
    const VectorXd found = empty().fit(seen(), how);
    parameters.assign(found.data(), found.data() + found.size());
  }

  // Fills what follows from the fields above. Throws base::Error where the covariance is not positive.
  void prepare() {
    const int d = points.columns;
    const statistics::Observations own = seen();
    process_ = std::make_unique<GaussianProcess>(empty());
    if (!process_->condition(own, Eigen::Map<const VectorXd>(parameters.data(), d + 2)))
      throw base::Error("the measurements do not fit one process; are some of them not numbers of one kind?");
    amplitude_ = std::exp(2 * parameters[d]);
    noise_ = std::exp(2 * parameters[d + 1]);
    extraNoise_ = own.noise;
    alpha_ = process_->weights();
    trendWeights_ = kTrendVariance * (process_->features().linear.transpose() * alpha_);
    intercept_ = offset + 9 * kTrendVariance * alpha_.sum();
    prepareFast();
  }

  // Arranged for speed: searches ask a million times. The mean is that of all measurements; the variance that
  // of the kVarianceRows that tell the most, which is the process's own given less data: never smaller than
  // by covariance(), and the same where there are no more rows. The trend is taken out of the kernel
  // (Rasmussen and Williams, eq. 2.42), which leaves a matrix so well conditioned that single precision
  // serves.
  Prediction predict(std::span<const double> point) const override {
    const int d = points.columns, trend = static_cast<int>(trendColumns.size());
    Eigen::ArrayXf squares = Eigen::ArrayXf::Zero(points.rows());
    Eigen::VectorXf basis(trend + 1);
    double m = intercept_;
    for (int j = 0; j < d; ++j) {
      const double x = (point[j] - standard.mean[j]) / standard.scale[j];
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
    const MatrixXd joint = process_->jointCovariance(standardised(at));
    return {joint.data(), joint.data() + joint.size()};
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
      sum += std::pow((a[j] - b[j]) / standard.scale[j] * std::exp(-parameters[j]), 2);
    return std::sqrt(sum);
  }

  nlohmann::json toJson() const override {
    return {{"kind", "process"},        {"parameters", parameters},      {"mean", standard.mean},
            {"scale", standard.scale},  {"trend_columns", trendColumns}, {"offset", offset},
            {"resolution", resolution}, {"columns", points.columns},     {"points", points.values},
            {"log_energy", logEnergy}};
  }

 private:
  GaussianProcess empty() const {
    return GaussianProcess(statistics::trendCovariance(points.columns, trendColumns),
                           statistics::TargetScale::asGiven);
  }

  void prepareFast() {
    const int n = points.rows(), trend = static_cast<int>(trendColumns.size());
    trendOfColumn_.assign(points.columns, -1);
    for (int t = 0; t < trend; ++t) trendOfColumn_[trendColumns[t]] = t;
    const Eigen::VectorXi order = mostTelling();
    const int m = std::min(n, kVarianceRows);
    const Eigen::VectorXi first = order.head(m);
    const statistics::Features& all = process_->features();
    const MatrixXd scaled = all.smooth(first, Eigen::all);
    MatrixXd k = statistics::matern32(statistics::squaredDistances(scaled, scaled), amplitude_);
    k.diagonal() += extraNoise_(first);
    k.diagonal().array() += noise_ + GaussianProcess::kJitter;
    const Eigen::LLT<MatrixXd> own(k);
    MatrixXd basis(m, trend + 1);
    basis << MatrixXd(all.linear(first, Eigen::all)), VectorXd::Ones(m);
    const MatrixXd solved = own.solve(basis);
    MatrixXd precision = basis.transpose() * solved;
    precision.diagonal().head(trend).array() += 1 / kTrendVariance;
    precision(trend, trend) += 1 / (9 * kTrendVariance);
    const Eigen::LLT<MatrixXd> weights(precision);
    const MatrixXd identity = MatrixXd::Identity(trend + 1, trend + 1);
    fastTrend_ = MatrixXd(weights.matrixL().solve(identity)).cast<float>();
    fastBasis_ = solved.transpose().cast<float>();
    fastRoot_ = MatrixXd(own.matrixL().solve(MatrixXd::Identity(m, m))).cast<float>();
    fastScaled_ = MatrixXd(all.smooth(order, Eigen::all)).cast<float>();
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
    const MatrixXd& scaled = process_->features().smooth;
    for (int step = 0; step < m; ++step) {
      int best = step;
      for (int i = step; i < n; ++i)
        if (left[order[i]] > left[order[best]]) best = i;
      std::swap(order[step], order[best]);
      const int pivot = order[step];
      VectorXd column =
          statistics::matern32((scaled.rowwise() - scaled.row(pivot)).rowwise().squaredNorm(), amplitude_);
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
      for (int j = 0; j < at.columns; ++j) x(i, j) = (at.row(i)[j] - standard.mean[j]) / standard.scale[j];
    return x;
  }

  std::unique_ptr<GaussianProcess> process_;
  VectorXd alpha_, extraNoise_, trendWeights_;
  double amplitude_ = 1, noise_ = 1, intercept_ = 0;
  Eigen::MatrixXf fastScaled_, fastRoot_, fastBasis_, fastTrend_;
  Eigen::VectorXf fastAlpha_;
  std::vector<int> trendOfColumn_;
};

}  // namespace

std::unique_ptr<Regressor> fitProcess(const Points& all, const std::vector<double>& logEnergy,
                                      const std::vector<int>& trendColumns, const ProcessSettings& settings) {
  auto process = std::make_unique<Process>();
  process->points = all;
  process->logEnergy = logEnergy;
  if (all.rows() > settings.maxPoints) {
    std::vector<int> rows(all.rows());
    std::iota(rows.begin(), rows.end(), 0);
    base::Random random(base::seedFor(settings.seed, 0x6750));
    random.shuffle(std::span<int>(rows));
    rows.resize(settings.maxPoints);
    std::sort(rows.begin(), rows.end());
    process->points = all.subset(rows);
    process->logEnergy.clear();
    for (int row : rows) process->logEnergy.push_back(logEnergy[row]);
  }
  process->trendColumns = trendColumns;
  process->resolution = settings.resolution;
  process->offset = statistics::mean(process->logEnergy);
  std::vector<int> columns(all.columns);
  std::iota(columns.begin(), columns.end(), 0);
  process->standard = statistics::standardOf(process->points, columns);
  for (double& scale : process->standard.scale) scale = std::max(scale, kLeastScale);
  process->fit(settings);
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
  process->standard.mean = json.at("mean").get<std::vector<double>>();
  process->standard.scale = json.at("scale").get<std::vector<double>>();
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
      process->standard.mean.size() != d || process->standard.scale.size() != d ||
      !std::all_of(process->trendColumns.begin(), process->trendColumns.end(), isColumn))
    throw base::Error("the process in this file is damaged");
  process->prepare();
  if (!process->isFinite()) throw base::Error("the process in this file is damaged");
  return process;
}

}  // namespace kinglet::energy
