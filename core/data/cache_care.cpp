#include "data/cache_care.h"

#include <array>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/system_reason.h"
#include "base/text.h"
#include "base/user_folder.h"
#include "data/feature_cache.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kLeast = 1 << 20;  // less would throw out what a search is using

fs::path limitFile() {
  const fs::path folder = base::userFolder("XDG_CONFIG_HOME", ".config");
  return folder.empty() ? folder : folder / "cache-limit";
}

fs::path usual(const fs::path& folder) {
  return folder.empty() ? base::cacheFolder() : folder;
}

}  // namespace

CacheUse cacheUse(const fs::path& folder) {
  CacheUse use{usual(folder), 0, 0, cacheLimit()};
  std::error_code error;
  for (fs::directory_iterator it(use.folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;
    if (!isCacheFile(it->path()) || !it->is_regular_file(gone)) continue;
    const auto bytes = it->file_size(gone);
    if (gone) continue;
    ++use.files;
    use.bytes += bytes;
  }
  if (error) throw base::Error("cannot look into the folder %1: %2", use.folder, base::systemReason(error));
  return use;
}

std::uintmax_t cacheLimit() {
  const fs::path file = limitFile();
  std::error_code ignored;
  if (file.empty() || !fs::is_regular_file(file, ignored)) return kUsualCacheLimit;
  try {
    return bytesFrom(base::trimmed(base::readText(file, 100)));
  } catch (const base::Error&) {  // written by somebody else
    return kUsualCacheLimit;
  }
}

void setCacheLimit(std::uintmax_t bytes, const fs::path& folder) {
  if (bytes < kLeast) throw base::Error("the cache needs 1 MB at least; to empty it: kinglet cache --clear");
  const fs::path file = limitFile();
  if (file.empty()) throw base::Error("there is no home folder to keep the limit in; set XDG_CONFIG_HOME");
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error)
    throw base::Error("cannot make the folder %1: %2", file.parent_path(), base::systemReason(error));
  base::writeAtomically(file, std::to_string(bytes) + " B\n");
  evictCaches(usual(folder), {}, bytes);
}

std::uintmax_t clearCache(const fs::path& folder) {
  const std::uintmax_t before = cacheUse(folder).bytes;
  evictCaches(usual(folder), {}, 0);
  return before - cacheUse(folder).bytes;
}

std::uintmax_t bytesFrom(const std::string& text) {
  constexpr std::array<std::pair<const char*, double>, 10> kUnits{{{"b", 1},
                                                                   {"kb", 1e3},
                                                                   {"mb", 1e6},
                                                                   {"gb", 1e9},
                                                                   {"tb", 1e12},
                                                                   {"kib", 1024},
                                                                   {"mib", 1048576},
                                                                   {"gib", 1073741824},
                                                                   {"tib", 1099511627776.0},
                                                                   {"bytes", 1}}};
  const auto split = text.find_first_not_of("0123456789.");
  const auto number = base::number(base::trimmed(text.substr(0, split)));
  const std::string unit =
      split == std::string::npos ? "" : base::lowerCase(base::trimmed(text.substr(split)));
  for (const auto& [name, factor] : kUnits)
    if (number && unit == name && *number >= 0 && *number * factor < 1e18)
      return static_cast<std::uintmax_t>(*number * factor);
  throw base::Error("\"%1\" is no size; write it with its unit, such as 4 GB or 512 MB",
                    base::shownText(text.substr(0, 60)));
}

}  // namespace kinglet::data
