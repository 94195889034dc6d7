#include "data/feature_store.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "base/cancelled.h"
#include "base/error.h"
#include "base/files.h"
#include "data/cache_care.h"
#include "data/clip_reader.h"
#include "data/feature_cache.h"
#include "data/feature_statistics.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

// Decoded sounds up to this size are kept too: decoding and resampling take ten times as long as the
// features, and a search asks for many front ends.
constexpr double kSoundLimit = 2.0 * (1 << 30);
// The decoded sounds may be damaged while features are made of them.
constexpr int kTries = 3;

// Sounds are cached as features of one value a frame; no front end has so few mels.
audio::FrontEndParams soundsAt(int rate) {
  audio::FrontEndParams params;
  params.rate = rate;
  params.mels = 1;
  return params;
}

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

// What makes(clip, values) makes of every clip, handed to take(clip, values) as it is done, by the calling
// thread and a helper. What either throws ends the work and comes out here.
class Computation {
 public:
  using Make = std::function<void(int, std::vector<float>&)>;
  using Take = std::function<void(int, std::span<const float>)>;
  // maker: called once a thread.
  Computation(int clips, std::stop_token stop, std::function<Make()> maker, Take take)
      : total_(clips), stop_(std::move(stop)), maker_(std::move(maker)), take_(std::move(take)) {}

  void run(const std::function<void(int, int)>& progress) {
    {
      const std::jthread helper([this] { guarded([](int) {}); });
      guarded([&](int done) {
        if (progress) progress(done, total_);
      });
    }
    if (failure_) std::rethrow_exception(failure_);
    if (stop_.stop_requested()) throw base::Cancelled();
    if (progress) progress(total_, total_);
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
    const Make make = maker_();
    std::vector<float> values;
    for (int clip; !failed_ && !stop_.stop_requested() && (clip = next_++) < total_;) {
      make(clip, values);
      take_(clip, values);
      tell(++done_);
    }
  }

  const int total_;
  const std::stop_token stop_;
  const std::function<Make()> maker_;
  const Take take_;
  std::atomic<int> next_ = 0, done_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;  // guards failure_
  std::exception_ptr failure_;
};

double secondsOf(const Dataset& dataset) {
  double seconds = 0;
  for (const Clip& clip : dataset.clips) seconds += clip.seconds;
  return seconds;
}

// About what the features need in memory.
double estimatedBytes(const Dataset& dataset, const audio::FrontEndParams& frontEnd) {
  return secondsOf(dataset) * 1000 / frontEnd.hopMs * frontEnd.mels * sizeof(float);
}

// Makes features, from decoded sounds where there are some.
Computation::Make featureMaker(ClipReader& reader, const audio::FrontEndParams& frontEnd,
                               const FeatureSet* sounds) {
  auto logMel = std::make_shared<audio::LogMel>(frontEnd);
  return [&reader, frontEnd, sounds, logMel](int clip, std::vector<float>& values) {
    std::vector<float> read;
    if (!sounds) read = reader.read(clip, frontEnd.rate);
    const std::span<const float> samples = sounds ? sounds->clip(clip).values : read;
    values.resize(std::size_t(frontEnd.frames(long(samples.size()))) * std::size_t(frontEnd.mels));
    logMel->compute(samples, values);
  };
}

double memoryBytes() {
  return double(::sysconf(_SC_PHYS_PAGES)) * double(::sysconf(_SC_PAGESIZE));
}

// A failure of the cache alone, which memory can stand in for.
struct CacheFailed {
  base::Message what;
};

template <class Work>
auto orFail(const Work& work) {
  try {
    return work();
  } catch (const base::Error& error) {
    throw CacheFailed{error.message()};
  }
}

}  // namespace

struct FeatureStore::Impl {
  struct Slot {
    bool computing = false;
    std::shared_ptr<const FeatureSet> features;
  };

