// Log-mel features of every clip, computed once a front end, kept in a checksummed memory-mapped cache file
// and shared by all workers. Features are streamed to and from the file, so a data set may be larger than
// memory. A damaged or outdated cache is made again without a word; several processes may make the same one.
// Where the disk is full, features are kept in memory as long as they fit, and notices() says so.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "audio/front_end.h"
#include "data/dataset.h"

namespace kinglet::data {

// The features of one clip: rows of mels values, time first, in natural-log units.
struct FeatureView {
  std::span<const float> values;  // frames x mels
  int frames = 0, mels = 0;
};

constexpr float kLeastDeviation = 1e-3f;

class FeatureSet {
 public:
  virtual ~FeatureSet() = default;
  virtual const audio::FrontEndParams& frontEnd() const = 0;
  virtual FeatureView clip(
      int clip) const = 0;  // any thread; valid while the set lives; 0 frames if it was unreadable
  // Mean and standard deviation a mel band over the given clips (training clips only, so that nothing leaks).
  // Any thread; remembered for the same clips. The deviation is at least kLeastDeviation, so that one may
  // divide by it.
  virtual void statistics(std::span<const int> clips, std::span<float> mean,
                          std::span<float> deviation) const = 0;
};

class FeatureStore {
 public:
  // cacheFolder empty: base::cacheFolder().
  explicit FeatureStore(Dataset dataset, std::filesystem::path cacheFolder = {});
  ~FeatureStore();

  const Dataset& dataset() const;
  // Any thread; the first caller computes, others wait. progress(done, total) comes from the computing
  // thread. Throws base::Error; a stop request ends it with base::Error "cancelled".
  std::shared_ptr<const FeatureSet> features(const audio::FrontEndParams& frontEnd, std::stop_token stop = {},
                                             std::function<void(int, int)> progress = {});
  // What a user should know of the features so far: kept in memory and why, clips that gave none. Any thread.
  std::vector<std::string> notices() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kinglet::data
