// Log-mel front end, one thread: seconds of sound a second. For tests/bench/frontend, which holds
// torchaudio's beside it.  bench_frontend SECONDS
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "audio/front_end.h"
#include "base/random.h"

using namespace kinglet;

int main(int argc, char** argv) {
  const double least = argc > 1 ? std::atof(argv[1]) : 1;
  audio::FrontEndParams params;
  params.rate = 16000, params.windowMs = 25, params.hopMs = 10, params.fftSize = 512, params.mels = 64;
  constexpr int kSeconds = 10;
  std::vector<float> samples(static_cast<std::size_t>(kSeconds * params.rate));
  base::Random random(1);
  for (float& sample : samples) sample = static_cast<float>(0.1 * random.normal());
  const audio::LogMel logMel(params);
  std::vector<float> values(
      static_cast<std::size_t>(params.frames(static_cast<long>(samples.size())) * params.mels));
  logMel.compute(samples, values);  // warms up
  const auto start = std::chrono::steady_clock::now();
  long clips = 0;
  double spent = 0;
  do {
    logMel.compute(samples, values);
    ++clips;
    spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  } while (spent < least);
  std::printf("%.1f\n", static_cast<double>(clips) * kSeconds / spent);
}
