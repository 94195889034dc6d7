// Log-mel features of every clip, computed once a front end, kept in a checksummed memory-mapped cache file
// and shared by all workers. Features are streamed to and from the file, so a data set may be larger than
// memory. A damaged cache is made again, and said so; several processes may make the same one. Where the disk
// is full, features are kept in memory as long as they fit. A clip that cannot be read whole gives no
// features; when many go at once, the work ends (SoundsGone). notices() tells.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "audio/front_end.h"
#include "base/error.h"
#include "data/dataset.h"

namespace kinglet::data {

// The features of one clip: rows of mels values, time first, in natural-log units.
struct FeatureView {
  std::span<const float> values;  // frames x mels
  int frames = 0, mels = 0;
};

constexpr float kLeastDeviation = 1e-3f;

// The file that features lie in was cut short, written to or unreadable while they were used: what was made
// of them is not to be believed. Asked again, the store makes them anew.
class FeaturesDamaged : public base::Error {
 public:
  FeaturesDamaged()
      : base::Error(
            "the file with the features was damaged while it was in use; try again: it is made anew") {}
};

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
  // Whether all that was read so far was right. Any thread; cheap, but not for every window.
  virtual bool intact() const { return true; }
  void requireIntact() const {
    if (!intact()) throw FeaturesDamaged();
  }
};

// Those of the clips that have features: the others are neither learnt from nor judged by.
std::vector<int> withFeatures(const FeatureSet& features, std::span<const int> clips);

class FeatureStore {
 public:
  // cacheFolder empty: base::cacheFolder().
  explicit FeatureStore(Dataset dataset, std::filesystem::path cacheFolder = {});
  ~FeatureStore();

  const Dataset& dataset() const;
  // Any thread; the first caller computes, others wait. progress(done, total) comes from the computing
  // thread. Throws base::Error, SoundsGone among them; a stop request ends it with base::Cancelled.
  std::shared_ptr<const FeatureSet> features(const audio::FrontEndParams& frontEnd, std::stop_token stop = {},
                                             std::function<void(int, int)> progress = {});
  // What a user should know of the features so far, each once and at most kMostNotices: kept in memory and
  // why, clips that gave none, a cache that was damaged. Any thread.
  std::vector<base::Message> notices() const;
  static constexpr std::size_t kMostNotices = 20;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kinglet::data
