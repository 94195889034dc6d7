// The parts of a training step that need no LibTorch: windows, targets, losses, the optimiser.
#include <gtest/gtest.h>

#include <set>

#include "fake_features.h"
#include "train/loss.h"
#include "train/optimiser.h"
#include "train/recipe.h"
#include "train/trainer.h"
#include "train/windows.h"

namespace kinglet::train {
namespace {

TEST(Windows, EvaluationCoversTheClip) {
  const std::vector<float> sound(498 * 2, 1.f);
  const auto firsts = [&](int frames) { return evaluationWindows({sound, frames, 2}, 100); };
  EXPECT_EQ(firsts(50), (std::vector<int>{0}));
  EXPECT_EQ(firsts(100), (std::vector<int>{0}));
  EXPECT_EQ(firsts(101), (std::vector<int>{0, 1}));
  EXPECT_EQ(firsts(150), (std::vector<int>{0, 50}));
  EXPECT_EQ(firsts(498), (std::vector<int>{0, 49, 99, 149, 199, 248, 298, 348, 398}));
}

TEST(Windows, EvaluationPassesOverSilence) {
  // A bark of two frames at 25 in a clip of 60; the rest is 29 dB below it, or 31.
  for (const auto& [below, windows] :
       {std::pair{29.0, std::vector<int>{0, 10, 20, 30, 40}}, {31.0, {10, 20}}}) {
    std::vector<float> sound(60 * 2, static_cast<float>(-below * kLogPowerPerDb));
    std::fill_n(sound.begin() + 25 * 2, 4, 0.f);
    EXPECT_EQ(evaluationWindows({sound, 60, 2}, 20), windows) << below;
  }
  const std::vector<float> silence(60 * 2, std::log(audio::kLogFloor));
  EXPECT_EQ(evaluationWindows({silence, 60, 2}, 20).size(), 5u);
}

TEST(Windows, PlayedFasterIsShorterAndHigher) {
  const auto input = inputOf(20, 32);
  const auto frontEnd = frontEndOf(input);
  const auto bandOf = [&](double hz) {
    const double low = audio::melOf(frontEnd.lowHz), high = audio::melOf(frontEnd.highHz);
    return (audio::melOf(hz) - low) / (high - low) * (frontEnd.mels + 1) - 1;
  };
  // A tone in band 12 that lasts from frame 20 to 39.
  constexpr int kBand = 12;
  const double hz = audio::hzOf(audio::melOf(frontEnd.lowHz) +
                                (audio::melOf(frontEnd.highHz) - audio::melOf(frontEnd.lowHz)) * (kBand + 1) /
                                    (frontEnd.mels + 1));
  std::vector<float> sound(60 * 32, -8.f);
  for (int t = 20; t < 40; ++t) sound[static_cast<std::size_t>(t) * 32 + kBand] = 0;
  std::vector<float> out(60 * 32), plain(60 * 32);
  cutFrames({sound, 60, 32}, 0, 60, 0, plain);
  cutPlayed({sound, 60, 32}, frontEnd, 0, 60, 0, 1, out);
  for (std::size_t i = 0; i < out.size(); ++i) EXPECT_NEAR(out[i], plain[i], 1e-3) << i;
  for (const double speed : {0.8, 1.25}) {
    cutPlayed({sound, 60, 32}, frontEnd, 0, 60, 0, speed, out);
    const int expected = static_cast<int>(std::lround(bandOf(hz * speed)));
    int frames = 0;
    for (int t = 0; t < 60; ++t) {
      const auto row = std::span(out).subspan(static_cast<std::size_t>(t) * 32, 32);
      const auto loudest = std::max_element(row.begin(), row.end());
      if (*loudest < -6) continue;
      ++frames;
      EXPECT_NEAR(loudest - row.begin(), expected, 1) << speed << " " << t;
    }
    EXPECT_NEAR(frames, 20 / speed, 2) << speed;
  }
  // What lies outside the clip is nothing, and a gain does not fall below it.
  cutPlayed({sound, 60, 32}, frontEnd, 50, 20, -100, 1.1, {out.data(), 20 * 32});
  for (std::size_t i = 0; i < 20 * 32; ++i) EXPECT_FLOAT_EQ(out[i], std::log(audio::kLogFloor));
}

TEST(Windows, EqualiserMovesBandsSmoothlyAndTheSameInEveryFrame) {
  base::Random random(4);
  std::vector<float> window(10 * 40, 1.f), again;
  const double most = 6 * kLogPowerPerDb;
  equalise(window, 40, 6, random);
  float low = 1, high = 1;
  for (std::size_t i = 0; i < window.size(); ++i) {
    EXPECT_LE(std::abs(window[i] - 1), most);
    EXPECT_EQ(window[i], window[i % 40]);
    if (i % 40 > 0) {
      EXPECT_LE(std::abs(window[i] - window[i - 1]), 2 * most * 4 / 40 + 1e-5);
    }
    low = std::min(low, window[i]), high = std::max(high, window[i]);
  }
  EXPECT_GT(high - low, 0.1f);
}

TEST(Windows, RandomWindowsStayWhereTheyMay) {
  base::Random random(1);
  const auto range = [&](int clip, int frames, double shift) {
    std::set<int> seen;
    for (int i = 0; i < 5000; ++i) seen.insert(randomWindow(clip, frames, shift, random));
    return std::pair{*seen.begin(), *seen.rbegin()};
  };
  EXPECT_EQ(range(30, 10, 0.2), std::pair(0, 20));  // long clip: within it
  EXPECT_EQ(range(10, 10, 0.2), std::pair(-2, 2));  // same length: shifted by a fifth
  EXPECT_EQ(range(11, 10, 0.2), std::pair(-1, 2));
  EXPECT_EQ(range(4, 10, 0.2), std::pair(-6, 0));  // short clip: anywhere in the window
  EXPECT_EQ(range(10, 10, 0), std::pair(0, 0));
}

TEST(Windows, CutNormalisesAndPadsWithTheFloor) {
  const std::vector<float> values{1, 2, 3, 4};  // 2 frames of 2 mels
  const Normalisation n{{1, 0}, {2, 4}};
  std::vector<float> out(8);
  cutWindow({values, 2, 2}, -1, 4, n, out);
  const float floor = std::log(audio::kLogFloor);
  const std::vector<float> expected{(floor - 1) / 2, floor / 4, 0, 0.5f, 1, 1, (floor - 1) / 2, floor / 4};
  for (std::size_t i = 0; i < 8; ++i) EXPECT_FLOAT_EQ(out[i], expected[i]) << i;
}

TEST(Windows, GainStaysAboveTheFloorAndSilenceIsKnown) {
  const float floor = std::log(audio::kLogFloor);
  const std::vector<float> values{floor + 1, floor + 3, 0, 2, -1, 1};  // 3 frames of 2 mels
  const data::FeatureView clip{values, 3, 2};
  std::vector<float> out(8);
  cutFrames(clip, 0, 4, -2, out);
  const std::vector<float> expected{floor, floor + 1, -2, 0, -3, -1, floor, floor};
  for (std::size_t i = 0; i < 8; ++i) EXPECT_FLOAT_EQ(out[i], expected[i]) << i;
  EXPECT_FLOAT_EQ(loudestFrame(clip, 0, 3), 1);
  EXPECT_FLOAT_EQ(loudestFrame(clip, -2, 3), floor + 2);
  EXPECT_FLOAT_EQ(loudestFrame(clip, 3, 3), floor);
  std::vector<float> window{1, -5};
  layUnder(std::vector<float>{-1, 0}, window);
  EXPECT_EQ(window, (std::vector<float>{1, 0}));
}

TEST(Windows, MasksAreBandsOfAtMostTheirShare) {
  base::Random random(2);
  Recipe recipe;
  recipe.timeMasks = recipe.freqMasks = 1;
  recipe.timeMaskShare = recipe.freqMaskShare = 0.25;
  std::set<int> widths;
  for (int trial = 0; trial < 300; ++trial) {
    std::vector<float> window(20 * 8, 1.f);
    maskWindow(window, 20, 8, recipe, random);
    int rows = 0, columns = 0;
    for (int t = 0; t < 20; ++t) {
      int zeros = 0;
      for (int m = 0; m < 8; ++m) zeros += window[static_cast<std::size_t>(t) * 8 + m] == 0;
      rows += zeros == 8;
      if (zeros != 8) columns = zeros;
    }
    EXPECT_LE(rows, 5);
    EXPECT_LE(columns, 2);
    widths.insert(rows);
  }
  EXPECT_EQ(widths.size(), 6u);
}

TEST(Windows, MixupMixesInputsAndTargetsAlike) {
  base::Random random(3);
  // Row i is constant i; its target is i too, so that both must stay equal.
  std::vector<float> inputs, targets;
  for (int i = 0; i < 6; ++i) {
    inputs.insert(inputs.end(), 4, static_cast<float>(i));
    targets.push_back(static_cast<float>(i));
  }
  mixRows(inputs, targets, 6, 0.4, random);
  bool changed = false;
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t k = 0; k < 4; ++k) EXPECT_FLOAT_EQ(inputs[i * 4 + k], targets[i]);
    changed |= targets[i] != static_cast<float>(i);
    EXPECT_LE(std::abs(targets[i] - static_cast<float>(i)), 2.5f);  // its own share is at least half
  }
  EXPECT_TRUE(changed);
}

