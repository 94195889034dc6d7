#include "data/layout/columns.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/layout/column_names.h"
#include "data/layout/split_names.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kRowsLookedUp = 200, kHeadBytes = 8u << 20, kMostColumns = 2000;

std::string cellOf(const Row& row, std::size_t column) {
  return column < row.size() ? base::trimmed(row[column]) : std::string();
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == 12) return text + ", … (" + std::to_string(names.size()) + ")";
    text += (i == 0 ? "" : ", ") + base::shownText(names[i]);
  }
  return text;
}

// What stands in a column of the head.
struct Cells {
  std::vector<std::string> values;  // that are not empty
  std::set<std::string> different;
  std::size_t figures = 0;
};

class Understanding {
 public:
  Understanding(const TableHead& head, const FileFinder& finder, const ReadAs& readAs)
      : head_(head), finder_(finder), readAs_(readAs), cells_(head.names.size()) {
    for (std::size_t i = 0; i < cells_.size(); ++i)
      for (const Row& row : head.rows) {
        std::string cell = cellOf(row, i);
        if (cell.empty()) continue;
        cells_[i].figures += base::tableFigure(cell, head.form.decimalComma).has_value();
        cells_[i].different.insert(cell);
        cells_[i].values.push_back(std::move(cell));
      }
  }

  Columns decide() {
    takeWhatIsSaid();
    choosePath();
    if (columns_.path)
      columns_.isUrbanSound = base::plainName(head_.names[*columns_.path]) == "slicefilename";
    chooseTimes();
    chooseFold();
    chooseLabel();
    chooseSource();
    if (!columns_.path)
      columns_.trouble =
          base::Message("no column names files that are here (the columns are: %1)", listed(head_.names));
    else if (!columns_.label && columns_.trouble.empty())
      columns_.trouble =
          base::Message("no column says what the sounds are (the columns are: %1)", listed(head_.names));
    if (columns_.label) decideCommas();
    tellUnused();
    return std::move(columns_);
  }

 private:
  std::optional<std::size_t>& columnOf(Role role) {
    switch (role) {
      case Role::path:
        return columns_.path;
      case Role::label:
        return columns_.label;
      case Role::fold:
        return columns_.fold;
      case Role::start:
        return columns_.start;
      case Role::end:
        return columns_.end;
      case Role::duration:
        return columns_.duration;
      case Role::source:
        return columns_.source;
    }
    return columns_.path;
  }

  bool isSaid(Role role) const { return readAs_.columns.contains(nameOf(role)); }

  void takeWhatIsSaid() {
    for (const Role role :
         {Role::path, Role::label, Role::fold, Role::start, Role::end, Role::duration, Role::source}) {
      const auto said = readAs_.columns.find(nameOf(role));
      if (said == readAs_.columns.end() || said->second == "none") continue;
      auto found = std::find(head_.names.begin(), head_.names.end(), said->second);
      if (found == head_.names.end())
        found = std::find_if(head_.names.begin(), head_.names.end(), [&](const std::string& name) {
          return base::plainName(name) == base::plainName(said->second);
        });
      if (found == head_.names.end())
        throw base::Error("%1, line 1: there is no column \"%2\"; the columns are: %3", head_.path,
                          said->second, listed(head_.names));
      const auto column = static_cast<std::size_t>(found - head_.names.begin());
      columnOf(role) = column;
      if (const auto named = roleByName(*found, role)) setUnit(role, named->unit);
    }
  }

  void setUnit(Role role, double unit) {
    if (role == Role::start) columns_.startUnit = unit;
    if (role == Role::end) columns_.endUnit = unit;
    if (role == Role::duration) columns_.durationUnit = unit;
  }

  // Columns of a role by their names, the likeliest first; those that have another role are not among them.
  std::vector<std::size_t> named(Role role, bool clearOnly) const {
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < head_.names.size(); ++i) {
      const auto found = roleByName(head_.names[i], role);
      if (found && (found->isClear || !clearOnly) && !columns_.isUsed(i)) ranked.emplace_back(found->rank, i);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::size_t> result;
    for (const auto& [rank, column] : ranked) result.push_back(column);
    return result;
  }

