// Memory that a search of a large data set takes: CLIPS clips are read, their features computed, one epoch
// trained and validated. Anonymous memory is sampled all the while; pages of the mapped cache are the
// system's and do not count.
//   bench_memory MANIFEST CACHE_FOLDER
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>

#include "base/error.h"
#include "data/dataset.h"
#include "network/network_spec.h"
#include "train/trainer.h"

using namespace kinglet;

namespace {

double anonymousMb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("RssAnon:")) return std::stod(line.substr(8)) / 1024;
  }
  return 0;
}

network::NetworkSpec smallNetwork(network::Shape input, int classes) {
  network::NetworkSpec spec("small", input);
  network::Layer stem;
  stem.filters = 4;
  stem.kernelH = stem.kernelW = 3;
  stem.strideH = stem.strideW = 4;
  stem.batchNorm = true;
  spec.add(stem);
  network::Layer pool;
  pool.kind = network::LayerKind::globalAveragePool;
  pool.inputs = {0};
  spec.add(pool);
  network::Layer dense;
  dense.kind = network::LayerKind::dense;
  dense.inputs = {1};
  dense.filters = classes;
  spec.add(dense);
  return spec;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::fprintf(stderr, "usage: bench_memory MANIFEST CACHE_FOLDER\n");
    return 2;
  }
  std::atomic<double> peak = 0;
  const auto tell = [&](const char* what) {
    std::printf("%-10s anonymous memory at most %.0f MB so far\n", what, peak.load());
    std::fflush(stdout);
  };
  const std::jthread watch([&](std::stop_token stop) {
    while (!stop.stop_requested()) {
      peak = std::max(peak.load(), anonymousMb());
      ::usleep(20000);
    }
  });
  data::FeatureStore store(data::openDataset(argv[1]), argv[2]);
  const auto& dataset = store.dataset();
  tell("opened");
  network::InputSpec input;
  input.clipSeconds = 0.5;
  const auto features = store.features(train::frontEndOf(input));
  tell("features");
  double floats = 0;
  for (int clip = 0; clip < static_cast<int>(dataset.clips.size()); ++clip)
    floats += static_cast<double>(features->clip(clip).values.size());
  train::TrainTask task;
  for (int clip = 0; clip < static_cast<int>(dataset.clips.size()); ++clip)
    (dataset.clips[static_cast<std::size_t>(clip)].fold == 0 ? task.validation : task.train).push_back(clip);
  task.input = input;
  task.network = smallNetwork(input.shape(), static_cast<int>(dataset.classes.size()));
  task.features = features;
  task.dataset = &dataset;
  task.recipe.epochs = 1;
  const auto outcome = train::trainNetwork(task);
  tell("trained");
  double seconds = 0;
  for (const auto& clip : dataset.clips) seconds += clip.seconds;
  std::printf("%zu clips, %.1f hours, features of %.0f MB, validation on %d clips\n", dataset.clips.size(),
              seconds / 3600, floats * 4 / (1 << 20), outcome.validation.clips);
  std::printf("%.1f %.1f\n", peak.load(), floats * 4 / (1 << 20));
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "memory: %s\n", error.what());
  return 1;
}
