#include "energy/device/streaming_table.h"

#include "base/csv.h"
#include "energy/device/board_columns.h"

namespace kinglet::energy {

std::vector<StreamingRow> readStreamingTable(const std::filesystem::path& path) {
  constexpr std::size_t kMostRows = 100'000;
  base::CsvReader csv(path, base::sniffTable(path));
  csv.readHeader();
  BoardColumns columns(csv, {"round", "device", "processor", "runtime", "clock_mhz", "supply_v", "power_mw",
                             "avg_period_s", "avg_duty_cycle"});
  const auto text = [&](std::size_t i) { return columns.text(i); };
  const auto positive = [&](std::size_t i) {
    return columns.positive(i, base::Message("clock, supply, power, period and duty must be positive"));
  };
  std::vector<StreamingRow> rows;
  while (columns.next()) {
    const auto clock = positive(4), power = positive(6), period = positive(7), duty = positive(8);
    if (!clock || !power || !period || !duty) continue;
    if (*duty > 1) csv.fail(base::Message("a duty is at most 1"));
    if (rows.size() >= kMostRows) csv.fail(base::Message("too many systems for a table of boards"));
    rows.push_back({text(0), text(1), text(2), text(3), *clock, positive(5), *power, *period * 1000, *duty});
  }
  return rows;
}

network::InputSpec streamingInput() {
  network::InputSpec input;
  input.rate = 16000;
  input.fftSize = 1024;
  input.mels = 40;
  input.windowMs = 64;
  input.hopMs = 32;
  input.lowHz = 125;
  input.highHz = 7500;
  input.clipSeconds = 0.064;
  return input;
}

}  // namespace kinglet::energy
