// What training shows a network: windows of clips, varied as the recipe says, and what they should be taken for.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "base/random.h"
#include "train/trainer.h"
#include "train/windows.h"

namespace kinglet::train {

// Not thread-safe; one a training. What it was made with must outlive it.
class BatchMaker {
 public:
  // task: its lists of clips and its seed are not looked at. clips: those that are trained on, from which what
  // sounds in the background is drawn.
  BatchMaker(const TrainTask& task, std::span<const int> clips, const Normalisation& normalisation);

  // A window of each clip (one may come again). inputs: clips x frames x mels, normalised; targets: clips x
  // classes; both may be longer. The same random numbers give the same bits. Gives the first frame of each
  // window within its clip.
  std::vector<int> fill(std::span<const int> clips, base::Random& random, std::span<float> inputs,
                        std::span<float> targets);

 private:
  int windowOf(int clip, const data::FeatureView& features, base::Random& random);
  int fillWindow(int clip, std::span<float> window, base::Random& random);
  void listen(int clip, int first, std::span<float> targets) const;

  const TrainTask& task_;
  const std::span<const int> clips_;
  const Normalisation& normalisation_;
  std::vector<float> behind_;
  std::unordered_map<int, float> loudest_;  // frame of a clip
};

}  // namespace kinglet::train
