#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "fake_features.h"
#include "network/every_kind.h"
#include "network/network_spec.h"
#include "reference_network.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::train {
namespace {

using network::Activation;
using network::Layer;
using network::LayerKind;
using network::NetworkSpec;
using network::Padding;

// Runs a network by LibTorch and gives its outputs before the sigmoid.
std::vector<double> logitsOf(const network::InputSpec& input, const NetworkSpec& spec, Weights weights,
                             const std::vector<float>& clip) {
  const auto mels = static_cast<std::size_t>(input.mels);
  weights.push_back({"input/mean", {input.mels}, std::vector<float>(mels, 0.f)});
  weights.push_back({"input/deviation", {input.mels}, std::vector<float>(mels, 1.f)});
  FakeFeatures features(input);
  features.add(clip);
  const std::vector<int> clips{0};
  std::vector<double> logits;
  for (const float p : scoreClips(input, spec, weights, features, clips, true))
    logits.push_back(std::log(p / (1.0 - p)));
  return logits;
}

// Random numbers for everything that a network learns.
Weights randomWeights(const NetworkSpec& spec) {
  base::Random random(11);
  Weights weights;
  const auto add = [&](const std::string& name, std::vector<int> shape, bool positive = false) {
    std::size_t n = 1;
    for (const int size : shape) n *= static_cast<std::size_t>(size);
    Tensor tensor{name, std::move(shape), std::vector<float>(n)};
    for (float& value : tensor.values)
      value = static_cast<float>(positive ? random.uniform(0.5, 2) : random.uniform(-0.5, 0.5));
    weights.push_back(std::move(tensor));
  };
  for (const Layer& layer : spec.layers()) {
    const std::string at = layer.name + "/";
    if (network::traitsOf(layer.kind).weights == network::WeightForm::gate) {
      add(at + "reduce_weight", {layer.units, layer.in.c});
      add(at + "reduce_bias", {layer.units});
      add(at + "expand_weight", {layer.in.c, layer.units});
      add(at + "expand_bias", {layer.in.c});
    } else if (layer.hasWeights()) {
      add(at + "weight", network::weightShape(layer));
      if (!layer.batchNorm) {
        add(at + "bias", {layer.out.c});
        continue;
      }
      add(at + "bn_scale", {layer.out.c}, true);
      add(at + "bn_shift", {layer.out.c});
      add(at + "bn_mean", {layer.out.c});
      add(at + "bn_variance", {layer.out.c}, true);
    }
  }
  return weights;
}

void expectReference(const network::InputSpec& input, const NetworkSpec& spec) {
  const Weights weights = randomWeights(spec);
  base::Random random(5);
  std::vector<float> clip(static_cast<std::size_t>(spec.input().elements()));
  for (float& value : clip) value = static_cast<float>(random.normal());
  const Map expected = ReferenceNetwork(spec, weights).run(Map(clip.begin(), clip.end()));
  const auto got = logitsOf(input, spec, weights, clip);
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i)
    EXPECT_NEAR(got[i], expected[i], 1e-4 + 1e-4 * std::exp(std::abs(expected[i])))
        << spec.name() << " " << i;
}

TEST(Layers, ConvolutionByHandPadsTheOddPixelAfter) {
  // 4 x 8 map, 2 x 2 kernel of ones, stride 2 along time: rows (0,1), (2,3); along mels stride 1 the last
  // column has one column of zeros after it.
  const auto input = inputOf(4, 8);
  NetworkSpec spec("one", input.shape());
  Layer layer = layerOf(LayerKind::conv2d, "c", 1, 2, 2);
  layer.strideH = 2;
  spec.add(layer);
  std::vector<float> clip(32, 0.f);
  clip[0 * 8 + 0] = 1;  // row 0, column 0
  clip[3 * 8 + 7] = 2;  // row 3, column 7
  const auto out = logitsOf(
      input, spec, {{"c/weight", {1, 2, 2, 1}, {1, 0.5f, 0.25f, 0.125f}}, {"c/bias", {1}, {0.5f}}}, clip);
  ASSERT_EQ(out.size(), 16u);
  EXPECT_NEAR(out[0], 1.5, 1e-5);                  // top left tap
  EXPECT_NEAR(out[1], 0.5, 1e-5);                  // bias alone
  EXPECT_NEAR(out[8 + 6], 0.5 + 2 * 0.125, 1e-5);  // bottom right tap
  EXPECT_NEAR(out[8 + 7], 0.5 + 2 * 0.25, 1e-5);   // bottom left tap, zeros after
}

TEST(Layers, BatchNormByHand) {
  const auto input = inputOf(2, 8);
  NetworkSpec spec("norm", input.shape());
  Layer layer = layerOf(LayerKind::pointwise, "p", 1);
  layer.batchNorm = true;
  spec.add(layer);
  const Weights weights{{"p/weight", {1, 1, 1, 1}, {2}},
                        {"p/bn_scale", {1}, {3}},
                        {"p/bn_shift", {1}, {0.25f}},
                        {"p/bn_mean", {1}, {1}},
                        {"p/bn_variance", {1}, {4 - 1e-3f}}};
  const auto out = logitsOf(input, spec, weights, std::vector<float>(16, 0.75f));
  for (const double value : out) EXPECT_NEAR(value, (2 * 0.75 - 1) / 2 * 3 + 0.25, 1e-5);
}

