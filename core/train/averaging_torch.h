// The network that is judged: the trained one, or an exponential moving average of it. Private to train/.
#pragma once

#include <memory>

#include "train/network_torch.h"

namespace kinglet::train {

// Weights and batch-norm statistics are averaged with decay min(decay, (1 + step) / (10 + step)), so that the
// random start is soon forgotten (as TensorFlow's ExponentialMovingAverage). decay 0: no average, network()
// is the trained one.
class WeightAverage {
 public:
  WeightAverage(TorchNetwork& trained, double decay);
  void follow();  // after each step
  TorchNetwork& network() { return average_ ? *average_ : trained_; }

 private:
  TorchNetwork& trained_;
  double decay_;
  std::unique_ptr<TorchNetwork> average_;
  long step_ = 0;
};

}  // namespace kinglet::train
