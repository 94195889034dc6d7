// Reads clips for their features and believes what it read only when it is whole: a clip that vanished,
// shrank, changed or cannot be read is an error of that clip, told and counted, and never silence.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "base/error.h"
#include "data/dataset.h"

namespace kinglet::data {

// So many sounds can no longer be read that their folder must have gone. Nothing of such a reading is kept.
class SoundsGone : public base::Error {
 public:
  using base::Error::Error;
};

// Any thread may call.
class ClipReader {
 public:
  explicit ClipReader(const Dataset& dataset) : dataset_(dataset) {}  // which must outlive it

  // A clip's samples at a rate; none where it is in trouble. Throws SoundsGone.
  std::vector<float> read(int clip, int rate);

  // Damaged: its file is as it was when the data set was opened, but is no sound all through; it will be so
  // the next time, too. Lost: it changed or could not be read; what is computed without it is not to be kept.
  struct Trouble {
    base::Message why;
    bool lost = false;
  };
  std::map<int, Trouble> troubles() const;  // by clip
  bool anyLost() const;

 private:
  std::vector<float> readWhole(const Clip& wanted, int clip, int rate, Trouble& trouble) const;
  void note(int clip, Trouble trouble);

  const Dataset& dataset_;
  mutable std::mutex mutex_;  // guards what follows
  std::map<int, Trouble> troubles_;
  std::size_t lost_ = 0;
};

}  // namespace kinglet::data
