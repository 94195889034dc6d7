// What was measured from a recording, as a row of a table for readMeasuredTable() (with the networks'
// layers).
#pragma once

#include <filesystem>
#include <string>

#include "energy/trace/trace_windows.h"

namespace kinglet::energy {

// The file and what it was taken as: format, columns, units, voltage, rate. For the table's last column.
std::string provenanceOf(const PowerTrace& trace);

// Appends a row; a new table gets its head. Throws base::Error where the table has other columns, or cannot
// be written.
void appendMeasurement(const std::filesystem::path& table, const std::string& network,
                       const InferenceEnergy& energy, const std::string& source);

}  // namespace kinglet::energy
