#include <unistd.h>

#include "base/free_path.h"
#include "study/file/store.h"

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
  return base::freePath(folder, study.stem().string() + "-recovered", ".kinglet").lexically_normal();
}

}  // namespace kinglet::study
