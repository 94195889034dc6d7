// What a learning curve will come to, with uncertainty, learnt from the curves of other trials.
#pragma once

#include "train/stopping.h"

namespace kinglet::train {

// The error of the last epoch: a normal distribution.
struct Prediction {
  double mean = 0, deviation = 0;
  int curves = 0;  // that it was learnt from
  double quantile(double probability) const;
};

// Ridge regression (Hoerl and Kennard 1970) over the trials that ran to the end: final error on two averages
// of the errors up to this epoch, one that looks back shortly and one that looks back far; the deviation is
// what each of those trials was off, had it been left out. Until there are enough of them a prior holds: the
// level falls by half of what the share of epochs still to come allows, give or take as much. Needs at least
// one error.
Prediction predictFinal(const StoppingView& view);

}  // namespace kinglet::train