  // How many of the first rows name a file that is there by this column.
  std::size_t filesIn(std::size_t column) const {
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < std::min(kRowsLookedUp, cells_[column].values.size()); ++i)
      paths.push_back(cells_[column].values[i]);
    const std::size_t common = commonFolders(paths);
    return static_cast<std::size_t>(std::count_if(paths.begin(), paths.end(), [&](const std::string& path) {
      const auto how = finder_.find(path, head_.folder, {}, common).how;
      return how != Found::How::missing;
    }));
  }

  void choosePath() {
    if (columns_.path) {
      columns_.found = filesIn(*columns_.path);
      return;
    }
    const auto byName = named(Role::path, false);
    for (const std::size_t column : byName) {
      // Of the likeliest names the one whose files are there.
      const std::size_t found = filesIn(column);
      if (found > columns_.found) columns_.path = column, columns_.found = found;
    }
    if (columns_.path) return;
    for (std::size_t i = 0; i < head_.names.size(); ++i) {
      if (columns_.isUsed(i)) continue;
      const std::size_t looked = std::min(kRowsLookedUp, cells_[i].values.size());
      // Numbers of a class or a fold may be names of files by chance.
      if (looked == 0 || (cells_[i].figures > 0 && cells_[i].different.size() * 2 < cells_[i].values.size()))
        continue;
      const std::size_t found = filesIn(i);
      if (found * 2 > looked && found > columns_.found) columns_.path = i, columns_.found = found;
    }
    if (columns_.path) return;
    if (const auto clear = named(Role::path, true); !clear.empty()) columns_.path = clear.front();
  }

  bool holdsTimes(std::size_t column, double unit) const {
    const auto& values = cells_[column].values;
    const auto times = std::count_if(values.begin(), values.end(), [&](const std::string& cell) {
      return secondsIn(cell, head_.form.decimalComma, unit).has_value();
    });
    return values.empty() || 2 * static_cast<std::size_t>(times) >= values.size();
  }

  std::optional<std::size_t> timeColumn(Role role, bool offsets) {
    for (const std::size_t column : named(role, false)) {
      if (isOffset(head_.names[column]) != offsets) continue;
      const double unit = roleByName(head_.names[column], role)->unit;
      if (!holdsTimes(column, unit)) {
        columns_.notes.push_back(
            base::Message("The column %1 does not hold seconds (the first is \"%2\"), so it was not used.",
                          base::shownText(head_.names[column]),
                          base::shownText(cells_[column].values.front().substr(0, 60))));
        continue;
      }
      setUnit(role, unit);
      return column;
    }
    return std::nullopt;
  }

  void chooseTimes() {
    if (columns_.isUrbanSound || isSaid(Role::start) || isSaid(Role::end) || isSaid(Role::duration)) return;
    columns_.start = timeColumn(Role::start, false);
    columns_.end = timeColumn(Role::end, false);
    const auto duration = timeColumn(Role::duration, false);
    if (columns_.start && !columns_.end) columns_.end = timeColumn(Role::end, true);
    if (!columns_.start && duration && !columns_.end) columns_.start = timeColumn(Role::start, true);
    if (columns_.start && !columns_.end) columns_.duration = duration;
    // "from", "to", "length" alone may be anything.
    const auto lone = columns_.start ? columns_.start : columns_.end;
    if (!lone || columns_.duration || (columns_.start && columns_.end)) return;
    if (lone == columns_.end && !columns_.start && roleByName(head_.names[*lone], Role::end)->rank >= 12) {
      columns_.end.reset();
      return;
    }
    if (columns_.start && roleByName(head_.names[*lone], Role::start)->rank >= 16) {
      columns_.start.reset();
      return;
    }
    columns_.isAmbiguous = true;
    if (columns_.trouble.empty())
      columns_.trouble = base::Message(
          "there is a column \"%1\" but not the other; a part of a file needs both start_s and end_s "
          "(or --read-as %2=none, for whole files)",
          base::shownText(head_.names[*lone]), columns_.start ? "start" : "end");
  }

  // Training, validation, test; or numbers of folds.
  bool holdsFolds(std::size_t column) const {
    const auto& different = cells_[column].different;
    if (different.size() < 2 || different.size() > 100) return false;
    const bool parts = std::all_of(different.begin(), different.end(),
                                   [](const std::string& value) { return partOf(value).has_value(); });
    return parts || std::all_of(different.begin(), different.end(),
                                [](const std::string& value) { return foldNumberOf(value).has_value(); });
  }

  // Whether two columns say the same in other words.
  bool sameGroups(std::size_t a, std::size_t b) const {
    std::map<std::string, std::string> there, back;
    for (const Row& row : head_.rows) {
      const std::string x = cellOf(row, a), y = cellOf(row, b);
      if (there.emplace(x, y).first->second != y || back.emplace(y, x).first->second != x) return false;
    }
    return true;
  }

  // The one of several columns, or trouble where they contradict each other.
  std::optional<std::size_t> oneOf(const std::vector<std::size_t>& columns, Role role) {
    if (columns.empty()) return std::nullopt;
    for (std::size_t i = 1; i < columns.size(); ++i) {
      if (sameGroups(columns.front(), columns[i])) continue;
      const std::string first = base::shownText(head_.names[columns.front()]),
                        second = base::shownText(head_.names[columns[i]]);
      columns_.isAmbiguous = true;
      if (columns_.trouble.empty())
        columns_.trouble =
            role == Role::fold
                ? base::Message(
                      "both the column %1 and the column %2 could be the folds; choose with --read-as "
                      "fold=%1 or --read-as fold=%2",
                      first, second)
                : base::Message(
                      "both the column %1 and the column %2 could be the label; choose with --read-as "
                      "label=%1 or --read-as label=%2",
                      first, second);
      break;
    }
    return columns.front();
  }

  void chooseFold() {
    if (isSaid(Role::fold)) return;
    auto columns = named(Role::fold, true);
    std::erase_if(columns, [&](std::size_t i) { return cells_[i].values.empty(); });
    if (columns.empty()) {
      columns = named(Role::fold, false);
      std::erase_if(columns, [&](std::size_t i) { return !holdsFolds(i); });
    }
    columns_.fold = oneOf(columns, Role::fold);
  }

  void chooseLabel() {
    if (columns_.label || isSaid(Role::label)) return;
    auto columns = named(Role::label, true);
    if (columns.empty()) columns = named(Role::label, false);
    // Names before numbers of classes.
    const auto isText = [&](std::size_t i) { return cells_[i].figures < cells_[i].values.size(); };
    if (!std::any_of(columns.begin(), columns.end(), isText)) {
      auto weaker = named(Role::label, false);
      std::erase_if(weaker, [&](std::size_t i) { return !isText(i); });
      if (!weaker.empty()) columns = weaker;
    } else {
      std::erase_if(columns, [&](std::size_t i) { return !isText(i); });
    }
    std::erase_if(columns, [&](std::size_t i) { return cells_[i].values.empty() && !head_.rows.empty(); });
    if (columns.empty() && !head_.namesColumns) {
      // Without names: the only other column.
      for (std::size_t i = 0; i < head_.names.size(); ++i)
        if (!columns_.isUsed(i)) columns.push_back(i);
      if (columns.size() > 1) {
        columns_.isAmbiguous = true;
        columns_.trouble = base::Message(
            "the first row names no columns, and there are %1; write a first row such as path,label,fold, or "
            "say "
            "which is which by number: --read-as path=%2,label=%3",
            head_.names.size(), columns_.path.value_or(0) + 1, columns.front() + 1);
        return;
      }
    }
    columns_.label = oneOf(columns, Role::label);
  }

  void chooseSource() {
    if (isSaid(Role::source)) return;
    for (const std::size_t column : named(Role::source, false)) {
      // What is the same everywhere ("freesound") tells no recordings apart.
      const bool isAll = head_.rows.size() < kHeadRows && head_.rows.size() >= 4;
      if (cells_[column].values.empty() || (isAll && cells_[column].different.size() < 2)) continue;
      columns_.source = column;
      return;
    }
  }

  // "dog,cat" of a column of labels is two; "Dog, small" of a column label is one, unless both parts are
  // labels of other rows.
  void decideCommas() {
    const Cells& cells = cells_[*columns_.label];
    const auto hasComma = [](const std::string& cell) { return cell.find(',') != std::string::npos; };
    if (std::none_of(cells.different.begin(), cells.different.end(), hasComma)) {
      columns_.commasPartLabels = isPlural(head_.names[*columns_.label]);
      return;
    }
    const bool known =
        std::all_of(cells.different.begin(), cells.different.end(), [&](const std::string& cell) {
          const auto parts = base::splitList(cell, ',');
          return parts.size() < 2 || std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
                   return cells.different.contains(part);
                 });
        });
    columns_.commasPartLabels = known || isPlural(head_.names[*columns_.label]);
    if (columns_.commasPartLabels)
      columns_.notes.push_back(
          base::Message("Labels of the column %1 are parted at commas: a clip may have several.",
                        base::shownText(head_.names[*columns_.label])));
  }

  void tellUnused() {
    std::vector<std::string> unused;
    for (std::size_t i = 0; i < head_.names.size(); ++i)
      if (!columns_.isUsed(i) && !(head_.names[i].empty() && cells_[i].values.empty()))
        unused.push_back(head_.names[i].empty() ? std::to_string(i + 1) : head_.names[i]);
    if (unused.size() == 1)
      columns_.notes.push_back(base::Message("The column %1 is not used.", listed(unused)));
    else if (!unused.empty())
      columns_.notes.push_back(base::Message("%1 columns are not used: %2.", unused.size(), listed(unused)));
    if (columns_.isUrbanSound && std::find(unused.begin(), unused.end(), "start") != unused.end())
      columns_.notes.push_back(base::Message(
          "The columns start and end tell where in its recording a slice was; the files are the slices."));
  }

  const TableHead& head_;
  const FileFinder& finder_;
  const ReadAs& readAs_;
  std::vector<Cells> cells_;
  Columns columns_;
};

