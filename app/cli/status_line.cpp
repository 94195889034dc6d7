#include "app/cli/status_line.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/cli/output.h"

namespace kinglet::cli {
namespace {

constexpr auto kPause = std::chrono::milliseconds(100);

int terminalWidth() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

// The first `columns` characters of UTF-8 text.
std::string cut(const std::string& text, int columns) {
  int seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && seen++ == columns) return text.substr(0, i);
  return text;
}

}  // namespace

StatusLine::StatusLine() : terminal_(::isatty(STDERR_FILENO) == 1) {}

StatusLine::~StatusLine() {
  clear();
}

void StatusLine::show(const std::string& text) {
  if (!terminal_) return;
  const std::lock_guard guard(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < kPause) return;
  last_ = now;
  erase();
  shown_ = cut(text, terminalWidth() - 1);
  std::fputs(shown_.c_str(), stderr);
  std::fflush(stderr);
}

void StatusLine::print(const std::string& line) {
  const std::lock_guard guard(mutex_);
  const std::string again = shown_;
  erase();
  std::fprintf(stderr, "%s\n%s", line.c_str(), again.c_str());
  shown_ = again;
  std::fflush(stderr);
}

void StatusLine::clear() {
  const std::lock_guard guard(mutex_);
  erase();
  std::fflush(stderr);
}

void StatusLine::erase() {
  if (!shown_.empty()) writeEscape("\r\033[K");
  shown_.clear();
}

std::string bar(double share, int cells) {
  const int full = std::clamp(static_cast<int>(std::lround(share * cells)), 0, cells);
  std::string text;
  for (int i = 0; i < cells; ++i) text += i < full ? "▓" : "░";
  return text;
}

}  // namespace kinglet::cli
