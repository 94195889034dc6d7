// The program against wrong moments: killed, its sounds or its study taken away while it searches.
#include <sqlite3.h>

#include "cli/tone_search.h"
#include "study/trial.h"

namespace kinglet::cli {
namespace {

using ::testing::HasSubstr;

class Resilience : public ToneSearch {};

TEST_F(Resilience, KilledAtAnyMomentTheCurvesAreThoseOfAnUndisturbedSearch) {
  for (const std::string more :
       {std::string("--trials 3 --epochs 12"), std::string("--trials 2 --epochs 8 --cross-validate")}) {
    const std::string name = more.find("cross") == std::string::npos ? "plain" : "cross";
    ASSERT_EQ(run(searchOf(name + "-whole.kinglet", more)).code, 0);
    const std::string study = name + "-killed.kinglet";
    int kills = 0;
    for (std::size_t epochs = 5; epochs < 36; epochs += 9) {
      const pid_t child = start(searchOf(study, more));
      if (!waitForEpochs(child, study, epochs)) break;
      ::kill(child, SIGKILL);
      finish(child);
      ++kills;
    }
    EXPECT_GE(kills, 1);
    const Ended last = run(searchOf(study, more));
    EXPECT_EQ(last.code, 0) << last.error;
    EXPECT_EQ(curvesOf(study), curvesOf(name + "-whole.kinglet")) << name;
  }
}

TEST_F(Resilience, AKilledTrialGoesOnFromACheckpointAndNotFromItsStart) {
  const std::string more = "--trials 1 --epochs 4000 --stopping none";
  const pid_t child = start(searchOf("x.kinglet", more));
  ASSERT_TRUE(waitForEpochs(child, "x.kinglet", 30));
  // The first checkpoint is due a fifth of a second after the start.
  const auto kept = [&] {
    try {
      const auto checkpoint = study::openStudy(folder_ / "x.kinglet")->checkpoint(0);
      return checkpoint ? checkpoint->epoch : 0;
    } catch (const std::exception&) {
      return 0;
    }
  };
  while (kept() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  ::kill(child, SIGKILL);
  finish(child);
  const int epoch = kept();
  ASSERT_GT(epoch, 0);
  // Nothing that was learnt before it is learnt again: its reports are the very ones, times and all.
  const auto before = study::openStudy(folder_ / "x.kinglet")->trials().at(0).curve;
  const pid_t again = start(searchOf("x.kinglet", more));
  ASSERT_TRUE(waitForEpochs(again, "x.kinglet", before.size() + 3));
  ::kill(again, SIGKILL);
  finish(again);
  const auto after = study::openStudy(folder_ / "x.kinglet")->trials().at(0).curve;
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].trainLoss, after[i].trainLoss) << i;
    if (int(i) < epoch) {
      EXPECT_EQ(before[i].seconds, after[i].seconds) << i;
    }
  }
}

TEST_F(Resilience, SoundsThatAreAwayEndTheSearchAndLeaveNothingWrong) {
  const std::string more = "--trials 2 --epochs 3";
  ASSERT_EQ(run(searchOf("whole.kinglet", more)).code, 0);
  fs::remove_all(folder_ / "cache");
  // Away as soon as the study's file is there: the data set was read, its features were not.
  const pid_t child = start(searchOf("x.kinglet", more));
  int status = 0;
  while (!fs::exists(folder_ / "x.kinglet") && waitpid(child, &status, WNOHANG) == 0) {
  }
  fs::rename(folder_ / "tones", folder_ / "away");
  const Ended ended = finish(child);
  fs::rename(folder_ / "away", folder_ / "tones");
  if (ended.code != 0) {  // else the features were read before: then they are right
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.error, HasSubstr("cannot be read any more"));
  }
  const Ended again = run(searchOf("x.kinglet", more));
  EXPECT_EQ(again.code, 0) << again.error;
  EXPECT_EQ(curvesOf("x.kinglet"), curvesOf("whole.kinglet"));
}

TEST_F(Resilience, ADeletedStudyIsSavedElsewhereAndTheSearchEndsWith1) {
  const pid_t child = start(searchOf("x.kinglet", "--trials 400 --epochs 2"));
  ASSERT_TRUE(waitForEpochs(child, "x.kinglet", 6));
  fs::remove(folder_ / "x.kinglet");
  const Ended ended = finish(child);
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.error, HasSubstr("x-recovered.kinglet"));
  const auto saved = study::openStudy(folder_ / "x-recovered.kinglet");
  std::size_t finished = 0;
  for (const auto& trial : saved->trials()) finished += trial.state == study::TrialState::finished;
  EXPECT_GE(finished, 3u);
  // Every trial that was announced is there.
  std::size_t announced = 0;
  std::istringstream lines(ended.error);
  for (std::string line; std::getline(lines, line);) announced += line.starts_with("#");
  EXPECT_EQ(finished, announced) << ended.error;
  const Ended more = run(searchOf("x-recovered.kinglet", "--trials " + std::to_string(finished + 1)));
  EXPECT_EQ(more.code, 0) << more.error;
}

TEST_F(Resilience, AStudyHeldByAnotherProgramIsWaitedForWithAWord) {
  const pid_t child = start(searchOf("x.kinglet", "--trials 30 --epochs 2"));
  ASSERT_TRUE(waitForEpochs(child, "x.kinglet", 2));
  sqlite3* holder = nullptr;
  ASSERT_EQ(sqlite3_open((folder_ / "x.kinglet").c_str(), &holder), SQLITE_OK);
  sqlite3_busy_timeout(holder, 20000);
  ASSERT_EQ(sqlite3_exec(holder, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  std::this_thread::sleep_for(std::chrono::seconds(3));
  sqlite3_close(holder);
  const Ended ended = finish(child);
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_THAT(ended.error, HasSubstr("waits for it"));
}

TEST_F(Resilience, AStopWhileAnotherProgramHoldsTheStudyIsAnsweredSoon) {
  const pid_t child = start(searchOf("x.kinglet", "--trials 300 --epochs 2"));
  ASSERT_TRUE(waitForEpochs(child, "x.kinglet", 2));
  sqlite3* holder = nullptr;
  ASSERT_EQ(sqlite3_open((folder_ / "x.kinglet").c_str(), &holder), SQLITE_OK);
  sqlite3_busy_timeout(holder, 20000);
  ASSERT_EQ(sqlite3_exec(holder, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  ::kill(child, SIGINT);
  const Ended ended = finish(child);  // while it is still held
  sqlite3_close(holder);
  EXPECT_LE(ended.code, 1);
  const Ended more = run(searchOf("x.kinglet", "--trials 3"));
  EXPECT_EQ(more.code, 0) << more.error;
}

}  // namespace
}  // namespace kinglet::cli
