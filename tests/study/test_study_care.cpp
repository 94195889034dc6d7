// Check, backup and repair of study files.
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "base/files.h"
#include "study/final/final_store.h"
#include "study/rescue/study_care.h"
#include "study/settings.h"
#include "study/study_file.h"
#include "study/trial.h"
#include "train/weights.h"

namespace kinglet::study::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class StudyCare : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto store = openStudy(path_, Settings{});
    for (int number = 0; number < 40; ++number) {
      const train::Weights weights{{"stem/weight", {2, 2}, {1, 2, 3, float(number)}}};
      store->saveTrial(finishedTrial(number), &weights);
      store->saveStar(number, number % 2 == 0, "note " + std::to_string(number));
    }
    Repeat repeat;
    repeat.genome = {1, 2};
    repeat.suggestion = 3;
    store->saveRepeat(repeat);
    store->saveSecondsSpent(12.5);
  }

  std::string problemsOf(const fs::path& file) {
    std::string text;
    for (const auto& problem : checkStudy(file).problems) text += problem.english() + "\n";
    return text;
  }

  TemporaryFolder folder_;
  fs::path path_ = folder_ / "x.kinglet", copy_ = folder_ / "copy.kinglet";
};

TEST_F(StudyCare, ASoundStudyHasNoProblemsAndIsLeftAsItIs) {
  const std::string before = base::readText(path_);
  const StudyHealth health = checkStudy(path_);
  EXPECT_THAT(health.problems, IsEmpty());
  EXPECT_EQ(health.trials, 40);
  EXPECT_EQ(health.weights, 40);
  EXPECT_EQ(health.version, 2);
  EXPECT_EQ(base::readText(path_), before);
}

TEST_F(StudyCare, EachKindOfDamageIsNamed) {
  const std::string clean = base::readText(path_);
  const std::pair<const char*, const char*> damages[] = {
      {"UPDATE trials SET network = '{}' WHERE number = 3", "trial 3 cannot be read"},
      {"UPDATE weights SET data = x'00' WHERE trial = 5", "the weights of trial 5 cannot be read"},
      {"DELETE FROM weights WHERE trial = 6", "the weights of trial 6 are missing"},
      {"INSERT INTO study VALUES ('clips', x'0102')", "what it knows of its sounds"},
      {"UPDATE repeats SET genome = '{'", "what was suggested twice"},
      {"INSERT INTO trials SELECT -5, state, baseline, genome, input, network, energy, origin, reason, "
       "cut_epoch, "
       "seconds, ended_at, starred, note, test, suggestion, told_as FROM trials WHERE number = 1",
       "the number -5"},
      {"CREATE VIEW v AS SELECT 1", "it holds the view"},
      {"UPDATE study SET value = '{}x' WHERE key = 'settings'", "settings"},
  };
  for (const auto& [sql, words] : damages) {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << clean;
    changeStudy(path_, sql);
    EXPECT_THAT(problemsOf(path_), HasSubstr(words)) << sql;
  }
}

TEST_F(StudyCare, ABackupWhileItIsSearchedIsWholeAndOfOneMoment) {
  const auto store = openStudy(path_, {}, true);
  store->saveTrial(finishedTrial(40));  // lies in the log
  backUpStudy(path_, copy_);
  store->saveTrial(finishedTrial(41));
  EXPECT_THAT(openStudy(copy_)->trials(), SizeIs(41));
  EXPECT_FALSE(fs::exists(copy_.string() + "-wal"));
  EXPECT_THAT(store->trials(), SizeIs(42));
  EXPECT_THAT(errorOf([&] { backUpStudy(path_, copy_); }), HasSubstr("already a file"));
}

TEST_F(StudyCare, ARepairedStudyHoldsAllThatCouldBeReadBitForBit) {
  const std::string whole = contentOf(*openStudy(path_));
  repairStudy(path_, copy_);
  const auto store = openStudy(copy_);
  EXPECT_EQ(contentOf(*store), whole);
  EXPECT_EQ(store->secondsSpent(), 12.5);
  EXPECT_EQ(store->trials()[4].note, "note 4");
  EXPECT_TRUE(store->trials()[4].starred);
  EXPECT_TRUE(store->isOurs(4));
  EXPECT_THAT(checkStudy(copy_).problems, IsEmpty());
}

TEST_F(StudyCare, RepairDoesNotMakeAStrangersNetworkOurs) {
  changeStudy(path_, "UPDATE weights SET data = (SELECT data FROM weights WHERE trial = 1) WHERE trial = 2");
  ASSERT_FALSE(openStudy(path_)->isOurs(2));
  repairStudy(path_, copy_);
  EXPECT_FALSE(openStudy(copy_)->isOurs(2));
  EXPECT_TRUE(openStudy(copy_)->isOurs(1));
}

