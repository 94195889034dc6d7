#include "base/text_encoding.h"

#include <array>
#include <cstdint>

#include "base/error.h"
#include "base/text.h"

namespace kinglet::base {
namespace {

constexpr std::size_t kPiece = 1 << 16;
constexpr char32_t kUnknown = 0xFFFD;

// What 0x80 to 0x9F mean in Windows-1252 (Unicode consortium, CP1252.TXT); 0: undefined there. All other
// bytes are those of Latin-1.
constexpr std::array<char16_t, 32> kWindows{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                            0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool isUtf16(Encoding encoding) {
  return encoding == Encoding::utf16le || encoding == Encoding::utf16be;
}

// Half of the bytes zero, all at even or all at odd places: letters of Europe in UTF-16 without a mark.
std::optional<Encoding> markless(std::string_view head) {
  if (head.size() < 8) return std::nullopt;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == 0;
  const std::size_t half = head.size() / 2, many = half * 3 / 4, few = half / 20;
  if (zeros[1] >= many && zeros[0] <= few) return Encoding::utf16le;
  if (zeros[0] >= many && zeros[1] <= few) return Encoding::utf16be;
  return std::nullopt;
}

std::optional<Encoding> utf16(std::string_view head) {
  if (head.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (head.starts_with("\xFE\xFF")) return Encoding::utf16be;
  return markless(head);
}

}  // namespace

const char* nameOf(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf16le:
    case Encoding::utf16be:
      return "UTF-16";
    case Encoding::windows1252:
      return "Windows-1252";
  }
  return "";
}

Encoding guessEncoding(std::string_view head, bool whole) {
  if (const auto wide = utf16(head)) return *wide;
  if (whole) return isUtf8(head) ? Encoding::utf8 : Encoding::windows1252;
  // The last character may be cut: at most three bytes of it are there.
  for (std::size_t cut = 0; cut <= 3 && cut <= head.size(); ++cut)
    if (isUtf8(head.substr(0, head.size() - cut))) return Encoding::utf8;
  return Encoding::windows1252;
}

TextReader::TextReader(const std::filesystem::path& path, std::optional<Encoding> encoding) : in_(path) {
  bytes_.resize(kPiece);
  in_.read(bytes_.data(), kPiece);
  bytes_.resize(static_cast<std::size_t>(in_.gcount()));
  encoding_ = encoding ? *encoding : utf16(bytes_).value_or(Encoding::utf8);
  const std::string_view mark = encoding_ == Encoding::utf8      ? "\xEF\xBB\xBF"
                                : encoding_ == Encoding::utf16le ? "\xFF\xFE"
                                : encoding_ == Encoding::utf16be ? "\xFE\xFF"
                                                                 : "";
  if (bytes_.starts_with(mark)) bytes_.erase(0, mark.size());
}

bool TextReader::next(std::string& piece) {
  piece.clear();
  if (!isFirst_) {
    const std::size_t kept = bytes_.size();
    bytes_.resize(kept + kPiece);
    in_.read(bytes_.data() + kept, kPiece);
    bytes_.resize(kept + static_cast<std::size_t>(in_.gcount()));
  }
  isFirst_ = false;
  if (bytes_.empty()) return false;
  if (isUtf16(encoding_)) {
    decodeUtf16(piece);
  } else if (encoding_ == Encoding::windows1252) {
    for (const char byte : bytes_) {
      const auto c = static_cast<unsigned char>(byte);
      const char32_t shown = c >= 0x80 && c < 0xA0 ? char32_t(kWindows[c - 0x80u]) : char32_t(c);
      append(piece, shown == 0 && c != 0 ? kUnknown : shown);
    }
    bytes_.clear();
  } else {
    piece.swap(bytes_);
  }
  // A file that holds nothing but its mark, or a piece that holds half a character.
  return !piece.empty() || next(piece);
}

void TextReader::decodeUtf16(std::string& piece) {
  const bool atEnd = !in_;
  const std::size_t low = encoding_ == Encoding::utf16le ? 0 : 1;
  const auto unit = [&](std::size_t i) {
    return char32_t(static_cast<unsigned char>(bytes_[i + low])) |
           char32_t(static_cast<unsigned char>(bytes_[i + 1 - low])) << 8;
  };
  std::size_t i = 0;
  for (; i + 2 <= bytes_.size(); i += 2) {
    const char32_t first = unit(i);
    if (first < 0xD800 || first > 0xDFFF) {
      append(piece, first);
    } else if (first <= 0xDBFF && i + 4 <= bytes_.size()) {
      const char32_t second = unit(i + 2);
      const bool isPair = second >= 0xDC00 && second <= 0xDFFF;
      append(piece, isPair ? 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00) : kUnknown);
      if (isPair) i += 2;
    } else if (first <= 0xDBFF && !atEnd) {
      break;  // its other half is in the next piece
    } else {
      append(piece, kUnknown);
    }
  }
  bytes_.erase(0, i);
  if (atEnd && !bytes_.empty()) {
    append(piece, kUnknown);
    bytes_.clear();
  }
}

}  // namespace kinglet::base
