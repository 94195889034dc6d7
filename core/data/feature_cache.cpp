#include "data/feature_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "data/builtin_sounds.h"
#include "data/clip_reader.h"
#include "data/feature_statistics.h"
#include "data/fingerprint/content.h"
#include "data/guarded_map.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

constexpr char kMagic[8] = {'K', 'G', 'L', 'F', 'E', 'A', 'T', '2'};
constexpr const char* kSuffix = ".features";
constexpr const char* kUnfinished = ".building-";
constexpr std::int64_t kDay = 24 * 60 * 60;  // seconds

struct CacheHeader {
  char magic[8];
  std::uint64_t identity, frontEnd, clips, floats, indexChecksum;
};

fs::path unfinishedName(const fs::path& path) {
  static std::atomic<int> count = 0;  // several stores of one process may make the same cache
  return path.string() + kUnfinished + std::to_string(::getpid()) + "-" + std::to_string(count++);
}

CacheHeader headerOf(std::uint64_t identity, const audio::FrontEndParams& frontEnd, std::uint64_t floats,
                     std::span<const IndexEntry> index) {
  CacheHeader header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.identity = identity;
  header.frontEnd = base::hashText(frontEnd.key());
  header.clips = index.size();
  header.floats = floats;
  header.indexChecksum = base::hashBytes(std::as_bytes(index));
  return header;
}

class MappedFeatures final : public FeatureSet {
 public:
  MappedFeatures(std::unique_ptr<GuardedMap> file, std::vector<IndexEntry> index,
                 const audio::FrontEndParams& frontEnd)
      : file_(std::move(file)),
        values_(reinterpret_cast<const float*>(file_->bytes().data() + sizeof(CacheHeader))),
        index_(std::move(index)),
        frontEnd_(frontEnd) {}

  const audio::FrontEndParams& frontEnd() const override { return frontEnd_; }

  FeatureView clip(int clip) const override {
    const IndexEntry& entry = index_.at(static_cast<std::size_t>(clip));
    const auto mels = static_cast<std::size_t>(frontEnd_.mels);
    return {{values_ + entry.first, entry.frames * mels}, static_cast<int>(entry.frames), frontEnd_.mels};
  }

  void statistics(std::span<const int> clips, std::span<float> mean,
                  std::span<float> deviation) const override {
    statistics_.get(*this, clips, mean, deviation);
  }

  bool intact() const override { return file_->intact(); }

 private:
  const std::unique_ptr<GuardedMap> file_;
  const float* values_;
  const std::vector<IndexEntry> index_;
  const audio::FrontEndParams frontEnd_;
  RememberedStatistics statistics_;
};

// Reads a file front to back through one small buffer.
class PlainFile {
 public:
  explicit PlainFile(const fs::path& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~PlainFile() {
    if (file_ >= 0) ::close(file_);
  }
  PlainFile(const PlainFile&) = delete;
  PlainFile& operator=(const PlainFile&) = delete;

  bool read(void* to, std::size_t size, std::uint64_t at) {
    auto* bytes = static_cast<char*>(to);
    while (size > 0) {
      const ssize_t got = ::pread(file_, bytes, size, static_cast<off_t>(at));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return false;
      bytes += got, at += static_cast<std::uint64_t>(got), size -= static_cast<std::size_t>(got);
    }
    return true;
  }

  std::uint64_t size() const {
    struct stat status {};
    return ::fstat(file_, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
  }

  int descriptor() const { return file_; }

 private:
  int file_;
};

// The index of a sound cache; empty otherwise.
std::vector<IndexEntry> checkedIndex(PlainFile& file, std::uint64_t identity,
                                     const audio::FrontEndParams& frontEnd, std::size_t clips) {
  CacheHeader header;
  if (!file.read(&header, sizeof header, 0) || header.clips != clips) return {};
  const std::uint64_t valueBytes = header.floats * sizeof(float);
  if (header.floats > file.size() || file.size() != sizeof header + valueBytes + clips * sizeof(IndexEntry))
    return {};
  std::vector<IndexEntry> index(clips);
  if (!file.read(index.data(), clips * sizeof(IndexEntry), sizeof header + valueBytes)) return {};
  const CacheHeader expected = headerOf(identity, frontEnd, header.floats, index);
  if (std::memcmp(&header, &expected, sizeof header) != 0) return {};

  std::vector<std::size_t> inFileOrder(clips);
  std::iota(inFileOrder.begin(), inFileOrder.end(), std::size_t{0});
  std::sort(inFileOrder.begin(), inFileOrder.end(),
            [&](auto a, auto b) { return index[a].first < index[b].first; });
  std::vector<float> values;
  for (const std::size_t clip : inFileOrder) {
    const IndexEntry& entry = index[clip];
    const std::uint64_t floats = std::uint64_t{entry.frames} * static_cast<std::uint64_t>(frontEnd.mels);
    if (entry.first > header.floats || floats > header.floats - entry.first) return {};
    values.resize(floats);
    if (!file.read(values.data(), floats * sizeof(float), sizeof header + entry.first * sizeof(float)))
      return {};
    if (base::hashBytes(std::as_bytes(std::span(values)), clip) != entry.checksum) return {};
  }
  return index;
}

}  // namespace

std::uint64_t identityOf(const Dataset& dataset) {
  std::uint64_t identity = base::hashText(dataset.layout, dataset.builtinSeed ^ kBuiltinVersion);
  const fs::path* last = nullptr;
  for (const Clip& clip : dataset.clips) {
    if (!clip.path.empty() && (!last || *last != clip.path)) {
      const std::uint64_t file[1] = {clip.stamp != 0 ? clip.stamp : stampOf(clip.path)};
      identity =
          base::hashBytes(std::as_bytes(std::span(file)), base::hashText(clip.path.native(), identity));
      last = &clip.path;
    }
    const double part[2] = {clip.startS, clip.endS};
    identity = base::hashBytes(std::as_bytes(std::span(part)), identity);
  }
  return identity;
}

std::string cacheName(std::uint64_t identity, const audio::FrontEndParams& frontEnd) {
  return base::hex64(identity) + "-" + frontEnd.key() + kSuffix;
}

CacheWriter::CacheWriter(fs::path path, std::uint64_t identity, const audio::FrontEndParams& frontEnd,
                         int clips)
    : path_(std::move(path)),
      beside_(unfinishedName(path_)),
      identity_(identity),
      frontEnd_(frontEnd),
      index_(static_cast<std::size_t>(clips)) {
  file_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file_ < 0) throw base::Error("cannot write to %1: %2", path_.parent_path(), std::strerror(errno));
  const CacheHeader unfinished{};  // its zeros mark the file as not whole until finish()
  try {
    write(&unfinished, sizeof unfinished);
  } catch (...) {
    ::close(file_);
    ::unlink(beside_.c_str());
    throw;
  }
}

