// How much of the computer a search takes: it rests, it pauses for the battery, and comes to the same.
#include <algorithm>

#include "study/settings.h"
#include "study/small_study.h"
#include "study/trial.h"

namespace kinglet::study::testing {
namespace {

class PaceTest : public ::testing::Test {
 protected:
  std::unique_ptr<StudyRunner> runnerFor(const std::shared_ptr<StudyStore>& store, const Pace& pace,
                                         std::chrono::microseconds step = std::chrono::microseconds(0)) {
    auto runner = std::make_unique<StudyRunner>(
        store, features_, [this](const Event& event) { recorder_(event); }, fakeTrainer({step, {}, {}}));
    runner->setPace(pace);
    return runner;
  }
  std::shared_ptr<StudyStore> make(const std::string& name) {
    return openStudy(folder_ / name, settings_, true);
  }
  std::size_t toldToBe(RunState state) {
    const auto told = recorder_.all<StateChanged>();
    return std::size_t(
        std::count_if(told.begin(), told.end(), [&](const auto& t) { return t.state == state; }));
  }
  void waitFor(const StudyRunner& runner, RunState state) {
    while (runner.state() != state) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  TemporaryFolder folder_;
  std::shared_ptr<data::FeatureStore> features_ = toneFeatures(folder_);
  Settings settings_ = smallSettings(*features_);
  Recorder recorder_;
};

TEST_F(PaceTest, AShareOfTheTimeComesToTheSame) {
  settings_.trials = 4;
  const auto whole = make("whole"), shared = make("shared");
  const auto atOnce = runnerFor(whole, {}, std::chrono::milliseconds(1));
  atOnce->start();
  atOnce->wait();
  Pace pace;
  pace.share = 20;
  const auto runner = runnerFor(shared, pace, std::chrono::milliseconds(1));
  runner->start();
  runner->wait();
  EXPECT_EQ(contentOf(*whole), contentOf(*shared));
  // Four fifths of the time it rested, and rests are no work; load makes both longer.
  double worked = 0;
  for (const Trial& trial : shared->trials()) worked += trial.seconds;
  EXPECT_LT(worked, 0.5 * shared->secondsSpent());
}

TEST_F(PaceTest, AnotherShareCountsAtOnceAndStopIsObeyed) {
  Pace pace;
  pace.share = kLeastShare;
  const auto runner = runnerFor(make("x"), pace, std::chrono::milliseconds(30));
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<TrialStarted>(1));
  pace.share = 100;
  runner->setPace(pace);
  ASSERT_TRUE(recorder_.waitFor<EpochDone>(1));
  pace.share = kLeastShare;
  runner->setPace(pace);
  runner->stop();
  runner->wait();
  EXPECT_EQ(runner->state(), RunState::idle);
}

TEST_F(PaceTest, OnBatteryItPausesAndGoesOnWithMains) {
  std::atomic<bool> battery = true;
  Pace pace;
  pace.pauseOnBattery = true;
  pace.isOnBattery = [&] { return battery.load(); };
  const auto whole = make("whole"), paused = make("paused");
  const auto atOnce = runnerFor(whole, {});
  atOnce->start();
  atOnce->wait();
  const auto runner = runnerFor(paused, pace);
  runner->start();
  waitFor(*runner, RunState::paused);
  EXPECT_NE(recorder_.all<StateChanged>().back().why.english().find("battery"), std::string::npos);
  battery = false;
  runner->wait();
  EXPECT_EQ(runner->state(), RunState::finished);
  EXPECT_EQ(toldToBe(RunState::paused), 1u);
  EXPECT_EQ(contentOf(*whole), contentOf(*paused));
}

TEST_F(PaceTest, WhoStartsItOnBatteryMeansIt) {
  Pace pace;
  pace.pauseOnBattery = true;
  pace.isOnBattery = [] { return true; };
  const auto runner = runnerFor(make("x"), pace);
  runner->start();
  waitFor(*runner, RunState::paused);
  runner->start();
  runner->wait();
  EXPECT_EQ(runner->state(), RunState::finished);
  EXPECT_EQ(toldToBe(RunState::paused), 1u);
}

TEST_F(PaceTest, APersonsPauseIsNotEndedByMains) {
  std::atomic<bool> battery = true;
  Pace pace;
  pace.pauseOnBattery = true;
  pace.isOnBattery = [&] { return battery.load(); };
  const auto runner = runnerFor(make("x"), pace);
  runner->start();
  waitFor(*runner, RunState::paused);
  runner->pause();
  battery = false;
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));  // longer than between two looks
  EXPECT_EQ(runner->state(), RunState::paused);
  runner->stop();
  runner->wait();
}

class Supplies : public ::testing::Test {
 protected:
  void supply(const std::string& name, std::initializer_list<std::pair<const char*, const char*>> files) {
    std::filesystem::create_directories(folder_ / name);
    for (const auto& [file, text] : files) std::ofstream(folder_ / name / file) << text << "\n";
  }
  TemporaryFolder folder_;
};

TEST_F(Supplies, ABatteryThatDischargesWithoutMains) {
  EXPECT_FALSE(onBattery(folder_ / "none"));
  EXPECT_FALSE(onBattery(folder_.path()));
  supply("mouse", {{"type", "Battery"}, {"scope", "Device"}, {"status", "Discharging"}});
  EXPECT_FALSE(onBattery(folder_.path()));
  supply("BAT0", {{"type", "Battery"}, {"scope", "System"}, {"status", "Discharging"}});
  EXPECT_TRUE(onBattery(folder_.path()));
  supply("AC", {{"type", "Mains"}, {"online", "1"}});
  EXPECT_FALSE(onBattery(folder_.path()));
  supply("AC", {{"type", "Mains"}, {"online", "0"}});
  EXPECT_TRUE(onBattery(folder_.path()));
  supply("BAT0", {{"type", "Battery"}, {"status", "Not charging"}});
  EXPECT_FALSE(onBattery(folder_.path()));
}

}  // namespace
}  // namespace kinglet::study::testing
