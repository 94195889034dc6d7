// What stands in single cells: times, labels, paths.
#include <algorithm>

#include "base/text.h"
#include "data/layout/columns.h"

namespace kinglet::data {

std::optional<double> secondsIn(const std::string& cell, bool decimalComma, double unit) {
  if (const auto value = base::tableFigure(cell, decimalComma)) return *value * unit;
  // "1:02:03.5", "2:03"
  double seconds = 0;
  std::size_t parts = 0;
  std::string_view rest = cell;
  while (true) {
    const auto colon = rest.find(':');
    const auto part = base::tableFigure(rest.substr(0, colon), decimalComma);
    if (!part || *part < 0 || (parts > 0 && *part >= 60)) return std::nullopt;
    seconds = seconds * 60 + *part;
    ++parts;
    if (colon == std::string_view::npos) break;
    rest.remove_prefix(colon + 1);
  }
  return parts == 2 || parts == 3 ? std::optional(seconds) : std::nullopt;
}

std::vector<std::string> labelsIn(const std::string& cell, bool commasPart) {
  std::string text = base::trimmed(cell);
  const bool isList = text.size() >= 2 && text.front() == '[' && text.back() == ']';
  if (isList) text = text.substr(1, text.size() - 2);
  if (isList || commasPart) std::replace(text.begin(), text.end(), ',', ';');
  std::replace(text.begin(), text.end(), '|', ';');
  std::vector<std::string> labels;
  for (std::string label : base::splitList(text, ';')) {
    const bool quoted =
        label.size() >= 2 && label.front() == label.back() && (label.front() == '\'' || label.front() == '"');
    if (isList && quoted) label = base::trimmed(label.substr(1, label.size() - 2));
    if (!label.empty() && std::find(labels.begin(), labels.end(), label) == labels.end())
      labels.push_back(label);
  }
  return labels;
}

std::size_t commonFolders(const std::vector<std::string>& paths) {
  std::optional<std::vector<std::string>> common;
  bool several = false;
  std::string firstPath;
  for (const std::string& path : paths) {
    const std::string tidy = tidyPath(path);
    if (tidy.empty()) continue;
    auto parts = partsOf(tidy);
    parts.pop_back();
    if (!common) {
      common.emplace(parts.begin(), parts.end());
      firstPath = tidy;
      continue;
    }
    several |= tidy != firstPath;
    std::size_t same = 0;
    while (same < common->size() && same < parts.size() && (*common)[same] == parts[same]) ++same;
    common->resize(same);
  }
  return common && several ? common->size() : 0;
}

}  // namespace kinglet::data
