// Depthwise convolutions along flattened rows: width and channels together, so that few channels fill a
// vector.
#pragma once

#include "train/engine/kernels.h"
#include "train/engine/vectors.h"

namespace kinglet::train::engine::KINGLET_UNIT {

static void depthwise(const float* in, long inStep, const Tap* taps, int count, long period, const Rows& rows,
                      float* out) {
  for (long row = 0; row < rows.count; ++row) {
    const float* from = in + row * inStep;
    float* to = out + row * rows.step;
    for (long phase = 0; phase < period && phase < rows.length; phase += kLanes) {
      long i = phase;
      // Four periods at once: a tap's weights are loaded once for them.
      for (; i + 3 * period + kLanes <= rows.length; i += 4 * period) {
        Vector sum[4] = {zero(), zero(), zero(), zero()};
        for (int t = 0; t < count; ++t) {
          const Vector weight = load(taps[t].weights + phase);
          const float* x = from + taps[t].offset + i;
#pragma GCC unroll 4
          for (int u = 0; u < 4; ++u) sum[u] = multiplyAdd(load(x + u * period), weight, sum[u]);
        }
#pragma GCC unroll 4
        for (int u = 0; u < 4; ++u) store(to + i + u * period, sum[u]);
      }
      for (; i < rows.length; i += period) {
        const Mask mask = maskOf(rows.length - i);
        Vector sum = zero();
        for (int t = 0; t < count; ++t)
          sum = multiplyAdd(load(from + taps[t].offset + i, mask), load(taps[t].weights + phase), sum);
        store(to + i, sum, mask);
      }
    }
  }
}

// T taps' sums stay in registers.
template <int T>
KINGLET_INLINE void weightSums(const float* in, long inStep, const Tap* taps, long period, const Rows& rows,
                               const float* dz, float* sums) {
  for (long phase = 0; phase < period; phase += kLanes) {
    Vector sum[2][T];
#pragma GCC unroll 16
    for (int t = 0; t < T; ++t) sum[0][t] = sum[1][t] = zero();
    for (long row = 0; row < rows.count; ++row) {
      const float* from = in + row * inStep;
      const float* slopes = dz + row * rows.step;
      long i = phase;
      for (; i + period + kLanes <= rows.length; i += 2 * period) {
#pragma GCC unroll 2
        for (int u = 0; u < 2; ++u) {
          const Vector g = load(slopes + i + u * period);
#pragma GCC unroll 16
          for (int t = 0; t < T; ++t)
            sum[u][t] = multiplyAdd(load(from + taps[t].offset + i + u * period), g, sum[u][t]);
        }
      }
      for (; i < rows.length; i += period) {
        const Mask mask = maskOf(rows.length - i);
        const Vector g = load(slopes + i, mask);
#pragma GCC unroll 16
        for (int t = 0; t < T; ++t)
          sum[0][t] = multiplyAdd(load(from + taps[t].offset + i, mask), g, sum[0][t]);
      }
    }
#pragma GCC unroll 16
    for (int t = 0; t < T; ++t) store(sums + t * period + phase, sum[0][t] + sum[1][t]);
  }
}

static void depthwiseWeights(const float* in, long inStep, const Tap* taps, int count, long period,
                             const Rows& rows, const float* dz, float* sums) {
  constexpr int kMost = kLanes == 16 ? 9 : 5;
  int t = 0;
  const auto run = [&]<int T>() {
    weightSums<T>(in, inStep, taps + t, period, rows, dz, sums + t * period);
    t += T;
  };
  while (t < count) {
    const int left = count - t;
    if (kMost >= 9 && left >= 9)
      run.template operator()<9>();
    else if (left >= 5)
      run.template operator()<5>();
    else if (left >= 3)
      run.template operator()<3>();
    else
      run.template operator()<1>();
  }
}

}  // namespace kinglet::train::engine::KINGLET_UNIT
