#include "data/feature_statistics.h"

#include <algorithm>
#include <cmath>

#include "base/files.h"

namespace kinglet::data {

void RememberedStatistics::get(const FeatureSet& features, std::span<const int> clips, std::span<float> mean,
                               std::span<float> deviation) const {
  const std::lock_guard lock(mutex_);
  const auto [found, isNew] = known_.try_emplace(base::hashBytes(std::as_bytes(clips)));
  Bands& bands = found->second;
  if (isNew) {
    const auto mels = static_cast<std::size_t>(features.frontEnd().mels);
    std::vector<double> sum(mels), squares(mels);
    std::vector<float> clipSum(mels), clipSquares(mels);
    double frames = 0;
    for (const int clip : clips) {
      const FeatureView view = features.clip(clip);
      // Single precision within a clip, double over clips: exact enough for thousands of frames, and
      // vectorised.
      std::fill(clipSum.begin(), clipSum.end(), 0.0f);
      std::fill(clipSquares.begin(), clipSquares.end(), 0.0f);
      for (const float* row = view.values.data(); row != view.values.data() + view.values.size(); row += mels)
        for (std::size_t m = 0; m < mels; ++m) {
          clipSum[m] += row[m];
          clipSquares[m] += row[m] * row[m];
        }
      for (std::size_t m = 0; m < mels; ++m) sum[m] += clipSum[m], squares[m] += clipSquares[m];
      frames += view.frames;
    }
    const double n = std::max(frames, 1.0);
    for (std::size_t m = 0; m < mels; ++m) {
      const double average = sum[m] / n;
      bands.mean.push_back(static_cast<float>(average));
      bands.deviation.push_back(std::max(
          kLeastDeviation, static_cast<float>(std::sqrt(std::max(0.0, squares[m] / n - average * average)))));
    }
  }
  std::copy(bands.mean.begin(), bands.mean.end(), mean.begin());
  std::copy(bands.deviation.begin(), bands.deviation.end(), deviation.begin());
}

}  // namespace kinglet::data
