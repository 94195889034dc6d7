// What a network says along a clip, and which places moved it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/cancelled.h"
#include "fake_features.h"
#include "train/decision/as_trained.h"
#include "train/decision/decision.h"
#include "train/engine/parameters.h"
#include "train/metrics.h"
#include "train/windows.h"

namespace kinglet::train {
namespace {

double logOdds(std::span<const float> probabilities, int c) {
  const double p = probabilities[static_cast<std::size_t>(c)];
  return std::log(p / (1 - p));
}

// A trained small network and the sounds that it knows.
struct Trained {
  FakeSounds sounds{3, 24, 20, 70, 12};
  TrainTask task = sounds.task(smallNetwork(sounds.input, 3));
  TrainOutcome outcome;

  Trained() {
    task.recipe.epochs = 3;
    outcome = trainNetwork(task);
  }
  Decider decider() const { return {task.input, task.network, outcome.weights, false}; }
};

const Trained& trained() {
  static const Trained once;
  return once;
}

TEST(Decision, AnswersAreThoseOfEvaluation) {
  const auto& t = trained();
  const auto expected =
      scoreClips(t.task.input, t.task.network, t.outcome.weights, *t.sounds.features, t.sounds.all, false);
  Decider decider = t.decider();
  EXPECT_EQ(decider.answers(*t.sounds.features, t.sounds.all), expected);
  std::vector<std::vector<int>> labels;
  for (const auto& clip : t.sounds.dataset.clips) labels.push_back(clip.labels);
  EXPECT_EQ(computeMetrics(expected, labels, 3).confusion, t.outcome.validation.confusion);
  const Decision one = decider.decide(*t.sounds.features, 5);
  ASSERT_EQ(one.answer.size(), 3u);
  for (std::size_t c = 0; c < 3; ++c) EXPECT_EQ(one.answer[c], expected[15 + c]);
}

TEST(Decision, WindowsLieAlongTheClipAndThoseThatCountMakeTheAnswer) {
  const auto& t = trained();
  const Decision one = t.decider().decide(*t.sounds.features, 2);
  EXPECT_EQ(one.windowFrames, 20);
  EXPECT_EQ(one.firsts.front(), 0);
  EXPECT_EQ(one.firsts.back(), 50);
  EXPECT_TRUE(std::is_sorted(one.firsts.begin(), one.firsts.end()));
  for (std::size_t i = 1; i < one.firsts.size(); ++i) EXPECT_LE(one.firsts[i] - one.firsts[i - 1], 2);
  std::vector<int> counted;
  std::vector<double> mean(3, 0);
  for (std::size_t i = 0; i < one.firsts.size(); ++i) {
    EXPECT_NEAR(one.at(i)[0] + one.at(i)[1] + one.at(i)[2], 1, 1e-5);
    if (!one.counted[i]) continue;
    counted.push_back(one.firsts[i]);
    for (std::size_t c = 0; c < 3; ++c) mean[c] += one.at(i)[c];
  }
  EXPECT_EQ(counted, evaluationWindows(t.sounds.features->clip(2), 20));
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(mean[c] / double(counted.size()), one.answer[c], 1e-6);
}

TEST(Decision, ShortClipsAreOneWindowAndLongOnesFewEnough) {
  FakeSounds shorts(3, 3, 20, 9, 12), longs(3, 3, 20, 9000, 12);
  const auto& t = trained();
  Decider decider = t.decider();
  EXPECT_EQ(decider.decide(*shorts.features, 0).firsts, std::vector<int>{0});
  EXPECT_EQ(decider.saliency(*shorts.features, 0, 0).size(), 9u * 12);
  const auto judged = evaluationWindows(longs.features->clip(0), 20).size();
  EXPECT_LE(decider.decide(*longs.features, 0).firsts.size(), judged + Decider::kMostSteps + 2);
}

// Two classes told apart by one weighted sum: the log-odds are linear in the input, and first order is all there is.
TEST(Decision, SaliencyOfALinearNetworkAddsUpToTheLogOdds) {
  FakeSounds sounds(2, 8, 6, 6, 5);
  network::NetworkSpec spec("linear", sounds.input.shape());
  network::Layer dense = layerOf(network::LayerKind::dense, "classes", 2);
  dense.inputs = {network::kNetworkInput};
  spec.add(dense);
  base::Random random(4);
  Weights weights = engine::Parameters(spec, random).weights();
  for (Tensor& tensor : weights)
    for (float& value : tensor.values) value = static_cast<float>(0.2 * random.normal());
  double bias = 0;
  for (const Tensor& tensor : weights)
    if (tensor.name.ends_with("/bias")) bias = double(tensor.values[1]) - tensor.values[0];
  Normalisation::of(*sounds.features, sounds.all).addTo(weights);
  Decider decider(sounds.input, spec, weights, false);
  for (const int clip : {0, 3}) {
    const auto answer = decider.answers(*sounds.features, std::span<const int>(&clip, 1));
    const auto map = decider.saliency(*sounds.features, clip, 1);
    EXPECT_NEAR(std::accumulate(map.begin(), map.end(), 0.0) + bias, logOdds(answer, 1), 1e-3);
    const auto against = decider.saliency(*sounds.features, clip, 0);
    for (std::size_t i = 0; i < map.size(); ++i) EXPECT_NEAR(map[i], -against[i], 1e-5);
  }
}

// A place made a little louder moves the log-odds as its saliency says.
TEST(Decision, SaliencyIsTheSlopeOfTheAnswer) {
  FakeSounds sounds(3, 6, 20, 20, 12);
  const auto& t = trained();
  Decider decider = t.decider();
  const auto normalisation = Normalisation::of(t.outcome.weights);
  const auto view = sounds.features->clip(1);
  const std::vector<float> values(view.values.begin(), view.values.end());
  const auto map = decider.saliency(*sounds.features, 1, 1);
  double steepest = 0;
  for (const float value : map) steepest = std::max(steepest, std::abs(double(value)));
  ASSERT_GT(steepest, 0);
  int compared = 0;
  for (std::size_t place = 3; place < values.size(); place += 17) {
    const std::size_t mel = place % 12;
    const double heard = (values[place] - normalisation.mean[mel]) / normalisation.deviation[mel];
    if (std::abs(heard) < 0.2) continue;  // the slope is worked out by dividing by it
    double change = 0;
    for (const double sign : {1.0, -1.0}) {
      FakeFeatures moved(sounds.input);
      auto louder = values;
      louder[place] += static_cast<float>(sign * 0.01 * normalisation.deviation[mel]);
      moved.add(louder);
      const int first = 0;
      change += sign * logOdds(decider.answers(moved, std::span<const int>(&first, 1)), 1);
    }
    EXPECT_NEAR(change / 0.02 * heard, map[place], 0.05 * steepest) << place;
    ++compared;
  }
  EXPECT_GT(compared, 5);
}

TEST(Decision, LogOddsSlopesOfSoftmaxAndSigmoids) {
  const std::vector<float> logits{1, -2, 0.5f};
  std::vector<float> out(3);
  logOddsSlopes(logits, 2, true, out);
  EXPECT_EQ(out, (std::vector<float>{0, 0, 1}));
  logOddsSlopes(logits, 2, false, out);
  EXPECT_FLOAT_EQ(out[2], 1);
  EXPECT_NEAR(out[0] + out[1], -1, 1e-6);
  EXPECT_NEAR(out[0] / out[1], std::exp(3.0), 1e-3);
}

TEST(Decision, StopsWhenAskedTo) {
  const auto& t = trained();
  std::stop_source stop;
  stop.request_stop();
  Decider decider = t.decider();
  EXPECT_THROW(decider.decide(*t.sounds.features, 0, stop.get_token()), base::Cancelled);
  EXPECT_THROW(decider.saliency(*t.sounds.features, 0, 0, stop.get_token()), base::Cancelled);
}

TEST(AsTrained, WithoutVariationItIsTheClipItself) {
  const auto& t = trained();
  TrainTask task = t.task;
  task.recipe.mixup = task.recipe.timeShift = task.recipe.labelSmoothing = 0;
  const AsTrained shown = asTrained(task, 4, 9);
  const auto clip = t.sounds.features->clip(4);
  ASSERT_GE(shown.first, 0);
  ASSERT_EQ(shown.values.size(), 20u * 12);
  for (std::size_t i = 0; i < shown.values.size(); ++i)
    EXPECT_NEAR(shown.values[i], clip.values[static_cast<std::size_t>(shown.first) * 12 + i], 1e-4);
  EXPECT_EQ(shown.targets, (std::vector<float>{0, 1, 0}));
}

TEST(AsTrained, OneSeedIsOneDraw) {
  const auto& t = trained();
  TrainTask task = t.task;
  task.recipe.freqMasks = 2;
  const auto first = asTrained(task, 4, 9), same = asTrained(task, 4, 9), other = asTrained(task, 4, 10);
  EXPECT_EQ(first.values, same.values);
  EXPECT_EQ(first.targets, same.targets);
  EXPECT_NE(first.values, other.values);
}

}  // namespace
}  // namespace kinglet::train
