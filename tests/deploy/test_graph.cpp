#include <gtest/gtest.h>

#include <cmath>

#include "../train/fake_features.h"
#include "base/error.h"
#include "deploy/graph/graph.h"
#include "network/baselines.h"
#include "network/every_kind.h"
#include "random_model.h"
#include "train/trainer.h"

namespace kinglet::deploy {
namespace {

TEST(Graph, IsTestedWithEveryKindOfLayer) {
  EXPECT_EQ(network::kindsMissingIn(everyLayer()), "");
  for (const network::LayerKind kind : network::allLayerKinds()) {
    const Graph graph = buildGraph(randomModel(network::networkWith(kind), 1));
    EXPECT_EQ(graph.values[graph.output].shape.c, 3) << network::toText(kind);
  }
}

// What training computes is the truth for every export.
TEST(Graph, ComputesWhatTrainingComputes) {
  for (const auto& network : {everyLayer(), network::mobileNetV2(0.35, {98, 16, 1}, 10)}) {
    Model model = randomModel(network, 3);
    model.input = train::inputOf(network.input().h, network.input().w);
    ASSERT_EQ(model.input.shape(), network.input());
    train::FakeFeatures features(model.input);
    base::Random random(4);
    for (int i = 0; i < 4; ++i) {
      auto clip = randomInput(network.input(), random);
      for (float& value : clip) value = value * 2 - 5;
      features.add(std::move(clip));
    }
    const std::vector<int> clips = {0, 1, 2, 3};
    const auto scores = train::scoreClips(model.input, network, model.weights, features, clips, true);
    const Graph graph = buildGraph(model);
    const int classes = network.output().c;
    for (const int clip : clips) {
      const auto logits = runFloat(graph, normalised(model, features.clip(clip).values))[graph.output];
      for (int c = 0; c < classes; ++c)
        EXPECT_NEAR(1 / (1 + std::exp(-logits[c])), scores[clip * classes + c], 1e-5) << network.name();
    }
  }
}

TEST(Graph, MissingOrMisshapenWeightsAreClearErrors) {
  Model model = randomModel(network::dsCnn({49, 10, 1}, 12), 1);
  model.weights.back().values.pop_back();
  EXPECT_THROW(buildGraph(model), base::Error);
  model.weights.pop_back();
  EXPECT_THROW(buildGraph(model), base::Error);
}

}  // namespace
}  // namespace kinglet::deploy
