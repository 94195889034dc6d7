#include "energy/device/board_fit.h"
#include "energy/device/board_runtime.h"
#include "paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/files.h"
#include "energy/device/device_profile.h"
#include "energy/device/layer_table.h"
#include "energy/device/streaming_fit.h"
#include "network/baselines.h"
#include "support/scratch.h"

namespace kinglet::energy {
namespace {

const std::filesystem::path kShared = std::filesystem::path(KINGLET_SHARED_DIR) / "energy";
const std::vector<std::string> kNetworks{"kws", "ic", "ad"};

std::filesystem::path write(const std::string& name, const std::string& text) {
  const auto path = test::scratch() / name;
  std::ofstream(path) << text;
  return path;
}

LayerTable tinyLayers() {
  LayerTable layers;
  for (const char* name : {"kws", "ic", "ad", "sww"}) layers[name] = workOf(network::mlperfTiny(name));
  return layers;
}

// A board whose costs are known, "measured" by the model itself.
BoardSystem planted(const LayerTable& layers, double clockMhz, double scale, double powerMw) {
  BoardSystem system{"v9", "closed", "nobody", "BOARD", "core", "runtime 1.0", clockMhz, 1.8, {}};
  LatencyModel truth;
  const double ns = scale * 1000 / clockMhz;
  truth.overheadUs = 2.5 * ns;
  for (const char* kind : {"conv", "pointwise", "conv1d", "dense"}) truth.nsPerMac[kind] = 1.1 * ns;
  truth.nsPerMac["depthwise"] = 3.5 * ns;
  truth.nsPerPatchByte = 1.6 * ns;
  truth.nsPerOutput = 14 * ns;
  truth.nsPerWeightByte = 0.7 * ns;
  truth.nsPerActivationByte = 3 * ns;
  for (const auto& [name, works] : layers) {
    double us = 0;
    for (const LayerWork& work : works) us += truth.microseconds(work);
    system.networks[name] = {us, us * powerMw / 1000};
  }
  return system;
}

TEST(BoardFit, FindsPlantedBoardsFromTheirNetworks) {
  const LayerTable layers = tinyLayers();
  const std::vector<BoardSystem> systems{planted(layers, 100, 1, 20), planted(layers, 50, 2, 5)};
  for (const FittedBoard& board : fitBoards(systems, layers, kNetworks)) {
    const LatencyModel latency = board.latency();
    for (const auto& [name, works] : layers) {
      double us = 0;
      for (const LayerWork& work : works) us += latency.microseconds(work);
      EXPECT_NEAR(us / *board.system->networks.at(name).latencyUs, 1, 0.02) << name;
    }
    EXPECT_NEAR(board.activePowerMw, board.system == &systems[0] ? 20 : 5, 1e-9);
  }
  for (const LeftOut& left : leaveOneNetworkOut(systems, layers, kNetworks))
    EXPECT_NEAR(left.relativeError(), 0, 0.25) << left.network;
}

TEST(BoardFit, RefusesWhatItCannotFit) {
  const LayerTable layers = tinyLayers();
  std::vector<BoardSystem> systems{planted(layers, 100, 1, 20)};
  EXPECT_THROW(fitBoards(systems, layers, {"kws", "cows"}), base::Error);
  systems[0].clockMhz.reset();
  EXPECT_THROW(fitBoards(systems, layers, kNetworks), base::Error);
}

TEST(BoardFit, ProfilesNameTheNewestSystemByItsBoard) {
  const LayerTable layers = tinyLayers();
  std::vector<BoardSystem> systems{planted(layers, 100, 1, 20), planted(layers, 100, 1.2, 20),
                                   planted(layers, 50, 1, 9)};
  systems[1].round = "v10";
  systems[2].round = "v9";
  const auto facts = boardFactsFromJson(
      R"([{"device": "BOA", "slug": "board", "vendor": "V", "front_end_core": 1, "front_end_source": "s"}])");
  const auto profiles = makeProfiles(systems, layers, kNetworks, facts, {});
  ASSERT_EQ(profiles.size(), 3u);
  EXPECT_EQ(profiles[0].id, "board-v9-100mhz");
  EXPECT_EQ(profiles[1].id, "board");
  EXPECT_EQ(profiles[2].id, "board-v9-50mhz");
  EXPECT_FALSE(profiles[0].flashKb.has_value());
  EXPECT_THROW(makeProfiles(systems, layers, kNetworks, {}, {}), base::Error);
  EXPECT_THROW(boardFactsFromJson("nonsense"), base::Error);
}

// The published tables, as `./dev bench boards` reads them.
struct Published {
  LayerTable layers = readLayerTable(kShared / "mlperf_tiny_layers.csv");
  std::vector<BoardSystem> systems;
  std::vector<std::string> networks = kNetworks;
  std::vector<BoardFacts> facts = boardFactsFromJson(
      base::readText(std::filesystem::path(KINGLET_SOURCE_DIR) / "resources" / "boards.json"));
  std::vector<StreamingRow> streaming = readStreamingTable(kShared / "mlperf_tiny_sww.csv");
  Published() {
    layers.merge(readLayerTable(kShared / "mlperf_tiny_more_layers.csv"));
    systems = profileSystems(readBoardTables({kShared / "mlperf_tiny.csv", kShared / "mlperf_tiny_vww.csv"}),
                             kNetworks);
    networks.push_back("vww");
  }
  std::string board(const BoardSystem& system) const { return factsOf(system.device, facts).slug; }
};

double medianError(const std::vector<LeftOut>& all) {
  std::vector<double> errors;
  for (const LeftOut& left : all) errors.push_back(std::abs(left.relativeError()));
  std::sort(errors.begin(), errors.end());
  return errors.at(errors.size() / 2);
}

TEST(BoardFit, PublishedBoardsAreWithinFifteenPercentOnUnseenNetworks) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "no measurements at " << kShared;
  const Published table;
  EXPECT_GE(table.systems.size(), 20u);
  EXPECT_LT(medianError(leaveOneNetworkOut(table.systems, table.layers, table.networks)), 0.15);
}

TEST(BoardFit, ABoardOfWhichOneNetworkIsKnownIsPredicted) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "no measurements at " << kShared;
  const Published table;
  const auto left = leaveOneBoardOut(table.systems, table.layers, table.networks,
                                     [&](const BoardSystem& system) { return table.board(system); });
  EXPECT_GE(left.size(), 2 * table.systems.size());
  EXPECT_LT(medianError(left), 0.15);
}

