// Tables of text (RFC 4180), read a row at a time in bounded memory, with errors that name the line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"

namespace kinglet::base {

// Reads comma-separated text: quoted fields, doubled quotes, CRLF or LF, a UTF-8 byte-order mark, a trailing
// empty column. Throws Error naming file and line on binary content (a NUL byte), a row over maxRowBytes, or
// a quote that never closes.
class CsvReader {
 public:
  explicit CsvReader(const std::filesystem::path& path, char separator = ',',
                     std::size_t maxRowBytes = 1 << 20);

  // The next row that is not empty, or nothing at the end of the file.
  std::optional<std::vector<std::string>> next();

  // Reads the first row as the header. Throws Error when there is none.
  const std::vector<std::string>& readHeader();
  // Where a column stands; throws Error listing the columns that do exist.
  std::size_t column(const std::string& name) const;
  std::optional<std::size_t> findColumn(const std::string& name) const;

  std::uint64_t line() const { return rowLine_; }  // of the row last returned, from 1
  // An Error "FILE, line N: WHAT" for the row last returned.
  [[noreturn]] void fail(const Message& what) const;
  [[noreturn]] void fail(const std::string& what) const;
  // A finite number from a field; fails naming the column otherwise.
  double number(const std::vector<std::string>& row, std::size_t column) const;

 private:
  std::filesystem::path path_;
  std::ifstream in_;
  char separator_;
  std::size_t maxRowBytes_;
  std::uint64_t line_ = 0, rowLine_ = 0;
  std::vector<std::string> header_;
};

// Quotes a field where it needs quotes.
std::string csvField(const std::string& text);

}  // namespace kinglet::base
