// What tells one data set from another: its clips, their lengths, labels, folds and what is in their files. A
// study keeps the fingerprint of the sounds that it was made with; changes.h compares.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/dataset.h"

namespace kinglet::data {

struct KnownClip {
  // Its file below the data set's folder, and which part of it; the same wherever the folder lies and however
  // a table writes the path. Bytes as the file system has them.
  std::string key;
  std::string source;       // as Clip::source
  std::vector<int> labels;  // indices into Fingerprint::classes
  int fold = 0;             // Fingerprint::addedFold(): it came later, is trained on and never held out
  float seconds = 0;
  std::uint64_t content = 0;  // see content.h; 0: its file could not be read
  std::uint64_t stamp = 0;    // see content.h; 0: it has no file
  bool foldGiven = false;     // as Clip::foldGiven
  bool gone = false;          // it was not there when the study last went on
  bool operator==(const KnownClip&) const = default;
};

struct Fingerprint {
  std::string layout;
  std::uint64_t builtinSeed = 0;
  bool multiLabel = false;
  std::vector<std::string> classes, foldNames;
  std::vector<KnownClip> clips;  // by key, each once
  // What clips held that were trained on and hold something else now; sorted.
  std::vector<std::uint64_t> heard;

  int addedFold() const { return static_cast<int>(foldNames.size()); }
  const KnownClip* find(std::string_view key) const;
  // About 30 bytes a clip and what is different in its name.
  std::string pack() const;
  static Fingerprint unpack(std::string_view bytes);  // throws base::Error where they are damaged
  std::uint64_t id() const { return idOf(pack()); }
  static std::uint64_t idOf(std::string_view packed);  // never 0
  bool operator==(const Fingerprint&) const = default;
};

// KnownClip::key of each clip; each once.
std::vector<std::string> keysOf(const Dataset& dataset);

// A data set as it is now.
struct Present {
  Fingerprint print;
  std::vector<int> clips;  // of each of print.clips: its index in Dataset::clips
};

// Reads up to 64 kB of every file, by two threads; of none whose stamp is the one that `known` has for its
// key.
Present presentOf(const Dataset& dataset, const Fingerprint* known = nullptr);

}  // namespace kinglet::data