TEST(Windows, SoundsAreMixedByTheirPowersAndTheLoudnessOfBoth) {
  // Two rows of two frames and two bands, far apart in loudness: flat spectra, so that powers tell all.
  const std::vector<float> quiet(4, -8), loud(4, 2);
  std::set<float> ratios;
  for (std::uint64_t seed = 1; seed < 40; ++seed) {
    base::Random random(seed);
    std::vector<float> inputs(quiet), targets{1, 0, 0, 1};
    inputs.insert(inputs.end(), loud.begin(), loud.end());
    mixSounds(inputs, targets, 2, 2, 1, random);
    for (std::size_t row = 0; row < 2; ++row) {
      EXPECT_NEAR(targets[2 * row] + targets[2 * row + 1], 1, 1e-5);
      if (inputs[4 * row] == (row == 0 ? -8.f : 2.f)) continue;  // its partner was itself
      const double r = targets[2 * row];                         // of the quiet one
      const double p = 1 / (1 + std::exp((-8 - 2) / 2.0) * (1 - r) / r), q = 1 - p;
      const double power = (p * p * std::exp(-8) + q * q * std::exp(2)) / (p * p + q * q);
      for (std::size_t k = 0; k < 4; ++k) EXPECT_NEAR(inputs[4 * row + k], std::log(power), 2e-3);
      ratios.insert(targets[2 * row]);
    }
  }
  EXPECT_GT(ratios.size(), 20u);
  EXPECT_LT(*ratios.begin(), 0.2);
  EXPECT_GT(*ratios.rbegin(), 0.8);
}

