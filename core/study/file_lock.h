// An advisory lock beside a file: who holds it searches.
#pragma once

#include <filesystem>

namespace kinglet::study {

// Holds FILE-lock (flock, so that it ends with the process, whatever happens) and removes it when let go. Not
// the study file itself: closing any descriptor of that would drop SQLite's own locks on it.
class FileLock {
 public:
  // Throws base::Error, naming the process that holds it, when it is taken or cannot be made.
  explicit FileLock(const std::filesystem::path& file);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

}  // namespace kinglet::study
