#include "energy/predictor/measured_rows.h"

#include "base/csv.h"
#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/words.h"

namespace kinglet::energy {

std::string provenanceOf(const PowerTrace& trace) {
  return trace.source + ": " + trace.reading().english();
}

void appendMeasurement(const std::filesystem::path& table, const std::string& network,
                       const InferenceEnergy& energy, const std::string& source) {
  const std::string head = "network,energy_mj,energy_spread_mj,windows,inferences_per_window,source";
  std::string text;
  if (std::filesystem::exists(table)) text = base::readText(table);
  if (text.empty()) text = head + "\n";
  if (!text.starts_with(head))
    throw base::Error(
        "%1, line 1: the columns are not those of a table of recordings (%2); choose another file", table,
        head);
  if (text.back() != '\n') text += '\n';
  text += base::csvCell(network) + "," + base::general(energy.meanMj, 8) + "," +
          base::general(energy.spreadMj, 4) + "," + std::to_string(energy.windows.size()) + "," +
          base::general(energy.inferencesPerWindow, 8) + "," + base::csvCell(source) + "\n";
  base::writeAtomically(table, text);
}

}  // namespace kinglet::energy
