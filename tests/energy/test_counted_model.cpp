#include "energy/device/counted_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "energy/device/device_profile.h"
#include "network/baselines.h"

namespace kinglet::energy {
namespace {

double countOf(const KernelWork& work, const std::string& name) {
  const auto names = countsOf(work.kernel);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return work.counts.at(i);
  ADD_FAILURE() << "no count \"" << name << "\"";
  return 0;
}

network::Layer layerOf(network::Shape in, network::Layer layer) {
  network::NetworkSpec network("one", in);
  network.add(std::move(layer));
  return network.layers().front();
}

// A cost of each count, all of them positive and apart.
double planted(Kernel kernel, std::size_t count) {
  return 1.5 + std::fmod(7.3 * static_cast<double>(count) + 3.1 * static_cast<int>(kernel), 40);
}

std::vector<CountedKernel> plantedCounts(Products products) {
  std::vector<CountedKernel> counted;
  const auto put = [&](KernelWork work) {
    double instructions = 0;
    for (std::size_t i = 0; i < work.counts.size(); ++i)
      instructions += work.counts[i] * planted(work.kernel, i);
    counted.push_back({std::move(work), instructions});
  };
  for (const auto& network : countDesign())
    for (const auto& layer : network.layers())
      for (KernelWork& work : kernelsOf(layer, products)) put(std::move(work));
  for (const auto& input : frontEndDesign()) put(frontEndFrame(input, true));
  return counted;
}

TEST(KernelWork, TilesHavePixelsAndChannelsLeftOver) {
  const auto works =
      kernelsOf(layerOf({5, 7, 10}, {.kind = network::LayerKind::pointwise, .filters = 3}), Products::pairs);
  ASSERT_EQ(works.size(), 1u);
  EXPECT_EQ(works[0].kernel, Kernel::conv);
  EXPECT_EQ(works[0].kind, WorkKind::pointwise);
  EXPECT_EQ(countOf(works[0], "rows"), 1) << "a 1 x 1 kernel sees one long row";
  EXPECT_EQ(countOf(works[0], "strips"), 2) << "three channels are two pairs";
  EXPECT_EQ(countOf(works[0], "tiles of one row"), 2 * 18) << "35 pixels are 18 pairs";
  EXPECT_EQ(countOf(works[0], "quads of tiles"), 2 * 18 * 2);
  EXPECT_EQ(countOf(works[0], "singles of tiles"), 2 * 18 * 2) << "ten values are two fours and two";
  const auto vectors = kernelsOf(layerOf({5, 7, 17}, {.kind = network::LayerKind::pointwise, .filters = 3}),
                                 Products::vectors);
  EXPECT_EQ(countOf(vectors[0], "vectors of tiles"), 2 * 18 * 2);
  const auto flat = kernelsOf(layerOf({5, 7, 17}, {.kind = network::LayerKind::pointwise, .filters = 5}),
                              Products::vectors);
  EXPECT_EQ(countOf(flat[0], "channel fours of flat pixels"), 35 * 2);
  EXPECT_EQ(countOf(flat[0], "rests of flat pixels"), 35 * 2);
}

TEST(KernelWork, DenseLayersTakeFourChannelsAtATime) {
  const auto dense = [](int inputs, int units, Products products) {
    return kernelsOf(layerOf({1, 1, inputs}, {.kind = network::LayerKind::dense, .filters = units}), products)
        .at(0);
  };
  const KernelWork ten = dense(16, 10, Products::pairs);
  EXPECT_EQ(countOf(ten, "flat pixels"), 1);
  EXPECT_EQ(countOf(ten, "channel fours of flat pixels"), 2);
  EXPECT_EQ(countOf(ten, "quads of channel fours of flat pixels"), 2 * 4);
  EXPECT_EQ(countOf(ten, "channel pairs of flat pixels"), 1);
  EXPECT_EQ(countOf(ten, "quads of channel pairs of flat pixels"), 4);
  EXPECT_EQ(countOf(ten, "maps"), 0);
  const KernelWork seven = dense(16, 7, Products::pairs);
  EXPECT_EQ(countOf(seven, "channel fours of flat pixels"), 2) << "one of them once more";
  EXPECT_EQ(countOf(seven, "channel pairs of flat pixels"), 0);
  const KernelWork odd = dense(18, 10, Products::pairs);
  EXPECT_EQ(countOf(odd, "flat pixels"), 0) << "four do not divide its inputs";
  EXPECT_EQ(countOf(odd, "channel pairs of single pixels"), 5);
  EXPECT_EQ(countOf(dense(18, 10, Products::vectors), "channel fours of flat pixels"), 3);
}

TEST(KernelWork, BordersAreCountedApart) {
  // 432 values a window: too many to gather.
  const auto works = kernelsOf(
      layerOf({6, 6, 48}, {.kind = network::LayerKind::conv2d, .filters = 2, .kernelH = 3, .kernelW = 3}),
      Products::pairs);
  EXPECT_EQ(countOf(works[0], "copied windows"), 0);
  EXPECT_EQ(countOf(works[0], "single pixels"), 2 * 6) << "left and right of each row";
  EXPECT_EQ(countOf(works[0], "tiles"), 6 * 2) << "four pixels of each row";
  EXPECT_EQ(countOf(works[0], "rows of tiles"), 2 * (4 * 3 + 2 * 2))
      << "the first and last row see two of three";
  // Two sums a pixel with something outside, and two a strip of the first and last row.
  EXPECT_EQ(countOf(works[0], "sums outside of the map"), 2 * 12 + 2 * 2);
  // Before, between and behind what is on the map: three rows or two at the sides, one piece where all columns are.
  EXPECT_EQ(countOf(works[0], "gaps outside of the map"), 2 * (8 * 4 + 4 * 3) + 2 * 2 * 2);
  // 288 values: one at a time, where it touches the border.
  const auto single = kernelsOf(
      layerOf({6, 6, 32}, {.kind = network::LayerKind::conv2d, .filters = 8, .kernelH = 3, .kernelW = 3}),
      Products::pairs);
  EXPECT_EQ(countOf(single[0], "cleared windows"), 2 * 6);
  EXPECT_EQ(countOf(single[0], "channel fours of flat pixels"), 2 * 6 * 2);
  EXPECT_EQ(countOf(single[0], "sums outside of the map"), 4 * 2 * 2) << "of the strips";
  const auto small = kernelsOf(
      layerOf({6, 6, 2}, {.kind = network::LayerKind::conv2d, .filters = 2, .kernelH = 3, .kernelW = 3}),
      Products::pairs);
  EXPECT_EQ(countOf(small[0], "single pixels"), 0);
  EXPECT_EQ(countOf(small[0], "gathered runs"), 6 + 1) << "20 windows at once: the fourth row is cut in two";
  EXPECT_EQ(countOf(small[0], "copied windows") + countOf(small[0], "cleared windows"), 36);
  EXPECT_EQ(countOf(small[0], "cleared windows"), 20 + 2)
      << "the border, and two whose words would end behind the map";
}

TEST(KernelWork, OperatorsAreThoseOfTheExport) {
  EXPECT_EQ(
      kernelsOf(layerOf({4, 4, 8}, {.kind = network::LayerKind::squeezeExcite, .units = 4}), Products::pairs)
          .size(),
      4u);
  const auto swish = kernelsOf(layerOf({4, 4, 8}, {.kind = network::LayerKind::pointwise,
                                                   .filters = 8,
                                                   .activation = network::Activation::hardSwish}),
                               Products::pairs);
  ASSERT_EQ(swish.size(), 2u);
  EXPECT_EQ(swish[1].kernel, Kernel::hardSwish);
  const auto view =
      kernelsOf(layerOf({4, 4, 8}, {.kind = network::LayerKind::frequencyToChannels}), Products::pairs);
  ASSERT_EQ(view.size(), 1u);
  EXPECT_EQ(view[0].kernel, Kernel::none);
}

class CountedFit : public testing::TestWithParam<std::string> {};

TEST_P(CountedFit, FindsPlantedCostsOfNetworksItHasNotSeen) {
  const std::string core = GetParam();
  const Products products = productsOf(core);
  const CountedModel model = fitCounted(core, true, plantedCounts(products));
  EXPECT_TRUE(missing(model).empty());
  for (const auto& [kernel, costs] : model.instructions)
    for (const double cost : costs) EXPECT_GE(cost, 0) << kernel;
  network::InputSpec input;
  for (const auto& network :
       {network::dsCnn(input.shape(), 12), network::namedNetwork("mobilenet_v2:0.35", input.shape(), 7)})
    for (const auto& layer : network.layers())
      for (const KernelWork& work : kernelsOf(layer, products)) {
        double truth = 0;
        for (std::size_t i = 0; i < work.counts.size(); ++i)
          truth += work.counts[i] * planted(work.kernel, i);
        EXPECT_NEAR(model.instructionsOf(work), truth, 0.005 * truth + 1)
            << layer.name << " " << toText(work.kernel);
      }
  double frame = 0;
  const KernelWork work = frontEndFrame(input, true);
  for (std::size_t i = 0; i < work.counts.size(); ++i) frame += work.counts[i] * planted(work.kernel, i);
  EXPECT_NEAR(model.instructionsOf(work), frame, 0.01 * frame);
  EXPECT_NEAR(model.frontEndCycles(input),
              input.frames() * frame * timingOf(core).cyclesPerInstruction.at(frontEndKind(true)),
              0.011 * model.frontEndCycles(input));
}

INSTANTIATE_TEST_SUITE_P(Cores, CountedFit, testing::ValuesIn(countedCores()),
                         [](const auto& core) { return core.param.substr(core.param.find('-') + 1); });

TEST(CountedFit, WhatWasNotCountedIsNamed) {
  auto counted = plantedCounts(Products::pairs);
  std::erase_if(counted, [](const CountedKernel& one) { return one.work.kernel == Kernel::shuffle; });
  EXPECT_EQ(missing(fitCounted("cortex-m4", true, counted)), std::vector<std::string>{"shuffle"});
}

TEST(CountedFit, AnUnknownCoreListsTheCores) {
  try {
    timingOf("cortex-m99");
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("cortex-m33"), std::string::npos);
  }
}

DeviceProfile profileOf(const std::string& core) {
  DeviceProfile profile;
  profile.id = "mine";
  profile.name = "Mine";
  profile.runtime = "Kinglet C";
  profile.provenance = Provenance::counted;
  profile.sources = {"a test"};
  profile.counted = fitCounted(core, true, plantedCounts(productsOf(core)));
  return profile;
}

TEST(CountedProfile, ComesBackFromJsonAndTellsEnergyByPowerAndTime) {
  DeviceProfile profile = profileOf("cortex-m4");
  profile.clockMhz = 100;
  profile.activePowerMw = 20;
  const DeviceProfile back = profileFromJson(toJson(profile));
  EXPECT_EQ(toJson(back), toJson(profile));
  network::InputSpec input;
  const auto network = network::dsCnn(input.shape(), 12);
  const EnergyEstimate estimate = modelFor(back)->estimate(input, network);
  EXPECT_EQ(estimate.provenance, Provenance::counted);
  EXPECT_EQ(estimate.runtime, "Kinglet C");
  double cycles = back.counted->frontEndCycles(input);
  for (const auto& layer : network.layers()) cycles += back.counted->cyclesOf(layer);
  EXPECT_NEAR(estimate.latencyMs, cycles / 100e3, 1e-9 * cycles);
  EXPECT_NEAR(estimate.millijoules, estimate.latencyMs * 20 / 1000, 1e-12);
  ASSERT_EQ(estimate.layers.size(), network.layers().size());
  double sum = estimate.frontEndMillijoules;
  for (const LayerEnergy& layer : estimate.layers) sum += layer.millijoules;
  EXPECT_NEAR(sum, estimate.millijoules, 1e-9);
}

TEST(CountedProfile, WithoutAClockAndPowerItTellsNoEnergy) {
  network::InputSpec input;
  try {
    modelFor(profileOf("cortex-m55"))->estimate(input, network::dsCnn(input.shape(), 12));
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("--power-mw"), std::string::npos);
  }
}

