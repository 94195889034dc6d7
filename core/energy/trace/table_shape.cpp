#include "energy/trace/table_shape.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "energy/trace/column_heads.h"
#include "energy/trace/stamp.h"
#include "energy/trace/text_lines.h"

namespace kinglet::energy {
namespace {

constexpr std::size_t kMostLines = 300, kMostBytes = 1 << 18, kRun = 5, kRows = 100;
constexpr std::string_view kSeparators = "\t;,| ";

bool digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<std::string> cellsOf(std::string_view line, char separator) {
  std::vector<std::string_view> fields;
  splitFields(line, separator, fields);
  std::vector<std::string> cells(fields.begin(), fields.end());
  if (separator != ' ') return cells;
  // "Time (s) Current (mA)": what stands in brackets belongs to the word before it.
  std::vector<std::string> joined;
  for (const std::string& cell : cells)
    if (!joined.empty() && !cell.empty() && (cell[0] == '(' || cell[0] == '['))
      joined.back() += " " + cell;
    else
      joined.push_back(cell);
  return joined;
}

std::size_t filled(const std::vector<std::string>& cells) {
  std::size_t count = cells.size();
  while (count > 0 && cells[count - 1].empty()) --count;
  return count;
}

// "3.3 V", "12mA": a figure and its unit in one cell.
bool hasUnitBehind(std::string_view cell, bool decimalComma) {
  const auto end = cell.find_last_of("0123456789");
  return end != std::string_view::npos && end + 1 < cell.size() &&
         quantityOf(cell.substr(end + 1)).has_value() && figureIn(cell.substr(0, end + 1), decimalComma);
}

bool isFigure(std::string_view cell) {
  return figureIn(cell, false) || figureIn(cell, true) || hasThousands(cell) ||
         stampKindOf(cell, false) != StampKind::none || hasUnitBehind(cell, false) ||
         hasUnitBehind(cell, true);
}

struct Judged {
  std::vector<std::string> cells;
  std::size_t figures = 0, words = 0;
  bool isRow() const { return figures > 0 && figures >= words; }
};

Judged judge(std::string_view line, char separator) {
  Judged row{cellsOf(line, separator)};
  for (const std::string& cell : row.cells) {
    if (isFigure(cell))
      ++row.figures;
    else if (!isMissing(cell))
      ++row.words;
  }
  return row;
}

// The text of a head behind a mark of comments.
std::string_view withoutMark(std::string_view line) {
  while (!line.empty() && (line.front() == '#' || line.front() == '/' || line.front() == '%' ||
                           line.front() == ';' || line.front() == ' '))
    line.remove_prefix(1);
  return line;
}

bool namesColumns(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return readHead(cell).quantity != Quantity::other; });
}

bool isUnits(const std::vector<std::string>& cells) {
  std::size_t units = 0, others = 0;
  for (const std::string& cell : cells) {
    if (quantityOf(cell))
      ++units;
    else if (!cell.empty())
      ++others;
  }
  return units > 0 && units >= others;
}

struct Reading {
  char separator = ',';
  double score = -1;
  std::size_t first = 0, columns = 0;  // the first row of figures, as an index of lines
  std::optional<std::size_t> head, units;
};

void findHead(const std::vector<std::string>& lines, Reading& reading) {
  // Heads may name a column more than rows fill; a separator may end the rows, or the heads.
  const auto fits = [&](const std::vector<std::string>& cells) {
    const std::size_t count = filled(cells);
    return count > 0 && cells.size() + 1 >= reading.columns &&
           (count <= reading.columns || namesColumns(cells));
  };
  std::optional<std::size_t> commented;
  for (std::size_t i = reading.first; i-- > 0;) {
    if (base::trimmed(lines[i]).empty()) continue;
    const bool remark = isRemark(lines[i], reading.separator);
    const auto cells =
        cellsOf(remark ? withoutMark(lines[i]) : std::string_view(lines[i]), reading.separator);
    if (!fits(cells) || judge(lines[i], reading.separator).isRow()) {
      if (!remark) break;
      continue;
    }
    if (!reading.units && isUnits(cells) && i > 0 && !commented) {
      reading.units = i;
      continue;
    }
    if (remark && !namesColumns(cells)) continue;
    if (remark) {
      if (!commented) commented = i;
      continue;
    }
    reading.head = i;
    return;
  }
  reading.head = commented;
  if (!reading.head && reading.units) {  // heads that are units alone: "ms,mA,V"
    reading.head = reading.units;
    reading.units.reset();
  }
}