// Runtimes that leave out a part of one network say so by a share, and not by dearer kernels elsewhere.
TEST(BoardFit, NewerRuntimesDoOnlyAPartOfThePublishedMobileNet) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "no measurements at " << kShared;
  const Published table;
  for (const FittedBoard& board : fitBoards(table.systems, table.layers, table.networks)) {
    const bool part = dropsIdleChannels(*board.system);
    EXPECT_TRUE(part ? board.idleChannelsShare < 0.8 && board.idleChannelsShare > 0.5
                     : board.idleChannelsShare == 1)
        << board.system->runtime;
  }
  BoardSystem system;
  for (const auto& [runtime, drops] : {std::pair{"X-CUBE-AI v8.0.0", false},
                                       {"X-CUBE-AI v8.1.0", true},
                                       {"X-CUBE-AI v10.2", true},
                                       {"ONNC [zephyr]", true},
                                       {"TensorFlow Lite for Microcontrollers", false}}) {
    system.runtime = runtime;
    EXPECT_EQ(dropsIdleChannels(system), drops) << runtime;
  }
}

TEST(BoardFit, PowerWhileListeningIsPredictedOnBoardsLeftOut) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "no measurements at " << kShared;
  const Published table;
  const auto boards = fitBoards(table.systems, table.layers, table.networks);
  std::vector<double> errors;
  for (const LeftOutPower& left : leaveOneBoardOutPower(table.streaming, boards, table.layers, table.facts))
    errors.push_back(std::abs(left.relativeError()));
  ASSERT_GE(errors.size(), 4u);
  std::sort(errors.begin(), errors.end());
  EXPECT_LT(errors[errors.size() / 2], 0.20);
}

