#include "energy/trace/stamp.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cmath>
#include <cstring>

#include "base/format.h"
#include "base/text.h"

namespace kinglet::energy {
namespace {

constexpr double kDay = 86'400;
constexpr double kFirstSince1970 = 1e9, kLastSince1970 = 4.1e9;  // s: 2001 to 2100

bool digit(char c) {
  return c >= '0' && c <= '9';
}

// The date and the time of day of a stamp, parted.
struct Parts {
  std::string_view day, clock;
  double zone = 0;       // seconds that it is ahead of UTC
  double afternoon = 0;  // 12 h where PM says so
};

Parts partsOf(std::string_view cell) {
  Parts parts;
  const auto colon = cell.find(':');
  if (colon == std::string_view::npos) {
    parts.day = cell;
    return parts;
  }
  auto begin = colon;
  while (begin > 0 && digit(cell[begin - 1])) --begin;
  auto end = colon;
  while (end < cell.size() && (digit(cell[end]) || cell[end] == ':' || cell[end] == '.' || cell[end] == ','))
    ++end;
  parts.clock = cell.substr(begin, end - begin);
  parts.day = cell.substr(0, begin);
  while (!parts.day.empty() && !digit(parts.day.back())) parts.day.remove_suffix(1);
  const std::string_view rest = cell.substr(end);
  const auto sign = rest.find_first_of("+-");
  if (sign != std::string_view::npos && sign + 2 < rest.size() && digit(rest[sign + 1]) &&
      digit(rest[sign + 2])) {
    const double hours = (rest[sign + 1] - '0') * 10 + (rest[sign + 2] - '0');
    const auto minutes = rest.find_first_of("0123456789", sign + 3);
    const double more =
        minutes != std::string_view::npos && minutes + 1 < rest.size() && digit(rest[minutes + 1])
            ? (rest[minutes] - '0') * 10 + (rest[minutes + 1] - '0')
            : 0;
    parts.zone = (rest[sign] == '-' ? -1 : 1) * (hours * 3600 + more * 60);
  } else {
    const std::string half = base::lowerCase(base::trimmed(rest));
    const bool twelve = parts.clock.starts_with("12:");
    if (half.starts_with("pm") || half.starts_with("p.m")) parts.afternoon = twelve ? 0 : kDay / 2;
    if (half.starts_with("am") || half.starts_with("a.m")) parts.afternoon = twelve ? -kDay / 2 : 0;
  }
  return parts;
}

// "12:03:04.5", "03:04,5", "12:03", "12:03:04:500".
std::optional<double> timeOfDay(std::string_view clock, bool hasDay) {
  std::array<double, 4> numbers{};
  std::size_t count = 0;
  bool fraction = false;
  while (!clock.empty()) {
    if (count == numbers.size()) return std::nullopt;
    const auto end = std::min(clock.find(':'), clock.size());
    const auto value =
        figureIn(clock.substr(0, end), clock.substr(0, end).find(',') != std::string_view::npos);
    if (!value || *value < 0) return std::nullopt;
    fraction = clock.substr(0, end).find_first_of(".,") != std::string_view::npos;
    numbers[count++] = *value;
    clock.remove_prefix(std::min(end + 1, clock.size()));
  }
  if (count == 4) return numbers[0] * 3600 + numbers[1] * 60 + numbers[2] + numbers[3] / 1000;
  if (count == 3) return numbers[0] * 3600 + numbers[1] * 60 + numbers[2];
  if (count != 2) return std::nullopt;
  return hasDay && !fraction ? numbers[0] * 3600 + numbers[1] * 60 : numbers[0] * 60 + numbers[1];
}

// Days since 1970; nothing where the order of day and month is open.
std::optional<double> dayNumber(std::string_view day) {
  std::array<int, 3> numbers{};
  std::size_t count = 0, digits = 0, firstDigits = 0;
  for (std::size_t i = 0; i <= day.size(); ++i) {
    if (i < day.size() && digit(day[i]) && digits < 6) {
      if (count == 3) return std::nullopt;
      numbers[count] = numbers[count] * 10 + (day[i] - '0');
      ++digits;
    } else if (digits > 0) {
      if (count == 0) firstDigits = digits;
      ++count;
      digits = 0;
    }
  }
  if (count != 3) return std::nullopt;
  const bool dots = day.find('.') != std::string_view::npos;
  if (firstDigits != 4 && !dots) return std::nullopt;
  if (firstDigits != 4) std::swap(numbers[0], numbers[2]);
  const std::chrono::year_month_day date{std::chrono::year(numbers[0] < 100 ? numbers[0] + 2000 : numbers[0]),
                                         std::chrono::month(static_cast<unsigned>(numbers[1])),
                                         std::chrono::day(static_cast<unsigned>(numbers[2]))};
  if (!date.ok()) return std::nullopt;
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

}  // namespace

std::optional<double> figureIn(std::string_view cell, bool decimalComma) {
  if (!decimalComma) return base::number(cell);
  std::array<char, 48> text;
  if (cell.size() > text.size() || cell.find('.') != std::string_view::npos) return std::nullopt;
  std::memcpy(text.data(), cell.data(), cell.size());
  if (void* comma = std::memchr(text.data(), ',', cell.size())) *static_cast<char*>(comma) = '.';
  return base::number({text.data(), cell.size()});
}

StampKind stampKindOf(std::string_view cell, bool decimalComma) {
  if (figureIn(cell, decimalComma)) return StampKind::figure;
  if (cell.size() < 4 || cell.size() > 48 || cell.find_first_of("0123456789") == std::string_view::npos)
    return StampKind::none;
  const Parts parts = partsOf(cell);
  if (parts.clock.empty())
    return dayNumber(parts.day) && parts.day.size() == cell.size() ? StampKind::date : StampKind::none;
  if (!timeOfDay(parts.clock, !parts.day.empty())) return StampKind::none;
  // A day is figures and marks between them, or the name of a month.
  return parts.day.empty() ? StampKind::clock : StampKind::date;
}

std::optional<double> StampReader::clockSeconds(std::string_view cell) {
  const Parts parts = partsOf(cell);
  double seconds = 0;
  if (!parts.clock.empty()) {
    const auto clock = timeOfDay(parts.clock, !parts.day.empty());
    if (!clock) return std::nullopt;
    seconds = *clock + parts.afternoon - parts.zone;
  }
  if (kind_ == StampKind::clock) {
    if (!first_ && seconds + added_ < last_ - kDay / 2) added_ += kDay;
    return seconds + added_;
  }
  if (const auto day = dayNumber(parts.day)) return seconds + *day * kDay;
  if (parts.clock.empty()) return std::nullopt;
  if (!first_ && parts.day != day_ && seconds + added_ < last_) added_ += kDay;
  day_ = parts.day;
  return seconds + added_;
}

std::optional<double> StampReader::seconds(std::string_view cell) {
  if (kind_ == StampKind::figure) {
    if (first_) {
      // Nanoseconds since 1970 have 19 digits; a double tells 16 apart.
      const auto whole = cell.size() > 15 ? base::integer(cell) : std::nullopt;
      const auto figure = figureIn(cell, decimalComma_);
      if (!figure) return std::nullopt;
      whole_ = whole.has_value();
      firstWhole_ = whole.value_or(0);
      firstFigure_ = *figure;
      first_ = false;
      return 0;
    }
    if (whole_)
      if (const auto whole = base::integer(cell)) return static_cast<double>(*whole - firstWhole_) * unit_;
    const auto figure = figureIn(cell, decimalComma_);
    if (!figure) return std::nullopt;
    return (*figure - firstFigure_) * unit_;
  }
  const auto seconds = clockSeconds(cell);
  if (!seconds) return std::nullopt;
  if (first_) firstFigure_ = *seconds;
  first_ = false;
  last_ = *seconds;
  return *seconds - firstFigure_;
}

std::optional<double> unitSince1970(double figure, std::optional<double> stated) {
  if (stated && std::abs(figure) * *stated <= kLastSince1970) return std::nullopt;
  for (const double unit : {1.0, 1e-3, 1e-6, 1e-9})
    if (figure * unit >= kFirstSince1970 && figure * unit <= kLastSince1970) return unit;
  return std::nullopt;
}

}  // namespace kinglet::energy
