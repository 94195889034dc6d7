#include "audio/front_end.h"

#include <bit>
#include <cmath>

#include "audio/log_mel_plan.h"
#include "base/error.h"
#include "base/format.h"

namespace kinglet::audio {
namespace {

void require(bool holds, const base::Message& what, double value, const base::Message& range) {
  if (!holds) throw base::Error("%1 is %2; it must be %3", what, base::figure(base::shortest(value)), range);
}

}  // namespace

int FrontEndParams::windowSamples() const {
  return static_cast<int>(std::lround(windowMs * rate / 1000));
}

int FrontEndParams::hopSamples() const {
  return static_cast<int>(std::lround(hopMs * rate / 1000));
}

double melOf(double hz) {
  return 2595 * std::log10(1 + hz / 700);
}

double hzOf(double mel) {
  return 700 * (std::pow(10, mel / 2595) - 1);
}

int FrontEndParams::frames(long samples) const {
  const long window = windowSamples(), hop = hopSamples();
  if (samples < window || hop < 1) return 0;
  return static_cast<int>(1 + (samples - window) / hop);
}

std::string FrontEndParams::key() const {
  // The last part counts up when the formula in front_end.h changes.
  return "r" + std::to_string(rate) + "-w" + base::shortest(windowMs) + "-h" + base::shortest(hopMs) + "-f" +
         std::to_string(fftSize) + "-m" + std::to_string(mels) + "-b" + base::shortest(lowHz) + "-" +
         base::shortest(highHz) + "-v1";
}

void checkFrontEnd(const FrontEndParams& p) {
  require(p.rate >= 4000 && p.rate <= 96000, base::Message("the sample rate"), p.rate,
          base::Message("4000 to 96000 Hz"));
  require(p.windowMs >= 5 && p.windowMs <= 200, base::Message("the window length"), p.windowMs,
          base::Message("5 to 200 ms"));
  require(p.hopMs >= 1 && p.hopMs <= 200, base::Message("the hop length"), p.hopMs,
          base::Message("1 to 200 ms"));
  require(p.mels >= 8 && p.mels <= 256, base::Message("the number of mel bands"), p.mels,
          base::Message("8 to 256"));
  require(p.fftSize >= 32 && p.fftSize <= 32768 && std::has_single_bit(static_cast<unsigned>(p.fftSize)),
          base::Message("the FFT size"), p.fftSize, base::Message("a power of two from 32 to 32768"));
  require(p.fftSize >= p.windowSamples(), base::Message("the FFT size"), p.fftSize,
          base::Message("at least the window, which is %1 samples", p.windowSamples()));
  require(p.lowHz >= 0 && p.lowHz < p.highHz, base::Message("the lower band edge"), p.lowHz,
          base::Message("at least 0 Hz and below the upper edge, %1",
                        base::figure(base::shortest(p.highHz) + " Hz")));
  require(
      p.highHz <= p.rate / 2.0, base::Message("the upper band edge"), p.highHz,
      base::Message("at most half the sample rate, %1", base::figure(base::shortest(p.rate / 2.0) + " Hz")));
}

}  // namespace kinglet::audio
