// Published measurements of reference networks on boards: the table of MLPerf Tiny results.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kinglet::energy {

struct BoardMeasurement {
  std::optional<double> latencyUs, energyUj;
};

// One system of one round: a device with its clock, supply and runtime.
struct BoardSystem {
  std::string round, division, submitter, device, processor, runtime;
  std::optional<double> clockMhz, supplyV;
  std::map<std::string, BoardMeasurement> networks;
  // Latency and energy of every network named.
  bool isComplete(const std::vector<std::string>& names) const;
};

// Reads a CSV with the columns round, submitter, device, processor, runtime, clock_mhz, supply_v, benchmark,
// latency_us, energy_uj, source_path (its first folder is the division); blank where not stated. Systems in
// the order of the file. Throws base::Error naming the line where a figure is not positive.
std::vector<BoardSystem> readBoardTable(const std::filesystem::path& path);
// Several such tables of the same systems, read as one.
std::vector<BoardSystem> readBoardTables(const std::vector<std::filesystem::path>& paths);

}  // namespace kinglet::energy
