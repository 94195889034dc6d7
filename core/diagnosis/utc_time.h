// A moment in UTC as text; safe to make in a signal handler.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <string_view>

namespace kinglet::diagnosis {

class UtcTime {
 public:
  explicit UtcTime(const timespec& moment) {
    using namespace std::chrono;
    const seconds since(moment.tv_sec);
    const auto days = floor<std::chrono::days>(since);
    const year_month_day date{sys_days(days)};
    const auto rest = (since - days).count();
    put(int(date.year()), 4, '-');
    put(int(unsigned(date.month())), 2, '-');
    put(int(unsigned(date.day())), 2, 'T');
    put(int(rest / 3600), 2, ':');
    put(int(rest / 60 % 60), 2, ':');
    put(int(rest % 60), 2, '.');
    put(int(moment.tv_nsec / 1'000'000), 3, 'Z');
  }
  std::string_view text() const { return {text_.data(), size_}; }  // 2026-11-30T08:01:02.345Z

 private:
  void put(int figure, int digits, char behind) {
    for (int i = digits - 1; i >= 0; --i, figure /= 10)
      text_[size_ + std::size_t(i)] = static_cast<char>('0' + figure % 10);
    size_ += std::size_t(digits);
    text_[size_++] = behind;
  }

  std::array<char, 32> text_{};
  std::size_t size_ = 0;
};

}  // namespace kinglet::diagnosis
