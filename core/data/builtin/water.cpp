#include <algorithm>

#include "data/builtin/models.h"
#include "data/builtin/synth.h"

namespace kinglet::data::synth {
namespace {

// The time to the next event of a Poisson process.
double wait(base::Random& random, double rate) {
  return -std::log(1 - random.uniform()) / rate;
}

// A bubble of this pitch under the surface: a decaying tone that rises as the bubble does (van den Doel
// 2005).
void bubble(std::span<float> out, double atS, double hz, double rise, float level) {
  const double damping = 0.13 * hz + 0.0072 * std::pow(hz, 1.5);
  const std::size_t start = samplesOf(atS), count = samplesOf(5 / damping);
  const float fade = float(std::exp(-damping / kRate));
  Sine tone;
  float amplitude = level;
  for (std::size_t i = 0; i < count && start + i < out.size(); ++i) {
    out[start + i] += amplitude * tone.step(std::min(7500.0, hz * (1 + rise * damping * double(i) / kRate)));
    amplitude *= fade;
  }
}

}  // namespace

void rain(base::Random& random, std::span<float> out) {
  const double rate = pitch(random, 120, 1200), surface = pitch(random, 700, 3000);
  const double seconds = double(out.size()) / kRate;
  for (double at = wait(random, rate); at < seconds; at += wait(random, rate)) {
    const Mode drop[] = {
        {surface * random.uniform(0.6, 2.5), random.uniform(0.003, 0.012), std::pow(random.uniform(), 3)}};
    strike(out, at, drop);
  }
  const float hiss = float(random.uniform(0.01, 0.08));
  LowPass low(surface * 0.5);
  for (float& sample : out) {
    const float n = noise(random);
    sample += hiss * (n - low.step(n));
  }
}

void water(base::Random& random, std::span<float> out) {
  const double rate = pitch(random, 25, 160), centre = pitch(random, 600, 1800);
  const double swell = random.uniform(0.3, 1.5), depth = random.uniform(0.1, 0.6);
  const double seconds = double(out.size()) / kRate;
  for (double at = wait(random, rate); at < seconds; at += wait(random, rate)) {
    const double level = 1 - depth + depth * std::sin(kTurn * swell * at);
    bubble(out, at, centre * pitch(random, 0.5, 3), random.uniform(0, 0.25),
           float(level * std::pow(random.uniform(), 2)));
  }
  const float hiss = float(random.uniform(0.005, 0.04));
  LowPass low(centre);
  for (float& sample : out) {
    const float n = noise(random);
    sample += hiss * (n - low.step(n));
  }
}

}  // namespace kinglet::data::synth