TEST(Layers, ShuffleAndSplitByHand) {
  const auto input = inputOf(1, 8);
  NetworkSpec spec("order", input.shape());
  const int folded = spec.add(layerOf(LayerKind::frequencyToChannels, "f"));
  Layer shuffle = layerOf(LayerKind::shuffle, "s");
  shuffle.groups = 2;
  shuffle.inputs = {folded};
  const int shuffled = spec.add(shuffle);
  Layer split = layerOf(LayerKind::split, "half", 3);
  split.begin = 2;
  split.inputs = {shuffled};
  spec.add(split);
  const auto out = logitsOf(input, spec, {}, {0, 1, 2, 3, 4, 5, 6, 7});
  // shuffled: 0 4 1 5 2 6 3 7
  ASSERT_EQ(out.size(), 3u);
  EXPECT_NEAR(out[0], 1, 1e-5);
  EXPECT_NEAR(out[1], 5, 1e-3);
  EXPECT_NEAR(out[2], 2, 1e-5);
}

TEST(Layers, EveryWindowKindAgreesWithTheReference) {
  const auto input = inputOf(9, 10);
  for (const LayerKind kind :
       {LayerKind::conv2d, LayerKind::depthwise, LayerKind::maxPool, LayerKind::averagePool}) {
    for (const int stride : {1, 2, 3}) {
      for (const Padding padding : {Padding::same, Padding::valid}) {
        for (const auto& [h, w] : {std::pair{3, 3}, {2, 4}, {5, 1}, {1, 1}, {4, 5}}) {
          NetworkSpec spec(std::string(network::toText(kind)) + std::to_string(stride) + std::to_string(h),
                           input.shape());
          Layer stem = layerOf(LayerKind::pointwise, "stem", 3);
          spec.add(stem);
          Layer layer = layerOf(kind, "layer", kind == LayerKind::conv2d ? 4 : 0, h, w, stride);
          layer.padding = padding;
          layer.inputs = {0};
          spec.add(layer);
          expectReference(input, spec);
        }
      }
    }
  }
}

TEST(Layers, EveryKindOfLayer) {
  for (const LayerKind kind : network::allLayerKinds())
    expectReference(inputOf(20, 8), network::networkWith(kind));
}

TEST(Layers, EveryActivationFoldedAndNot) {
  const auto input = inputOf(6, 8);
  for (const Activation activation :
       {Activation::none, Activation::relu, Activation::relu6, Activation::hardSwish}) {
    for (const bool norm : {false, true}) {
      NetworkSpec spec("activation", input.shape());
      for (const LayerKind kind :
           {LayerKind::conv2d, LayerKind::depthwise, LayerKind::pointwise, LayerKind::dense}) {
        Layer layer = layerOf(kind, network::toText(kind), 5, 3, 3);
        layer.inputs = {static_cast<int>(spec.layers().size()) - 1};
        layer.batchNorm = norm;
        layer.activation = activation;
        spec.add(layer);
      }
      expectReference(input, spec);
    }
  }
}

TEST(Layers, ANetworkOfAllKindsAgreesWithTheReference) {
  const auto input = inputOf(11, 12);
  NetworkSpec spec("all", input.shape());
  const auto add = [&](Layer layer, std::vector<int> from, bool norm = false) {
    layer.inputs = std::move(from);
    layer.batchNorm = norm;
    return spec.add(layer);
  };
  const int stem = add(layerOf(LayerKind::conv2d, "stem", 6, 3, 3, 2), {network::kNetworkInput}, true);
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
  const int pooled = add(layerOf(LayerKind::maxPool, "max", 0, 2, 2, 2), {added});
  const int flat = add(layerOf(LayerKind::frequencyToChannels, "fold"), {pooled});
  const int time = add(layerOf(LayerKind::conv1dTime, "time", 7, 3, 1, 2), {flat}, true);
  const int mean = add(layerOf(LayerKind::globalAveragePool, "mean"), {time});
  add(layerOf(LayerKind::dense, "classes", 4), {mean});
  expectReference(input, spec);
}

TEST(Layers, WeightsOfAnotherNetworkAreRefused) {
  const auto input = inputOf(6, 8);
  NetworkSpec spec("one", input.shape());
  spec.add(layerOf(LayerKind::pointwise, "p", 2));
  Weights weights = randomWeights(spec);
  weights[0].shape = {2, 1, 1, 2};
  try {
    logitsOf(input, spec, weights, std::vector<float>(48));
    FAIL() << "accepted";
  } catch (const base::Error& error) {
    EXPECT_THAT(std::string(error.what()), testing::HasSubstr("p/weight"));
  }
}

}  // namespace
}  // namespace kinglet::train
