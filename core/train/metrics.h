// train/: from a NetworkSpec to a trained network: the engine, the trainer, metrics, early-stopping
// rules. Calls data/ (and audio/ through it), network/, base/; study/ and deploy/ call it. <torch/torch.h> is
// included by .cpp files only. A newcomer reads trainer.h first.
#pragma once

#include <span>
#include <vector>

namespace kinglet::train {

struct Metrics {
  int clips = 0;
  double loss = 0;
  double accuracy = 0;  // 0 .. 1; several labels: share of clips whose highest score is one of its labels
  double balancedAccuracy = 0;              // mean recall over the classes that occur
  double map = 0;                           // macro mean of average precision over the classes that occur
  double auc = 0;                           // macro mean
  double dPrime = 0;                        // sqrt(2) * inverse normal of auc
  std::vector<double> recall;               // a class; NaN where the class does not occur
  std::vector<std::vector<int>> confusion;  // [true][predicted], single label only
};

// scores: clips x classes, row-major (any monotone score). labels: per clip, one or several class indices.
// Equal scores share their rank, so the order of clips does not count. Average precision is that of the
// precision-recall curve without interpolation; a class whose clips are all positive has no AUC and is left
// out of it. Leaves `loss` at 0. Multi-label recall of a class counts a clip as found when the class has the
// clip's highest score.
Metrics computeMetrics(std::span<const float> scores, std::span<const std::vector<int>> labels, int classes);

// sqrt(2) times the inverse normal of an AUC, which is held within 1e-9 of 0 and 1 (Green and Swets 1966).
double dPrimeOf(double auc);

}  // namespace kinglet::train
