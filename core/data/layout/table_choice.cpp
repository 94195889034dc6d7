#include "data/layout/table_choice.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/layout/split_names.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kMostTables = 200, kMostTexts = 40;

std::size_t depthOf(const std::string& name) {
  return static_cast<std::size_t>(std::count(name.begin(), name.end(), '/'));
}

std::string stemOf(std::string_view name) {
  const std::string_view file = fileNameOf(name);
  return std::string(file.substr(0, file.size() - endingOf(file).size()));
}

// Kinglet's own name for a table of sounds.
bool isManifest(const std::string& name) {
  return base::lowerCase(stemOf(name)) == "manifest" && kindOf(fileNameOf(name)) == FileKind::table &&
         depthOf(name) == 0;
}

ClipTable open(const Place& place, const std::string& name, const ReadAs& readAs) {
  ClipTable table;
  table.name = name;
  const auto& finder = place.finder();
  table.head = readHead(place.survey().pathOf(name), finder, std::string(folderOf(name)));
  table.columns = understandColumns(table.head, finder, readAs);
  return table;
}

[[noreturn]] void refuse(const ClipTable& table) {
  throw base::Error("%1, line 1: %2", table.head.path, table.columns.trouble);
}

// Whether any row names a file that is here, where none of the first does.
bool anyFileHere(const ClipTable& table, const FileFinder& finder) {
  base::CsvReader csv(table.head.path, table.head.form);
  Row row;
  try {
    while (csv.next(row))
      if (*table.columns.path < row.size() && finder.find(row[*table.columns.path], table.head.folder).is())
        return true;
  } catch (const base::Error&) {
    // A damaged table is told of when it is read.
  }
  return false;
}

class Choosing {
 public:
  Choosing(const Place& place, const ReadAs& readAs) : place_(place), readAs_(readAs) {}

