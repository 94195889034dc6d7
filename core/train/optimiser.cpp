#include "train/optimiser.h"

#include <cmath>

#include "train/engine/kernels.h"

namespace kinglet::train {

double oneCycle(long step, long steps, double warmUp) {
  constexpr double kStart = 1.0 / 25, kEnd = 1e-4;
  const double position = steps > 1 ? static_cast<double>(step) / static_cast<double>(steps - 1) : 0;
  const auto cosine = [](double from, double to, double share) {
    return to + (from - to) * (1 + std::cos(M_PI * share)) / 2;
  };
  if (position < warmUp) return cosine(kStart, 1, position / warmUp);
  return warmUp < 1 ? cosine(1, kEnd, (position - warmUp) / (1 - warmUp)) : 1;
}

AdamW::AdamW(std::size_t values, std::size_t decaying)
    : first_(values), second_(values), decaying_(decaying) {}

void AdamW::step(std::span<float> values, std::span<const float> slopes, double rate, double decay) {
  const double steps = static_cast<double>(++step_);
  engine::AdamStep step;
  step.correction = static_cast<float>(1 / std::sqrt(1 - std::pow(0.999, steps)));
  step.rate = static_cast<float>(rate / (1 - std::pow(0.9, steps)));
  const auto update = [&](std::size_t from, std::size_t to, double keep) {
    step.keep = static_cast<float>(keep);
    engine::kernels().adam(values.data() + from, slopes.data() + from, first_.data() + from,
                           second_.data() + from, static_cast<long>(to - from), step);
  };
  update(0, decaying_, 1 - rate * decay);
  update(decaying_, first_.size(), 1);
}

}  // namespace kinglet::train
