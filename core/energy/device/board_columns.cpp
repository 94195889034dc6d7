#include "energy/device/board_columns.h"

namespace kinglet::energy {

BoardColumns::BoardColumns(base::CsvReader& csv, std::initializer_list<const char*> names) : csv_(csv) {
  for (const char* name : names) columns_.push_back(csv.column(name));
}

const std::string& BoardColumns::text(std::size_t name) const {
  if (columns_[name] >= row_.size()) csv_.fail(base::Message("the row has too few columns"));
  return row_[columns_[name]];
}

std::optional<double> BoardColumns::positive(std::size_t name, const base::Message& otherwise) const {
  if (text(name).empty()) return std::nullopt;
  const double value = csv_.number(row_, columns_[name]);
  if (!(value > 0)) csv_.fail(otherwise);
  return value;
}

}  // namespace kinglet::energy