CacheWriter::~CacheWriter() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(beside_.c_str());
}

void CacheWriter::write(const void* bytes, std::size_t size) {
  const auto* next = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = ::write(file_, next, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw base::Error("cannot write to %1: %2", path_.parent_path(), std::strerror(errno));
    next += written, size -= static_cast<std::size_t>(written);
  }
}

void CacheWriter::add(int clip, std::span<const float> values) {
  const auto i = static_cast<std::size_t>(clip);
  const std::uint64_t checksum = base::hashBytes(std::as_bytes(values), i);
  const std::lock_guard lock(mutex_);
  index_[i] = {floats_, checksum,
               static_cast<std::uint32_t>(values.size() / static_cast<std::size_t>(frontEnd_.mels)), 0};
  write(values.data(), values.size_bytes());
  floats_ += values.size();
}

std::shared_ptr<const FeatureSet> CacheWriter::finish(bool kept) {
  const std::lock_guard lock(mutex_);
  write(index_.data(), index_.size() * sizeof(IndexEntry));
  const CacheHeader header = headerOf(identity_, frontEnd_, floats_, index_);
  const bool written = ::pwrite(file_, &header, sizeof header, 0) == ssize_t(sizeof header);
  const bool closed = ::close(std::exchange(file_, -1)) == 0;
  // No sync: a power cut may damage the file, and the checksums tell.
  if (!written || !closed || (kept && ::rename(beside_.c_str(), path_.c_str()) != 0)) {
    const int error = errno;
    ::unlink(beside_.c_str());
    throw base::Error("cannot write %1: %2", path_, std::strerror(error));
  }
  auto features = openCache(kept ? path_ : beside_, identity_, frontEnd_, static_cast<int>(index_.size()));
  if (!kept) ::unlink(beside_.c_str());
  return features;
}

std::shared_ptr<const FeatureSet> openCache(const fs::path& path, std::uint64_t identity,
                                            const audio::FrontEndParams& frontEnd, int clips) {
  // Opened once: another store may put its own file under this name meanwhile, with the clips in another
  // order, and the index of one with the values of the other would be wrong without a sign. Mapped before it
  // is checked, so that a change while it is checked is seen.
  PlainFile file(path);
  if (file.descriptor() < 0) return nullptr;
  try {
    auto map = std::make_unique<GuardedMap>(file.descriptor(), path);
    auto index = checkedIndex(file, identity, frontEnd, static_cast<std::size_t>(clips));
    if (index.empty() || !map->intact()) return nullptr;
    const timespec used[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};  // see evictCaches
    ::futimens(file.descriptor(), used);
    return std::make_shared<MappedFeatures>(std::move(map), std::move(index), frontEnd);
  } catch (const base::Error&) {
    return nullptr;  // no room in the address space
  }
}

bool isCacheFile(const fs::path& path) {
  return path.filename().string().ends_with(kSuffix);
}

void evictCaches(const fs::path& folder, const fs::path& keep, std::uintmax_t limitBytes) {
  struct Found {
    std::int64_t used;  // seconds: the time of access, which openCache sets
    fs::path path;
    std::uintmax_t bytes;
  };
  std::vector<Found> caches;
  std::uintmax_t total = 0;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    struct stat status {};
    if (::stat(it->path().c_str(), &status) != 0) continue;
    const std::int64_t used = status.st_atim.tv_sec;
    const auto bytes = static_cast<std::uintmax_t>(status.st_size);
    std::error_code gone;
    const std::string name = it->path().filename().string();
    if (name.find(std::string(kSuffix) + kUnfinished) != std::string::npos) {
      if (std::time(nullptr) - status.st_mtim.tv_sec > kDay) fs::remove(it->path(), gone);
    } else if (isCacheFile(it->path())) {
      total += bytes;
      if (it->path().filename() != keep.filename()) caches.push_back({used, it->path(), bytes});
    }
  }
  std::sort(caches.begin(), caches.end(), [](const Found& a, const Found& b) { return a.used < b.used; });
  for (const Found& cache : caches) {
    if (total <= limitBytes) return;
    // A process that has it mapped keeps its pages; only the name goes.
    if (fs::remove(cache.path, error)) total -= cache.bytes;
  }
}

}  // namespace kinglet::data
