// audio/: from a sound file to log-mel features. Calls base/ only; data/ calls it.
// A newcomer reads this header first, then sound_file.h.
#pragma once

#include <memory>
#include <span>
#include <string>

namespace kinglet::audio {

// The log-mel front end of a study.
//
//   frames   window w[n] = 0.5 - 0.5 cos(2 pi n / N), N = windowMs * rate / 1000 (periodic Hann),
//            hop = hopMs * rate / 1000; frame t covers samples t*hop .. t*hop + N - 1, no padding:
//            frames = 1 + floor((samples - N) / hop)
//   power    P[k] = |FFT(w x, zero-padded to fftSize)[k]|^2, k = 0 .. fftSize/2
//   mel      HTK scale m(f) = 2595 log10(1 + f / 700) (Young et al., The HTK Book); triangles equally
//            spaced in mel from lowHz to highHz, peak 1 (no area normalisation)
//   log      ln(max(mel energy, 1e-6))
//
// Single precision: a band within 40 dB of the loudest one in its frame agrees with exact arithmetic to 1e-4
// of a log unit. A band narrower than the spacing of the FFT's bins may hold none and then stays at the
// floor.
struct FrontEndParams {
  int rate = 16000;      // Hz, 4000 .. 96000
  double windowMs = 25;  // 5 .. 200
  double hopMs = 10;     // 1 .. 200
  int fftSize = 512;     // power of two, at least the window
  int mels = 64;         // 8 .. 256
  double lowHz = 60;
  double highHz = 7800;  // at most rate / 2

  int windowSamples() const;
  int hopSamples() const;
  int frames(long samples) const;  // 0 when shorter than one window
  std::string key() const;         // the same for the same features; names the cache
  bool operator==(const FrontEndParams&) const = default;
};

constexpr float kLogFloor = 1e-6f;
double melOf(double hz);
double hzOf(double mel);

// Computes features; the FFT plan is made once and shared. One instance a thread.
class LogMel {
 public:
  explicit LogMel(
      const FrontEndParams& params);  // throws base::Error naming the parameter that is out of range
  ~LogMel();
  LogMel(LogMel&&) noexcept;

  const FrontEndParams& params() const;
  // samples: mono at params().rate, in [-1, 1]. out: params().frames(samples.size()) rows of params().mels,
  // row-major (time first). Returns the number of rows.
  int compute(std::span<const float> samples, std::span<float> out) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kinglet::audio
