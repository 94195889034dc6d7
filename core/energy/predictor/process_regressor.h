// A Gaussian process as a regressor of ln(energy):
//
//   ln E(x) = b + w . z(x) + f(x) + noise,   as statistics/trend_covariance.h has it
//   noise variance: a constant, plus that of a measurement's last digit, (resolution / E)^2 / 3
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>

#include "statistics/regressor.h"

namespace kinglet::energy {

struct ProcessSettings {
  std::uint64_t seed = 1;  // of the random choice of rows
  // Half a unit of the last digit that the measurements were written with, in their unit; small energies are
  // noisier by it.
  double resolution = 0;
  int iterations = 80;
  int maxPoints = 1200;  // a larger table is represented by a random choice: the work grows with the cube
  // Log parameters of an earlier fit (see parametersOf): fewer iterations are needed.
  std::vector<double> start = {};
  std::stop_token stop = {};  // a request ends fitting in base::Cancelled
};

// One ln(energy) a row, at least two. Throws base::Error where the measurements do not fit one process.
std::unique_ptr<statistics::Regressor> fitProcess(const statistics::Points& points,
                                                  const std::vector<double>& logEnergy,
                                                  const std::vector<int>& trendColumns,
                                                  const ProcessSettings& settings = {});
// Of a regressor made by fitProcess; empty for another.
std::vector<double> parametersOf(const statistics::Regressor& process);
// What toJson() of a process gave. Throws base::Error where it makes no sense, and nlohmann's exceptions.
std::unique_ptr<statistics::Regressor> processFromJson(const nlohmann::json& json);

}  // namespace kinglet::energy
