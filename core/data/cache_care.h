// The folder of cached features as a person sees it: what it takes, how much it may take, and emptying it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace kinglet::data {

constexpr std::uintmax_t kUsualCacheLimit = std::uintmax_t{4} << 30;  // bytes

struct CacheUse {
  std::filesystem::path folder;
  int files = 0;
  std::uintmax_t bytes = 0, limit = 0;
};

// folder empty, here and below: base::cacheFolder(). Throws base::Error where it cannot be looked into.
CacheUse cacheUse(const std::filesystem::path& folder = {});

// In bytes; what the user set, else the usual one. Kept in $XDG_CONFIG_HOME/kinglet/cache-limit, for the
// window and the command line alike.
std::uintmax_t cacheLimit();
// Throws base::Error where it cannot be kept. What is over it goes at once, the longest unused first.
void setCacheLimit(std::uintmax_t bytes, const std::filesystem::path& folder = {});

// Bytes freed. Features that are in use stay with whoever uses them.
std::uintmax_t clearCache(const std::filesystem::path& folder = {});

// "4 GB", "512MB", "1.5 GiB": a number with a unit of a thousand or 1,024. Throws base::Error otherwise.
std::uintmax_t bytesFrom(const std::string& text);

}  // namespace kinglet::data
