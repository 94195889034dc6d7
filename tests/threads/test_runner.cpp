// The runner's threads, with a fake trainer: quick, and free of LibTorch, so that the thread sanitizer can
// watch.
#include <gmock/gmock.h>

#include <set>

#include "base/error.h"
#include "network/cost.h"
#include "search/strategy.h"
#include "space/audio_space.h"
#include "study/evaluation.h"
#include "study/meaning.h"
#include "study/objectives.h"
#include "study/settings.h"
#include "study/small_study.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "train/metrics.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::study::testing {
namespace {

class RunnerTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::shared_ptr<data::FeatureStore> features_ = toneFeatures(folder_);
  Settings settings_ = smallSettings(*features_);
  Recorder recorder_;

  std::shared_ptr<StudyStore> make(const std::string& name = "x.kinglet") {
    return openStudy(folder_ / name, settings_, true);
  }
  std::unique_ptr<StudyRunner> runnerFor(std::shared_ptr<StudyStore> store, FakeTraining fake = {}) {
    return std::make_unique<StudyRunner>(
        std::move(store), features_, [this](const Event& event) { recorder_(event); },
        fakeTrainer(std::move(fake)));
  }
  static void runToEnd(StudyRunner& runner) {
    runner.start();
    runner.wait();
  }
};

TEST_F(RunnerTest, RunsAllTrialsOnSeveralWorkersAndSavesBeforeItTells) {
  settings_.workers = 3;
  const auto store = make();
  std::atomic<int> early = 0;
  StudyRunner runner(
      store, features_,
      [&](const Event& event) {
        recorder_(event);
        if (const auto* ended = std::get_if<TrialEnded>(&event)) {
          const auto kept = store->trials();
          const auto& trial = kept.at(std::size_t(ended->trial->number));
          if (trial.state != TrialState::finished || trial.curve.size() != 4 || !trial.hasWeights) ++early;
        }
      },
      fakeTrainer({std::chrono::microseconds(200), {}, {}}));
  runToEnd(runner);
  EXPECT_EQ(early, 0);
  EXPECT_EQ(runner.state(), RunState::finished);
  EXPECT_EQ(recorder_.all<TrialEnded>().size(), 12u);
  EXPECT_EQ(recorder_.all<EpochDone>().size(), 48u);
  std::set<int> workers;
  for (const auto& started : recorder_.all<TrialStarted>()) workers.insert(started.worker);
  EXPECT_EQ(workers.size(), 3u);
  const auto states = recorder_.all<StateChanged>();
  EXPECT_EQ(states.back().state, RunState::finished);
  EXPECT_EQ(states.back().why.english(), "all trials are done");
  EXPECT_GT(store->secondsSpent(), 0);
}

TEST_F(RunnerTest, OneWorkerAndOneSeedGiveOneStudy) {
  for (const std::string& strategy : search::strategyNames()) {
    settings_.strategy = strategy;
    const auto a = make(strategy + "-a"), b = make(strategy + "-b");
    runToEnd(*runnerFor(a));
    runToEnd(*runnerFor(b));
    EXPECT_EQ(contentOf(*a), contentOf(*b)) << strategy;
    EXPECT_EQ(a->trials().size(), 12u);
  }
}

TEST_F(RunnerTest, AnInterruptedStudyGoesOnAsIfItHadNotBeen) {
  for (const std::string& strategy : search::strategyNames()) {
    settings_.strategy = strategy;
    settings_.trials = 20;
    settings_.stopping.rule = "pareto";
    settings_.stopping.minimumEpochs = 2;
    const auto whole = make(strategy + "-whole");
    runToEnd(*runnerFor(whole));

    const std::filesystem::path path = folder_ / (strategy + "-parts");
    const FakeTraining slow{std::chrono::microseconds(300), {}, {}};
    for (int part = 0; part < 3; ++part) {
      const std::shared_ptr<StudyStore> store = openStudy(path, settings_, true);
      const std::size_t before = recorder_.all<EpochDone>().size();
      const auto runner = runnerFor(store, slow);
      runner->start();
      ASSERT_TRUE(recorder_.waitFor<EpochDone>(before + 18));
      runner->stop();
      runner->wait();
      EXPECT_EQ(runner->state(), RunState::idle);
    }
    const std::shared_ptr<StudyStore> store = openStudy(path, {}, true);
    runToEnd(*runnerFor(store));
    EXPECT_EQ(contentOf(*whole), contentOf(*store)) << strategy;
  }
}

