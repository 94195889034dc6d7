#include "study/report/audit.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "study/settings.h"
#include "study/small_study.h"
#include "study/trial.h"
#include "train/stopping.h"
#include "train/trainer.h"

namespace kinglet::study::testing {
namespace {

using ::testing::HasSubstr;

// A study of two workers as it might have been: trials that learn at their own pace, to errors that costs
// explain in part.
Recording plausibleRecording(int trials, int epochs) {
  Recording recording;
  recording.epochs = epochs;
  recording.reference = {100, 10, 1000};
  base::Random random(7);
  double free[2] = {0, 0};
  for (int i = 0; i < trials; ++i) {
    RecordedTrial trial;
    trial.number = i;
    trial.whole = true;
    trial.energyMj = std::pow(10, -2 + 2.5 * random.uniform());
    trial.memoryKb = 100 * trial.energyMj * (0.5 + random.uniform()) + 5;
    const double last = 0.35 - 0.1 * std::log10(trial.energyMj) + 0.08 * random.normal();
    double& time = free[0] < free[1] ? free[0] : free[1];
    for (int epoch = 1; epoch <= epochs; ++epoch) {
      const double error = last + (0.9 - last) * std::exp(-5.0 * epoch / epochs) + 0.02 * random.normal();
      trial.errors.push_back(std::clamp(error, 0.0, 1.0));
      trial.times.push_back(time += 0.5 + trial.energyMj / 10);
    }
    recording.trials.push_back(trial);
  }
  return recording;
}

train::StoppingSettings ruleNamed(const std::string& name) {
  train::StoppingSettings rule;
  rule.rule = name;
  rule.patience = 2;
  return rule;
}

// What rules make of the first five minutes must not depend on what came later.
Recording until(double time, Recording recording) {
  for (RecordedTrial& trial : recording.trials) {
    const auto n =
        std::size_t(std::upper_bound(trial.times.begin(), trial.times.end(), time) - trial.times.begin());
    trial.whole = trial.whole && n == trial.times.size();
    trial.times.resize(n);
    trial.errors.resize(n);
  }
  return recording;
}

TEST(Audit, NoneSavesAndLosesNothing) {
  const Audit result = audit(plausibleRecording(40, 12), ruleNamed("none"));
  EXPECT_EQ(result.epochsFull, 40 * 12);
  EXPECT_EQ(result.epochsTrained, 40 * 12);
  EXPECT_EQ(result.epochsSaved(), 0);
  EXPECT_GT(result.hypervolumeFull, 0);
  EXPECT_EQ(result.hypervolumeLost(), 0);
  EXPECT_EQ(result.stopped, 0);
  EXPECT_GT(result.front, 3);
  EXPECT_EQ(audit({}, ruleNamed("pareto")).epochsSaved(), 0);
  EXPECT_EQ(audit({}, ruleNamed("pareto")).hypervolumeLost(), 0);
  EXPECT_THROW(audit({}, ruleNamed("luck")), base::Error);
}

TEST(Audit, FiguresAddUpUnderEveryRule) {
  const Recording recording = plausibleRecording(80, 12);
  for (const std::string& name : train::stoppingRules()) {
    const Audit result = audit(recording, ruleNamed(name));
    ASSERT_EQ(result.trials.size(), 80u);
    long trained = 0;
    int stopped = 0, front = 0, lost = 0;
    for (const AuditedTrial& trial : result.trials) {
      trained += trial.stopEpoch > 0 ? trial.stopEpoch : 12;
      stopped += trial.stopEpoch > 0;
      front += trial.onFront;
      lost += trial.onFront && trial.stopEpoch > 0;
      EXPECT_EQ(trial.reason.empty(), trial.stopEpoch == 0) << name;
      EXPECT_LT(trial.stopEpoch, 12) << name;
      EXPECT_FALSE(trial.beyond);
    }
    EXPECT_EQ(result.epochsTrained, trained) << name;
    EXPECT_EQ(result.stopped, stopped) << name;
    EXPECT_EQ(result.front, front) << name;
    EXPECT_EQ(result.frontLost, lost) << name;
    EXPECT_EQ(result.hypervolumeLost() > 0, lost > 0) << name;
    EXPECT_EQ(stopped > 0, name != "none") << name;
  }
}

TEST(Audit, ARuleSeesOnlyWhatWasKnownAtTheTime) {
  const Recording recording = plausibleRecording(60, 12);
  const double half = recording.trials.back().times.back() / 2;
  for (const std::string& name : train::stoppingRules()) {
    const Audit whole = audit(recording, ruleNamed(name)),
                early = audit(until(half, recording), ruleNamed(name));
    int compared = 0;
    for (std::size_t i = 0; i < recording.trials.size(); ++i) {
      const int stop = whole.trials[i].stopEpoch;
      const bool before = stop > 0 && recording.trials[i].times[std::size_t(stop) - 1] <= half;
      EXPECT_EQ(early.trials[i].stopEpoch, before ? stop : 0) << name << " trial " << i;
      if (before) {
        EXPECT_EQ(early.trials[i].reason, whole.trials[i].reason);
      }
      compared += before;
    }
    if (name != "none") {
      EXPECT_GT(compared, 0) << name;
    }
  }
}

TEST(Audit, OfTrialsThatWereStoppedTheRestIsUnknown) {
  Recording recording = plausibleRecording(40, 12);
  for (std::size_t i = 0; i < 40; i += 2) {
    recording.trials[i].whole = false;
    recording.trials[i].errors.resize(4);
    recording.trials[i].times.resize(4);
  }
  const Audit result = audit(recording, ruleNamed("none"));
  EXPECT_EQ(result.beyond, 20);
  EXPECT_EQ(result.epochsSaved(), 0);  // it would have trained them all to the end
  EXPECT_EQ(result.hypervolumeLost(), 0);
  for (const AuditedTrial& trial : result.trials)
    if (trial.beyond) {
      EXPECT_FALSE(trial.onFront);
    }
}

// The replay and the search decide by one piece of code: a study that ran with a rule stops in the replay
// where it stopped then.
TEST(Audit, TheReplayOfAStudysOwnRuleIsTheStudy) {
  const TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  for (const std::string& name : train::stoppingRules()) {
    Settings settings = smallSettings(*features);
    settings.trials = 30;
    settings.recipe.epochs = 9;
    settings.stopping.rule = name;
    settings.stopping.confidence = 0.8;
    settings.stopping.patience = 3;
    const std::shared_ptr<StudyStore> store = openStudy(folder / (name + ".kinglet"), settings, true);
    FakeTraining fake;  // every third trial learns nothing
    fake.accuracy = [](const train::TrainTask& task, int epoch) {
      return task.seed % 3 == 0 ? 0.45 - 0.001 * epoch : plausibleAccuracy(task, epoch);
    };
    StudyRunner runner(
        store, features, [](const Event&) {}, fakeTrainer(fake));
    runner.start();
    runner.wait();
    const auto trials = store->trials();
    const Audit result = audit(recordingOf(trials, settings), settings.stopping);
    ASSERT_EQ(result.trials.size(), trials.size()) << name;
    int stopped = 0;
    for (std::size_t i = 0; i < trials.size(); ++i) {
      EXPECT_EQ(result.trials[i].stopEpoch, trials[i].cutEpoch) << name << " trial " << i;
      EXPECT_EQ(result.trials[i].reason, trials[i].reason) << name << " trial " << i;
      stopped += trials[i].cutEpoch > 0;
    }
    EXPECT_EQ(stopped > 0, name != "none") << name;
    EXPECT_EQ(result.beyond, 0) << name;
  }
}

Trial finishedTrial(int number, double accuracy, double millijoules, int cutEpoch) {
  Trial trial;
  trial.number = number;
  trial.state = TrialState::finished;
  trial.energy.millijoules = millijoules;
  trial.cost.flashBytes = 10240;
  trial.cost.peakRamBytes = 0;
  trial.cutEpoch = cutEpoch;
  trial.curve.resize(1);
  trial.curve[0].validation.accuracy = accuracy;
  return trial;
}

TEST(Audit, RegretIsMeasuredOnTheTrialsThatWereTrainedOn) {
  Settings settings;
  settings.reference = {100, 10, 100};
  // One to compare with (half the box of error and energy); two audited: one no better, one at full accuracy.
  const std::vector<Trial> trials{finishedTrial(0, 0.5, 0.1, 0), finishedTrial(1, 0.4, 0.1, 3),
                                  finishedTrial(2, 1.0, 0.1, 3)};
  const MeasuredRegret regret = measuredRegret(trials, settings);
  EXPECT_EQ(regret.audited, 2);
  EXPECT_EQ(regret.gained, 1);
  EXPECT_NEAR(regret.hypervolumeMissed, 0.5, 1e-12);
  EXPECT_NEAR(regret.low, 0.0945, 1e-3);  // Wilson, one of two
  EXPECT_NEAR(regret.high, 0.9055, 1e-3);
  const MeasuredRegret none = measuredRegret({trials[0]}, settings);
  EXPECT_EQ(none.audited, 0);
  EXPECT_EQ(none.hypervolumeMissed, 0);
  EXPECT_EQ(none.high, 1);
}

}  // namespace
}  // namespace kinglet::study::testing
