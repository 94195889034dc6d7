// Clips that go bad while their features are computed, and cache files that go bad while they are used.
#include "data/clip_reader.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>

#include "base/files.h"
#include "data/dataset.h"
#include "data/feature_cache.h"
#include "data/feature_store.h"
#include "data/guarded_map.h"
#include "data/temporary_folder.h"

namespace kinglet::data {
namespace {
namespace fs = std::filesystem;

constexpr int kClips = 12;

audio::FrontEndParams coarse() {
  audio::FrontEndParams p;
  p.hopMs = 40, p.mels = 16;
  return p;
}

class Sounds : public testing::Test {
 protected:
  Sounds() {
    for (int i = 0; i < kClips; ++i) data.sound(name(i), 0.5, 16000, 300 + 40 * i);
  }
  static std::string name(int i) { return (i % 2 ? "dog/" : "cat/") + std::to_string(100 + i) + ".wav"; }
  Dataset open() const { return openDataset(data.path.string()); }
  static int clipOf(const Dataset& dataset, const std::string& wanted) {
    for (std::size_t i = 0; i < dataset.clips.size(); ++i)
      if (dataset.clips[i].name == wanted) return int(i);
    ADD_FAILURE() << wanted;
    return 0;
  }
  std::size_t cacheFiles() const {
    return std::size_t(std::distance(fs::directory_iterator(cache.path), fs::directory_iterator()));
  }

  // One clip goes bad after the data set was opened: it alone gives no features, that is told with the
  // reason, and nothing of it is kept, so that the next time all is well again.
  void expectOneLost(const std::function<void(const fs::path&)>& harm, const std::string& reason,
                     const std::function<void(const fs::path&)>& heal) {
    const Dataset dataset = open();
    const int lost = clipOf(dataset, name(3));
    harm(data.path / name(3));
    {
      FeatureStore store(dataset, cache.path);
      const auto set = store.features(coarse());
      for (int clip = 0; clip < kClips; ++clip) EXPECT_EQ(set->clip(clip).frames > 0, clip != lost) << clip;
      ASSERT_EQ(store.notices().size(), 1u);
      EXPECT_EQ(store.notices()[0].english(),
                "1 clip cannot be read and is left out: " + name(3) + ": " + reason);
      EXPECT_EQ(cacheFiles(), 0u);
      std::vector<int> all(kClips);
      for (int i = 0; i < kClips; ++i) all[std::size_t(i)] = i;
      EXPECT_EQ(withFeatures(*set, all).size(), std::size_t(kClips - 1));
    }
    heal(data.path / name(3));
    FeatureStore again(open(), cache.path);
    EXPECT_GT(again.features(coarse())->clip(lost).frames, 0);
    EXPECT_TRUE(again.notices().empty());
    EXPECT_GT(cacheFiles(), 0u);
  }

