// What a Predictor holds; for the files that make it, store it and question it.
#pragma once

#include <array>
#include <mutex>
#include <unordered_map>

#include "energy/predictor/predictor.h"
#include "statistics/regressor.h"

namespace kinglet::energy {

// Predictions of layers that were asked before: a search asks for the same layers again and again.
class LayerMemory {
 public:
  using Key = std::array<std::int64_t, 8>;
  bool find(const Key& key, statistics::Prediction& out) const;
  void keep(const Key& key, const statistics::Prediction& value);

 private:
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  struct Shard {
    mutable std::mutex mutex;
    std::unordered_map<Key, statistics::Prediction, Hash> known;  // under mutex; looked up, never walked
  };
  static constexpr std::size_t kShards = 16, kMost = 1 << 14;
  std::array<Shard, kShards> shards_;
};

struct Predictor::State {
  std::string method, source;
  FeatureMap features;
  std::unique_ptr<statistics::Regressor> regressor;  // of ln(energy)
  double quantile = 1;                               // q
  double correlation = 1;                            // of the errors of layers of one network
  double mjPerMac = 0;
  double resolutionMj = 0;
  double factor = 1;  // of all energies, from networks measured later (see Predictor::refined)
  std::map<std::string, Accuracy> accuracy;
  std::vector<Example> examples;
  statistics::Points points;  // of the examples
  mutable LayerMemory memory;

  std::vector<double> featuresOf(const MeasuredRow& row) const;
  EnergyInterval interval(const statistics::Prediction& prediction) const;
  // The layer as a kind that was measured; false where nothing measured resembles it.
  bool asMeasured(LayerWork& work) const;
  statistics::Prediction predictLayer(const LayerWork& work) const;
};

std::unique_ptr<statistics::Regressor> regressorFromJson(const nlohmann::json& json);  // throws base::Error

}  // namespace kinglet::energy
