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

// Least squares over the trials that ran to the end: final error on the level (mean of the last three errors)
// at this epoch, shrunk towards a prior that holds until there are such trials: the level falls by half of
// what the share of epochs still to come allows, give or take as much. Needs at least one error.
Prediction predictFinal(const StoppingView& view);

}  // namespace kinglet::train
