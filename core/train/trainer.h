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
#include "train/checkpoint.h"
#include "train/epoch_report.h"
#include "train/metrics.h"
#include "train/recipe.h"
#include "train/weights.h"

namespace kinglet::train {

class Teaching;  // teaching.h

// The network itself cannot be trained: its loss is no number any more.
class Diverged : public base::Error {
 public:
  using base::Error::Error;
};

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