  // Of those who decode sounds, one at a time.
  class Turn {
   public:
    Turn(Impl& impl, const std::stop_token& stop) : impl_(impl) {
      std::unique_lock lock(impl.mutex);
      if (!impl.changed.wait(lock, stop, [&] { return !impl.decoding; })) throw base::Cancelled();
      impl.decoding = true;
    }
    ~Turn() {
      {
        const std::lock_guard lock(impl_.mutex);
        impl_.decoding = false;
      }
      impl_.changed.notify_all();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    Impl& impl_;
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
    if (auto features = openKept(path, frontEnd)) return features;
    std::shared_ptr<const FeatureSet> features;
    for (int i = 0; i < kTries && !features; ++i) {
      const auto decoded = soundsAtRate(frontEnd.rate, stop, progress);
      auto writer = orFail([&] { return std::make_unique<CacheWriter>(path, identity(), frontEnd, clips); });
      Computation(
          clips, stop, [&] { return featureMaker(reader, frontEnd, decoded.get()); },
          [&](int clip, std::span<const float> values) { orFail([&] { writer->add(clip, values); }); })
          .run(progress);
      if (decoded && !decoded->intact()) continue;
      features = orFail([&] { return writer->finish(!reader.anyLost()); });
    }
    if (!features) throw CacheFailed{base::Message("the cache file %1 could not be read back", path)};
    evictCaches(path.parent_path(), path, cacheLimit());
    return features;
  }

  // What an earlier time left; null where there is nothing good.
  std::shared_ptr<const FeatureSet> openKept(const fs::path& path, const audio::FrontEndParams& params) {
    auto features = openCache(path, identity(), params, static_cast<int>(dataset.clips.size()));
    std::error_code ignored;
    if (!features && fs::exists(path, ignored))
      notice(base::Message(
          "A file of features in the cache was damaged, or of another Kinglet: it is made anew"));
    return features;
  }

  // The decoded sounds, made by whoever comes first while others wait; null where they are too many or the
  // cache fails.
  std::shared_ptr<const FeatureSet> soundsAtRate(int rate, const std::stop_token& stop,
                                                 const std::function<void(int, int)>& progress) {
    if (secondsOf(dataset) * rate * sizeof(float) > kSoundLimit) return nullptr;
    const Turn turn(*this, stop);
    auto& known = sounds[rate];
    if (known && known->intact()) return known;
    const int clips = static_cast<int>(dataset.clips.size());
    const audio::FrontEndParams params = soundsAt(rate);
    try {
      const fs::path path = folderForCaches() / cacheName(identity(), params);
      if ((known = openKept(path, params))) return known;
      auto writer = orFail([&] { return std::make_unique<CacheWriter>(path, identity(), params, clips); });
      const Computation::Make make = [&](int clip, std::vector<float>& values) {
        values = reader.read(clip, rate);
      };
      Computation(
          clips, stop, [&] { return make; },
          [&](int clip, std::span<const float> values) { orFail([&] { writer->add(clip, values); }); })
          .run(progress);
      return known = orFail([&] { return writer->finish(!reader.anyLost()); });
    } catch (const CacheFailed&) {
      return nullptr;
    }
  }

  std::shared_ptr<const FeatureSet> inMemory(const audio::FrontEndParams& frontEnd, const base::Message& why,
                                             const std::stop_token& stop,
                                             const std::function<void(int, int)>& progress) {
    const double bytes = estimatedBytes(dataset, frontEnd);
    {
      const std::lock_guard lock(mutex);
      inMemoryBytes += bytes;
      if (inMemoryBytes > memoryBytes() / 4)
        throw base::Error(
            "the features need %1 MB, and there is no room for them: %2; free some space, or set "
            "XDG_CACHE_HOME to a folder on another disk",
            long(bytes / (1 << 20)) + 1, why);
    }
    auto features = std::make_shared<FeaturesInMemory>(frontEnd, dataset.clips.size());
    Computation(
        int(dataset.clips.size()), stop, [&] { return featureMaker(reader, frontEnd, nullptr); },
        [&](int clip, std::span<const float> values) { features->set(clip, values); })
        .run(progress);
    notice(base::Message("Features are kept in memory and computed again next time: %1", why));
    return features;
  }

