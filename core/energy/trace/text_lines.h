// The lines of a text file of any size, whatever program or system wrote it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinglet::energy {

// Takes UTF-8 with or without a byte-order mark, UTF-16 of either byte order with or without one, and any
// single-byte encoding, which stays as it is; lines that end in LF, CRLF or CR alone. Holds a megabyte or
// two, however long the file. Throws base::Error where the file cannot be read, is binary, or has a line over
// a megabyte.
class TextLines {
 public:
  explicit TextLines(const std::filesystem::path& path);

  // The next line, without its end, as UTF-8 where the file was UTF-16; valid until the next call. Nothing at
  // the end of the file.
  std::optional<std::string_view> next();
  std::uint64_t line() const { return line_; }  // of the line last returned, from 1
  bool ended() const { return ended_; }         // the line last returned had a line end
  const char* encoding() const;                 // for people: "UTF-8", "UTF-16"
  double share() const;                         // of the file that was read, 0 to 1
  const std::filesystem::path& path() const { return path_; }

 private:
  enum class Encoding { bytes, utf16le, utf16be };
  bool refill();
  void recognise();
  void append(std::string_view raw);

  std::filesystem::path path_;
  std::ifstream in_;
  std::uintmax_t size_ = 0, read_ = 0;
  Encoding encoding_ = Encoding::bytes;
  std::string buffer_, chunk_;
  std::string odd_;     // of UTF-16: bytes whose character is not whole yet
  std::size_t at_ = 0;  // of the next line in buffer_
  char end_ = '\n';
  bool over_ = false, ended_ = false;
  std::uint64_t line_ = 0;
};

// Fields of a line, blanks and quotes around them taken off; a separator of ' ' is a run of blanks or tabs.
// fields is emptied first. What stands in quotes keeps its doubled quotes.
void splitFields(std::string_view line, char separator, std::vector<std::string_view>& fields);

}  // namespace kinglet::energy