TEST_F(RunnerTest, PauseHaltsTheTrialAndTheClock) {
  const auto store = make();
  const auto runner = runnerFor(store, {std::chrono::milliseconds(2), {}, {}});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<EpochDone>(1));
  runner->pause();
  EXPECT_EQ(runner->state(), RunState::paused);
  const double spent = runner->secondsSpent();
  // The batch that was under way ends, whenever a busy machine comes to that; then nothing more happens.
  std::size_t seen = 0;
  for (int quiet = 0; quiet < 5;) {
    const std::size_t now = recorder_.all<EpochDone>().size();
    quiet = now == seen ? quiet + 1 : 0;
    seen = now;
    ASSERT_LT(seen, 48u);
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
  }
  EXPECT_EQ(runner->secondsSpent(), spent);
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<EpochDone>(seen + 4));
  runner->stop();
  runner->wait();
  for (const auto& trial : store->trials()) EXPECT_LT(trial.seconds, 0.1 + runner->secondsSpent());
}

TEST_F(RunnerTest, StopWhilePausedEnds) {
  const auto runner = runnerFor(make(), {std::chrono::milliseconds(1), {}, {}});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<TrialStarted>(1));
  runner->pause();
  runner->stop();
  runner->wait();
  EXPECT_EQ(runner->state(), RunState::idle);
  runner->start();  // and goes on
  ASSERT_TRUE(recorder_.waitFor<TrialEnded>(3));
}

TEST_F(RunnerTest, OneTrialIsStoppedAndTheOthersGoOn) {
  settings_.workers = 2;
  const auto store = make();
  const auto runner = runnerFor(store, {std::chrono::milliseconds(1), {}, {}});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<EpochDone>(2));
  runner->stopTrial(0);
  runner->stopTrial(999);  // no such trial: nothing happens
  runner->wait();
  const auto trials = store->trials();
  EXPECT_EQ(trials[0].state, TrialState::stoppedEarly);
  EXPECT_EQ(trials[0].reason.english(), "stopped by the user");
  EXPECT_EQ(trials[1].state, TrialState::finished);
  EXPECT_EQ(trials.size(), 12u);
}

TEST_F(RunnerTest, ATrialThatFailsIsKeptWithItsReason) {
  std::atomic<int> count = 0;
  const auto store = make();
  runToEnd(*runnerFor(store, {{},
                              [&](const train::TrainTask&) {
                                const int i = count++;
                                if (i % 4 == 1) throw base::Error("the loss diverged");
                                if (i % 4 == 3) throw std::bad_alloc();
                              },
                              {}}));
  const auto trials = store->trials();
  ASSERT_EQ(trials.size(), 12u);
  EXPECT_EQ(trials[1].state, TrialState::failed);
  EXPECT_EQ(trials[1].reason.english(), "the loss diverged");
  EXPECT_EQ(trials[3].state, TrialState::failed);
  EXPECT_THAT(trials[3].reason.english(), ::testing::HasSubstr("out of memory"));
  EXPECT_EQ(trials[4].state, TrialState::finished);
}

TEST_F(RunnerTest, ABadNetworkIsNoFailureOfTheComputers) {
  std::atomic<int> count = 0;
  const auto store = make();
  FakeTraining fake;
  fake.accuracy = [&](const train::TrainTask& task, int epoch) {
    if (epoch == 3 && count++ == 1) throw train::Diverged("Training diverged in epoch %1", epoch);
    return plausibleAccuracy(task, epoch);
  };
  runToEnd(*runnerFor(store, fake));
  const auto trials = store->trials();
  ASSERT_EQ(trials.size(), 12u);
  EXPECT_EQ(trials[1].state, TrialState::bad);
  EXPECT_EQ(trials[1].curve.size(), 2u);  // what it reached stays
  EXPECT_FALSE(trials[1].hasWeights);
  for (const int i : frontOf(trials)) EXPECT_NE(i, 1);
  EXPECT_EQ(trials[2].state, TrialState::finished);
}

