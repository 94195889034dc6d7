// Which column of a table says what, by its name and by what stands in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/table_form.h"
#include "data/layout/file_finder.h"
#include "data/layout/read_as.h"

namespace kinglet::data {

using Row = std::vector<std::string>;

// The beginning of a table.
struct TableHead {
  std::filesystem::path path;
  std::string folder;  // where the table lies, relative to the surveyed folder
  base::TableForm form;
  std::vector<std::string> names;  // of the columns: "1", "2", ... where the table does not name them
  bool namesColumns = true;        // the first row is names
  std::vector<Row> rows;           // at most kHeadRows, without the names
};

constexpr std::size_t kHeadRows = 1000;

// Throws base::Error where the file is no table of text.
TableHead readHead(const std::filesystem::path& path, const FileFinder& finder, const std::string& folder);

struct Columns {
  std::optional<std::size_t> path, label, fold, start, end, duration, source;
  double startUnit = 1, endUnit = 1, durationUnit = 1;  // seconds
  bool commasPartLabels = false;                        // "dog,cat" are two
  bool isUrbanSound = false;  // start and end tell of the recording, not of the file
  std::size_t found = 0;      // rows of the head whose file is there
  base::Message trouble;      // why the table cannot be read as it is
  bool isAmbiguous = false;   // the trouble is that a role could be two columns'; otherwise none has it
  std::vector<base::Message> notes;  // of columns that were understood in an unusual way, or not used

  bool isUsed(std::size_t column) const;
};

// readAs: what a person says of the columns; base::Error where there is no such column.
Columns understandColumns(const TableHead& head, const FileFinder& finder, const ReadAs& readAs);

// "1.5" with the form's decimal mark, "0:01:02.5", times unit; nothing where a cell is no time.
std::optional<double> secondsIn(const std::string& cell, bool decimalComma, double unit);
// A cell's labels: "dog; cat", "dog|cat", "['dog', 'cat']"; with commas where they part labels.
std::vector<std::string> labelsIn(const std::string& cell, bool commasPart);
// How many leading folders the paths have in common.
std::size_t commonFolders(const std::vector<std::string>& paths);

}  // namespace kinglet::data
