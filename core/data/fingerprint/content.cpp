#include "data/fingerprint/content.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "base/files.h"
#include "data/builtin_sounds.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kWholeBytes = 64 << 10;               // files up to this size are read whole
constexpr std::size_t kPieces = 3, kPieceBytes = 16 << 10;  // of others: beginning, middle and end

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status {};
    if (descriptor_ >= 0 && ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode))
      size_ = static_cast<std::uint64_t>(status.st_size);
  }
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  std::optional<std::uint64_t> size() const { return size_; }
  // Whether all of them could be read.
  bool read(std::span<std::byte> bytes, std::uint64_t at) const {
    while (!bytes.empty()) {
      const auto got = ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
      if (got <= 0) return false;
      bytes = bytes.subspan(static_cast<std::size_t>(got));
      at += static_cast<std::uint64_t>(got);
    }
    return true;
  }

 private:
  const int descriptor_;
  std::optional<std::uint64_t> size_;
};

// 0 means "not known".
std::uint64_t known(std::uint64_t hash) {
  return hash ? hash : 1;
}

}  // namespace

std::uint64_t stampOf(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  const std::array<std::uint64_t, 3> marks{std::uint64_t(status.st_size),
                                           std::uint64_t(status.st_mtim.tv_sec),
                                           std::uint64_t(status.st_mtim.tv_nsec)};
  return known(base::hashBytes(std::as_bytes(std::span(marks))));
}

std::uint64_t contentOf(const std::filesystem::path& file) {
  const OpenFile open(file);
  if (!open.size()) return 0;
  const std::uint64_t size = *open.size();
  std::vector<std::byte> bytes(size <= kWholeBytes ? size : kPieces * kPieceBytes);
  if (size <= kWholeBytes) {
    if (!open.read(bytes, 0)) return 0;
  } else {
    for (std::size_t i = 0; i < kPieces; ++i)
      if (!open.read(std::span(bytes).subspan(i * kPieceBytes, kPieceBytes),
                     (size - kPieceBytes) / (kPieces - 1) * i))
        return 0;
  }
  return known(base::hashBytes(bytes, size));
}

std::uint64_t contentOf(const Clip& clip, std::uint64_t ofFile) {
  if (ofFile == 0 || (clip.startS == 0 && clip.endS == 0)) return ofFile;
  const std::array<double, 2> part{clip.startS, clip.endS};
  return known(base::hashBytes(std::as_bytes(std::span(part)), ofFile));
}

std::uint64_t contentOfBuiltin(std::uint64_t seed, int clip) {
  const std::array<std::uint64_t, 3> words{seed, std::uint64_t(clip), kBuiltinVersion};
  return known(base::hashBytes(std::as_bytes(std::span(words))));
}

bool sameBytes(const Clip& a, const Clip& b) {
  if (a.startS != b.startS || a.endS != b.endS) return false;
  if (a.path == b.path) return true;
  const OpenFile one(a.path), other(b.path);
  if (!one.size() || one.size() != other.size()) return false;
  std::vector<std::byte> left(1 << 20), right(1 << 20);
  for (std::uint64_t at = 0; at < *one.size(); at += left.size()) {
    const auto piece = static_cast<std::size_t>(std::min<std::uint64_t>(left.size(), *one.size() - at));
    const auto first = std::span(left).first(piece), second = std::span(right).first(piece);
    if (!one.read(first, at) || !other.read(second, at) || !std::ranges::equal(first, second)) return false;
  }
  return true;
}

}  // namespace kinglet::data
