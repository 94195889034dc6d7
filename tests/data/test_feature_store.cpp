#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <ctime>
#include <thread>

#include "base/cancelled.h"
#include "base/error.h"
#include "base/files.h"
#include "data/builtin_sounds.h"
#include "data/dataset.h"
#include "data/feature_cache.h"
#include "data/feature_store.h"
#include "data/temporary_folder.h"

namespace kinglet::data {
namespace {
namespace fs = std::filesystem;

// The built-in sounds, fewer of them.
Dataset few(int clips) {
  Dataset dataset = builtinDataset(1);
  dataset.clips.resize(std::size_t(clips));
  return dataset;
}

audio::FrontEndParams coarse() {
  audio::FrontEndParams p;
  p.hopMs = 40, p.mels = 16;
  return p;
}

std::vector<float> expected(const Dataset& dataset, int clip, const audio::FrontEndParams& p) {
  const auto samples = loadClip(dataset, clip, p.rate);
  std::vector<float> values(std::size_t(p.frames(long(samples.size())) * p.mels));
  audio::LogMel(p).compute(samples, values);
  return values;
}

void expectRight(const FeatureSet& set, const Dataset& dataset) {
  for (int clip = 0; clip < int(dataset.clips.size()); ++clip) {
    const FeatureView view = set.clip(clip);
    const auto values = expected(dataset, clip, set.frontEnd());
    ASSERT_EQ(view.frames, int(values.size()) / view.mels);
    ASSERT_TRUE(std::equal(view.values.begin(), view.values.end(), values.begin(), values.end())) << clip;
  }
}

fs::path onlyCache(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const bool sounds = entry.path().filename().string().find("-m1-") != std::string::npos;
    if (!sounds) found.push_back(entry.path());
  }
  EXPECT_EQ(found.size(), 1u);
  return found.empty() ? fs::path() : found[0];
}

TEST(FeatureStore, ComputesOnceAndReadsBack) {
  const TemporaryFolder cache;
  const Dataset dataset = few(12);
  int calls = 0, last = 0;
  {
    FeatureStore store(dataset, cache.path);
    const auto set = store.features(coarse(), {}, [&](int done, int total) {
      ++calls, last = done;
      EXPECT_EQ(total, 12);
    });
    EXPECT_GT(calls, 0);
    EXPECT_EQ(last, 12);
    expectRight(*set, dataset);
    EXPECT_EQ(store.features(coarse()), set);
    EXPECT_TRUE(store.notices().empty());
  }
  calls = 0;
  FeatureStore again(dataset, cache.path);
  expectRight(*again.features(coarse(), {}, [&](int, int) { ++calls; }), dataset);
  EXPECT_EQ(calls, 0);  // from the file
  EXPECT_NE(again.features(coarse()), again.features({}));
}

TEST(FeatureStore, SoundsAreDecodedOnceForAllFrontEnds) {
  const TemporaryFolder cache, sounds;
  for (int i = 0; i < 6; ++i)
    sounds.sound((i % 2 ? "dog/" : "cat/") + std::to_string(i) + ".wav", 0.5, 22050, 300 + 50 * i);
  const Dataset dataset = openDataset(sounds.path.string());
  audio::FrontEndParams other = coarse();
  other.mels *= 2;
  FeatureStore store(dataset, cache.path);
  expectRight(*store.features(coarse()), dataset);
  const auto expectedOther = expected(dataset, 3, other);
  for (const Clip& clip : dataset.clips) fs::remove(clip.path);  // nothing is read again
  const auto view = store.features(other)->clip(3);
  EXPECT_TRUE(std::equal(view.values.begin(), view.values.end(), expectedOther.begin(), expectedOther.end()));
  EXPECT_TRUE(store.notices().empty());
}

TEST(FeatureStore, StatisticsAreOfTheGivenClips) {
  const TemporaryFolder cache;
  FeatureStore store(few(6), cache.path);
  const auto set = store.features(coarse());
  std::vector<float> mean(16), deviation(16);
  const std::vector<int> clips{1, 4};
  for (int round = 0; round < 2; ++round) {
    set->statistics(clips, mean, deviation);
    for (int m = 0; m < 16; ++m) {
      double sum = 0, squares = 0, n = 0;
      for (const int clip : clips)
        for (int t = 0; t < set->clip(clip).frames; ++t, ++n) {
          const double v = set->clip(clip).values[std::size_t(t * 16 + m)];
          sum += v, squares += v * v;
        }
      EXPECT_NEAR(mean[m], sum / n, 1e-4);
      EXPECT_NEAR(deviation[m], std::sqrt(squares / n - sum * sum / n / n), 1e-3);
    }
  }
  set->statistics({}, mean, deviation);
  EXPECT_EQ(mean[0], 0);
  EXPECT_EQ(deviation[0], kLeastDeviation);
}

TEST(FeatureStore, RebuildsADamagedCache) {
  const TemporaryFolder cache;
  const Dataset dataset = few(4);
  FeatureStore(dataset, cache.path).features(coarse());
  const auto file = onlyCache(cache.path);
  const std::string good = base::readText(file);
  std::vector<std::string> damaged{"", good.substr(0, 20), good.substr(0, good.size() / 2), good + "x",
                                   std::string(good.size(), '\0')};
  for (const std::size_t at : {std::size_t(0), std::size_t(20), std::size_t(30), good.size() / 2,
                               good.size() - 60, good.size() - 1}) {
    damaged.push_back(good);
    damaged.back()[at] = char(damaged.back()[at] ^ 1);
  }
  for (const std::string& bytes : damaged) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    int calls = 0;
    FeatureStore store(dataset, cache.path);
    expectRight(*store.features(coarse(), {}, [&](int, int) { ++calls; }), dataset);
    EXPECT_GT(calls, 0);
    EXPECT_EQ(fs::file_size(file), good.size());
  }
}

