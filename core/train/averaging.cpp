#include "train/averaging.h"

#include <algorithm>

#include "train/engine/kernels.h"

namespace kinglet::train {

WeightAverage::WeightAverage(const engine::Parameters& trained, double decay)
    : trained_(trained), decay_(decay) {
  if (decay > 0) average_ = trained;
}

void WeightAverage::restore(std::span<const float> values, long step) {
  std::copy(values.begin(), values.end(), average_->values().begin());
  step_ = step;
}

void WeightAverage::follow() {
  if (!average_) return;
  ++step_;
  const double keep =
      std::min(decay_, (1.0 + static_cast<double>(step_)) / (10.0 + static_cast<double>(step_)));
  const auto from = trained_.values();
  engine::kernels().blend(from.data(), static_cast<float>(keep), static_cast<long>(from.size()),
                          average_->values().data());
}

}  // namespace kinglet::train
