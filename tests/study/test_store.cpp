#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/files.h"
#include "energy/energy_model.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "space/search_space.h"
#include "study/completion.h"
#include "study/settings.h"
#include "study/study_file.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "train/metrics.h"
#include "train/weights.h"

namespace kinglet::study::testing {
namespace {

using ::testing::HasSubstr;

Trial someTrial(int number) {
  Trial trial;
  trial.number = number;
  trial.state = TrialState::finished;
  trial.genome = {1, 0, 3};
  trial.candidate.input.mels = 32;
  trial.candidate.input.hopMs = 12.5;
  trial.candidate.network = network::namedNetwork("ds_cnn", trial.candidate.input.shape(), 4);
  trial.cost = network::costOf(trial.candidate.network, trial.candidate.input);
  trial.energy.millijoules = 0.125;
  trial.energy.provenance = energy::Provenance::predicted;
  trial.energy.low = 0.1;
  trial.energy.source = "a \"quoted\" source; µJ";
  trial.energy.layers = {{0.5, 0.25}, {std::nan(""), 0.1}};
  trial.origin = {"hybrid/bayesian", {3, 4}, 0.1, 12.5, std::nan("")};
  for (int epoch = 1; epoch <= 3; ++epoch) {
    train::EpochReport report;
    report.epoch = epoch;
    report.trainLoss = 1.0 / 3 / epoch;
    report.seconds = 0.1 * epoch;
    report.validation.clips = 8;
    report.validation.accuracy = 1.0 / 3 + 0.1 * epoch;
    report.validation.recall = {0.5, std::nan("")};
    report.validation.confusion = {{1, 2}, {3, 4}};
    trial.curve.push_back(report);
  }
  trial.reason =
      base::Message("error %1: %2", base::figure("12.5 %"), base::Message("not below %1", "ü{\"}"));
  trial.cutEpoch = 2;
  trial.seconds = 1.5;
  trial.endedAt = 20.25;
  trial.suggestion = number + 5;
  trial.toldAs = number;
  return trial;
}

class StoreTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_ / "x.kinglet";
  Settings settings_;
};

TEST_F(StoreTest, KeepsEverythingOfATrial) {
  const Trial trial = someTrial(7);
  const train::Weights weights{{"stem/weight", {2, 2}, {1, 2, 3, 4.5f}}};
  openStudy(path_, settings_)->saveTrial(trial, &weights);
  const auto store = openStudy(path_);
  const auto trials = store->trials();
  ASSERT_EQ(trials.size(), 1u);
  const Trial& kept = trials[0];
  EXPECT_EQ(kept.number, 7);
  EXPECT_EQ(kept.state, TrialState::finished);
  EXPECT_EQ(kept.genome, trial.genome);
  EXPECT_EQ(kept.candidate.input, trial.candidate.input);
  EXPECT_EQ(kept.candidate.network.toJson(), trial.candidate.network.toJson());
  EXPECT_EQ(kept.cost.macs, trial.cost.macs);
  EXPECT_EQ(kept.energy.millijoules, 0.125);
  EXPECT_EQ(kept.energy.provenance, energy::Provenance::predicted);
  EXPECT_EQ(kept.energy.low, 0.1);
  EXPECT_TRUE(std::isnan(kept.energy.high));
  EXPECT_EQ(kept.energy.source, trial.energy.source);
  ASSERT_EQ(kept.energy.layers.size(), 2u);
  EXPECT_TRUE(std::isnan(kept.energy.layers[1].latencyMs));
  EXPECT_EQ(kept.energy.layers[1].millijoules, 0.1);
  EXPECT_EQ(kept.origin.strategy, "hybrid/bayesian");
  EXPECT_EQ(kept.origin.parents, (std::vector{3, 4}));
  EXPECT_EQ(kept.origin.predictedError, 12.5);
  EXPECT_TRUE(std::isnan(kept.origin.predictedDeviation));
  ASSERT_EQ(kept.curve.size(), 3u);
  EXPECT_EQ(kept.curve[2].validation.accuracy, trial.curve[2].validation.accuracy);
  EXPECT_EQ(kept.curve[2].trainLoss, trial.curve[2].trainLoss);
  EXPECT_TRUE(std::isnan(kept.curve[0].validation.recall[1]));
  EXPECT_EQ(kept.curve[0].validation.confusion, trial.curve[0].validation.confusion);
  EXPECT_EQ(kept.reason, trial.reason);
  EXPECT_EQ(kept.cutEpoch, 2);
  EXPECT_EQ(kept.endedAt, 20.25);
  EXPECT_EQ(kept.suggestion, 12);
  EXPECT_EQ(kept.toldAs, 7);
  EXPECT_TRUE(kept.hasWeights);
  EXPECT_FALSE(kept.test);
  EXPECT_EQ(store->weights(7)->at(0).values, weights[0].values);
  EXPECT_FALSE(store->weights(8));
}

TEST_F(StoreTest, SettingsComeBack) {
  settings_.dataPath = "/some/where \"else\"";
  settings_.readAs = data::ReadAs::parse("label=species,fold=none");
  settings_.limits.energyMj = 1.5;
  settings_.limits.ramKb = std::numeric_limits<double>::infinity();
  settings_.baselines = {"ds_cnn"};
  settings_.seed = 18446744073709551615u;
  settings_.recipe.epochs = 33;
  settings_.stopping.rule = "median";
  settings_.auditShare = 0.25;
  settings_.input.hopMs = 7.5;
  settings_.reference = {100, 2.5, 64};
  settings_.classes = {"dog", "ça"};
  const auto store = openStudy(path_, settings_);
  EXPECT_EQ(store->settings().toJson(), settings_.toJson());
  EXPECT_EQ(store->settings().limits, settings_.limits);
  EXPECT_EQ(openOptionsOf(store->settings()).readAs, settings_.readAs);
  settings_.trials = 5;
  store->saveSettings(settings_);
  store->saveSecondsSpent(12.5);
  EXPECT_EQ(openStudy(path_)->settings().trials, 5);
  EXPECT_EQ(openStudy(path_)->secondsSpent(), 12.5);
}

TEST_F(StoreTest, WhatPeopleSaidStaysWhenATrialIsSavedAgain) {
  const auto store = openStudy(path_, settings_);
  Trial trial = someTrial(0);
  store->saveTrial(trial);
  store->saveStar(0, true, "fast & small");
  train::Metrics test;
  test.accuracy = 0.75;
  store->saveTest(0, test);
  trial.curve.pop_back();
  store->saveTrial(trial);
  store->saveEpoch(0, someTrial(0).curve[2]);
  const Trial kept = store->trials().at(0);
  EXPECT_TRUE(kept.starred);
  EXPECT_EQ(kept.note, "fast & small");
  EXPECT_EQ(kept.test->accuracy, 0.75);
  EXPECT_EQ(kept.curve.size(), 3u);
  EXPECT_THAT(errorOf([&] { store->saveStar(5, true, ""); }), HasSubstr("there is no trial 5"));
}

TEST_F(StoreTest, RepeatsComeBack) {
  const auto store = openStudy(path_, settings_);
  Repeat repeat{4, {0, 1}, {"random", {2}, 1, 2, 3}, 1, -1};
  store->saveRepeat(repeat);
  repeat.toldAs = 9;
  store->saveRepeat(repeat);
  const auto repeats = store->repeats();
  ASSERT_EQ(repeats.size(), 1u);
  EXPECT_EQ(repeats[0].suggestion, 4);
  EXPECT_EQ(repeats[0].genome, (space::Genome{0, 1}));
  EXPECT_EQ(repeats[0].trial, 1);
  EXPECT_EQ(repeats[0].toldAs, 9);
}

TEST_F(StoreTest, FilesThatAreNoStudiesAreRefusedAndLeftAsTheyAre) {
  EXPECT_THAT(errorOf([&] { openStudy(path_); }), HasSubstr("there is no study file"));
  EXPECT_THAT(errorOf([&] { openStudy(folder_.path()); }), HasSubstr("is a folder"));
  EXPECT_THAT(errorOf([&] { openStudy(folder_ / "no" / "x.kinglet", settings_); }),
              HasSubstr("folder is missing"));
  EXPECT_THAT(errorOf([&] { openStudy("/proc/x.kinglet", settings_); }), HasSubstr("cannot"));

  const std::vector<std::string> contents{std::string(8192, '\0'), std::string(100, '\0'),
                                          "just some words\n", std::string(4096, 'x'),
                                          std::string("SQLite format 3\0", 16)};
  for (const std::string& content : contents)
    for (const bool searching : {false, true}) {
      base::writeAtomically(path_, content);
      EXPECT_THAT(errorOf([&] { openStudy(path_, {}, searching); }), HasSubstr("not a Kinglet study"));
      EXPECT_THAT(errorOf([&] { openStudy(path_, settings_, searching); }), HasSubstr("not a Kinglet study"));
      EXPECT_EQ(base::readText(path_), content);
    }
  base::writeAtomically(path_, "");
  EXPECT_THAT(errorOf([&] { openStudy(path_); }), HasSubstr("not a Kinglet study"));
}

TEST_F(StoreTest, OtherDatabasesAndNewerStudiesAreRefused) {
  const auto edit = [&](const char* sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
  };
  edit("CREATE TABLE addresses (name)");
  EXPECT_THAT(errorOf([&] { openStudy(path_); }), HasSubstr("not a Kinglet study"));
  EXPECT_THAT(errorOf([&] { openStudy(path_, settings_); }), HasSubstr("not a Kinglet study"));
  std::filesystem::remove(path_);
  openStudy(path_, settings_);
  edit("PRAGMA user_version = 99");
  EXPECT_THAT(errorOf([&] { openStudy(path_); }), HasSubstr("newer Kinglet"));
}

TEST_F(StoreTest, ADamagedFileSaysSo) {
  {
    const auto store = openStudy(path_, settings_);
    for (int i = 0; i < 30; ++i) store->saveTrial(someTrial(i));
  }
  const std::string whole = base::readText(path_);
  base::writeAtomically(path_, whole.substr(0, whole.size() / 2));
  EXPECT_THAT(errorOf([&] { openStudy(path_)->trials(); }), HasSubstr("damaged"));
  std::string scribbled = whole;
  std::fill(scribbled.begin() + 4096 * 2, scribbled.end() - 4096, '\xAA');
  base::writeAtomically(path_, scribbled);
  EXPECT_THAT(errorOf([&] { openStudy(path_)->trials(); }), HasSubstr("damaged"));
}

TEST_F(StoreTest, OnlyOneSearchesAndOthersRead) {
  auto searching = openStudy(path_, settings_, true);
  searching->saveTrial(someTrial(0));
  EXPECT_THAT(errorOf([&] { openStudy(path_, {}, true); }), HasSubstr("another Kinglet"));
  const auto reader = openStudy(path_);
  EXPECT_EQ(reader->trials().size(), 1u);
  searching->saveTrial(someTrial(1));
  EXPECT_EQ(reader->trials().size(), 2u);
  searching.reset();
  EXPECT_NO_THROW(openStudy(path_, {}, true));
}

TEST_F(StoreTest, AStudyAtRestIsOneFile) {
  {
    const auto store = openStudy(path_, settings_, true);
    store->saveTrial(someTrial(0));
    store->saveSecondsSpent(1);
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
    files += entry.is_regular_file();
  EXPECT_EQ(files, 1);
}

// The process dies without closing anything: what calls wrote is there, and the lock is free.
TEST_F(StoreTest, ACrashLosesNothing) {
  const pid_t child = fork();
  if (child == 0) {
    const auto store = openStudy(path_, settings_, true);
    store->saveTrial(someTrial(0));
    store->saveTrial(someTrial(1));
    store->saveEpoch(1, someTrial(1).curve[0]);
    _exit(0);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  const auto store = openStudy(path_, {}, true);
  EXPECT_EQ(store->trials().size(), 2u);
}

// A power cut keeps what was flushed and any part of what came after. Cut the log at any byte: the file
// opens, and holds the trials in their order up to some moment, each whole, with its weights or without a
// trace.
TEST_F(StoreTest, APowerCutAtAnyMomentLeavesAWholeStudy) {
  const train::Weights weights{{"stem/weight", {500}, std::vector<float>(500, 0.5f)}};
  const auto before = folder_ / "before.kinglet";
  std::string log;
  {
    const auto store = openStudy(path_, settings_, true);
    store->saveTrial(someTrial(0), &weights);
    std::filesystem::copy_file(path_, before);
    for (int number = 1; number < 6; ++number) {
      Trial trial = someTrial(number);
      trial.state = TrialState::running;
      trial.curve.clear();
      store->saveTrial(trial);
      for (const auto& epoch : someTrial(number).curve) store->saveEpoch(number, epoch);
      store->saveTrial(someTrial(number), &weights);
    }
    log = base::readText(path_.string() + "-wal");
    std::filesystem::copy_file(path_,
                               folder_ / "after.kinglet");  // nothing is folded in before the log is long
  }
  ASSERT_EQ(base::readText(before), base::readText(folder_ / "after.kinglet"));
  ASSERT_GT(log.size(), 10000u);
  base::Random random(3);
  std::size_t seen = 0;
  const auto cut = folder_ / "cut.kinglet";
  for (std::size_t length = 0; length <= log.size(); length += 1 + std::size_t(random.uniform() * 12000)) {
    std::filesystem::copy_file(before, cut, std::filesystem::copy_options::overwrite_existing);
    std::ofstream(cut.string() + "-wal", std::ios::binary) << log.substr(0, length);
    std::filesystem::remove(cut.string() + "-shm");
    const auto store = openStudy(cut, {}, length % 2 == 0);
    const auto trials = store->trials();
    EXPECT_GE(trials.size(), seen) << length;  // a longer log never tells of less
    seen = trials.size();
    for (const Trial& trial : trials) {
      const bool whole = trial.state == TrialState::finished;
      EXPECT_EQ(trial.hasWeights, whole);
      if (!whole) continue;
      EXPECT_EQ(trial.curve.size(), 3u);
      EXPECT_EQ(store->weights(trial.number)->at(0).values, weights[0].values);
    }
  }
  EXPECT_GE(seen, 5u);
}

// A file system of 1 MB of its own; needs root.
TEST_F(StoreTest, AFullDiskIsToldAndLosesNothing) {
  const auto disk = folder_ / "disk";
  std::filesystem::create_directory(disk);
  if (mount("none", disk.c_str(), "tmpfs", 0, "size=1m") != 0)
    GTEST_SKIP() << "needs the right to mount a small file system";
  struct Unmount {
    std::filesystem::path path;
    ~Unmount() { umount2(path.c_str(), MNT_DETACH); }
  } unmount{disk};

  for (const bool searching : {true, false}) {
    const auto path = disk / (searching ? "a.kinglet" : "b.kinglet");
    int saved = 0;
    {
      const auto store = openStudy(path, settings_, searching);
      std::string error = "no error";
      const train::Weights weights{{"stem/weight", {20000}, std::vector<float>(20000, 0.5f)}};
      while (error == "no error" && saved < 100) {
        error = errorOf([&] { store->saveTrial(someTrial(saved), &weights); });
        saved += error == "no error";
      }
      EXPECT_THAT(error, HasSubstr("disk is full"));
      EXPECT_GT(saved, 0);
      EXPECT_EQ(store->trials().size(), std::size_t(saved));
    }
    EXPECT_EQ(openStudy(path)->trials().size(), std::size_t(saved));
    EXPECT_TRUE(openStudy(path)->weights(saved - 1));
    // No room for a new study: told, and nothing is left behind.
    std::ofstream filler(disk / "filler", std::ios::app);
    while (filler.write(std::string(1024, 'x').data(), 1024).flush()) {
    }
    EXPECT_THAT(errorOf([&] { openStudy(disk / "new.kinglet", settings_, searching); }), HasSubstr("disk"));
    EXPECT_FALSE(std::filesystem::exists(disk / "new.kinglet"));
    for (const auto& entry : std::filesystem::directory_iterator(disk)) std::filesystem::remove(entry.path());
  }
}

}  // namespace
}  // namespace kinglet::study::testing