TEST(FeatureStore, AChangedFileIsComputedAgain) {
  const TemporaryFolder data, cache;
  for (const char* name : {"a/1.wav", "a/2.wav", "b/1.wav", "b/2.wav"}) data.sound(name);
  const auto loudest = [&] {
    const auto set = FeatureStore(openDataset(data.path), cache.path).features(coarse());
    return std::max_element(set->clip(0).values.begin(), set->clip(0).values.begin() + 16) -
           set->clip(0).values.begin();
  };
  const auto before = loudest();
  data.sound("a/1.wav", 0.11, 8000, 3000);
  EXPECT_GT(loudest(), before);
}

TEST(FeatureStore, AClipThatBreaksGivesNoFramesAndANotice) {
  const TemporaryFolder data, cache;
  for (const char* name : {"a/1.wav", "a/2.wav", "b/1.wav", "b/2.wav"}) data.sound(name);
  data.sound("b/short.wav", 0.01);
  const Dataset dataset = openDataset(data.path);
  fs::remove(data.path / "a/2.wav");  // after it was found good
  FeatureStore store(dataset, cache.path);
  const auto set = store.features(coarse());
  EXPECT_GT(set->clip(0).frames, 0);
  EXPECT_EQ(set->clip(1).frames, 0);
  EXPECT_EQ(set->clip(4).frames, 0);
  ASSERT_EQ(store.notices().size(), 2u);
  EXPECT_EQ(store.notices()[0].english(), "1 clip cannot be read and is left out: a/2.wav: the file is gone");
  EXPECT_NE(store.notices()[1].english().find("1 clip gives no features and is left out (b/short.wav)"),
            std::string::npos);
}

TEST(FeatureStore, WithoutACacheFolderItWorksInMemory) {
  const TemporaryFolder folder;
  folder.text("file", "in the way");
  const Dataset dataset = few(3);
  FeatureStore store(dataset, folder.path / "file");
  expectRight(*store.features(coarse()), dataset);
  ASSERT_EQ(store.notices().size(), 1u);
  EXPECT_NE(store.notices()[0].english().find("kept in memory"), std::string::npos);
  std::vector<float> mean(16), deviation(16);
  store.features(coarse())->statistics(std::vector<int>{0}, mean, deviation);
  EXPECT_NE(mean[3], 0);
}

TEST(FeatureStore, CanBeCancelled) {
  const TemporaryFolder cache;
  FeatureStore store(few(100), cache.path);
  std::stop_source stop;
  try {
    store.features(coarse(), stop.get_token(), [&](int done, int) {
      if (done >= 3) stop.request_stop();
    });
    FAIL() << "was not cancelled";
  } catch (const base::Cancelled& error) {
    EXPECT_STREQ(error.what(), "cancelled");
  }
  EXPECT_TRUE(fs::is_empty(cache.path));
  EXPECT_THROW(store.features(coarse(), stop.get_token()), base::Error);
}

TEST(FeatureStore, ThreadsAskingAtOnceShareOneComputation) {
  const TemporaryFolder cache;
  const Dataset dataset = few(20);
  FeatureStore store(dataset, cache.path);
  std::atomic<int> computing = 0;
  std::vector<std::shared_ptr<const FeatureSet>> sets(6);
  {
    std::vector<std::jthread> threads;
    for (auto& set : sets)
      threads.emplace_back([&] {
        bool told = false;
        set = store.features(coarse(), {}, [&](int, int) {
          if (!std::exchange(told, true)) ++computing;
        });
      });
  }
  EXPECT_EQ(computing, 1);
  for (const auto& set : sets) EXPECT_EQ(set, sets[0]);
  expectRight(*sets[0], dataset);
}

TEST(FeatureStore, StoresOfOneCacheFolderDoNotDisturbEachOther) {
  const TemporaryFolder cache;
  const Dataset dataset = few(20);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back(
        [&] { expectRight(*FeatureStore(dataset, cache.path).features(coarse()), dataset); });
  threads.clear();
  onlyCache(cache.path);
}

TEST(FeatureStore, RefusesAFrontEndThatMakesNoSense) {
  const TemporaryFolder cache;
  FeatureStore store(few(1), cache.path);
  audio::FrontEndParams p;
  p.mels = 0;
  EXPECT_THROW(store.features(p), base::Error);
}

TEST(FeatureCache, KeepsWhatWasUsedLast) {
  const TemporaryFolder cache;
  const auto age = [&](const std::string& name, int hours) {
    cache.text(name, std::string(1000, 'x'));
    const timespec then{std::time(nullptr) - 3600 * hours, 0}, both[2] = {then, then};
    ::utimensat(AT_FDCWD, (cache.path / name).c_str(), both, 0);
  };
  age("1-a.features", 5), age("2-a.features", 2), age("3-a.features", 3), age("4-a.features", 30);
  age("5-a.features.building-77-0", 30), age("6-a.features.building-77-1", 1), age("other.txt", 100);
  evictCaches(cache.path, cache.path / "4-a.features", 2500);
  const auto has = [&](const char* name) { return fs::exists(cache.path / name); };
  EXPECT_FALSE(has("1-a.features"));
  EXPECT_TRUE(has("2-a.features"));
  EXPECT_FALSE(has("3-a.features"));
  EXPECT_TRUE(has("4-a.features"));  // to be kept
  EXPECT_FALSE(has("5-a.features.building-77-0"));
  EXPECT_TRUE(has("6-a.features.building-77-1"));
  EXPECT_TRUE(has("other.txt"));
}

}  // namespace
}  // namespace kinglet::data
