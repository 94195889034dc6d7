// Batch norm and rectifiers with their gradients, sums, the optimiser.
#pragma once

#include "train/engine/kernels.h"
#include "train/engine/vectors.h"

namespace kinglet::train::engine::KINGLET_UNIT {

// In larger() and smaller() x comes last: what is not a number must stay so, that the loss tells of it.
template <Rectifier kKind>
KINGLET_INLINE Vector rectified(Vector x) {
  if constexpr (kKind == Rectifier::relu) return larger(zero(), x);
  if constexpr (kKind == Rectifier::relu6) return smaller(all(6), larger(zero(), x));
  if constexpr (kKind == Rectifier::hardSwish)
    return x * smaller(larger(multiplyAdd(x, all(1.f / 6), all(0.5f)), zero()), all(1));
  return x;
}

// slope x rectifier'(x)
template <Rectifier kKind>
KINGLET_INLINE Vector passed(Vector x, Vector slope) {
  if constexpr (kKind == Rectifier::relu) return within(x, zero(), all(__builtin_inff()), slope);
  if constexpr (kKind == Rectifier::relu6) return within(x, zero(), all(6), slope);
  if constexpr (kKind == Rectifier::hardSwish) {
    const Vector gate = smaller(larger(multiplyAdd(x, all(1.f / 6), all(0.5f)), zero()), all(1));
    return slope * (gate + within(x, all(-3), all(3), x * all(1.f / 6)));
  }
  return slope;
}

template <class F>
KINGLET_INLINE void withRectifier(Rectifier kind, F&& f) {
  switch (kind) {
    case Rectifier::none:
      return f.template operator()<Rectifier::none>();
    case Rectifier::relu:
      return f.template operator()<Rectifier::relu>();
    case Rectifier::relu6:
      return f.template operator()<Rectifier::relu6>();
    case Rectifier::hardSwish:
      return f.template operator()<Rectifier::hardSwish>();
  }
}

// visit(place, place in the pattern, mask or nothing) for every vector of n values.
template <class F>
KINGLET_INLINE void eachVector(long n, long period, F&& visit) {
  long phase = 0, i = 0;
  for (; i + kLanes <= n; i += kLanes) {
    visit(i, phase);
    phase += kLanes;
    if (phase == period) phase = 0;
  }
  if (i < n) visit(i, phase, maskOf(n - i));
}

static void apply(const float* z, long n, const Post& post, float* y) {
  withRectifier(post.rectifier, [&]<Rectifier kKind>() {
    if (post.scale) {
      eachVector(n, post.period, [&](long i, long phase, auto... mask) {
        const Vector x =
            multiplyAdd(load(z + i, mask...), load(post.scale + phase), load(post.shift + phase));
        store(y + i, rectified<kKind>(x), mask...);
      });
    } else {
      eachVector(n, post.period, [&](long i, long, auto... mask) {
        store(y + i, rectified<kKind>(load(z + i, mask...)), mask...);
      });
    }
  });
}

// Two sums a lane of the pattern; each place of the pattern on its own, four periods at once so that no
// addition waits for the one before. term(place, place in the pattern, mask or nothing) gives the two vectors
// to add.
struct Two {
  Vector first, second;
};
template <class F>
KINGLET_INLINE void sumsOverPeriods(long n, long period, float* first, float* second, F&& term) {
  for (long phase = 0; phase < period; phase += kLanes) {
    Two sum[4];
    for (Two& s : sum) s = {zero(), zero()};
    const auto take = [&](Two& s, const Two& more) {
      s.first = s.first + more.first;
      s.second = s.second + more.second;
    };
    long i = phase;
    for (; i + 3 * period + kLanes <= n; i += 4 * period) {
#pragma GCC unroll 4
      for (int u = 0; u < 4; ++u) take(sum[u], term(i + u * period, phase));
    }
    for (; i + kLanes <= n; i += period) take(sum[0], term(i, phase));
    if (i < n) take(sum[1], term(i, phase, maskOf(n - i)));
    store(first + phase, (sum[0].first + sum[1].first) + (sum[2].first + sum[3].first));
    if (second) store(second + phase, (sum[0].second + sum[1].second) + (sum[2].second + sum[3].second));
  }
}

// x in the lanes of the mask, else 0: what lies behind the end must not count.
KINGLET_INLINE Vector only(Vector x) {
  return x;
}
KINGLET_INLINE Vector only(Vector x, Mask mask) {
  float lanes[kLanes];
  store(lanes, x);
  return load(lanes, mask);
}

static void moments(const float* z, long n, const float* center, long period, float* sum, float* squares) {
  sumsOverPeriods(n, period, sum, squares, [&](long i, long phase, auto... mask) {
    const Vector x = only(load(z + i, mask...) - load(center + phase), mask...);
    return Two{x, x * x};
  });
}

static void slopeMoments(const float* dy, const float* z, long n, const Post& post, const float* center,
                         float* sum, float* products) {
  withRectifier(post.rectifier, [&]<Rectifier kKind>() {
    const auto slopeAt = [&](long i, long phase, Vector x, auto... mask) {
      const Vector g = load(dy + i, mask...);
      if constexpr (kKind == Rectifier::none) return g;
      return passed<kKind>(
          post.scale ? multiplyAdd(x, load(post.scale + phase), load(post.shift + phase)) : x, g);
    };
    if (center) {
      sumsOverPeriods(n, post.period, sum, products, [&](long i, long phase, auto... mask) {
        const Vector x = load(z + i, mask...);
        const Vector g = slopeAt(i, phase, x, mask...);
        return Two{g, g * (x - load(center + phase))};
      });
    } else {
      sumsOverPeriods(n, post.period, sum, static_cast<float*>(nullptr),
                      [&](long i, long phase, auto... mask) {
                        return Two{slopeAt(i, phase, load(z + i, mask...), mask...), zero()};
                      });
    }
  });
}

static void slope(const float* dy, const float* z, long n, const Post& post, const float* a, const float* b,
                  const float* c, float* dz) {
  withRectifier(post.rectifier, [&]<Rectifier kKind>() {
    eachVector(n, post.period, [&](long i, long phase, auto... mask) {
      Vector g = load(dy + i, mask...);
      const Vector x = load(z + i, mask...);
      if constexpr (kKind != Rectifier::none)
        g = passed<kKind>(post.scale ? multiplyAdd(x, load(post.scale + phase), load(post.shift + phase)) : x,
                          g);
      if (a) g = multiplyAdd(g, load(a + phase), multiplyAdd(x, load(b + phase), load(c + phase)));
      store(dz + i, g, mask...);
    });
  });
}

static void addTo(const float* x, long n, float* y) {
  eachVector(n, kLanes, [&](long i, long, auto... mask) {
    store(y + i, load(y + i, mask...) + load(x + i, mask...), mask...);
  });
}

static void adam(float* weights, const float* slopes, float* first, float* second, long n,
                 const AdamStep& step) {
  constexpr float kBeta1 = 0.9f, kBeta2 = 0.999f, kEpsilon = 1e-8f;
  eachVector(n, kLanes, [&](long i, long, auto... mask) {
    const Vector g = load(slopes + i, mask...);
    const Vector m = multiplyAdd(load(first + i, mask...), all(kBeta1), g * all(1 - kBeta1));
    const Vector v = multiplyAdd(load(second + i, mask...), all(kBeta2), g * g * all(1 - kBeta2));
    store(first + i, m, mask...);
    store(second + i, v, mask...);
    const Vector down = m * all(step.rate) / multiplyAdd(root(v), all(step.correction), all(kEpsilon));
    store(weights + i, load(weights + i, mask...) * all(step.keep) - down, mask...);
  });
}

static void blend(const float* from, float keep, long n, float* to) {
  eachVector(n, kLanes, [&](long i, long, auto... mask) {
    const Vector more = load(from + i, mask...) * all(1 - keep);
    store(to + i, multiplyAdd(load(to + i, mask...), all(keep), more), mask...);
  });
}

}  // namespace kinglet::train::engine::KINGLET_UNIT
