#include "data/layout/file_finder.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "data/layout/split_names.h"

namespace kinglet::data {
namespace {

auto indexOf(const std::vector<std::string>& names) {
  std::unordered_map<std::string, std::vector<std::uint32_t>> index;
  index.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i)
    index[bareName(fileNameOf(names[i]))].push_back(static_cast<std::uint32_t>(i));
  return index;
}

// How many folders before the name are the same, from the name upwards, whatever their capitals.
std::size_t sameFolders(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::size_t same = 0;
  while (same + 1 < a.size() && same + 1 < b.size() &&
         base::lowerCase(a[a.size() - 2 - same]) == base::lowerCase(b[b.size() - 2 - same]))
    ++same;
  return same;
}

// Whether a folder of the path is named after one of the hints: "fold3" after "3", "FSD50K.dev_audio" after
// "dev".
int hintsIn(const std::vector<std::string_view>& parts, const std::vector<std::string>& hints) {
  int found = 0;
  for (const std::string& hint : hints)
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      const auto part = partOf(hint);
      const auto words = wordsOf(parts[i]), wanted = wordsOf(hint);
      const bool named =
          !wanted.empty() && std::find(words.begin(), words.end(), wanted.back()) != words.end();
      if (named || (part && partOf(parts[i]) == part)) {
        ++found;
        break;
      }
    }
  return found;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::binary_search(names.begin(), names.end(), name, comesBefore);
}

}  // namespace

std::string tidyPath(std::string_view text) {
  std::string slashes(text);
  std::replace(slashes.begin(), slashes.end(), '\\', '/');
  if (const auto scheme = slashes.find("://"); scheme != std::string::npos && scheme < 8)
    slashes.erase(0, scheme + 3);
  if (slashes.size() > 1 && slashes[1] == ':') slashes.erase(0, 2);
  std::vector<std::string_view> parts;
  std::string_view rest = slashes;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.empty() || part == ".") continue;
    if (part == ".." && !parts.empty() && parts.back() != "..")
      parts.pop_back();
    else
      parts.push_back(part);
  }
  std::string tidy;
  for (const auto part : parts) tidy.append(tidy.empty() ? "" : "/").append(part);
  return tidy;
}

std::vector<std::string_view> partsOf(std::string_view tidy) {
  std::vector<std::string_view> parts;
  while (!tidy.empty()) {
    const auto end = std::min(tidy.find('/'), tidy.size());
    parts.push_back(tidy.substr(0, end));
    tidy.remove_prefix(std::min(end + 1, tidy.size()));
  }
  return parts;
}

FileFinder::FileFinder(const Survey& survey)
    : survey_(survey), sounds_(indexOf(survey.sounds())), foreign_(indexOf(survey.foreign())) {}

Found FileFinder::find(std::string_view text, std::string_view folder, const std::vector<std::string>& hints,
                       std::size_t commonFolders) const {
  const std::string raw = base::trimmed(text);
  if (raw.empty()) return {};
  const bool isAbsolute = raw.starts_with('/') || raw.starts_with('\\') || (raw.size() > 1 && raw[1] == ':');
  // As the file system may have it: a backslash can be part of a name.
  for (const std::string& spelling : {raw, tidyPath(raw)}) {
    if (isAbsolute) break;
    const std::string fromTable = folder.empty() ? spelling : std::string(folder) + "/" + spelling;
    for (const std::string& name : {fromTable, tidyPath(fromTable), spelling})
      if (contains(survey_.sounds(), name)) return {Found::How::asWritten, name, {}};
  }
  if (isAbsolute) {
    std::error_code error;
    const auto whole = std::filesystem::absolute(survey_.root(), error).lexically_normal();
    const auto inside = std::filesystem::path(raw).lexically_normal().lexically_relative(whole);
    if (const std::string name = inside.generic_string(); contains(survey_.sounds(), name))
      return {Found::How::asWritten, name, {}};
  }
  std::string tidy = tidyPath(raw);
  while (tidy.starts_with("../")) tidy.erase(0, 3);
  const Found found = among(survey_.sounds(), sounds_, tidy, hints, commonFolders);
  if (found.how != Found::How::missing) return found;
  Found foreign = among(survey_.foreign(), foreign_, tidy, hints, commonFolders);
  if (foreign.how != Found::How::missing) foreign.how = Found::How::unreadable;
  return foreign;
}

Found FileFinder::among(const std::vector<std::string>& names, const Index& index, std::string_view text,
                        const std::vector<std::string>& hints, std::size_t commonFolders) const {
  const auto wanted = partsOf(text);
  if (wanted.empty()) return {};
  // The name may hold a dot that is no ending, or an ending that the file does not have.
  const auto known = index.find(bareName(wanted.back()));
  if (known == index.end()) return {};
  // All folders count but those that the whole table has in common.
  const std::size_t needed = wanted.size() - 1 - std::min(commonFolders, wanted.size() - 1);
  const auto rank = [&](const std::string& name) {
    const auto parts = partsOf(name);
    const std::string_view file = parts.back();
    return std::tuple(hintsIn(parts, hints), sameFolders(wanted, parts), file == wanted.back(),
                      base::lowerCase(file) == base::lowerCase(wanted.back()),
                      // "x.wav" before "x.flac.wav", and what is named like the text before what is not.
                      file.starts_with(wanted.back()), -static_cast<long>(file.size()));
  };
  const std::string* best = nullptr;
  const std::string* equal = nullptr;
  std::optional<decltype(rank(std::string()))> bestRank;
  for (const std::uint32_t i : known->second) {
    const std::string& name = names[i];
    if (sameFolders(wanted, partsOf(name)) < needed) continue;
    const auto now = rank(name);
    if (!best || *bestRank < now)
      best = &name, equal = nullptr, bestRank = now;
    else if (*bestRank == now)
      equal = &name;
  }
  if (!best) return {};
  if (equal) return {Found::How::ambiguous, *best, *equal};
  const std::string_view file = fileNameOf(*best);
  const auto how = file == wanted.back()                                     ? Found::How::byEnd
                   : base::lowerCase(file) == base::lowerCase(wanted.back()) ? Found::How::otherCase
                                                                             : Found::How::otherEnding;
  return {how, *best, {}};
}

}  // namespace kinglet::data
