// The columns of a CSV of boards, by their places in a list of names. Private to device/.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "base/csv.h"

namespace kinglet::energy {

class BoardColumns {
 public:
  // Of a file whose header has been read, which must outlive it. Throws base::Error where a name is missing.
  BoardColumns(base::CsvReader& csv, std::initializer_list<const char*> names);

  // Takes the next row; false at the end of the file.
  bool next() { return csv_.next(row_); }
  // Both throw base::Error naming the line where the row is too short.
  const std::string& text(std::size_t name) const;
  // Nothing where it is blank, an error of `otherwise` where it is not above 0.
  std::optional<double> positive(std::size_t name, const base::Message& otherwise) const;

 private:
  base::CsvReader& csv_;
  std::vector<std::size_t> columns_;
  std::vector<std::string> row_;
};

}  // namespace kinglet::energy
