// How the table of a recording is laid out: what stands before it, what separates its cells, which row names
// the columns, whether a row of units follows, how figures are written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_encoding.h"

namespace kinglet::energy {

struct TableShape {
  char separator = ',';  // one of , ; tab | or ' ' for runs of blanks
  bool decimalComma = false;
  base::Encoding encoding = base::Encoding::utf8;
  std::vector<std::string> preamble;           // lines before the heads: what the meter says of itself
  std::vector<std::string> heads;              // of the columns; empty where no row names them
  std::vector<std::string> units;              // of the row of units below; as many as heads, or none
  std::string unitLine;                        // that row as it stands in the file
  std::string headLine;                        // the row of heads as it stands in the file: loggers repeat it
  bool hashHead = false;                       // it begins with a mark of comments: "#time,current"
  std::uint64_t firstRow = 0;                  // the line of the first row of figures; 0 where there is none
  std::size_t columns = 0;                     // cells of that row
  std::vector<std::vector<std::string>> rows;  // some of the first rows of figures
};

// By the first lines. Throws base::Error where the file is no text or empty, where figures have separated
// thousands, or where decimal commas cannot be told from separating ones.
TableShape sniffShape(const std::filesystem::path& path);

// Cells that stand for no figure: empty, NaN, inf, OVL, "---" …
bool isMissing(std::string_view cell);
// "1,234.5", "1.234,5", "1'234.5", "1 234.5": thousands are separated.
bool hasThousands(std::string_view cell);
// Lines that are no row: empty, or a remark behind #, //, % or ;.
bool isRemark(std::string_view line, char separator);

}  // namespace kinglet::energy
