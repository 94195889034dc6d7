// diagnosis/: what an engineer reads when something went wrong: the log, and a report when the program
// crashed. Stands on base/ alone; study/ and app/ write to it. Nothing here throws, and nothing of it is
// needed: where the disk fails, only the log is lost. A newcomer reads this header first, then
// crash_handler.h.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/message.h"

namespace kinglet::diagnosis {

enum class Level { info, warning, error };
const char* toText(Level level);

// $XDG_STATE_HOME/kinglet or ~/.local/state/kinglet; need not be there. Empty where neither is known.
std::filesystem::path stateFolder();

// From now on lines are written to folder/kinglet.log, by a thread of its own that takes no signals. Until
// then, and where this was never called (as in tests), log() does nothing.
void startLog(const std::filesystem::path& folder) noexcept;

// One line: 2026-11-30T08:01:02.345Z pid tid LEVEL area: text. Any thread; waits for no disk. Words that come
// from outside (names, paths) belong into outside(), see outside.h; those of a Message are put there.
void log(Level level, std::string_view area, std::string_view text) noexcept;
void log(Level level, std::string_view area, const base::Message& message) noexcept;
// What an exception says; of those that are no base::Error, with their type.
void logFailure(std::string_view area, const std::exception& error) noexcept;

// Waits until all is written, but no longer than this.
void flushLog(int milliseconds) noexcept;

}  // namespace kinglet::diagnosis
