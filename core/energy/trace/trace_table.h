// Reads a recording that is a table, a piece at a time.
#pragma once

#include <filesystem>
#include <functional>

#include "energy/trace/power_trace.h"

namespace kinglet::energy {

// As readTrace(); the file is a table of text.
PowerTrace readTraceTable(const std::filesystem::path& path, const TraceOptions& options,
                          const std::function<void(double)>& progress);

}  // namespace kinglet::energy
