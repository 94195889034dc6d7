// What each part of the training recipe is worth: accuracy on ESC-10's training folds, the last fold never
// touched.
//
//   bench_recipe DATA search|final EPOCHS SEEDS NETWORK,... [NAME=JSON ...]
//
// NETWORK: depthwise, time (convolutions over time alone), a named one (mobilenet_v1:0.25), or STUDY#TRIAL.
// JSON: what is changed in the recipe.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "base/error.h"
#include "data/dataset.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "space/audio_space.h"
#include "study/file/store.h"
#include "study/final/fold_training.h"
#include "train/recipe.h"

using namespace kinglet;

namespace {

using Kind = network::LayerKind;

void add(network::NetworkSpec& spec, Kind kind, int filters, int kernelH, int kernelW, int stride) {
  network::Layer layer;
  layer.kind = kind;
  layer.inputs = {static_cast<int>(spec.layers().size()) - 1};
  layer.filters = filters;
  layer.kernelH = kernelH, layer.kernelW = kernelW;
  layer.strideH = stride, layer.strideW = kernelW > 1 ? stride : 1;
  layer.batchNorm =
      kind == Kind::conv2d || kind == Kind::depthwise || kind == Kind::pointwise || kind == Kind::conv1dTime;
  layer.activation = layer.batchNorm ? network::Activation::relu : network::Activation::none;
  spec.add(layer);
}

// Depthwise-separable over time and frequency.
network::NetworkSpec depthwiseNetwork(const network::InputSpec& input, int classes) {
  network::NetworkSpec spec("depthwise", input.shape());
  add(spec, Kind::conv2d, 8, 3, 3, 2);
  for (const auto& [filters, stride] : {std::pair{16, 1}, {32, 2}, {32, 1}, {64, 2}, {64, 1}}) {
    add(spec, Kind::depthwise, 0, 3, 3, stride);
    add(spec, Kind::pointwise, filters, 1, 1, 1);
  }
  add(spec, Kind::globalAveragePool, 0, 1, 1, 1);
  add(spec, Kind::dense, classes, 1, 1, 1);
  return spec;
}

// Convolutions over time alone, as searches for little energy find them.
network::NetworkSpec timeNetwork(const network::InputSpec& input, int classes) {
  network::NetworkSpec spec("time", input.shape());
  add(spec, Kind::frequencyToChannels, 0, 1, 1, 1);
  add(spec, Kind::conv1dTime, 16, 11, 1, 2);
  for (const auto& [filters, stride] : {std::pair{32, 2}, {48, 1}}) {
    add(spec, Kind::depthwise, 0, 7, 1, stride);
    add(spec, Kind::pointwise, filters, 1, 1, 1);
  }
  add(spec, Kind::conv1dTime, 24, 7, 1, 1);
  add(spec, Kind::globalAveragePool, 0, 1, 1, 1);
  add(spec, Kind::dense, classes, 1, 1, 1);
  return spec;
}

space::Candidate networkOf(const std::string& name, int classes) {
  space::Candidate one;
  if (const auto hash = name.find('#'); hash != std::string::npos) {
    for (const auto& trial : study::openStudy(name.substr(0, hash))->trials())
      if (std::to_string(trial.number) == name.substr(hash + 1)) return trial.candidate;
    throw base::Error("there is no trial " + name);
  }
  if (name == "depthwise") {
    one.input.clipSeconds = 2, one.input.hopMs = 20, one.input.mels = 48;
    one.network = depthwiseNetwork(one.input, classes);
  } else if (name == "time") {
    one.input.hopMs = 32, one.input.mels = 32;
    one.network = timeNetwork(one.input, classes);
  } else {
    one.network = network::namedNetwork(name, one.input.shape(), classes);
  }
  return one;
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
  if (argc < 6) {
    std::fprintf(stderr, "usage: bench_recipe DATA search|final EPOCHS SEEDS NETWORK,... [NAME=JSON ...]\n");
    return 2;
  }
  data::FeatureStore features(data::openDataset(argv[1]));
  const data::Dataset& dataset = features.dataset();
  const auto classes = static_cast<int>(dataset.classes.size());
  train::Recipe base = std::string(argv[2]) == "final" ? train::finalRecipe() : train::Recipe();
  base.epochs = std::atoi(argv[3]);
  const int seeds = std::atoi(argv[4]);
  std::vector<Row> rows{{"as it is", "{}"}};
  for (int i = 6; i < argc; ++i) {
    const std::string text = argv[i];
    const auto equals = text.find('=');
    if (equals == std::string::npos) throw base::Error("a row is NAME=JSON, not " + text);
    rows.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  std::vector<space::Candidate> networks;
  std::istringstream names(argv[5]);
  std::printf("%d epochs, each fold but the last held out in turn, %d seeds\n%-30s", base.epochs, seeds, "");
  for (std::string name; std::getline(names, name, ',');) {
    networks.push_back(networkOf(name, classes));
    const auto cost = network::costOf(networks.back().network);
    std::printf(" %12.12s %4.2f M", networks.back().network.name().c_str(),
                static_cast<double>(cost.macs) / 1e6);
  }
  std::printf("   gain, all networks\n");

  // Every row trains the same folds with the same seeds: differences are compared pair by pair.
  std::vector<double> first;
  double surest = 0;  // gain of a change, in its standard errors
  for (const Row& row : rows) {
    const train::Recipe recipe = patched(base, row.patch);
    const int folds = dataset.folds - 1, jobs = folds * seeds * static_cast<int>(networks.size());
    std::vector<double> accuracy(static_cast<std::size_t>(jobs));
    std::atomic<int> next = 0;
    const auto work = [&] {
      for (int job; (job = next++) < jobs;) {
        study::FoldTraining training;
        training.candidate = networks[static_cast<std::size_t>(job / (folds * seeds))];
        // Where the recipe asks for teachers: each network twice, from starts of its own.
        for (int twice = 0; twice < 2; ++twice)
          for (const auto& network : networks) training.teachers.push_back({-1, network});
        training.recipe = recipe;
        training.seed = static_cast<std::uint64_t>(1 + job / folds % seeds);
        study::FoldPart part;
        part.fold = job % folds;
        for (int clip = 0; clip < static_cast<int>(dataset.clips.size()); ++clip) {
          const int own = dataset.clips[static_cast<std::size_t>(clip)].fold;
          if (own == dataset.folds - 1) continue;
          (own == part.fold ? part.held : part.train).push_back(clip);
        }
        accuracy[static_cast<std::size_t>(job)] =
            100 * study::trainFolds(features, training, {part}).front().validation.accuracy;
      }
    };
    {
      const std::jthread helper(work);
      work();
    }
    if (first.empty()) first = accuracy;
    std::printf("%-30s", row.name.c_str());
    for (std::size_t n = 0; n < networks.size(); ++n) {
      const auto each = static_cast<std::ptrdiff_t>(accuracy.size() / networks.size());
      const auto from = accuracy.begin() + static_cast<std::ptrdiff_t>(n) * each;
      const Spread own = spreadOf({from, from + each});
      std::printf(" %10.2f +- %-5.2f", own.mean, own.ofMean);
    }
    std::vector<double> gain;
    for (std::size_t i = 0; i < accuracy.size(); ++i) gain.push_back(accuracy[i] - first[i]);
    const Spread change = spreadOf(gain);
    std::printf("   %+6.2f +- %.2f\n", change.mean, change.ofMean);
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
