// Text files in the encodings that people's programs write, read piece by piece as UTF-8.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/regular_file.h"

namespace kinglet::base {

// windows1252 is what older Windows programs call ANSI; Latin-1 is read the same way.
enum class Encoding { utf8, utf16le, utf16be, windows1252 };

const char* nameOf(Encoding encoding);  // "UTF-8", "UTF-16", "Windows-1252"

// The encoding of text by its beginning: a byte order mark; zero bytes at every other place (UTF-16 without a
// mark); otherwise UTF-8 where the text is UTF-8, and windows1252 where it is not. whole: the text is all
// there is, so that a sequence that is cut at its end counts as wrong.
Encoding guessEncoding(std::string_view head, bool whole);

// Throws Error when the file is a folder or cannot be read. Memory: one piece.
class TextReader {
 public:
  // Without an encoding: UTF-16 where the file begins like it, UTF-8 otherwise (bytes that are none are
  // handed on as they are, for the caller to judge). A byte order mark is left out.
  explicit TextReader(const std::filesystem::path& path, std::optional<Encoding> encoding = {});

  // The next piece of text, at most some hundred kilobytes; false at the end of the file. A piece may end
  // within a character of a UTF-8 file. What UTF-16 leaves undefined becomes U+FFFD.
  bool next(std::string& piece);

 private:
  void decodeUtf16(std::string& piece);

  RegularStream in_;
  Encoding encoding_ = Encoding::utf8;
  std::string bytes_;  // read, not yet decoded
  bool isFirst_ = true;
};

}  // namespace kinglet::base
