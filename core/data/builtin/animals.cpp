#include <algorithm>

#include "data/builtin/models.h"
#include "data/builtin/synth.h"

namespace kinglet::data::synth {
namespace {

double lengthOf(std::span<float> out) {
  return double(out.size()) / kRate;
}

// A whistle from one pitch over a middle to another, with the envelope of a syllable.
void whistle(std::span<float> out, double atS, double lengthS, double from, double middle, double to,
             float level) {
  Sine tone;
  const std::size_t start = samplesOf(atS), count = samplesOf(lengthS);
  for (std::size_t i = 0; i < count && start + i < out.size(); ++i) {
    const double x = double(i) / double(count);
    const double hz = x < 0.5 ? from + (middle - from) * 2 * x : middle + (to - middle) * (2 * x - 1);
    out[start + i] += level * arch(x, 0.2, 0.7) * tone.step(hz);
  }
}

}  // namespace

void bark(base::Random& random, std::span<float> out) {
  const double size = pitch(random, 0.6, 1.7);  // small dogs are high
  const double f0 = 420 * size * random.uniform(0.85, 1.15), fall = random.uniform(0.45, 0.75);
  const double length = random.uniform(0.09, 0.24), gap = random.uniform(0.12, 0.6);
  const float growl = float(random.uniform(0.15, 0.6));
  double at = random.uniform(0.0, 0.9);
  for (int barks = 1 + random.below(4); barks > 0; --barks) {
    Pulses voice(random.uniform(4, 9));
    BandPass mouth1(random.uniform(550, 900) * size, 250), mouth2(random.uniform(1300, 2100) * size, 400);
    const double high = f0 * random.uniform(0.92, 1.08), span = length * random.uniform(0.85, 1.15);
    const std::size_t start = samplesOf(at), count = samplesOf(span);
    float rough = 0;
    for (std::size_t i = 0; i < count && start + i < out.size(); ++i) {
      const double x = double(i) / double(count);
      rough += 0.02f * (noise(random) - rough);
      const double hz =
          high * (x < 0.15 ? 0.8 + x / 0.75 : 1 - (1 - fall) * (x - 0.15) / 0.85) * (1 + 0.6 * rough);
      const float source = voice.step(hz) + growl * 0.5f * noise(random);
      out[start + i] +=
          arch(x, 0.12, 1.6) * (mouth1.step(source) + 0.7f * mouth2.step(source) + 0.1f * source);
    }
    at += span + gap * random.uniform(0.8, 1.3);
  }
}

void cry(base::Random& random, std::span<float> out) {
  const double f0 = pitch(random, 330, 620), size = random.uniform(0.85, 1.2);
  double at = random.uniform(0.0, 0.5);
  while (at < lengthOf(out) - 0.2) {
    const double length = random.uniform(0.4, 0.9), bend = random.uniform(0.1, 0.3);
    const double vibrato = random.uniform(4.5, 8), depth = random.uniform(0.005, 0.03);
    const float breath = float(random.uniform(0.03, 0.2));
    Pulses voice(random.uniform(4, 10));
    BandPass mouth1(1050 * size, 300), mouth2(1900 * size, 450), mouth3(3300 * size, 600);
    const std::size_t start = samplesOf(at), count = samplesOf(length);
    for (std::size_t i = 0; i < count && start + i < out.size(); ++i) {
      const double x = double(i) / double(count);
      const double hz = f0 * (1 - bend + bend * std::sin(std::numbers::pi * std::pow(x, 0.7))) *
                        (1 + depth * std::sin(kTurn * vibrato * double(i) / kRate));
      const float source = voice.step(hz) + breath * noise(random);
      out[start + i] += arch(x, 0.15, 0.6) * (mouth1.step(source) + 0.6f * mouth2.step(source) +
                                              0.4f * mouth3.step(source) + 0.1f * source);
    }
    at += length + random.uniform(0.12, 0.45);
  }
}

void bird(base::Random& random, std::span<float> out) {
  const double centre = pitch(random, 1800, 4500);
  double at = random.uniform(0.0, 0.8);
  const int motifs = 1 + random.below(3);
  for (int motif = 0; motif < motifs; ++motif) {
    const double length = random.uniform(0.08, 0.25), pause = random.uniform(0.04, 0.16);
    const double from = centre * random.uniform(0.7, 1.45), middle = centre * random.uniform(0.7, 1.45),
                 to = centre * random.uniform(0.7, 1.45);
    for (int syllables = 1 + random.below(5); syllables > 0; --syllables) {
      const double shift = random.uniform(0.97, 1.03);
      whistle(out, at, length, from * shift, middle * shift, to * shift, float(random.uniform(0.7, 1)));
      at += length + pause;
    }
    at += random.uniform(0.05, 0.4);
  }
}

void cricket(base::Random& random, std::span<float> out) {
  const double centre = pitch(random, 2500, 5600);
  const double pulse = random.uniform(0.010, 0.020), period = pulse + random.uniform(0.012, 0.03);
  const bool trills = random.chance(0.3);  // without pauses
  const double pause = random.uniform(0.15, 0.6);
  const int pulses = 2 + random.below(5);
  double at = random.uniform(0.0, 0.5);
  while (at < lengthOf(out)) {
    for (int i = 0; i < pulses; ++i, at += period)
      whistle(out, at, pulse, centre, centre * 1.01, centre * 0.985, float(0.7 + 0.3 * i / pulses));
    if (!trills) at += pause * random.uniform(0.95, 1.05);
  }
}

}  // namespace kinglet::data::synth
