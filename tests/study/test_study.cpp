
#include "base/error.h"
#include "data/dataset.h"
#include "energy/device/device_profile.h"
#include "energy/energy_model.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "space/audio_space.h"
#include "study/completion.h"
#include "study/limits.h"
#include "study/meaning.h"
#include "study/objectives.h"
#include "study/report/hypervolume_history.h"
#include "study/report/stopping_savings.h"
#include "study/run/cores.h"
#include "study/settings.h"
#include "study/small_study.h"
#include "study/trial.h"
#include "train/epoch_report.h"

namespace kinglet::study::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Trial pointAt(int number, double accuracy, double millijoules, long flashBytes) {
  Trial trial;
  trial.number = number;
  trial.state = TrialState::finished;
  trial.energy.millijoules = millijoules;
  trial.cost.flashBytes = flashBytes;
  trial.cost.peakRamBytes = 0;
  trial.toldAs = number;
  trial.endedAt = 10.0 * number;
  train::EpochReport report;
  report.epoch = 1;
  report.validation.accuracy = accuracy;
  trial.curve.push_back(report);
  return trial;
}

TEST(Study, ErrorIsThatOfTheLastEpoch) {
  Trial trial;
  EXPECT_TRUE(std::isnan(trial.error()));
  EXPECT_DOUBLE_EQ(pointAt(0, 0.875, 1, 1).error(), 12.5);
}

TEST(Study, TheFrontHoldsFinishedCandidatesByEnergy) {
  std::vector<Trial> trials{pointAt(0, 0.9, 2.0, 1024), pointAt(1, 0.8, 1.0, 1024),
                            pointAt(2, 0.8, 1.5, 2048), pointAt(3, 0.5, 9.0, 512), pointAt(4, 1.0, 0.1, 1)};
  trials[4].state = TrialState::stoppedEarly;
  EXPECT_THAT(frontOf(trials), ElementsAre(1, 0, 3));  // 2 is dominated by 1
  trials[4].state = TrialState::finished;
  EXPECT_THAT(frontOf(trials), ElementsAre(4));
  trials[4].baseline = "ds_cnn";
  EXPECT_THAT(frontOf(trials), ElementsAre(1, 0, 3));
}

TEST(Study, HypervolumeIsAShareOfTheReferenceBox) {
  Settings settings;
  settings.reference = {100, 10, 100};
  EXPECT_EQ(hypervolumeOf({}, settings), 0);
  // Half the error, two decades of four of energy, one of four of memory (10 kB).
  const std::vector<Trial> one{pointAt(0, 0.5, 0.1, 10240)};
  EXPECT_NEAR(hypervolumeOf(one, settings), 0.5 * 0.5 * 0.25, 1e-12);
  // At the reference nothing is gained, and below four decades no more than all.
  EXPECT_NEAR(hypervolumeOf({pointAt(0, 0.5, 10, 10240)}, settings), 0, 1e-12);
  EXPECT_NEAR(hypervolumeOf({pointAt(0, 1.0, 1e-9, 1)}, settings), 1, 1e-3);
}

TEST(Study, HistoryGrowsInTheOrderOfTheEnds) {
  Settings settings;
  settings.reference = {100, 10, 100};
  std::vector<Trial> trials{pointAt(0, 0.5, 0.1, 10240), pointAt(1, 0.75, 0.1, 10240),
                            pointAt(2, 0.6, 0.1, 10240)};
  std::swap(trials[0].toldAs, trials[1].toldAs);
  trials[2].state = TrialState::stoppedEarly;
  const auto history = hypervolumeHistory(trials, settings);
  ASSERT_EQ(history.size(), 3u);
  EXPECT_EQ(history[0].trial, 1);
  EXPECT_NEAR(history[0].hypervolume, 0.75 * 0.125, 1e-12);
  EXPECT_EQ(history[1].hypervolume, history[0].hypervolume);
  EXPECT_EQ(history[2].hypervolume, history[0].hypervolume);
  EXPECT_EQ(history[2].ended, 3);
  EXPECT_EQ(history[2].seconds, 20);
  EXPECT_NEAR(history.back().hypervolume, hypervolumeOf(trials, settings), 1e-12);
}

TEST(Study, StoppingSavingsCountEpochsAndRegrets) {
  Settings settings;
  settings.recipe.epochs = 4;
  std::vector<Trial> trials{pointAt(0, 0.9, 2.0, 1024), pointAt(1, 0.8, 1.0, 1024),
                            pointAt(2, 0.3, 3.0, 4096)};
  trials[0].curve.resize(4, trials[0].curve[0]);
  trials[0].cutEpoch = 2;  // an audit that came to lie on the front
  trials[1].curve.resize(4, trials[1].curve[0]);
  trials[2].state = TrialState::stoppedEarly;
  trials[2].cutEpoch = 1;
  const auto savings = stoppingSavings(trials, settings);
  EXPECT_EQ(savings.epochsTrained, 9);
  EXPECT_EQ(savings.epochsFull, 12);
  EXPECT_EQ(savings.stopped, 1);
  EXPECT_EQ(savings.audited, 1);
  EXPECT_EQ(savings.regretted, 1);
}

