// AdamW with a one-cycle learning rate, over all of a network's weights in one fused pass.
#pragma once

#include <span>
#include <vector>

namespace kinglet::train {

// Share of the peak learning rate at a step of `steps`: cosine from 1/25 up to 1 over the first warmUp of the
// steps, then cosine down to 1e-4 (Smith and Topin 2018, with the cosine annealing that is common since).
double oneCycle(long step, long steps, double warmUp);

// AdamW (Loshchilov and Hutter 2019): beta 0.9 and 0.999, epsilon 1e-8, decoupled decay scaled by the rate.
class AdamW {
 public:
  // So many values; the first `decaying` of them are held small.
  AdamW(std::size_t values, std::size_t decaying);
  void step(std::span<float> values, std::span<const float> slopes, double rate, double decay);

  // Its state, for checkpoints.
  std::span<const float> first() const { return first_; }
  std::span<const float> second() const { return second_; }
  void restore(std::span<const float> first, std::span<const float> second, long step) {
    first_.assign(first.begin(), first.end());
    second_.assign(second.begin(), second.end());
    step_ = step;
  }

 private:
  std::vector<float> first_, second_;  // moments
  std::size_t decaying_;
  long step_ = 0;
};

}  // namespace kinglet::train
