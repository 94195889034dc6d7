// AdamW with a one-cycle learning rate, over plain float arrays: one fused pass an array.
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
  explicit AdamW(std::vector<std::size_t> sizes);  // of the arrays

  void beginStep();  // once a step, before update()
  void update(std::size_t array, std::span<float> values, std::span<const float> gradient, double rate,
              double decay);

 private:
  struct Moments {
    std::vector<float> first, second;
  };
  std::vector<Moments> moments_;
  long step_ = 0;
};

}  // namespace kinglet::train
