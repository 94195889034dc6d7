// What a person sees and says of the cached features.
#include "data/cache_care.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "base/error.h"
#include "data/temporary_folder.h"

namespace kinglet::data {
namespace {

namespace fs = std::filesystem;

class CacheCare : public ::testing::Test {
 protected:
  CacheCare() {
    const char* before = std::getenv("XDG_CONFIG_HOME");
    before_ = before ? before : "";
    ::setenv("XDG_CONFIG_HOME", (folder_.path / "config").c_str(), 1);
    fs::create_directories(cache_);
  }
  ~CacheCare() override {
    before_.empty() ? ::unsetenv("XDG_CONFIG_HOME") : ::setenv("XDG_CONFIG_HOME", before_.c_str(), 1);
  }
  void put(const std::string& name, std::size_t bytes) const {
    std::ofstream(cache_ / name, std::ios::binary) << std::string(bytes, 'x');
  }

  std::string before_;
  TemporaryFolder folder_;
  fs::path cache_ = folder_.path / "cache";
};

TEST_F(CacheCare, OnlyFeaturesAreCountedAndRemoved) {
  put("a-1.features", 3000);
  put("b-2.features", 500);
  put("b-2.features.building-77", 100);
  put("mine.txt", 10);
  const CacheUse use = cacheUse(cache_);
  EXPECT_EQ(use.files, 2);
  EXPECT_EQ(use.bytes, 3500u);
  EXPECT_EQ(use.limit, kUsualCacheLimit);
  EXPECT_EQ(clearCache(cache_), 3500u);
  EXPECT_EQ(cacheUse(cache_).files, 0);
  EXPECT_TRUE(fs::exists(cache_ / "mine.txt"));
  EXPECT_TRUE(fs::exists(cache_ / "b-2.features.building-77"));  // a search is writing it
}

TEST_F(CacheCare, ALimitIsKeptAndAppliedAtOnce) {
  put("old.features", 1'500'000);
  put("new.features", 1'500'000);
  fs::last_write_time(cache_ / "old.features", fs::file_time_type::clock::now() - std::chrono::hours(48));
  setCacheLimit(2'000'000, cache_);
  EXPECT_EQ(cacheLimit(), 2'000'000u);
  EXPECT_EQ(cacheUse(cache_).files, 1);
  EXPECT_EQ(cacheUse(cache_).limit, 2'000'000u);
  EXPECT_THROW(setCacheLimit(10, cache_), base::Error);
  EXPECT_EQ(cacheLimit(), 2'000'000u);
  std::ofstream(folder_.path / "config" / "kinglet" / "cache-limit") << "nonsense";
  EXPECT_EQ(cacheLimit(), kUsualCacheLimit);
}

TEST(CacheSizes, AreReadWithTheirUnits) {
  EXPECT_EQ(bytesFrom("2 GB"), 2'000'000'000u);
  EXPECT_EQ(bytesFrom("512MiB"), 512u << 20);
  EXPECT_EQ(bytesFrom("1.5 kB"), 1500u);
  for (const char* bad : {"", "4", "-1 GB", "GB", "4 parsecs", "1e30 GB", "nan GB", "4,5 GB"})
    EXPECT_THROW(bytesFrom(bad), base::Error) << bad;
}

}  // namespace
}  // namespace kinglet::data
