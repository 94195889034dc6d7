// Tables of text (RFC 4180), read a row at a time in bounded memory, with errors that name the line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/table_form.h"
#include "base/text_encoding.h"

namespace kinglet::base {

// Reads separated text: quoted fields, doubled quotes, CRLF or LF (CR alone where the form says so), a
// byte-order mark, UTF-16, a trailing empty column. Throws Error naming file and line on binary content (a
// NUL byte), a row over maxRowBytes, or a quote that never closes.
class CsvReader {
 public:
  explicit CsvReader(const std::filesystem::path& path, char separator = ',',
                     std::size_t maxRowBytes = 1 << 20);
  // As sniffTable() found it to be written; a first line that only names the separator is passed over.
  CsvReader(const std::filesystem::path& path, const TableForm& form, std::size_t maxRowBytes = 1 << 20);

  // The next row that is not empty, or nothing at the end of the file.
  std::optional<std::vector<std::string>> next();
  // The same into a row that is used again, without allocating. False at the end of the file.
  bool next(std::vector<std::string>& row);

  // Reads the first row as the header. Throws Error when there is none.
  const std::vector<std::string>& readHeader();
  // Names the columns where the file does not.
  void setHeader(std::vector<std::string> names) { header_ = std::move(names); }
  const std::vector<std::string>& header() const { return header_; }
  // Where a column stands; throws Error listing the columns that do exist.
  std::size_t column(const std::string& name) const;
  std::optional<std::size_t> findColumn(const std::string& name) const;
  // The first column whose plainName() is the first of these, else the second, and so on.
  std::optional<std::size_t> findColumnLike(std::initializer_list<std::string_view> plainNames) const;

  std::uint64_t line() const { return rowLine_; }  // of the row last returned, from 1
  // Whether the row last returned ended with the file and not with a line end: it may have been cut.
  bool endedWithFile() const { return endedWithFile_; }
  // An Error "FILE, line N: WHAT" for the row last returned.
  [[noreturn]] void fail(const Message& what) const;
  // A finite number from a field, with the form's decimal mark; fails naming the column otherwise.
  double number(const std::vector<std::string>& row, std::size_t column) const;
  // Fails where a field is not UTF-8, and says how to save the table.
  void requireUtf8(const std::vector<std::string>& row) const;

 private:
  int get() { return at_ < piece_.size() || refill() ? static_cast<unsigned char>(piece_[at_++]) : -1; }
  int peek() { return at_ < piece_.size() || refill() ? static_cast<unsigned char>(piece_[at_]) : -1; }
  bool refill();
  // Appends what needs no looking at: up to a separator, quote, line end or zero byte.
  void takeRun(std::string& field, bool quoted, std::size_t& bytes);

  std::filesystem::path path_;
  TextReader text_;
  std::string piece_;
  std::size_t at_ = 0;
  TableForm form_;
  std::size_t maxRowBytes_;
  std::uint64_t line_ = 0, rowLine_ = 0;
  bool endedWithFile_ = false;
  std::vector<std::string> header_;
};

}  // namespace kinglet::base
