#include "base/free_path.h"

#include "base/error.h"

namespace kinglet::base {
namespace fs = std::filesystem;
namespace {

bool isTaken(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

}  // namespace

fs::path freePath(const fs::path& folder, const std::string& name, const std::string& ending,
                  const std::string& separator) {
  fs::path path = folder / (name + ending);
  for (int count = 2; isTaken(path); ++count)
    path = folder / (name + separator + std::to_string(count) + ending);
  return path;
}

void requireFree(const fs::path& path) {
  if (isTaken(path)) throw Error("there is already a file %1; choose another name", path);
}

}  // namespace kinglet::base