TEST(Windows, AShareOfTheSoundsStaysPure) {
  base::Random random(5);
  const int rows = 400;
  std::vector<float> inputs(rows * 2), targets(rows * 2);
  for (int i = 0; i < rows; ++i)
    inputs[2 * i] = inputs[2 * i + 1] = -float(i % 7), targets[2 * i + i % 2] = 1;
  const auto before = inputs;
  mixSounds(inputs, targets, rows, 2, 0.5, random);
  int pure = 0;
  for (int i = 0; i < rows; ++i) pure += inputs[2 * i] == before[2 * i];
  EXPECT_NEAR(pure, rows / 2, 40);
  auto untouched = before;
  mixSounds(untouched, targets, rows, 2, 0, random);
  EXPECT_EQ(untouched, before);
}

TEST(Targets, Smoothed) {
  std::vector<float> out(4);
  fillTargets(std::vector<int>{2}, false, 0.2, out);
  EXPECT_EQ(out, (std::vector<float>{0.05f, 0.05f, 0.85f, 0.05f}));
  fillTargets(std::vector<int>{0, 3}, true, 0.2, out);
  EXPECT_EQ(out, (std::vector<float>{0.9f, 0.1f, 0.1f, 0.9f}));
}

TEST(Loss, ValuesByHandAndGradientsByDifference) {
  const std::vector<float> logits{0.5f, -1, 2, 0, 0, 0};
  const std::vector<float> targets{0.1f, 0.2f, 0.7f, 1, 0, 0};
  for (const bool multi : {false, true}) {
    std::vector<float> gradient(6), unused(6);
    const double loss = lossAndGradient(logits, targets, 3, multi, gradient);
    if (!multi) {
      const double lse = std::log(std::exp(0.5) + std::exp(-1.0) + std::exp(2.0));
      EXPECT_NEAR(loss, (lse - 0.1 * 0.5 + 0.2 - 0.7 * 2 + std::log(3.0)) / 2, 1e-6);
    }
    for (std::size_t i = 0; i < 6; ++i) {
      auto up = logits, down = logits;
      up[i] += 0.01f, down[i] -= 0.01f;
      const double slope = (lossAndGradient(up, targets, 3, multi, unused) -
                            lossAndGradient(down, targets, 3, multi, unused)) /
                           0.02;
      EXPECT_NEAR(gradient[i], slope, 2e-5) << i << multi;
    }
  }
}

