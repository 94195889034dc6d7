// The lines of a text file of any size, whatever program or system wrote it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_encoding.h"

namespace kinglet::energy {

// In any encoding that base::guessEncoding() knows; lines that end in LF, CRLF or CR alone. Holds a megabyte
// or two, however long the file. Throws base::Error where the file cannot be read, is binary, or has a line
// over a megabyte.
class TextLines {
 public:
  explicit TextLines(const std::filesystem::path& path);

  // The next line, without its end, as UTF-8; valid until the next call. Nothing at the end of the file.
  std::optional<std::string_view> next();
  std::uint64_t line() const { return line_; }  // of the line last returned, from 1
  bool ended() const { return ended_; }         // the line last returned had a line end
  base::Encoding encoding() const { return encoding_; }
  double share() const;  // of the file that was read, 0 to 1, about
  const std::filesystem::path& path() const { return path_; }

 private:
  bool refill();

  std::filesystem::path path_;
  base::Encoding encoding_;
  base::TextReader text_;
  double size_ = 0, read_ = 0;
  std::string buffer_, piece_;
  std::size_t at_ = 0;  // of the next line in buffer_
  char end_ = '\n';
  bool ended_ = false;
  std::uint64_t line_ = 0;
};

// Fields of a line, blanks and quotes around them taken off; a separator of ' ' is a run of blanks or tabs.
// fields is emptied first. What stands in quotes keeps its doubled quotes.
void splitFields(std::string_view line, char separator, std::vector<std::string_view>& fields);

}  // namespace kinglet::energy
