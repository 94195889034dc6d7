#include "base/table_form.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"

namespace kinglet::base {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// Text as UTF-16, of characters below U+10000.
std::string utf16(std::u16string_view text, bool bigEndian, bool mark) {
  std::string bytes;
  const auto add = [&](char16_t c) {
    const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    bytes += bigEndian ? high : low;
    bytes += bigEndian ? low : high;
  };
  if (mark) add(0xFEFF);
  for (const char16_t c : text) add(c);
  return bytes;
}

class TableFormTest : public testing::Test {
 protected:
  const std::filesystem::path& write(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    return path_;
  }
  TableForm sniff(const std::string& text) { return sniffTable(write(text)); }
  Rows read(const std::string& text) {
    CsvReader csv(write(text), sniffTable(write(text)));
    Rows rows;
    std::vector<std::string> row;
    while (csv.next(row)) rows.push_back(row);
    return rows;
  }
  void TearDown() override { std::filesystem::remove(path_); }
  const std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("kinglet-form-" + std::to_string(::getpid()) + ".csv");
};

TEST_F(TableFormTest, FindsTheSeparator) {
  EXPECT_EQ(sniff("path,label\na.wav,dog\n").separator, ',');
  EXPECT_EQ(sniff("path;label\na.wav;dog\n").separator, ';');
  EXPECT_EQ(sniff("path\tlabel\na.wav\tdog, small\n").separator, '\t');
  EXPECT_EQ(sniff("path|label\na.wav|dog\n").separator, '|');
  // What else stands in cells does not count: lists of labels, quoted commas, a title above.
  EXPECT_EQ(sniff("path,label\na.wav,dog;cat\nb.wav,dog;cow\n").separator, ',');
  EXPECT_EQ(sniff("path;label\na.wav;\"dog, cat\"\nb.wav;x, y\n").separator, ';');
  EXPECT_EQ(sniff("fname,labels,mids\n1,\"a,b,c\",\"/m/1,/m/2\"\n2,a,/m/1\n").separator, ',');
  EXPECT_EQ(sniff("# of 2026; by us\npath,label\na,b\n").separator, ',');
  EXPECT_EQ(sniff("path\na.wav\n").separator, ',');
  EXPECT_EQ(sniff("").separator, ',');
  EXPECT_EQ(sniff("path|label;more\na|b;c;d\nb|c\n").separator, '|');
  EXPECT_EQ(sniff("a,b\n1,2\n3,4\n").columns, 2u);
}

TEST_F(TableFormTest, FindsDecimalCommas) {
  const TableForm form = sniff("Time (s);Current (mA);Voltage (V)\n0,0000;8,4;3,3\n0,0100;8,5;3,3\n");
  EXPECT_EQ(form.separator, ';');
  EXPECT_TRUE(form.decimalComma);
  EXPECT_EQ(form.hasHeader, true);
  EXPECT_EQ(tableFormText(form).english(), "separated by semicolons, decimal commas");
  EXPECT_EQ(sniff("0,5;1,5;dog\n1,5;2,5;cat\n").separator, ';');
  EXPECT_EQ(sniff("0,5;1,5;dog\n1,5;2,5;cat\n").hasHeader, false);
  EXPECT_TRUE(sniff("t\tx\n0,1\t1.234,5\n0,2\t1.234,5\n").decimalComma);
  EXPECT_FALSE(sniff("t;x\n0.1;1\n0.2;1\n").decimalComma);
  EXPECT_FALSE(sniff("a,b\n1,2\n3,4\n").decimalComma);
  EXPECT_FALSE(sniff("path,label\n0001,5;6\n0002,5;7\n").decimalComma);
}

TEST_F(TableFormTest, KnowsAHeaderByFigures) {
  EXPECT_EQ(sniff("path,label\na,b\n").hasHeader, std::nullopt);
  EXPECT_EQ(sniff("path,start\na,0.5\n").hasHeader, true);
  EXPECT_EQ(sniff("a.wav,0.5\nb.wav,1\n").hasHeader, false);
}

TEST_F(TableFormTest, ReadsEveryEncoding) {
  const Rows wanted{{"path", "label"}, {"a.wav", "Türklingel €"}};
  const std::u16string wide = u"path\tlabel\r\na.wav\tTürklingel €\r\n";
  for (const bool bigEndian : {false, true})
    for (const bool mark : {false, true}) {
      EXPECT_EQ(read(utf16(wide, bigEndian, mark)), wanted) << bigEndian << mark;
      EXPECT_STREQ(nameOf(sniffTable(path_).encoding), "UTF-16");
    }
  EXPECT_EQ(read("\xEF\xBB\xBFpath\tlabel\na.wav\tTürklingel €\n"), wanted);
  EXPECT_EQ(read("path\tlabel\na.wav\tT\xFCrklingel \x80\n"), wanted);
  EXPECT_EQ(sniffTable(path_).encoding, Encoding::windows1252);
  EXPECT_EQ(read(utf16(u"a,\xD83D\xDC15\n", false, true)), (Rows{{"a", "🐕"}}));
  EXPECT_EQ(read(utf16(u"a,\xD83Dx\n", false, true)), (Rows{{"a", "\xEF\xBF\xBDx"}}));
  EXPECT_EQ(read(utf16(u"a,b", false, true) + "x"), (Rows{{"a", "b\xEF\xBF\xBD"}}));
  EXPECT_TRUE(read("\xFF\xFE").empty());
}

TEST_F(TableFormTest, ReadsEveryLineEnd) {
  const Rows wanted{{"a", "b"}, {"1", "x\ny"}, {"2", ""}};
  EXPECT_EQ(read("a,b\n1,\"x\ny\"\n2,\n"), wanted);
  EXPECT_EQ(read("a,b\r\n1,\"x\ny\"\r\n2,"), wanted);
  EXPECT_EQ(read("a;b\r1;x, y\r2;"), (Rows{{"a", "b"}, {"1", "x, y"}, {"2", ""}}));
  CsvReader csv(write("a;b\r1;x\r\r3;y"), sniffTable(write("a;b\r1;x\r\r3;y")));
  csv.readHeader();
  csv.next();
  EXPECT_EQ(csv.line(), 2u);
  EXPECT_FALSE(csv.endedWithFile());
  csv.next();
  EXPECT_EQ(csv.line(), 4u);
  EXPECT_TRUE(csv.endedWithFile());
}

TEST_F(TableFormTest, PassesOverTheSeparatorsName) {
  const Rows wanted{{"path", "label"}, {"a.wav", "dog"}};
  EXPECT_EQ(read("sep=;\npath;label\na.wav;dog\n"), wanted);
  EXPECT_EQ(read("\xEF\xBB\xBFSEP=,\r\npath,label\r\na.wav,dog\r\n"), wanted);
  EXPECT_EQ(read("sep=\t\r\npath\tlabel\r\na.wav\tdog\r\n"), wanted);
  EXPECT_EQ(read("\"sep=|\"\npath|label\na.wav|dog\n"), wanted);
  CsvReader csv(path_, sniffTable(path_));
  csv.readHeader();
  EXPECT_EQ(csv.line(), 2u);
}

TEST_F(TableFormTest, CellsThatCrossPiecesStayWhole) {
  std::string text = "path;label\n";
  for (int i = 0; i < 20000; ++i) text += std::to_string(i) + ".wav;\"größer; " + std::to_string(i) + "\"\n";
  const Rows rows = read(text);
  ASSERT_EQ(rows.size(), 20001u);
  for (int i = 0; i < 20000; ++i) ASSERT_EQ(rows[std::size_t(i) + 1][1], "größer; " + std::to_string(i));
}

TEST_F(TableFormTest, Figures) {
  EXPECT_EQ(tableFigure(" 1.5 ", false), 1.5);
  EXPECT_EQ(tableFigure("1,5", false), std::nullopt);
  EXPECT_EQ(tableFigure("1,5", true), 1.5);
  EXPECT_EQ(tableFigure("-0,25e3", true), -250);
  EXPECT_EQ(tableFigure("1.234,5", true), 1234.5);
  EXPECT_EQ(tableFigure("12.345.678", true), 12345678);
  EXPECT_EQ(tableFigure("12", true), 12);
  for (const char* none : {"1.5", "1.2345", "1234.567", "1,2,3", "1,234.5", ".5", "", ",", "a"})
    EXPECT_EQ(tableFigure(none, true), std::nullopt) << none;
}

TEST_F(TableFormTest, NamesAsPeopleSpellThem) {
  EXPECT_EQ(plainName("Begin Time (s)"), "begintime");
  EXPECT_EQ(plainName(" File_Name "), "filename");
  EXPECT_EQ(plainName("slice-file.name"), "slicefilename");
  EXPECT_EQ(plainName("#time"), "time");
  EXPECT_EQ(plainName("(none)"), "none");
  EXPECT_EQ(unitInName("Begin Time (s)"), "s");
  EXPECT_EQ(unitInName("current[mA]"), "mA");
  EXPECT_EQ(unitInName("power_uW"), "uW");
  EXPECT_EQ(unitInName("power"), "");
  CsvReader csv(write("Path, Begin Time (s),LABEL\n"));
  csv.readHeader();
  EXPECT_EQ(csv.findColumnLike({"start", "begintime"}), 1u);
  EXPECT_EQ(csv.findColumnLike({"label"}), 2u);
  EXPECT_EQ(csv.findColumnLike({"fold"}), std::nullopt);
}

TEST_F(TableFormTest, NumbersFollowTheForm) {
  CsvReader csv(write("t;x\n0,5;a\n"), sniffTable(write("t;x\n0,5;a\n")));
  csv.readHeader();
  const auto row = csv.next();
  ASSERT_TRUE(row);
  EXPECT_EQ(csv.number(*row, 0), 0.5);
  try {
    csv.number(*row, 1);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("line 2: \"a\" in x is not a number"), std::string::npos);
  }
}

}  // namespace
}  // namespace kinglet::base