TEST(Loss, OfProbabilities) {
  const std::vector<float> scores{0.5f, 0.5f, 0.2f, 0.8f};
  EXPECT_NEAR(lossOfProbabilities(scores, std::vector<std::vector<int>>{{0}, {1}}, 2, false),
              -(std::log(0.5) + std::log(0.8)) / 2, 1e-6);
  EXPECT_NEAR(lossOfProbabilities(scores, std::vector<std::vector<int>>{{0, 1}, {1}}, 2, true),
              -(2 * std::log(0.5) + 2 * std::log(0.8)) / 4, 1e-6);
}

TEST(OneCycle, RisesThenFalls) {
  EXPECT_NEAR(oneCycle(0, 101, 0.3), 0.04, 1e-9);
  EXPECT_NEAR(oneCycle(30, 101, 0.3), 1, 1e-9);
  EXPECT_NEAR(oneCycle(65, 101, 0.3), 0.5, 1e-3);
  EXPECT_NEAR(oneCycle(100, 101, 0.3), 1e-4, 1e-9);
  EXPECT_LE(oneCycle(0, 1, 0.3), 1);
}

TEST(AdamW, FirstTwoStepsByHand) {
  AdamW optimiser(3, 2);
  std::vector<float> w{1, -1, 1};
  optimiser.step(w, std::vector<float>{0.5f, -2, 3}, 0.1, 0.01);
  // The first step moves by the rate against the sign, after decay by rate x decay.
  EXPECT_NEAR(w[0], 1 * (1 - 0.001) - 0.1, 1e-6);
  EXPECT_NEAR(w[1], -1 * (1 - 0.001) + 0.1, 1e-6);
  EXPECT_NEAR(w[2], 1 - 0.1, 1e-6);  // does not decay
  const double before = w[0];
  optimiser.step(w, std::vector<float>{0, 0, 0}, 0.1, 0);
  const double m = 0.9 * 0.1 * 0.5 / (1 - 0.81), v = 0.999 * 0.001 * 0.25 / (1 - 0.999 * 0.999);
  EXPECT_NEAR(w[0], before - 0.1 * m / std::sqrt(v), 1e-6);
}

}  // namespace
}  // namespace kinglet::train
