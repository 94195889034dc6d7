#include "base/csv.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/text.h"

namespace kinglet::base {

CsvReader::CsvReader(const std::filesystem::path& path, char separator, std::size_t maxRowBytes)
    : path_(path), text_(path), maxRowBytes_(maxRowBytes) {
  form_.separator = separator;
}

CsvReader::CsvReader(const std::filesystem::path& path, const TableForm& form, std::size_t maxRowBytes)
    : path_(path), text_(path, form.encoding), form_(form), maxRowBytes_(maxRowBytes) {
  if (std::vector<std::string> unused; form.namesSeparator) next(unused);
}

void CsvReader::fail(const Message& what) const {
  throw Error("%1, line %2: %3", path_, std::max<std::uint64_t>(rowLine_, 1), what);
}

bool CsvReader::refill() {
  at_ = 0;
  return text_.next(piece_);
}

void CsvReader::takeRun(std::string& field, bool quoted, std::size_t& bytes) {
  const std::size_t begin = at_;
  if (quoted) {
    while (at_ < piece_.size() && piece_[at_] != '"' && piece_[at_] != '\n' && piece_[at_] != '\r' &&
           piece_[at_] != '\0')
      ++at_;
  } else {
    while (at_ < piece_.size() && piece_[at_] != form_.separator && piece_[at_] != '"' &&
           piece_[at_] != '\n' && piece_[at_] != '\r' && piece_[at_] != '\0')
      ++at_;
  }
  field.append(piece_, begin, at_ - begin);
  bytes += at_ - begin;
}

bool CsvReader::next(std::vector<std::string>& row) {
  for (;;) {
    std::size_t cells = 0, bytes = 0;
    const auto cell = [&]() -> std::string& {
      if (cells == row.size()) row.emplace_back();
      return row[cells];
    };
    const auto begin = [&]() -> std::string* {
      cell().clear();
      return &cell();
    };
    std::string* field = begin();
    bool quoted = false, any = false;
    rowLine_ = line_ + 1;
    int c;
    for (;;) {
      takeRun(*field, quoted, bytes);
      c = get();
      if (++bytes > maxRowBytes_) fail(Message("this row is too long for a table; is this a CSV file?"));
      if (c < 0) break;
      if (c == 0) fail(Message("this is not a text file (a zero byte was found)"));
      if (quoted) {
        if (c == '\n' || (c == '\r' && form_.carriageReturns)) ++line_;
        if (c != '"') {
          *field += static_cast<char>(c);
        } else if (peek() == '"') {
          *field += '"';
          get();
        } else {
          quoted = false;
        }
        continue;
      }
      if (c == '\n' || (c == '\r' && form_.carriageReturns)) {
        ++line_;
        break;
      }
      if (c == '"' && trimmed(*field).empty()) {
        quoted = any = true;
        field->clear();
      } else if (c == form_.separator) {
        ++cells;
        field = begin();
        any = true;
      } else if (c != '\r') {
        *field += static_cast<char>(c);
      }
    }
    if (quoted) fail(Message("a quoted field is never closed"));
    endedWithFile_ = c < 0;
    if (any || !trimmed(*field).empty()) {
      row.resize(cells + 1);
      return true;
    }
    if (c < 0) return false;
  }
}

std::optional<std::vector<std::string>> CsvReader::next() {
  std::vector<std::string> row;
  if (!next(row)) return std::nullopt;
  return row;
}

const std::vector<std::string>& CsvReader::readHeader() {
  auto row = next();
  if (!row) throw Error("%1 is empty; a CSV file with a header row is needed", path_);
  for (auto& name : *row) name = trimmed(name);
  header_ = std::move(*row);
  return header_;
}

std::optional<std::size_t> CsvReader::findColumn(const std::string& name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::size_t CsvReader::column(const std::string& name) const {
  if (const auto found = findColumn(name)) return *found;
  std::string have;
  for (const auto& column : header_) have += (have.empty() ? "" : ", ") + column;
  if (have.size() > 200) have = shownText(have.substr(0, 200)) + "…";
  throw Error("%1, line 1: there is no column \"%2\"; the columns are: %3", path_, name, have);
}

std::optional<std::size_t> CsvReader::findColumnLike(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < header_.size(); ++i)
      if (plainName(header_[i]) == name) return i;
  return std::nullopt;
}

double CsvReader::number(const std::vector<std::string>& row, std::size_t column) const {
  if (column < row.size())
    if (const auto value = tableFigure(row[column], form_.decimalComma)) return *value;
  const Message name = column < header_.size() ? Message::stored("%1", {shownText(header_[column])})
                                               : Message("column %1", column + 1);
  if (column >= row.size()) fail(Message("the row ends before %1", name));
  fail(Message("\"%1\" in %2 is not a number", shownText(trimmed(row[column]).substr(0, 40)), name));
}

void CsvReader::requireUtf8(const std::vector<std::string>& row) const {
  for (const std::string& field : row)
    if (!isUtf8(field))
      fail(Message("this text is not UTF-8; save the table as UTF-8 (in a spreadsheet: CSV UTF-8)"));
}

}  // namespace kinglet::base
