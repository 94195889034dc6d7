#include "energy/measured_rows.h"

#include <cstdio>

#include "base/csv.h"
#include "base/error.h"
#include "base/files.h"

namespace kinglet::energy {

void appendMeasurement(const std::filesystem::path& table, const std::string& network,
                       const InferenceEnergy& energy, const std::string& source) {
  const std::string head = "network,energy_mj,energy_spread_mj,windows,inferences_per_window,source";
  std::string text;
  if (std::filesystem::exists(table)) text = base::readText(table);
  if (text.empty()) text = head + "\n";
  if (!text.starts_with(head))
    throw base::Error(table.string() + ", line 1: the columns are not those of a table of recordings (" +
                      head + "); choose another file");
  if (text.back() != '\n') text += '\n';
  char figures[160];
  std::snprintf(figures, sizeof figures, ",%.8g,%.4g,%zu,%.8g,", energy.meanMj, energy.spreadMj,
                energy.windows.size(), energy.inferencesPerWindow);
  text += base::csvField(network) + figures + base::csvField(source) + "\n";
  base::writeAtomically(table, text);
}

}  // namespace kinglet::energy
