#include <algorithm>

#include "data/builtin/models.h"
#include "data/builtin/synth.h"

namespace kinglet::data::synth {

void engine(base::Random& random, std::span<float> out) {
  const double idle = pitch(random, 18, 85), rev = random.chance(0.5) ? random.uniform(1, 1.8) : 1;
  const double when = random.uniform(0.3, 1.4), ramp = random.uniform(0.2, 0.8),
               uneven = random.uniform(0.02, 0.12);
  BandPass exhaust1(pitch(random, 90, 300), 120), exhaust2(pitch(random, 350, 1400), 400);
  const float rattle = float(random.uniform(0.05, 0.5));
  Pulses firing(random.uniform(15, 60));
  float wobble = 0;
  for (std::size_t n = 0; n < out.size(); ++n) {
    const double t = double(n) / kRate;
    wobble += 0.005f * (noise(random) - wobble);
    const double hz =
        idle * (1 + (rev - 1) * std::clamp((t - when) / ramp, 0.0, 1.0)) * (1 + uneven * 10 * wobble);
    const float pulse = firing.step(hz);
    const float source = pulse + rattle * std::max(0.0f, pulse) * noise(random);
    out[n] += exhaust1.step(source) + 0.8f * exhaust2.step(source) + 0.15f * source;
  }
}

void siren(base::Random& random, std::span<float> out) {
  const int kind = random.below(3);  // wail, yelp, two tones
  const double low = pitch(random, 380, 800), high = low * random.uniform(1.35, 2.1);
  const double period = kind == 0   ? random.uniform(1.2, 3.5)
                        : kind == 1 ? random.uniform(0.22, 0.5)
                                    : random.uniform(0.7, 1.3);
  const double phase = random.uniform(), drift = random.uniform(-0.03, 0.03);
  const double swell = random.uniform(-0.8, 0.8);  // comes nearer or goes away
  Pulses horn(random.uniform(1, 8));
  BandPass cone(random.uniform(900, 2500), 1200);
  double glide = low;
  for (std::size_t n = 0; n < out.size(); ++n) {
    const double t = double(n) / kRate, turn = t / period + phase, x = turn - std::floor(turn);
    const double share = kind == 2 ? (x < 0.5 ? 0.0 : 1.0) : kind == 1 ? x : 0.5 - 0.5 * std::cos(kTurn * x);
    glide += 0.005 * ((low + (high - low) * share) * (1 + drift * t) - glide);
    const float source = horn.step(glide);
    out[n] += float(std::exp(swell * (t - 1))) * (cone.step(source) + 0.3f * source);
  }
}

}  // namespace kinglet::data::synth
