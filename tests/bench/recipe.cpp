// What each part of the training recipe is worth: accuracy on ESC-10's training folds, the last fold never
// touched.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/error.h"
#include "network/cost.h"
#include "train/trainer.h"

using namespace kinglet;

namespace {

// A depthwise-separable network as searches find them: about 2 million MACs on one second, fewer on coarser
// input.
network::NetworkSpec depthwiseNetwork(const network::InputSpec& input, int classes) {
  network::NetworkSpec spec("depthwise", input.shape());
  const auto add = [&](network::LayerKind kind, int filters, int kernel, int stride) {
    network::Layer layer;
    layer.kind = kind;
    layer.inputs = {static_cast<int>(spec.layers().size()) - 1};
    layer.filters = filters;
    layer.kernelH = layer.kernelW = kernel;
    layer.strideH = layer.strideW = stride;
    layer.batchNorm = kind != network::LayerKind::dense;
    layer.activation = layer.batchNorm ? network::Activation::relu : network::Activation::none;
    spec.add(layer);
  };
  using Kind = network::LayerKind;
  add(Kind::conv2d, 8, 3, 2);
  for (const auto& [filters, stride] : {std::pair{16, 1}, {32, 2}, {32, 1}, {64, 2}, {64, 1}}) {
    add(Kind::depthwise, 0, 3, stride);
    add(Kind::pointwise, filters, 1, 1);
  }
  network::Layer pool;
  pool.kind = Kind::globalAveragePool;
  pool.inputs = {static_cast<int>(spec.layers().size()) - 1};
  spec.add(pool);
  add(Kind::dense, classes, 1, 1);
  return spec;
}

struct Row {
  std::string name, patch;  // of the recipe, as JSON
};

struct Spread {
  double mean = 0, ofMean = 0;  // ofMean: its standard error
};

Spread spreadOf(const std::vector<double>& values) {
  Spread spread;
  const auto n = static_cast<double>(values.size());
  for (const double value : values) spread.mean += value / n;
  for (const double value : values) spread.ofMean += (value - spread.mean) * (value - spread.mean);
  spread.ofMean = n > 1 ? std::sqrt(spread.ofMean / (n - 1) / n) : 0;
  return spread;
}

train::Recipe patched(const train::Recipe& base, const std::string& patch) {
  auto json = nlohmann::json::parse(base.toJson());
  json.merge_patch(nlohmann::json::parse(patch));
  return train::Recipe::fromJson(json.dump());
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 4) {
    std::fprintf(stderr, "usage: bench_recipe DATA EPOCHS SEEDS [NAME=JSON ...]\n");
    return 2;
  }
  data::FeatureStore features(data::openDataset(argv[1]));
  const data::Dataset& dataset = features.dataset();
  const int seeds = std::atoi(argv[3]);
  train::Recipe base;
  base.epochs = std::atoi(argv[2]);
  std::vector<Row> rows{{"as it is", "{}"}};
  for (int i = 4; i < argc; ++i) {
    const std::string text = argv[i];
    const auto equals = text.find('=');
    if (equals == std::string::npos) throw base::Error("a row is NAME=JSON, not " + text);
    rows.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  network::InputSpec input;
  input.clipSeconds = 2, input.hopMs = 20, input.mels = 48;
  const auto network = depthwiseNetwork(input, static_cast<int>(dataset.classes.size()));
  const auto set = features.features(train::frontEndOf(input));
  std::printf("%s: %.2f MMACs, %d epochs, each fold but the last held out in turn, %d seeds\n",
              network.name().c_str(), static_cast<double>(network::costOf(network).macs) / 1e6, base.epochs,
              seeds);

  // Every row trains the same folds with the same seeds: differences are compared pair by pair.
  std::vector<double> first;
  double surest = 0;  // gain of a change, in its standard errors
  for (const Row& row : rows) {
    const train::Recipe recipe = patched(base, row.patch);
    const int folds = dataset.folds - 1, jobs = folds * seeds;
    std::vector<double> accuracy(static_cast<std::size_t>(jobs));
    std::atomic<int> next = 0;
    const auto work = [&] {
      for (int job; (job = next++) < jobs;) {
        const int fold = job % folds;
        train::TrainTask task;
        for (int clip = 0; clip < static_cast<int>(dataset.clips.size()); ++clip) {
          const int own = dataset.clips[static_cast<std::size_t>(clip)].fold;
          if (own == dataset.folds - 1) continue;
          (own == fold ? task.validation : task.train).push_back(clip);
        }
        task.input = input, task.network = network, task.features = set, task.dataset = &dataset;
        task.recipe = recipe, task.seed = static_cast<std::uint64_t>(1 + job / folds);
        accuracy[static_cast<std::size_t>(job)] = 100 * train::trainNetwork(task).validation.accuracy;
      }
    };
    {
      const std::jthread helper(work);
      work();
    }
    if (first.empty()) first = accuracy;
    std::vector<double> gain;
    for (std::size_t i = 0; i < accuracy.size(); ++i) gain.push_back(accuracy[i] - first[i]);
    const Spread all = spreadOf(accuracy), change = spreadOf(gain);
    std::printf("%-28s %6.2f %%   %+6.2f +- %.2f\n", row.name.c_str(), all.mean, change.mean, change.ofMean);
    std::fflush(stdout);
    if (change.ofMean > 0) surest = std::max(surest, change.mean / change.ofMean);
  }
  // A change that surely helps belongs into the recipe.
  std::printf("recipe: the surest gain of a change is %.1f standard errors (needed below 3.0)\n", surest);
  return surest < 3 ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "recipe: %s\n", error.what());
  return 1;
}