TEST(Study, LimitsAreTheDevicesWhereNoneWasGiven) {
  Settings settings;
  const auto& device = energy::device(energy::kDefaultDevice);
  EXPECT_EQ(limitsOf(settings).flashKb, device.flashKb);
  EXPECT_EQ(limitsOf(settings).ramKb, device.ramKb);
  EXPECT_FALSE(limitsOf(settings).energyMj);
  settings.limits.flashKb = 7;
  EXPECT_EQ(limitsOf(settings).flashKb, 7);
  network::NetworkCost cost;
  cost.flashBytes = 8 * 1024;
  energy::EnergyEstimate energy;
  energy.millijoules = 1;
  EXPECT_EQ(violated(limitsOf(settings), cost, energy).english(), "flash 8 kB is over the limit of 7 kB");
  settings.limits.flashKb = std::numeric_limits<double>::infinity();
  EXPECT_EQ(violated(limitsOf(settings), cost, energy).english(), "");
  settings.limits.energyMj = 0.5;
  EXPECT_THAT(violated(limitsOf(settings), cost, energy).english(), HasSubstr("energy 1 mJ"));
  // What is modelled counts by its figure, what is predicted by the upper end of its interval.
  energy.millijoules = 0.45;
  energy.high = 0.6;
  EXPECT_EQ(violated(limitsOf(settings), cost, energy).english(), "");
  energy.provenance = energy::Provenance::predicted;
  EXPECT_THAT(violated(limitsOf(settings), cost, energy).english(), HasSubstr("may be 0.6 mJ"));
}

TEST(Study, ALimitOnPowerAsksForKeepingUp) {
  Settings settings;
  energy::MeanPower power;
  power.totalMw = 3;
  EXPECT_EQ(violated(settings.limits, {}, {}, power).english(), "");
  settings.limits.powerMw = 2;
  EXPECT_EQ(violated(settings.limits, {}, {}, power).english(), "mean power 3 mW is over the limit of 2 mW");
  settings.limits.powerMw = 4;
  EXPECT_EQ(violated(settings.limits, {}, {}, power).english(), "");
  power.keepsUp = false;
  power.duty = 1.5;
  EXPECT_THAT(violated(settings.limits, {}, {}, power).english(), HasSubstr("1.5 s"));
}

TEST(Study, PowerMayTakeThePlaceOfEnergy) {
  Settings settings;
  settings.objective = CostObjective::power;
  settings.listening.inferencesPerSecond = 2;
  settings.listening.clockMhz = 60;
  settings.listening.microphoneMw = 0.7;
  settings.limits.powerMw = 9;
  const Settings back = Settings::fromJson(settings.toJson());
  EXPECT_EQ(back.objective, CostObjective::power);
  EXPECT_EQ(back.listening, settings.listening);
  EXPECT_EQ(back.limits, settings.limits);
  EXPECT_EQ(studyObjectives(back)[1].name, "power_mw");
  EXPECT_EQ(studyObjectives({})[1].name, "energy_mj");

  // Little work a time, and often: dearer in power and cheaper in energy than the other.
  std::vector<Trial> trials{pointAt(0, 0.9, 2.0, 1024), pointAt(1, 0.9, 1.0, 1024)};
  trials[0].power.totalMw = 1;
  trials[1].power.totalMw = 2;
  EXPECT_EQ(frontOf(trials), std::vector<int>{1});
  for (Trial& trial : trials) trial.costBy = CostObjective::power;
  EXPECT_EQ(frontOf(trials), std::vector<int>{0});
}

TEST(Study, WeighedTrialsTellTheirPower) {
  Trial trial = pointAt(0, 0.9, 2.0, 1024);
  Settings settings;
  weigh(trial, settings);
  EXPECT_GT(trial.power.totalMw, 2);  // one inference a second, and waiting
  settings.listening.clockMhz = 1e5;  // no clock of the device: all else can be read
  weigh(trial, settings);
  EXPECT_TRUE(std::isnan(trial.power.totalMw));
}

TEST(Study, TheUsualEnergyLimitLeavesTheSearchRoom) {
  const double limit = usualEnergyLimitMj({});
  const auto model = energyModelOf({});
  const auto space = space::audioSpace();
  base::Random random(1);
  int below = 0;
  for (int i = 0; i < 200; ++i) {
    const auto candidate = space::decode(space, space.sample(random), {}, 10);
    below += model->estimate(candidate.input, candidate.network).millijoules <= limit;
  }
  EXPECT_GT(below, 50);
  EXPECT_LT(below, 200);
  const network::InputSpec input;
  const auto large = network::namedNetwork("mobilenet_v1:1.0", input.shape(), 10);
  EXPECT_GT(model->estimate(input, large).millijoules, 3 * limit);
}

