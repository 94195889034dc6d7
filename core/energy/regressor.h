// What turns features into a natural logarithm of energy, with a spread. Rows are points, columns features.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace kinglet::energy {

struct Points {
  int columns = 0;
  std::vector<double> values;  // row-major
  int rows() const { return columns == 0 ? 0 : static_cast<int>(values.size() / columns); }
  std::span<const double> row(int i) const {
    return {values.data() + std::size_t(i) * columns, std::size_t(columns)};
  }
  void add(std::span<const double> row) { values.insert(values.end(), row.begin(), row.end()); }
  Points subset(const std::vector<int>& rows) const;
};

// Of ln(energy): mean and standard deviation of one new measurement.
struct LogPrediction {
  double mean = 0, spread = 0;
};

// Any thread may call the const members.
class Regressor {
 public:
  virtual ~Regressor() = default;
  virtual LogPrediction predict(std::span<const double> point) const = 0;
  // Of ln(energy), without the noise of a measurement; points.rows() squared, row-major.
  virtual std::vector<double> covariance(const Points& points) const = 0;
  virtual double noise()
      const = 0;  // standard deviation of a measurement of ln(energy), beyond its resolution
  // What single members of an ensemble say; empty where there are none.
  virtual std::vector<double> members(std::span<const double>) const { return {}; }
  virtual std::vector<double> importance() const = 0;  // a share a column, summing to 1
  // Distance that a feature's scale makes comparable, for the nearest measured examples.
  virtual double distance(std::span<const double> a, std::span<const double> b) const = 0;
  virtual nlohmann::json toJson() const = 0;
};

struct FitOptions {
  std::uint64_t seed = 1;
  // Half a unit of the last digit that the measurements were written with; small energies are noisier by it.
  double resolution = 0;
  std::stop_token stop;  // a request ends fitting in base::Error "cancelled"
};

// The linear trend of ln(energy) over chosen columns, ridge-regularised: it extrapolates where trees are
// flat.
class Trend {
 public:
  Trend() = default;
  Trend(const Points& points, const std::vector<double>& logEnergy, std::vector<int> columns);
  double at(std::span<const double> point) const;
  nlohmann::json toJson() const;
  static Trend fromJson(const nlohmann::json& json);
  // Whether what a file gave makes sense for points of so many columns.
  bool fits(int columns) const;

 private:
  std::vector<int> columns_;
  std::vector<double> mean_, scale_, weights_;  // weights_ has the intercept last
};

}  // namespace kinglet::energy
