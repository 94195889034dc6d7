// From where a training goes on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "train/weights.h"

namespace kinglet::train {

// A training as it stood after an epoch. The same task goes on from it to the same bits as without a break.
// What is drawn at random hangs on seed, epoch and step alone, so that no state of a generator is needed.
struct Checkpoint {
  std::uint64_t key = 0;  // of the network, the recipe, the seed and the clips
  int epoch = 0;          // the last that was trained whole
  // A part each (see TrainTask::further): weights and statistics, both moments of the optimiser, and the
  // average of the weights where there is one.
  Weights state;
};
std::string packCheckpoint(const Checkpoint& checkpoint);  // checksummed
Checkpoint unpackCheckpoint(std::string_view bytes);       // throws base::Error when damaged

}  // namespace kinglet::train
