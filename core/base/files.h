// Files that survive a power cut, and files too large for memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace kinglet::base {

// Writes beside the target, syncs, renames: the target is whole, old or new, at every moment.
// Throws Error (disk full, no permission), leaving the old file as it was.
void writeAtomically(const std::filesystem::path& path, std::string_view bytes);

// The whole of a small file. Throws Error when it is missing, a folder, unreadable or larger than maxBytes.
std::string readText(const std::filesystem::path& path, std::uintmax_t maxBytes = 64u << 20);

// FNV-1a over 8-byte words, mixed; for cache keys and checksums, not against attackers.
std::uint64_t hashBytes(std::span<const std::byte> bytes, std::uint64_t seed = 0);
std::uint64_t hashText(std::string_view text, std::uint64_t seed = 0);

// A read-only memory map. Throws Error when the file cannot be mapped. An empty file maps to an empty span.
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& path);
  // Of an open file, which stays the caller's: what was read from it is what is mapped, whatever the name
  // means by now. path: for messages.
  MappedFile(int descriptor, const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

// Where caches live: $XDG_CACHE_HOME/kinglet or ~/.cache/kinglet; made when missing.
std::filesystem::path cacheFolder();

}  // namespace kinglet::base
