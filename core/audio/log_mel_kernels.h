// The inner loops of the log-mel front end over kLanes frames side by side. Every lane does the same plain
// IEEE arithmetic in the same order whatever the vector unit, so SSE2 and AVX2 give the same bits.
#pragma once

#include <cstdint>
#include <cstring>

#include "audio/log_mel_plan.h"

namespace kinglet::audio::kernels {

typedef float Lanes __attribute__((vector_size(32)));
typedef float Pairs __attribute__((vector_size(64)));
typedef std::int32_t Ints __attribute__((vector_size(32)));
static_assert(sizeof(Lanes) == kLanes * sizeof(float));

// Always inlined, so that each caller compiles them for its own vector unit.
#define KINGLET_KERNEL static inline __attribute__((always_inline))

KINGLET_KERNEL void load(Lanes& lanes, const float* from) {
  std::memcpy(&lanes, from, sizeof lanes);
}
KINGLET_KERNEL void store(float* to, const Lanes& lanes) {
  std::memcpy(to, &lanes, sizeof lanes);
}

KINGLET_KERNEL void loadComplex(Lanes& re, Lanes& im, const float* from) {
  Pairs pairs;
  std::memcpy(&pairs, from, sizeof pairs);
  re = __builtin_shufflevector(pairs, pairs, 0, 2, 4, 6, 8, 10, 12, 14);
  im = __builtin_shufflevector(pairs, pairs, 1, 3, 5, 7, 9, 11, 13, 15);
}

KINGLET_KERNEL void windowed(const float* samples, const float* window, int length, float* out) {
  for (int n = 0; n < length; ++n) out[n] = samples[n] * window[n];
}

// From Z, the complex spectrum of the samples taken as pairs (points x kLanes), to the power of the real
// spectrum (points + 1 x kLanes): X[k] = E + W^k O and X[points - k] = conj(E - W^k O) with E = (Z[k] + conj
// Z[points - k]) / 2, O = (Z[k] - conj Z[points - k]) / 2i.
KINGLET_KERNEL void powerSpectrum(const float* z, const float* twiddle, int points, float* power) {
  Lanes re, im;
  loadComplex(re, im, z);
  store(power, (re + im) * (re + im));
  store(power + points * kLanes, (re - im) * (re - im));
  for (int k = 1; k <= points / 2; ++k) {
    const int mirror = points - k;
    Lanes a, b, c, d;
    loadComplex(a, b, z + 2 * k * kLanes);
    loadComplex(c, d, z + 2 * mirror * kLanes);
    const float cosine = twiddle[2 * k], sine = twiddle[2 * k + 1];
    const Lanes evenRe = (a + c) * 0.5f, evenIm = (b - d) * 0.5f;
    const Lanes oddRe = (b + d) * 0.5f, oddIm = (c - a) * 0.5f;
    const Lanes turnedRe = oddRe * cosine - oddIm * sine, turnedIm = oddRe * sine + oddIm * cosine;
    const Lanes sumRe = evenRe + turnedRe, sumIm = evenIm + turnedIm;
    const Lanes differenceRe = evenRe - turnedRe, differenceIm = evenIm - turnedIm;
    store(power + mirror * kLanes, differenceRe * differenceRe + differenceIm * differenceIm);
    store(power + k * kLanes, sumRe * sumRe + sumIm * sumIm);
  }
}

// Natural logarithm of positive normal numbers, within 1e-6 (polynomial of Cephes' logf, Moshier 1992).
KINGLET_KERNEL void logarithm(Lanes& x) {
  const Ints bits = (Ints)x;
  Ints exponent = (bits >> 23) - 126;
  const Lanes mantissa = (Lanes)((bits & 0x007fffff) | 0x3f000000);  // 0.5 .. 1
  const Ints small = mantissa < 0.707106781f;                        // all ones where true
  exponent += small;
  const Lanes m = mantissa + (Lanes)((Ints)mantissa & small) - 1.0f;
  const Lanes e = __builtin_convertvector(exponent, Lanes);
  const Lanes square = m * m;
  Lanes y = m * 7.0376836292e-2f - 1.1514610310e-1f;
  y = y * m + 1.1676998740e-1f;
  y = y * m - 1.2420140846e-1f;
  y = y * m + 1.4249322787e-1f;
  y = y * m - 1.6668057665e-1f;
  y = y * m + 2.0000714765e-1f;
  y = y * m - 2.4999993993e-1f;
  y = y * m + 3.3333331174e-1f;
  y = y * m * square;
  y += e * -2.12194440e-4f;
  y -= square * 0.5f;
  x = m + y + e * 0.693359375f;
}

// out: kLanes values a mel band.
KINGLET_KERNEL void logMel(const float* power, const MelBank& bank, float* out) {
  const Lanes floor = Lanes{} + kLogFloor;
  for (const MelBank::Range& range : bank.ranges) {
    const float* weight = bank.weights.data() + range.firstWeight;
    const float* bin = power + range.firstBin * kLanes;
    Lanes even{}, odd{};  // two sums, so that one addition need not wait for the other
    int i = 0;
    for (; i + 1 < range.bins; i += 2) {
      Lanes first, second;
      load(first, bin + i * kLanes);
      load(second, bin + (i + 1) * kLanes);
      even += first * weight[i];
      odd += second * weight[i + 1];
    }
    if (i < range.bins) {
      Lanes last;
      load(last, bin + i * kLanes);
      even += last * weight[i];
    }
    Lanes energy = even + odd;
    energy = energy > floor ? energy : floor;
    logarithm(energy);
    store(out, energy);
    out += kLanes;
  }
}

#undef KINGLET_KERNEL
}  // namespace kinglet::audio::kernels
