// An advisory lock beside a file: who holds it searches.
#pragma once

#include <filesystem>

namespace kinglet::study {

// Holds FILE-lock (flock, so that it ends with the process, whatever happens) and removes it when let go, and
// a lock on the file itself, by which all its names count as one. A FILE-lock that is a link or no plain file
// is refused and left as it is.
class FileLock {
 public:
  // Throws base::Error, naming the process that holds it, when it is taken or cannot be made.
  explicit FileLock(const std::filesystem::path& file);
  ~FileLock();
  // Of a file that was made after the lock: shuts out those who come by another name of it (a hard link).
  void alsoLock(const std::filesystem::path& file);
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  std::filesystem::path path_;
  int descriptor_ = -1, file_ = -1;
};

}  // namespace kinglet::study
