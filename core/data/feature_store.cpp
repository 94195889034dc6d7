#include "data/feature_store.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "base/error.h"
#include "base/files.h"
#include "data/feature_cache.h"
#include "data/feature_statistics.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kCacheLimit = std::uintmax_t{4} << 30;

class FeaturesInMemory final : public FeatureSet {
 public:
  FeaturesInMemory(const audio::FrontEndParams& frontEnd, std::size_t clips)
      : frontEnd_(frontEnd), clips_(clips) {}

  void set(int clip, std::span<const float> values) {
    clips_[static_cast<std::size_t>(clip)].assign(values.begin(), values.end());
  }

  const audio::FrontEndParams& frontEnd() const override { return frontEnd_; }

  FeatureView clip(int clip) const override {
    const auto& values = clips_.at(static_cast<std::size_t>(clip));
    return {values, static_cast<int>(values.size() / static_cast<std::size_t>(frontEnd_.mels)),
            frontEnd_.mels};
  }

  void statistics(std::span<const int> clips, std::span<float> mean,
                  std::span<float> deviation) const override {
    statistics_.get(*this, clips, mean, deviation);
  }

 private:
  const audio::FrontEndParams frontEnd_;
  std::vector<std::vector<float>> clips_;
  RememberedStatistics statistics_;
};

// Features of every clip, handed to take(clip, values) as they are done, by the calling thread and a helper.
// What take throws ends the work and comes out here.
class Computation {
 public:
  using Take = std::function<void(int, std::span<const float>)>;
  Computation(const Dataset& dataset, const audio::FrontEndParams& frontEnd, std::stop_token stop, Take take)
      : dataset_(dataset), frontEnd_(frontEnd), stop_(std::move(stop)), take_(std::move(take)) {}

  void run(const std::function<void(int, int)>& progress) {
    const int total = static_cast<int>(dataset_.clips.size());
    {
      const std::jthread helper([this] { guarded([](int) {}); });
      guarded([&](int done) {
        if (progress) progress(done, total);
      });
    }
    if (failure_) std::rethrow_exception(failure_);
    if (stop_.stop_requested()) throw base::Error("cancelled");
    if (progress) progress(total, total);
  }

 private:
  template <class Told>
  void guarded(const Told& tell) {
    try {
      work(tell);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      failed_ = true;
    }
  }

  template <class Told>
  void work(const Told& tell) {
    const audio::LogMel logMel(frontEnd_);
    std::vector<float> values;
    for (int clip; !failed_ && !stop_.stop_requested() && (clip = next_++) < int(dataset_.clips.size());) {
      std::vector<float> samples;
      try {
        samples = loadClip(dataset_, clip, frontEnd_.rate);
      } catch (const base::Error&) {
        samples.clear();  // no frames: FeatureStore::notices() tells
      }
      values.resize(std::size_t(frontEnd_.frames(long(samples.size()))) * std::size_t(frontEnd_.mels));
      logMel.compute(samples, values);
      take_(clip, values);
      tell(++done_);
    }
  }

  const Dataset& dataset_;
  const audio::FrontEndParams frontEnd_;
  const std::stop_token stop_;
  const Take take_;
  std::atomic<int> next_ = 0, done_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;  // guards failure_
  std::exception_ptr failure_;
};

// About what the features need in memory.
double estimatedBytes(const Dataset& dataset, const audio::FrontEndParams& frontEnd) {
  double seconds = 0;
  for (const Clip& clip : dataset.clips) seconds += clip.seconds;
  return seconds * 1000 / frontEnd.hopMs * frontEnd.mels * sizeof(float);
}

double memoryBytes() {
  return double(::sysconf(_SC_PHYS_PAGES)) * double(::sysconf(_SC_PAGESIZE));
}

// A failure of the cache alone, which memory can stand in for.
struct CacheFailed {
  std::string what;
};

template <class Work>
auto orFail(const Work& work) {
  try {
    return work();
  } catch (const base::Error& error) {
    throw CacheFailed{error.what()};
  }
}

}  // namespace

struct FeatureStore::Impl {
  struct Slot {
    bool computing = false;
    std::shared_ptr<const FeatureSet> features;
  };

  Impl(Dataset d, fs::path folder) : dataset(std::move(d)), cacheFolder(std::move(folder)) {}

  std::shared_ptr<const FeatureSet> make(const audio::FrontEndParams& frontEnd, const std::stop_token& stop,
                                         const std::function<void(int, int)>& progress) {
    try {
      return fromCache(frontEnd, stop, progress);
    } catch (const CacheFailed& failed) {
      return inMemory(frontEnd, failed.what, stop, progress);
    }
  }

