// Writing to a file within a signal handler: no memory, no locks, no printf.
#pragma once

#include <unistd.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace kinglet::diagnosis {

class SignalText {
 public:
  explicit SignalText(int file) : file_(file) {}

  const SignalText& operator<<(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = ::write(file_, text.data(), text.size());
      if (written <= 0) break;
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    return *this;
  }
  const SignalText& operator<<(long figure) const {
    if (figure < 0) *this << "-";
    return number(figure < 0 ? 0 - static_cast<std::uintptr_t>(figure) : static_cast<std::uintptr_t>(figure),
                  10);
  }
  const SignalText& address(const void* place) const {
    *this << "0x";
    return number(reinterpret_cast<std::uintptr_t>(place), 16);
  }

 private:
  const SignalText& number(std::uintptr_t value, unsigned base) const {
    std::array<char, 24> digits;
    std::size_t first = digits.size();
    do digits[--first] = "0123456789abcdef"[value % base];
    while (value /= base);
    return *this << std::string_view(digits.data() + first, digits.size() - first);
  }

  int file_;
};

// Text that a signal handler may read; what is too long is cut.
template <std::size_t Bytes>
class SignalSafeText {
 public:
  void set(std::string_view text) noexcept {
    const std::size_t size = text.size() < Bytes ? text.size() : Bytes - 1;
    for (std::size_t i = 0; i < size; ++i) text_[i] = text[i];
    text_[size] = 0;
  }
  std::string_view get() const { return text_.data(); }
  const char* c_str() const { return text_.data(); }

 private:
  std::array<char, Bytes> text_{};
};

}  // namespace kinglet::diagnosis
