#include "data/layout/leftovers.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "base/text.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kMostTold = 12;

std::string shown(const std::string& name) {
  return base::shownText(name);
}

bool isBelow(const std::string& name, const Folder& folder) {
  return name.starts_with(folder.path + "/");
}

class Leftovers {
 public:
  Leftovers(const Place& place, const Used& used, DatasetBuilder& builder)
      : survey_(place.survey()), isWhole_(place.isFolder()), used_(used), builder_(builder) {}

  void tell() {
    for (const base::Message& text : unreadableText(unreadable(survey_))) {
      builder_.note(text);
      builder_.excuse(text);
    }
    tellSounds();
    if (!isWhole_) return;
    tellFolders(survey_.top());
    if (!empty_.empty()) {
      std::string names;
      for (std::size_t i = 0; i < std::min<std::size_t>(empty_.size(), 5); ++i)
        names += (i == 0 ? "" : ", ") + shown(empty_[i]);
      if (empty_.size() == 1)
        builder_.note(base::Message("The folder %1 holds no sound that can be read and is not used.", names));
      else
        builder_.note(base::Message("%1 folders hold no sound that can be read and are not used: %2.",
                                    empty_.size(), empty_.size() > 5 ? names + ", …" : names));
    }
    tellTables();
    tellOthers();
  }

 private:
  void tellSounds() {
    std::unordered_set<std::string> paths, folders;
    const auto whole = [](const std::filesystem::path& path) {
      return std::filesystem::absolute(path).lexically_normal();
    };
    for (const Entry& entry : builder_.entries()) {
      const auto path = whole(entry.path);
      paths.insert(path.native());
      if (!isWhole_) folders.insert(path.parent_path().native());
    }
    const auto root = whole(survey_.root());
    std::size_t count = 0;
    std::string first;
    for (const std::string& name : survey_.sounds()) {
      const auto path = root / name;
      if (paths.contains(path.native()) || isTold(name)) continue;
      // A table that was named alone says nothing of other folders.
      if (!isWhole_ && !folders.contains(path.parent_path().native())) continue;
      if (count++ == 0) first = name;
    }
    if (count == 0) return;
    if (used_.tables.empty())
      builder_.note(
          count == 1 ? base::Message("1 sound lies in no class's folder and is not used: %1.", shown(first))
                     : base::Message("%1 sounds lie in no class's folder and are not used (the first: %2).",
                                     count, shown(first)));
    else
      builder_.note(
          count == 1 ? base::Message("1 sound is not used, since %1 does not name it: %2.",
                                     shown(used_.tables.front()), shown(first))
                     : base::Message("%1 sounds are not used, since %2 does not name them (the first: %3).",
                                     count, shown(used_.tables.front()), shown(first)));
  }

  bool isTold(const std::string& name) const {
    return std::any_of(used_.told.begin(), used_.told.end(),
                       [&](const Folder* folder) { return isBelow(name, *folder); });
  }

  bool holdsUsedTable(const Folder& folder) const {
    return std::any_of(used_.tables.begin(), used_.tables.end(),
                       [&](const std::string& table) { return isBelow(table, folder); });
  }

  // The outermost folders without sounds.
  void tellFolders(const Folder& folder) {
    for (const Folder& inner : folder.folders) {
      if (inner.hasSounds())
        tellFolders(inner);
      else if (!holdsUsedTable(inner) &&
               std::find(used_.told.begin(), used_.told.end(), &inner) == used_.told.end())
        empty_.push_back(inner.path);
    }
  }

  void tellTables() {
    std::size_t told = 0;
    for (const TableChoice::Unused& table : used_.unused) {
      if (told++ == kMostTold) {
        builder_.note(base::Message("%1 more tables are not used.", used_.unused.size() - kMostTold));
        break;
      }
      builder_.note(base::Message("The table %1 is not used: %2.", shown(table.name), table.why));
    }
    const auto& others = survey_.otherTables();
    if (others.size() == 1)
      builder_.note(
          base::Message("%1 is not read: what tells of the sounds must be a table of text (CSV) with the "
                        "columns path,label.",
                        shown(others.front())));
    else if (!others.empty())
      builder_.note(
          base::Message("%1 files are not read (the first: %2): what tells of the sounds must be a table of "
                        "text (CSV) with the "
                        "columns path,label.",
                        others.size(), shown(others.front())));
  }

  void tellOthers() {
    std::string endings, first;
    int count = 0;
    for (const auto& [ending, files] : survey_.others()) {
      endings += (endings.empty() ? "" : ", ") + std::to_string(files.count) + " " +
                 (ending.empty() ? "*" : shown(ending));
      count += files.count;
      if (first.empty() || comesBefore(files.first, first)) first = files.first;
    }
    if (endings.size() > 120) endings = shown(endings.substr(0, 120)) + "…";
    if (count > 0)
      builder_.note(
          base::Message("%1 files were not looked at, since their names are not those of sounds (%2; the "
                        "first: %3).",
                        count, endings, shown(first)));
  }

  const Survey& survey_;
  const bool isWhole_;
  const Used& used_;
  DatasetBuilder& builder_;
  std::vector<std::string> empty_;
};

}  // namespace

std::vector<std::string> unreadable(const Survey& survey) {
  if (survey.foreign().empty()) return {};
  std::unordered_set<std::string> readable;
  const auto key = [](const std::string& name) {
    return std::string(folderOf(name)) + "/" + bareName(fileNameOf(name));
  };
  for (const std::string& name : survey.sounds()) readable.insert(key(name));
  std::vector<std::string> files;
  for (const std::string& name : survey.foreign())
    if (!readable.contains(key(name))) files.push_back(name);
  return files;
}

std::vector<base::Message> unreadableText(const std::vector<std::string>& files) {
  std::map<std::string, std::pair<std::size_t, std::string>> endings;
  for (const std::string& name : files) {
    auto& [count, first] = endings[endingOf(fileNameOf(name))];
    if (count++ == 0) first = name;
  }
  std::vector<base::Message> texts;
  for (const auto& [ending, tally] : endings) {
    const auto& [count, first] = tally;
    const std::string file = shown(std::string(fileNameOf(first)));
    const std::string example =
        "ffmpeg -i " + file + " " + file.substr(0, file.size() - ending.size()) + ".wav";
    texts.push_back(
        count == 1 ? base::Message("1 file (%1) cannot be read: %2. Convert it, for example with: %3", ending,
                                   shown(first), example)
                   : base::Message("%1 files (%2) cannot be read (the first: %3). Convert them, for example "
                                   "with: %4",
                                   count, ending, shown(first), example));
  }
  return texts;
}

void tellLeftovers(const Place& place, const Used& used, DatasetBuilder& builder) {
  Leftovers(place, used, builder).tell();
}

}  // namespace kinglet::data