TEST_F(RunnerTest, FailuresOfManyKindsAreWaitedForLonger) {
  std::atomic<int> count = 0;
  const auto store = make();
  const auto runner = runnerFor(store, {{},
                                        [&](const train::TrainTask&) {
                                          const int i = count++;
                                          if (i % 2 == 0) throw std::bad_alloc();
                                          throw base::Error("fault in epoch %1", i);
                                        },
                                        {}});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<Failed>(1));
  EXPECT_EQ(store->trials().size(), 5u);
}

// The file is deleted under the search: it pauses, and goes on in the file where its observer saved it.
TEST_F(RunnerTest, ADeletedStudyPausesAndGoesOnElsewhere) {
  const auto undisturbed = make("undisturbed");
  runToEnd(*runnerFor(undisturbed));
  const auto store = make("gone.kinglet");
  std::atomic<int> ended = 0;
  std::atomic<int> gone = 0;
  StudyRunner runner(
      store, features_,
      [&](const Event& event) {
        if (std::holds_alternative<TrialEnded>(event) && ++ended == 4)
          std::filesystem::remove(folder_ / "gone.kinglet");
        if (const auto* failed = std::get_if<Failed>(&event)) {
          EXPECT_TRUE(failed->moved);
          ++gone;
          store->moveTo(folder_ / "saved.kinglet");
        }
        recorder_(event);
      },
      fakeTrainer());
  runner.start();
  ASSERT_TRUE(recorder_.waitFor<Failed>(1));
  runToEnd(runner);
  EXPECT_EQ(gone, 1);
  EXPECT_EQ(contentOf(*undisturbed), contentOf(*store));
  EXPECT_EQ(contentOf(*undisturbed), contentOf(*openStudy(folder_ / "saved.kinglet")));
}

TEST_F(RunnerTest, ManyFailuresInARowPauseTheStudy) {
  const auto store = make();
  const auto runner =
      runnerFor(store, {{}, [](const train::TrainTask&) { throw base::Error("the sounds are gone"); }, {}});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<Failed>(1));
  for (int i = 0; i < 200 && runner->state() != RunState::paused; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(runner->state(), RunState::paused);
  EXPECT_THAT(recorder_.all<Failed>().front().message.english(), ::testing::HasSubstr("the sounds are gone"));
  EXPECT_EQ(store->trials().size(), 3u);
}

TEST_F(RunnerTest, SoundsThatGoAwayPauseTheStudyAndNoTrialIsBlamed) {
  const auto store = make();
  const auto runner = runnerFor(store);
  std::filesystem::rename(folder_ / "tones", folder_ / "away");
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<Failed>(1));
  EXPECT_THAT(recorder_.all<Failed>()[0].message.english(), ::testing::HasSubstr("is gone"));
  EXPECT_EQ(runner->state(), RunState::paused);
  std::filesystem::rename(folder_ / "away", folder_ / "tones");
  runToEnd(*runner);
  EXPECT_EQ(recorder_.all<Failed>().size(), 1u);
  for (const Trial& trial : store->trials()) EXPECT_EQ(trial.state, TrialState::finished);
  EXPECT_EQ(store->trials().size(), 12u);
}

TEST_F(RunnerTest, ATrialWhoseFeaturesWereDamagedIsTrainedAnew) {
  const auto whole = make("whole"), harmed = make("harmed");
  runToEnd(*runnerFor(whole));
  std::atomic<int> starts = 0;
  FakeTraining fake;
  fake.accuracy = [&](const train::TrainTask& task, int epoch) {
    if (epoch == 3 && ++starts == 2) throw data::FeaturesDamaged();
    return plausibleAccuracy(task, epoch);
  };
  runToEnd(*runnerFor(harmed, fake));
  EXPECT_EQ(contentOf(*whole), contentOf(*harmed));
}

TEST_F(RunnerTest, WhatIsWrongWithTheSoundsIsTold) {
  const auto store = make();
  const auto runner = runnerFor(store);
  std::filesystem::remove(folder_ / "tones" / "tone3.wav");
  runToEnd(*runner);
  ASSERT_EQ(recorder_.all<Noted>().size(), 1u);
  EXPECT_NE(recorder_.all<Noted>()[0].what.english().find("tone3.wav: the file is gone"), std::string::npos);
}

