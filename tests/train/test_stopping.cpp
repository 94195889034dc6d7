#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "train/stopping.h"
#include "train/stopping/prediction.h"

namespace kinglet::train {
namespace {

using testing::HasSubstr;

// A curve that falls from 0.9 to `final` like one that learns, with noise.
std::vector<double> curveTo(double final, int epochs, std::uint64_t seed, double noise = 0.01) {
  base::Random random(seed);
  std::vector<double> errors;
  for (int e = 1; e <= epochs; ++e)
    errors.push_back(final + (0.9 - final) * std::exp(-4.0 * e / epochs) + noise * random.normal());
  return errors;
}

std::vector<std::vector<double>> manyCurves(int n, int epochs) {
  std::vector<std::vector<double>> curves;
  for (int i = 0; i < n; ++i)
    curves.push_back(curveTo(0.1 + 0.02 * i, epochs, static_cast<std::uint64_t>(i)));
  return curves;
}

StoppingDecision ask(
    const std::string& rule, const std::vector<double>& errors,
    const std::vector<std::vector<double>>& others, int epochs,
    std::function<double(double)> gain = [](double) { return 1.0; }, double confidence = 0.95) {
  StoppingSettings settings;
  settings.rule = rule;
  settings.confidence = confidence;
  return makeStoppingRule(settings)->decide({epochs, errors, others, std::move(gain)});
}

TEST(Stopping, NamesAndSettings) {
  for (const std::string& name : stoppingRules()) {
    StoppingSettings settings;
    settings.rule = name;
    settings.confidence = 0.8;
    settings.minimumEpochs = 2;
    settings.patience = 9;
    const StoppingSettings back = StoppingSettings::fromJson(settings.toJson());
    EXPECT_EQ(back.rule, name);
    EXPECT_EQ(back.confidence, 0.8);
    EXPECT_EQ(back.minimumEpochs, 2);
    EXPECT_EQ(back.patience, 9);
  }
  EXPECT_THROW(StoppingSettings::fromJson("{\"rule\": \"luck\"}"), base::Error);
  EXPECT_THROW(StoppingSettings::fromJson("{\"confidence\": 2}"), base::Error);
}

TEST(Stopping, NoneNeverStopsAndNoRuleStopsTooEarlyOrAtTheEnd) {
  const auto others = manyCurves(20, 15);
  EXPECT_FALSE(ask("none", std::vector<double>(10, 1.0), others, 15).stop);
  for (const std::string& rule : stoppingRules()) {
    EXPECT_FALSE(ask(rule, {1, 1}, others, 15, [](double) { return 0.0; }).stop) << rule;
    EXPECT_FALSE(ask(rule, std::vector<double>(15, 1.0), others, 15, [](double) { return 0.0; }).stop)
        << rule;
  }
}

TEST(Stopping, PatienceCountsEpochsSinceTheBest) {
  EXPECT_FALSE(ask("patience", {.5, .4, .41, .42, .41, .43}, {}, 15).stop);
  const auto decision = ask("patience", {.5, .4, .41, .42, .41, .43, .4}, {}, 15);
  EXPECT_TRUE(decision.stop);
  EXPECT_THAT(decision.reason.english(), HasSubstr("40.0 % error for 5 epochs"));
}

TEST(Stopping, MedianComparesWithTrialsThatCameAsFar) {
  const std::vector<std::vector<double>> others{
      {.9, .5, .1}, {.9, .6, .3}, {.9, .7, .5}, {.9, .8, .7}, {.9, .9, .9}};
  // Means up to epoch 3: .5, .6, .7, .8, .9: median .7.
  EXPECT_FALSE(ask("median", {.9, .8, .7}, others, 15).stop);
  EXPECT_TRUE(ask("median", {.9, .8, .71}, others, 15).stop);
  EXPECT_FALSE(ask("median", {.9, .8, .79, .79}, others, 15).stop);  // nobody came to epoch 4
}

TEST(Stopping, HalvingKeepsTheBestThirdAtARung) {
  std::vector<std::vector<double>> others;
  for (int i = 1; i <= 8; ++i) others.push_back({1, 1, 0.1 * i, 0.1 * i});
  EXPECT_FALSE(ask("halving", {1, 1, 0.25}, others, 15).stop);
  EXPECT_TRUE(ask("halving", {1, 1, 0.35}, others, 15).stop);
  EXPECT_FALSE(ask("halving", {1, 1, 0.1, 0.9}, others, 15).stop);  // no rung at 4
  EXPECT_FALSE(ask("halving", {1, 1, 0.9}, {}, 15).stop);
}

TEST(Stopping, CurveGivesUpWhatCannotBeatTheBest) {
  const auto others = manyCurves(20, 15);
  const auto bad = curveTo(0.6, 15, 99), good = curveTo(0.08, 15, 98);
  EXPECT_TRUE(ask("curve", {bad.begin(), bad.begin() + 8}, others, 15).stop);
  EXPECT_FALSE(ask("curve", {good.begin(), good.begin() + 8}, others, 15).stop);
  EXPECT_FALSE(ask("curve", {bad.begin(), bad.begin() + 8}, {}, 15).stop);  // nothing to beat yet
}

TEST(Stopping, ParetoAsksForTheGainAtItsOwnCosts) {
  const auto others = manyCurves(20, 15);
  const auto curve = curveTo(0.4, 15, 99);
  const std::vector<double> soFar{curve.begin(), curve.begin() + 8};
  // A cheap trial: anything below 70 % error gains. A dear one must beat 20 %.
  EXPECT_FALSE(ask("pareto", soFar, others, 15, [](double e) { return std::max(0.0, 0.7 - e); }).stop);
  const auto decision = ask("pareto", soFar, others, 15, [](double e) { return std::max(0.0, 0.2 - e); });
  EXPECT_TRUE(decision.stop);
  EXPECT_THAT(decision.reason.english(), HasSubstr("no gain"));
}

TEST(Stopping, MoreConfidenceStopsLess) {
  const auto others = manyCurves(20, 15);
  const auto curve = curveTo(0.3, 15, 99, 0);
  const auto gain = [](double e) { return std::max(0.0, 0.28 - e); };
  const std::vector<double> soFar{curve.begin(), curve.begin() + 5};
  EXPECT_TRUE(ask("pareto", soFar, others, 15, gain, 0.6).stop);
  EXPECT_FALSE(ask("pareto", soFar, others, 15, gain, 0.9999).stop);
}

TEST(Prediction, LearnsFromCurvesAndIsCalibrated) {
  const auto others = manyCurves(30, 15);
  int inside = 0, trials = 0;
  double off = 0;
  for (int i = 0; i < 60; ++i) {
    const auto curve = curveTo(0.1 + 0.01 * i, 15, static_cast<std::uint64_t>(1000 + i));
    const std::vector<double> soFar{curve.begin(), curve.begin() + 6};
    const Prediction p = predictFinal({15, soFar, others, {}});
    EXPECT_EQ(p.curves, 30);
    off += std::abs(p.mean - curve.back()) / 60;
    inside += curve.back() > p.quantile(0.05) && curve.back() < p.quantile(0.95);
    ++trials;
  }
  EXPECT_LT(off, 0.05);
  EXPECT_GE(inside, trials * 8 / 10);
  EXPECT_NEAR((Prediction{0.5, 0.1, 0}.quantile(0.025)), 0.5 - 0.195996, 1e-5);
}

}  // namespace
}  // namespace kinglet::train
