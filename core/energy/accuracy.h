// How far predictions are from measurements.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kinglet::energy {

struct EnergyInterval {
  double mj = 0, low = 0, high = 0;  // 90 %
};

// A measurement beside what is predicted for it from others.
struct Example {
  std::string name;
  double measuredMj = 0;
  EnergyInterval predicted;  // by a fit that had not seen it
  double macs = 0;           // where known, else 0
};

struct Accuracy {
  int n = 0;
  double mape = 0;      // mean absolute percentage error
  double rmspe = 0;     // root mean squared percentage error
  double within10 = 0;  // percent of predictions within 10 % of the measurement
  double within20 = 0;
  double spearman = 0;  // rank correlation, ties averaged; 0 where undefined
  double coverage = 0;  // percent of measurements inside their interval
};
// Sizes are equal; measured is above 0.
Accuracy accuracyOf(const std::vector<EnergyInterval>& predicted, const std::vector<double>& measuredMj);

Accuracy accuracyOf(const std::vector<Example>& examples);

// A fold of `folds` for each row: rows of one group together, groups dealt out at random by the seed.
std::vector<int> groupedFolds(const std::vector<std::string>& groups, int folds, std::uint64_t seed);

}  // namespace kinglet::energy
