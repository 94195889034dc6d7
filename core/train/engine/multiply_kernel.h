// Matrix product for the shapes of small networks: many rows, few columns, any strides of the left side.
#pragma once

#include "train/engine/vectors.h"

namespace kinglet::train::engine::KINGLET_UNIT {

// R rows x V vectors of c stay in registers while k runs.
template <int R, int V, bool kTail>
KINGLET_INLINE void multiplyBlock(long k, const float* a, long aRow, long aColumn, const float* b, long bRow,
                                  float* c, long cRow, bool add, Mask tail) {
  Vector sum[R][V];
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 4
    for (int v = 0; v < V; ++v) {
      const float* from = c + r * cRow + v * kLanes;
      sum[r][v] = !add ? zero() : kTail && v == V - 1 ? load(from, tail) : load(from);
    }
  }
  for (long i = 0; i < k; ++i) {
    Vector right[V];
#pragma GCC unroll 4
    for (int v = 0; v < V; ++v)
      right[v] = kTail && v == V - 1 ? load(b + v * kLanes, tail) : load(b + v * kLanes);
#pragma GCC unroll 16
    for (int r = 0; r < R; ++r) {
      const Vector left = all(a[r * aRow]);
#pragma GCC unroll 4
      for (int v = 0; v < V; ++v) sum[r][v] = multiplyAdd(left, right[v], sum[r][v]);
    }
    a += aColumn;
    b += bRow;
  }
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 4
    for (int v = 0; v < V; ++v) {
      float* to = c + r * cRow + v * kLanes;
      if (kTail && v == V - 1)
        store(to, sum[r][v], tail);
      else
        store(to, sum[r][v]);
    }
  }
}

// All rows of V vectors of columns.
template <int V, bool kTail>
static void multiplyColumns(long m, long k, const float* a, long aRow, long aColumn, const float* b,
                            long bRow, float* c, long cRow, bool add, Mask tail) {
  // As many as the registers hold.
  constexpr int kMost = kLanes == 16 ? (V == 1 ? 14 : V == 2 ? 12 : 8) : (V == 1 ? 8 : V == 2 ? 4 : 2);
  const auto rows = [&]<int R>() {
    multiplyBlock<R, V, kTail>(k, a, aRow, aColumn, b, bRow, c, cRow, add, tail);
    a += R * aRow;
    c += R * cRow;
    m -= R;
  };
  while (m >= kMost) rows.template operator()<kMost>();
  if constexpr (kMost > 8) {
    if (m >= 8) rows.template operator()<8>();
  }
  if constexpr (kMost > 4) {
    if (m >= 4) rows.template operator()<4>();
  }
  if constexpr (kMost > 2) {
    if (m >= 2) rows.template operator()<2>();
  }
  if constexpr (kMost == 8 || kMost == 4 || kMost == 2) {
    while (m >= 1) rows.template operator()<1>();
  } else {
    if (m >= 2) rows.template operator()<2>();
    if (m >= 1) rows.template operator()<1>();
  }
}

static void multiplyPart(long m, long n, long k, const float* a, long aRow, long aColumn, const float* b,
                         long bRow, float* c, long cRow, bool add) {
  for (long column = 0; column < n;) {
    const long left = n - column, vectors = (left + kLanes - 1) / kLanes;
    const int v = vectors == 1 ? 1 : vectors == 3 ? 3 : 2;
    const bool tail = left < static_cast<long>(v) * kLanes;
    const Mask mask = maskOf(tail ? left - (v - 1) * kLanes : kLanes);
    const auto run = [&]<int V>() {
      if (tail)
        multiplyColumns<V, true>(m, k, a, aRow, aColumn, b + column, bRow, c + column, cRow, add, mask);
      else
        multiplyColumns<V, false>(m, k, a, aRow, aColumn, b + column, bRow, c + column, cRow, add, mask);
    };
    if (v == 1)
      run.template operator()<1>();
    else if (v == 2)
      run.template operator()<2>();
    else
      run.template operator()<3>();
    column += static_cast<long>(v) * kLanes;
  }
}

static void multiply(long m, long n, long k, const float* a, long aRow, long aColumn, const float* b,
                     long bRow, float* c, long cRow, bool add) {
  // Parts of b that stay in the first cache, and parts of a in the second.
  constexpr long kDepth = 256, kHeight = 240;
  for (long from = 0; from < k || from == 0; from += kDepth) {
    const long depth = k - from < kDepth ? k - from : kDepth;
    for (long top = 0; top < m; top += kHeight) {
      const long height = m - top < kHeight ? m - top : kHeight;
      multiplyPart(height, n, depth, a + top * aRow + from * aColumn, aRow, aColumn, b + from * bRow, bRow,
                   c + top * cRow, cRow, add || from > 0);
    }
  }
}

}  // namespace kinglet::train::engine::KINGLET_UNIT
