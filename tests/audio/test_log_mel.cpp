#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>
#include <thread>
#include <vector>

#include "audio/front_end.h"
#include "base/error.h"
#include "base/random.h"

namespace kinglet::audio {
namespace {

// front_end.h's formula, taken literally: a double-precision discrete Fourier transform, bin by bin.
std::vector<double> reference(const FrontEndParams& p, const std::vector<float>& samples) {
  const int window = int(std::lround(p.windowMs * p.rate / 1000)),
            hop = int(std::lround(p.hopMs * p.rate / 1000));
  const auto mel = [](double hz) { return 2595 * std::log10(1 + hz / 700); };
  const auto hertz = [](double m) { return 700 * (std::pow(10, m / 2595) - 1); };
  std::vector<double> edges;
  for (int i = 0; i < p.mels + 2; ++i)
    edges.push_back(hertz(mel(p.lowHz) + (mel(p.highHz) - mel(p.lowHz)) * i / (p.mels + 1)));
  std::vector<std::complex<double>> turn;
  for (int i = 0; i < p.fftSize; ++i) turn.push_back(std::polar(1.0, -2 * std::numbers::pi * i / p.fftSize));
  std::vector<double> out;
  for (int start = 0; start + window <= int(samples.size()); start += hop) {
    std::vector<double> power;
    for (int k = 0; k <= p.fftSize / 2; ++k) {
      std::complex<double> sum = 0;
      for (int n = 0; n < window; ++n)
        sum += (0.5 - 0.5 * std::cos(2 * std::numbers::pi * n / window)) * double(samples[start + n]) *
               turn[std::size_t(long(k) * n % p.fftSize)];
      power.push_back(std::norm(sum));
    }
    for (int m = 0; m < p.mels; ++m) {
      double energy = 0;
      for (int k = 0; k <= p.fftSize / 2; ++k) {
        const double hz = double(k) * p.rate / p.fftSize;
        const double weight = std::min((hz - edges[m]) / (edges[m + 1] - edges[m]),
                                       (edges[m + 2] - hz) / (edges[m + 2] - edges[m + 1]));
        if (weight > 0) energy += weight * power[k];
      }
      out.push_back(std::log(std::max(energy, 1e-6)));
    }
  }
  return out;
}

std::vector<float> compute(const FrontEndParams& p, const std::vector<float>& samples) {
  const LogMel logMel(p);
  std::vector<float> out(std::size_t(p.frames(long(samples.size())) * p.mels));
  EXPECT_EQ(logMel.compute(samples, out), p.frames(long(samples.size())));
  return out;
}

double worst(const FrontEndParams& p, const std::vector<float>& samples) {
  const auto expected = reference(p, samples);
  const auto found = compute(p, samples);
  EXPECT_EQ(found.size(), expected.size());
  EXPECT_GT(found.size(), 0u);
  double error = 0;
  for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
    error = std::max(error, std::abs(expected[i] - double(found[i])));
  return error;
}

std::vector<float> noise(std::size_t n, double level, std::uint64_t seed = 1) {
  base::Random random(seed);
  std::vector<float> samples(n);
  for (float& s : samples) s = float(level * random.normal());
  return samples;
}

FrontEndParams make(int rate, double window, double hop, int fft, int mels, double low, double high) {
  FrontEndParams p;
  p.rate = rate, p.windowMs = window, p.hopMs = hop, p.fftSize = fft, p.mels = mels, p.lowHz = low,
  p.highHz = high;
  return p;
}

TEST(LogMel, AgreesWithASlowDoublePrecisionTransform) {
  const FrontEndParams cases[] = {
      {},
      make(16000, 25, 10, 512, 8, 0, 8000),
      make(16000, 32, 16, 512, 40, 60, 7800),
      make(16000, 20, 7.5, 1024, 128, 20, 8000),
      make(44100, 25, 10, 2048, 256, 60, 16000),  // odd window length
      make(22050, 23.2, 11.6, 512, 96, 0, 11025),
      make(4000, 5, 1, 32, 8, 100, 2000),
      make(8000, 200, 200, 2048, 64, 60, 3900),
  };
  for (const auto& p : cases)
    for (const double level : {0.5, 0.1, 0.003, 1e-5})
      EXPECT_LT(worst(p, noise(std::size_t(p.windowSamples() + 9 * p.hopSamples() + 17), level)), 1e-4)
          << p.key() << " at " << level;
}

TEST(LogMel, AgreesOnTonesInNoiseAndSilence) {
  const FrontEndParams p;
  auto samples = noise(8000, 1e-2);
  for (std::size_t n = 0; n < samples.size(); ++n)
    samples[n] +=
        float(0.5 * std::sin(2 * std::numbers::pi * (300.0 * double(n) / 16000 + double(n * n) * 4e-6)));
  std::fill(samples.begin() + 3000, samples.begin() + 5000, 0.0f);
  EXPECT_LT(worst(p, samples), 1e-4);
  for (const float value : compute(p, std::vector<float>(1000))) EXPECT_FLOAT_EQ(value, std::log(1e-6f));
  // A full-scale pure tone leaves bins at the floor, where single precision itself is 120 dB below the tone.
  for (std::size_t n = 0; n < samples.size(); ++n)
    samples[n] = float(std::sin(2 * std::numbers::pi * 1000.0 * double(n) / 16000));
  EXPECT_LT(worst(p, samples), 2e-2);
}

TEST(LogMel, AFrameDoesNotDependOnWhereItStands) {
  const FrontEndParams p;
  const auto samples = noise(16000, 0.1);
  const auto whole = compute(p, samples);
  for (const int start : {1, 3, 7, 12}) {
    const auto part = compute(p, {samples.begin() + start * p.hopSamples(), samples.end()});
    for (std::size_t i = 0; i < part.size(); ++i) ASSERT_EQ(part[i], whole[i + std::size_t(start * p.mels)]);
  }
}

TEST(LogMel, CountsFrames) {
  const FrontEndParams p;
  EXPECT_EQ(p.frames(0), 0);
  EXPECT_EQ(p.frames(399), 0);
  EXPECT_EQ(p.frames(400), 1);
  EXPECT_EQ(p.frames(559), 1);
  EXPECT_EQ(p.frames(560), 2);
  EXPECT_EQ(p.frames(16000), 98);
  EXPECT_TRUE(compute(p, std::vector<float>(10)).empty());
}

TEST(LogMel, KeysTellParametersApart) {
  FrontEndParams p;
  const auto key = p.key();
  EXPECT_EQ(key, FrontEndParams().key());
  p.hopMs = 10.5;
  EXPECT_NE(p.key(), key);
  p = {}, p.highHz = 7799;
  EXPECT_NE(p.key(), key);
}

TEST(LogMel, NamesTheParameterThatIsOutOfRange) {
  const auto message = [](const FrontEndParams& p) -> std::string {
    try {
      LogMel logMel(p);
    } catch (const base::Error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_NE(message(make(1000, 25, 10, 512, 64, 60, 400)).find("sample rate"), std::string::npos);
  EXPECT_NE(message(make(16000, 2, 10, 512, 64, 60, 7800)).find("window"), std::string::npos);
  EXPECT_NE(message(make(16000, 25, 0, 512, 64, 60, 7800)).find("hop"), std::string::npos);
  EXPECT_NE(message(make(16000, 25, 10, 500, 64, 60, 7800)).find("FFT size"), std::string::npos);
  EXPECT_NE(message(make(16000, 40, 10, 512, 64, 60, 7800)).find("640 samples"), std::string::npos);
  EXPECT_NE(message(make(16000, 25, 10, 512, 4, 60, 7800)).find("mel bands"), std::string::npos);
  EXPECT_NE(message(make(16000, 25, 10, 512, 64, 60, 9000)).find("upper band edge"), std::string::npos);
  EXPECT_NE(message(make(16000, 25, 10, 512, 64, 7800, 7800)).find("lower band edge"), std::string::npos);
  EXPECT_NE(message(make(16000, std::nan(""), 10, 512, 64, 60, 7800)).find("window"), std::string::npos);
}

TEST(LogMel, ThreadsMakingPlansAtOnceAgree) {
  const auto samples = noise(4000, 0.1);
  const FrontEndParams p = make(16000, 60, 10, 4096, 64, 60, 7800);
  std::vector<std::vector<float>> results(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : results) threads.emplace_back([&] { result = compute(p, samples); });
  }
  for (const auto& result : results) EXPECT_EQ(result, results[0]);
}

}  // namespace
}  // namespace kinglet::audio
