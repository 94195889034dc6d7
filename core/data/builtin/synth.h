// What the built-in sounds are made of: oscillators, resonators, noise, envelopes, a room.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "base/random.h"

namespace kinglet::data::synth {

constexpr int kRate = 16000;
constexpr double kTurn = 2 * std::numbers::pi;

inline std::size_t samplesOf(double seconds) {
  return static_cast<std::size_t>(std::max(0.0, seconds) * kRate);
}

// Log-uniform: as many octaves low as high, as pitches and rates are spread in nature.
inline double pitch(base::Random& random, double low, double high) {
  return low * std::exp(random.uniform() * std::log(high / low));
}

// Nearly Gaussian noise of variance 1: the sum of four uniform numbers from one draw.
inline float noise(base::Random& random) {
  const std::uint64_t bits = random();
  const auto part = [bits](int i) { return static_cast<float>((bits >> (16 * i)) & 0xffff); };
  return (part(0) + part(1) + part(2) + part(3) - 131070.0f) * (1.0f / 37837.0f);
}

// A mode of a struck or driven body: two poles at hz, ringing down by 60 dB in decayS seconds. An impulse of
// height 1 rings with amplitude about 1.
class Resonator {
 public:
  Resonator(double hz, double decayS) {
    const double radius = std::exp(-6.9 / (std::max(decayS, 1e-4) * kRate)),
                 angle = kTurn * std::min(hz, 7900.0) / kRate;
    feedback1_ = float(2 * radius * std::cos(angle));
    feedback2_ = float(-radius * radius);
    input_ = float(std::sin(angle));
  }
  float step(float in) {
    const float out = input_ * in + feedback1_ * last_ + feedback2_ * beforeLast_;
    beforeLast_ = last_;
    return last_ = out;
  }

 private:
  float feedback1_, feedback2_, input_, last_ = 0, beforeLast_ = 0;
};

// A formant or other broad resonance with peak gain 1.
class BandPass {
 public:
  BandPass(double hz, double bandwidthHz) {
    const double w = kTurn * std::min(hz, 7800.0) / kRate, alpha = std::sin(w) * bandwidthHz / (2 * hz);
    gain_ = float(alpha / (1 + alpha));
    feedback1_ = float(2 * std::cos(w) / (1 + alpha));
    feedback2_ = float(-(1 - alpha) / (1 + alpha));
  }
  float step(float in) {
    const float out = gain_ * (in - in2_) + feedback1_ * out1_ + feedback2_ * out2_;
    in2_ = in1_, in1_ = in;
    out2_ = out1_, out1_ = out;
    return out;
  }

 private:
  float gain_, feedback1_, feedback2_, in1_ = 0, in2_ = 0, out1_ = 0, out2_ = 0;
};

class LowPass {
 public:
  explicit LowPass(double hz) : share_(float(1 - std::exp(-kTurn * hz / kRate))) {}
  float step(float in) { return state_ += share_ * (in - state_); }

 private:
  float share_, state_ = 0;
};

// Smooth pulses exp(sharpness (cos phase - 1)): a voiced source whose overtones fall off faster the lower the
// sharpness, and hardly alias.
class Pulses {
 public:
  explicit Pulses(double sharpness)
      : sharpness_(float(sharpness)), mean_(float(0.4 / std::sqrt(sharpness))) {}
  float step(double hz) {
    phase_ += hz / kRate;
    phase_ -= std::floor(phase_);
    return std::exp(sharpness_ * (std::cos(float(kTurn * phase_)) - 1)) - mean_;
  }

 private:
  double phase_ = 0;
  float sharpness_, mean_;
};

class Sine {
 public:
  float step(double hz) {
    phase_ += hz / kRate;
    phase_ -= std::floor(phase_);
    return std::sin(float(kTurn * phase_));
  }

 private:
  double phase_ = 0;
};

// 0 to 1 and back: a rise over the first attack share, a fall over the rest as (1 - x)^fall.
inline float arch(double share, double attack, double fall) {
  if (share < 0 || share >= 1) return 0;
  return share < attack ? float(share / attack) : float(std::pow((1 - share) / (1 - attack), fall));
}

// Adds a body's modes, struck once at a time, to out. Each mode: pitch, decay, amplitude.
struct Mode {
  double hz, decayS, amplitude;
};
void strike(std::span<float> out, double atS, std::span<const Mode> modes);

// A small room: early reflections and a diffuse tail (Schroeder 1962: combs, then all-passes).
void addRoom(base::Random& random, std::span<float> sound, double wetness, double decayS);

// Noise whose spectrum falls by tilt x 6 dB an octave (0 white, 1 brown, between: a mix), variance about 1.
void addNoise(base::Random& random, std::span<float> out, double tilt, float level);

// The loudest root mean square over windows of 100 ms.
float loudness(std::span<const float> sound);

}  // namespace kinglet::data::synth
