#include "diagnosis/log_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <exception>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace kinglet::diagnosis {
namespace fs = std::filesystem;
namespace {
constexpr int kTries = 50;
constexpr auto kPause = std::chrono::milliseconds(2);
}  // namespace

LogFile::LogFile(fs::path path, std::int64_t mostBytes, int kept)
    : path_(std::move(path)), mostBytes_(mostBytes), kept_(kept) {}

void LogFile::open() {
  file_ = base::Descriptor();
  std::error_code ignored;
  fs::create_directories(path_.parent_path().parent_path(), ignored);
  ::mkdir(path_.parent_path().c_str(), 0700);
  // Without O_NONBLOCK a pipe in its place would be waited for.
  base::Descriptor file(::open(
      path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600));
  struct stat status {};
  if (file.get() >= 0 && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode))
    file_ = std::move(file);
}

bool LogFile::isInPlace() const {
  struct stat mine {
  }, there{};
  return file_.get() >= 0 && ::fstat(file_.get(), &mine) == 0 && ::lstat(path_.c_str(), &there) == 0 &&
         mine.st_ino == there.st_ino && mine.st_dev == there.st_dev;
}

// Only the holder of the lock on the file that is in place may rename; who waited for it finds another there.
void LogFile::moveAside() {
  // Another does it, in no time; one that was stopped while it did is not waited for.
  for (int tries = 0; ::flock(file_.get(), LOCK_EX | LOCK_NB) != 0; ++tries) {
    if (tries == kTries) return;
    std::this_thread::sleep_for(kPause);
  }
  if (isInPlace()) {
    const auto name = [this](int number) {
      return number == 0 ? path_.string() : path_.string() + "." + std::to_string(number);
    };
    for (int number = kept_; number > 0; --number) ::rename(name(number - 1).c_str(), name(number).c_str());
  }
  open();  // the lock goes with the old one
}

void LogFile::write(std::string_view line) noexcept {
  try {
    if (!isInPlace()) open();
    struct stat status {};
    if (file_.get() < 0 || ::fstat(file_.get(), &status) != 0) return;
    const std::string whole = std::string(line) + "\n";
    if (status.st_size > 0 && status.st_size + std::int64_t(whole.size()) > mostBytes_) moveAside();
    if (file_.get() < 0) return;
    std::string_view rest = whole;
    while (!rest.empty()) {
      const ssize_t written = ::write(file_.get(), rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return;
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  } catch (const std::exception&) {
  }
}

}  // namespace kinglet::diagnosis
