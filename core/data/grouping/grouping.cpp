#include "data/grouping/grouping.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

#include "base/error.h"
#include "base/text.h"
#include "data/grouping/name_groups.h"
#include "data/grouping/recording_names.h"

namespace kinglet::data {
namespace {

std::string fileName(const std::string& file) {
  const auto slash = file.rfind('/');
  return slash == std::string::npos ? file : file.substr(slash + 1);
}

std::string folderOf(const std::string& file) {
  const auto slash = file.rfind('/');
  return slash == std::string::npos ? std::string() : file.substr(0, slash);
}

std::string stemOf(const std::string& file) {
  const std::string name = fileName(file);
  const auto dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::size_t groupsIn(const std::vector<std::string>& sources) {
  return std::unordered_set<std::string_view>(sources.begin(), sources.end()).size();
}

// What a person asked for: `of` gives a clip's group, empty where it has none; then it stands alone.
template <class Of>
std::size_t groupWith(const std::vector<GroupItem>& items, Grouping& grouping, Of of) {
  std::size_t alone = 0;
  for (const GroupItem& item : items) {
    std::string group = of(item);
    if (group.empty()) ++alone;
    grouping.sources.push_back(group.empty() ? item.file : std::move(group));
  }
  return alone;
}

void byPattern(const std::vector<GroupItem>& items, const std::string& text, Grouping& grouping) {
  const re2::RE2 pattern(text, re2::RE2::Quiet);
  if (!pattern.ok()) throw base::Error("\"%1\" is no regular expression: %2", text, pattern.error());
  const bool wholePath = text.find('/') != std::string::npos;
  const int brackets = pattern.NumberOfCapturingGroups();
  const std::size_t alone = groupWith(items, grouping, [&](const GroupItem& item) {
    const std::string name = wholePath ? item.file : fileName(item.file);
    re2::StringPiece found[2];
    if (!pattern.Match(name, 0, name.size(), re2::RE2::UNANCHORED, found, brackets > 0 ? 2 : 1))
      return std::string();
    return std::string(brackets > 0 ? found[1] : found[0]);
  });
  if (alone == items.size())
    throw base::Error("the pattern \"%1\" groups no clip; a file's name is, for instance, %2", text,
                      wholePath ? items.front().file : fileName(items.front().file));
  grouping.words = base::Message("Grouped by the pattern %1: %2 groups of %3 clips.", text,
                                 groupsIn(grouping.sources), items.size());
  if (alone > 0)
    grouping.warnings.push_back(base::Message(
        "%1 clips do not match the pattern that groups them; each of them stands alone.", alone));
}

void byColumn(const std::vector<GroupItem>& items, const GroupBy& by, Grouping& grouping) {
  const std::size_t alone = groupWith(items, grouping, [](const GroupItem& item) { return item.column; });
  const std::string name = by.name.empty() ? "source" : by.name;
  if (alone == items.size())
    throw base::Error("clips cannot be grouped by the column \"%1\": this data set has no table with it",
                      name);
  grouping.words = base::Message("Grouped by the column %1: %2 groups of %3 clips.", name,
                                 groupsIn(grouping.sources), items.size());
  if (alone > 0)
    grouping.warnings.push_back(base::Message(
        "%1 clips have nothing in the column that groups them; each of them stands alone.", alone));
}

void automatic(const std::vector<GroupItem>& items, Grouping& grouping) {
  std::vector<NamedClip> named;
  std::vector<std::size_t> where;
  for (const GroupItem& item : items) {
    grouping.sources.push_back(item.source);
    if (!item.source.empty()) continue;
    where.push_back(grouping.sources.size() - 1);
    named.push_back({item.file, stemOf(item.file), folderOf(item.file), item.labels});
  }
  NameGroups found = groupsByName(named);
  for (std::size_t i = 0; i < where.size(); ++i) grouping.sources[where[i]] = std::move(found.sources[i]);
  grouping.warnings = std::move(found.warnings);
  const std::size_t groups = groupsIn(grouping.sources);
  if (named.empty()) {
    grouping.words =
        base::Message("Grouped as the data set says: %1 recordings of %2 clips.", groups, items.size());
  } else if (!found.example.empty()) {
    grouping.guessed = true;
    grouping.words =
        base::Message("Grouped by file name (%1 is of the recording %2): %3 recordings of %4 clips.",
                      found.exampleFile, found.example, groups, items.size());
  } else if (found.stamps) {
    grouping.words = base::Message(
        "Names tell date and time, so each file is a recording of its own: %1 of %2 clips. Group by the text "
        "in "
        "front (prefix) to keep a site or device in one fold.",
        groups, items.size());
  } else if (groups < items.size()) {
    grouping.words =
        base::Message("Clips of one file stay together: %1 files with %2 clips.", groups, items.size());
  } else {
    grouping.words = base::Message("Each file is a recording of its own: %1.", groups);
  }
}

}  // namespace

Grouping groupClips(const std::vector<GroupItem>& items, const GroupBy& by) {
  Grouping grouping;
  if (items.empty()) return grouping;
  grouping.sources.reserve(items.size());
  switch (by.kind) {
    case GroupBy::Kind::automatic:
      automatic(items, grouping);
      break;
    case GroupBy::Kind::none:
      groupWith(items, grouping, [](const GroupItem& item) { return item.file; });
      grouping.words = base::Message("Not grouped, as asked for: %1 files.", groupsIn(grouping.sources));
      break;
    case GroupBy::Kind::column:
      byColumn(items, by, grouping);
      break;
    case GroupBy::Kind::folder:
      groupWith(items, grouping, [](const GroupItem& item) { return folderOf(item.file); });
      grouping.words = base::Message("Grouped by folder: %1 folders with %2 clips.",
                                     groupsIn(grouping.sources), items.size());
      break;
    case GroupBy::Kind::prefix:
      groupWith(items, grouping, [](const GroupItem& item) { return prefixOf(stemOf(item.file)); });
      grouping.words = base::Message(
          "Grouped by the text before the first _ or - (%1 of %2): %3 groups of %4 clips.",
          grouping.sources.front(), fileName(items.front().file), groupsIn(grouping.sources), items.size());
      break;
    case GroupBy::Kind::pattern:
      byPattern(items, by.name, grouping);
      break;
  }
  return grouping;
}

}  // namespace kinglet::data
