// What has learnt a figure from features.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <stop_token>
#include <vector>

#include "statistics/points.h"

namespace kinglet::statistics {

// Mean and standard deviation of one new figure, in the unit of those that were learnt from.
struct Prediction {
  double mean = 0, spread = 0;
};

// Any thread may call the const members. Points have as many columns as those that were learnt from.
class Regressor {
 public:
  virtual ~Regressor() = default;
  virtual Prediction predict(std::span<const double> point) const = 0;
  // Without the noise of a figure; points.rows() squared, row-major.
  virtual std::vector<double> covariance(const Points& points) const = 0;
  virtual double noise() const = 0;  // standard deviation of a figure, beyond its last digit
  // What single members of an ensemble say; empty where there are none.
  virtual std::vector<double> members(std::span<const double>) const { return {}; }
  virtual std::vector<double> importance() const = 0;  // a share a column, summing to 1
  // Distance that a feature's scale makes comparable, for the nearest examples.
  virtual double distance(std::span<const double> a, std::span<const double> b) const = 0;
  virtual nlohmann::json toJson() const = 0;
};

}  // namespace kinglet::statistics
