// Gaussian process regression of ln(energy) (Rasmussen and Williams 2006, ch. 2 and 5):
//
//   ln E(x) = b + w . z(x) + f(x) + noise,   f ~ GP with a Matern 3/2 kernel and a length a feature (ARD)
//   b, w: normal priors (their linear kernel is part of the covariance);  z: the standardised trend columns
//   noise variance: a constant, plus that of a measurement's last digit, (resolution / E)^2 / 3
//
// Lengths, amplitude and noise are those of the largest marginal likelihood with log-normal priors, found by
// L-BFGS from analytic gradients.
#pragma once

#include "energy/regressor.h"

namespace kinglet::energy {

struct ProcessSettings {
  int iterations = 80;
  int maxPoints = 1200;  // a larger table is represented by a random choice: the work grows with the cube
  std::vector<double>
      start;  // log parameters of an earlier fit (see parametersOf): fewer iterations are needed
};

std::unique_ptr<Regressor> fitProcess(const Points& points, const std::vector<double>& logEnergy,
                                      const std::vector<int>& trendColumns, const FitOptions& options,
                                      const ProcessSettings& settings = {});
// Of a regressor made by fitProcess; empty for another.
std::vector<double> parametersOf(const Regressor& process);
std::unique_ptr<Regressor> processFromJson(const nlohmann::json& json);

}  // namespace kinglet::energy
