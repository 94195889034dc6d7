// Mean and deviation over clips of a feature set, remembered for the clips they were asked for.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <vector>

#include "data/feature_store.h"

namespace kinglet::data {

class RememberedStatistics {
 public:
  void get(const FeatureSet& features, std::span<const int> clips, std::span<float> mean,
           std::span<float> deviation) const;

 private:
  struct Bands {
    std::vector<float> mean, deviation;
  };
  // guards known_; held while computing, so that workers asking at once compute once
  mutable std::mutex mutex_;
  mutable std::map<std::uint64_t, Bands> known_;
};

}  // namespace kinglet::data