  fs::path folderForCaches() {
    return orFail([&] {
      const fs::path folder = cacheFolder.empty() ? base::cacheFolder() : cacheFolder;
      std::error_code error;
      fs::create_directories(folder, error);
      if (error) throw base::Error("cannot make the folder %1: %2", folder, error.message());
      return folder;
    });
  }

  std::uint64_t identity() {
    std::call_once(identityOnce, [&] { knownIdentity = identityOf(dataset); });
    return knownIdentity;
  }

  void notice(const base::Message& text) {
    const std::lock_guard lock(mutex);
    if (told.size() < kMostNotices && std::find(told.begin(), told.end(), text) == told.end())
      told.push_back(text);
  }

  void tellOfEmptyClips(const FeatureSet& features) {
    const auto troubles = reader.troubles();
    const auto nameOf = [&](int clip) { return dataset.clips[std::size_t(clip)].name; };
    if (!troubles.empty()) {
      const auto& [clip, first] = *troubles.begin();
      notice(troubles.size() == 1
                 ? base::Message("1 clip cannot be read and is left out: %1: %2", nameOf(clip), first.why)
                 : base::Message("%1 clips cannot be read and are left out, the first %2: %3",
                                 troubles.size(), nameOf(clip), first.why));
    }
    int empty = 0, first = 0;
    for (int clip = 0; clip < int(dataset.clips.size()); ++clip)
      if (features.clip(clip).frames == 0 && !troubles.contains(clip) && empty++ == 0) first = clip;
    if (empty == 1)
      notice(
          base::Message("1 clip gives no features and is left out (%1): damaged, or shorter than one window",
                        nameOf(first)));
    if (empty > 1)
      notice(
          base::Message("%1 clips give no features and are left out (the first is %2): damaged, or shorter "
                        "than one window",
                        empty, nameOf(first)));
  }

  const Dataset dataset;
  const fs::path cacheFolder;
  ClipReader reader{dataset};
  std::once_flag identityOnce;
  std::uint64_t knownIdentity = 0;

  std::map<int, std::shared_ptr<const FeatureSet>> sounds;  // a rate; of whose Turn it is

  mutable std::mutex mutex;  // guards what follows
  std::condition_variable_any changed;
  std::map<std::string, Slot> slots;
  bool decoding = false;
  std::vector<base::Message> told;
  double inMemoryBytes = 0;
};

std::vector<int> withFeatures(const FeatureSet& features, std::span<const int> clips) {
  std::vector<int> some;
  for (const int clip : clips)
    if (features.clip(clip).frames > 0) some.push_back(clip);
  return some;
}

FeatureStore::FeatureStore(Dataset dataset, fs::path cacheFolder)
    : impl_(std::make_unique<Impl>(std::move(dataset), std::move(cacheFolder))) {}
FeatureStore::~FeatureStore() = default;

const Dataset& FeatureStore::dataset() const {
  return impl_->dataset;
}

std::vector<base::Message> FeatureStore::notices() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->told;
}

std::shared_ptr<const FeatureSet> FeatureStore::features(const audio::FrontEndParams& frontEnd,
                                                         std::stop_token stop,
                                                         std::function<void(int, int)> progress) {
  audio::LogMel{frontEnd};  // names a parameter that is out of range before anything is read
  std::unique_lock lock(impl_->mutex);
  Impl::Slot& slot = impl_->slots[frontEnd.key()];
  if (!impl_->changed.wait(lock, stop, [&] { return !slot.computing; })) throw base::Cancelled();
  if (slot.features && slot.features->intact()) return slot.features;
  const bool again = slot.features != nullptr;
  slot.features = nullptr;
  slot.computing = true;
  lock.unlock();
  if (again)
    impl_->notice(base::Message("A file of features was damaged while it was in use: it is made anew"));
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
