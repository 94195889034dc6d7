// A clip as training shows it: one draw of what the recipe varies, made by training's own code.
#pragma once

#include <cstdint>
#include <vector>

#include "train/trainer.h"

namespace kinglet::train {

struct AsTrained {
  int first = 0, frames = 0;   // the window within the clip; it may stand out on either side
  std::vector<float> values;   // frames x mels, natural-log units, as the front end's
  std::vector<float> targets;  // a class: what the network is told that this is
};

// task: features, data set, network, recipe; task.train are the clips that batches are drawn from. The clip is
// the first of a batch of others drawn at random, with which it may be mixed. The same seed gives the same
// draw. Throws base::Error where the clip, or every other one, gave no features.
AsTrained asTrained(const TrainTask& task, int clip, std::uint64_t seed);

}  // namespace kinglet::train
