#include "energy/units.h"

#include <cctype>
#include <initializer_list>
#include <utility>

namespace kinglet::energy {
namespace {

std::string plain(std::string unit) {
  for (const char* mu : {"µ", "μ"}) {  // the micro sign and the Greek letter
    const auto at = unit.find(mu);
    if (at != std::string::npos) unit.replace(at, std::string(mu).size(), "u");
  }
  std::string text;
  for (char c : unit)
    if (!std::isspace(static_cast<unsigned char>(c)))
      text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::optional<double> find(const std::string& unit,
                           std::initializer_list<std::pair<const char*, double>> table) {
  const std::string wanted = plain(unit);
  for (const auto& [name, factor] : table)
    if (wanted == name) return factor;
  return std::nullopt;
}

}  // namespace

std::optional<double> millijoulesIn(const std::string& unit) {
  return find(
      unit, {{"j", 1e3}, {"mj", 1}, {"uj", 1e-3}, {"nj", 1e-6}, {"kj", 1e6}, {"wh", 3.6e6}, {"mwh", 3.6e3}});
}

std::optional<double> secondsIn(const std::string& unit) {
  return find(unit, {{"s", 1},
                     {"sec", 1},
                     {"seconds", 1},
                     {"ms", 1e-3},
                     {"us", 1e-6},
                     {"ns", 1e-9},
                     {"min", 60},
                     {"h", 3600}});
}

std::optional<double> milliwattsIn(const std::string& unit) {
  return find(unit, {{"w", 1e3}, {"mw", 1}, {"uw", 1e-3}, {"nw", 1e-6}, {"kw", 1e6}});
}

std::optional<double> milliamperesIn(const std::string& unit) {
  return find(unit, {{"a", 1e3}, {"ma", 1}, {"ua", 1e-3}, {"na", 1e-6}});
}

std::optional<double> voltsIn(const std::string& unit) {
  return find(unit, {{"v", 1}, {"mv", 1e-3}, {"kv", 1e3}});
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
