#include <gtest/gtest.h>

#include "network/baselines.h"
#include "network/streaming.h"

namespace kinglet::network {
namespace {

Layer conv(int from, int kernel, int stride, Padding padding = Padding::validTime) {
  return {.kind = LayerKind::conv2d,
          .inputs = {from},
          .filters = 4,
          .kernelH = kernel,
          .kernelW = 3,
          .strideH = stride,
          .padding = padding};
}

NetworkSpec classified(NetworkSpec net, int map) {
  const int mean = net.add({.kind = LayerKind::globalAveragePool, .inputs = {map}});
  net.add({.kind = LayerKind::dense, .inputs = {mean}, .filters = 3});
  return net;
}

TEST(Streaming, TheTrunkEndsWhereAllOfTimeIsLookedAt) {
  NetworkSpec net("stream", {40, 8, 1});
  int x = net.add(conv(kNetworkInput, 3, 2));
  x = net.add(conv(x, 3, 2));
  x = net.add(conv(x, 1, 1, Padding::same));  // one row needs no padding
  const NetworkSpec whole = classified(net, x);
  const auto streaming = streamingOf(whole, 0);
  ASSERT_TRUE(streaming);
  EXPECT_EQ(streaming->trunk, 3);
  EXPECT_EQ(streaming->step, 4);  // of strides 4
  EXPECT_EQ(streaming->stride, (std::vector<int>{2, 4, 4}));
  EXPECT_EQ(streaming->every, 20);  // of 40 / 2
  EXPECT_DOUBLE_EQ(streaming->share(whole, 0), 10 / 19.0);
  EXPECT_EQ(streaming->share(whole, 3), 1);
  EXPECT_EQ(streamingOf(whole, 23)->every, 20);
  EXPECT_EQ(streamingOf(whole, 3)->every, 4);
}

TEST(Streaming, IsNotThereWhereWholeWindowsAreLessWork) {
  NetworkSpec net("far", {40, 8, 1});
  const int x = net.add(conv(kNetworkInput, 37, 1));  // four rows of a window
  base::Message why;
  EXPECT_FALSE(streamingOf(classified(net, x), 20, &why));
  EXPECT_NE(why.english().find("less work"), std::string::npos);
  EXPECT_FALSE(streamingOf(classified(net, x), 40, &why));
  EXPECT_NE(why.english().find("overlap"), std::string::npos);
}

TEST(Streaming, PaddingAlongTimeIsNamedAsTheObstacle) {
  base::Message why;
  EXPECT_FALSE(streamingOf(mobileNetV1(0.25, {98, 40, 1}, 10), 0, &why));
  EXPECT_NE(why.english().find("pads along time"), std::string::npos) << why.english();
  // Where it comes later, what is before it still runs on new rows.
  NetworkSpec net("half", {40, 8, 1});
  int x = net.add(conv(kNetworkInput, 5, 1));
  x = net.add(conv(x, 3, 1, Padding::same));
  const auto streaming = streamingOf(classified(net, x), 0);
  ASSERT_TRUE(streaming);
  EXPECT_EQ(streaming->trunk, 1);
}

// A squeeze-excite within a block: the rest of the network would read two maps of the trunk, so that it ends before
// the block.
TEST(Streaming, TheTrunkHandsOverOneMap) {
  NetworkSpec net("squeezed", {40, 8, 1});
  const int stem = net.add(conv(kNetworkInput, 3, 1));
  int x = net.add(conv(stem, 1, 1));
  x = net.add({.kind = LayerKind::squeezeExcite, .inputs = {x}, .units = 4});
  x = net.add({.kind = LayerKind::add, .inputs = {stem, x}});
  const auto streaming = streamingOf(classified(net, x), 0);
  ASSERT_TRUE(streaming);
  EXPECT_EQ(streaming->trunk, 1);
}

TEST(Streaming, AWindowOverAllOfTimeIsNoStep) {
  NetworkSpec net("whole", {10, 8, 1});
  base::Message why;
  EXPECT_FALSE(streamingOf(classified(net, net.add(conv(kNetworkInput, 10, 1))), 0, &why));
  EXPECT_NE(why.english().find("all of time"), std::string::npos);
}

}  // namespace
}  // namespace kinglet::network
