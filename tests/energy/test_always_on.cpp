#include "energy/listening/always_on.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "energy/device/device_profile.h"
#include "network/baselines.h"

namespace kinglet::energy {
namespace {

const ListeningDevice kDevice{100, 20, 4, 0.1, 2};

ListeningSettings every(double inferencesPerSecond) {
  ListeningSettings settings;
  settings.inferencesPerSecond = inferencesPerSecond;
  return settings;
}

TEST(AlwaysOn, TheMeanIsTheSumOfItsParts) {
  // 50 frames of 1 ms, 2 inferences of 100 ms and their wake-ups of 2 ms: busy 254 ms in a second.
  const ListeningWork work{100, 2, 1, 0.02, 50};
  ListeningSettings settings = every(2);
  settings.microphoneMw = 0.5;
  settings.memoryMw = 0.25;
  const MeanPower power = meanPower(kDevice, work, settings);
  EXPECT_NEAR(power.frontEndMw, 1, 1e-12);
  EXPECT_NEAR(power.inferenceMw, 4, 1e-12);
  EXPECT_NEAR(power.wakeUpMw, 0.08, 1e-12);
  EXPECT_NEAR(power.duty, 0.254, 1e-12);
  EXPECT_NEAR(power.idleMw, 4 * 0.746, 1e-12);
  EXPECT_NEAR(power.totalMw, 1 + 4 + 0.08 + 4 * 0.746 + 0.75, 1e-12);
  EXPECT_NEAR(power.dailyJoules, power.totalMw * 86.4, 1e-9);
  EXPECT_TRUE(power.keepsUp);
  settings.idlePowerMw = 0;
  EXPECT_EQ(meanPower(kDevice, work, settings).idleMw, 0);
}

TEST(AlwaysOn, ASlowerClockTakesLongerAndDrawsLess) {
  const ListeningDevice half = atClock(kDevice, 50);
  EXPECT_NEAR(half.activePowerMw, 20 * 0.55, 1e-12);
  EXPECT_NEAR(half.idlePowerMw, 4 * std::sqrt(0.55), 1e-12);
  EXPECT_NEAR(half.wakeUpMs, 4, 1e-12);
  const ListeningDevice quarter = atClock(half, 25), straight = atClock(kDevice, 25);
  EXPECT_NEAR(quarter.activePowerMw, straight.activePowerMw, 1e-12);
  EXPECT_NEAR(quarter.idlePowerMw, straight.idlePowerMw, 1e-12);

  // Hardly any work: waiting decides, and the slow clock nearly halves it. Much work: it does not keep up.
  ListeningSettings slow = every(1);
  slow.clockMhz = 25;
  const ListeningWork little{1, 0.02, 0.1, 0.002, 10}, much{300, 6, 0, 0, 0};
  EXPECT_LT(meanPower(kDevice, little, slow).totalMw, 0.65 * meanPower(kDevice, little, every(1)).totalMw);
  EXPECT_TRUE(meanPower(kDevice, much, every(1)).keepsUp);
  EXPECT_FALSE(meanPower(kDevice, much, slow).keepsUp);
}

TEST(AlwaysOn, FramesAreComputedOnceAndOnlyWhereTheyAreHeard) {
  const network::InputSpec input;  // a second, a frame every 10 ms
  const DeviceProfile& profile = device(kDefaultDevice);
  const network::NetworkSpec net = network::dsCnn({input.frames(), input.mels, 1}, 10);
  const EnergyEstimate estimate = modelFor(profile)->estimate(input, net);
  EXPECT_NEAR(listeningWork(listeningDevice(&profile), estimate, input, net, 10).framesPerSecond, 100, 1e-9);
  EXPECT_NEAR(listeningWork(listeningDevice(&profile), estimate, input, net, 0.1).framesPerSecond,
              0.1 * input.frames(), 1e-9);
  const ListeningWork work = listeningWork(listeningDevice(&profile), estimate, input, net, 1);
  EXPECT_NEAR(work.frameMj * input.frames(), estimate.frontEndMillijoules, 1e-12);
  EXPECT_NEAR(work.networkMs + work.frameMs * input.frames(), estimate.latencyMs, 1e-9);
}

// Exported C computes new rows alone where a network pads nothing along time; other runtimes do not.
TEST(AlwaysOn, AStatefulRuntimePaysForWhatIsNew) {
  network::InputSpec input;
  input.clipSeconds = 2;
  network::NetworkSpec net("streams", input.shape());
  int x = net.add({.kind = network::LayerKind::conv2d,
                   .filters = 8,
                   .kernelH = 5,
                   .kernelW = 5,
                   .strideH = 2,
                   .padding = network::Padding::validTime});
  x = net.add({.kind = network::LayerKind::globalAveragePool, .inputs = {x}});
  net.add({.kind = network::LayerKind::dense, .inputs = {x}, .filters = 4});
  const DeviceProfile &ours = device("kinglet-c-cortex-m4"), &other = device(kDefaultDevice);
  const auto work = [&](const DeviceProfile& profile, double rate) {
    return listeningWork(listeningDevice(&profile), modelFor(profile)->estimate(input, net), input, net,
                         rate);
  };
  const EnergyEstimate estimate = modelFor(ours)->estimate(input, net);
  const double network = estimate.millijoules - estimate.frontEndMillijoules;
  // 100 frames of 198 are new, of which the first layer makes 50 rows of 97.
  const double head = estimate.layers[1].millijoules + estimate.layers[2].millijoules;
  EXPECT_NEAR(work(ours, 1).networkMj, estimate.layers[0].millijoules * 50 / 97 + head, 1e-9);
  EXPECT_LT(work(ours, 1).networkMs, 0.6 * (estimate.latencyMs - estimate.frontEndMs));
  EXPECT_NEAR(work(ours, 0.4).networkMj, network, 1e-9);  // windows that do not touch
  const EnergyEstimate whole = modelFor(other)->estimate(input, net);
  EXPECT_NEAR(work(other, 1).networkMj, whole.millijoules - whole.frontEndMillijoules, 1e-9);
}

TEST(AlwaysOn, TheThriftiestClockKeepsUp) {
  const network::InputSpec input;
  const DeviceProfile& profile = device(kDefaultDevice);
  const network::NetworkSpec net = network::dsCnn({input.frames(), input.mels, 1}, 10);
  const EnergyEstimate estimate = modelFor(profile)->estimate(input, net);
  const ListeningDevice board = listeningDevice(&profile);
  const std::vector<double> clocks = clockChoices(board);
  ASSERT_GE(clocks.size(), 4u);
  EXPECT_EQ(clocks.front(), *profile.clockMhz);
  for (const double rate : {0.2, 1.0, 4.0}) {
    const MeanPower best = thriftiest(board, estimate, input, net, every(rate));
    for (const double clock : clocks) {
      ListeningSettings settings = every(rate);
      settings.clockMhz = clock;
      const MeanPower other = meanPower(board, estimate, input, net, settings);
      if (other.keepsUp) {
        EXPECT_LE(best.totalMw, other.totalMw * (1 + 1e-12)) << rate << " " << clock;
      }
    }
    EXPECT_TRUE(best.keepsUp || rate > 1);
  }
}

TEST(AlwaysOn, WhatMakesNoSenseIsRefused) {
  const ListeningWork work{1, 1, 0, 0, 0};
  EXPECT_THROW(meanPower(kDevice, work, every(0)), base::Error);
  EXPECT_THROW(meanPower(kDevice, work, every(std::nan(""))), base::Error);
  ListeningSettings settings = every(1);
  settings.microphoneMw = -1;
  EXPECT_THROW(meanPower(kDevice, work, settings), base::Error);
  EXPECT_THROW(atClock(kDevice, 101), base::Error);
  EXPECT_THROW(atClock(kDevice, 0), base::Error);
  EXPECT_THROW(atClock({}, 10), base::Error);
}

// A model that knows energies alone: no duty, no waiting but what the person gives.
TEST(AlwaysOn, WithoutTimesTheWorkIsItsEnergy) {
  EnergyEstimate estimate;
  estimate.millijoules = 3;
  estimate.frontEndMillijoules = 1;
  const network::InputSpec input;
  ListeningSettings settings = every(0.5);
  settings.idlePowerMw = 2;
  const MeanPower power = meanPower(ListeningDevice{}, estimate, input, {}, settings);
  EXPECT_NEAR(power.totalMw, 0.5 * 3 + 2, 1e-9);
  EXPECT_EQ(power.duty, 0);
}

}  // namespace
}  // namespace kinglet::energy
