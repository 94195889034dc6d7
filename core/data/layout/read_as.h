// What a person says of how a data set is to be read, where it does not say so clearly itself: --read-as,
// kept in a study's settings.
#pragma once

#include <map>
#include <string>

namespace kinglet::data {

// Parts joined by commas:
//   path=NAME label=NAME fold=NAME start=NAME end=NAME duration=NAME source=NAME   a column of the table;
//       fold=none, start=none, source=none ... leave one out that would be used
//   classes=outer | inner   of folders in folders: which of them are the classes
//   table=none              folders are the classes, whatever tables lie beside them
//   links=follow            a table's sounds may lie outside of its folder, by symbolic links in it
struct ReadAs {
  std::map<std::string, std::string> columns;  // by role; "none": it is not to be used
  enum class Classes { automatic, outer, inner } classes = Classes::automatic;
  bool withoutTable = false, followsLinks = false;

  // Throws base::Error naming the part that is not understood.
  static ReadAs parse(const std::string& text);
  std::string text() const;  // what parse() understands; empty: nothing was said
  bool operator==(const ReadAs&) const = default;
};

}  // namespace kinglet::data
