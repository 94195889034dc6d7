#include <unistd.h>

#include "study/store.h"

namespace kinglet::study {
namespace fs = std::filesystem;

fs::path recoveryPath(const fs::path& study) {
  std::error_code ignored;
  const auto usable = [&](const fs::path& folder) {
    return fs::is_directory(folder, ignored) && ::access(folder.c_str(), W_OK | X_OK) == 0;
  };
  fs::path folder = study.has_parent_path() ? study.parent_path() : fs::path(".");
  if (!usable(folder)) folder = fs::current_path(ignored);
  if (folder.empty() || !usable(folder)) folder = fs::temp_directory_path(ignored);
  const std::string name = study.stem().string() + "-recovered";
  fs::path path = folder / (name + ".kinglet");
  for (int count = 2; fs::exists(path, ignored); ++count)
    path = folder / (name + "-" + std::to_string(count) + ".kinglet");
  return path.lexically_normal();
}

}  // namespace kinglet::study
