#include <algorithm>
#include <vector>

#include "data/builtin/models.h"
#include "data/builtin/synth.h"

namespace kinglet::data::synth {
namespace {

// A body: modes at ratios of a lowest pitch, higher ones shorter and weaker, each body's a little different.
std::vector<Mode> body(base::Random& random, double hz, std::span<const double> ratios, double decayS,
                       double dullness) {
  std::vector<Mode> modes;
  for (const double ratio : ratios) {
    const double pitchHz = hz * ratio * random.uniform(0.94, 1.06);
    if (pitchHz < 7600)
      modes.push_back(
          {pitchHz, decayS / std::sqrt(ratio), std::pow(ratio, -dullness) * random.uniform(0.5, 1)});
  }
  return modes;
}

void strikeBody(std::span<float> out, double atS, std::vector<Mode> modes, double level) {
  for (Mode& mode : modes) mode.amplitude *= level;
  strike(out, atS, modes);
}

void addBurst(base::Random& random, std::span<float> out, double atS, double lengthS, double lowHz,
              double highHz, float level) {
  LowPass high(highHz), low(lowHz);
  const std::size_t start = samplesOf(atS), count = samplesOf(lengthS);
  for (std::size_t i = 0; i < count && start + i < out.size(); ++i) {
    const float n = high.step(noise(random));
    out[start + i] += level * arch(double(i) / double(count), 0.1, 1.5) * (n - low.step(n));
  }
}

constexpr double kPlate[] = {1, 2.3, 3.6, 4.9, 6.8, 9.1};
constexpr double kBar[] = {1, 2.76, 5.4, 8.93};

}  // namespace

void knock(base::Random& random, std::span<float> out) {
  const auto board =
      body(random, pitch(random, 130, 900), kPlate, random.uniform(0.04, 0.16), random.uniform(0.3, 1.1));
  const double interval = random.uniform(0.11, 0.28);
  double at = random.uniform(0.02, 0.8);
  for (int knocks = 2 + random.below(4); knocks > 0; --knocks) {
    const double level = random.uniform(0.6, 1);
    strikeBody(out, at, board, level);
    addBurst(random, out, at, 0.006, 300, 5000, float(0.5 * level));
    at += interval * random.uniform(0.85, 1.15);
  }
}

void clockTick(base::Random& random, std::span<float> out) {
  const double hz = pitch(random, 400, 2600);
  const double decay = random.uniform(0.02, 0.09), dullness = random.uniform(0.0, 0.8);
  const auto tick = body(random, hz, kBar, decay, dullness);
  const auto tock = body(random, hz * random.uniform(0.75, 0.95), kBar, decay, dullness);
  const double interval = random.uniform(0.2, 0.5), tockLevel = random.uniform(0.5, 1);
  bool isTock = false;
  for (double at = random.uniform(0, interval); at < double(out.size()) / kRate;
       at += interval, isTock = !isTock)
    strikeBody(out, at, isTock ? tock : tick, isTock ? tockLevel : 1);
}

void footsteps(base::Random& random, std::span<float> out) {
  const double interval = random.uniform(0.32, 0.7), hz = pitch(random, 70, 400);
  const double grit = pitch(random, 900, 5000), sole = random.uniform(0.05, 0.16);
  const float scuff = float(random.uniform(0.15, 0.9));
  for (double at = random.uniform(0, interval); at < double(out.size()) / kRate;
       at += interval * random.uniform(0.94, 1.06)) {
    const double level = random.uniform(0.6, 1);
    strikeBody(out, at, body(random, hz, kPlate, random.uniform(0.03, 0.08), 1), level);
    addBurst(random, out, at + random.uniform(0, 0.03), sole * random.uniform(0.8, 1.2), grit * 0.25, grit,
             float(scuff * level));
  }
}

void glass(base::Random& random, std::span<float> out) {
  const double hz = pitch(random, 900, 3500), at = random.uniform(0.02, 0.9);
  addBurst(random, out, at, random.uniform(0.02, 0.07), 800, 7000, float(random.uniform(0.5, 1.2)));
  double spread = random.uniform(0.12, 0.4);
  for (int shards = 12 + random.below(25); shards > 0; --shards) {
    const double later = -std::log(1 - random.uniform()) * spread;
    strikeBody(out, at + later,
               body(random, hz * pitch(random, 0.8, 2.2), kPlate, random.uniform(0.05, 0.3), 0.4),
               random.uniform(0.2, 0.8) * std::exp(-later / (2 * spread)));
  }
}

}  // namespace kinglet::data::synth