  TemporaryFolder data, cache;
};

TEST_F(Sounds, AClipThatVanishesIsAnErrorOfThatClip) {
  expectOneLost([](const auto& file) { fs::rename(file, file.string() + ".away"); }, "the file is gone",
                [](const auto& file) { fs::rename(file.string() + ".away", file); });
}

TEST_F(Sounds, AClipThatShrinksIsAnErrorOfThatClip) {
  expectOneLost([](const auto& file) { fs::resize_file(file, 4000); },
                "the file was changed after the data set had been opened",
                [this](const auto&) { data.sound(name(3), 0.5, 16000, 420); });
}

TEST_F(Sounds, AClipThatBecomesALinkToADeviceErrorIsAnErrorOfThatClip) {
  const Dataset dataset = [&] {
    Dataset opened = open();
    for (Clip& clip : opened.clips) clip.stamp = 0;  // the change itself is not seen: the disk answers EIO
    return opened;
  }();
  const int lost = clipOf(dataset, name(3));
  fs::remove(data.path / name(3));
  fs::create_symlink("/proc/self/mem", data.path / name(3));  // whose first byte cannot be read
  FeatureStore store(dataset, cache.path);
  EXPECT_EQ(store.features(coarse())->clip(lost).frames, 0);
  ASSERT_EQ(store.notices().size(), 1u);
  EXPECT_NE(store.notices()[0].english().find("EIO"), std::string::npos) << store.notices()[0].english();
  EXPECT_EQ(cacheFiles(), 0u);
}

TEST_F(Sounds, AClipWithoutPermissionIsAnErrorOfThatClip) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  expectOneLost([](const auto& file) { ::chmod(file.c_str(), 0); }, "no permission to read it",
                [](const auto& file) { ::chmod(file.c_str(), 0644); });
}

TEST_F(Sounds, WhatIsDamagedForGoodIsKeptAsSuchAndToldAgain) {
  const fs::path file = data.path / name(3);
  {
    // A header that promises sound in a form that nobody can decode: probing takes it, reading does not.
    Dataset dataset = open();
    const int bad = clipOf(dataset, name(3));
    dataset.clips[std::size_t(bad)].startS = 3;  // begins after the file's end
    FeatureStore store(dataset, cache.path);
    EXPECT_EQ(store.features(coarse())->clip(bad).frames, 0);
    ASSERT_EQ(store.notices().size(), 1u);
    EXPECT_GT(cacheFiles(), 0u);
    FeatureStore again(dataset, cache.path);
    int calls = 0;
    EXPECT_EQ(again.features(coarse(), {}, [&](int, int) { ++calls; })->clip(bad).frames, 0);
    EXPECT_EQ(calls, 0);
    ASSERT_EQ(again.notices().size(), 1u);
    EXPECT_NE(again.notices()[0].english().find("1 clip gives no features"), std::string::npos);
  }
}

TEST_F(Sounds, AFolderThatGoesAwayEndsTheWorkAndKeepsNothing) {
  const Dataset dataset = open();
  const fs::path away = data.path.string() + "-away";
  for (const bool whole : {true, false}) {
    const fs::path gone = whole ? data.path : data.path / "dog";
    fs::rename(gone, away);
    FeatureStore store(dataset, cache.path);
    try {
      store.features(coarse());
      ADD_FAILURE() << "features of nothing";
    } catch (const SoundsGone& error) {
      EXPECT_NE(std::string(error.what()).find("is gone"), std::string::npos) << error.what();
      EXPECT_NE(std::string(error.what()).find("cannot be read any more"), std::string::npos);
    }
    EXPECT_EQ(cacheFiles(), 0u);
    fs::rename(away, gone);
    // The same store goes on when they are back.
    const auto set = store.features(coarse());
    for (int clip = 0; clip < kClips; ++clip) EXPECT_GT(set->clip(clip).frames, 0);
    for (const auto& entry : fs::directory_iterator(cache.path)) fs::remove(entry.path());
  }
}

TEST_F(Sounds, AnEmptiedMountPointEndsTheWorkToo) {
  const Dataset dataset = open();
  for (const char* folder : {"cat", "dog"})
    for (const auto& entry : fs::directory_iterator(data.path / folder)) fs::remove(entry.path());
  FeatureStore store(dataset, cache.path);
  EXPECT_THROW(store.features(coarse()), SoundsGone);
  EXPECT_EQ(cacheFiles(), 0u);
}

TEST_F(Sounds, GoingAwayHalfWayKeepsNothing) {
  const Dataset dataset = open();
  const fs::path away = data.path.string() + "-away";
  // On a busy machine the helper may have read every clip before this thread moves the folder: nothing is
  // lost then, the features are whole, and it is tried again.
  bool gone = false;
  for (int attempt = 0; attempt < 200 && !gone; ++attempt) {
    for (const auto& entry : fs::directory_iterator(cache.path)) fs::remove(entry.path());
    FeatureStore store(dataset, cache.path);
    bool moved = false;
    const auto move = [&](int done, int) {
      if (done >= 3 && !std::exchange(moved, true)) fs::rename(data.path, away);
    };
    try {
      const auto set = store.features(coarse(), {}, move);
      for (int clip = 0; clip < kClips; ++clip) EXPECT_GT(set->clip(clip).frames, 0);
    } catch (const SoundsGone&) {
      gone = true;
      EXPECT_EQ(cacheFiles(), 0u);
    }
    ASSERT_TRUE(moved);
    fs::rename(away, data.path);
  }
  EXPECT_TRUE(gone);
}

TEST_F(Sounds, ACacheOfAnotherTimeIsMadeAnewAndSaidSo) {
  const Dataset dataset = open();
  FeatureStore(dataset, cache.path).features(coarse());
  for (const auto& entry : fs::directory_iterator(cache.path)) fs::resize_file(entry.path(), 100);
  FeatureStore store(dataset, cache.path);
  EXPECT_GT(store.features(coarse())->clip(0).frames, 0);
  ASSERT_EQ(store.notices().size(), 1u);
  EXPECT_NE(store.notices()[0].english().find("made anew"), std::string::npos);
}

// A cache file is harmed in every way while it is mapped: no signal ends the program, it is noticed, and the
// store makes it anew.
TEST_F(Sounds, ACacheHarmedWhileInUseIsNoticedAndMadeAnew) {
  const Dataset dataset = open();
  const std::vector<std::function<void(const fs::path&)>> harms{
      [](const auto& file) { fs::resize_file(file, 0); },
      [](const auto& file) { fs::resize_file(file, 5000); },
      [](const auto& file) {
        const auto size = fs::file_size(file);
        fs::resize_file(file, 0);
        fs::resize_file(file, size);
      },
      [](const auto& file) { std::fstream(file, std::ios::in | std::ios::out).seekp(300).write("zzzz", 4); }};
  FeatureStore store(dataset, cache.path);
  for (const auto& harm : harms) {
    const auto set = store.features(coarse());
    const std::vector<float> before(set->clip(5).values.begin(), set->clip(5).values.end());
    EXPECT_TRUE(set->intact());
    for (const auto& entry : fs::directory_iterator(cache.path)) harm(entry.path());
    float sum = 0;
    for (int clip = 0; clip < kClips; ++clip)
      for (const float value : set->clip(clip).values) sum += value;
    EXPECT_FALSE(set->intact()) << sum;
    EXPECT_THROW(set->requireIntact(), FeaturesDamaged);
    const auto fresh = store.features(coarse());
    EXPECT_NE(fresh, set);
    EXPECT_TRUE(std::equal(before.begin(), before.end(), fresh->clip(5).values.begin()));
  }
  EXPECT_FALSE(store.notices().empty());
}

TEST_F(Sounds, AnotherReaderOfTheCacheIsNoHarm) {
  const Dataset dataset = open();
  FeatureStore store(dataset, cache.path);
  const auto set = store.features(coarse());
  FeatureStore other(dataset, cache.path);
  other.features(coarse());
  for (const auto& entry : fs::directory_iterator(cache.path)) fs::remove(entry.path());  // evicted
  EXPECT_TRUE(set->intact());
  EXPECT_GT(set->clip(2).values[3], -100);
}

TEST(GuardedMap, ManyAtOnceEachForItself) {
  const TemporaryFolder folder;
  std::vector<std::unique_ptr<GuardedMap>> maps;
  for (int i = 0; i < 20; ++i) {
    const auto path = folder.path / std::to_string(i);
    folder.text(std::to_string(i), std::string(20000, 'x'));
    const int file = ::open(path.c_str(), O_RDONLY);
    maps.push_back(std::make_unique<GuardedMap>(file, path));
    ::close(file);
  }
  fs::resize_file(folder.path / "7", 10);
  maps[3].reset();
  for (int i = 0; i < 20; ++i) {
    if (i == 3) continue;
    long sum = 0;
    for (const std::byte byte : maps[std::size_t(i)]->bytes()) sum += long(byte);
    EXPECT_EQ(maps[std::size_t(i)]->intact(), i != 7);
    if (i != 7) {
      EXPECT_EQ(sum, 20000L * 'x');
    }
  }
}

}  // namespace
}  // namespace kinglet::data
