#include "base/table_form.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "base/error.h"
#include "base/format.h"
#include "base/text.h"

namespace kinglet::base {
namespace {

constexpr std::size_t kHead = 1 << 16, kRows = 200;
constexpr std::array kSeparators{'\t', ',', ';', '|'};  // of equals the first

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// Rows of the head: lines, put together where a quoted cell runs over several of them.
std::vector<std::string> rowsOf(std::string_view text, char lineEnd, bool whole) {
  std::vector<std::string> rows;
  std::string row;
  std::size_t quotes = 0;
  while (!text.empty() && rows.size() < kRows) {
    const auto end = text.find(lineEnd);
    if (end == std::string_view::npos && !whole && !rows.empty()) break;  // cut by the head's end
    const std::string_view line = text.substr(0, end);
    row += line;
    quotes += static_cast<std::size_t>(std::count(line.begin(), line.end(), '"'));
    text.remove_prefix(std::min(end == std::string_view::npos ? text.size() : end + 1, text.size()));
    if (quotes % 2 == 1 && !text.empty() && row.size() < kHead / 4) {
      row += ' ';
      continue;
    }
    quotes = 0;
    if (!trimmed(row).empty()) rows.push_back(row);
    row.clear();
  }
  return rows;
}

std::vector<std::string> cellsOf(std::string_view row, char separator) {
  std::vector<std::string> cells{""};
  bool quoted = false;
  for (const char c : row) {
    if (c == '"')
      quoted = !quoted;
    else if (c == separator && !quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  for (std::string& cell : cells) cell = trimmed(cell);
  return cells;
}

struct Reading {
  char separator = ',';
  std::size_t columns = 1;  // of most rows
  double agreeing = 0;      // share of rows with as many
  bool firstAgrees = false;
  double score() const { return columns < 2 ? 0 : agreeing + (firstAgrees ? 1 : 0); }
};

Reading readAs(const std::vector<std::string>& rows, char separator) {
  std::map<std::size_t, std::size_t> counts;
  for (const std::string& row : rows) ++counts[cellsOf(row, separator).size()];
  Reading reading{separator, 1, 0, false};
  std::size_t most = 0;
  for (const auto& [columns, count] : counts)
    if (count >= most) most = count, reading.columns = columns;
  reading.agreeing = double(most) / double(rows.size());
  reading.firstAgrees = cellsOf(rows.front(), separator).size() == reading.columns;
  return reading;
}

// "0,5": every comma stands between two digits of a cell, so commas may be decimal marks.
bool commasAreDecimal(const std::vector<std::string>& rows) {
  bool any = false;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::string& row = rows[r];
    for (std::size_t i = row.find(','); i != std::string::npos; i = row.find(',', i + 1)) {
      if (i == 0 || i + 1 == row.size() || !isDigit(row[i - 1]) || !isDigit(row[i + 1])) return false;
      any = true;
    }
  }
  return any;
}

char separatorOf(const std::vector<std::string>& rows) {
  std::vector<Reading> readings;
  for (const char separator : kSeparators) readings.push_back(readAs(rows, separator));
  const bool decimal = commasAreDecimal(rows);
  const auto other = [&](const Reading& r) { return r.separator != ',' && r.firstAgrees && r.score() > 1.5; };
  if (decimal && std::any_of(readings.begin(), readings.end(), other))
    std::erase_if(readings, [](const Reading& r) { return r.separator == ','; });
  const auto best = std::max_element(readings.begin(), readings.end(),
                                     [](const auto& a, const auto& b) { return a.score() < b.score(); });
  return best->score() > 0 ? best->separator : ',';
}

// "1,5", "-0,25e3", "1.234,5", or with the marks the other way round.
bool hasDecimals(std::string_view cell, char mark) {
  return cell.find(mark) != std::string_view::npos && tableFigure(cell, mark == ',');
}

void judgeFigures(const std::vector<std::string>& rows, TableForm& form) {
  std::size_t commas = 0, points = 0;
  std::map<std::size_t, std::size_t> figures;  // a column
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto cells = cellsOf(rows[r], form.separator);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      commas += form.separator != ',' && hasDecimals(cells[i], ',');
      points += hasDecimals(cells[i], '.');
      if (tableFigure(cells[i], false) || (form.separator != ',' && tableFigure(cells[i], true)))
        ++figures[i];
    }
  }
  const auto first = cellsOf(rows.front(), form.separator);
  const bool firstHasFigures = std::any_of(first.begin(), first.end(), [&](const std::string& cell) {
    return tableFigure(cell, false) || (form.separator != ',' && tableFigure(cell, true));
  });
  if (firstHasFigures) {
    form.hasHeader = false;
    for (const std::string& cell : first) {
      commas += form.separator != ',' && hasDecimals(cell, ',');
      points += hasDecimals(cell, '.');
    }
  } else if (std::any_of(figures.begin(), figures.end(),
                         [&](const auto& column) { return 2 * column.second >= rows.size() - 1; })) {
    form.hasHeader = true;
  }
  // "1.234" of a table with decimal commas counts among the points as well.
  form.decimalComma = commas > points;
}

}  // namespace

