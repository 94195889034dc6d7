// A study that looks like a real one without training anything: networks of the real space with their real
// costs, and learning curves made up from a seed.
#pragma once

#include <cmath>
#include <vector>

#include "base/random.h"
#include "energy/device/device_profile.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "space/audio_space.h"
#include "space/search_space.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::testing {

constexpr int kSampleEpochs = 15;

inline train::EpochReport sampleEpoch(int epoch, double error, base::Random& random) {
  train::EpochReport report;
  report.epoch = epoch;
  report.trainLoss = error * 2.5;
  report.validation.clips = 400;
  report.validation.accuracy = 1 - std::clamp(error + 0.012 * random.normal(), 0.01, 0.92);
  report.validation.balancedAccuracy = report.validation.accuracy - 0.004;
  report.validation.map = report.validation.accuracy + 0.02;
  report.seconds = 1.5 + random.uniform();
  return report;
}

// As a study with the usual settings tells it.
inline energy::MeanPower samplePower(const study::Trial& trial) {
  return energy::meanPower(energy::listeningDevice(&energy::device(energy::kDefaultDevice)), trial.energy,
                           trial.candidate.input, trial.candidate.network, {});
}

// A trial with everything filled in; `epochs` of its curve.
inline study::Trial sampleTrial(int number, std::uint64_t seed = 1, int epochs = kSampleEpochs) {
  base::Random random(base::seedFor(seed, static_cast<std::uint64_t>(number)));
  static const space::SearchSpace space = space::audioSpace();
  static const auto model = energy::modelFor(energy::device(energy::kDefaultDevice));
  study::Trial trial;
  trial.number = number;
  trial.genome = space.sample(random);
  trial.candidate = space::decode(space, trial.genome, {}, 10);
  trial.cost = network::costOf(trial.candidate.network);
  trial.energy = model->estimate(trial.candidate.input, trial.candidate.network);
  trial.power = samplePower(trial);
  static const char* const kStrategies[] = {"random", "bayesian", "evolution", "firefly"};
  trial.origin.strategy = number < 10 ? "random" : kStrategies[1 + random.below(3)];
  const double end =
      std::clamp(0.62 - 0.075 * std::log10(static_cast<double>(trial.cost.macs + 1)) + 0.05 * random.normal(),
                 0.04, 0.8);
  if (number >= 10) {
    trial.origin.parents = {random.below(number), random.below(number)};
    trial.origin.predictedError = 100 * end + 3 * random.normal();
    trial.origin.predictedDeviation = 2 + 2 * random.uniform();
    trial.origin.acquisition = 0.02 * random.uniform();
  }
  for (int epoch = 1; epoch <= epochs; ++epoch) {
    trial.curve.push_back(sampleEpoch(epoch, end + (0.9 - end) * std::exp(-epoch / 3.5), random));
  }
  trial.state = epochs >= kSampleEpochs ? study::TrialState::finished : study::TrialState::stoppedEarly;
  if (trial.state == study::TrialState::stoppedEarly) {
    trial.reason = base::Message(
        "With %1 confidence its final error stays above %2, which cannot improve the front at its energy",
        base::figure("95 %"), base::figure("31.2 %"));
  }
  trial.seconds = 2.0 * epochs;
  trial.hasWeights = true;
  return trial;
}

inline widgets::TrialPtr share(study::Trial trial) {
  return std::make_shared<const study::Trial>(std::move(trial));
}

// A search that is under way: finished, stopped, running, failed and starred ones, and two baselines.
inline std::vector<widgets::TrialPtr> sampleStudy(int count, std::uint64_t seed = 1) {
  std::vector<widgets::TrialPtr> trials;
  for (int i = 0; i < count; ++i) {
    base::Random random(base::seedFor(seed, static_cast<std::uint64_t>(i), 7));
    const bool running = i >= count - 2, stopped = !running && random.chance(0.3);
    study::Trial trial = sampleTrial(i, seed, running ? 4 : stopped ? 3 + random.below(8) : kSampleEpochs);
    if (running) {
      trial.state = study::TrialState::running;
      trial.reason = {};
    }
    if (!running && !stopped && random.chance(0.02)) {
      trial.state = study::TrialState::failed;
      trial.reason =
          base::Message("The loss was no number after 212 batches; a lower learning rate may help");
    }
    trial.starred = random.chance(0.03);
    trials.push_back(share(std::move(trial)));
  }
  for (const char* name : {"mobilenet_v1:0.25", "mobilenet_v2:0.35", "ds_cnn"}) {
    study::Trial trial = sampleTrial(count + static_cast<int>(trials.size()), seed);
    trial.baseline = name;
    trial.genome.clear();
    trial.origin = {};
    trial.starred = false;
    trial.candidate.input = {};
    trial.candidate.network = network::namedNetwork(name, trial.candidate.input.shape(), 10);
    trial.cost = network::costOf(trial.candidate.network);
    trial.energy = energy::modelFor(energy::device(energy::kDefaultDevice))
                       ->estimate(trial.candidate.input, trial.candidate.network);
    trial.power = samplePower(trial);
    trials.push_back(share(std::move(trial)));
  }
  return trials;
}

}  // namespace kinglet::testing
