// Words of other languages: how text from a file (names of layers, classes, devices, studies, files) is
// written where something reads it as code, as markup or as commands. Whoever writes C, Python, markup, CSV,
// Markdown or to a terminal passes such text through one of these; JSON has base/json.h.
//
// All take any bytes: what is no UTF-8 becomes U+FFFD first, as do characters that change how the text around
// them is shown (control characters, escape sequences, overrides of direction, line separators).
#pragma once

#include <string>
#include <string_view>

namespace kinglet::base {

// What may stand between the slash-star and star-slash of a C comment: it neither ends the comment nor goes
// on in the next line, and holds no trigraph. Of one line.
std::string cComment(std::string_view text);
// A C string literal, with its quotes: printable ASCII, the rest as octal escapes; question marks are
// escaped, so that no trigraph comes about.
std::string cString(std::string_view text);
// A Python string literal (TorchScript's too), with its quotes; ASCII.
std::string pythonString(std::string_view text);
// Text of HTML, SVG and XML, and of their attributes in either quotes.
std::string markupText(std::string_view text);
// One line of a Markdown page, also as a cell of a table: every character that Markdown or HTML could take
// for its own is escaped.
std::string markdownText(std::string_view text);
// A cell of a CSV file, quoted where it needs quotes. What a spreadsheet would run as a formula (it begins
// with = + - @ or a tab, or does so behind a separator) gets an apostrophe in front; figures stay as they
// are.
std::string csvCell(std::string_view text);
// For one place on a terminal: no line break, nothing that the terminal would obey.
std::string terminalText(std::string_view text);
// The same of whole output: line breaks and tabs stay.
std::string terminalLines(std::string_view text);

}  // namespace kinglet::base
