#include <algorithm>
#include <cassert>

#include "audio/front_end.h"
#include "audio/log_mel_kernels.h"
#include "audio/log_mel_plan.h"

namespace kinglet::audio {
namespace {

// The steps around the FFT, compiled once for any machine and, on x86, once more for AVX2; the machine
// chooses.
struct Steps {
  void (*window)(const float* samples, const float* window, int length, float* out);
  void (*power)(const float* z, const float* twiddle, int points, float* power);
  void (*logMel)(const float* power, const MelBank& bank, float* out);
};

constexpr Steps kPlain{
    [](const float* s, const float* w, int n, float* out) { kernels::windowed(s, w, n, out); },
    [](const float* z, const float* t, int n, float* out) { kernels::powerSpectrum(z, t, n, out); },
    [](const float* p, const MelBank& bank, float* out) { kernels::logMel(p, bank, out); }};

#if defined(__x86_64__)
__attribute__((target("avx2"))) void windowAvx2(const float* s, const float* w, int n, float* out) {
  kernels::windowed(s, w, n, out);
}
__attribute__((target("avx2"))) void powerAvx2(const float* z, const float* t, int n, float* out) {
  kernels::powerSpectrum(z, t, n, out);
}
__attribute__((target("avx2"))) void logMelAvx2(const float* p, const MelBank& bank, float* out) {
  kernels::logMel(p, bank, out);
}

const Steps& chooseSteps() {
  static const Steps avx2{windowAvx2, powerAvx2, logMelAvx2};
  return __builtin_cpu_supports("avx2") ? avx2 : kPlain;
}
#else
const Steps& chooseSteps() {
  return kPlain;
}
#endif

const FrontEndParams& checked(const FrontEndParams& params) {
  checkFrontEnd(params);
  return params;
}

}  // namespace

struct LogMel::Impl {
  explicit Impl(const FrontEndParams& p)
      : params(checked(p)),
        window(hannWindow(p.windowSamples())),
        twiddle(twiddles(p.fftSize)),
        bank(makeMelBank(p)),
        plan(p.fftSize),
        in(alignedFloats(std::size_t(p.fftSize) * kLanes)),
        spectrum(alignedFloats(std::size_t(p.fftSize) * kLanes)),
        power(alignedFloats(std::size_t(p.fftSize / 2 + 1) * kLanes)),
        mel(alignedFloats(std::size_t(p.mels) * kLanes)) {}

  // Frames first .. first + count - 1, count <= kLanes. What is left of the last block in the other lanes is
  // computed along and dropped.
  void block(std::span<const float> samples, int first, int count, float* out) {
    const int hop = params.hopSamples(), length = params.windowSamples(), mels = params.mels;
    for (int lane = 0; lane < count; ++lane)
      steps.window(samples.data() + long(first + lane) * hop, window.data(), length,
                   in.get() + std::size_t(lane) * std::size_t(params.fftSize));
    plan.run(in.get(), spectrum.get());
    steps.power(spectrum.get(), twiddle.data(), params.fftSize / 2, power.get());
    steps.logMel(power.get(), bank, mel.get());
    for (int lane = 0; lane < count; ++lane)
      for (int m = 0; m < mels; ++m) out[lane * mels + m] = mel[std::size_t(m * kLanes + lane)];
  }

  const FrontEndParams params;
  const Steps& steps = chooseSteps();
  const std::vector<float> window, twiddle;
  const MelBank bank;
  const FftPlan plan;
  AlignedFloats in, spectrum, power, mel;
};

LogMel::LogMel(const FrontEndParams& params) : impl_(std::make_unique<Impl>(params)) {}
LogMel::~LogMel() = default;
LogMel::LogMel(LogMel&&) noexcept = default;

const FrontEndParams& LogMel::params() const {
  return impl_->params;
}

int LogMel::compute(std::span<const float> samples, std::span<float> out) const {
  const int frames = impl_->params.frames(static_cast<long>(samples.size()));
  const auto mels = static_cast<std::size_t>(impl_->params.mels);
  assert(out.size() >= std::size_t(frames) * mels);
  for (int first = 0; first < frames; first += kLanes)
    impl_->block(samples, first, std::min(kLanes, frames - first), out.data() + std::size_t(first) * mels);
  return frames;
}

}  // namespace kinglet::audio
