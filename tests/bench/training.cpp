// Training throughput of the engine: for tests/bench/training, which holds PyTorch's beside it.
//   bench_training list            the networks, as JSON
//   bench_training NAME SECONDS    clips a second of training NAME, everything counted but the validation
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "base/random.h"
#include "data/dataset.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "space/audio_space.h"
#include "train/epoch_report.h"
#include "train/trainer.h"

using namespace kinglet;

namespace {

constexpr int kClasses = 10, kClips = 256;

struct Case {
  network::InputSpec input;
  network::NetworkSpec network;
};

network::InputSpec inputFor() {
  network::InputSpec input;
  input.clipSeconds = 0.975;  // 96 frames of 64 mels
  return input;
}

// A depthwise-separable network of about 2 million MACs.
network::NetworkSpec handmade(const network::InputSpec& input) {
  network::NetworkSpec spec("dw_2m", input.shape());
  const auto conv = [&](network::LayerKind kind, int filters, int kernel, int stride) {
    network::Layer layer;
    layer.kind = kind;
    layer.inputs = {static_cast<int>(spec.layers().size()) - 1};
    layer.filters = filters;
    layer.kernelH = layer.kernelW = kernel;
    layer.strideH = layer.strideW = stride;
    layer.batchNorm = true;
    layer.activation = network::Activation::relu;
    spec.add(layer);
  };
  conv(network::LayerKind::conv2d, 8, 3, 2);
  for (const auto& [filters, stride] : {std::pair{16, 1}, {32, 2}, {32, 1}, {64, 2}, {64, 1}}) {
    conv(network::LayerKind::depthwise, 0, 3, stride);
    conv(network::LayerKind::pointwise, filters, 1, 1);
  }
  network::Layer pool;
  pool.kind = network::LayerKind::globalAveragePool;
  pool.inputs = {static_cast<int>(spec.layers().size()) - 1};
  spec.add(pool);
  network::Layer dense;
  dense.kind = network::LayerKind::dense;
  dense.inputs = {static_cast<int>(spec.layers().size()) - 1};
  dense.filters = kClasses;
  spec.add(dense);
  return spec;
}

std::map<std::string, Case> cases() {
  const auto input = inputFor();
  std::map<std::string, Case> all;
  all["dw_2m"] = {input, handmade(input)};
  for (const char* name : {"mobilenet_v1:0.25", "mobilenet_v1:1.0"})
    all[name] = {input, network::namedNetwork(name, input.shape(), kClasses)};
  // Candidates as a search draws them: the first four between 0.5 and 5 million MACs.
  const auto space = space::audioSpace();
  base::Random random(1);
  for (int found = 0; found < 4;) {
    const auto candidate = space::decode(space, space.sample(random), input, kClasses);
    const auto macs = network::costOf(candidate.network).macs;
    if (macs > 500'000 && macs < 5'000'000)
      all["candidate_" + std::to_string(++found)] = {candidate.input, candidate.network};
  }
  return all;
}

class Noise : public data::FeatureSet {
 public:
  explicit Noise(const network::InputSpec& input) : frontEnd_(train::frontEndOf(input)) {
    base::Random random(1);
    frames_ = input.frames();
    values_.resize(static_cast<std::size_t>(kClips) * frames_ * input.mels);
    for (float& value : values_) value = static_cast<float>(random.normal());
  }
  const audio::FrontEndParams& frontEnd() const override { return frontEnd_; }
  data::FeatureView clip(int clip) const override {
    const std::size_t size = values_.size() / kClips;
    return {{values_.data() + clip * size, size}, frames_, frontEnd_.mels};
  }
  void statistics(std::span<const int>, std::span<float> mean, std::span<float> deviation) const override {
    std::fill(mean.begin(), mean.end(), 0.f);
    std::fill(deviation.begin(), deviation.end(), 1.f);
  }

 private:
  audio::FrontEndParams frontEnd_;
  int frames_ = 0;
  std::vector<float> values_;
};

double clipsPerSecond(const Case& one, double seconds) {
  data::Dataset dataset;
  train::TrainTask task;
  for (int c = 0; c < kClasses; ++c) dataset.classes.push_back("class" + std::to_string(c));
  for (int i = 0; i < kClips; ++i) {
    data::Clip clip;
    clip.labels = {i % kClasses};
    dataset.clips.push_back(clip);
    task.train.push_back(i);
  }
  task.input = one.input;
  task.network = one.network;
  task.features = std::make_shared<Noise>(one.input);
  task.dataset = &dataset;
  task.recipe.epochs = 100000;
  task.recipe.windowsPerClip = 1;
  double spent = 0;
  long shown = 0;
  train::TrainObserver observer;
  observer.epochDone = [&](const train::EpochReport& report) {
    if (report.epoch == 1) return train::Verdict::goOn;  // warms up
    spent += report.seconds, shown += kClips;
    return spent < seconds ? train::Verdict::goOn : train::Verdict::stop;
  };
  train::trainNetwork(task, observer);
  return static_cast<double>(shown) / spent;
}

}  // namespace

int main(int argc, char** argv) {
  const auto all = cases();
  if (argc == 2 && std::string(argv[1]) == "list") {
    auto list = nlohmann::json::array();
    for (const auto& [name, one] : all) {
      list.push_back({{"name", name},
                      {"macs", network::costOf(one.network).macs},
                      {"network", nlohmann::json::parse(one.network.toJson())}});
    }
    std::cout << list.dump() << "\n";
    return 0;
  }
  if (argc != 3 || !all.contains(argv[1])) {
    std::fprintf(stderr, "usage: bench_training list | NAME SECONDS\n");
    return 2;
  }
  std::printf("%.1f\n", clipsPerSecond(all.at(argv[1]), std::atof(argv[2])));
}
