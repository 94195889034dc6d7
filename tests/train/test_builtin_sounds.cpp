// The built-in sounds are there so that anyone sees a search work: a small network must learn them quickly.
#include <gtest/gtest.h>

#include <filesystem>

#include "data/dataset.h"
#include "fake_features.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "support/scratch.h"
#include "train/trainer.h"

namespace kinglet::train {
namespace {

network::NetworkSpec listener(const network::InputSpec& input, int classes) {
  network::NetworkSpec spec("listener", input.shape());
  const auto add = [&](network::LayerKind kind, const std::string& name, int filters, int kernel,
                       int stride) {
    network::Layer layer = layerOf(kind, name, filters, kernel, kernel, stride);
    layer.inputs = {static_cast<int>(spec.layers().size()) - 1};
    layer.batchNorm =
        layer.kind != network::LayerKind::dense && layer.kind != network::LayerKind::globalAveragePool;
    if (layer.batchNorm) layer.activation = network::Activation::relu;
    spec.add(layer);
  };
  add(network::LayerKind::conv2d, "stem", 8, 3, 2);
  int block = 0;
  for (const auto& [width, stride] : {std::pair{24, 1}, {32, 2}, {48, 2}, {64, 1}}) {
    const std::string name = "block" + std::to_string(++block);
    add(network::LayerKind::depthwise, name + "/depthwise", 0, 3, stride);
    add(network::LayerKind::pointwise, name + "/pointwise", width, 1, 1);
  }
  add(network::LayerKind::globalAveragePool, "pool", 0, 1, 1);
  add(network::LayerKind::dense, "classes", classes, 1, 1);
  return spec;
}

TEST(BuiltinSounds, ASmallNetworkPassesNinetyPercent) {
  const auto folder = test::scratch() / "features";
  data::FeatureStore store(data::openDataset("demo"), folder);
  network::InputSpec input;
  input.mels = 48;
  input.hopMs = 16;
  input.clipSeconds = 2;
  TrainTask task;
  task.input = input;
  task.network = listener(input, static_cast<int>(store.dataset().classes.size()));
  EXPECT_LT(network::costOf(task.network).macs, 1'500'000);
  task.recipe.epochs = 20;
  task.features = store.features(frontEndOf(input));
  task.dataset = &store.dataset();
  const auto split = data::splitFolds(store.dataset(), 4, 3);
  task.train = split.train;
  task.validation = split.validation;
  task.seed = 1;
  const TrainOutcome outcome = trainNetwork(task);
  EXPECT_GE(outcome.validation.accuracy, 0.9);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace kinglet::train
