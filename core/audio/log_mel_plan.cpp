#include "audio/log_mel_plan.h"

#include <fftw3.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <mutex>
#include <new>
#include <numbers>

namespace kinglet::audio {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

}  // namespace

MelBank makeMelBank(const FrontEndParams& params) {
  MelBank bank;
  const double low = melOf(params.lowHz), high = melOf(params.highHz);
  const double step = (high - low) / (params.mels + 1);
  const double binHz = static_cast<double>(params.rate) / params.fftSize;
  const int lastBin = params.fftSize / 2;
  for (int mel = 0; mel < params.mels; ++mel) {
    const double left = hzOf(low + mel * step), peak = hzOf(low + (mel + 1) * step),
                 right = hzOf(low + (mel + 2) * step);
    MelBank::Range range{0, 0, static_cast<int>(bank.weights.size())};
    const int from = std::max(0, static_cast<int>(left / binHz));
    const int to = std::min(lastBin, static_cast<int>(right / binHz) + 1);
    for (int bin = from; bin <= to; ++bin) {
      const double hz = bin * binHz;
      const double weight = std::min((hz - left) / (peak - left), (right - hz) / (right - peak));
      if (weight <= 0) continue;
      if (range.bins == 0) range.firstBin = bin;
      ++range.bins;
      bank.weights.push_back(static_cast<float>(weight));
    }
    bank.bins = std::max(bank.bins, range.firstBin + range.bins);
    bank.ranges.push_back(range);
  }
  return bank;
}

std::vector<float> hannWindow(int samples) {
  std::vector<float> window(static_cast<std::size_t>(samples));
  for (int n = 0; n < samples; ++n)
    window[static_cast<std::size_t>(n)] = static_cast<float>(0.5 - 0.5 * std::cos(kTurn * n / samples));
  return window;
}

std::vector<float> twiddles(int fftSize) {
  std::vector<float> factors;
  for (int k = 0; k <= fftSize / 4; ++k) {
    factors.push_back(static_cast<float>(std::cos(kTurn * k / fftSize)));
    factors.push_back(static_cast<float>(-std::sin(kTurn * k / fftSize)));
  }
  return factors;
}

FftPlan::FftPlan(int fftSize) {
  static std::mutex mutex;                 // FFTW plans are made by one thread at a time
  static std::map<int, fftwf_plan> plans;  // and live as long as the process
  const std::lock_guard lock(mutex);
  fftwf_plan& plan = plans[fftSize];
  if (!plan) {
    const int points = fftSize / 2;
    const auto floats = static_cast<std::size_t>(fftSize) * kLanes;
    const auto in = alignedFloats(floats), out = alignedFloats(floats);
    plan = fftwf_plan_many_dft(1, &points, kLanes, reinterpret_cast<fftwf_complex*>(in.get()), nullptr, 1,
                               points, reinterpret_cast<fftwf_complex*>(out.get()), nullptr, kLanes, 1,
                               FFTW_FORWARD, FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
    if (!plan) throw std::bad_alloc();
  }
  plan_ = plan;
}

void FftPlan::run(float* in, float* out) const {
  fftwf_execute_dft(static_cast<fftwf_plan>(plan_), reinterpret_cast<fftwf_complex*>(in),
                    reinterpret_cast<fftwf_complex*>(out));
}

void FreeAligned::operator()(float* memory) const {
  std::free(memory);
}

AlignedFloats alignedFloats(std::size_t count) {
  constexpr std::size_t kAlignment = 64;
  const std::size_t bytes = (count * sizeof(float) + kAlignment - 1) / kAlignment * kAlignment;
  auto* memory = static_cast<float*>(std::aligned_alloc(kAlignment, std::max(bytes, kAlignment)));
  if (!memory) throw std::bad_alloc();
  std::fill_n(memory, bytes / sizeof(float), 0.0f);
  return AlignedFloats(memory);
}

}  // namespace kinglet::audio
