#include "train/windows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.h"

namespace kinglet::train {

Normalisation Normalisation::of(const data::FeatureSet& features, std::span<const int> clips) {
  const auto mels = static_cast<std::size_t>(features.frontEnd().mels);
  Normalisation result{std::vector<float>(mels), std::vector<float>(mels)};
  features.statistics(clips, result.mean, result.deviation);
  // A band that never changes carries nothing; it must not become infinite either.
  for (float& deviation : result.deviation) {
    if (!(deviation > 1e-3f)) deviation = 1;
  }
  return result;
}

Normalisation Normalisation::of(const Weights& weights) {
  Normalisation result;
  for (const Tensor& tensor : weights) {
    if (tensor.name == "input/mean") result.mean = tensor.values;
    if (tensor.name == "input/deviation") result.deviation = tensor.values;
  }
  if (result.mean.empty() || result.mean.size() != result.deviation.size())
    throw base::Error("The weights do not say how their input is normalised: train the network again.");
  return result;
}

void Normalisation::addTo(Weights& weights) const {
  const int mels = static_cast<int>(mean.size());
  weights.push_back({"input/mean", {mels}, mean});
  weights.push_back({"input/deviation", {mels}, deviation});
}

std::vector<int> evaluationWindows(const data::FeatureView& clip, int frames) {
  const int room = clip.frames - frames, half = std::max(1, frames / 2);
  if (room <= 0) return {0};
  const float least = loudestFrame(clip, 0, clip.frames) - static_cast<float>(kQuietDb * kLogPowerPerDb);
  const int count = 1 + (room + half - 1) / half;
  std::vector<int> firsts;
  for (int i = 0; i < count; ++i) {
    const auto first = static_cast<int>(long(room) * i / (count - 1));
    if (loudestFrame(clip, first, frames) >= least) firsts.push_back(first);
  }
  return firsts;
}

int randomWindow(int clipFrames, int frames, double timeShift, base::Random& random) {
  const int room = clipFrames - frames;  // negative: how much of the window stays empty
  const int shift = std::max(0, static_cast<int>(std::lround(timeShift * frames)) - std::abs(room));
  const int low = std::min(0, room) - shift, high = std::max(0, room) + shift;
  return low + random.below(high - low + 1);
}

void cutFrames(const data::FeatureView& clip, int first, int frames, float gain, std::span<float> out) {
  const auto mels = static_cast<std::size_t>(clip.mels);
  const float floor = std::log(audio::kLogFloor);
  for (int t = 0; t < frames; ++t) {
    float* row = out.data() + static_cast<std::size_t>(t) * mels;
    const int from = first + t;
    if (from < 0 || from >= clip.frames) {
      std::fill_n(row, mels, floor);
      continue;
    }
    const float* source = clip.values.data() + static_cast<std::size_t>(from) * mels;
    for (std::size_t m = 0; m < mels; ++m) row[m] = gain == 0 ? source[m] : std::max(source[m] + gain, floor);
  }
}

void cutPlayed(const data::FeatureView& clip, const audio::FrontEndParams& frontEnd, int first, int frames,
               float gain, double speed, std::span<float> out) {
  const auto mels = static_cast<std::size_t>(clip.mels);
  const float floor = std::log(audio::kLogFloor);
  // Where in the clip each band comes from: a tone of f Hz is played at speed x f.
  const double low = audio::melOf(frontEnd.lowHz),
               step = (audio::melOf(frontEnd.highHz) - low) / (frontEnd.mels + 1);
  std::vector<float> band(mels), row(mels);
  for (std::size_t m = 0; m < mels; ++m) {
    const double hz = audio::hzOf(low + static_cast<double>(m + 1) * step) / speed;
    band[m] = static_cast<float>(std::clamp((audio::melOf(hz) - low) / step - 1, 0.0, clip.mels - 1.0));
  }
  for (int t = 0; t < frames; ++t) {
    float* to = out.data() + static_cast<std::size_t>(t) * mels;
    const double at = first + frames / 2.0 + (t - frames / 2.0) * speed;
    const int whole = static_cast<int>(std::floor(at));
    if (whole < 0 || whole >= clip.frames) {
      std::fill_n(to, mels, floor);
      continue;
    }
    const auto part = static_cast<float>(at - whole);
    const float* here = clip.values.data() + static_cast<std::size_t>(whole) * mels;
    const float* next = whole + 1 < clip.frames ? here + mels : here;
    for (std::size_t m = 0; m < mels; ++m) row[m] = here[m] + part * (next[m] - here[m]);
    for (std::size_t m = 0; m < mels; ++m) {
      const auto lower = static_cast<std::size_t>(band[m]);
      const std::size_t upper = std::min(lower + 1, mels - 1);
      const float share = band[m] - static_cast<float>(lower);
      to[m] = std::max(row[lower] + share * (row[upper] - row[lower]) + gain, floor);
    }
  }
}

void equalise(std::span<float> window, int mels, double decibels, base::Random& random) {
  constexpr int kPoints = 5;
  float points[kPoints];
  for (float& point : points) point = static_cast<float>(decibels * kLogPowerPerDb * random.uniform(-1, 1));
  const float floor = std::log(audio::kLogFloor);
  const auto width = static_cast<std::size_t>(mels);
  for (std::size_t m = 0; m < width; ++m) {
    const float at = static_cast<float>(m) / static_cast<float>(mels) * (kPoints - 1);
    const int left = static_cast<int>(at);
    const float gain = points[left] + (at - static_cast<float>(left)) * (points[left + 1] - points[left]);
    for (std::size_t i = m; i < window.size(); i += width) window[i] = std::max(window[i] + gain, floor);
  }
}

void normalise(const Normalisation& normalisation, std::span<float> window) {
  const std::size_t mels = normalisation.mean.size();
  for (std::size_t row = 0; row < window.size(); row += mels) {
    for (std::size_t m = 0; m < mels; ++m)
      window[row + m] = (window[row + m] - normalisation.mean[m]) / normalisation.deviation[m];
  }
}

void cutWindow(const data::FeatureView& clip, int first, int frames, const Normalisation& normalisation,
               std::span<float> out) {
  cutFrames(clip, first, frames, 0, out);
  normalise(normalisation, out);
}

float loudestFrame(const data::FeatureView& clip, int first, int frames) {
  float loudest = std::log(audio::kLogFloor);
  const auto mels = static_cast<std::size_t>(clip.mels);
  for (int t = std::max(first, 0); t < std::min(first + frames, clip.frames); ++t) {
    const float* row = clip.values.data() + static_cast<std::size_t>(t) * mels;
    float sum = 0;
    for (std::size_t m = 0; m < mels; ++m) sum += row[m];
    loudest = std::max(loudest, sum / static_cast<float>(mels));
  }
  return loudest;
}

void layUnder(std::span<const float> other, std::span<float> window) {
  for (std::size_t i = 0; i < window.size(); ++i) window[i] = std::max(window[i], other[i]);
}

void maskWindow(std::span<float> window, int frames, int mels, const Recipe& recipe, base::Random& random) {
  const auto band = [&](int size, double share, auto&& clear) {
    const int width = random.below(static_cast<int>(share * size) + 1);
    const int first = random.below(size - width + 1);
    for (int i = first; i < first + width; ++i) clear(i);
  };
  for (int i = 0; i < recipe.timeMasks; ++i) {
    band(frames, recipe.timeMaskShare,
         [&](int t) { std::fill_n(window.begin() + static_cast<std::ptrdiff_t>(t) * mels, mels, 0.f); });
  }
  for (int i = 0; i < recipe.freqMasks; ++i) {
    band(mels, recipe.freqMaskShare, [&](int m) {
      for (int t = 0; t < frames; ++t) window[static_cast<std::size_t>(t) * mels + m] = 0;
    });
  }
}

namespace {

// Of each row of a batch another (or itself), all of them once.
std::vector<std::size_t> partnersOf(std::size_t rows, base::Random& random) {
  std::vector<std::size_t> partner(rows);
  std::iota(partner.begin(), partner.end(), std::size_t{0});
  random.shuffle(std::span<std::size_t>(partner));
  return partner;
}

}  // namespace

void mixRows(std::span<float> inputs, std::span<float> targets, int batch, double alpha,
             base::Random& random) {
  const auto partner = partnersOf(static_cast<std::size_t>(batch), random);
  std::vector<float> share(partner.size());
  for (float& l : share) {
    const double b = random.beta(alpha, alpha);
    l = static_cast<float>(std::max(b, 1 - b));
  }
  const auto mix = [&](std::span<float> rows) {
    const std::size_t width = rows.size() / partner.size();
    const std::vector<float> before(rows.begin(), rows.end());
    for (std::size_t i = 0; i < partner.size(); ++i) {
      const float* other = before.data() + partner[i] * width;
      float* row = rows.data() + i * width;
      for (std::size_t k = 0; k < width; ++k) row[k] = share[i] * row[k] + (1 - share[i]) * other[k];
    }
  };
  mix(inputs);
  mix(targets);
}

void mixSounds(std::span<float> inputs, std::span<float> targets, int batch, int mels, double share,
               base::Random& random) {
  const auto rows = static_cast<std::size_t>(batch), width = inputs.size() / rows,
             classes = targets.size() / rows;
  const auto partner = partnersOf(rows, random);
  const std::vector<float> sounds(inputs.begin(), inputs.end()), labels(targets.begin(), targets.end());
  const auto levelOf = [&](std::size_t row) {
    const data::FeatureView window{
        {sounds.data() + row * width, width}, static_cast<int>(width) / mels, mels};
    return loudestFrame(window, 0, window.frames);
  };
  for (std::size_t i = 0; i < rows; ++i) {
    if (random.uniform() >= share) continue;
    const double ratio = std::clamp(random.uniform(), 1e-3, 1 - 1e-3);
    const std::size_t j = partner[i];
    // Amplitudes p and 1 - p that make the ratio one of loudness (Tokozume et al., equation 2), as powers.
    const double p = 1 / (1 + std::exp((levelOf(i) - levelOf(j)) / 2) * (1 - ratio) / ratio);
    const double power = p * p + (1 - p) * (1 - p);
    const auto own = static_cast<float>(2 * std::log(p) - std::log(power)),
               others = static_cast<float>(2 * std::log(1 - p) - std::log(power));
    for (std::size_t k = 0; k < width; ++k) {
      const float a = sounds[i * width + k] + own, b = sounds[j * width + k] + others;
      inputs[i * width + k] = std::max(a, b) + std::log1p(std::exp(-std::abs(a - b)));
    }
    for (std::size_t c = 0; c < classes; ++c)
      targets[i * classes + c] =
          static_cast<float>(ratio * labels[i * classes + c] + (1 - ratio) * labels[j * classes + c]);
  }
}

void fillTargets(std::span<const int> labels, bool multiLabel, double smoothing, std::span<float> out) {
  const double low = multiLabel ? smoothing / 2 : smoothing / static_cast<double>(out.size());
  const double high = multiLabel ? 1 - smoothing / 2 : 1 - smoothing + low;
  std::fill(out.begin(), out.end(), static_cast<float>(low));
  for (const int label : labels) out[static_cast<std::size_t>(label)] = static_cast<float>(high);
}

}  // namespace kinglet::train
