#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/csv.h"
#include "base/error.h"

namespace kinglet::base {
namespace {

class CsvTest : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& text) {
    path_ = std::filesystem::temp_directory_path() / ("kinglet-csv-" + std::to_string(::getpid()) + ".csv");
    std::ofstream(path_, std::ios::binary) << text;
    return path_;
  }
  void TearDown() override { std::filesystem::remove(path_); }
  static std::string errorOf(auto&& action) {
    try {
      action();
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }
  std::filesystem::path path_;
};

TEST_F(CsvTest, ReadsQuotesMarksAndLineEnds) {
  CsvReader reader(write("\xEF\xBB\xBFname,value\r\n\"a \"\"b\"\", c\",1.5\r\n\r\n\"two\nlines\",2"));
  reader.readHeader();
  auto row = reader.next();
  ASSERT_TRUE(row);
  EXPECT_EQ((*row)[0], "a \"b\", c");
  EXPECT_EQ(reader.number(*row, 1), 1.5);
  row = reader.next();
  ASSERT_TRUE(row);
  EXPECT_EQ((*row)[0], "two\nlines");
  EXPECT_EQ(reader.line(), 4u);
  EXPECT_FALSE(reader.next());
}

TEST_F(CsvTest, ErrorsNameTheLine) {
  CsvReader reader(write("name,value\na,1\nb,nan\n"));
  reader.readHeader();
  reader.next();
  const auto row = reader.next();
  EXPECT_NE(errorOf([&] { reader.number(*row, 1); }).find("line 3"), std::string::npos);
  EXPECT_NE(errorOf([&] { reader.column("energy"); }).find("name, value"), std::string::npos);
}

TEST_F(CsvTest, RefusesBinaryEndlessAndUnclosed) {
  const auto fails = [&](const std::string& text, const std::string& what) {
    CsvReader reader(write(text), ',', 1000);
    const std::string error = errorOf([&] {
      while (reader.next()) {
      }
    });
    EXPECT_NE(error.find(what), std::string::npos) << error;
  };
  fails(std::string("a,b\n1,\0", 7), "not a text file");
  fails(std::string(5000, 'x'), "too long");
  fails("a,b\n\"1,2\n", "never closed");
}

}  // namespace
}  // namespace kinglet::base
