// What a network hears: windows cut out of clips' log-mel features, normalised a mel band, and their
// augmentation. Plain floats, no LibTorch.
#pragma once

#include <span>
#include <vector>

#include "base/random.h"
#include "data/feature_store.h"
#include "train/trainer.h"

namespace kinglet::train {

struct Normalisation {
  std::vector<float> mean, deviation;  // a mel band, of the training clips

  static Normalisation of(const data::FeatureSet& features, std::span<const int> clips);
  static Normalisation of(const Weights& weights);  // throws base::Error when it is not there
  void addTo(Weights& weights) const;
};

// First frames of the windows by which a clip is judged: evenly spaced, each half over the next or a little
// more, the first at the clip's start, the last at its end; one at 0 for a clip that is no longer than a
// window. Those that stay kQuietDb below the clip's loudest frame are left out: a device that hears silence
// need not ask its network, and what it says of silence is no news of the clip. ./dev bench recipe tells what
// this is worth.
std::vector<int> evaluationWindows(const data::FeatureView& clip, int frames);
constexpr double kQuietDb = 30;

// Where a training window starts: anywhere within the clip (a shorter clip: anywhere within the window);
// stands out on either side where that leaves less than timeShift x frames of play.
int randomWindow(int clipFrames, int frames, double timeShift, base::Random& random);

// out: frames x mels. Frames outside the clip hold the log floor. gain: added to what is inside, natural-log
// units of power, but nothing falls below the floor.
void cutFrames(const data::FeatureView& clip, int first, int frames, float gain, std::span<float> out);
// The same as a tape that runs `speed` times as fast would play it: shorter and higher alike (speed
// perturbation, Ko et al. 2015, of log-mel features). Between frames and bands values are interpolated; the
// window's middle stays where it is.
void cutPlayed(const data::FeatureView& clip, const audio::FrontEndParams& frontEnd, int first, int frames,
               float gain, double speed, std::span<float> out);
// Bands louder or quieter by up to so many decibels, in a random line through five points over the mel scale:
// other rooms and microphones (after FilterAugment, Nam et al. 2022). Nothing falls below the floor.
void equalise(std::span<float> window, int mels, double decibels, base::Random& random);
void normalise(const Normalisation& normalisation, std::span<float> window);
// Both, without gain.
void cutWindow(const data::FeatureView& clip, int first, int frames, const Normalisation& normalisation,
               std::span<float> out);

// The loudest frame of a clip's part, as the mean of its log-mel values; the floor where nothing lies inside.
float loudestFrame(const data::FeatureView& clip, int first, int frames);

// Another sound behind a window, both not yet normalised: the louder of the two in each place, which is the
// sum of their powers within 3 dB.
void layUnder(std::span<const float> other, std::span<float> window);

constexpr double kLogPowerPerDb = 0.23025850929940458;  // ln(10) / 10

// SpecAugment (Park et al. 2019) without time warping: bands of mels and of frames, each 0 .. share wide, set
// to 0, which is the mean after normalisation.
void maskWindow(std::span<float> window, int frames, int mels, const Recipe& recipe, base::Random& random);

// Mixup (Zhang et al. 2018) of each row with another of the batch: row <- l row + (1 - l) other, l = max(b, 1
// - b) with b from Beta(alpha, alpha); inputs and targets alike. rows: batch x (values / batch).
void mixRows(std::span<float> inputs, std::span<float> targets, int batch, double alpha,
             base::Random& random);

// Between-class learning (Tokozume et al. 2018) of a share of the rows, each with another of the batch: both
// sounds at once, their powers added a band (log-mel, not yet normalised), one at share r of the ear's
// attention, drawn evenly from 0 to 1, whatever the loudness of their recordings; targets in the same ratio.
void mixSounds(std::span<float> inputs, std::span<float> targets, int batch, int mels, double share,
               base::Random& random);

// Smoothed targets of a clip (Szegedy et al. 2016): one label: 1 - s + s / classes and s / classes; several:
// 1 - s / 2 and s / 2.
void fillTargets(std::span<const int> labels, bool multiLabel, double smoothing, std::span<float> out);

}  // namespace kinglet::train
