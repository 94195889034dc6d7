#include "statistics/ridge.h"

#include <Eigen/Dense>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json.h"

namespace kinglet::statistics {

Ridge::Ridge(const Points& points, const std::vector<double>& targets, std::vector<int> columns,
             Standard standard, double penalty)
    : columns_(std::move(columns)), standard_(std::move(standard)) {
  const int n = points.rows(), d = static_cast<int>(columns_.size());
  Eigen::MatrixXd design(n, d + 1);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < d; ++j)
      design(i, j) = (points.row(i)[columns_[j]] - standard_.mean[j]) / standard_.scale[j];
    design(i, d) = 1;
  }
  Eigen::MatrixXd normal = design.transpose() * design;
  normal.diagonal().head(d).array() += penalty;
  normal(d, d) += 1e-9;
  const Eigen::LDLT<Eigen::MatrixXd> solver = normal.ldlt();
  const Eigen::VectorXd solution =
      solver.solve(design.transpose() * Eigen::Map<const Eigen::VectorXd>(targets.data(), n));
  weights_.assign(solution.data(), solution.data() + d + 1);
  const Eigen::MatrixXd inverse = solver.solve(Eigen::MatrixXd::Identity(d + 1, d + 1));
  inverse_.assign(inverse.data(), inverse.data() + inverse.size());
}

double Ridge::at(std::span<const double> point) const {
  double sum = weights_.empty() ? 0 : weights_.back();
  for (std::size_t j = 0; j < columns_.size(); ++j)
    sum += weights_[j] * (point[columns_[j]] - standard_.mean[j]) / standard_.scale[j];
  return sum;
}

double Ridge::leverage(std::span<const double> point) const {
  const int d = static_cast<int>(columns_.size());
  Eigen::VectorXd z(d + 1);
  for (int j = 0; j < d; ++j) z[j] = (point[columns_[j]] - standard_.mean[j]) / standard_.scale[j];
  z[d] = 1;
  return z.dot(Eigen::Map<const Eigen::MatrixXd>(inverse_.data(), d + 1, d + 1) * z);
}

nlohmann::json Ridge::toJson() const {
  return {{"columns", columns_}, {"mean", standard_.mean}, {"scale", standard_.scale}, {"weights", weights_}};
}

Ridge Ridge::fromJson(const nlohmann::json& json) {
  Ridge ridge;
  ridge.columns_ = base::as<std::vector<int>>(json.at("columns"));
  ridge.standard_.mean = json.at("mean").get<std::vector<double>>();
  ridge.standard_.scale = json.at("scale").get<std::vector<double>>();
  ridge.weights_ = json.at("weights").get<std::vector<double>>();
  return ridge;
}

bool Ridge::fits(int columns) const {
  return columns_.size() <= static_cast<std::size_t>(columns) && standard_.mean.size() == columns_.size() &&
         standard_.scale.size() == columns_.size() &&
         (weights_.empty() ? columns_.empty() : weights_.size() == columns_.size() + 1) &&
         std::all_of(columns_.begin(), columns_.end(), [&](int c) { return c >= 0 && c < columns; });
}

}  // namespace kinglet::statistics
