#include "data/layout/table_reading.h"

#include <algorithm>
#include <set>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/layout/split_names.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

struct Tally {
  std::size_t count = 0;
  base::Message first;
  void add(const base::Message& what) {
    if (count++ == 0) first = what;
  }
};

std::string cellOf(const Row& row, std::optional<std::size_t> column) {
  return column && *column < row.size() ? base::trimmed(row[*column]) : std::string();
}

class TableReading {
 public:
  TableReading(const Place& place, const ClipTable& table, bool isOneOfSeveral, const OpenOptions& options,
               DatasetBuilder& builder)
      : place_(place),
        table_(table),
        columns_(table.columns),
        isOneOfSeveral_(isOneOfSeveral),
        followsLinks_(options.readAs.followsLinks),
        builder_(builder),
        csv_(table.head.path, table.head.form) {
    csv_.setHeader(table.head.names);
    group_ = groupColumn(options.groupBy, csv_, columns_.source);
    label_ = {Rule::Kind::column, table.name, nameOf(columns_.label)};
    fold_ = {Rule::Kind::column, table.name, nameOf(columns_.fold)};
  }

  void read() {
    lookAtPaths();
    Row row;
    bool isNames = table_.head.namesColumns;
    while (csv_.next(row)) {
      if (row.size() == 1 && base::trimmed(row[0]).starts_with('#')) continue;
      if (isNames) {
        isNames = false;
        continue;
      }
      csv_.requireUtf8(row);
      ++rows_;
      if (base::Message bad = readRow(row); !bad.empty()) builder_.problem(where(), std::move(bad));
    }
    tell();
  }

  const Tally& contradicted() const { return contradicted_; }
  std::size_t rows() const { return rows_; }

 private:
  std::string nameOf(std::optional<std::size_t> column) const {
    return column ? table_.head.names[*column] : std::string();
  }

  std::string where() const {
    const std::string line = "line " + std::to_string(csv_.line());
    return isOneOfSeveral_ ? table_.name + ", " + line : line;
  }

  // How much of the paths may be of another place, and which labels there are.
  void lookAtPaths() {
    base::CsvReader csv(table_.head.path, table_.head.form);
    Row row;
    bool isNames = table_.head.namesColumns;
    std::vector<std::string> few;
    while (csv.next(row)) {
      if (row.size() == 1 && base::trimmed(row[0]).starts_with('#')) continue;
      if (isNames) {
        isNames = false;
        continue;
      }
      for (std::string& label : labelsIn(cellOf(row, columns_.label), columns_.commasPartLabels))
        labels_.insert(base::lowerCase(label));
      few.push_back(cellOf(row, columns_.path));
      if (few.size() < 1000) continue;
      // What the first thousand have in common is all that the rest can have in common with them.
      shorten(few);
    }
    shorten(few);
  }

  void shorten(std::vector<std::string>& paths) {
    if (paths.empty()) return;
    if (!kept_.empty()) paths.push_back(kept_);
    common_ = std::min(common_, commonFolders(paths));
    if (kept_.empty()) kept_ = paths.front();
    paths.clear();
  }

  // What is wrong with the row; empty when it was added.
  base::Message readRow(const Row& row) {
    Entry entry;
    entry.where = where();
    entry.line = static_cast<std::uint32_t>(csv_.line());
    const std::string text = cellOf(row, columns_.path);
    if (text.empty()) return base::Message("the path is empty");
    entry.labels = labelsIn(cellOf(row, columns_.label), columns_.commasPartLabels);
    entry.fold = cellOf(row, columns_.fold);
    const bool namesFold = !entry.fold.empty();
    if (!namesFold) entry.fold = table_.fold;
    if (base::Message bad = findFile(text, entry); !bad.empty()) return bad;
    if (entry.labels.empty()) return base::Message("the label is empty");
    entry.source = cellOf(row, columns_.source);
    entry.group = cellOf(row, group_);
    if (base::Message bad = readPart(row, entry); !bad.empty()) return bad;
    entry.labelRule = builder_.rule(label_);
    if (!entry.fold.empty()) entry.foldRule = builder_.rule(namesFold ? fold_ : table_.foldRule);
    compareWithFolders(entry);
    builder_.add(std::move(entry));
    return {};
  }

