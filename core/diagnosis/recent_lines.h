// The last lines of the log, in memory that a signal handler may read.
#pragma once

#include <string_view>

namespace kinglet::diagnosis {

// One thread at a time.
void keepLine(std::string_view line) noexcept;
// The oldest first, each with a line break; safe in a signal handler. A line that is being kept meanwhile may
// be half of it.
void writeRecentLines(int file) noexcept;

}  // namespace kinglet::diagnosis
