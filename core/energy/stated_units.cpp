#include "energy/stated_units.h"

#include <array>
#include <initializer_list>
#include <utility>

#include "base/text.h"

namespace kinglet::energy {
namespace {

constexpr std::size_t kLongestUnit = 256;

std::optional<double> find(std::string_view unit,
                           std::initializer_list<std::pair<std::string_view, double>> table) {
  const std::string wanted = plainUnit(unit);
  for (const auto& [name, factor] : table)
    if (wanted == name) return factor;
  return std::nullopt;
}

// "milliamps" -> "m" where the word is one of amp, amps …; nothing for another word.
std::optional<double> inWords(std::string_view unit, std::initializer_list<std::string_view> words) {
  std::string text = plainUnit(unit);
  double factor = 1;
  for (const auto& [prefix, share] :
       {std::pair<std::string_view, double>{"milli", 1e-3}, {"micro", 1e-6}, {"nano", 1e-9}, {"kilo", 1e3}}) {
    if (!text.starts_with(prefix)) continue;
    factor = share;
    text.erase(0, prefix.size());
    break;
  }
  for (const std::string_view word : words)
    if (text == word) return factor;
  return std::nullopt;
}

// The first that is there, the second in steps of `scale`.
std::optional<double> either(std::optional<double> letters, std::optional<double> words, double scale) {
  if (letters) return letters;
  return words ? std::optional(*words * scale) : std::nullopt;
}

}  // namespace

std::string plainUnit(std::string_view unit) {
  // No unit is as long; a cell may be, and is asked about many times.
  if (unit.size() > kLongestUnit) return {};
  // The longer ones first: UTF-8 that was read as Latin-1 holds the others.
  constexpr std::array<std::string_view, 5> kMicro{"\xC3\x82\xC2\xB5", "\xC3\x8E\xC2\xBC", "\xC2\xB5",
                                                   "\xCE\xBC", "\xB5"};
  std::string text;
  for (std::size_t i = 0; i < unit.size();) {
    std::size_t length = 0;
    for (const std::string_view micro : kMicro)
      if (length == 0 && unit.substr(i).starts_with(micro)) length = micro.size();
    if (length > 0) {
      text += 'u';
      i += length;
    } else {
      constexpr std::string_view kLeftOut = " \t()[]{}\"'";
      if (kLeftOut.find(unit[i]) == std::string_view::npos) text += unit[i];
      ++i;
    }
  }
  if (text.ends_with('.')) text.pop_back();
  return base::lowerCase(text);
}

std::optional<double> millijoulesIn(std::string_view unit) {
  return either(find(unit, {{"j", 1e3},
                            {"mj", 1},
                            {"uj", 1e-3},
                            {"nj", 1e-6},
                            {"kj", 1e6},
                            {"wh", 3.6e6},
                            {"mwh", 3.6e3},
                            {"uwh", 3.6},
                            {"ws", 1e3},
                            {"mws", 1}}),
                inWords(unit, {"joule", "joules"}), 1e3);
}

std::optional<double> secondsIn(std::string_view unit) {
  return either(
      find(unit, {{"s", 1},         {"sec", 1},       {"secs", 1},     {"ms", 1e-3},    {"msec", 1e-3},
                  {"msecs", 1e-3},  {"millis", 1e-3}, {"us", 1e-6},    {"usec", 1e-6},  {"usecs", 1e-6},
                  {"micros", 1e-6}, {"ns", 1e-9},     {"nsec", 1e-9},  {"nanos", 1e-9}, {"min", 60},
                  {"mins", 60},     {"minute", 60},   {"minutes", 60}, {"h", 3600},     {"hour", 3600},
                  {"hours", 3600}}),
      inWords(unit, {"s", "sec", "secs", "second", "seconds", "sekunde", "sekunden", "seconde", "secondes"}),
      1);
}

std::optional<double> milliwattsIn(std::string_view unit) {
  return either(find(unit, {{"w", 1e3}, {"mw", 1}, {"uw", 1e-3}, {"nw", 1e-6}, {"kw", 1e6}}),
                inWords(unit, {"w", "watt", "watts"}), 1e3);
}

std::optional<double> milliamperesIn(std::string_view unit) {
  return either(find(unit, {{"a", 1e3},
                            {"ma", 1},
                            {"ua", 1e-3},
                            {"na", 1e-6},
                            {"pa", 1e-9},
                            {"mamp", 1},
                            {"mamps", 1},
                            {"uamp", 1e-3},
                            {"uamps", 1e-3}}),
                inWords(unit, {"a", "amp", "amps", "ampere", "amperes"}), 1e3);
}

std::optional<double> voltsIn(std::string_view unit) {
  return either(
      find(unit, {{"v", 1}, {"mv", 1e-3}, {"uv", 1e-6}, {"kv", 1e3}, {"mvolt", 1e-3}, {"mvolts", 1e-3}}),
      inWords(unit, {"v", "volt", "volts"}), 1);
}

std::string statedUnit(const std::string& column) {
  for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
    const auto from = column.rfind(open), to = column.rfind(close);
    if (from != std::string::npos && to != std::string::npos && from < to)
      return column.substr(from + 1, to - from - 1);
  }
  const auto at = column.rfind('_');
  return at == std::string::npos ? "" : column.substr(at + 1);
}

}  // namespace kinglet::energy
