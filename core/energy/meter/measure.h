// Measuring a list of networks on this computer: interleaved, so that a chip that warms up or a neighbour
// that wakes up hits all of them alike, and repeated, so that the spread is known.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "energy/meter/meter.h"
#include "network/network_spec.h"

namespace kinglet::energy {

struct MeasureTask {
  std::string name;
  network::NetworkSpec network;
  std::function<void(long inferences)> run;  // runs so many, one after the other, on the calling thread
};

struct MeasureSettings {
  int rounds = 5;      // each network once a round, in an order that changes
  double seconds = 2;  // of each network in each round
  double warmUpSeconds =
      0.5;  // of each network before the first round; also finds how many inferences take a moment
  double restSeconds = 1;  // of rest before the first round, for the power at rest; 0: none
  std::uint64_t seed = 1;  // of the order
};

struct MeasuredEnergy {
  std::string name;
  network::NetworkSpec network;
  double energyMj = 0, energySpreadMj = 0;  // of an inference: mean and standard deviation over rounds
  double latencyMs = 0, latencySpreadMs = 0;
  double netEnergyMj = 0;  // above the power at rest; NaN where that was not measured
  long inferences = 0;
  int rounds = 0;
};

struct MeasureReport {
  std::vector<MeasuredEnergy> networks;  // as the tasks
  double restMw = 0;                     // NaN where not measured
  std::string meter, source;
  Provenance provenance = Provenance::measured;
  bool cancelled = false;  // then rounds that were finished are reported
};

using MeasureProgress = std::function<void(double share, const std::string& what)>;

// Throws base::Error on settings that make no sense and where a network's energy cannot be told from zero (a
// counter too coarse for so short a time).
MeasureReport measure(const std::vector<MeasureTask>& tasks, Meter& meter, const MeasureSettings& settings,
                      std::stop_token stop = {}, const MeasureProgress& progress = {},
                      const Clock& clock = steadyClock(),
                      const std::function<void(double seconds)>& sleep = {});

// The table that readMeasuredTable understands: network, energy_mj, energy_spread_mj, net_energy_mj,
// latency_ms, latency_spread_ms, rounds, inferences, meter, energy_source, then networkSumNames().
void writeMeasured(const std::filesystem::path& path, const MeasureReport& report);

}  // namespace kinglet::energy
