#include "network/baselines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"
#include "base/format.h"

namespace kinglet::network {
namespace {

// Channels are kept divisible by 8, and never lose more than a tenth to that (TensorFlow models,
// _make_divisible).
int divisibleBy8(double channels) {
  int rounded = std::max(8, static_cast<int>(channels + 4) / 8 * 8);
  if (rounded < 0.9 * channels) rounded += 8;
  return rounded;
}

// Adds layers one after the other; each reads the one before.
class Chain {
 public:
  Chain(std::string name, Shape input) : network_(std::move(name), input) {}

  int add(Layer layer) {
    layer.inputs = {last_};
    return last_ = network_.add(std::move(layer));
  }
  int addSum(const std::string& name, int other, Activation activation) {
    return last_ = network_.add(
               {.kind = LayerKind::add, .name = name, .inputs = {other, last_}, .activation = activation});
  }
  int conv(const std::string& name, int filters, int kernelH, int kernelW, int stride,
           Activation activation) {
    const LayerKind kind = kernelH == 1 && kernelW == 1 ? LayerKind::pointwise : LayerKind::conv2d;
    return add({.kind = kind,
                .name = name,
                .filters = filters,
                .kernelH = kernelH,
                .kernelW = kernelW,
                .strideH = stride,
                .strideW = stride,
                .activation = activation,
                .batchNorm = true});
  }
  int depthwise(const std::string& name, int stride, Activation activation) {
    return add({.kind = LayerKind::depthwise,
                .name = name,
                .kernelH = 3,
                .kernelW = 3,
                .strideH = stride,
                .strideW = stride,
                .activation = activation,
                .batchNorm = true});
  }
  int dense(const std::string& name, int units, Activation activation = Activation::none,
            bool batchNorm = false) {
    return add({.kind = LayerKind::dense,
                .name = name,
                .filters = units,
                .activation = activation,
                .batchNorm = batchNorm});
  }
  void classify(int classes) {
    add({.kind = LayerKind::globalAveragePool, .name = "head/pool"});
    dense("head/classes", classes);
  }

  int last() const { return last_; }
  void goBackTo(int layer) { last_ = layer; }
  int channels() const { return network_.shapeOf(last_).c; }
  NetworkSpec take() { return std::move(network_); }

