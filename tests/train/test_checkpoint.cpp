// A training that goes on from a checkpoint comes to the same bits as one that was never interrupted.
#include <gtest/gtest.h>

#include <cstring>

#include "base/error.h"
#include "fake_features.h"
#include "train/checkpoint.h"
#include "train/epoch_report.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::train {
namespace {

constexpr int kEpochs = 6;

TrainTask taskOf(const FakeSounds& sounds, bool crossValidate, double averaging) {
  TrainTask task = sounds.task(smallNetwork(sounds.input, 3));
  task.recipe.epochs = kEpochs;
  task.recipe.averaging = averaging;
  task.recipe.noise = 0.3;
  task.train.assign(sounds.all.begin(), sounds.all.begin() + 20);
  task.validation.assign(sounds.all.begin() + 20, sounds.all.end());
  if (crossValidate)
    task.further = {
        {{sounds.all.begin() + 10, sounds.all.end()}, {sounds.all.begin(), sounds.all.begin() + 10}}};
  return task;
}

void expectSame(const TrainOutcome& a, const TrainOutcome& b) {
  ASSERT_EQ(a.curve.size(), b.curve.size());
  for (std::size_t i = 0; i < a.curve.size(); ++i) {
    EXPECT_EQ(a.curve[i].epoch, b.curve[i].epoch);
    EXPECT_EQ(a.curve[i].trainLoss, b.curve[i].trainLoss) << i;
    EXPECT_EQ(a.curve[i].validation.loss, b.curve[i].validation.loss) << i;
    EXPECT_EQ(a.curve[i].validation.accuracy, b.curve[i].validation.accuracy) << i;
  }
  EXPECT_EQ(packWeights(a.weights), packWeights(b.weights));
}

TEST(Checkpoint, GoesOnBitForBitFromEveryEpoch) {
  const FakeSounds sounds(3, 30, 12, 14, 9);
  for (const bool crossValidate : {false, true})
    for (const double averaging : {0.0, 0.9}) {
      const TrainTask task = taskOf(sounds, crossValidate, averaging);
      std::vector<std::string> kept;
      TrainObserver observer;
      observer.mayKeep = [&](const auto& take) { kept.push_back(packCheckpoint(take())); };
      const TrainOutcome whole = trainNetwork(task, observer);
      ASSERT_EQ(kept.size(), std::size_t(kEpochs - 1));
      for (int epoch = 1; epoch < kEpochs; ++epoch) {
        TrainTask rest = task;
        auto from = std::make_shared<Checkpoint>(unpackCheckpoint(kept[std::size_t(epoch - 1)]));
        EXPECT_EQ(from->epoch, epoch);
        rest.from = from;
        rest.known.assign(whole.curve.begin(), whole.curve.begin() + epoch);
        std::vector<int> told;
        TrainObserver watch;
        watch.epochDone = [&](const EpochReport& report) {
          told.push_back(report.epoch);
          return Verdict::goOn;
        };
        expectSame(whole, trainNetwork(rest, watch));
        ASSERT_EQ(told.size(), std::size_t(kEpochs - epoch + 1));  // the last known one again
        EXPECT_EQ(told.front(), epoch);
      }
    }
}

TEST(Checkpoint, TheDecisionOnTheLastKnownEpochIsMadeAnew) {
  const FakeSounds sounds(3, 30, 12, 14, 9);
  const TrainTask task = taskOf(sounds, false, 0);
  const auto stopAt2 = [](const EpochReport& report) {
    return report.epoch == 2 ? Verdict::stop : Verdict::goOn;
  };
  TrainObserver observer;
  observer.epochDone = stopAt2;
  const TrainOutcome whole = trainNetwork(task, observer);
  Checkpoint at2;
  TrainObserver keeper;
  keeper.mayKeep = [&](const auto& take) {
    if (Checkpoint now = take(); now.epoch == 2) at2 = std::move(now);
  };
  trainNetwork(task, keeper);
  TrainTask rest = task;
  rest.from = std::make_shared<Checkpoint>(at2);
  rest.known = whole.curve;
  const TrainOutcome again = trainNetwork(rest, observer);
  EXPECT_TRUE(again.stoppedEarly);
  expectSame(whole, again);
}

TEST(Checkpoint, OneOfAnotherTaskIsNotLookedAt) {
  const FakeSounds sounds(3, 30, 12, 14, 9);
  const TrainTask task = taskOf(sounds, false, 0);
  std::shared_ptr<Checkpoint> first;
  TrainObserver observer;
  observer.mayKeep = [&](const auto& take) {
    if (!first) first = std::make_shared<Checkpoint>(take());
  };
  const TrainOutcome whole = trainNetwork(task, observer);
  TrainTask other = task;
  other.seed = task.seed + 1;
  const TrainOutcome otherWhole = trainNetwork(other);
  other.from = first;
  other.known = {whole.curve[0]};
  expectSame(otherWhole, trainNetwork(other));
  TrainTask otherClips = task;
  std::swap(otherClips.train, otherClips.validation);
  const TrainOutcome swapped = trainNetwork(otherClips);
  otherClips.from = first;
  otherClips.known = {whole.curve[0]};
  expectSame(swapped, trainNetwork(otherClips));
}

TEST(Checkpoint, DamageIsNoticed) {
  Checkpoint checkpoint{42, 3, {{"values", {4}, {1, 2, 3, 4}}}};
  const std::string good = packCheckpoint(checkpoint);
  const Checkpoint back = unpackCheckpoint(good);
  EXPECT_EQ(back.key, 42u);
  EXPECT_EQ(back.epoch, 3);
  EXPECT_EQ(back.state[0].values, checkpoint.state[0].values);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = char(bad[i] ^ 4);
    EXPECT_THROW(unpackCheckpoint(bad), base::Error) << i;
    EXPECT_THROW(unpackCheckpoint(good.substr(0, i)), base::Error) << i;
  }
}

TEST(Checkpoint, ALossThatIsNoNumberIsTheNetworksOwnFault) {
  const FakeSounds sounds(3, 30, 12, 14, 9);
  TrainTask task = taskOf(sounds, false, 0);
  task.recipe.learningRate = 1e30;
  EXPECT_THROW(trainNetwork(task), Diverged);
}

}  // namespace
}  // namespace kinglet::train
