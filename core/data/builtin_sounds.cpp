#include "data/builtin_sounds.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "audio/sound_file.h"
#include "data/builtin/models.h"
#include "data/builtin/synth.h"
#include "data/folds.h"

namespace kinglet::data {
namespace {

struct Kind {
  const char* name;
  synth::Model model;
};
constexpr std::array kKinds{
    Kind{"bark", synth::bark},           Kind{"bird", synth::bird},   Kind{"clock", synth::clockTick},
    Kind{"cricket", synth::cricket},     Kind{"cry", synth::cry},     Kind{"engine", synth::engine},
    Kind{"footsteps", synth::footsteps}, Kind{"glass", synth::glass}, Kind{"knock", synth::knock},
    Kind{"rain", synth::rain},           Kind{"siren", synth::siren}, Kind{"water", synth::water}};
constexpr int kClipsAKind = 50;

// The same world around every sound: a microphone's tone, a room, noise of any colour and level, any gain.
void placeInScene(base::Random& random, std::vector<float>& sound) {
  synth::LowPass tone(synth::pitch(random, 300, 4000));
  const auto bright = float(random.uniform(-0.4, 0.5));
  for (float& sample : sound) {
    const float low = tone.step(sample);
    sample += bright * (sample - 2 * low);
  }
  if (random.chance(0.6)) synth::addRoom(random, sound, random.uniform(0.05, 0.6), random.uniform(0.1, 0.5));
  const float loud = synth::loudness(sound);
  for (float& sample : sound) sample /= std::max(loud, 1e-6f);
  const double noiseDb = random.uniform(-35, -8);
  synth::addNoise(random, sound, random.uniform(), float(std::pow(10, noiseDb / 20)));
  if (random.chance(0.3)) {  // mains hum
    synth::Sine hum;
    const double hz = random.chance(0.5) ? 100 : 120;
    const auto level = float(random.uniform(0.02, 0.2));
    for (float& sample : sound) sample += level * hum.step(hz);
  }
  const auto gain = float(std::pow(10, random.uniform(-32, -16) / 20));
  for (float& sample : sound) sample = std::clamp(sample * gain, -1.0f, 1.0f);
}

}  // namespace

std::optional<std::uint64_t> demoSeed(std::string_view text) {
  if (text == "demo") return 1;
  if (!text.starts_with("demo:")) return {};
  text.remove_prefix(5);
  std::uint64_t seed = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (problem != std::errc() || end != text.data() + text.size()) return {};
  return seed;
}

Dataset builtinDataset(std::uint64_t seed) {
  Dataset dataset;
  dataset.name = seed == 1 ? "demo" : "demo:" + std::to_string(seed);
  dataset.layout = "builtin";
  dataset.builtinSeed = seed;
  dataset.folds = kDefaultFolds;
  for (int fold = 0; fold < kDefaultFolds; ++fold) dataset.foldNames.push_back(std::to_string(fold + 1));
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    dataset.classes.emplace_back(kKinds[kind].name);
    for (int i = 0; i < kClipsAKind; ++i) {
      Clip clip;
      clip.name = std::string(kKinds[kind].name) + (i < 9 ? "-0" : "-") + std::to_string(i + 1);
      clip.labels = {static_cast<int>(kind)};
      clip.fold = i % kDefaultFolds;
      clip.source = clip.name;
      clip.seconds = kBuiltinSeconds;
      dataset.clips.push_back(std::move(clip));
    }
  }
  return dataset;
}

std::vector<float> builtinSound(std::uint64_t seed, int clip, int rate) {
  const Kind& kind = kKinds.at(static_cast<std::size_t>(clip / kClipsAKind));
  base::Random random(base::seedFor(seed, static_cast<std::uint64_t>(clip)));
  std::vector<float> sound(synth::samplesOf(kBuiltinSeconds));
  kind.model(random, sound);
  placeInScene(random, sound);
  return rate == synth::kRate ? sound : audio::resample(sound, synth::kRate, rate);
}

}  // namespace kinglet::data
