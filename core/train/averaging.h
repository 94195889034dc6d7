// The weights that are judged: the trained ones, or an exponential moving average of them.
#pragma once

#include <optional>

#include "train/engine/parameters.h"

namespace kinglet::train {

// Weights and batch-norm statistics are averaged with decay min(decay, (1 + step) / (10 + step)), so that the
// random start is soon forgotten (as TensorFlow's ExponentialMovingAverage). decay 0: no average,
// parameters() are the trained ones.
class WeightAverage {
 public:
  WeightAverage(const engine::Parameters& trained, double decay);
  void follow();  // after each step
  const engine::Parameters& parameters() const { return average_ ? *average_ : trained_; }
  bool isOn() const { return average_.has_value(); }
  void restore(std::span<const float> values, long step);  // only where it is on

 private:
  const engine::Parameters& trained_;
  double decay_;
  std::optional<engine::Parameters> average_;
  long step_ = 0;
};

}  // namespace kinglet::train
