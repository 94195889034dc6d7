#include "energy/trace/preamble_rate.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "energy/stated_units.h"
#include "energy/trace/stamp.h"

namespace kinglet::energy {
namespace {

// The first figure of a text, and the word behind it.
std::optional<std::pair<double, std::string>> figureAndUnit(std::string_view text) {
  const auto begin = text.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::nullopt;
  auto end = std::min(text.find_first_not_of("0123456789.eE+-", begin), text.size());
  std::optional<double> value;
  while (end > begin && !(value = figureIn(text.substr(begin, end - begin), false))) --end;
  if (!value) return std::nullopt;
  text.remove_prefix(end);
  const auto word = std::min(text.find_first_not_of(" ,;:\t\"(["), text.size());
  const auto last = std::min(text.find_first_of(" ,;\t\")]", word), text.size());
  return std::pair{*value, plainUnit(text.substr(word, last - word))};
}

std::optional<double> hertzIn(const std::string& unit) {
  for (const auto& [name, hertz] : {std::pair<std::string_view, double>{"", 1},
                                    {"hz", 1},
                                    {"sps", 1},
                                    {"s/s", 1},
                                    {"sa/s", 1},
                                    {"1/s", 1},
                                    {"khz", 1e3},
                                    {"ksps", 1e3},
                                    {"ks/s", 1e3},
                                    {"ksa/s", 1e3},
                                    {"mhz", 1e6},
                                    {"msps", 1e6},
                                    {"ms/s", 1e6}})
    if (unit == name) return hertz;
  return std::nullopt;
}

}  // namespace

std::optional<double> rateStatedIn(const std::vector<std::string>& preamble) {
  for (const std::string& raw : preamble) {
    const std::string line = base::lowerCase(raw);
    for (const std::string_view word :
         {"sample interval", "sampling interval", "sample period", "sampling period", "sample time",
          "time interval", "log interval", "interval"}) {
      const auto at = line.find(word);
      if (at == std::string::npos) continue;
      // The unit may stand before the figure: "Log Interval(ms),20".
      const std::string_view rest = std::string_view(line).substr(at + word.size());
      const auto figure = figureAndUnit(rest);
      if (!figure || !(figure->first > 0)) break;
      auto unit = figure->second.empty() ? std::nullopt : secondsIn(figure->second);
      if (rest.starts_with('(') || rest.starts_with(" ("))
        unit = secondsIn(rest.substr(0, rest.find(')') + 1));
      const double seconds = figure->first * unit.value_or(1);
      return 1 / seconds;
    }
    for (const std::string_view word : {"sample rate", "sampling rate", "samplerate", "sample frequency",
                                        "sampling frequency", "samples per second", "frequency", "rate"}) {
      const auto at = line.find(word);
      if (at == std::string::npos) continue;
      const auto figure = figureAndUnit(std::string_view(line).substr(at + word.size()));
      const auto hertz = figure ? hertzIn(figure->second) : std::nullopt;
      if (hertz && figure->first > 0) return figure->first * *hertz;
      break;
    }
  }
  return std::nullopt;
}

}  // namespace kinglet::energy
