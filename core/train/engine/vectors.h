// One float vector of the unit that a kernel file is compiled for. Included by kernels_*.cpp alone, which set
// KINGLET_UNIT to the namespace of their unit; no standard library here, so that no shared inline function is
// compiled for a unit that the computer may lack.
#pragma once

#if defined(__AVX512F__) || defined(__AVX2__)
#include <immintrin.h>
#endif

#define KINGLET_INLINE static inline __attribute__((always_inline))

namespace kinglet::train::engine::KINGLET_UNIT {

#if defined(__AVX512F__)

constexpr int kLanes = 16;
using Vector = __m512;
using Mask = __mmask16;  // of the first lanes
KINGLET_INLINE Mask maskOf(long n) {
  return static_cast<Mask>(n >= kLanes ? 0xffff : (1u << n) - 1);
}
KINGLET_INLINE Vector zero() {
  return _mm512_setzero_ps();
}
KINGLET_INLINE Vector all(float x) {
  return _mm512_set1_ps(x);
}
KINGLET_INLINE Vector load(const float* p) {
  return _mm512_loadu_ps(p);
}
KINGLET_INLINE Vector load(const float* p, Mask mask) {
  return _mm512_maskz_loadu_ps(mask, p);
}
KINGLET_INLINE void store(float* p, Vector x) {
  _mm512_storeu_ps(p, x);
}
KINGLET_INLINE void store(float* p, Vector x, Mask mask) {
  _mm512_mask_storeu_ps(p, mask, x);
}
KINGLET_INLINE Vector multiplyAdd(Vector a, Vector b, Vector c) {
  return _mm512_fmadd_ps(a, b, c);
}
// The second where one is not a number.
KINGLET_INLINE Vector larger(Vector a, Vector b) {
  return _mm512_max_ps(a, b);
}
KINGLET_INLINE Vector smaller(Vector a, Vector b) {
  return _mm512_min_ps(a, b);
}
KINGLET_INLINE Vector root(Vector a) {
  return _mm512_sqrt_ps(a);
}
// value where low < x < high, else 0
KINGLET_INLINE Vector within(Vector x, Vector low, Vector high, Vector value) {
  const Mask inside = _mm512_cmp_ps_mask(x, low, _CMP_GT_OQ) & _mm512_cmp_ps_mask(x, high, _CMP_LT_OQ);
  return _mm512_maskz_mov_ps(inside, value);
}

#elif defined(__AVX2__)

constexpr int kLanes = 8;
using Vector = __m256;
using Mask = __m256i;
KINGLET_INLINE Mask maskOf(long n) {
  return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(n)),
                            _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}
KINGLET_INLINE Vector zero() {
  return _mm256_setzero_ps();
}
KINGLET_INLINE Vector all(float x) {
  return _mm256_set1_ps(x);
}
KINGLET_INLINE Vector load(const float* p) {
  return _mm256_loadu_ps(p);
}
KINGLET_INLINE Vector load(const float* p, Mask mask) {
  return _mm256_maskload_ps(p, mask);
}
KINGLET_INLINE void store(float* p, Vector x) {
  _mm256_storeu_ps(p, x);
}
KINGLET_INLINE void store(float* p, Vector x, Mask mask) {
  _mm256_maskstore_ps(p, mask, x);
}
KINGLET_INLINE Vector multiplyAdd(Vector a, Vector b, Vector c) {
  return _mm256_fmadd_ps(a, b, c);
}
KINGLET_INLINE Vector larger(Vector a, Vector b) {
  return _mm256_max_ps(a, b);
}
KINGLET_INLINE Vector smaller(Vector a, Vector b) {
  return _mm256_min_ps(a, b);
}
KINGLET_INLINE Vector root(Vector a) {
  return _mm256_sqrt_ps(a);
}
KINGLET_INLINE Vector within(Vector x, Vector low, Vector high, Vector value) {
  const Vector inside = _mm256_and_ps(_mm256_cmp_ps(x, low, _CMP_GT_OQ), _mm256_cmp_ps(x, high, _CMP_LT_OQ));
  return _mm256_and_ps(inside, value);
}

#else

constexpr int kLanes = 4;
typedef float Vector __attribute__((vector_size(16)));
typedef int Ints __attribute__((vector_size(16)));
using Mask = long;  // how many of the first lanes
KINGLET_INLINE Mask maskOf(long n) {
  return n < kLanes ? n : kLanes;
}
KINGLET_INLINE Vector all(float x) {
  return Vector{x, x, x, x};
}
KINGLET_INLINE Vector zero() {
  return all(0);
}
KINGLET_INLINE Vector load(const float* p) {
  Vector x;
  __builtin_memcpy(&x, p, sizeof x);
  return x;
}
KINGLET_INLINE Vector load(const float* p, Mask mask) {
  Vector x = zero();
  for (long i = 0; i < mask; ++i) x[i] = p[i];
  return x;
}
KINGLET_INLINE void store(float* p, Vector x) {
  __builtin_memcpy(p, &x, sizeof x);
}
KINGLET_INLINE void store(float* p, Vector x, Mask mask) {
  for (long i = 0; i < mask; ++i) p[i] = x[i];
}
KINGLET_INLINE Vector multiplyAdd(Vector a, Vector b, Vector c) {
  return a * b + c;
}
KINGLET_INLINE Vector larger(Vector a, Vector b) {
  return a > b ? a : b;
}
KINGLET_INLINE Vector smaller(Vector a, Vector b) {
  return a < b ? a : b;
}
KINGLET_INLINE Vector root(Vector a) {
  return Vector{__builtin_sqrtf(a[0]), __builtin_sqrtf(a[1]), __builtin_sqrtf(a[2]), __builtin_sqrtf(a[3])};
}
KINGLET_INLINE Vector within(Vector x, Vector low, Vector high, Vector value) {
  const Ints inside = (x > low) & (x < high);
  return (Vector)((Ints)value & inside);
}

#endif

}  // namespace kinglet::train::engine::KINGLET_UNIT