Reading readAs(const std::vector<std::string>& lines, char separator) {
  Reading reading;
  reading.separator = separator;
  std::vector<std::pair<std::size_t, Judged>> rows;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!isRemark(lines[i], separator)) rows.emplace_back(i, judge(lines[i], separator));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::size_t columns = rows[r].second.cells.size();
    std::size_t run = 0;
    while (r + run < rows.size() && run < kRun && rows[r + run].second.isRow() &&
           rows[r + run].second.cells.size() == columns)
      ++run;
    // The last line of a short file may be cut.
    if (run < kRun && (run == 0 || r + run + 1 < rows.size())) continue;
    reading.first = rows[r].first;
    reading.columns = columns;
    double figures = 0, all = 0;
    for (std::size_t i = r; i < std::min(rows.size(), r + 20); ++i) {
      figures += static_cast<double>(rows[i].second.figures);
      all += static_cast<double>(rows[i].second.figures + rows[i].second.words);
    }
    findHead(lines, reading);
    const bool isLonger = reading.head && filled(cellsOf(lines[*reading.head], separator)) > columns;
    reading.score = figures / all +
                    (isLonger       ? 0.5
                     : reading.head ? 1
                                    : 0) +
                    (columns > 1 ? 0.5 : 0) + 0.01 * static_cast<double>(std::min<std::size_t>(columns, 20));
    return reading;
  }
  return reading;
}

// No row of figures: which line would name the columns?
Reading headAlone(const std::vector<std::string>& lines) {
  Reading best;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const char separator : kSeparators) {
      const auto cells = cellsOf(withoutMark(lines[i]), separator);
      const double score = static_cast<double>(cells.size());
      if (namesColumns(cells) && score > best.score && (separator != ' ' || cells.size() > 1))
        best = {separator, score, lines.size(), cells.size(), i, std::nullopt};
    }
  return best;
}

class Complaint {
 public:
  Complaint(const std::filesystem::path& path, std::uint64_t line) : path_(path), line_(line) {}
  [[noreturn]] void operator()(const base::Message& what) const {
    throw base::Error("%1, line %2: %3", path_, line_, what);
  }

 private:
  const std::filesystem::path& path_;
  std::uint64_t line_;
};

void judgeDecimals(const std::filesystem::path& path, TableShape& shape) {
  bool points = false, commas = false, open = true;
  std::string example;
  std::uint64_t line = shape.firstRow;
  for (const auto& row : shape.rows) {
    const Complaint fail(path, line++);
    for (const std::string& cell : row) {
      const bool comma = cell.find(',') != std::string::npos;
      if (figureIn(cell, false)) {
        points = points || cell.find('.') != std::string::npos;
      } else if (comma && (figureIn(cell, true) || hasUnitBehind(cell, true))) {
        commas = true;
        // Of cells in quotes between commas, "1,234" may be a thousand; "0,5" and "12,34" cannot.
        const auto at = cell.find(',');
        const bool thousand = cell.size() == at + 4 && at >= 1 && at <= 3 && digit(cell[0]) && cell[0] != '0';
        open = open && thousand && shape.separator == ',';
        if (example.empty()) example = cell;
      } else if (hasThousands(cell)) {
        fail(base::Message("the figure \"%1\" separates its thousands; export figures without that", cell));
      }
    }
    if (points && commas)
      fail(base::Message(
          "some figures are written with a decimal point and some (\"%1\") with a comma; export "
          "all of them one way, and without separators of thousands",
          example));
  }
  if (commas && open)
    Complaint(path, shape.firstRow)(base::Message(
        "\"%1\" may be a thousand or a decimal comma; export figures without separators of thousands",
        example));
  shape.decimalComma = commas;
}

std::vector<std::string> linesOf(TextLines& text) {
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  while (lines.size() < kMostLines && bytes < kMostBytes) {
    const auto line = text.next();
    if (!line) break;
    lines.emplace_back(*line);
    bytes += line->size();
  }
  return lines;
}

}  // namespace

bool isMissing(std::string_view cell) {
  if (cell.empty()) return true;
  if (cell.size() > 12) return false;
  std::string text = base::lowerCase(cell);
  if (text[0] == '-' || text[0] == '+') text.erase(0, 1);
  static constexpr std::string_view kWords[]{
      "",          "nan",  "nan(ind)", "inf",     "infinity", "1.#ind",   "1.#qnan",
      "1.#inf",    "null", "none",     "na",      "n/a",      "-",        "--",
      "ol",        "ovl",  "ovf",      "ovfl",    "over",     "overflow", "overload",
      "overrange", "err",  "error",    "invalid", "?",        "***",      "#n/a"};
  return std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords) ||
         text.find_first_not_of("-*?") == std::string::npos;
}

