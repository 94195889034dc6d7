// The engine against LibTorch: the same logits, gradients and running statistics, for every kind of layer,
// every vector unit that this computer has, and networks as a search draws them.
#include <gtest/gtest.h>

#include "base/error.h"
#include "fake_features.h"
#include "network/baselines.h"
#include "network/every_kind.h"
#include "network/network_spec.h"
#include "torch_gradients.h"
#include "train/engine/engine.h"
#include "train/weights.h"

namespace kinglet::train {
namespace {

using engine::Engine;
using engine::Parameters;
using network::Activation;
using network::Layer;
using network::LayerKind;
using network::NetworkSpec;

std::vector<float> noise(std::size_t n, std::uint64_t seed) {
  base::Random random(seed);
  std::vector<float> values(n);
  for (float& value : values) value = static_cast<float>(random.normal());
  return values;
}

// Weights away from their start, so that no term of a gradient vanishes.
Weights busyWeights(const NetworkSpec& spec) {
  base::Random random(3);
  Weights weights = Parameters(spec, random).weights();
  for (Tensor& tensor : weights) {
    const bool positive = tensor.name.ends_with("bn_variance") || tensor.name.ends_with("bn_scale");
    for (float& value : tensor.values)
      value = positive ? static_cast<float>(random.uniform(0.5, 1.5))
                       : value + static_cast<float>(0.2 * random.normal());
  }
  return weights;
}

// Largest difference, as a share of the largest value, or of `least`.
double distance(const std::vector<float>& a, const std::vector<float>& b, double least = 1e-3) {
  double largest = least, difference = a.size() == b.size() ? 0 : INFINITY;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    largest = std::max(largest, std::abs(double(b[i])));
    difference = std::max(difference, std::abs(double(a[i]) - double(b[i])));
    if (std::isnan(a[i])) return INFINITY;
  }
  return difference / largest;
}

// Compares a step with LibTorch's. Rectifiers have no slope at their corners: a value that rounding moves
// across one changes gradients by more than rounding, so the tolerance is that of single precision over many
// sums.
void expectTorchsStep(const NetworkSpec& spec, long clips = 5, double tolerance = 5e-4) {
  const Weights weights = busyWeights(spec);
  const auto x = noise(static_cast<std::size_t>(clips * spec.input().elements()), 1);
  const auto down = noise(static_cast<std::size_t>(clips * spec.output().elements()), 2);
  const TorchStep torch = torchStep(spec, weights, x, down);
  const auto inferred = torchLogits(spec, weights, x);
  const auto inputSlopes = torchInputSlopes(spec, weights, x, down);
  for (int choice = 0; choice < engine::kernelChoices(); ++choice) {
    const engine::Kernels& kernels = engine::kernelChoice(choice);
    SCOPED_TRACE(spec.name() + " on " + kernels.name);
    Parameters parameters(spec, weights);
    Engine engine(spec, parameters, clips + 2, true, kernels);
    const auto still = engine.infer(parameters, x, clips);
    EXPECT_LT(distance({still.begin(), still.end()}, inferred), tolerance);
    const auto felt = engine.inputSlopes(parameters, down);
    EXPECT_LT(distance({felt.begin(), felt.end()}, inputSlopes), tolerance);
    const auto logits = engine.learn(parameters, x, clips);
    EXPECT_LT(distance({logits.begin(), logits.end()}, torch.logits), tolerance);
    const auto slopes = engine.backward(parameters, down);
    ASSERT_EQ(slopes.size(), parameters.trainable());
    for (std::size_t i = 0; i < torch.weights.size(); ++i)
      EXPECT_LT(distance(parameters.weights()[i].values, torch.weights[i].values), tolerance)
          << torch.weights[i].name;
    // Gradients in the place of the weights have the weights' names.
    std::copy(slopes.begin(), slopes.end(), parameters.values().begin());
    // A bias before batch norm has a gradient of 0, of which rounding leaves something: no share of itself.
    double steepest = 0;
    for (const float slope : slopes) steepest = std::max(steepest, std::abs(double(slope)));
    std::size_t compared = 0;
    for (const Tensor& own : parameters.weights()) {
      for (const Tensor& theirs : torch.slopes) {
        if (own.name != theirs.name) continue;
        EXPECT_LT(distance(own.values, theirs.values, 0.05 * steepest), tolerance) << own.name;
        ++compared;
      }
    }
    EXPECT_EQ(compared, torch.slopes.size());
  }
}

NetworkSpec chain(const std::string& name, int h, int w, std::vector<Layer> layers, int classes = 3) {
  NetworkSpec spec(name, {h, w, 1});
  Layer stem = layerOf(LayerKind::pointwise, "stem", layers.empty() ? 3 : 5);
  spec.add(stem);
  for (Layer& layer : layers) {
    layer.inputs = {static_cast<int>(spec.layers().size()) - 1};
    spec.add(layer);
  }
  Layer dense = layerOf(LayerKind::dense, "classes", classes);
  dense.inputs = {static_cast<int>(spec.layers().size()) - 1};
  spec.add(dense);
  return spec;
}

TEST(Engine, WindowsOfEveryShapeStrideAndPadding) {
  for (const LayerKind kind :
       {LayerKind::conv2d, LayerKind::depthwise, LayerKind::maxPool, LayerKind::averagePool}) {
    for (const auto& [strideH, strideW] : {std::pair{1, 1}, {2, 2}, {3, 3}, {2, 1}, {1, 2}}) {
      for (const auto padding : {network::Padding::same, network::Padding::valid}) {
        for (const auto& [h, w] : {std::pair{3, 3}, {2, 4}, {5, 1}, {1, 1}, {5, 5}}) {
          Layer layer = layerOf(kind, "layer", kind == LayerKind::conv2d ? 7 : 0, h, w);
          layer.strideH = strideH, layer.strideW = strideW, layer.padding = padding;
          layer.batchNorm = kind == LayerKind::conv2d || kind == LayerKind::depthwise;
          expectTorchsStep(chain(network::toText(kind) + std::to_string(strideH) + std::to_string(strideW) +
                                     " of " + std::to_string(h) + std::to_string(w),
                                 9, 10, {layer}));
        }
      }
    }
  }
}

TEST(Engine, EveryKindOfLayer) {
  for (const LayerKind kind : network::allLayerKinds()) expectTorchsStep(network::networkWith(kind));
}

TEST(Engine, AlongTimeAlone) {
  for (const int stride : {1, 2, 3}) {
    Layer fold = layerOf(LayerKind::frequencyToChannels, "fold");
    Layer time = layerOf(LayerKind::conv1dTime, "time", 12, 5, 1, stride);
    time.strideW = 1, time.batchNorm = true, time.activation = Activation::relu;
    Layer depth = layerOf(LayerKind::depthwise, "depth", 0, 7, 1, stride);
    depth.strideW = 1, depth.batchNorm = true;
    expectTorchsStep(chain("time " + std::to_string(stride), 41, 6, {fold, time, depth}));
  }
}

TEST(Engine, TapsApart) {
  for (const int dilation : {2, 3, 20}) {  // the last: the outer taps lie beyond the map mostly
    for (const int stride : {1, 2}) {
      for (const auto padding : {network::Padding::same, network::Padding::valid}) {
        Layer fold = layerOf(LayerKind::frequencyToChannels, "fold");
        Layer apart = layerOf(LayerKind::dilatedConv1dTime, "apart", 12, dilation == 20 ? 2 : 4, 1, stride);
        apart.strideW = 1, apart.dilation = dilation, apart.padding = padding;
        apart.batchNorm = true, apart.activation = Activation::relu;
        expectTorchsStep(
            chain("taps " + std::to_string(dilation) + " apart, stride " + std::to_string(stride), 41, 6,
                  {fold, apart}));
      }
    }
  }
}

TEST(Engine, EveryRectifierWithAndWithoutBatchNorm) {
  for (const Activation activation :
       {Activation::none, Activation::relu, Activation::relu6, Activation::hardSwish}) {
    for (const bool norm : {false, true}) {
      std::vector<Layer> layers;
      for (const LayerKind kind :
           {LayerKind::conv2d, LayerKind::depthwise, LayerKind::pointwise, LayerKind::dense}) {
        Layer layer = layerOf(kind, network::toText(kind), 6, 3, 3);
        layer.batchNorm = norm;
        layer.activation = activation;
        layers.push_back(layer);
      }
      expectTorchsStep(chain("rectifier", 7, 8, layers), 9);
    }
  }
}

TEST(Engine, AnyNumberOfChannels) {
  for (const int channels : {1, 2, 3, 4, 8, 12, 15, 16, 17, 24, 31, 32, 33, 48, 63, 80, 130}) {
    Layer wide = layerOf(LayerKind::pointwise, "wide", channels);
    wide.batchNorm = true;
    Layer depth = layerOf(LayerKind::depthwise, "depth", 0, 3, 3);
    depth.batchNorm = true, depth.activation = Activation::relu6;
    Layer strided = layerOf(LayerKind::depthwise, "strided", 0, 5, 5, 2);
    strided.batchNorm = true, strided.activation = Activation::relu;
    Layer narrow = layerOf(LayerKind::pointwise, "narrow", 5);
    expectTorchsStep(chain("channels " + std::to_string(channels), 8, 7, {wide, depth, strided, narrow}), 4);
  }
}

TEST(Engine, AllKindsWithSeveralReaders) {
  NetworkSpec spec("all", {11, 12, 1});
  const auto add = [&](Layer layer, std::vector<int> from, bool norm = false) {
    layer.inputs = std::move(from);
    layer.batchNorm = norm;
    return spec.add(layer);
  };
  Layer first = layerOf(LayerKind::conv2d, "stem", 6, 3, 3, 2);
  first.activation = Activation::relu;
  const int stem = add(first, {network::kNetworkInput}, true);
  const int left = add(layerOf(LayerKind::split, "left", 2), {stem});
  Layer rest = layerOf(LayerKind::split, "right", 4);
  rest.begin = 2;
  const int right = add(rest, {stem});
  const int wide = add(layerOf(LayerKind::depthwise, "dw", 0, 3, 3), {right}, true);
  const int joined = add(layerOf(LayerKind::concat, "join"), {left, wide});
  const int shuffled = add(layerOf(LayerKind::shuffle, "shuffle"), {joined});
  Layer excite = layerOf(LayerKind::squeezeExcite, "excite");
  excite.units = 3;
  const int excited = add(excite, {shuffled});
  Layer sum = layerOf(LayerKind::add, "sum");
  sum.activation = Activation::relu;
  const int added = add(sum, {excited, stem});
  const int twice = add(layerOf(LayerKind::add, "twice"), {added, added});
  const int pooled = add(layerOf(LayerKind::maxPool, "max", 0, 2, 2, 2), {twice});
  const int flat = add(layerOf(LayerKind::frequencyToChannels, "fold"), {pooled});
  const int time = add(layerOf(LayerKind::conv1dTime, "time", 7, 3, 1, 2), {flat}, true);
  add(layerOf(LayerKind::pointwise, "unused", 2), {time}, true);
  const int mean = add(layerOf(LayerKind::globalAveragePool, "mean"), {time});
  add(layerOf(LayerKind::dense, "classes", 4), {mean});
  const Weights weights = busyWeights(spec);
  // LibTorch gives no gradient at all for what nothing uses; the engine gives zeros.
  Parameters parameters(spec, weights);
  Engine engine(spec, parameters, 3, true);
  const auto x = noise(static_cast<std::size_t>(3 * spec.input().elements()), 1);
  engine.learn(parameters, x, 3);
  const auto slopes = engine.backward(parameters, noise(12, 2));
  const long unused = parameters.layer(spec.layers().size() - 3).weight;
  for (long i = 0; i < 14; ++i) EXPECT_EQ(slopes[static_cast<std::size_t>(unused + i)], 0);

  NetworkSpec used("all", {11, 12, 1});
  for (Layer layer : spec.layers()) {
    if (layer.name == "unused") continue;
    for (int& from : layer.inputs)
      if (from > time) --from;
    used.add(layer);
  }
  expectTorchsStep(used);
}

TEST(Engine, Baselines) {
  expectTorchsStep(network::mobileNetV1(0.25, {48, 32, 1}, 10), 6, 2e-3);
  expectTorchsStep(network::mobileNetV2(0.25, {48, 32, 1}, 10), 6, 2e-3);
  expectTorchsStep(network::dsCnn({49, 10, 1}, 12), 6, 2e-3);
}

TEST(Engine, ABatchOfOneValueAChannelUsesTheRunningStatistics) {
  Layer dense = layerOf(LayerKind::dense, "hidden", 6);
  dense.batchNorm = true, dense.activation = Activation::relu;
  expectTorchsStep(chain("one", 4, 4, {dense}), 1);
}

TEST(Engine, SmallBatchesAfterLargeOnes) {
  Layer depth = layerOf(LayerKind::depthwise, "depth", 0, 3, 3);
  depth.batchNorm = true;
  const NetworkSpec spec = chain("again", 9, 8, {depth});
  const Weights weights = busyWeights(spec);
  const auto x = noise(7 * 72, 1);
  Parameters first(spec, weights), second(spec, weights);
  Engine used(spec, first, 7, true), fresh(spec, second, 7, true);
  used.learn(first, x, 7);
  used.backward(first, noise(21, 2));
  first = Parameters(spec, weights);
  const std::vector<float> some(x.begin(), x.begin() + 2 * 72);
  const auto a = used.learn(first, some, 2), b = fresh.learn(second, some, 2);
  EXPECT_EQ(std::vector<float>(a.begin(), a.end()), std::vector<float>(b.begin(), b.end()));
  const auto down = noise(6, 2);
  const auto c = used.backward(first, down), d = fresh.backward(second, down);
  EXPECT_EQ(std::vector<float>(c.begin(), c.end()), std::vector<float>(d.begin(), d.end()));
}

}  // namespace
}  // namespace kinglet::train
