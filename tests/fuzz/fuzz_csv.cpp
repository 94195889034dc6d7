// Tables of text, as every reader of tables gets at them.
#include "base/csv.h"
#include "base/table_form.h"
#include "base/text_encoding.h"
#include "reader.h"

namespace kinglet::fuzz {
namespace {

constexpr int kMostRefused = 1000;

void readAll(base::CsvReader&& csv) {
  csv.readHeader();
  csv.findColumnLike({"path", "file"});
  // A table whose rows are all refused throws once a row, which takes longer than the reading; a reader stops at the
  // first.
  int refused = 0;
  const auto once = [&](const auto& read) {
    if (refused >= kMostRefused) return;
    ++refused;
    attempt([&] {
      read();
      --refused;
    });
  };
  for (std::vector<std::string> row; csv.next(row);) {
    require(!row.empty(), "a row has cells");
    for (std::size_t i = 0; i < row.size() && i < csv.header().size(); ++i) {
      base::tableFigure(row[i], true);
      base::tableFigure(row[i], false);
    }
    once([&] { csv.requireUtf8(row); });
    once([&] { csv.number(row, 0); });
  }
}

}  // namespace

void read(std::string_view bytes) {
  const std::filesystem::path path = file("x.csv", bytes);
  attempt([&] {
    const base::TableForm form = base::sniffTable(path);
    base::tableFormText(form).english();
    readAll(base::CsvReader(path, form));
  });
  attempt([&] { readAll(base::CsvReader(path)); });
  base::plainName(bytes.substr(0, 1000));
  base::unitInName(bytes.substr(0, 1000));
  base::guessEncoding(bytes.substr(0, 1000), bytes.size() <= 1000);
}

}  // namespace kinglet::fuzz
