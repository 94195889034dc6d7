// Trains one network. This is the header of train/ to read first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "base/error.h"
#include "data/feature_store.h"
#include "network/network_spec.h"
#include "train/metrics.h"

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

struct EpochReport {
  int epoch = 0;  // from 1
  double trainLoss = 0;
  Metrics validation;  // the scores of a clip's windows are averaged
  double seconds = 0;  // of this epoch, training and validation
};

enum class Verdict { goOn, stop };

// A trained network's numbers, readable without LibTorch: study files store them and exporters read them.
// Names are LAYER/weight, LAYER/bias (only where the layer has no batch norm), LAYER/bn_scale, bn_shift,
// bn_mean, bn_variance (y = (x - mean) / sqrt(variance + kBatchNormEpsilon) * scale + shift); for
// squeezeExcite LAYER/reduce_weight, reduce_bias, expand_weight, expand_bias. Convolution weights are
// [out][kernelH][kernelW][in] (depthwise: [1][kernelH][kernelW][channels]), dense [out][in] (also within
// squeezeExcite). Input normalisation: "input/mean", "input/deviation" [mels]: the network hears (log-mel -
// mean) / deviation.
constexpr double kBatchNormEpsilon = 1e-3;
struct Tensor {
  std::string name;
  std::vector<int> shape;
  std::vector<float> values;
};
using Weights = std::vector<Tensor>;
std::string packWeights(const Weights& weights);  // little-endian, checksummed
Weights unpackWeights(std::string_view bytes);    // throws base::Error when damaged

class Teaching;  // teaching.h

// The network itself cannot be trained: its loss is no number any more.
class Diverged : public base::Error {
 public:
  using base::Error::Error;
};

// A training as it stood after an epoch. The same task goes on from it to the same bits as without a break.
// What is drawn at random hangs on seed, epoch and step alone, so that no state of a generator is needed.
struct Checkpoint {
  std::uint64_t key = 0;  // of the network, the recipe, the seed and the clips
  int epoch = 0;          // the last that was trained whole
  // A part each (see TrainTask::further): weights and statistics, both moments of the optimiser, and the
  // average of the weights where there is one.
  Weights state;
};
std::string packCheckpoint(const Checkpoint& checkpoint);  // checksummed
Checkpoint unpackCheckpoint(std::string_view bytes);       // throws base::Error when damaged

struct TrainTask {
  network::InputSpec input;
  network::NetworkSpec network;
  std::shared_ptr<const data::FeatureSet> features;  // computed with frontEndOf(input)
  const data::Dataset* dataset = nullptr;
  std::vector<int> train, validation;  // clip indices; validation may be empty
  // Cross-validation: the network is trained anew on each of these too, an epoch of each in turn. Reports
  // then tell of all held clips together, each judged by the weights that have not heard it. Empty: none.
  struct Part {
    std::vector<int> train, validation;
  };
  std::vector<Part> further;
  Recipe recipe;
  std::uint64_t seed = 0;
  std::shared_ptr<const Teaching> teaching;  // of the training clips; without it, labels alone
  // To go on from, with the reports of the epochs up to it; one of another task is not looked at. The last
  // report is told once more: perhaps nobody had decided on it.
  std::shared_ptr<const Checkpoint> from;
  std::vector<EpochReport> known;
};

struct TrainOutcome {
  std::vector<EpochReport> curve;
  Metrics validation;  // of the last epoch
  Weights weights;     // learnt from TrainTask::train
  bool stoppedEarly = false, cancelled = false;
};

struct TrainObserver {
  std::function<Verdict(const EpochReport&)> epochDone;   // may be empty
  std::function<void(int epoch, double share)> progress;  // within an epoch, 0 .. 1; may be empty
  // After an epoch that others follow; take() makes a checkpoint. May be empty.
  std::function<void(const std::function<Checkpoint()>& take)> mayKeep;
};

// Runs on the calling thread alone. The same task gives the same bits. A stop request is
// obeyed within one batch and returns what there is, cancelled set. Throws base::Error: out of memory,
// Diverged, data::FeaturesDamaged.
TrainOutcome trainNetwork(const TrainTask& task, const TrainObserver& observer = {},
                          std::stop_token stop = {});

// Scores of clips by trained weights: clips x classes probabilities, row-major; batch norm folded, no
// autograd.
std::vector<float> scoreClips(const network::InputSpec& input, const network::NetworkSpec& network,
                              const Weights& weights, const data::FeatureSet& features,
                              std::span<const int> clips, bool multiLabel);

// The front end that an InputSpec asks for.
audio::FrontEndParams frontEndOf(const network::InputSpec& input);

}  // namespace kinglet::train