// The profiles in resources/ are what the fitter makes of the published tables: nobody typed a figure.
TEST(BoardFit, BuiltInProfilesComeFromTheTable) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "no measurements at " << kShared;
  const Published table;
  const auto profiles =
      makeProfiles(table.systems, table.layers, table.networks, table.facts, table.streaming);
  const auto& all = builtinDevices();  // those of Kinglet's own C are counted
  EXPECT_EQ(
      profiles.size() + std::ranges::count_if(all, [](const auto& one) { return one.counted.has_value(); }),
      all.size());
  const auto expectNear = [](double a, double b) { EXPECT_NEAR(a, b, 1e-3 * b); };
  for (const DeviceProfile& profile : profiles) {
    const DeviceProfile& builtin = device(profile.id);
    EXPECT_EQ(builtin.name, profile.name);
    expectNear(builtin.activePowerMw, profile.activePowerMw);
    expectNear(builtin.latency.nsPerOutput, profile.latency.nsPerOutput);
    expectNear(builtin.latency.nsPerMac.at("conv"), profile.latency.nsPerMac.at("conv"));
    expectNear(builtin.nsPerFrontEndOp, profile.nsPerFrontEndOp);
    expectNear(builtin.listening->idlePowerMw, profile.listening->idlePowerMw);
  }
}

TEST(LayerTable, AgreesWithTheSpecsOfTheSameNetworks) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "no measurements at " << kShared;
  const LayerTable table = Published().layers;
  for (const char* name : {"kws", "ic", "ad", "vww", "sww"}) {
    const std::vector<LayerWork> works = workOf(network::mlperfTiny(name));
    LayerWork sum, expected;
    for (const LayerWork& work : works) {
      sum.macs += work.macs, sum.params += work.params, sum.outputs += work.outputs;
      sum.patchBytes += work.patchBytes;
    }
    for (const LayerWork& work : table.at(name)) {
      expected.macs += work.macs, expected.params += work.params, expected.outputs += work.outputs;
      expected.patchBytes += work.patchBytes;
    }
    EXPECT_EQ(sum.macs, expected.macs) << name;
    EXPECT_EQ(sum.params, expected.params) << name;
    EXPECT_EQ(sum.outputs, expected.outputs) << name;
    EXPECT_EQ(sum.patchBytes, expected.patchBytes) << name;
  }
}

TEST(LayerTable, BadRowsAreNamedByTheirLine) {
  const std::string header =
      "network,layer,type,in_h,in_w,in_c,out_h,out_w,out_c,kernel_h,kernel_w,stride,macs,params\n";
  const auto message = [&](const std::string& rows) -> std::string {
    try {
      readLayerTable(write("layers.csv", header + rows));
    } catch (const base::Error& e) {
      return e.what();
    }
    return "";
  };
  EXPECT_NE(
      message("n,0,CONV_2D,8,8,3,8,8,4,3,3,1,6912,112\nn,1,WARP,8,8,3,8,8,4,3,3,1,1,1\n").find("line 3"),
      std::string::npos);
  EXPECT_NE(message("n,0,CONV_2D,0,8,3,8,8,4,3,3,1,1,1\n").find("line 2"), std::string::npos);
  EXPECT_NE(message("n,0,CONV_2D,8,8,3,8,8,4,3,3,1,-5,1\n").find("line 2"), std::string::npos);
  EXPECT_NE(message("n,0,CONV_2D,8,8,nan,8,8,4,3,3,1,1,1\n").find("line 2"), std::string::npos);
  EXPECT_NE(message("").find("no layers"), std::string::npos);
}

}  // namespace
}  // namespace kinglet::energy
