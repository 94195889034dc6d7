// After a crash: what the next start tells, once.
#pragma once

#include <filesystem>

namespace kinglet::window {

class MainWindow;

inline constexpr const char* kCrashNotice = "crash";

// A notice in the window where folder (diagnosis::stateFolder()) has a crash's report that was not told yet.
void tellOfCrash(MainWindow& window, const std::filesystem::path& folder);

}  // namespace kinglet::window
