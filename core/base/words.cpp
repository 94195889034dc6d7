#include "base/words.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

#include "base/format.h"
#include "base/text.h"
#include "base/utf8.h"

namespace kinglet::base {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Calls character(bytes, code) for each; what is no UTF-8 or would be obeyed arrives as U+FFFD. Line breaks
// and tabs: as they are where `lines`, else as a blank.
template <class Character>
void forEach(std::string_view text, bool lines, const Character& character) {
  while (!text.empty()) {
    const Utf8 next = nextCharacter(text);
    if (text.starts_with("\r\n")) {
      text.remove_prefix(1);
      continue;
    }
    if (next.code == '\n' || next.code == '\t')
      lines ? character(text.substr(0, 1), next.code) : character(std::string_view(" "), std::uint32_t(' '));
    else if (!next.valid || isUnseen(next.code))
      character(kReplacement, std::uint32_t(0xFFFD));
    else
      character(text.substr(0, next.bytes), next.code);
    text.remove_prefix(next.bytes);
  }
}

std::string octal(unsigned char c) {
  return {'\\', char('0' + (c >> 6)), char('0' + (c >> 3 & 7)), char('0' + (c & 7))};
}

bool isAscii(std::uint32_t code) {
  return code >= 0x20 && code < 0x7F;
}

// A formula's first character, the wide forms of East Asia too.
bool beginsFormula(std::string_view cell) {
  while (!cell.empty() && (cell[0] == ' ' || cell[0] == '"' || cell[0] == '\'')) cell.remove_prefix(1);
  if (cell.empty()) return false;
  if (std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos)
    return !number(trimmed(cell)).has_value();
  for (const std::string_view wide :
       {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0", "\xE2\x88\x92"})
    if (cell.starts_with(wide)) return true;
  return false;
}

}  // namespace

std::string cComment(std::string_view text) {
  std::string out;
  forEach(text, false, [&](std::string_view bytes, std::uint32_t code) {
    // A backslash could join this line with the next.
    if (code == '\\') code = '/', bytes = "/";
    const char last = out.empty() ? ' ' : out.back();
    // A blank between what would end a comment, open another or be a trigraph.
    if ((code == '/' && (last == '*' || out.empty())) || (code == '*' && last == '/') ||
        (code == '?' && last == '?'))
      out += ' ';
    out += bytes;
  });
  if (!out.empty() && (out.back() == '*' || out.back() == '/')) out += ' ';
  return out;
}

std::string cString(std::string_view text) {
  std::string out = "\"";
  forEach(text, true, [&](std::string_view bytes, std::uint32_t code) {
    const bool plain = isAscii(code) && code != '"' && code != '\\' && code != '?';
    for (const char c : bytes) plain ? out.push_back(c) : void(out += octal(static_cast<unsigned char>(c)));
  });
  return out + "\"";
}

std::string pythonString(std::string_view text) {
  std::string out = "\"";
  forEach(text, true, [&](std::string_view, std::uint32_t code) {
    constexpr std::string_view kHex = "0123456789abcdef";
    if (isAscii(code) && code != '"' && code != '\\') {
      out += static_cast<char>(code);
      return;
    }
    out += "\\U";
    for (int shift = 28; shift >= 0; shift -= 4) out += kHex[code >> shift & 15];
  });
  return out + "\"";
}

std::string markupText(std::string_view text) {
  std::string out;
  forEach(text, true, [&](std::string_view bytes, std::uint32_t code) {
    switch (code) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '`':
        out += "&#96;";
        break;
      default:
        out += bytes;
    }
  });
  return out;
}

std::string markdownText(std::string_view text) {
  const std::string clean = terminalText(text);
  const auto isIn = [](std::string_view set, char c) { return set.find(c) != std::string_view::npos; };
  const auto inWord = [&](std::size_t at) {
    return at < clean.size() && (std::isalnum(static_cast<unsigned char>(clean[at])) != 0);
  };
  std::string out;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      // At the beginning of a line some make a heading, a quotation, a list or a rule; "_" is plain in a
      // word.
      const bool marks = isIn("\\`*[]|~", c) || (c == '_' && !(i > 0 && inWord(i - 1) && inWord(i + 1))) ||
                         (i == 0 && isIn("#>+-=", c));
      if (marks) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string csvCell(std::string_view text) {
  std::string out;
  const std::string clean = terminalLines(text);
  std::string_view rest = clean;
  const bool quotes = clean.find_first_of(",\"\n\r;\t") != std::string::npos;
  // Spreadsheets of other countries separate cells by semicolons or tabs, whatever is quoted.
  while (true) {
    const std::size_t end = std::min(rest.find_first_of(";\t\n"), rest.size());
    const std::string_view piece = rest.substr(0, end);
    if (beginsFormula(piece) || (end == 0 && rest.starts_with('\t'))) out += '\'';
    out += piece;
    if (end == rest.size()) break;
    out += rest[end];
    rest.remove_prefix(end + 1);
  }
  if (!quotes) return out;
  std::string quoted = "\"";
  for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string terminalText(std::string_view text) {
  std::string out;
  forEach(text, false, [&](std::string_view bytes, std::uint32_t) { out += bytes; });
  return out;
}

std::string terminalLines(std::string_view text) {
  std::string out;
  forEach(text, true, [&](std::string_view bytes, std::uint32_t) { out += bytes; });
  return out;
}

}  // namespace kinglet::base
