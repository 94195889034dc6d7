// What an epoch of training yields.
#pragma once

#include "train/metrics.h"

namespace kinglet::train {

struct EpochReport {
  int epoch = 0;  // from 1
  double trainLoss = 0;
  Metrics validation;  // the scores of a clip's windows are averaged
  double seconds = 0;  // of this epoch, training and validation
};

enum class Verdict { goOn, stop };

}  // namespace kinglet::train
