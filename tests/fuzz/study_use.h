// A study as people use one that came from elsewhere: opened, looked at, checked, repaired, gone on with.
#pragma once

#include <filesystem>

namespace kinglet::fuzz {

// A small sound study; the same bytes each time.
void makeStudy(const std::filesystem::path& path);

void useStudy(const std::filesystem::path& path);

// The file and what SQLite and Kinglet put beside it.
void removeStudy(const std::filesystem::path& path);

}  // namespace kinglet::fuzz
