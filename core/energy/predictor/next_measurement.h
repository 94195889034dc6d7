// What to measure next: the networks whose measurement would shrink the uncertainty on the front the most.
//
// Networks' ln(energies) are jointly normal: of a predictor, by the posterior covariance of their layers; of
// a device profile, by that of its costs given the measured networks. Measuring network a leaves cov(b, c) -
// cov(a, b) cov(a, c) / (var(a) + noise). Greedy: the network with the largest fall in the summed variance of
// the front is next, then the same again with it measured (Krause et al. 2008).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "energy/device/device_profile.h"
#include "energy/predictor/predictor.h"

namespace kinglet::energy {

struct CandidateNetwork {
  int trial = -1;  // of a study; -1 for another
  network::NetworkSpec network;
  bool onFront = false;  // its uncertainty counts; every candidate may be measured
};

struct WorkItem {
  int rank = 0;  // from 1
  int trial = -1;
  network::NetworkSpec network;
  EnergyInterval predicted;  // front end apart
  double frontSpreadBefore =
      0;  // percent: the front's root mean square deviation of energy before this measurement
  double frontSpreadAfter = 0;       // and after it
  std::optional<double> measuredMj;  // filled in by who measured
};

// At most `count`, in order; fewer where nothing is left to gain. Throws base::Error where no candidate is on
// the front.
std::vector<WorkItem> whatToMeasure(const Predictor& predictor,
                                    const std::vector<CandidateNetwork>& candidates, int count);
std::vector<WorkItem> whatToMeasure(const DeviceProfile& profile,
                                    const std::vector<CandidateNetwork>& candidates, int count);

// The work list as CSV: rank, trial, network, predicted_mj, low_mj, high_mj, front_spread_percent,
// front_spread_after_percent, measured_mj (blank), spec (the network as JSON). measured_mj is for who
// measures.
void writeWorkList(const std::filesystem::path& path, const std::vector<WorkItem>& items);
// Reads it back, measured or not. Throws base::Error naming the line.
std::vector<WorkItem> readWorkList(const std::filesystem::path& path);
// Those that were measured, for Predictor::refined.
std::vector<NetworkMeasurement> measurementsOf(const std::vector<WorkItem>& items);

}  // namespace kinglet::energy
