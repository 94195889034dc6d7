#include "base/csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/error.h"
#include "base/text.h"

namespace kinglet::base {
CsvReader::CsvReader(const std::filesystem::path& path, char separator, std::size_t maxRowBytes)
    : path_(path), in_(path, std::ios::binary), separator_(separator), maxRowBytes_(maxRowBytes) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw Error(path.string() + " is a folder, not a CSV file");
  if (!in_) throw Error("cannot read " + path.string() + "; check that it exists and that you may read it");
  if (in_.peek() == 0xEF) {
    char mark[3] = {};
    in_.read(mark, 3);
    if (std::string_view(mark, 3) != "\xEF\xBB\xBF") in_.seekg(0);
  }
}

void CsvReader::fail(const Message& what) const {
  throw Error("%1, line %2: %3", path_, std::max<std::uint64_t>(rowLine_, 1), what);
}

void CsvReader::fail(const std::string& what) const {
  fail(Message::stored("%1", {what}));
}

std::optional<std::vector<std::string>> CsvReader::next() {
  using Traits = std::ifstream::traits_type;
  std::streambuf& buffer = *in_.rdbuf();
  for (;;) {
    std::vector<std::string> row;
    std::string field;
    bool quoted = false, any = false;
    std::size_t bytes = 0;
    rowLine_ = line_ + 1;
    int c;
    while ((c = buffer.sbumpc()) != Traits::eof()) {
      if (c == 0) fail(Message("this is not a text file (a zero byte was found)"));
      if (++bytes > maxRowBytes_) fail(Message("this row is too long for a table; is this a CSV file?"));
      if (quoted) {
        if (c == '\n') ++line_;
        if (c != '"') {
          field += static_cast<char>(c);
        } else if (buffer.sgetc() == '"') {
          field += '"';
          buffer.sbumpc();
        } else {
          quoted = false;
        }
        continue;
      }
      if (c == '\n') {
        ++line_;
        break;
      }
      if (c == '"' && trimmed(field).empty()) {
        quoted = any = true;
        field.clear();
      } else if (c == separator_) {
        row.push_back(std::move(field));
        field.clear();
        any = true;
      } else if (c != '\r') {
        field += static_cast<char>(c);
      }
    }
    if (quoted) fail(Message("a quoted field is never closed"));
    if (c == Traits::eof() && bytes == 0) return std::nullopt;
    if (any || !trimmed(field).empty()) {
      row.push_back(std::move(field));
      return row;
    }
    if (c == Traits::eof()) return std::nullopt;
  }
}

const std::vector<std::string>& CsvReader::readHeader() {
  auto row = next();
  if (!row) throw Error(path_.string() + " is empty; a CSV file with a header row is needed");
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
  if (have.size() > 200) have = have.substr(0, 200) + "…";
  throw Error(path_.string() + ", line 1: there is no column \"" + name + "\"; the columns are: " + have);
}

double CsvReader::number(const std::vector<std::string>& row, std::size_t column) const {
  const std::string name = column < header_.size() ? header_[column] : "column " + std::to_string(column + 1);
  if (column >= row.size()) fail("the row ends before " + name);
  const std::string text = trimmed(row[column]);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    fail("\"" + text.substr(0, 40) + "\" in " + name + " is not a number");
  return value;
}

std::string csvField(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace kinglet::base
