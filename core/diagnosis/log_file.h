// The file of the log. Several Kinglets write to one: a line is one write at the end, and whoever finds the
// file full moves it aside (kinglet.log.1, .2, ...) under a lock; the others notice and go on in the new one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/regular_file.h"

namespace kinglet::diagnosis {

inline constexpr std::size_t kLongestLine = 4000;  // bytes

// One thread at a time. Opened when first written to; only what is a plain file, readable by its user alone.
class LogFile {
 public:
  static constexpr std::int64_t kMostBytes = 2 << 20;
  static constexpr int kKept = 3;

  explicit LogFile(std::filesystem::path path, std::int64_t mostBytes = kMostBytes, int kept = kKept);
  // Without a line break, which is added. What cannot be written is lost.
  void write(std::string_view line) noexcept;

 private:
  bool isInPlace() const;
  void open();
  void moveAside();

  std::filesystem::path path_;
  std::int64_t mostBytes_;
  int kept_;
  base::Descriptor file_;
};

}  // namespace kinglet::diagnosis
