#include <gtest/gtest.h>

#include "base/error.h"
#include "every_kind.h"
#include "network/network_spec.h"

namespace kinglet::network {
namespace {

NetworkSpec everyKind() {
  NetworkSpec net("every kind", {49, 40, 1});
  int x = net.add({.kind = LayerKind::conv2d,
                   .name = "stem",
                   .filters = 8,
                   .kernelH = 3,
                   .kernelW = 3,
                   .strideH = 2,
                   .strideW = 2,
                   .activation = Activation::relu,
                   .batchNorm = true});
  x = net.add({.kind = LayerKind::depthwise,
               .name = "dw",
               .inputs = {x},
               .kernelH = 3,
               .kernelW = 3,
               .batchNorm = true});
  const int a = net.add({.kind = LayerKind::split, .name = "a", .inputs = {x}, .filters = 4});
  const int b = net.add({.kind = LayerKind::split, .name = "b", .inputs = {x}, .filters = 4, .begin = 4});
  const int p = net.add({.kind = LayerKind::pointwise,
                         .name = "p",
                         .inputs = {b},
                         .filters = 4,
                         .activation = Activation::hardSwish});
  const int c = net.add({.kind = LayerKind::concat, .name = "c", .inputs = {a, p}});
  const int s = net.add({.kind = LayerKind::shuffle, .name = "s", .inputs = {c}, .groups = 2});
  x = net.add({.kind = LayerKind::add, .name = "sum", .inputs = {s, x}, .activation = Activation::relu6});
  x = net.add({.kind = LayerKind::squeezeExcite, .name = "se", .inputs = {x}, .units = 4});
  x = net.add({.kind = LayerKind::maxPool,
               .name = "max",
               .inputs = {x},
               .kernelH = 3,
               .kernelW = 3,
               .strideH = 2,
               .strideW = 2,
               .padding = Padding::valid});
  x = net.add({.kind = LayerKind::averagePool,
               .name = "mean",
               .inputs = {x},
               .kernelH = 2,
               .kernelW = 2,
               .strideH = 2,
               .strideW = 2});
  x = net.add({.kind = LayerKind::frequencyToChannels, .name = "flat", .inputs = {x}});
  x = net.add({.kind = LayerKind::conv1dTime,
               .name = "time",
               .inputs = {x},
               .filters = 6,
               .kernelH = 5,
               .strideH = 2});
  x = net.add({.kind = LayerKind::dilatedConv1dTime,
               .name = "apart",
               .inputs = {x},
               .filters = 6,
               .kernelH = 3,
               .dilation = 2});
  x = net.add({.kind = LayerKind::cropTime, .name = "middle", .inputs = {x}, .begin = 1});
  x = net.add({.kind = LayerKind::conv2d,
               .name = "unpadded",
               .inputs = {x},
               .filters = 6,
               .kernelW = 3,
               .padding = Padding::validTime});
  x = net.add({.kind = LayerKind::globalAveragePool, .name = "pool", .inputs = {x}});
  net.add({.kind = LayerKind::dense, .name = "out", .inputs = {x}, .filters = 3});
  return net;
}

TEST(NetworkSpec, WorksOutShapes) {
  const NetworkSpec net = everyKind();
  const auto shape = [&](const char* name) {
    for (const Layer& layer : net.layers()) {
      if (layer.name == name) return layer.out;
    }
    return Shape{0, 0, 0};
  };
  EXPECT_EQ(shape("stem"), (Shape{25, 20, 8}));
  EXPECT_EQ(shape("b"), (Shape{25, 20, 4}));
  EXPECT_EQ(shape("s"), (Shape{25, 20, 8}));
  EXPECT_EQ(shape("se"), (Shape{25, 20, 8}));
  EXPECT_EQ(shape("max"), (Shape{12, 9, 8}));
  EXPECT_EQ(shape("mean"), (Shape{6, 5, 8}));
  EXPECT_EQ(shape("flat"), (Shape{6, 1, 40}));
  EXPECT_EQ(shape("time"), (Shape{3, 1, 6}));
  EXPECT_EQ(shape("middle"), (Shape{1, 1, 6}));
  EXPECT_EQ(shape("unpadded"), (Shape{1, 1, 6}));
  EXPECT_EQ(net.output(), (Shape{1, 1, 3}));
}

TEST(NetworkSpec, SurvivesItsStoredForm) {
  EXPECT_EQ(kindsMissingIn(everyKind()), "");
  const NetworkSpec net = everyKind(), again = NetworkSpec::fromJson(net.toJson());
  EXPECT_EQ(again.toJson(), net.toJson());
  EXPECT_EQ(again.fingerprint(), net.fingerprint());
  EXPECT_EQ(again.name(), "every kind");
  EXPECT_EQ(again.input(), net.input());
}

TEST(NetworkSpec, FingerprintSeesWhatComputesAndNothingElse) {
  const auto net = [](auto change) {
    NetworkSpec spec("a", {8, 8, 2});
    Layer layer{.kind = LayerKind::conv2d, .name = "x", .filters = 4};
    change(layer);
    spec.add(layer);
    return spec.fingerprint();
  };
  const auto plain = net([](Layer&) {});
  EXPECT_EQ(plain, net([](Layer& l) { l.name = "y"; }));
  EXPECT_EQ(plain, net([](Layer& l) { l.kind = LayerKind::pointwise; }));
  EXPECT_EQ(plain, net([](Layer& l) { l.padding = Padding::valid; }));
  EXPECT_EQ(plain, net([](Layer& l) { l.groups = 4; }));
  EXPECT_NE(plain, net([](Layer& l) { l.filters = 5; }));
  EXPECT_NE(plain, net([](Layer& l) { l.strideW = 2; }));
  EXPECT_NE(plain, net([](Layer& l) { l.activation = Activation::relu; }));
  EXPECT_NE(plain, net([](Layer& l) { l.batchNorm = true; }));
  EXPECT_NE(plain, net([](Layer& l) { l.kernelH = 3; }));
  // Only taps that lie apart make a dilated convolution of one.
  const auto overTime = [](LayerKind kind, int dilation) {
    NetworkSpec spec("a", {8, 1, 2});
    spec.add({.kind = kind, .filters = 4, .kernelH = 3, .dilation = dilation});
    return spec.fingerprint();
  };
  EXPECT_EQ(overTime(LayerKind::dilatedConv1dTime, 1), overTime(LayerKind::conv1dTime, 1));
  EXPECT_EQ(overTime(LayerKind::conv1dTime, 2), overTime(LayerKind::conv1dTime, 1));
  EXPECT_NE(overTime(LayerKind::dilatedConv1dTime, 2), overTime(LayerKind::dilatedConv1dTime, 3));
}

TEST(NetworkSpec, RefusesWhatDoesNotFit) {
  NetworkSpec net("n", {8, 8, 2});
  const int x = net.add({.kind = LayerKind::pointwise, .name = "x", .filters = 3});
  const auto refused = [&](Layer layer, const char* part) {
    const auto before = net.layers().size();
    try {
      net.add(std::move(layer));
      ADD_FAILURE() << "accepted; expected: " << part;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
    }
    EXPECT_EQ(net.layers().size(), before);
  };
  refused({.kind = LayerKind::add, .inputs = {x, kNetworkInput}}, "different shapes");
  refused({.kind = LayerKind::add, .inputs = {x}}, "two inputs");
  refused({.kind = LayerKind::conv2d, .name = "x", .filters = 1}, "name");
  refused({.kind = LayerKind::conv2d, .inputs = {5}, .filters = 1}, "not before it");
  refused({.kind = LayerKind::conv2d, .inputs = {x}, .filters = 0}, "filters");
  refused({.kind = LayerKind::conv2d, .inputs = {x}, .filters = 1, .kernelH = 9, .padding = Padding::valid},
          "larger");
  refused({.kind = LayerKind::conv2d, .inputs = {x}, .filters = 1, .strideH = 0}, "strides");
  refused({.kind = LayerKind::conv1dTime, .inputs = {x}, .filters = 1}, "width 1");
  refused({.kind = LayerKind::dilatedConv1dTime, .inputs = {x}, .filters = 1, .kernelH = 3}, "width 1");
  refused({.kind = LayerKind::dilatedConv1dTime, .inputs = {x}, .filters = 1, .kernelH = 3, .dilation = 0},
          "frames apart");
  NetworkSpec time("n", {8, 1, 2});
  EXPECT_THROW(
      time.add({.kind = LayerKind::dilatedConv1dTime, .filters = 1, .kernelH = 4096, .dilation = 4096}),
      base::Error);
  refused({.kind = LayerKind::split, .inputs = {x}, .filters = 2, .begin = 2}, "channels");
  refused({.kind = LayerKind::shuffle, .inputs = {x}, .groups = 2}, "groups");
  refused({.kind = LayerKind::squeezeExcite, .inputs = {x}}, "units");
  refused({.kind = LayerKind::maxPool, .inputs = {x}, .activation = Activation::relu}, "activation");
  refused({.kind = LayerKind::conv2d, .inputs = {x}, .filters = 1 << 20, .kernelH = 4096, .kernelW = 4096},
          "multiplications");
  EXPECT_THROW(NetworkSpec("n", {0, 8, 1}), base::Error);
  NetworkSpec wide("n", {1, 1 << 16, 1 << 15});
  EXPECT_THROW(wide.add({.kind = LayerKind::frequencyToChannels}), base::Error);
}

TEST(NetworkSpec, DamagedStoredFormIsAnError) {
  const std::string good = everyKind().toJson();
  for (const std::string& bad :
       {std::string("{"), std::string("[]"), std::string("{\"name\": 3}"), good.substr(0, good.size() / 2)})
    EXPECT_THROW(NetworkSpec::fromJson(bad), base::Error) << bad.substr(0, 40);
  std::string unknown = good;
  unknown.replace(unknown.find("\"shuffle\""), 9, "\"wiggle\"");
  EXPECT_THROW(NetworkSpec::fromJson(unknown), base::Error);
}

TEST(InputSpec, FramesAreWholeWindows) {
  InputSpec input;
  EXPECT_EQ(input.frames(), 98);  // 1 + (16000 - 400) / 160
  input.clipSeconds = 0.025;
  EXPECT_EQ(input.frames(), 1);
  input.clipSeconds = 0.02;
  EXPECT_EQ(input.frames(), 0);
}

}  // namespace
}  // namespace kinglet::network
