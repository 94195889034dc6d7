#include "energy/device/board_table.h"

#include <algorithm>
#include <tuple>

#include "base/csv.h"
#include "energy/device/board_columns.h"

namespace kinglet::energy {
namespace {

constexpr std::size_t kMaxSystems = 100'000;

auto keyOf(const BoardSystem& s) {
  return std::tie(s.round, s.division, s.submitter, s.device, s.processor, s.runtime, s.clockMhz, s.supplyV);
}

void readInto(std::vector<BoardSystem>& systems, const std::filesystem::path& path) {
  base::CsvReader csv(path, base::sniffTable(path));
  csv.readHeader();
  BoardColumns columns(csv, {"round", "submitter", "device", "processor", "runtime", "clock_mhz", "supply_v",
                             "benchmark", "latency_us", "energy_uj", "source_path"});
  const auto text = [&](std::size_t i) { return columns.text(i); };
  const auto positive = [&](std::size_t i) {
    return columns.positive(
        i,
        base::Message("clock, supply, latency and energy must be positive (leave blank what is not known)"));
  };
  while (columns.next()) {
    BoardSystem system{text(0),     text(10).substr(0, text(10).find('/')),
                       text(1),     text(2),
                       text(3),     text(4),
                       positive(5), positive(6),
                       {}};
    auto found = std::find_if(systems.begin(), systems.end(),
                              [&](const BoardSystem& other) { return keyOf(other) == keyOf(system); });
    if (found == systems.end()) {
      if (systems.size() >= kMaxSystems) csv.fail(base::Message("too many systems for a table of boards"));
      found = systems.insert(systems.end(), std::move(system));
    }
    if (!found->networks.emplace(text(7), BoardMeasurement{positive(8), positive(9)}).second)
      csv.fail(base::Message("\"%1\" stands twice for %2", text(7), found->device));
  }
}

}  // namespace

bool BoardSystem::isComplete(const std::vector<std::string>& names) const {
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    const auto found = networks.find(name);
    return found != networks.end() && found->second.latencyUs && found->second.energyUj;
  });
}

std::vector<BoardSystem> readBoardTable(const std::filesystem::path& path) {
  return readBoardTables({path});
}

std::vector<BoardSystem> readBoardTables(const std::vector<std::filesystem::path>& paths) {
  std::vector<BoardSystem> systems;
  for (const std::filesystem::path& path : paths) readInto(systems, path);
  return systems;
}

}  // namespace kinglet::energy
