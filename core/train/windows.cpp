#include "train/windows.h"

#include <algorithm>
#include <cmath>

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

std::vector<int> evaluationWindows(int clipFrames, int frames) {
  if (clipFrames <= frames) return {0};
  const int count = (clipFrames + frames - 1) / frames;
  std::vector<int> firsts;
  for (int i = 0; i < count; ++i)
    firsts.push_back(static_cast<int>(long(clipFrames - frames) * i / (count - 1)));
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

void mixRows(std::span<float> inputs, std::span<float> targets, int batch, double alpha,
             base::Random& random) {
  std::vector<int> partner(static_cast<std::size_t>(batch));
  for (int i = 0; i < batch; ++i) partner[static_cast<std::size_t>(i)] = i;
  random.shuffle(std::span<int>(partner));
  std::vector<float> share(partner.size());
  for (float& l : share) {
    const double b = random.beta(alpha, alpha);
    l = static_cast<float>(std::max(b, 1 - b));
  }
  const auto mix = [&](std::span<float> rows) {
    const std::size_t width = rows.size() / partner.size();
    const std::vector<float> before(rows.begin(), rows.end());
    for (std::size_t i = 0; i < partner.size(); ++i) {
      const float* other = before.data() + static_cast<std::size_t>(partner[i]) * width;
      float* row = rows.data() + i * width;
      for (std::size_t k = 0; k < width; ++k) row[k] = share[i] * row[k] + (1 - share[i]) * other[k];
    }
  };
  mix(inputs);
  mix(targets);
}

void fillTargets(std::span<const int> labels, bool multiLabel, double smoothing, std::span<float> out) {
  const double low = multiLabel ? smoothing / 2 : smoothing / static_cast<double>(out.size());
  const double high = multiLabel ? 1 - smoothing / 2 : 1 - smoothing + low;
  std::fill(out.begin(), out.end(), static_cast<float>(low));
  for (const int label : labels) out[static_cast<std::size_t>(label)] = static_cast<float>(high);
}

}  // namespace kinglet::train