TEST_F(RunnerTest, StoppedEarlyWithAReasonAndTheAuditTrainsOn) {
  settings_.stopping.rule = "patience";
  settings_.stopping.patience = 1;
  settings_.stopping.minimumEpochs = 2;
  const auto flat = [](const train::TrainTask&, int) { return 0.5; };
  const auto obeyed = make("obeyed");
  runToEnd(*runnerFor(obeyed, {{}, {}, flat}));
  for (const auto& trial : obeyed->trials()) {
    EXPECT_EQ(trial.state, TrialState::stoppedEarly);
    EXPECT_EQ(trial.cutEpoch, int(trial.curve.size()));
    EXPECT_LT(trial.cutEpoch, 4);
    EXPECT_FALSE(trial.reason.empty());
    EXPECT_FALSE(trial.hasWeights);
  }
  settings_.auditShare = 1;
  const auto audited = make("audited");
  runToEnd(*runnerFor(audited, {{}, {}, flat}));
  for (const auto& trial : audited->trials()) {
    EXPECT_EQ(trial.state, TrialState::finished);
    EXPECT_EQ(trial.curve.size(), 4u);
    EXPECT_GT(trial.cutEpoch, 0);
    EXPECT_FALSE(trial.reason.empty());
  }
}

TEST_F(RunnerTest, StoppingCanBeSwitchedWhileItRuns) {
  settings_.trials = 40;
  settings_.recipe.epochs = 10;
  const auto store = make();
  const auto runner = runnerFor(
      store, {std::chrono::microseconds(200), {}, [](const train::TrainTask&, int) { return 0.5; }});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<TrialEnded>(3));
  Settings changed = settings_;
  changed.stopping.rule = "patience";
  changed.stopping.patience = 1;
  changed.stopping.minimumEpochs = 1;
  changed.seed = 99;  // not a live one: stays
  runner->change(changed);
  runner->wait();
  const auto trials = store->trials();
  EXPECT_EQ(trials.front().state, TrialState::finished);
  EXPECT_EQ(trials.back().state, TrialState::stoppedEarly);
  EXPECT_EQ(store->settings().stopping.rule, "patience");
  EXPECT_EQ(store->settings().seed, settings_.seed);
  changed.stopping.rule = "nonsense";
  EXPECT_THROW(runner->change(changed), base::Error);
}

TEST_F(RunnerTest, WorkersAndTrialsChangeWhileItRuns) {
  settings_.trials = 8;
  const auto store = make();
  const auto runner = runnerFor(store, {std::chrono::microseconds(500), {}, {}});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<TrialEnded>(1));
  Settings changed = settings_;
  changed.workers = 3;
  changed.trials = 16;
  runner->change(changed);
  ASSERT_TRUE(recorder_.waitFor<TrialEnded>(6));
  changed.workers = 1;
  runner->change(changed);
  runner->wait();
  EXPECT_EQ(store->trials().size(), 16u);
  std::set<int> workers;
  for (const auto& started : recorder_.all<TrialStarted>()) workers.insert(started.worker);
  EXPECT_EQ(workers, (std::set{0, 1, 2}));
}

TEST_F(RunnerTest, HowItListensChangesUnlessItIsSearchedBy) {
  for (const CostObjective objective : {CostObjective::energy, CostObjective::power}) {
    settings_.objective = objective;
    settings_.trials = 20;
    const auto store = make(std::string(toText(objective)) + ".kinglet");
    const auto runner = runnerFor(store, {std::chrono::microseconds(500), {}, {}});
    runner->start();
    ASSERT_TRUE(recorder_.waitFor<TrialEnded>(1));
    Settings changed = settings_;
    changed.listening.microphoneMw = 500;
    runner->change(changed);
    runner->wait();
    const double last = store->trials().back().power.totalMw;
    EXPECT_EQ(store->settings().listening.microphoneMw, objective == CostObjective::energy ? 500 : 0);
    EXPECT_EQ(last > 500, objective == CostObjective::energy);
    changed.listening.clockMhz = 1e5;  // no clock of the device
    EXPECT_THROW(runner->change(changed), base::Error);
  }
}

TEST_F(RunnerTest, NothingOverTheLimitsIsTrained) {
  settings_.limits.flashKb = 8.5;  // of which the front end takes the most
  settings_.trials = 30;
  std::atomic<int> over = 0;
  const auto store = make();
  runToEnd(*runnerFor(
      store, {{},
              [&](const train::TrainTask& task) { over += network::costOf(task.network).flashBytes > 8704; },
              {}}));
  EXPECT_EQ(over, 0);
  EXPECT_FALSE(store->trials().empty());
  for (const auto& trial : store->trials()) EXPECT_LE(trial.flashKb(), 8.5);
}