bool isKnownName(const std::string& name) {
  for (const Role role : {Role::path, Role::label})
    if (const auto named = roleByName(name, role); named && named->isClear) return true;
  return false;
}

}  // namespace

TableHead readHead(const std::filesystem::path& path, const FileFinder& finder, const std::string& folder) {
  TableHead head;
  head.path = path;
  head.folder = folder;
  head.form = base::sniffTable(path);
  // What is neither UTF-8 nor UTF-16 has several readings; the reader says so when it comes to such a row.
  if (head.form.encoding == base::Encoding::windows1252) head.form.encoding = base::Encoding::utf8;
  base::CsvReader csv(path, head.form);
  Row row;
  do {
    if (!csv.next(row)) throw base::Error("%1 is empty; a CSV file with a header row is needed", path);
  } while (row.size() == 1 && base::trimmed(row[0]).starts_with('#'));
  if (row.size() > kMostColumns)
    throw base::Error("%1 has %2 columns, too many for a table of sounds", path, row.size());
  const bool known = std::any_of(row.begin(), row.end(), isKnownName);
  // A name alone could be a column's as well as a file's.
  const auto isFile = [&](const std::string& cell) {
    const FileKind kind = kindOf(base::trimmed(cell));
    return kind == FileKind::sound || kind == FileKind::foreign ||
           finder.find(cell, folder).how == Found::How::asWritten;
  };
  head.namesColumns = known || (head.form.hasHeader != false && std::none_of(row.begin(), row.end(), isFile));
  std::size_t bytes = 0;
  if (head.namesColumns) {
    csv.requireUtf8(row);
    for (const std::string& name : row) head.names.push_back(base::trimmed(name));
    if (!head.names.front().empty() && head.names.front()[0] == '#')
      head.names.front() = base::trimmed(head.names.front().substr(1));
  } else {
    for (std::size_t i = 0; i < row.size(); ++i) head.names.push_back(std::to_string(i + 1));
    head.rows.push_back(row);
  }
  while (head.rows.size() < kHeadRows && bytes < kHeadBytes && csv.next(row)) {
    for (const std::string& cell : row) bytes += cell.size();
    head.rows.push_back(row);
  }
  return head;
}

bool Columns::isUsed(std::size_t column) const {
  for (const auto& used : {path, label, fold, start, end, duration, source})
    if (used == column) return true;
  return false;
}

Columns understandColumns(const TableHead& head, const FileFinder& finder, const ReadAs& readAs) {
  return Understanding(head, finder, readAs).decide();
}

}  // namespace kinglet::data