  std::shared_ptr<const FeatureSet> fromCache(const audio::FrontEndParams& frontEnd,
                                              const std::stop_token& stop,
                                              const std::function<void(int, int)>& progress) {
    const int clips = static_cast<int>(dataset.clips.size());
    const fs::path path = folderForCaches() / cacheName(identity(), frontEnd);
    if (auto features = openCache(path, identity(), frontEnd, clips)) return features;
    {
      auto writer = orFail([&] { return std::make_unique<CacheWriter>(path, identity(), frontEnd, clips); });
      Computation(dataset, frontEnd, stop, [&](int clip, std::span<const float> values) {
        orFail([&] { writer->add(clip, values); });
      }).run(progress);
      orFail([&] { writer->finish(); });
    }
    evictCaches(path.parent_path(), path, kCacheLimit);
    if (auto features = openCache(path, identity(), frontEnd, clips)) return features;
    throw CacheFailed{"the cache file " + path.string() + " could not be read back"};
  }

  std::shared_ptr<const FeatureSet> inMemory(const audio::FrontEndParams& frontEnd, const std::string& why,
                                             const std::stop_token& stop,
                                             const std::function<void(int, int)>& progress) {
    const double bytes = estimatedBytes(dataset, frontEnd);
    {
      const std::lock_guard lock(mutex);
      inMemoryBytes += bytes;
      if (inMemoryBytes > memoryBytes() / 4)
        throw base::Error("the features need " + std::to_string(long(bytes / (1 << 20)) + 1) +
                          " MB, and there is no room for them: " + why +
                          "; free some space, or set XDG_CACHE_HOME to a folder on another disk");
    }
    auto features = std::make_shared<FeaturesInMemory>(frontEnd, dataset.clips.size());
    Computation(dataset, frontEnd, stop, [&](int clip, std::span<const float> values) {
      features->set(clip, values);
    }).run(progress);
    notice("Features are kept in memory and computed again next time: " + why);
    return features;
  }

  fs::path folderForCaches() {
    return orFail([&] {
      const fs::path folder = cacheFolder.empty() ? base::cacheFolder() : cacheFolder;
      std::error_code error;
      fs::create_directories(folder, error);
      if (error) throw base::Error("cannot make the folder " + folder.string() + ": " + error.message());
      return folder;
    });
  }

  std::uint64_t identity() {
    std::call_once(identityOnce, [&] { knownIdentity = identityOf(dataset); });
    return knownIdentity;
  }

  void notice(const std::string& text) {
    const std::lock_guard lock(mutex);
    if (std::find(told.begin(), told.end(), text) == told.end()) told.push_back(text);
  }

  void tellOfEmptyClips(const FeatureSet& features) {
    int empty = 0;
    std::string first;
    for (int clip = 0; clip < int(dataset.clips.size()); ++clip)
      if (features.clip(clip).frames == 0 && empty++ == 0) first = dataset.clips[std::size_t(clip)].name;
    if (empty > 0)
      notice(std::to_string(empty) + (empty == 1 ? " clip gives" : " clips give") + " no features (" +
             (empty == 1 ? "" : "the first is ") + first + "): damaged, or shorter than one window");
  }

  const Dataset dataset;
  const fs::path cacheFolder;
  std::once_flag identityOnce;
  std::uint64_t knownIdentity = 0;

  mutable std::mutex mutex;  // guards what follows
  std::condition_variable_any changed;
  std::map<std::string, Slot> slots;
  std::vector<std::string> told;
  double inMemoryBytes = 0;
};

FeatureStore::FeatureStore(Dataset dataset, fs::path cacheFolder)
    : impl_(std::make_unique<Impl>(std::move(dataset), std::move(cacheFolder))) {}
FeatureStore::~FeatureStore() = default;

const Dataset& FeatureStore::dataset() const {
  return impl_->dataset;
}

std::vector<std::string> FeatureStore::notices() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->told;
}

std::shared_ptr<const FeatureSet> FeatureStore::features(const audio::FrontEndParams& frontEnd,
                                                         std::stop_token stop,
                                                         std::function<void(int, int)> progress) {
  audio::LogMel{frontEnd};  // names a parameter that is out of range before anything is read
  std::unique_lock lock(impl_->mutex);
  Impl::Slot& slot = impl_->slots[frontEnd.key()];
  if (!impl_->changed.wait(lock, stop, [&] { return !slot.computing; })) throw base::Error("cancelled");
  if (slot.features) return slot.features;
  slot.computing = true;
  lock.unlock();
  std::shared_ptr<const FeatureSet> features;
  std::exception_ptr failure;
  try {
    features = impl_->make(frontEnd, stop, progress);
    impl_->tellOfEmptyClips(*features);
  } catch (...) {
    failure = std::current_exception();  // whoever waits tries again, or is cancelled too
  }
  lock.lock();
  slot.computing = false;
  slot.features = features;
  lock.unlock();
  impl_->changed.notify_all();
  if (failure) std::rethrow_exception(failure);
  return features;
}

}  // namespace kinglet::data