TEST_F(RunnerTest, NoNetworkIsTrainedTwiceAndAnEmptySpaceEndsTheStudy) {
  // Strides at a map of one row say nothing: many genomes, few networks.
  settings_.spaceJson = R"({"name": "tiny", "parameters": [
    {"name": "n_mels", "kind": "ordinal", "values": [16]}, {"name": "clip_s", "kind": "ordinal", "values": [0.4]},
    {"name": "stem_filters", "kind": "ordinal", "values": [4, 8]},
    {"name": "num_blocks", "kind": "ordinal", "values": [1]},
    {"name": "b1_type", "kind": "categorical", "values": ["conv", "dwsep"]},
    {"name": "b1_width", "kind": "ordinal", "values": [4, 8]},
    {"name": "b1_kernel", "kind": "ordinal", "values": [201, 203, 205]}]})";
  settings_.trials = 1000;
  settings_.workers = 2;
  std::mutex mutex;
  std::multiset<std::uint64_t> trained;
  const auto store = make();
  runToEnd(*runnerFor(store, {{},
                              [&](const train::TrainTask& task) {
                                const std::lock_guard guard(mutex);
                                trained.insert(task.network.fingerprint());
                              },
                              {}}));
  EXPECT_EQ(trained.size(), 8u);
  EXPECT_EQ(std::set<std::uint64_t>(trained.begin(), trained.end()).size(), trained.size());
  EXPECT_EQ(store->repeats().size(), 16u);
  for (const auto& repeat : store->repeats()) EXPECT_GE(repeat.toldAs, 0);
  EXPECT_EQ(recorder_.all<StateChanged>().back().state, RunState::finished);
  EXPECT_THAT(recorder_.all<StateChanged>().back().why.english(), ::testing::HasSubstr("no further network"));
}

TEST_F(RunnerTest, TheTimeLimitEndsTheStudyAndUnfinishedTrialsAreKeptForLater) {
  settings_.minutes = 0.2 / 60;
  const auto store = make();
  const auto runner = runnerFor(store, {std::chrono::milliseconds(20), {}, {}});
  runToEnd(*runner);
  EXPECT_EQ(runner->state(), RunState::finished);
  EXPECT_THAT(recorder_.all<StateChanged>().back().why.english(), ::testing::HasSubstr("time limit"));
  EXPECT_LT(runner->secondsSpent(), 1.0);
  EXPECT_EQ(store->trials().at(0).state, TrialState::preempted);
}

TEST_F(RunnerTest, BaselinesAreTrainedBesideTheCandidates) {
  settings_.baselines = {"mobilenet_v1:0.25", "ds_cnn"};
  settings_.trials = 6;
  settings_.stopping.rule = "patience";
  settings_.stopping.patience = 1;
  const auto store = make();
  runToEnd(*runnerFor(store, {{}, {}, [](const train::TrainTask&, int) { return 0.5; }}));
  std::vector<std::string> names;
  int candidates = 0;
  for (const auto& trial : store->trials()) {
    candidates += trial.baseline.empty();
    if (trial.baseline.empty()) continue;
    names.push_back(trial.baseline);
    EXPECT_EQ(trial.state, TrialState::finished) << "a baseline is never stopped early";
  }
  EXPECT_EQ(names, settings_.baselines);
  EXPECT_EQ(candidates, 6);
}

