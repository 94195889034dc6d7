#include "train/optimiser.h"

#include <cmath>

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

AdamW::AdamW(std::vector<std::size_t> sizes) {
  for (const std::size_t size : sizes)
    moments_.push_back({std::vector<float>(size), std::vector<float>(size)});
}

void AdamW::beginStep() {
  ++step_;
}

void AdamW::update(std::size_t array, std::span<float> values, std::span<const float> gradient, double rate,
                   double decay) {
  constexpr float kBeta1 = 0.9f, kBeta2 = 0.999f, kEpsilon = 1e-8f;
  const double steps = static_cast<double>(step_);
  const auto correction = static_cast<float>(1 / std::sqrt(1 - std::pow(kBeta2, steps)));
  const auto stepSize = static_cast<float>(rate / (1 - std::pow(kBeta1, steps)));
  const auto keep = static_cast<float>(1 - rate * decay);
  float* __restrict w = values.data();
  const float* __restrict g = gradient.data();
  float* __restrict m = moments_[array].first.data();
  float* __restrict v = moments_[array].second.data();
  for (std::size_t i = 0; i < values.size(); ++i) {
    m[i] = kBeta1 * m[i] + (1 - kBeta1) * g[i];
    v[i] = kBeta2 * v[i] + (1 - kBeta2) * g[i] * g[i];
    w[i] = keep * w[i] - stepSize * m[i] / (std::sqrt(v[i]) * correction + kEpsilon);
  }
}

}  // namespace kinglet::train