 private:
  NetworkSpec network_;
  int last_ = kNetworkInput;
};

std::string block(int number, const char* part) {
  return "block" + std::to_string(number) + "/" + part;
}

std::string withWidth(const char* name, double width) {
  return std::string(name) + ":" + base::shortest(width);
}

void checkWidth(double width) {
  if (!(width >= 0.01 && width <= 4))
    throw base::Error("a MobileNet's width is a factor between 0.01 and 4, for example 0.25");
}

NetworkSpec dsCnnNamed(const std::string& name, Shape input, int classes) {
  Chain net(name, input);
  net.conv("stem", 64, 10, 4, 2, Activation::relu);
  for (int b = 1; b <= 4; ++b) {
    net.depthwise(block(b, "depthwise"), 1, Activation::relu);
    net.conv(block(b, "pointwise"), 64, 1, 1, 1, Activation::relu);
  }
  net.classify(classes);
  return net.take();
}

// ResNet-8 of three stages (He et al. 2016), as MLPerf Tiny's image classification.
NetworkSpec resNet8() {
  Chain net("mlperf_tiny:ic", {32, 32, 3});
  net.conv("stem", 16, 3, 3, 1, Activation::relu);
  int b = 1;
  for (const int filters : {16, 32, 64}) {
    const int before = net.last(), stride = filters == 16 ? 1 : 2;
    net.conv(block(b, "conv1"), filters, 3, 3, stride, Activation::relu);
    int branch = net.conv(block(b, "conv2"), filters, 3, 3, 1, Activation::none);
    net.goBackTo(before);
    if (stride == 2) net.conv(block(b, "skip"), filters, 1, 1, stride, Activation::none);
    net.addSum(block(b, "add"), branch, Activation::relu);
    ++b;
  }
  net.classify(10);
  return net.take();
}

NetworkSpec autoencoder() {
  Chain net("mlperf_tiny:ad", {1, 1, 640});
  int number = 0;
  for (const int units : {128, 128, 128, 128, 8, 128, 128, 128, 128})
    net.dense("dense" + std::to_string(++number), units, Activation::relu, true);
  net.dense("reconstruction", 640);
  return net.take();
}

// A column of 40 bands over 30 frames, looked at along time only, without padding.
NetworkSpec streamingWakeWord() {
  Chain net("mlperf_tiny:sww", {30, 1, 40});
  int number = 0;
  for (const auto& [kernel, channels] :
       {std::pair{3, 128}, std::pair{5, 128}, std::pair{10, 128}, std::pair{15, 32}}) {
    ++number;
    net.add({.kind = LayerKind::depthwise,
             .name = block(number, "depthwise"),
             .kernelH = kernel,
             .kernelW = 1,
             .padding = Padding::valid,
             .activation = Activation::relu,
             .batchNorm = true});
    net.conv(block(number, "pointwise"), channels, 1, 1, 1, Activation::relu);
  }
  net.dense("head/classes", 3);
  return net.take();
}

NetworkSpec mobileNetV1Named(const std::string& name, double width, Shape input, int classes) {
  Chain net(name, input);
  net.conv("stem", divisibleBy8(32 * width), 3, 3, 2, Activation::relu6);
  struct Block {
    int channels, stride;
  };
  int number = 0;
  for (const auto& [channels, stride] : {Block{64, 1},
                                         {128, 2},
                                         {128, 1},
                                         {256, 2},
                                         {256, 1},
                                         {512, 2},
                                         {512, 1},
                                         {512, 1},
                                         {512, 1},
                                         {512, 1},
                                         {512, 1},
                                         {1024, 2},
                                         {1024, 1}}) {
    ++number;
    net.depthwise(block(number, "depthwise"), stride, Activation::relu6);
    net.conv(block(number, "pointwise"), divisibleBy8(channels * width), 1, 1, 1, Activation::relu6);
  }
  net.classify(classes);
  return net.take();
}

}  // namespace

NetworkSpec mobileNetV1(double width, Shape input, int classes) {
  checkWidth(width);
  return mobileNetV1Named(withWidth("mobilenet_v1", width), width, input, classes);
}

NetworkSpec mobileNetV2(double width, Shape input, int classes) {
  checkWidth(width);
  Chain net(withWidth("mobilenet_v2", width), input);
  net.conv("stem", divisibleBy8(32 * width), 3, 3, 2, Activation::relu6);
  struct Stage {  // table 2 of the paper
    int expansion, channels, repeats, stride;
  };
  int number = 0;
  for (const auto& [expansion, channels, repeats, stride] : {Stage{1, 16, 1, 1},
                                                             {6, 24, 2, 2},
                                                             {6, 32, 3, 2},
                                                             {6, 64, 4, 2},
                                                             {6, 96, 3, 1},
                                                             {6, 160, 3, 2},
                                                             {6, 320, 1, 1}}) {
    for (int r = 0; r < repeats; ++r) {
      ++number;
      const int before = net.last(), in = net.channels(), out = divisibleBy8(channels * width);
      const int step = r == 0 ? stride : 1;
      if (expansion > 1) net.conv(block(number, "expand"), in * expansion, 1, 1, 1, Activation::relu6);
      net.depthwise(block(number, "depthwise"), step, Activation::relu6);
      net.conv(block(number, "project"), out, 1, 1, 1, Activation::none);
      if (step == 1 && in == out) net.addSum(block(number, "add"), before, Activation::none);
    }
  }
  // The last convolution is widened with the network but never made narrower.
  net.conv("head/conv", width > 1 ? divisibleBy8(1280 * width) : 1280, 1, 1, 1, Activation::relu6);
  net.classify(classes);
  return net.take();
}

NetworkSpec dsCnn(Shape input, int classes) {
  return dsCnnNamed("ds_cnn", input, classes);
}

NetworkSpec mlperfTiny(const std::string& name) {
  if (name == "kws") return dsCnnNamed("mlperf_tiny:kws", {49, 10, 1}, 12);
  if (name == "ic") return resNet8();
  if (name == "ad") return autoencoder();
  if (name == "vww") return mobileNetV1Named("mlperf_tiny:vww", 0.25, {96, 96, 3}, 2);
  if (name == "sww") return streamingWakeWord();
  throw base::Error("there is no MLPerf Tiny network \"%1\"; there are kws, ic, ad, vww and sww", name);
}

NetworkSpec namedNetwork(const std::string& name, Shape input, int classes) {
  if (name == "ds_cnn") return dsCnn(input, classes);
  const auto colon = name.find(':');
  const std::string family = name.substr(0, colon);
  if (colon != std::string::npos && (family == "mobilenet_v1" || family == "mobilenet_v2")) {
    if (const auto width = base::number(std::string_view(name).substr(colon + 1)))
      return family == "mobilenet_v1" ? mobileNetV1(*width, input, classes)
                                      : mobileNetV2(*width, input, classes);
  }
  throw base::Error(
      "there is no network \"%1\"; the names are mobilenet_v1:WIDTH, mobilenet_v2:WIDTH (for example "
      "mobilenet_v1:0.25) and ds_cnn",
      name);
}

std::vector<std::string> namedNetworks() {
  return {"mobilenet_v1:0.25", "mobilenet_v2:0.35", "ds_cnn"};
}

}  // namespace kinglet::network