  base::Message findFile(const std::string& text, Entry& entry) {
    std::vector<std::string> hints;
    if (!entry.fold.empty()) hints.push_back(entry.fold);
    if (!table_.fold.empty() && table_.fold != entry.fold) hints.push_back(table_.fold);
    if (entry.labels.size() == 1) hints.push_back(entry.labels.front());
    const Found found = place_.finder().find(text, table_.head.folder, hints, common_);
    const auto first = [&] {
      return base::Message("%1: %2 is %3", where(), base::shownText(text), base::shownText(found.name));
    };
    switch (found.how) {
      case Found::How::asWritten:
        break;
      case Found::How::byEnd: {
        // A name alone is the name, wherever the file lies.
        if (text.find_first_of("/\\") != std::string::npos) byEnd_.add(first());
        break;
      }
      case Found::How::otherEnding:
        if (endingOf(fileNameOf(text)).empty() || kindOf(fileNameOf(text)) == FileKind::other) break;
        otherEnding_.add(first());
        break;
      case Found::How::otherCase:
        otherCase_.add(first());
        break;
      case Found::How::unreadable:
        return base::Message("%1 is there, but sounds of this kind (%2) cannot be read",
                             base::shownText(found.name), endingOf(fileNameOf(found.name)));
      case Found::How::ambiguous:
        return base::Message("\"%1\" could be %2 or %3; write its folder too", base::shownText(text),
                             base::shownText(found.name), base::shownText(found.other));
      case Found::How::missing:
        return findOther(text, entry);
    }
    entry.name = found.name;
    entry.path = place_.survey().pathOf(found.name);
    return checkLinks(entry);
  }

  // A table from somebody else must not reach what it does not bring.
  base::Message checkLinks(const Entry& entry) const {
    if (followsLinks_) return {};
    const std::string link = place_.survey().linkOut(entry.name);
    if (link.empty()) return {};
    return base::Message(
        "%1 leads outside of the data set's folder by the link %2; where that is meant: --read-as "
        "links=follow",
        base::shownText(entry.name), base::shownText(link));
  }

  // A file whose name is none of a sound: its content decides.
  base::Message findOther(const std::string& text, Entry& entry) {
    const fs::path& root = place_.survey().root();
    const fs::path folder =
        table_.head.path.has_parent_path() ? table_.head.path.parent_path() : fs::path(".");
    for (const fs::path& base : {folder, root}) {
      entry.path = insideOf(root, (fs::absolute(base).lexically_normal() / text).string());
      std::error_code error;
      if (entry.path.empty() || !fs::is_regular_file(entry.path, error)) continue;
      entry.name = entry.path.lexically_relative(fs::absolute(root).lexically_normal()).generic_string();
      return checkLinks(entry);
    }
    missing_.add(base::Message("%1: %2", where(), base::shownText(text.substr(0, 200))));
    if (insideOf(root, (fs::absolute(folder).lexically_normal() / text).string()).empty())
      return base::Message("\"%1\" leads outside of the manifest's folder; keep the sounds below it",
                           base::shownText(text));
    return base::Message("there is no sound file %1", base::shownText(text));
  }

  base::Message readPart(const Row& row, Entry& entry) {
    const std::string start = cellOf(row, columns_.start), end = cellOf(row, columns_.end),
                      duration = cellOf(row, columns_.duration);
    if (start.empty() && end.empty() && duration.empty()) return {};
    const bool comma = table_.head.form.decimalComma;
    const auto from = start.empty() ? 0 : secondsIn(start, comma, columns_.startUnit);
    std::optional<double> to;
    const std::string& said = end.empty() ? duration : end;
    if (!end.empty())
      to = secondsIn(end, comma, columns_.endUnit);
    else if (!duration.empty() && from)
      if (const auto seconds = secondsIn(duration, comma, columns_.durationUnit)) to = *from + *seconds;
    if (!from || (!to && !said.empty()))
      return base::Message("\"%1\" to \"%2\" are no seconds", base::shownText(start), base::shownText(said));
    entry.startS = *from;
    entry.endS = to.value_or(0);
    if (entry.startS < 0 || (to && entry.endS <= entry.startS))
      return base::Message("the part from %1 s to %2 s is empty", base::shownText(start),
                           base::shownText(said));
    entry.mayBeCut = Entry::Cut::exactly;
    return {};
  }

