// How clips are grouped by the recording they come from. All clips of a group come into one fold, so that no
// network is judged by what it learnt from.
#pragma once

#include <string>

namespace kinglet::data {

// As a person says it (--group-by, the window, a study's settings):
//   ""             by what the data set says (a column of sources), or else by what file names tell
//   "none"         each file by itself
//   "column"       by the column that the layout knows as the recording's
//   "column:NAME"  by any column of the data set's table
//   "folder"       by the folder that holds the file
//   "prefix"       by a file name's text before its first "_", "-" or blank
//   anything else  a regular expression (RE2), searched for in the file name, or in the whole path below the
//                  data set when it has a "/": what its first bracket matches, or all that it matches
struct GroupBy {
  enum class Kind { automatic, none, column, folder, prefix, pattern };
  Kind kind = Kind::automatic;
  std::string name;  // of the column (empty: the layout's own), or the pattern

  // Throws base::Error: no regular expression.
  static GroupBy parse(const std::string& text);
  std::string text() const;
  bool operator==(const GroupBy&) const = default;
};

}  // namespace kinglet::data