TableForm sniffTable(const std::filesystem::path& path) {
  TableForm form;
  bool whole = false;
  {
    RegularStream in(path);
    std::string head(kHead, '\0');
    in.read(head.data(), kHead);
    head.resize(static_cast<std::size_t>(in.gcount()));
    whole = head.size() < kHead;
    form.encoding = guessEncoding(head, whole);
  }
  TextReader reader(path, form.encoding);
  std::string text;
  reader.next(text);
  form.carriageReturns = text.find('\n') == std::string::npos && text.find('\r') != std::string::npos;
  std::vector<std::string> rows = rowsOf(text, form.carriageReturns ? '\r' : '\n', whole);
  if (rows.empty()) return form;
  const std::string first = lowerCase(trimmed(rows.front()));
  for (const std::string_view said : {"sep=", "\"sep="}) {
    if (!first.starts_with(said) || first.size() > said.size() + 2) continue;
    form.namesSeparator = true;
    // A tab at the end of the line is there in the row as it stands, not in the trimmed one.
    const std::size_t at = rows.front().find('=') + 1;
    form.separator = at < rows.front().size() && rows.front()[at] != '\r' ? rows.front()[at] : '\t';
  }
  if (form.namesSeparator) rows.erase(rows.begin());
  const auto isRemark = [](const std::string& row) { return trimmed(row).starts_with('#'); };
  if (!std::all_of(rows.begin(), rows.end(), isRemark)) std::erase_if(rows, isRemark);
  if (rows.empty()) return form;
  if (!form.namesSeparator) form.separator = separatorOf(rows);
  form.columns = readAs(rows, form.separator).columns;
  judgeFigures(rows, form);
  return form;
}

Message tableFormText(const TableForm& form) {
  const Message separator = form.separator == ';'    ? Message("separated by semicolons")
                            : form.separator == '\t' ? Message("separated by tabs")
                            : form.separator == '|'  ? Message("separated by |")
                                                     : Message();
  const auto joined = [](const Message& before, const Message& after) {
    if (before.empty()) return after;
    if (after.empty()) return before;
    return Message("%1, %2", before, after);
  };
  Message text = joined(separator, form.decimalComma ? Message("decimal commas") : Message());
  if (form.encoding != Encoding::utf8)
    text = joined(text, Message("in the encoding %1", nameOf(form.encoding)));
  return text;
}

std::optional<double> tableFigure(std::string_view cell, bool decimalComma) {
  constexpr const char* kBlank = " \t\r\n";
  const auto begin = std::min(cell.find_first_not_of(kBlank), cell.size());
  const std::string_view text = cell.substr(begin, cell.find_last_not_of(kBlank) + 1 - begin);
  if (!decimalComma) return number(text);
  const auto comma = text.find(',');
  std::string plain;
  std::size_t digits = 0, points = 0;  // since the last point
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ',') {
      if (i != comma || (points > 0 && digits != 3)) return std::nullopt;
      plain += '.';
      points = 0;
    } else if (c == '.') {
      // Points part thousands: one to three digits before the first, three before each other.
      if (i > comma || digits == 0 || digits > 3 || (points > 0 && digits != 3)) return std::nullopt;
      ++points;
      digits = 0;
    } else {
      plain += c;
      digits += isDigit(c);
    }
  }
  if (points > 0 && digits != 3) return std::nullopt;
  return number(plain);
}

std::string plainName(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if ((c == '(' || c == '[' || c == '{') && !plain.empty()) break;
    const auto byte = static_cast<unsigned char>(c);
    if (isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80) plain += c;
  }
  return lowerCase(plain);
}

std::string unitInName(std::string_view name) {
  const std::string text = trimmed(name);
  const auto open = text.find_last_of("([{");
  if (open != std::string::npos && open > 0) {
    const auto close = text.find_first_of(")]}", open);
    return trimmed(std::string_view(text).substr(
        open + 1, close == std::string::npos ? std::string::npos : close - open - 1));
  }
  const auto underscore = text.rfind('_');
  return underscore == std::string::npos || underscore == 0 ? std::string() : text.substr(underscore + 1);
}

}  // namespace kinglet::base
