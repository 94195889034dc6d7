#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <thread>

#include "base/error.h"
#include "fake_features.h"
#include "network/network_spec.h"
#include "train/epoch_report.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::train {
namespace {

TEST(Trainer, LearnsAndReportsEveryEpoch) {
  const FakeSounds sounds(3, 30, 12, 12, 9);
  int seen = 0;
  double share = 0;
  TrainObserver observer;
  observer.epochDone = [&](const EpochReport& report) {
    EXPECT_EQ(report.epoch, ++seen);
    EXPECT_GT(report.seconds, 0);
    return Verdict::goOn;
  };
  observer.progress = [&](int epoch, double s) {
    EXPECT_GE(epoch, 1);
    share = s;
  };
  const TrainOutcome outcome = trainNetwork(sounds.task(smallNetwork(sounds.input, 3)), observer);
  EXPECT_EQ(seen, 15);
  EXPECT_DOUBLE_EQ(share, 1);
  EXPECT_EQ(outcome.curve.size(), 15u);
  EXPECT_FALSE(outcome.stoppedEarly);
  EXPECT_FALSE(outcome.cancelled);
  EXPECT_LT(outcome.curve.back().trainLoss, outcome.curve.front().trainLoss);
  EXPECT_GT(outcome.validation.accuracy, 0.9);
  EXPECT_EQ(outcome.validation.clips, 30);
}

TEST(Trainer, OverfitsATinySetOfNoise) {
  FakeSounds sounds(4, 16, 16, 16, 8, 3);
  base::Random random(1);
  for (auto& clip : sounds.dataset.clips) clip.labels = {random.below(4)};
  TrainTask task = sounds.task(smallNetwork(sounds.input, 4, 16));
  task.recipe.epochs = 60;
  task.recipe.mixup = task.recipe.timeShift = task.recipe.labelSmoothing = 0;
  task.recipe.freqMasks = task.recipe.timeMasks = 0;
  const TrainOutcome outcome = trainNetwork(task);
  EXPECT_EQ(outcome.validation.accuracy, 1);
  EXPECT_LT(outcome.curve.back().trainLoss, 0.1);
}

// Features that count how often each clip is read.
class CountingFeatures : public FakeFeatures {
 public:
  using FakeFeatures::FakeFeatures;
  data::FeatureView clip(int clip) const override {
    ++reads[clip];
    return FakeFeatures::clip(clip);
  }
  mutable std::map<int, int> reads;
};

TEST(Trainer, RareClassesAreShownMoreOften) {
  FakeSounds sounds(2, 100, 12, 12, 9);
  auto counting = std::make_shared<CountingFeatures>(sounds.input);
  for (int i = 0; i < 100; ++i) {
    sounds.dataset.clips[static_cast<std::size_t>(i)].labels = {i < 10 ? 1
                                                                       : 0};  // 10 of one, 90 of the other
    const auto values = sounds.features->clip(i).values;
    counting->add({values.begin(), values.end()});
  }
  TrainTask task = sounds.task(smallNetwork(sounds.input, 2));
  task.validation.clear();
  task.features = counting;
  task.recipe.epochs = 10;
  task.recipe.windowsPerClip = 1;
  for (const double balance : {0.0, 0.5, 1.0}) {
    task.recipe.balance = balance;
    counting->reads.clear();
    trainNetwork(task);
    double rare = 0, all = 0;
    for (const auto& [clip, reads] : counting->reads) {
      const double shown = reads - 1;  // once to see whether it is readable
      rare += clip < 10 ? shown : 0, all += shown;
    }
    EXPECT_EQ(all, 1000);
    EXPECT_NEAR(rare / all, balance == 0 ? 0.1 : balance == 1 ? 0.5 : 0.25, 0.011) << balance;
  }
}

TEST(Trainer, EveryAugmentationIsRepeatable) {
  const FakeSounds sounds(3, 24, 12, 30, 9);
  TrainTask task = sounds.task(smallNetwork(sounds.input, 3));
  task.recipe.epochs = 2;
  const std::string plain = packWeights(trainNetwork(task).weights);
  task.recipe.gainDb = 6;
  task.recipe.noise = 0.5;
  task.recipe.between = 0.5;
  task.recipe.quietDb = 10;
  task.recipe.timeMasks = task.recipe.freqMasks = 1;
  const std::string first = packWeights(trainNetwork(task).weights);
  EXPECT_EQ(first, packWeights(trainNetwork(task).weights));
  EXPECT_NE(first, plain);
}

TEST(Trainer, SeveralLabelsAClip) {
  FakeSounds sounds(4, 40, 12, 12, 8);
  sounds.dataset.multiLabel = true;
  TrainTask task = sounds.task(smallNetwork(sounds.input, 4));
  task.recipe.epochs = 40;
  const TrainOutcome outcome = trainNetwork(task);
  EXPECT_GT(outcome.validation.map, 0.9);
  EXPECT_GT(outcome.validation.auc, 0.9);
}

// oneDNN's own gradient of such a layer writes past its buffers.
TEST(Trainer, StridedPointwiseLayersOfOddWidths) {
  const FakeSounds sounds(3, 30, 198, 32, 2);
  network::NetworkSpec spec("strided", sounds.input.shape());
  network::Layer stem;
  stem.filters = 12;
  stem.kernelH = stem.kernelW = 3;
  int last = spec.add(stem);
  for (const int filters : {12, 20, 12}) {
    network::Layer layer;
    layer.kind = network::LayerKind::pointwise;
    layer.inputs = {last};
    layer.filters = filters;
    layer.strideH = layer.strideW = 2;
    layer.batchNorm = true;
    last = spec.add(layer);
  }
  network::Layer dense;
  dense.kind = network::LayerKind::dense;
  dense.inputs = {last};
  dense.filters = 3;
  spec.add(dense);
  TrainTask task = sounds.task(spec);
  task.recipe.epochs = 3;
  const TrainOutcome outcome = trainNetwork(task);
  EXPECT_EQ(outcome.curve.size(), 3u);
  EXPECT_LT(outcome.curve.back().trainLoss, outcome.curve.front().trainLoss);
}

TEST(Trainer, SameSeedSameBitsWhateverOthersDo) {
  const FakeSounds sounds(3, 24, 12, 30, 9);
  TrainTask task = sounds.task(smallNetwork(sounds.input, 3));
  task.recipe.epochs = 3;
  task.recipe.windowsPerClip = 2;
  task.recipe.averaging = 0.9;
  const std::string alone = packWeights(trainNetwork(task).weights);
  TrainTask other = task;
  other.seed = 4;
  std::string a, b;
  {
    const std::jthread first([&] { a = packWeights(trainNetwork(task).weights); });
    const std::jthread second([&] { b = packWeights(trainNetwork(other).weights); });
  }
  EXPECT_EQ(a, alone);
  EXPECT_NE(b, alone);
}

TEST(Trainer, CrossValidationJudgesEveryClipByWeightsThatHaveNotHeardIt) {
  const FakeSounds sounds(3, 30, 12, 12, 9);
  TrainTask task = sounds.task(smallNetwork(sounds.input, 3));
  task.recipe.epochs = 4;
  const std::vector<int> first(sounds.all.begin(), sounds.all.begin() + 12),
      second(sounds.all.begin() + 12, sounds.all.end());
  task.train = first;
  task.validation = second;
  const TrainOutcome alone = trainNetwork(task);
  TrainTask turned = task;
  std::swap(turned.train, turned.validation);
  turned.seed = base::seedFor(task.seed, 1);
  const TrainOutcome other = trainNetwork(turned);

  task.further = {{second, first}};
  double share = 0;
  int backwards = 0;
  TrainObserver observer;
  observer.progress = [&](int epoch, double s) {
    const double now = epoch - 1 + s;
    backwards += now < share;
    share = now;
  };
  const TrainOutcome both = trainNetwork(task, observer);
  EXPECT_EQ(packWeights(both.weights), packWeights(alone.weights));
  EXPECT_EQ(backwards, 0);
  EXPECT_DOUBLE_EQ(share, 4);
  ASSERT_EQ(both.curve.size(), 4u);
  for (std::size_t epoch = 0; epoch < 4; ++epoch) {
    const Metrics& a = alone.curve[epoch].validation;
    const Metrics& b = other.curve[epoch].validation;
    const Metrics& all = both.curve[epoch].validation;
    EXPECT_EQ(all.clips, 30);
    EXPECT_NEAR(all.accuracy, (a.accuracy * 18 + b.accuracy * 12) / 30, 1e-12);
    EXPECT_NEAR(all.loss, (a.loss * 18 + b.loss * 12) / 30, 1e-9);
    EXPECT_NEAR(both.curve[epoch].trainLoss,
                (alone.curve[epoch].trainLoss + other.curve[epoch].trainLoss) / 2, 1e-12);
  }
}

TEST(Trainer, AStopRequestEndsWithinABatch) {
  const FakeSounds sounds(3, 60, 12, 12, 9);
  TrainTask task = sounds.task(smallNetwork(sounds.input, 3));
  std::stop_source stop;
  int batches = 0, after = 0;
  TrainObserver observer;
  observer.progress = [&](int epoch, double) {
    if (stop.stop_requested()) ++after;
    if (epoch == 2 && ++batches == 3) stop.request_stop();
  };
  const TrainOutcome outcome = trainNetwork(task, observer, stop.get_token());
  EXPECT_TRUE(outcome.cancelled);
  EXPECT_FALSE(outcome.stoppedEarly);
  EXPECT_EQ(outcome.curve.size(), 1u);
  EXPECT_EQ(after, 0);
  EXPECT_FALSE(outcome.weights.empty());
}

TEST(Trainer, TheObserverStopsEarly) {
  const FakeSounds sounds(3, 12, 12, 12, 9);
  TrainObserver observer;
  observer.epochDone = [](const EpochReport& report) {
    return report.epoch == 2 ? Verdict::stop : Verdict::goOn;
  };
  const TrainOutcome outcome = trainNetwork(sounds.task(smallNetwork(sounds.input, 3)), observer);
  EXPECT_TRUE(outcome.stoppedEarly);
  EXPECT_EQ(outcome.curve.size(), 2u);
}

TEST(Trainer, StoredWeightsGiveTheValidationScores) {
  const FakeSounds sounds(3, 30, 12, 40, 9, 3);
  const TrainTask task = sounds.task(smallNetwork(sounds.input, 3));
  const TrainOutcome outcome = trainNetwork(task);
  const Weights back = unpackWeights(packWeights(outcome.weights));
  const auto scores = scoreClips(task.input, task.network, back, *task.features, sounds.all, false);
  EXPECT_EQ(scores, scoreClips(task.input, task.network, outcome.weights, *task.features, sounds.all, false));
  std::vector<std::vector<int>> labels;
  for (const auto& clip : sounds.dataset.clips) labels.push_back(clip.labels);
  const Metrics metrics = computeMetrics(scores, labels, 3);
  EXPECT_EQ(metrics.accuracy, outcome.validation.accuracy);
  EXPECT_EQ(metrics.map, outcome.validation.map);
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) sum += scores[i];
  EXPECT_NEAR(sum, 1, 1e-5);
}

