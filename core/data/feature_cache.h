// The cache file of one data set's features by one front end, and the folder of such files.
//
//   header   CacheHeader, native byte order (a cache never travels)
//   values   float, clip after clip in the order they were done: frames x mels each
//   index    IndexEntry a clip
//
// What is written comes from complete reads only; what is opened is checked whole, and watched while it is
// mapped: see GuardedMap.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "data/feature_store.h"

namespace kinglet::data {

struct IndexEntry {
  std::uint64_t first = 0;     // where the clip's values begin, in floats
  std::uint64_t checksum = 0;  // of its values
  std::uint32_t frames = 0;    // 0 where the clip could not be read or is shorter than one window
  std::uint32_t reserved = 0;
};

// Names what the features were computed from: clips, files with their sizes and times, or the built-in
// sounds' seed.
std::uint64_t identityOf(const Dataset& dataset);

// The cache file's name for this identity and front end.
std::string cacheName(std::uint64_t identity, const audio::FrontEndParams& frontEnd);

// Writes beside the final place and renames in finish(), so that a reader meets whole files only. Any thread
// may add.
class CacheWriter {
 public:
  // Throws base::Error, also from add and finish, when the disk is full or may not be written; the unfinished
  // file goes.
  CacheWriter(std::filesystem::path path, std::uint64_t identity, const audio::FrontEndParams& frontEnd,
              int clips);
  ~CacheWriter();
  CacheWriter(const CacheWriter&) = delete;
  CacheWriter& operator=(const CacheWriter&) = delete;

  void add(int clip, std::span<const float> values);
  // Its features. kept: the file stays for the next time; otherwise it has no name any more, and goes with
  // them. Null when the file could not be read back.
  std::shared_ptr<const FeatureSet> finish(bool kept = true);

 private:
  void write(const void* bytes, std::size_t size);

  const std::filesystem::path path_, beside_;
  const std::uint64_t identity_;
  const audio::FrontEndParams frontEnd_;
  std::mutex mutex_;  // guards what follows
  int file_ = -1;
  std::uint64_t floats_ = 0;
  std::vector<IndexEntry> index_;
};

// The features in a cache file, checked whole against their checksums by reading, not by mapping, so that
// checking does not fill memory. Null where the file is missing, damaged or of something else.
std::shared_ptr<const FeatureSet> openCache(const std::filesystem::path& path, std::uint64_t identity,
                                            const audio::FrontEndParams& frontEnd, int clips);

// By its name; false for those that are being written.
bool isCacheFile(const std::filesystem::path& path);

// Removes the caches that were used longest ago until the folder holds at most limitBytes, and what processes
// that died left unfinished. Never removes keep.
void evictCaches(const std::filesystem::path& folder, const std::filesystem::path& keep,
                 std::uintmax_t limitBytes);

}  // namespace kinglet::data
