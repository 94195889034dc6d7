#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
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

// While it lives, no file may grow beyond so many bytes.
class SmallFilesOnly {
 public:
  explicit SmallFilesOnly(rlim_t most) : before_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit small{most, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFilesOnly() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  rlimit limit_{};
  void (*before_)(int);
};

TEST(Files, AFullDiskLeavesTheOldFile) {
  const std::filesystem::path folder = test::scratch() / "full";
  std::filesystem::create_directories(folder);
  writeAtomically(folder / "figures.txt", "old");
  {
    const SmallFilesOnly full(4096);  // to a writer the same as a disk that fills up
    EXPECT_THROW(writeAtomically(folder / "figures.txt", std::string(100'000, 'x')), Error);
  }
  EXPECT_EQ(readText(folder / "figures.txt"), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}),
            1);  // nothing half written beside it
}

TEST(Files, WhatIsNoFileIsAnError) {
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