TEST(Trainer, DivergenceIsSaidInPlainWords) {
  FakeSounds sounds(3, 12, 12, 12, 9);
  TrainTask task = sounds.task(smallNetwork(sounds.input, 3));
  auto broken = std::make_shared<FakeFeatures>(sounds.input);
  for (int i = 0; i < 12; ++i) broken->add(std::vector<float>(12 * 9, i == 5 ? NAN : 1.f));
  task.features = broken;
  try {
    trainNetwork(task);
    FAIL() << "went on";
  } catch (const base::Error& error) {
    EXPECT_THAT(std::string(error.what()), testing::HasSubstr("diverged in epoch 1"));
  }
}

TEST(Trainer, TooLargeForMemoryIsSaidInPlainWords) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "The address sanitizer ends a program that asks for too much memory.";
#endif
  const auto input = inputOf(12, 9);
  FakeSounds sounds(3, 12, 12, 12, 9);
  network::NetworkSpec spec("huge", input.shape());
  spec.add(layerOf(network::LayerKind::dense, "a", 1 << 20));
  network::Layer b = layerOf(network::LayerKind::dense, "b", 1 << 20);
  b.inputs = {0};
  spec.add(b);
  network::Layer c = layerOf(network::LayerKind::dense, "c", 3);
  c.inputs = {1};
  spec.add(c);
  try {
    trainNetwork(sounds.task(spec));
    FAIL() << "went on";
  } catch (const base::Error& error) {
    EXPECT_THAT(std::string(error.what()), testing::HasSubstr("Not enough memory"));
  }
}

TEST(Trainer, WhatDoesNotFitIsRefused) {
  const FakeSounds sounds(3, 12, 12, 12, 9);
  TrainTask task = sounds.task(smallNetwork(sounds.input, 4));
  EXPECT_THROW(trainNetwork(task), base::Error);  // four outputs, three classes
  task = sounds.task(smallNetwork(sounds.input, 3));
  task.train.clear();
  EXPECT_THROW(trainNetwork(task), base::Error);
  task = sounds.task(smallNetwork(sounds.input, 3));
  task.input.hopMs = 20;
  EXPECT_THROW(trainNetwork(task), base::Error);
}

TEST(Trainer, OneClipAndNoValidation) {
  const FakeSounds sounds(2, 1, 12, 5, 9);
  TrainTask task = sounds.task(smallNetwork(sounds.input, 2));
  task.validation.clear();
  const TrainOutcome outcome = trainNetwork(task);
  EXPECT_EQ(outcome.validation.clips, 0);
  EXPECT_EQ(outcome.curve.size(), 15u);
}

}  // namespace
}  // namespace kinglet::train
