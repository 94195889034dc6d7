// A read-only memory map that survives what happens to its file: where the file is cut short, or its disk
// fails, the pages that are gone read as zeros instead of ending the program (SIGBUS), and intact() says so.
// Costs nothing while all is well.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace kinglet::data {

class GuardedMap {
 public:
  // Of an open file, which stays the caller's; path: for messages. Throws base::Error when it cannot be
  // mapped.
  GuardedMap(int descriptor, const std::filesystem::path& path);
  ~GuardedMap();
  GuardedMap(const GuardedMap&) = delete;
  GuardedMap& operator=(const GuardedMap&) = delete;

  std::span<const std::byte> bytes() const { return {data_, size_}; }
  // Whether all that was read so far was the file as it was mapped: asked after reading, before what was read
  // is believed. A few microseconds.
  bool intact() const;

  struct Range;  // what the signal handler looks through

 private:
  int file_ = -1;  // kept open to look at
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  long changedS_ = 0, changedNs_ = 0;  // when the file was written last
  Range* range_ = nullptr;
};

}  // namespace kinglet::data