// A disk that is full from a moment on, until it is not.
class FullDisk final : public StudyStore {
 public:
  explicit FullDisk(std::shared_ptr<StudyStore> store) : store_(std::move(store)) {}
  std::atomic<bool> full = false;
  Settings settings() const override { return store_->settings(); }
  void saveSettings(const Settings& settings) override { check(), store_->saveSettings(settings); }
  std::vector<Trial> trials() const override { return store_->trials(); }
  int trialCount() const override { return store_->trialCount(); }
  void saveTrial(const Trial& trial, const train::Weights* weights) override {
    check(), store_->saveTrial(trial, weights);
  }
  void saveEpoch(int trial, const train::EpochReport& epoch) override {
    check(), store_->saveEpoch(trial, epoch);
  }
  void saveWeights(int trial, const train::Weights& weights) override {
    check(), store_->saveWeights(trial, weights);
  }
  std::optional<train::Weights> weights(int trial) const override { return store_->weights(trial); }
  void saveStar(int trial, bool starred, const std::string& note) override {
    store_->saveStar(trial, starred, note);
  }
  void saveTest(int trial, const train::Metrics& test) override { store_->saveTest(trial, test); }
  std::vector<Repeat> repeats() const override { return store_->repeats(); }
  void saveRepeat(const Repeat& repeat) override { check(), store_->saveRepeat(repeat); }
  double secondsSpent() const override { return store_->secondsSpent(); }
  void saveSecondsSpent(double seconds) override { check(), store_->saveSecondsSpent(seconds); }
  std::optional<SoundsRecord> sounds() const override { return store_->sounds(); }
  void saveSounds(const SoundsRecord& record) override { check(), store_->saveSounds(record); }
  std::filesystem::path path() const override { return store_->path(); }

 private:
  void check() const {
    if (full) throw base::Error("the disk is full");
  }
  std::shared_ptr<StudyStore> store_;
};

TEST_F(RunnerTest, AFullDiskPausesAndNothingIsLost) {
  const auto undisturbed = make("undisturbed");
  runToEnd(*runnerFor(undisturbed));

  const auto real = make("disturbed");
  const auto store = std::make_shared<FullDisk>(real);
  const auto runner = runnerFor(store, {std::chrono::microseconds(100), {}, {}});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<TrialEnded>(12 + 4));
  store->full = true;
  ASSERT_TRUE(recorder_.waitFor<Failed>(1));
  EXPECT_EQ(recorder_.all<Failed>().front().message.english(), "the disk is full");
  for (int i = 0; i < 200 && runner->state() != RunState::paused; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(runner->state(), RunState::paused);
  EXPECT_GE(real->trials().size(), 4u);
  store->full = false;
  runner->start();
  runner->wait();
  EXPECT_EQ(runner->state(), RunState::finished);
  EXPECT_EQ(contentOf(*undisturbed), contentOf(*real));
}

TEST_F(RunnerTest, ControlFromManyThreadsEndsWell) {
  settings_.workers = 3;
  settings_.trials = 60;
  const auto store = make();
  const auto runner = runnerFor(store, {std::chrono::microseconds(100), {}, {}});
  {
    std::vector<std::jthread> hands;
    for (int hand = 0; hand < 3; ++hand)
      hands.emplace_back([&, hand] {
        base::Random random(std::uint64_t(hand) + 1);
        for (int i = 0; i < 60; ++i) {
          switch (random.below(6)) {
            case 0:
              runner->pause();
              break;
            case 1:
              runner->stop();
              break;
            case 2:
              runner->stopTrial(random.below(20));
              break;
            case 3: {
              Settings changed = settings_;
              changed.workers = 1 + random.below(4);
              runner->change(changed);
              break;
            }
            default:
              runner->start();
          }
          (void)runner->secondsLeft();
          std::this_thread::sleep_for(std::chrono::microseconds(500));
        }
      });
  }
  for (int i = 0; i < 5 && runner->state() != RunState::finished; ++i) {
    runner->start();
    runner->wait();
  }
  EXPECT_EQ(runner->state(), RunState::finished);
  const auto trials = store->trials();
  EXPECT_EQ(trials.size(), 60u);
  std::set<std::string> networks;
  for (const auto& trial : trials) {
    EXPECT_TRUE(trial.state == TrialState::finished || trial.state == TrialState::stoppedEarly);
    networks.insert(fingerprintOf(trial));
  }
  EXPECT_EQ(networks.size(), trials.size());
}

TEST_F(RunnerTest, TheDestructorEndsARunningStudy) {
  const auto store = make();
  {
    const auto runner = runnerFor(store, {std::chrono::milliseconds(1), {}, {}});
    runner->start();
    ASSERT_TRUE(recorder_.waitFor<TrialStarted>(1));
  }
  EXPECT_EQ(store->trials().front().state, TrialState::preempted);
}

