// The error that each layer adds in int8, and which layer is to blame.
#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "deploy/graph/layer_error.h"
#include "deploy/random_model.h"

namespace kinglet::deploy {
namespace {

std::vector<std::vector<float>> windowsFor(const Model& model, int count, std::uint64_t seed) {
  base::Random random(seed);
  std::vector<std::vector<float>> windows(static_cast<std::size_t>(count));
  for (auto& window : windows) {
    window.resize(static_cast<std::size_t>(model.network.input().elements()));
    for (float& x : window) x = static_cast<float>(random.normal());
  }
  return windows;
}

struct Quantised {
  Model model = randomModel(everyLayer(), 3);
  QuantizedGraph network;
  std::vector<std::vector<float>> heard;
  Quantised()
      : network(quantize(buildGraph(model), windowsFor(model, 20, 1))), heard(windowsFor(model, 8, 2)) {}
};

TEST(LayerError, TellsEveryLayerAndEndsAtTheLogits) {
  const Quantised it;
  const auto errors = layerErrors(it.network, it.heard);
  ASSERT_EQ(errors.size(), it.model.network.layers().size());
  for (std::size_t layer = 0; layer < errors.size(); ++layer) {
    EXPECT_EQ(errors[layer].layer, static_cast<int>(layer));
    EXPECT_GT(errors[layer].total, 0) << it.model.network.layers()[layer].name;
    EXPECT_LT(errors[layer].added, 0.5) << it.model.network.layers()[layer].name;
  }
  // What only moves data adds nothing.
  for (std::size_t layer = 0; layer < errors.size(); ++layer) {
    const auto kind = it.model.network.layers()[layer].kind;
    if (kind == network::LayerKind::cropTime || kind == network::LayerKind::frequencyToChannels) {
      EXPECT_EQ(errors[layer].added, 0) << it.model.network.layers()[layer].name;
    }
  }
  double difference = 0, real = 0;
  for (const auto& window : it.heard) {
    const auto floats = runFloat(it.network.graph, window)[static_cast<std::size_t>(it.network.graph.output)];
    const auto integers = runQuantized(it.network, window);
    for (std::size_t i = 0; i < floats.size(); ++i) {
      difference += std::pow(double(integers[i]) - floats[i], 2);
      real += std::pow(double(floats[i]), 2);
    }
  }
  EXPECT_NEAR(errors.back().total, std::sqrt(difference / real), 1e-9);
  EXPECT_THROW(layerErrors(it.network, {}), base::Error);
}

// A layer whose weights are made coarse is blamed, and no other; what comes after it carries the error on.
TEST(LayerError, BlamesTheLayerThatIsMadeCoarse) {
  const Quantised it;
  const auto before = layerErrors(it.network, it.heard);
  int blamed = -1;
  QuantizedGraph coarse = it.network;
  for (std::size_t op = 0; op < coarse.ops.size(); ++op) {
    if (it.model.network.layers()[static_cast<std::size_t>(coarse.graph.ops[op].layer)].name != "dw")
      continue;
    blamed = coarse.graph.ops[op].layer;
    for (std::int8_t& weight : coarse.ops[op].weights) weight = static_cast<std::int8_t>(weight / 64 * 64);
  }
  ASSERT_GT(blamed, 0);
  const auto after = layerErrors(coarse, it.heard);
  for (std::size_t layer = 0; layer < after.size(); ++layer) {
    const std::string& name = it.model.network.layers()[layer].name;
    if (static_cast<int>(layer) == blamed) {
      EXPECT_GT(after[layer].added, 3 * before[layer].added) << name;
    } else {
      EXPECT_EQ(after[layer].added, before[layer].added) << name;
    }
    if (static_cast<int>(layer) < blamed) {
      EXPECT_EQ(after[layer].total, before[layer].total) << name;
    }
  }
  EXPECT_GT(after[static_cast<std::size_t>(blamed) + 1].total,
            before[static_cast<std::size_t>(blamed) + 1].total);
}

}  // namespace
}  // namespace kinglet::deploy