bool hasThousands(std::string_view cell) {
  if (!cell.empty() && (cell[0] == '-' || cell[0] == '+')) cell.remove_prefix(1);
  std::size_t groups = 0, at = 0;
  std::string_view mark;
  while (at < cell.size() && digit(cell[at])) ++at;
  if (at == 0 || at > 3) return false;
  while (at < cell.size()) {
    std::string_view here;
    for (const std::string_view known :
         {",", ".", "'", " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x99", "\xA0"})
      if (here.empty() && cell.substr(at).starts_with(known)) here = known;
    if (here.empty() || (groups > 0 && here != mark)) break;
    std::size_t digits = 0;
    while (at + here.size() + digits < cell.size() && digit(cell[at + here.size() + digits])) ++digits;
    if (digits != 3) break;
    mark = here;
    at += here.size() + 3;
    ++groups;
  }
  if (groups == 0) return false;
  if (at == cell.size()) return groups > 1 || (mark != "," && mark != ".");
  // A decimal mark of the other kind, and its digits.
  if ((cell[at] != '.' && cell[at] != ',') || mark == cell.substr(at, 1)) return false;
  return cell.find_first_not_of("0123456789", at + 1) == std::string_view::npos;
}

bool isRemark(std::string_view line, char separator) {
  const auto at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return true;
  const std::string_view text = line.substr(at);
  return text[0] == '#' || text[0] == '%' || text.starts_with("//") || (text[0] == ';' && separator != ';');
}

TableShape sniffShape(const std::filesystem::path& path) {
  TextLines text(path);
  const std::vector<std::string> lines = linesOf(text);
  if (std::all_of(lines.begin(), lines.end(), [](const auto& line) { return base::trimmed(line).empty(); }))
    throw base::Error("%1 is empty; a recording with a row of heads is needed", path);
  Reading best;
  const std::string first = base::lowerCase(lines[0]);
  const char said = first.starts_with("sep=") && first.size() >= 5 ? lines[0][4] : '\0';
  for (const char separator : kSeparators) {
    if (said != '\0' && separator != said) continue;
    const Reading reading = readAs(lines, separator);
    if (reading.score > best.score + 1e-9) best = reading;
  }
  if (best.score < 0) best = headAlone(lines);
  if (best.score < 0)
    throw base::Error("%1 holds no table of figures; export the recording as CSV, with a row of heads", path);

  if (!best.head && best.first > 0 && best.first < lines.size()) {
    const auto cells = cellsOf(lines[best.first - 1], best.separator);
    if (namesColumns(cells))
      Complaint(path, best.first + 1)(base::Message(
          "the row has %1 cells and the heads above it name %2; where commas are decimal marks, export with "
          "semicolons or tabs between the columns",
          best.columns, filled(cells)));
  }

  TableShape shape;
  shape.separator = best.separator;
  shape.encoding = text.encoding();
  shape.columns = best.columns;
  if (best.head) {
    shape.headLine = lines[*best.head];
    shape.hashHead = isRemark(shape.headLine, best.separator);
    for (const std::string& cell : cellsOf(
             shape.hashHead ? withoutMark(shape.headLine) : std::string_view(shape.headLine), best.separator))
      shape.heads.push_back(base::trimmed(base::shownText(cell)));
    while (!shape.heads.empty() && shape.heads.back().empty()) shape.heads.pop_back();
  }
  if (best.units) {
    shape.unitLine = lines[*best.units];
    for (const std::string& cell : cellsOf(lines[*best.units], best.separator)) shape.units.push_back(cell);
    shape.units.resize(shape.heads.size());
  }
  for (std::size_t i = 0; i < std::min(best.first, lines.size()); ++i)
    if (i != best.head && i != best.units) shape.preamble.push_back(lines[i]);
  for (std::size_t i = best.first; i < lines.size() && shape.rows.size() < kRows; ++i) {
    if (isRemark(lines[i], best.separator) || lines[i] == shape.headLine) continue;
    if (shape.firstRow == 0) shape.firstRow = i + 1;
    shape.rows.push_back(cellsOf(lines[i], best.separator));
  }
  judgeDecimals(path, shape);
  return shape;
}

}  // namespace kinglet::energy
