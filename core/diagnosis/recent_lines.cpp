#include "diagnosis/recent_lines.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

namespace kinglet::diagnosis {
namespace {

constexpr std::size_t kLines = 50, kBytes = 400;

struct Line {
  std::atomic<std::size_t> size{0};
  std::array<char, kBytes> text;
};

std::array<Line, kLines> lines;
std::atomic<std::size_t> count{0};

}  // namespace

void keepLine(std::string_view text) noexcept {
  const std::size_t number = count.load();
  Line& line = lines[number % kLines];
  std::size_t size = std::min(text.size(), kBytes);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  line.size = 0;
  std::memcpy(line.text.data(), text.data(), size);
  line.size = size;
  count = number + 1;
}

void writeRecentLines(int file) noexcept {
  const std::size_t end = count.load();
  for (std::size_t i = end > kLines ? end - kLines : 0; i < end; ++i) {
    const Line& line = lines[i % kLines];
    const std::size_t size = std::min(line.size.load(), kBytes);
    if (size == 0) continue;
    if (::write(file, line.text.data(), size) < 0 || ::write(file, "\n", 1) < 0) return;
  }
}

}  // namespace kinglet::diagnosis
