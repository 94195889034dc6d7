// A clip as a view is handed it: log-mel features as data::FeatureView gives them, with what the axes need.
#pragma once

#include <QString>
#include <vector>

namespace kinglet::widgets {

struct SpectrogramData {
  QString title;              // clip and class
  std::vector<float> values;  // frames x mels, time first, natural log of the mel energy
  int frames = 0, mels = 0;
  double hopSeconds = 0.01, windowSeconds = 0.025;
  double lowHz = 60, highHz = 7800;  // bands are equally spaced between on the HTK mel scale
  std::vector<float> samples;        // mono, [-1, 1]; may be empty
  int rate = 16000;                  // of the samples, Hz

  // Of the samples, or of the frames where there are none.
  double seconds() const {
    if (!samples.empty()) return static_cast<double>(samples.size()) / rate;
    return frames > 0 ? (frames - 1) * hopSeconds + windowSeconds : 0;
  }
};

}  // namespace kinglet::widgets
