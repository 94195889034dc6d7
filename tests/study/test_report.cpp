#include "study/report/report.h"

#include "study/objectives.h"
#include "study/report/report_svg.h"
#include "study/settings.h"
#include "study/small_study.h"
#include "study/trial.h"
#include "study/well_formed.h"

namespace kinglet::study::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<Trial> someTrials(const data::FeatureStore& features, Settings settings, int count) {
  TemporaryFolder folder;
  settings.trials = count;
  settings.stopping.rule = "patience";
  settings.stopping.patience = 1;
  settings.baselines = {"mobilenet_v1:0.25"};
  const std::shared_ptr<StudyStore> store = openStudy(folder / "x", settings);
  const auto shared = std::make_shared<data::FeatureStore>(features.dataset(), folder / "cache");
  StudyRunner runner(
      store, shared, [](const Event&) {}, fakeTrainer());
  runner.start();
  runner.wait();
  return store->trials();
}

TEST(Report, IsOneWholePageWithItsPictures) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const Settings settings = smallSettings(*features);
  const auto trials = someTrials(*features, settings, 10);
  const std::string html = reportHtml(settings, trials, 754);
  EXPECT_EQ(wellFormed(html), "");
  EXPECT_THAT(html, HasSubstr("prefers-color-scheme: dark"));
  EXPECT_THAT(html, HasSubstr("class=\"frontline\""));
  EXPECT_THAT(html, HasSubstr("mobilenet_v1:0.25"));
  EXPECT_THAT(html, HasSubstr("modelled: "));
  EXPECT_THAT(html, HasSubstr("13 min"));
  EXPECT_THAT(html, Not(HasSubstr("http://")));  // nothing is loaded from elsewhere
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("nan")));
  for (const int i : frontOf(trials))
    EXPECT_THAT(html, HasSubstr("<td>" + std::to_string(trials[std::size_t(i)].number) + "</td>"));
}

TEST(Report, AnEmptyStudyAndOneTrialMakeAPageToo) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const Settings settings = smallSettings(*features);
  EXPECT_EQ(wellFormed(reportHtml(settings, {}, 0)), "");
  EXPECT_THAT(reportHtml(settings, {}, 0), HasSubstr("No candidate has finished yet"));
  EXPECT_EQ(wellFormed(reportHtml(settings, someTrials(*features, settings, 1), 1)), "");
}

TEST(Report, TextOfTheStudyIsEscaped) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  Settings settings = smallSettings(*features);
  auto trials = someTrials(*features, settings, 2);
  settings.dataPath = "/data/<img src=x onerror=alert(1)>";
  settings.classes = {"<b>dog</b>", "cat & \"mouse\""};
  for (Trial& trial : trials) {
    trial.energy.source = "<script>alert('x')</script>";
    trial.origin.strategy = "<i>";
  }
  const std::string html = reportHtml(settings, trials, 1);
  EXPECT_EQ(wellFormed(html), "");
  for (const char* raw : {"<img", "<script", "<b>dog", "<i>"}) EXPECT_THAT(html, Not(HasSubstr(raw)));
  EXPECT_THAT(html, HasSubstr("cat &amp; &quot;mouse&quot;"));
}

TEST(Report, TestFiguresAndStarsAreShownOffTheFrontToo) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const Settings settings = smallSettings(*features);
  auto trials = someTrials(*features, settings, 6);
  const auto front = frontOf(trials);
  for (std::size_t i = 0; i < trials.size(); ++i) {
    if (std::find(front.begin(), front.end(), int(i)) != front.end() || !trials[i].baseline.empty()) continue;
    EXPECT_THAT(reportHtml(settings, trials, 1), Not(HasSubstr("Also chosen")));
    trials[i].test.emplace().accuracy = 0.625;
    const std::string html = reportHtml(settings, trials, 1);
    EXPECT_THAT(html, HasSubstr("Also chosen"));
    EXPECT_THAT(html, HasSubstr("62.5 %"));
    return;
  }
  FAIL() << "every trial is on the front";
}

TEST(Report, NumbersHaveThreeDigitsAndUnits) {
  EXPECT_EQ(shortNumber(0.012345), "0.0123");
  EXPECT_EQ(shortNumber(12.3456), "12.3");
  EXPECT_EQ(shortNumber(12345), "12345");
  EXPECT_EQ(shortNumber(100), "100");
  EXPECT_EQ(shortNumber(0), "0");
  EXPECT_EQ(shortNumber(std::nan("")), "–");
  EXPECT_EQ(energyNumber(0.01234), "12.3 µJ");
  EXPECT_EQ(energyNumber(1), "1 mJ");
  EXPECT_EQ(energyNumber(2500), "2.5 J");
}

TEST(Report, AxesHaveTicksInside) {
  for (const bool log : {false, true})
    for (const std::vector<double>& values : {std::vector<double>{0.01, 30}, {5, 5}, {2, 2.1}, {}}) {
      const Axis axis = axisOver(values, log, 0, 100);
      int major = 0;
      for (const Tick& tick : axis.ticks()) {
        EXPECT_GE(axis(tick.value), -1e-6);
        EXPECT_LE(axis(tick.value), 100 + 1e-6);
        major += !tick.label.empty();
      }
      EXPECT_LE(major, 12);
      EXPECT_GE(major, 2);
      for (const double value : values) {
        EXPECT_GE(axis(value), 0);
        EXPECT_LE(axis(value), 100);
      }
    }
}

}  // namespace
}  // namespace kinglet::study::testing
