#include "data/builtin/synth.h"

#include <algorithm>
#include <array>

namespace kinglet::data::synth {

void strike(std::span<float> out, double atS, std::span<const Mode> modes) {
  const std::size_t start = samplesOf(atS);
  if (start >= out.size()) return;
  for (const Mode& mode : modes) {
    Resonator resonator(mode.hz, mode.decayS);
    const std::size_t end = std::min(out.size(), start + samplesOf(1.2 * mode.decayS) + 1);
    float in = static_cast<float>(mode.amplitude);
    for (std::size_t n = start; n < end; ++n, in = 0) out[n] += resonator.step(in);
  }
}

void addRoom(base::Random& random, std::span<float> sound, double wetness, double decayS) {
  struct Delay {
    std::vector<float> memory;
    std::size_t at = 0;
    float feedback;
  };
  const auto make = [&](double lowS, double highS, double feedback) {
    const double seconds = random.uniform(lowS, highS);
    return Delay{std::vector<float>(std::max<std::size_t>(1, samplesOf(seconds))), 0,
                 float(feedback > 0 ? feedback : std::exp(-6.9 * seconds / decayS))};
  };
  std::array combs{make(0.011, 0.045, 0), make(0.011, 0.045, 0), make(0.011, 0.045, 0),
                   make(0.011, 0.045, 0)};
  std::array passes{make(0.004, 0.007, 0.7), make(0.001, 0.003, 0.7)};
  LowPass damping(random.uniform(2000, 6000));
  for (float& sample : sound) {
    float sum = 0;
    for (Delay& comb : combs) {
      float& slot = comb.memory[comb.at];
      sum += slot;
      slot = sample + comb.feedback * slot;
      if (++comb.at == comb.memory.size()) comb.at = 0;
    }
    float wet = damping.step(0.3f * sum);
    for (Delay& pass : passes) {
      float& slot = pass.memory[pass.at];
      const float delayed = slot;
      slot = wet + pass.feedback * delayed;
      wet = delayed - pass.feedback * slot;
      if (++pass.at == pass.memory.size()) pass.at = 0;
    }
    sample += float(wetness) * wet;
  }
}

void addNoise(base::Random& random, std::span<float> out, double tilt, float level) {
  LowPass low(120);  // its output has 0.15 of white noise's amplitude
  const auto white = float(1 - tilt) * level, brown = float(tilt / 0.152) * level;
  for (float& sample : out) {
    const float n = noise(random);
    sample += white * n + brown * low.step(n);
  }
}

float loudness(std::span<const float> sound) {
  const std::size_t window = samplesOf(0.1);
  double loudest = 0;
  for (std::size_t start = 0; start + window <= sound.size(); start += window / 2) {
    double sum = 0;
    for (const float sample : sound.subspan(start, window)) sum += double(sample) * sample;
    loudest = std::max(loudest, sum / double(window));
  }
  return float(std::sqrt(loudest));
}

}  // namespace kinglet::data::synth
