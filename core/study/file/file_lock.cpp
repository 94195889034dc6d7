#include "study/file/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/regular_file.h"
#include "base/system_reason.h"

namespace kinglet::study {
namespace {

constexpr off_t kLongestHolder = 20;  // bytes of a process number

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

// One lock for all names of a file: beside the file that symbolic links lead to.
std::filesystem::path besideOf(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(file, error);
  return (error ? file : real).string() + "-lock";
}

// Network file systems make locks of flock() that would shut SQLite's own out.
bool isRemote(int descriptor) {
  struct statfs system {};
  if (::fstatfs(descriptor, &system) != 0) return true;
  for (const unsigned long kind :
       {0x6969UL, 0x517BUL, 0xFE534D42UL, 0xFF534D42UL, 0x01021997UL, 0x00C36400UL})
    if (static_cast<unsigned long>(system.f_type) == kind) return true;
  return false;
}

// Files that this process has had open to lock them, by device and inode. They are never closed: closing any
// descriptor of a file drops SQLite's locks on it.
class Held {
 public:
  static Held& all() {
    static Held held;
    return held;
  }

  // The descriptor of a file that is there, locked; -1 where it cannot be locked that way.
  int lock(const std::filesystem::path& file) {
    const std::lock_guard guard(mutex_);
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return -1;
    const auto [place, isNew] = files_.try_emplace({status.st_dev, status.st_ino}, -1);
    if (isNew) place->second = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (place->second < 0 || isRemote(place->second)) return -1;
    if (taken_.contains(place->second) || ::flock(place->second, LOCK_EX | LOCK_NB) != 0)
      throw base::Error(
          "%1 is being searched by another Kinglet, under another name of the same file; stop that one "
          "first, "
          "or use another study file",
          file);
    taken_.insert(place->second);
    return place->second;
  }

  void unlock(int descriptor) {
    const std::lock_guard guard(mutex_);
    if (taken_.erase(descriptor) > 0) ::flock(descriptor, LOCK_UN);
  }

 private:
  std::mutex mutex_;
  std::map<std::pair<dev_t, ino_t>, int> files_;
  std::set<int> taken_;
};

}  // namespace

FileLock::FileLock(const std::filesystem::path& file) : path_(besideOf(file)) {
  struct stat status {};
  for (;;) {
    // Never through a link: what it leads to is not ours.
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
    if (descriptor_ < 0 && errno == ELOOP)
      throw base::Error("%1 is a symbolic link and not Kinglet's lock; remove it", path_);
    if (descriptor_ < 0)
      throw base::Error("cannot write beside %1: %2; choose a folder that can be written to", file,
                        base::systemReason(errno));
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode) || status.st_nlink > 1) {
      ::close(descriptor_);
      throw base::Error("%1 is no plain file of its own and not Kinglet's lock; remove it", path_);
    }
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
  try {
    file_ = Held::all().lock(file);
  } catch (...) {
    ::unlink(path_.c_str());
    ::close(descriptor_);
    throw;
  }
  // Only a help to people: a full disk must not keep anyone from opening a study. A file that holds anything
  // else is not ours to empty.
  const std::string process = std::to_string(::getpid());
  if (status.st_size <= kLongestHolder && ::ftruncate(descriptor_, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::pwrite(descriptor_, process.data(), process.size(), 0);
}

void FileLock::alsoLock(const std::filesystem::path& file) {
  if (file_ < 0) file_ = Held::all().lock(file);
}

FileLock::~FileLock() {
  Held::all().unlock(file_);
  if (stillThere(descriptor_, path_.c_str())) ::unlink(path_.c_str());  // not that of another study by now
  ::close(descriptor_);
}

}  // namespace kinglet::study