  // Folders that are named after labels or parts, and are not those of the row.
  void compareWithFolders(const Entry& entry) {
    const auto parts = partsOf(entry.name);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      const std::string folder = base::lowerCase(parts[i]);
      const bool isLabel = labels_.contains(folder);
      const bool isOwn = std::any_of(entry.labels.begin(), entry.labels.end(), [&](const std::string& label) {
        return base::lowerCase(label) == folder;
      });
      if (isLabel && !isOwn && i + 2 == parts.size())
        contradicted_.add(base::Message("%1 says that %2 is %3", where(), base::shownText(entry.name),
                                        base::shownText(entry.labels.front())));
      const auto part = partOf(parts[i]), said = partOf(entry.fold);
      const auto number = foldNumberOf(parts[i]);
      const bool otherFold = number && wordsOf(entry.fold).size() == 1 && foldNumberOf("fold" + entry.fold) &&
                             foldNumberOf("fold" + entry.fold) != number;
      // Validation is often cut from the folder of training.
      const bool otherPart = part && said && part != said && (part == Part::test || said == Part::test);
      if (otherFold || (otherPart && !isLabel))
        contradicted_.add(base::Message("%1 says that %2 is in %3", where(), base::shownText(entry.name),
                                        base::shownText(entry.fold)));
    }
  }

  void tell() {
    const std::string name = base::shownText(table_.name);
    if (const base::Message form = base::tableFormText(table_.head.form); !form.empty())
      builder_.note(base::Message("%1 was read as a table that is %2.", name, form));
    if (!table_.head.namesColumns)
      builder_.note(
          base::Message("%1 names no columns: column %2 was taken for the file, column %3 for the label.",
                        name, *columns_.path + 1, *columns_.label + 1));
    if (missing_.count > 0)
      builder_.note(base::Message("%1 of the %2 files that %3 names are not here (the first: %4).",
                                  missing_.count, rows_, name, missing_.first));
    if (byEnd_.count > 0)
      builder_.note(
          base::Message("%1 paths of %2 are of another place and were found by their end (the first: %3).",
                        byEnd_.count, name, byEnd_.first));
    if (otherEnding_.count > 0)
      builder_.note(base::Message("%1 files have another ending than %2 says (the first: %3).",
                                  otherEnding_.count, name, otherEnding_.first));
    if (otherCase_.count > 0)
      builder_.note(base::Message("%1 files have other capitals than %2 says (the first: %3).",
                                  otherCase_.count, name, otherCase_.first));
    for (const base::Message& note : columns_.notes) builder_.note(base::Message("%1: %2", name, note));
  }

  const Place& place_;
  const ClipTable& table_;
  const Columns& columns_;
  const bool isOneOfSeveral_, followsLinks_;
  DatasetBuilder& builder_;
  base::CsvReader csv_;
  std::optional<std::size_t> group_;
  Rule label_, fold_;
  std::set<std::string> labels_;  // all of the table's, in small letters
  std::string kept_;
  std::size_t common_ = SIZE_MAX, rows_ = 0;
  Tally missing_, byEnd_, otherEnding_, otherCase_, contradicted_;
};

}  // namespace

void readTables(const Place& place, const TableChoice& choice, const OpenOptions& options,
                DatasetBuilder& builder) {
  for (const ClipTable& table : choice.chosen) {
    TableReading reading(place, table, choice.chosen.size() > 1, options, builder);
    reading.read();
    const Tally& contradicted = reading.contradicted();
    if (contradicted.count == 0) continue;
    if (place.isFolder() && options.readAs.columns.empty())
      throw base::Error(
          "%1 and the folders contradict each other for %2 of %3 files (the first: %4). To go by the table, "
          "name "
          "it in place of the folder: %5; to go by the folders: --read-as table=none",
          base::shownText(table.name), contradicted.count, reading.rows(), contradicted.first,
          table.head.path);
    builder.note(base::Message("%1 contradicts the folders for %2 files (the first: %3); the table counts.",
                               base::shownText(table.name), contradicted.count, contradicted.first));
  }
}

}  // namespace kinglet::data