TEST(CountedProfile, BadFiguresAreRefused) {
  DeviceProfile profile = profileOf("cortex-m4");
  profile.clockMhz = 100;
  profile.activePowerMw = 20;
  const auto good = nlohmann::ordered_json::parse(toJson(profile));
  auto json = good;
  json["counted"]["instructions"]["conv"]["tiles"] = -1;
  EXPECT_THROW(profileFromJson(json.dump()), base::Error);
  json = good;
  json["counted"]["instructions"].erase("depthwise");
  EXPECT_THROW(profileFromJson(json.dump()), base::Error);
  json = good;
  json["counted"]["core"] = "abacus";
  EXPECT_THROW(profileFromJson(json.dump()), base::Error);
  json = good;
  json["clock_mhz"] = 0;
  EXPECT_THROW(profileFromJson(json.dump()), base::Error);
}

TEST(CountedProfile, BuiltInOnesAreOfKingletsCAndStandBesideTheirBoards) {
  const std::map<std::string, std::string> boards = {
      {"cortex-m4", "nucleo-l4r5"}, {"cortex-m7", "nucleo-h7a3"}, {"cortex-m33", "nucleo-u575"}};
  network::InputSpec input;
  const auto network = network::dsCnn(input.shape(), 12);
  int seen = 0;
  for (const DeviceProfile& own : builtinDevices()) {
    if (!own.counted) continue;
    ++seen;
    const std::string& id = own.id;
    EXPECT_EQ(own.runtime, "Kinglet C") << id;
    EXPECT_EQ(own.provenance, Provenance::counted) << id;
    EXPECT_TRUE(missing(*own.counted).empty()) << id;
    EXPECT_GT(own.counted->programmes, 5) << id;
    EXPECT_LT(own.counted->medianErrorPercent, 5) << id;
    EXPECT_LT(own.counted->worstErrorPercent, 15) << id;
    EXPECT_FALSE(exportedCOn(own).has_value()) << "it is that runtime already";
    const DeviceProfile& board = device(boards.at(own.counted->core));
    const auto there = exportedCOn(board);
    ASSERT_TRUE(there.has_value()) << board.id;
    EXPECT_EQ(there->id, id);
    EXPECT_EQ(there->clockMhz, board.clockMhz);
    EXPECT_EQ(there->activePowerMw, board.activePowerMw);
    EXPECT_NEAR(modelFor(*there)->estimate(input, network).millijoules,
                modelFor(own)->estimate(input, network).millijoules, 1e-9);
  }
  EXPECT_GT(seen, 0);
  EXPECT_FALSE(exportedCOn(device("rx65n")).has_value()) << "no core of Arm's";
}

}  // namespace
}  // namespace kinglet::energy
