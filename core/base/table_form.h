// How a table of text was written: by what its cells are separated, in which encoding, with which decimal
// mark; and names of columns as people spell them. For tables that come from anywhere: CsvReader takes a
// form.
//
//   base::CsvReader csv(path, base::sniffTable(path));
//   csv.readHeader();
//   const auto time = csv.findColumnLike({"time", "timestamp"});   // "Time (s)", "TIMESTAMP", "time_s" ...
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "base/text_encoding.h"

namespace kinglet::base {

struct TableForm {
  Encoding encoding = Encoding::utf8;
  char separator = ',';           // one of , ; tab |
  bool namesSeparator = false;    // the first line is "sep=;" or the like, as Excel writes it, and no row
  bool carriageReturns = false;   // rows end in a carriage return alone (old Mac)
  bool decimalComma = false;      // figures are written 0,5; never where the comma separates
  std::optional<bool> hasHeader;  // whether the first row names the columns; nothing: figures do not tell
  std::size_t columns = 0;        // cells of most rows
};

// By the first 64 kB, at most 200 rows of them. Lines that begin with # do not count, as long as others are
// there. Falls back to commas. Throws Error when the file cannot be read.
TableForm sniffTable(const std::filesystem::path& path);

// What is unusual of it, for a note: "separated by semicolons, decimal commas, UTF-16"; empty where nothing
// is.
Message tableFormText(const TableForm& form);

// The whole of a cell, blanks around it aside, as one finite figure. With decimalComma "0,5" and "1.234,5"
// are figures, and a point is one of a thousand: "1.234" is 1234, "1.5" is none.
std::optional<double> tableFigure(std::string_view cell, bool decimalComma);

// A column's name without what spellings differ by: small letters, no blanks, no marks, nothing in brackets
// when something stands before them: "File_Name" -> "filename", "Begin Time (s)" -> "begintime", " Label " ->
// "label".
std::string plainName(std::string_view name);
// What stands in the last pair of brackets of a name, or behind its last underscore: "Begin Time (s)" -> "s",
// "current[mA]" -> "mA", "power_uW" -> "uW"; empty where nothing does.
std::string unitInName(std::string_view name);

}  // namespace kinglet::base
