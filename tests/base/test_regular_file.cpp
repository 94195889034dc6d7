#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/csv.h"
#include "base/error.h"
#include "base/files.h"
#include "base/regular_file.h"

namespace kinglet::base {
namespace {
namespace fs = std::filesystem;

class RegularFile : public testing::Test {
 protected:
  static std::string errorOf(auto&& action) {
    try {
      action();
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }
  fs::path folder_ = fs::temp_directory_path() / ("kinglet-regular-" + std::to_string(::getpid()));
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
};

TEST_F(RegularFile, PipesAndDevicesAreRefusedAtOnce) {
  const fs::path pipe = folder_ / "space.json";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  fs::create_symlink(pipe, folder_ / "link.json");
  for (const fs::path& path : {pipe, folder_ / "link.json", fs::path("/dev/zero"), fs::path("/dev/null")}) {
    EXPECT_NE(errorOf([&] { readText(path); }).find("no plain file"), std::string::npos) << path;
    EXPECT_NE(errorOf([&] { CsvReader reader(path); }).find("no plain file"), std::string::npos) << path;
    EXPECT_NE(errorOf([&] { MappedFile file(path); }).find("no plain file"), std::string::npos) << path;
  }
  EXPECT_NE(errorOf([&] { readText(folder_); }).find("is a folder"), std::string::npos);
  EXPECT_NE(errorOf([&] { readText(folder_ / "none"); }).find("no such file"), std::string::npos);
}

TEST_F(RegularFile, LinksToPlainFilesAreRead) {
  std::ofstream(folder_ / "a.txt") << "text";
  fs::create_symlink("a.txt", folder_ / "b.txt");
  EXPECT_EQ(readText(folder_ / "b.txt"), "text");
  RegularStream stream(folder_ / "b.txt");
  std::string word;
  stream >> word;
  EXPECT_EQ(word, "text");
}

TEST_F(RegularFile, WritingReplacesALinkAndLeavesWhatItLedTo) {
  std::ofstream(folder_ / "mine.txt") << "mine";
  fs::create_symlink("mine.txt", folder_ / "out.txt");
  fs::create_symlink("mine.txt", folder_ / ("out.txt.writing-" + std::to_string(::getpid())));
  fs::create_symlink("mine.txt", folder_ / ("out.txt.writing-" + std::to_string(::getpid()) + "-1"));
  writeAtomically(folder_ / "out.txt", "new");
  EXPECT_EQ(readText(folder_ / "mine.txt"), "mine");
  EXPECT_EQ(readText(folder_ / "out.txt"), "new");
  EXPECT_FALSE(fs::is_symlink(folder_ / "out.txt"));
}

TEST_F(RegularFile, AFullWidthFirstCharacterIsNoMark) {
  std::ofstream(folder_ / "a.csv") << "\xEF\xBC\xA1"
                                      "name,b\n1,2\n";
  CsvReader reader(folder_ / "a.csv");
  EXPECT_EQ(reader.readHeader()[0],
            "\xEF\xBC\xA1"
            "name");
}

}  // namespace
}  // namespace kinglet::base
