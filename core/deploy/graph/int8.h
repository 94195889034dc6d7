// From a trained network to an int8 one whose accuracy is known beside the float one's.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "data/dataset.h"
#include "data/feature_store.h"
#include "deploy/deploy.h"
#include "deploy/graph/quantize.h"
#include "train/metrics.h"

namespace kinglet::deploy {

// What a network learnt from and is judged by. features: computed with train::frontEndOf(model.input).
struct Sounds {
  const data::Dataset* dataset = nullptr;
  std::shared_ptr<const data::FeatureSet> features;
  std::vector<int> train, validation;  // clip indices
};

struct Int8Network {
  QuantizedGraph network;
  train::Metrics real;        // of the float network, on the validation clips
  train::Metrics calibrated;  // of int8 as calibrated
  train::Metrics integer;     // of `network`
  bool fineTuned = false;     // whether quantisation-aware training was needed, and helped
};

// Above this drop, in points of accuracy, the network is trained on with its quantisation in the loop.
constexpr double kLargestDrop = 1.0;

// Calibrates on windows of the training clips, judges on the validation clips, and fine-tunes where accuracy
// drops by more than kLargestDrop points (keeping what is better). Throws base::Error, Cancelled.
Int8Network makeInt8(const Model& model, const Sounds& sounds, const Progress& progress = {});

// Probabilities of clips, clips x classes, as train::scoreClips, by the integer network.
std::vector<float> scoreClips(const Model& model, const QuantizedGraph& network,
                              const data::FeatureSet& features, std::span<const int> clips,
                              const Progress& progress = {});

}  // namespace kinglet::deploy
