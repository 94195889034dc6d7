#include "study/file/trust.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/regular_file.h"
#include "base/sha256.h"
#include "base/user_folder.h"

namespace kinglet::study {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kKeyBytes = 32;

fs::path keyFile() {
  const fs::path folder = base::userFolder("XDG_DATA_HOME", ".local/share");
  return folder.empty() ? folder : folder / "key";
}

// Empty where it is missing, or others may read or have made it.
std::string readKey(const fs::path& file) {
  const base::Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (in.get() < 0 || ::fstat(in.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_uid != ::geteuid() || (status.st_mode & 077) != 0)
    return {};
  std::string key(kKeyBytes, '\0');
  return ::read(in.get(), key.data(), key.size()) == ssize_t(key.size()) ? key : std::string();
}

void makeKey(const fs::path& file) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  std::string key(kKeyBytes, '\0');
  if (::getrandom(key.data(), key.size(), 0) != ssize_t(key.size())) return;
  // Whole under its name or not there: two programs may make one at a time, and the first one's stays.
  const std::string beside = file.string() + ".new-" + std::to_string(::getpid());
  const base::Descriptor out(
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (out.get() < 0) return;
  if (::write(out.get(), key.data(), key.size()) == ssize_t(key.size()) && ::fsync(out.get()) == 0)
      [[maybe_unused]]
    const int linked = ::link(beside.c_str(), file.c_str());
  ::unlink(beside.c_str());
}

std::string keyOfUser() {
  const fs::path file = keyFile();
  if (file.empty()) return {};
  std::string key = readKey(file);
  if (!key.empty()) return key;
  makeKey(file);
  return readKey(file);
}

}  // namespace

std::string trustMark(std::string_view input, std::string_view network, std::string_view weights) {
  const std::string key = keyOfUser();
  if (key.empty()) return {};
  std::string whole = "kinglet network 1\n";
  for (const std::string_view part : {input, network, weights})
    whole.append(std::to_string(part.size())).append("\n").append(part);
  return base::keyedMark(key, whole);
}

}  // namespace kinglet::study