TEST(Study, CompletedSettingsAreWrittenOutAndStayTheSame) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const Settings settings = smallSettings(*features);
  EXPECT_EQ(settings.device, energy::kDefaultDevice);
  EXPECT_EQ(settings.testFold, 3);
  EXPECT_EQ(settings.validationFold, 2);
  EXPECT_THAT(settings.classes, ElementsAre("high", "low"));
  ASSERT_EQ(settings.reference.size(), 3u);
  EXPECT_EQ(completed(settings, features->dataset()).toJson(), settings.toJson());
  // No candidate of the space costs more than the reference.
  const auto space = spaceOf(settings);
  base::Random random(5);
  for (int i = 0; i < 200; ++i) {
    const auto candidate = space::decode(space, space.sample(random), settings.input, 2);
    EXPECT_LE(energyModelOf(settings)->estimate(candidate.input, candidate.network).millijoules,
              settings.reference[1]);
  }
}

TEST(Study, CrossValidationHoldsOutEveryFoldButTheTest) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  Settings settings = smallSettings(*features);
  EXPECT_TRUE(furtherParts(settings, features->dataset()).empty());
  settings.crossValidate = true;
  const data::Split split = splitOf(settings, features->dataset());
  std::vector<int> held = split.validation;
  const auto parts = furtherParts(settings, features->dataset());
  EXPECT_EQ(parts.size(), 2u);  // of four folds, one is the test's and one splitOf's
  for (const auto& part : parts) {
    held.insert(held.end(), part.validation.begin(), part.validation.end());
    std::vector<int> heard = part.train;
    heard.insert(heard.end(), part.validation.begin(), part.validation.end());
    std::sort(heard.begin(), heard.end());
    std::vector<int> open = split.train;
    open.insert(open.end(), split.validation.begin(), split.validation.end());
    std::sort(open.begin(), open.end());
    EXPECT_EQ(heard, open);
  }
  std::vector<int> judged = split.train;
  judged.insert(judged.end(), split.validation.begin(), split.validation.end());
  std::sort(judged.begin(), judged.end());
  std::sort(held.begin(), held.end());
  EXPECT_EQ(held, judged);  // each once
}

TEST(Study, SettingsThatMakeNoSenseAreRefused) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const auto refused = [&](const std::function<void(Settings&)>& spoil) {
    Settings settings = smallSettings(*features);
    spoil(settings);
    try {
      completed(settings, features->dataset());
    } catch (const base::Error& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  EXPECT_THAT(refused([](Settings& s) { s.device = "toaster"; }), HasSubstr("toaster"));
  EXPECT_THAT(refused([](Settings& s) { s.strategy = "luck"; }), HasSubstr("luck"));
  EXPECT_THAT(refused([](Settings& s) { s.stopping.rule = "whim"; }), HasSubstr("whim"));
  EXPECT_THAT(refused([](Settings& s) { s.testFold = 9; }), HasSubstr("no fold 9"));
  EXPECT_THAT(refused([](Settings& s) { s.testFold = s.validationFold; }), HasSubstr("at once"));
  EXPECT_THAT(refused([](Settings& s) { s.trials = 0; }), HasSubstr("trials"));
  EXPECT_THAT(refused([](Settings& s) { s.limits.ramKb = -1; }), HasSubstr("RAM"));
  EXPECT_THAT(refused([](Settings& s) { s.auditShare = 2; }), HasSubstr("audit"));
  EXPECT_THAT(refused([](Settings& s) { s.worstError = 0; }), HasSubstr("worst error"));
  EXPECT_THAT(refused([](Settings& s) { s.baselines = {"resnet"}; }), HasSubstr("resnet"));
  EXPECT_THAT(refused([](Settings& s) { s.spaceJson = "{]"; }), ::testing::Not("accepted"));
  data::Dataset two = features->dataset();
  two.folds = 2;
  EXPECT_THROW(completed(smallSettings(*features), two), base::Error);
}

TEST(Study, SettingsTextThatIsDamagedIsRefused) {
  EXPECT_THROW(Settings::fromJson("not json"), base::Error);
  EXPECT_THROW(Settings::fromJson(R"({"trials": "many"})"), base::Error);
  EXPECT_THROW(Settings::fromJson(R"({"input": 3})"), base::Error);
  EXPECT_THROW(Settings::fromJson("[1]"), base::Error);
  EXPECT_EQ(Settings::fromJson("{}").toJson(), Settings().toJson());
}

TEST(Study, StatesHaveNames) {
  for (const auto state : {TrialState::running, TrialState::finished, TrialState::stoppedEarly,
                           TrialState::failed, TrialState::preempted, TrialState::bad})
    EXPECT_EQ(trialStateFrom(toText(state)), state);
  EXPECT_THROW(trialStateFrom("asleep"), base::Error);
}

TEST(Study, ThereIsAtLeastOneCore) {
  EXPECT_GE(physicalCores(), 1);
  EXPECT_LE(physicalCores(), int(std::max(1u, std::thread::hardware_concurrency())));
}

}  // namespace
}  // namespace kinglet::study::testing
