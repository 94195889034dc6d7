#include "study/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "base/error.h"
#include "base/system_reason.h"

namespace kinglet::study {
namespace {

std::string holder(int descriptor) {
  char text[32] = {};
  const ssize_t length = ::pread(descriptor, text, sizeof text - 1, 0);
  return length > 0 ? text : std::string();
}

// The holder may have removed the file between our open and our lock; a lock on a file that has no name locks
// nothing.
bool stillThere(int descriptor, const char* path) {
  struct stat held {
  }, named{};
  return ::fstat(descriptor, &held) == 0 && ::stat(path, &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& file) : path_(file.string() + "-lock") {
  for (;;) {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0)
      throw base::Error("cannot write beside %1: %2; choose a folder that can be written to", file,
                        base::systemReason(errno));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      const std::string who = holder(descriptor_);
      ::close(descriptor_);
      if (who.empty())
        throw base::Error(
            "%1 is being searched by another Kinglet; stop that one first, or use another study file", file);
      throw base::Error(
          "%1 is being searched by another Kinglet (process %2); stop that one first, or use another study "
          "file",
          file, who);
    }
    if (stillThere(descriptor_, path_.c_str())) break;
    ::close(descriptor_);
  }
  // Only a help to people: a full disk must not keep anyone from opening a study.
  const std::string process = std::to_string(::getpid());
  if (::ftruncate(descriptor_, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::pwrite(descriptor_, process.data(), process.size(), 0);
}

FileLock::~FileLock() {
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

}  // namespace kinglet::study
