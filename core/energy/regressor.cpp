#include "energy/regressor.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/json.h"

namespace kinglet::energy {

Points Points::subset(const std::vector<int>& rows) const {
  Points part;
  part.columns = columns;
  part.values.reserve(rows.size() * columns);
  for (int i : rows) part.add(row(i));
  return part;
}

Trend::Trend(const Points& points, const std::vector<double>& logEnergy, std::vector<int> columns)
    : columns_(std::move(columns)) {
  const int n = points.rows(), d = static_cast<int>(columns_.size());
  mean_.assign(d, 0);
  scale_.assign(d, 1);
  for (int j = 0; j < d; ++j) {
    double sum = 0, squares = 0;
    for (int i = 0; i < n; ++i) sum += points.row(i)[columns_[j]];
    mean_[j] = sum / n;
    for (int i = 0; i < n; ++i) squares += std::pow(points.row(i)[columns_[j]] - mean_[j], 2);
    const double deviation = std::sqrt(squares / n);
    scale_[j] = deviation > 1e-9 ? deviation : 1;
  }
  Eigen::MatrixXd design(n, d + 1);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < d; ++j) design(i, j) = (points.row(i)[columns_[j]] - mean_[j]) / scale_[j];
    design(i, d) = 1;
  }
  Eigen::MatrixXd normal = design.transpose() * design;
  // Columns are logarithms of products of each other; the ridge shares their weight out.
  normal.diagonal().head(d).array() += 0.1;
  normal(d, d) += 1e-9;
  const Eigen::VectorXd solution =
      normal.ldlt().solve(design.transpose() * Eigen::Map<const Eigen::VectorXd>(logEnergy.data(), n));
  weights_.assign(solution.data(), solution.data() + d + 1);
}

double Trend::at(std::span<const double> point) const {
  double sum = weights_.empty() ? 0 : weights_.back();
  for (std::size_t j = 0; j < columns_.size(); ++j)
    sum += weights_[j] * (point[columns_[j]] - mean_[j]) / scale_[j];
  return sum;
}

nlohmann::json Trend::toJson() const {
  return {{"columns", columns_}, {"mean", mean_}, {"scale", scale_}, {"weights", weights_}};
}

Trend Trend::fromJson(const nlohmann::json& json) {
  Trend trend;
  trend.columns_ = base::as<std::vector<int>>(json.at("columns"));
  trend.mean_ = json.at("mean").get<std::vector<double>>();
  trend.scale_ = json.at("scale").get<std::vector<double>>();
  trend.weights_ = json.at("weights").get<std::vector<double>>();
  return trend;
}

bool Trend::fits(int columns) const {
  return columns_.size() <= static_cast<std::size_t>(columns) && mean_.size() == columns_.size() &&
         scale_.size() == columns_.size() &&
         (weights_.empty() ? columns_.empty() : weights_.size() == columns_.size() + 1) &&
         std::all_of(columns_.begin(), columns_.end(), [&](int c) { return c >= 0 && c < columns; });
}

}  // namespace kinglet::energy
