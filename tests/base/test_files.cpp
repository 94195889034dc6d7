#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "support/scratch.h"

namespace kinglet::base {
namespace {

TEST(Files, WritesWholeAndMapsBack) {
  const auto path = test::scratch() / "files.bin";
  writeAtomically(path, "one");
  writeAtomically(path, "second");
  EXPECT_EQ(readText(path), "second");
  const MappedFile map(path);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(map.bytes().data()), map.bytes().size()), "second");
  std::filesystem::remove(path);
}

TEST(Files, AFullDiskLeavesTheOldFile) {
  // /dev/full answers every write with "no space left"; its folder cannot be renamed into, which is the same
  // to a caller.
  EXPECT_THROW(writeAtomically("/proc/kinglet-cannot-exist", "x"), Error);
  EXPECT_THROW(readText("/"), Error);
  EXPECT_THROW(readText("/no/such/file"), Error);
  EXPECT_THROW(MappedFile("/"), Error);
}

TEST(Files, HashSeesEveryByte) {
  std::string text(37, 'a');
  const auto before = hashText(text);
  for (auto& c : text) {
    c = 'b';
    EXPECT_NE(hashText(text), before);
    c = 'a';
  }
  EXPECT_NE(hashText(""), hashText(std::string(1, '\0')));
}

}  // namespace
}  // namespace kinglet::base