  TableChoice choose() {
    for (const std::string& name : place_.survey().tables())
      if (isManifest(name)) return only(name);
    lookAtAll();
    keepTheNearest();
    if (good_.empty() && ambiguous_.empty() && !hasFolders()) std::swap(good_, hollow_);
    if (!good_.empty())
      for (ClipTable& table : ambiguous_) good_.push_back(std::move(table));
    if (good_.size() > 1 && (!ambiguous_.empty() || (!areParts() && !areOfTheirFolders()))) {
      std::sort(good_.begin(), good_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
      std::string all = base::shownText(good_[0].name);
      for (std::size_t i = 1; i < std::min<std::size_t>(good_.size(), 6); ++i)
        all += ", " + base::shownText(good_[i].name);
      throw base::Error(
          "%1 holds several manifests (%2), and each of them could say what the sounds are; name the one "
          "that "
          "is meant in place of the folder, for example %3",
          place_.path(), all, place_.survey().pathOf(good_[0].name));
    }
    if (good_.empty() && !ambiguous_.empty()) refuse(ambiguous_.front());
    if (good_.empty() && namesColumns()) refuseTheColumns();
    for (const ClipTable& table : hollow_) tellHollow(table);
    choice_.chosen = std::move(good_);
    return std::move(choice_);
  }

 private:
  TableChoice only(const std::string& name) {
    choice_.chosen.push_back(open(place_, name, readAs_));
    if (!choice_.chosen.front().columns.trouble.empty()) refuse(choice_.chosen.front());
    const auto chosen = std::move(choice_.chosen);
    choice_.chosen.clear();
    lookAtAll(name);
    for (const ClipTable& table : good_)
      unused(table.name, base::Message("%1 is there as well", base::shownText(name)), true);
    for (const ClipTable& table : ambiguous_) unused(table.name, table.columns.trouble, true);
    for (const ClipTable& table : hollow_) tellHollow(table);
    choice_.chosen = chosen;
    return std::move(choice_);
  }

  bool namesColumns() const {
    return std::any_of(readAs_.columns.begin(), readAs_.columns.end(),
                       [](const auto& role) { return role.second != "none"; });
  }

  // A person said which columns are meant, and no table has them: folders are not what they meant.
  [[noreturn]] void refuseTheColumns() {
    if (firstError_) throw *firstError_;
    if (!hollow_.empty()) tellHollow(hollow_.front());
    if (choice_.unused.empty())
      throw base::Error("columns were named (--read-as), but %1 holds no table of the sounds", place_.path());
    throw base::Error("columns were named (--read-as), but no table of %1 can be used; %2: %3", place_.path(),
                      base::shownText(choice_.unused.front().name), choice_.unused.front().why);
  }

  void unused(const std::string& name, base::Message why, bool namesFiles) {
    choice_.unused.push_back({name, std::move(why), namesFiles});
  }

  void tellHollow(const ClipTable& table) {
    const auto& rows = table.head.rows;
    const std::size_t path = *table.columns.path;
    const std::string first =
        rows.empty() || path >= rows.front().size() ? "" : base::shownText(rows.front()[path].substr(0, 100));
    unused(table.name, base::Message("none of the files that it names is here (the first is %1)", first),
           false);
  }

  bool hasFolders() const {
    const auto& folders = place_.survey().top().folders;
    return std::any_of(folders.begin(), folders.end(),
                       [](const Folder& folder) { return folder.hasSounds(); });
  }

  void lookAtAll(const std::string& but = {}) {
    std::size_t tables = 0, texts = 0;
    for (const std::string& name : place_.survey().tables()) {
      if (name == but) continue;
      const bool isText = kindOf(fileNameOf(name)) == FileKind::text;
      if ((isText && (++texts > kMostTexts || depthOf(name) > 2)) || (!isText && ++tables > kMostTables)) {
        if (!isText) unused(name, base::Message("there are too many tables"), false);
        continue;
      }
      lookAt(name, isText);
    }
  }

  void lookAt(const std::string& name, bool isText) {
    try {
      ClipTable table = open(place_, name, readAs_);
      Columns& columns = table.columns;
      const bool isNamed = columns.path && table.head.namesColumns;
      if (columns.found == 0 && columns.path && columns.trouble.empty() &&
          anyFileHere(table, place_.finder()))
        columns.found = 1;
      if (isText && columns.found == 0) return;  // words, not a table
      if (columns.found > 0 && columns.trouble.empty())
        good_.push_back(std::move(table));
      else if (columns.found > 0 && columns.isAmbiguous)
        ambiguous_.push_back(std::move(table));
      else if (isNamed && columns.trouble.empty())
        hollow_.push_back(std::move(table));
      else
        unused(name, columns.trouble, columns.found > 0);
    } catch (const base::Error& error) {
      if (isText) return;
      unused(name, error.message(), false);
      if (!firstError_) firstError_ = error;
    }
  }

  // A table in the folder itself before those below.
  void keepTheNearest() {
    std::size_t nearest = SIZE_MAX;
    for (const auto* tables : {&good_, &ambiguous_})
      for (const ClipTable& table : *tables) nearest = std::min(nearest, depthOf(table.name));
    for (auto* tables : {&good_, &ambiguous_})
      for (std::size_t i = 0; i < tables->size();) {
        if (depthOf((*tables)[i].name) == nearest) {
          ++i;
          continue;
        }
        unused((*tables)[i].name, base::Message("another table lies nearer to the folder itself"), true);
        tables->erase(tables->begin() + static_cast<std::ptrdiff_t>(i));
      }
  }

  // train.csv, test.csv; train/metadata.csv, test/metadata.csv
  bool areParts() {
    std::set<Part> parts;
    for (ClipTable& table : good_) {
      const std::string stem = stemOf(table.name), folder(fileNameOf(folderOf(table.name)));
      const auto byStem = partOf(stem), byFolder = partOf(folder);
      if (!byStem && !byFolder) return false;
      parts.insert(byStem ? *byStem : *byFolder);
      table.fold = byStem ? stem : folder;
      table.foldRule = byStem ? Rule{Rule::Kind::table, table.name, {}}
                              : Rule{Rule::Kind::folder, std::string(folderOf(table.name)), {}};
      // "train_curated" and "train_noisy" are both of training.
      if (wordsOf(table.fold).size() > 1) {
        const Part part = byStem ? *byStem : *byFolder;
        table.fold = part == Part::training ? "training" : part == Part::validation ? "validation" : "test";
      }
    }
    return parts.size() > 1;
  }

  // dogs/table.csv, cats/table.csv: each names the sounds beside it.
  bool areOfTheirFolders() {
    std::set<std::string_view> folders;
    for (ClipTable& table : good_) {
      table.fold.clear();
      if (table.head.folder.empty() || !folders.insert(folderOf(table.name)).second) return false;
      const std::string prefix = table.head.folder + "/";
      for (std::size_t i = 0; i < std::min<std::size_t>(table.head.rows.size(), 50); ++i) {
        const Row& row = table.head.rows[i];
        if (*table.columns.path >= row.size()) continue;
        const Found found = place_.finder().find(row[*table.columns.path], table.head.folder);
        if (found.is() && !found.name.starts_with(prefix)) return false;
      }
    }
    return true;
  }

  const Place& place_;
  const ReadAs& readAs_;
  TableChoice choice_;
  std::vector<ClipTable> good_, ambiguous_, hollow_;
  std::optional<base::Error> firstError_;
};

}  // namespace

TableChoice chooseTables(const Place& place, const ReadAs& readAs) {
  if (place.isFolder()) return Choosing(place, readAs).choose();
  std::error_code error;
  const std::string name =
      std::filesystem::absolute(place.path(), error)
          .lexically_normal()
          .lexically_relative(std::filesystem::absolute(place.survey().root(), error).lexically_normal())
          .generic_string();
  TableChoice choice;
  choice.chosen.push_back(open(place, name, readAs));
  if (!choice.chosen.front().columns.trouble.empty()) refuse(choice.chosen.front());
  return choice;
}

}  // namespace kinglet::data
