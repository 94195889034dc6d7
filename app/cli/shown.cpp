#include "app/cli/shown.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "base/format.h"

namespace kinglet::cli {
namespace {

// Characters, not bytes: continuation bytes of UTF-8 take no column.
std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::string digits(double value, int significant) {
  return std::isnan(value) ? "-" : base::significantFixed(value, significant);
}

std::string energyText(double millijoules) {
  constexpr std::array<std::pair<double, const char*>, 4> kUnits{
      {{1e3, "J"}, {1, "mJ"}, {1e-3, "µJ"}, {1e-6, "nJ"}}};
  if (std::isnan(millijoules)) return "-";
  for (const auto& [scale, unit] : kUnits)
    if (std::abs(millijoules) >= scale) return digits(millijoules / scale) + " " + unit;
  return digits(millijoules * 1e6) + " nJ";
}

std::string countText(double count) {
  if (count >= 1e9) return digits(count / 1e9) + " G";
  if (count >= 1e6) return digits(count / 1e6) + " M";
  if (count >= 1e3) return digits(count / 1e3) + " k";
  return digits(count);
}

std::string durationText(double seconds) {
  if (std::isnan(seconds)) return "?";
  const long whole = std::lround(seconds);
  const auto two = [](long value) { return base::padded(static_cast<std::uint64_t>(value), 2); };
  const std::string hours = whole >= 3600 ? std::to_string(whole / 3600) + ":" : "";
  return hours + (hours.empty() ? std::to_string(whole / 60) : two(whole / 60 % 60)) + ":" + two(whole % 60);
}

std::string percentText(double share) {
  return std::isnan(share) ? "-" : base::percent(share);
}

std::string sourceText(const energy::EnergyEstimate& energy) {
  const std::string provenance = energy::toText(energy.provenance);
  return energy.source.starts_with(provenance) ? energy.source : provenance + ": " + energy.source;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::vector<std::string> englishOf(const std::vector<base::Message>& messages) {
  std::vector<std::string> texts;
  for (const base::Message& message : messages) texts.push_back(message.english());
  return texts;
}

std::string tableText(const std::vector<std::vector<std::string>>& rows, int leftColumns) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - width(row[i]), ' ');
      if (i > 0) line += "  ";
      line += static_cast<int>(i) < leftColumns ? row[i] + padding : padding + row[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace kinglet::cli