TEST_F(StudyCare, WhatIsOddOrBrokenIsLeftOutAndTheRestSaved) {
  changeStudy(path_,
              "CREATE VIEW v AS SELECT 1; UPDATE trials SET network = '{}' WHERE number = 3;"
              "UPDATE weights SET data = x'00' WHERE trial = 5");
  const StudyHealth health = repairStudy(path_, copy_);
  EXPECT_EQ(health.trials, 39);
  EXPECT_EQ(health.weights, 38);
  EXPECT_THAT(checkStudy(copy_).problems, SizeIs(1));  // trial 5 finished and has no weights any more
  EXPECT_THAT(openStudy(copy_)->trials(), SizeIs(39));
}

// Page by page: whatever is overwritten, what is saved is a sound study and holds nothing but true trials.
TEST_F(StudyCare, AnyPageMayBeLost) {
  const std::string clean = base::readText(path_);
  const std::string whole = contentOf(*openStudy(path_));
  const std::size_t page = 4096;
  ASSERT_GT(clean.size(), 8 * page);
  int saved = 0, refused = 0;
  for (std::size_t at = page; at + page <= clean.size(); at += page) {
    std::string bytes = clean;
    bytes.replace(at, page, std::string(page, '\x5a'));
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    fs::remove(copy_);
    try {
      repairStudy(path_, copy_);
    } catch (const base::Error&) {
      ++refused;
      continue;
    }
    ++saved;
    EXPECT_NO_THROW({
      const auto store = openStudy(copy_);
      for (const Trial& trial : store->trials()) {
        const std::string network = trial.candidate.network.toJson();
        EXPECT_NE(whole.find(std::to_string(trial.number) + " finished  " + network), std::string::npos);
      }
    }) << "page "
       << at / page;
  }
  EXPECT_GT(saved, refused);
}

TEST_F(StudyCare, WhatIsNoStudyIsSaidSo) {
  std::ofstream(folder_ / "text.kinglet") << "hello";
  EXPECT_THAT(errorOf([&] { checkStudy(folder_ / "text.kinglet"); }), HasSubstr("is not a Kinglet study"));
  EXPECT_THAT(errorOf([&] { checkStudy(folder_ / "none.kinglet"); }), HasSubstr("there is no study file"));
  changeStudy(path_, "PRAGMA user_version = 9");
  EXPECT_THAT(errorOf([&] { checkStudy(path_); }), HasSubstr("newer Kinglet (its version is 9"));
}

TEST_F(StudyCare, AMigrationLeavesACopyOfTheOldFile) {
  changeStudy(path_,
              "DROP TABLE checkpoints; PRAGMA user_version = 1;"
              "UPDATE trials SET state = 'cancelled' WHERE number = 7");
  const std::string before = base::readText(path_);
  openStudy(path_, {}, true)->close();
  EXPECT_EQ(base::readText(path_.string() + ".version1"), before);
  EXPECT_EQ(openStudy(path_)->trials()[7].state, TrialState::preempted);
}

// The copy of an earlier migration, of another state of the study perhaps, is neither replaced nor taken for
// one.
TEST_F(StudyCare, EachMigrationLeavesItsOwnCopy) {
  const std::string old = "DROP TABLE checkpoints; PRAGMA user_version = 1";
  std::ofstream(path_.string() + ".version1") << "of last year";
  changeStudy(path_, old);
  const std::string before = base::readText(path_);
  openStudy(path_, {}, true)->close();
  EXPECT_EQ(base::readText(path_.string() + ".version1"), "of last year");
  EXPECT_EQ(base::readText(path_.string() + ".version1-2"), before);
}

TEST_F(StudyCare, AMigrationThatFailsLeavesTheOldFile) {
  changeStudy(path_, "DROP TABLE checkpoints; PRAGMA user_version = 1");
  const std::string before = base::readText(path_);
  rlimit limit{};
  ::getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit full{before.size() / 2, limit.rlim_max};  // as a disk that fills up
  const auto old = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &full);
  const std::string error = errorOf([&] { openStudy(path_, {}, true); });
  ::setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, old);
  EXPECT_THAT(error, HasSubstr("cannot write"));
  EXPECT_EQ(base::readText(path_), before);
  EXPECT_FALSE(fs::exists(path_.string() + ".version1"));
  EXPECT_THAT(openStudy(path_)->trials(), SizeIs(40));
}

}  // namespace
}  // namespace kinglet::study::testing
