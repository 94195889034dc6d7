// Features made up in memory, so that training is tested without sound files.
#pragma once

#include <cmath>
#include <vector>

#include "base/random.h"
#include "data/dataset.h"
#include "data/feature_store.h"
#include "network/network_spec.h"
#include "train/trainer.h"

namespace kinglet::train {

// A front end of 10 ms hops at 16 kHz whose network hears `frames` frames of `mels` bands.
inline network::InputSpec inputOf(int frames, int mels) {
  network::InputSpec input;
  input.mels = mels;
  input.windowMs = 32;
  input.clipSeconds = 0.032 + 0.01 * (frames - 1) + 1e-6;
  return input;
}

class FakeFeatures : public data::FeatureSet {
 public:
  explicit FakeFeatures(const network::InputSpec& input) : frontEnd_(frontEndOf(input)) {}

  void add(std::vector<float> values) { clips_.push_back(std::move(values)); }
  const audio::FrontEndParams& frontEnd() const override { return frontEnd_; }
  data::FeatureView clip(int clip) const override {
    const auto& values = clips_.at(static_cast<std::size_t>(clip));
    return {values, static_cast<int>(values.size()) / frontEnd_.mels, frontEnd_.mels};
  }
  void statistics(std::span<const int> clips, std::span<float> mean,
                  std::span<float> deviation) const override {
    const auto mels = mean.size();
    for (std::size_t m = 0; m < mels; ++m) {
      double sum = 0, squares = 0, n = 0;
      for (const int c : clips) {
        for (std::size_t i = m; i < clips_[static_cast<std::size_t>(c)].size(); i += mels) {
          const double value = clips_[static_cast<std::size_t>(c)][i];
          sum += value, squares += value * value, ++n;
        }
      }
      mean[m] = static_cast<float>(sum / n);
      deviation[m] = static_cast<float>(std::sqrt(std::max(0.0, squares / n - sum / n * (sum / n))));
    }
  }

 private:
  audio::FrontEndParams frontEnd_;
  std::vector<std::vector<float>> clips_;
};

// Clips whose class is the band that is loud, on noise.
struct FakeSounds {
  network::InputSpec input;
  data::Dataset dataset;
  std::shared_ptr<FakeFeatures> features;
  std::vector<int> all;

  FakeSounds(int classes, int clips, int frames, int clipFrames, int mels, double noise = 1)
      : input(inputOf(frames, mels)), features(std::make_shared<FakeFeatures>(input)) {
    base::Random random(7);
    for (int c = 0; c < classes; ++c) dataset.classes.push_back("class" + std::to_string(c));
    for (int i = 0; i < clips; ++i) {
      const int label = i % classes;
      std::vector<float> values(static_cast<std::size_t>(clipFrames) * mels);
      for (std::size_t k = 0; k < values.size(); ++k) {
        const bool loud = static_cast<int>(k % mels) * classes / mels == label;
        values[k] = static_cast<float>(-6 + noise * random.normal() + (loud ? 2 : 0));
      }
      features->add(std::move(values));
      data::Clip clip;
      clip.name = std::to_string(i);
      clip.labels = {label};
      dataset.clips.push_back(clip);
      all.push_back(i);
    }
  }

  TrainTask task(const network::NetworkSpec& network) const {
    TrainTask task;
    task.input = input;
    task.network = network;
    task.features = features;
    task.dataset = &dataset;
    task.train = task.validation = all;
    task.recipe.epochs = 15;
    task.recipe.learningRate = 0.01;
    task.recipe.batch = 8;
    task.seed = 3;
    return task;
  }
};

inline network::Layer layerOf(network::LayerKind kind, const std::string& name, int filters = 0,
                              int kernelH = 1, int kernelW = 1, int stride = 1) {
  network::Layer layer;
  layer.kind = kind;
  layer.name = name;
  layer.filters = filters;
  layer.kernelH = kernelH;
  layer.kernelW = kernelW;
  layer.strideH = layer.strideW = stride;
  return layer;
}

// A small convolutional network with every usual part.
inline network::NetworkSpec smallNetwork(const network::InputSpec& input, int classes, int width = 8) {
  using network::LayerKind;
  network::NetworkSpec spec("small", input.shape());
  const auto add = [&](network::Layer layer, int from, bool norm = true) {
    layer.inputs = {from};
    layer.batchNorm = norm;
    if (norm) layer.activation = network::Activation::relu;
    return spec.add(layer);
  };
  int last = add(layerOf(LayerKind::conv2d, "stem", width, 3, 3, 2), network::kNetworkInput);
  last = add(layerOf(LayerKind::depthwise, "block/depthwise", 0, 3, 3, 2), last);
  last = add(layerOf(LayerKind::pointwise, "block/pointwise", 2 * width), last);
  last = add(layerOf(LayerKind::globalAveragePool, "pool"), last, false);
  add(layerOf(LayerKind::dense, "classes", classes), last, false);
  return spec;
}

}  // namespace kinglet::train
