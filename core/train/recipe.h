// How a network is trained, in figures.
#pragma once

#include <string>

namespace kinglet::train {

// How a network is trained. Defaults are the search's short schedule, chosen by ./dev bench recipe on
// training folds of ESC-10.
struct Recipe {
  int epochs = 15;
  int batch = 16;
  double learningRate = 0.012;  // peak of the one-cycle schedule (Smith and Topin 2018)
  double warmUp = 0.3;          // share of the steps in which the rate rises
  double weightDecay = 0.02;    // AdamW (Loshchilov and Hutter 2019)
  double labelSmoothing = 0.05;
  double mixup = 0.2;  // Beta(a, a) (Zhang et al. 2018); 0: off
  // Share of windows that sound together with another of the batch, at a ratio drawn evenly: the loudness of
  // both counts, and the label is the ratio (between-class learning, Tokozume et al. 2018).
  double between = 0;
  double speed = 0;                  // each window played up to so much faster or slower: 0.25 is 0.8 to 1.25
  double equaliserDb = 0;            // bands louder or quieter by up to so many decibels
  double timeShift = 0.2;            // share of the window
  double gainDb = 0;                 // each window louder or quieter, by up to so many decibels
  double noise = 0;                  // share of windows with another clip in the background,
  double noiseDb = 10;               // so many decibels below it or up to 20 more; the label stays
  int freqMasks = 0, timeMasks = 0;  // SpecAugment (Park et al. 2019)
  double freqMaskShare = 0.15, timeMaskShare = 0.15;
  // A window that stays so many decibels below its clip's loudest frame is drawn again: the silence after a
  // bark is no bark. 0: off.
  double quietDb = 0;
  // Random windows of a clip shown an epoch; fewer, but at least one, where that would pass 4,000 windows an
  // epoch.
  int windowsPerClip = 4;
  // Rare classes are shown more often: clips are drawn by (1 / clips of their rarest class) to this power. 0:
  // every clip alike; 1: every class alike; between, Mahajan et al. 2018.
  double balance = 0.5;
  // Decay a step of an exponential moving average of the weights (Polyak and Juditsky 1992); 0: off.
  double averaging = 0;
  // Share of the targets that is what teachers say (see Teaching); the rest is the label's. Without teachers:
  // 0.
  double distillation = 0;
  std::string toJson() const;
  static Recipe fromJson(const std::string& text);
};

// The long schedule, for one network that was chosen: what the short one has no time for.
Recipe finalRecipe();

}  // namespace kinglet::train
