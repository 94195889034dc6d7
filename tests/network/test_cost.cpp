#include <gtest/gtest.h>

#include "base/error.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"

namespace kinglet::network {
namespace {

TEST(Cost, CountsWorkAndWeightsOfEachKind) {
  NetworkSpec net("n", {10, 8, 4});
  int x = net.add(
      {.kind = LayerKind::conv2d, .filters = 6, .kernelH = 3, .kernelW = 5, .strideH = 2, .strideW = 2});
  x = net.add({.kind = LayerKind::depthwise, .inputs = {x}, .kernelH = 3, .kernelW = 3});
  x = net.add({.kind = LayerKind::squeezeExcite, .inputs = {x}, .units = 2});
  x = net.add({.kind = LayerKind::frequencyToChannels, .inputs = {x}});
  x = net.add({.kind = LayerKind::conv1dTime, .inputs = {x}, .filters = 5, .kernelH = 3});
  net.add({.kind = LayerKind::dense, .inputs = {x}, .filters = 7, .activation = Activation::hardSwish});
  const NetworkCost cost = costOf(net);
  EXPECT_EQ(cost.layers[0].macs, 5 * 4 * 3 * 5 * 4 * 6);
  EXPECT_EQ(cost.layers[0].params, 3 * 5 * 4 * 6 + 6);
  EXPECT_EQ(cost.layers[0].weightBytes, 3 * 5 * 4 * 6 + 4 * 6);
  EXPECT_EQ(cost.layers[1].macs, 5 * 4 * 9 * 6);
  EXPECT_EQ(cost.layers[2].macs, 2 * 6 * 2);
  EXPECT_EQ(cost.layers[2].params, 2 * 6 * 2 + 6 + 2);
  EXPECT_EQ(cost.layers[2].operators, 4);
  EXPECT_EQ(cost.layers[3].operators, 0);
  EXPECT_EQ(cost.layers[4].macs, 5 * 3 * 24 * 5);
  EXPECT_EQ(cost.layers[5].macs, 25 * 7);
  EXPECT_EQ(cost.layers[5].operators, 2);
  EXPECT_EQ(cost.macs, 7200 + 1080 + 24 + 1800 + 175);
  EXPECT_EQ(cost.operators, 1 + 1 + 4 + 0 + 1 + 2);
  EXPECT_THROW(costOf(NetworkSpec("empty", {1, 1, 1})), base::Error);
}

TEST(Cost, TapsApartCostWhatTheyWouldSideBySide) {
  const auto costWith = [](LayerKind kind, int dilation) {
    NetworkSpec net("n", {30, 1, 8});
    net.add({.kind = kind, .filters = 6, .kernelH = 3, .strideH = 2, .dilation = dilation});
    return costOf(net);
  };
  const NetworkCost apart = costWith(LayerKind::dilatedConv1dTime, 4),
                    beside = costWith(LayerKind::conv1dTime, 1);
  EXPECT_EQ(apart.macs, 15 * 3 * 8 * 6);
  EXPECT_EQ(apart.params, 3 * 8 * 6 + 6);
  EXPECT_EQ(apart.flashBytes, beside.flashBytes);
  EXPECT_EQ(apart.peakRamBytes, 30 * 8 + 15 * 6);
  EXPECT_EQ(apart.operators, 1);
}

TEST(Cost, SkipConnectionsHoldTheirBufferAndAddWritesOverIt) {
  NetworkSpec net("n", {4, 4, 1});                                                     // 16 bytes
  const int x = net.add({.kind = LayerKind::pointwise, .filters = 2});                 // 32
  const int y = net.add({.kind = LayerKind::pointwise, .inputs = {x}, .filters = 4});  // 64
  const int z = net.add({.kind = LayerKind::pointwise, .inputs = {y}, .filters = 2});  // 32
  const int s = net.add({.kind = LayerKind::add, .inputs = {x, z}});
  net.add({.kind = LayerKind::pointwise, .inputs = {s}, .filters = 1});  // 16
  const NetworkCost cost = costOf(net);
  EXPECT_EQ(cost.layers[0].liveBytes, 16 + 32);
  EXPECT_EQ(cost.layers[1].liveBytes, 32 + 64);
  EXPECT_EQ(cost.layers[2].liveBytes, 32 + 64 + 32);
  EXPECT_EQ(cost.layers[3].liveBytes, 32 + 32);
  EXPECT_EQ(cost.layers[4].liveBytes, 32 + 16);
  EXPECT_EQ(cost.peakRamBytes, 128);
}

TEST(Cost, AnAddWhoseInputsLiveOnNeedsItsOwnBuffer) {
  NetworkSpec net("n", {4, 4, 1});
  const int x = net.add({.kind = LayerKind::pointwise, .filters = 1});
  const int y = net.add({.kind = LayerKind::pointwise, .inputs = {x}, .filters = 1});
  const int s = net.add({.kind = LayerKind::add, .inputs = {x, y}});
  const int c = net.add({.kind = LayerKind::concat, .inputs = {x, y}});
  net.add({.kind = LayerKind::concat, .inputs = {s, c}});
  const NetworkCost cost = costOf(net);
  EXPECT_EQ(cost.layers[2].liveBytes, 3 * 16);
  EXPECT_EQ(cost.layers[3].liveBytes, 3 * 16 + 32);
}

TEST(Cost, AViewIsItsInputAndKeepsItAlive) {
  NetworkSpec net("n", {4, 4, 1});
  const int x = net.add({.kind = LayerKind::pointwise, .filters = 2});                 // 32
  const int v = net.add({.kind = LayerKind::frequencyToChannels, .inputs = {x}});      // the same 32
  const int y = net.add({.kind = LayerKind::pointwise, .inputs = {x}, .filters = 2});  // 32
  const int s = net.add({.kind = LayerKind::add, .inputs = {x, y}});  // over y, because v is x
  const int f = net.add({.kind = LayerKind::frequencyToChannels, .inputs = {s}});
  net.add({.kind = LayerKind::add, .inputs = {v, f}});
  const NetworkCost cost = costOf(net);
  EXPECT_EQ(cost.layers[1].liveBytes, 32);
  EXPECT_EQ(cost.layers[1].readBytes, 0);
  EXPECT_EQ(cost.layers[3].liveBytes, 64);
  EXPECT_EQ(cost.layers[5].liveBytes, 64);
  EXPECT_EQ(cost.peakRamBytes, 64);
}

TEST(Cost, SqueezeExciteScalesInPlaceWhereItMay) {
  NetworkSpec net("n", {4, 4, 2});  // 32 bytes
  const int x = net.add({.kind = LayerKind::squeezeExcite, .units = 3});
  const int y = net.add({.kind = LayerKind::squeezeExcite, .inputs = {x}, .units = 3});
  net.add({.kind = LayerKind::concat, .inputs = {x, y}});
  const NetworkCost cost = costOf(net);
  EXPECT_EQ(cost.layers[0].liveBytes, 32 + 2 + 3);   // in place: pooled map and hidden units, then the gate
  EXPECT_EQ(cost.layers[1].liveBytes, 32 + 32 + 2);  // x is needed again: a new map, and the gate
}

TEST(Cost, TheFrontEndCounts) {
  const NetworkSpec net = dsCnn({98, 64, 1}, 10);
  const InputSpec input;  // 400 samples, 512 points, 64 mels
  const FrontEndMemory memory = frontEndMemory(input);
  // By hand: (400 + 512 + 2 * 247.68 + 128) floats, 6 bytes a band, 1,400 of code; (514 + 400 + 64) floats.
  EXPECT_EQ(memory.flashBytes, 7925);
  EXPECT_EQ(memory.ramBytes, 3912);
  const NetworkCost alone = costOf(net), all = costOf(net, input);
  EXPECT_EQ(all.flashBytes, alone.flashBytes + memory.flashBytes);
  EXPECT_EQ(all.peakRamBytes, alone.peakRamBytes + memory.ramBytes);
  EXPECT_EQ(all.frontEndFlashBytes, memory.flashBytes);
  EXPECT_EQ(alone.frontEndFlashBytes, 0);
}

}  // namespace
}  // namespace kinglet::network
