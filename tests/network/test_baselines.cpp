#include <gtest/gtest.h>

#include <filesystem>

#include "base/csv.h"
#include "base/error.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "paths.h"

namespace kinglet::network {
namespace {

struct Totals {
  const char* name;
  long macs, params, flash, peakRam;
};

// As mlperf_tiny_networks.csv and mlperf_tiny_more_networks.csv beside the project have them.
constexpr Totals kMlperfTiny[] = {{"kws", 2656768, 22604, 24368, 16000},
                                  {"ic", 12501632, 77706, 78744, 49152},
                                  {"ad", 264192, 265864, 270880, 768},
                                  {"vww", 7489664, 210850, 219064, 55296},
                                  {"sww", 826368, 46883, 49412, 6656}};

TEST(Baselines, MlperfTinyTotals) {
  for (const Totals& want : kMlperfTiny) {
    const NetworkCost cost = costOf(mlperfTiny(want.name));
    EXPECT_EQ(cost.macs, want.macs) << want.name;
    EXPECT_EQ(cost.params, want.params) << want.name;
    EXPECT_EQ(cost.flashBytes, want.flash) << want.name;
    EXPECT_EQ(cost.peakRamBytes, want.peakRam) << want.name;
  }
  EXPECT_THROW(mlperfTiny("cows"), base::Error);
}

const std::filesystem::path kEnergy = std::filesystem::path(KINGLET_SHARED_DIR) / "energy";

TEST(Baselines, MlperfTinyTotalsAsPublished) {
  if (!std::filesystem::exists(kEnergy / "mlperf_tiny_networks.csv"))
    GTEST_SKIP() << "no shared data beside the project";
  base::CsvReader csv(kEnergy / "mlperf_tiny_networks.csv");
  csv.readHeader();
  int rows = 0;
  while (const auto row = csv.next()) {
    const NetworkCost cost = costOf(mlperfTiny(row->at(csv.column("network"))));
    EXPECT_EQ(cost.macs, csv.number(*row, csv.column("macs")));
    EXPECT_EQ(cost.params, csv.number(*row, csv.column("params_deployed_bn_folded")));
    EXPECT_EQ(cost.flashBytes, csv.number(*row, csv.column("weight_plus_bias_bytes")));
    EXPECT_EQ(cost.peakRamBytes, csv.number(*row, csv.column("peak_activation_bytes_live")));
    ++rows;
  }
  EXPECT_EQ(rows, 3);
}

// The published models have a reshape and a softmax, which are no layers of ours.
TEST(Baselines, MlperfTinyLayerForLayer) {
  if (!std::filesystem::exists(kEnergy / "mlperf_tiny_layers.csv"))
    GTEST_SKIP() << "no shared data beside the project";
  base::CsvReader csv(kEnergy / "mlperf_tiny_layers.csv");
  csv.readHeader();
  std::string name;
  NetworkSpec net;
  NetworkCost cost;
  std::size_t layer = 0;
  int compared = 0;
  while (const auto row = csv.next()) {
    const auto figure = [&](const char* column) { return csv.number(*row, csv.column(column)); };
    if (row->at(0) != name) {
      EXPECT_EQ(layer, net.layers().size()) << name;
      name = row->at(0);
      net = mlperfTiny(name);
      cost = costOf(net);
      layer = 0;
    }
    const std::string type = row->at(2);
    if (type == "RESHAPE" || type == "SOFTMAX") continue;
    ASSERT_LT(layer, net.layers().size());
    const Layer& ours = net.layers()[layer];
    const LayerCost& itsCost = cost.layers[layer];
    ++layer;
    SCOPED_TRACE(name + " " + ours.name);
    EXPECT_EQ(ours.in, (Shape{int(figure("in_h")), int(figure("in_w")), int(figure("in_c"))}));
    EXPECT_EQ(ours.out, (Shape{int(figure("out_h")), int(figure("out_w")), int(figure("out_c"))}));
    EXPECT_EQ(itsCost.macs, figure("macs"));
    EXPECT_EQ(itsCost.params, figure("params"));
    if (type == "CONV_2D" || type == "DEPTHWISE_CONV_2D") {
      EXPECT_EQ(ours.kernelH, figure("kernel_h"));
      EXPECT_EQ(ours.kernelW, figure("kernel_w"));
      EXPECT_EQ(ours.strideH, figure("stride"));
    }
    ++compared;
  }
  EXPECT_EQ(layer, net.layers().size());
  EXPECT_EQ(compared, 11 + 14 + 10);
}

// Keras's MobileNet and MobileNetV2 of width 1 have 4,253,864 and 3,538,984 parameters, of which a normalised
// channel holds four; folding leaves one. V1's multiply-accumulates are 568.74 million on 224 x 224 (with the
// last stride 2).
TEST(Baselines, MobileNetsHaveTheirPublishedSizes) {
  const NetworkCost v1 = costOf(mobileNetV1(1, {224, 224, 3}, 1000)),
                    v2 = costOf(mobileNetV2(1, {224, 224, 3}, 1000));
  EXPECT_EQ(v1.params, 4253864 - 3 * (21888 / 2));
  EXPECT_EQ(v2.params, 3538984 - 3 * (34112 / 2));
  EXPECT_EQ(v1.macs, 568740352);
  EXPECT_EQ(v2.macs, 300774272);
  EXPECT_EQ(costOf(mobileNetV1(0.25, {224, 224, 3}, 1000)).params, 475544 - 3 * (5472 / 2));
}

TEST(Baselines, NamesFindTheirNetworks) {
  for (const std::string& name : namedNetworks()) {
    const NetworkSpec net = namedNetwork(name, {98, 64, 1}, 10);
    EXPECT_EQ(net.name(), name);
    EXPECT_EQ(net.output(), (Shape{1, 1, 10}));
  }
  EXPECT_EQ(namedNetwork("mobilenet_v2:0.5", {98, 64, 1}, 10).name(), "mobilenet_v2:0.5");
  for (const char* bad : {"", "mobilenet_v1", "mobilenet_v1:", "mobilenet_v1:x", "mobilenet_v1:0.5x",
                          "mobilenet_v1:-1", "mobilenet_v1:nan", "mobilenet_v3:1", "ds_cnn:2"})
    EXPECT_THROW(namedNetwork(bad, {98, 64, 1}, 10), base::Error) << bad;
}

}  // namespace
}  // namespace kinglet::network
