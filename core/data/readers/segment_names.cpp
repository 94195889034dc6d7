#include "data/readers/segment_names.h"

#include <cmath>
#include <tuple>

#include "base/format.h"
#include "base/text.h"
#include "data/layout/split_names.h"

namespace kinglet::data {
namespace {

// The figures of "_30000_40000", "-30.0-40.0", "_30,40"; nothing where something else stands there.
std::optional<std::vector<double>> timesIn(std::string_view text) {
  std::vector<double> times;
  while (!text.empty()) {
    if (std::string_view("_-,@ ~").find(text.front()) == std::string_view::npos) return std::nullopt;
    text.remove_prefix(1);
    const auto end = std::min(text.find_first_not_of("0123456789."), text.size());
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    if (text.starts_with("ms"))
      text.remove_prefix(2);
    else if (text.starts_with("s"))
      text.remove_prefix(1);
    if (digits.ends_with('.')) digits.remove_suffix(1);
    const auto value = base::number(digits);
    if (!value || times.size() == 2) return std::nullopt;
    times.push_back(*value);
  }
  return times;
}

// Whole seconds cut or rounded, or thousandths.
bool isTime(double written, double seconds) {
  return std::abs(written - seconds) < 1 || std::abs(written - seconds * 1000) < 1;
}

// The name without the endings of sounds, in the capitals that YTIDs need.
std::string stemOf(std::string_view file) {
  return std::string(file.substr(0, bareName(file).size()));
}

}  // namespace

SegmentNames::SegmentNames(const Survey& survey, const std::unordered_set<std::string>& ids) {
  std::size_t longest = 0;
  for (const std::string& id : ids) longest = std::max(longest, id.size());
  for (const std::string& sound : survey.sounds()) {
    const std::string_view file = fileNameOf(sound);
    const std::string stem = stemOf(file);
    const bool oneEnding = stem.size() + endingOf(file).size() == file.size();
    for (const std::string_view before : {"", "Y", "id_", "yt_", "youtube_", "video_"}) {
      if (!stem.starts_with(before)) continue;
      const std::string_view rest = std::string_view(stem).substr(before.size());
      // The longest id counts: an id may begin with another one.
      for (std::size_t length = std::min(longest, rest.size()); length > 0; --length) {
        const std::string id(rest.substr(0, length));
        if (!ids.contains(id)) continue;
        if (auto times = timesIn(rest.substr(length)))
          byId_[id].push_back({&sound, std::move(*times), oneEnding && before.empty()});
        break;
      }
    }
  }
}

const std::string* SegmentNames::find(const std::string& id, double startS, double endS,
                                      std::string_view table) const {
  const auto known = byId_.find(id);
  if (known == byId_.end()) return nullptr;
  const auto part = partOf(table);
  const std::string* best = nullptr;
  std::tuple<bool, std::size_t, bool> bestRank;
  for (const Named& named : known->second) {
    if (!named.times.empty() && !isTime(named.times[0], startS)) continue;
    if (named.times.size() > 1 && !isTime(named.times[1], endS)) continue;
    bool inItsFolder = false;
    for (const auto& folder : partsOf(folderOf(*named.sound)))
      inItsFolder |= table.starts_with(folder) || (part && partOf(folder) == part);
    const std::tuple rank(inItsFolder, named.times.size(), named.isPlain);
    if (!best || rank > bestRank) best = named.sound, bestRank = rank;
  }
  return best;
}

}  // namespace kinglet::data
