// A table of clips: path,label[,fold][,source][,start_s,end_s], several labels joined by ";". Paths are
// relative to the table's folder and stay inside of it.
#include <optional>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

bool isTable(const fs::path& path) {
  std::error_code error;
  return base::lowerCase(path.extension().string()) == ".csv" && fs::is_regular_file(path, error);
}

bool looksLikeManifest(const fs::path& path) {
  try {
    base::CsvReader csv(path);
    csv.readHeader();
    return csv.findColumn("path") && csv.findColumn("label");
  } catch (const base::Error&) {
    return false;
  }
}

// The table of a folder: manifest.csv, or the only one that reads like one.
fs::path tableIn(const fs::path& folder) {
  std::error_code error;
  if (fs::is_regular_file(folder / "manifest.csv", error)) return folder / "manifest.csv";
  fs::path found;
  for (const fs::path& path : sortedFolder(folder)) {
    if (!isTable(path) || !looksLikeManifest(path)) continue;
    if (!found.empty())
      throw base::Error(folder.string() + " holds several manifests (" + found.filename().string() + ", " +
                        path.filename().string() + "); name the one that is meant");
    found = path;
  }
  return found;
}

class ManifestReader {
 public:
  ManifestReader(const fs::path& table, const OpenOptions& options)
      : root_(table.has_parent_path() ? table.parent_path() : fs::path(".")),
        csv_(table),
        builder_("manifest", root_, options) {
    csv_.readHeader();
    path_ = csv_.column("path"), label_ = csv_.column("label");
    fold_ = csv_.findColumn("fold"), source_ = csv_.findColumn("source");
    group_ = groupColumn(options.groupBy, csv_, source_);
    start_ = csv_.findColumn("start_s"), end_ = csv_.findColumn("end_s");
    if (start_.has_value() != end_.has_value())
      throw base::Error(table.string() + ", line 1: there is a column \"" + (start_ ? "start_s" : "end_s") +
                        "\" but not the other; a part of a file needs both start_s and end_s");
  }

  Dataset read() {
    while (const auto row = csv_.next()) {
      for (const std::string& field : *row)
        if (!base::isUtf8(field)) csv_.fail("this text is not UTF-8; save the table as UTF-8");
      const std::string where = "line " + std::to_string(csv_.line());
      if (std::string bad = readRow(*row, where); !bad.empty()) builder_.problem(where, std::move(bad));
    }
    return builder_.finish();
  }

 private:
  using Row = std::vector<std::string>;

  static std::string field(const Row& row, std::optional<std::size_t> column) {
    return column && *column < row.size() ? base::trimmed(row[*column]) : std::string();
  }

  // What is wrong with the row; empty when it was added.
  std::string readRow(const Row& row, const std::string& where) {
    Entry entry;
    entry.where = where;
    entry.name = field(row, path_);
    if (entry.name.empty()) return "the path is empty";
    entry.path = insideOf(root_, entry.name);
    if (entry.path.empty())
      return "\"" + entry.name + "\" leads outside of the manifest's folder; keep the sounds below it";
    entry.labels = base::splitList(field(row, label_), ';');
    if (entry.labels.empty()) return "the label is empty";
    entry.fold = field(row, fold_);
    entry.source = field(row, source_);
    entry.group = field(row, group_);
    const std::string start = field(row, start_), end = field(row, end_);
    if (!start.empty() || !end.empty()) {
      try {
        entry.startS = start.empty() ? 0 : csv_.number(row, *start_);
        entry.endS = end.empty() ? 0 : csv_.number(row, *end_);
      } catch (const base::Error&) {
        return "\"" + start + "\" to \"" + end + "\" are no seconds";
      }
      if (entry.startS < 0 || (!end.empty() && entry.endS <= entry.startS))
        return "the part from " + start + " s to " + end + " s is empty";
    }
    builder_.add(std::move(entry));
    return {};
  }

  fs::path root_;
  base::CsvReader csv_;
  DatasetBuilder builder_;
  std::size_t path_ = 0, label_ = 0;
  std::optional<std::size_t> fold_, source_, group_, start_, end_;
};

}  // namespace

const Layout kManifest{
    "manifest", "a manifest (a CSV file with the columns path,label[,fold][,start_s,end_s])",
    [](const fs::path& path) {
      std::error_code error;
      return fs::is_directory(path, error) ? !tableIn(path).empty() : isTable(path);
    },
    [](const fs::path& path, const OpenOptions& options) {
      std::error_code error;
      return ManifestReader(fs::is_directory(path, error) ? tableIn(path) : path, options).read();
    }};

}  // namespace kinglet::data
