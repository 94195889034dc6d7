// Published mean power of systems that listen: the streaming wake word of MLPerf Tiny (round 1.3), whose
// network, front end and waiting are measured together over twenty minutes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "network/network_spec.h"

namespace kinglet::energy {

struct StreamingRow {
  std::string round, device, processor, runtime;
  double clockMhz = 0;
  std::optional<double> supplyV;
  double powerMw = 0;   // mean, of all
  double periodMs = 0;  // from one inference to the next
  double duty = 0;      // 0 .. 1: share of the time that it computes
};

// A CSV with the columns round, device, processor, runtime, clock_mhz, supply_v (may be blank), power_mw,
// avg_period_s, avg_duty_cycle; rows that lack another of these figures are passed over. Throws base::Error
// naming the line where a figure is not positive, or a duty above 1.
std::vector<StreamingRow> readStreamingTable(const std::filesystem::path& path);

// What one inference of that benchmark brings to the front end: one new frame of 40 mels, of a window of
// 1,024 samples every 512, at 16 kHz.
network::InputSpec streamingInput();

}  // namespace kinglet::energy
