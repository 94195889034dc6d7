// The paper's other finding, on real sounds: a spectrogram into a first convolution with many filters is
// where the energy goes; fewer filters, a larger stride and convolutions over time cost less, and something
// in accuracy.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "data/feature_store.h"
#include "energy/device/device_profile.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "train/trainer.h"

using namespace kinglet;
using network::Activation;
using network::Layer;
using network::LayerKind;
using network::NetworkSpec;

namespace {

struct Stem {
  std::string name;
  int filters, kernel, stride;
  bool overTime;
};

Layer layer(LayerKind kind, int filters, int kernel, int stride, bool overTime) {
  Layer l;
  l.kind = kind;
  l.filters = filters;
  l.kernelH = kernel;
  l.kernelW = overTime ? 1 : kernel;
  l.strideH = stride;
  l.strideW = overTime ? 1 : stride;
  l.batchNorm = true;
  l.activation = Activation::relu;
  return l;
}

// The stem, then the same four depthwise-separable blocks for all.
NetworkSpec build(const Stem& stem, const network::InputSpec& input, int classes) {
  NetworkSpec spec(stem.name, input.shape());
  int last = network::kNetworkInput;
  const auto append = [&](Layer l) {
    l.inputs = {last};
    last = spec.add(std::move(l));
  };
  if (stem.overTime) {
    Layer turn;
    turn.kind = LayerKind::frequencyToChannels;
    append(turn);
  }
  append(layer(stem.overTime ? LayerKind::conv1dTime : LayerKind::conv2d, stem.filters, stem.kernel,
               stem.stride, stem.overTime));
  for (const int width : {24, 32, 48, 64}) {
    append(layer(LayerKind::depthwise, 0, 3, 2, stem.overTime));
    append(layer(LayerKind::pointwise, width, 1, 1, stem.overTime));
  }
  Layer pool;
  pool.kind = LayerKind::globalAveragePool;
  append(pool);
  Layer dense;
  dense.kind = LayerKind::dense;
  dense.filters = classes;
  append(dense);
  return spec;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string path = argc > 1 ? argv[1] : "demo";
  const int epochs = argc > 2 ? std::atoi(argv[2]) : 30;
  const std::vector<Stem> stems = {{"many filters", 64, 5, 1, false},   {"few filters", 8, 5, 1, false},
                                   {"many, stride 2", 64, 5, 2, false}, {"few, stride 2", 8, 5, 2, false},
                                   {"1-D over time", 64, 9, 1, true},   {"1-D, stride 2", 64, 9, 2, true}};
  data::FeatureStore store(data::openDataset(path));
  const auto& dataset = store.dataset();
  const int classes = static_cast<int>(dataset.classes.size()), closed = dataset.folds - 1;
  network::InputSpec input;
  input.clipSeconds = 2;
  const auto features = store.features(train::frontEndOf(input));
  const auto model = energy::modelFor(energy::device(energy::kDefaultDevice));
  std::printf("%s, %d classes, %d epochs, mean over %d validation folds; fold %d stays closed. Energy: %s\n",
              dataset.name.c_str(), classes, epochs, closed, closed + 1, model->name().c_str());
  std::printf("%-16s %9s %9s %12s %12s %10s\n", "stem", "MMACs", "energy mJ", "stem's share", "flash kB",
              "accuracy %");
  double firstShare = 0, most = 0, least = 1e9, best2d = 0, best1d = 0;
  for (const Stem& stem : stems) {
    const NetworkSpec spec = build(stem, input, classes);
    const auto cost = network::costOf(spec);
    const auto energy = model->estimate(input, spec);
    const std::size_t first = stem.overTime ? 1 : 0;
    const double share = energy.layers.at(first).millijoules / energy.millijoules;
    double accuracy = 0;
    for (int fold = 0; fold < closed; ++fold) {
      const auto split = data::splitFolds(dataset, closed, fold);
      train::TrainTask task{input, spec, features, &dataset, split.train, split.validation, {}, {}, 1, {}};
      task.recipe.epochs = epochs;
      accuracy += train::trainNetwork(task).validation.accuracy / closed;
    }
    std::printf("%-16s %9.2f %9.3f %10.0f %% %12.1f %10.1f\n", stem.name.c_str(),
                static_cast<double>(cost.macs) / 1e6, energy.millijoules, 100 * share,
                static_cast<double>(cost.flashBytes) / 1024, 100 * accuracy);
    std::fflush(stdout);
    if (firstShare == 0) firstShare = share;
    most = std::max(most, energy.millijoules);
    least = std::min(least, energy.millijoules);
    double& best = stem.overTime ? best1d : best2d;
    best = std::max(best, accuracy);
  }
  std::printf(
      "the cheapest stem takes %.1f times less energy than the dearest; convolutions over time cost %.1f "
      "points\n",
      most / least, 100 * (best2d - best1d));
  // The finding holds where the first convolution with many filters takes most of the energy.
  std::printf("bottleneck: the first convolution takes %.0f %% of the energy (needed 50)\n",
              100 * firstShare);
  return firstShare >= 0.5 ? 0 : 1;
}