TEST_F(RunnerTest, OtherDataIsRefused) {
  Settings other = settings_;
  other.classes = {"dog", "cat"};
  const std::shared_ptr<StudyStore> store = openStudy(folder_ / "other", other);
  EXPECT_THROW(runnerFor(store), base::Error);
}

// A network of the space that the study has not tried.
space::Genome untried(const Settings& settings, const StudyStore& store, std::uint64_t seed = 5) {
  const space::SearchSpace space = spaceOf(settings);
  const auto trials = store.trials();
  base::Random random(seed);
  for (;;) {
    const space::Genome genome = space.canonical(space.sample(random));
    const auto candidate = space::decode(space, genome, settings.input, 2);
    if (std::none_of(trials.begin(), trials.end(), [&](const Trial& trial) {
          return trial.candidate.network.fingerprint() == candidate.network.fingerprint();
        }))
      return genome;
  }
}

TEST_F(RunnerTest, WhatAPersonAsksForIsTrainedWhileTheSearchRests) {
  settings_.trials = 4;
  const auto store = make();
  const auto runner = runnerFor(store);
  runToEnd(*runner);
  ASSERT_EQ(store->trials().size(), 4u);
  const space::Genome wish = untried(settings_, *store);
  runner->train(wish, 2);
  runner->wait();
  EXPECT_EQ(runner->state(), RunState::finished);
  const auto trials = store->trials();
  ASSERT_EQ(trials.size(), 5u);
  EXPECT_EQ(trials[4].genome, wish);
  EXPECT_EQ(trials[4].origin.strategy, kPersonsStrategy);
  EXPECT_EQ(trials[4].origin.parents, std::vector<int>{2});
  EXPECT_EQ(trials[4].state, TrialState::finished);
  EXPECT_EQ(trials[4].curve.size(), 4u);

  // The same once more, and what is over a limit: told, not trained.
  runner->train(wish, 2);
  runner->wait();
  Settings strict = settings_;
  strict.limits.energyMj = 1e-9;
  runner->change(strict);
  runner->train(untried(settings_, *store, 9), 0);
  runner->wait();
  EXPECT_EQ(store->trials().size(), 5u);
  const auto notes = recorder_.all<Noted>();
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_THAT(notes[0].what.english(), ::testing::HasSubstr("candidate 4"));
  EXPECT_THAT(notes[1].what.english(), ::testing::HasSubstr("limit"));
}

TEST_F(RunnerTest, AWishInARunningSearchIsTakenNextAndTheStudyGoesOnAsIfItHadBeenSuggested) {
  settings_.strategy = "hybrid";
  const auto store = make();
  space::Genome wish;
  {
    std::unique_ptr<StudyRunner> runner;
    std::atomic<bool> asked = false;
    runner = std::make_unique<StudyRunner>(
        store, features_,
        [&](const Event& event) {
          recorder_(event);
          if (std::holds_alternative<TrialEnded>(event) && !asked.exchange(true)) {
            wish = untried(settings_, *store);
            runner->train(wish, 0);
          }
        },
        fakeTrainer());
    runToEnd(*runner);
  }
  const auto trials = store->trials();
  ASSERT_EQ(trials.size(), 12u);
  EXPECT_EQ(trials[1].genome, wish);
  EXPECT_EQ(trials[1].suggestion, 1);
  // Closed and opened again, the strategy suggests as it would have, the wish among what it knows.
  Settings more = settings_;
  more.trials = 16;
  const auto whole = runnerFor(store);
  whole->change(more);
  runToEnd(*whole);
  EXPECT_EQ(store->trials().size(), 16u);
  std::set<std::uint64_t> networks;
  for (const Trial& trial : store->trials()) networks.insert(trial.candidate.network.fingerprint());
  EXPECT_EQ(networks.size(), 16u);
}

TEST_F(RunnerTest, AWishThatWasNotTakenYetCanBeTakenBack) {
  settings_.trials = 2;
  const auto store = make();
  const auto runner = runnerFor(store, {std::chrono::microseconds(500), {}, {}});
  runner->start();
  ASSERT_TRUE(recorder_.waitFor<TrialStarted>(1));
  runner->pause();
  const int wish = runner->train(untried(settings_, *store), 0);
  runner->takeBack(wish);
  runner->start();
  runner->wait();
  EXPECT_EQ(store->trials().size(), 2u);
}

}  // namespace
}  // namespace kinglet::study::testing
