// The reports of past crashes in the state folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kinglet::diagnosis {

struct CrashReport {
  std::string name;             // of its file; later crashes sort behind earlier ones
  std::filesystem::path study;  // that was open; empty: none
  std::string text;             // C++ names readable
};

std::vector<std::string> crashNames(const std::filesystem::path& folder);  // the oldest first
// Nothing where it cannot be read.
std::optional<CrashReport> readCrash(const std::filesystem::path& folder, const std::string& name);
// The newest stay.
void removeOldCrashes(const std::filesystem::path& folder) noexcept;

}  // namespace kinglet::diagnosis
