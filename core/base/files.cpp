#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "base/regular_file.h"
#include "base/system_reason.h"

namespace kinglet::base {
namespace fs = std::filesystem;
namespace {

// A new file beside the target, never one that is there: a link could wait under its name.
Descriptor newFileBeside(const fs::path& path, std::string& name) {
  static std::atomic<unsigned> next = 0;
  for (int tries = 0; tries < 100; ++tries) {
    name = path.string() + ".writing-" + std::to_string(::getpid()) + "-" + std::to_string(++next);
    Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (file.get() >= 0 || errno != EEXIST) return file;
  }
  return Descriptor();
}

}  // namespace

void writeAtomically(const fs::path& path, std::string_view bytes) {
  std::string beside;
  const Descriptor file = newFileBeside(path, beside);
  const auto fail = [&](int error) {
    if (file.get() >= 0) ::unlink(beside.c_str());
    throw Error("cannot write %1: %2", path, systemReason(error));
  };
  if (file.get() < 0) fail(errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.get()) != 0) fail(errno);
  if (::rename(beside.c_str(), path.c_str()) != 0) fail(errno);
  // The rename itself must reach the disk too.
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());
}

std::string readText(const fs::path& path, std::uintmax_t maxBytes) {
  const Descriptor file = openRegular(path);
  std::string text;
  std::vector<char> buffer(1 << 16);
  while (true) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Error("cannot read %1: %2", path, systemReason(errno));
    if (got == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    if (text.size() > maxBytes)
      throw Error("%1 is larger than %2 MB, so it is not the kind of file that belongs here", path,
                  maxBytes >> 20);
  }
}

std::uint64_t hashBytes(std::span<const std::byte> bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ mix(seed) ^ bytes.size();
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + i, 8);
    hash = (hash ^ word) * 0x100000001b3ULL;
    hash ^= hash >> 29;
  }
  for (; i < bytes.size(); ++i) hash = (hash ^ static_cast<std::uint64_t>(bytes[i])) * 0x100000001b3ULL;
  return mix(hash);
}

std::uint64_t hashText(std::string_view text, std::uint64_t seed) {
  return hashBytes(std::as_bytes(std::span(text.data(), text.size())), seed);
}

MappedFile::MappedFile(const fs::path& path) {
  const Descriptor file = openRegular(path);
  *this = MappedFile(file.get(), path);
}

MappedFile::MappedFile(int descriptor, const fs::path& path) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) throw Error("cannot read %1: %2", path, systemReason(errno));
  if (!S_ISREG(status.st_mode)) throw Error("%1 is no plain file", path);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (mapped == MAP_FAILED) throw Error("cannot map %1: %2", path, systemReason(errno));
  data_ = static_cast<const std::byte*>(mapped);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<std::byte*>(data_), size_);
}

fs::path cacheFolder() {
  fs::path folder;
  if (const char* xdg = std::getenv("XDG_CACHE_HOME"); xdg && *xdg)
    folder = fs::path(xdg) / "kinglet";
  else if (const char* home = std::getenv("HOME"); home && *home)
    folder = fs::path(home) / ".cache" / "kinglet";
  else
    folder = fs::temp_directory_path() / "kinglet";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error("cannot make the cache folder %1: %2", folder, systemReason(error));
  return folder;
}

}  // namespace kinglet::base
