// study/: a search as a thing that lasts: settings, trials, the study file, the runner and its worker threads, events.
// Calls every other folder of core/ but deploy/; app/ calls it. A newcomer reads this header first, then runner.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "energy/energy_model.h"
#include "network/cost.h"
#include "search/strategy.h"
#include "space/audio_space.h"
#include "train/stopping.h"
#include "train/trainer.h"

namespace kinglet::study {

struct Limits {                       // hard: a candidate over one of them is never trained
  std::optional<double> energyMj, flashKb, ramKb;
};

// What a study was asked to do. Stored in its file; what may change while it runs is marked (live).
struct Settings {
  std::string dataPath = "demo";      // as the user gave it; "demo" for the built-in sounds
  std::string device;                 // energy::DeviceProfile::id; empty: energy::kDefaultDevice
  std::string strategy;               // empty: search::kDefaultStrategy
  std::string spaceJson;              // empty: space::audioSpace()
  network::InputSpec input;           // what the space does not search
  train::Recipe recipe;
  train::StoppingSettings stopping;   // (live)
  Limits limits;                      // (live)
  int trials = 100;                   // (live) how many to train in all
  double minutes = 0;                 // (live) 0: no limit
  int workers = 0;                    // (live) 0: one a physical core
  std::uint64_t seed = 1;
  int testFold = -1;                  // -1: the last fold; closed during the search
  int validationFold = -1;            // -1: the one before
  std::string toJson() const;
  static Settings fromJson(const std::string& text);  // throws base::Error
};

enum class TrialState { running, finished, stoppedEarly, failed, cancelled };
const char* toText(TrialState state);

// One candidate and all that is known of it. A value: copies are handed between threads.
struct Trial {
  int number = 0;
  TrialState state = TrialState::running;
  std::string baseline;               // "mobilenet_v1:0.25" when it is a baseline and not of the space
  space::Genome genome;               // empty for a baseline
  space::Candidate candidate;
  network::NetworkCost cost;
  energy::EnergyEstimate energy;
  search::Origin origin;
  std::vector<train::EpochReport> curve;
  std::string reason;                 // why stopped or failed
  double seconds = 0;
  bool starred = false;
  std::string note;
  std::optional<train::Metrics> test; // once the user opened the test fold for it
  bool hasWeights = false;

  double error() const;               // percent, of the last epoch's validation accuracy; NaN before the first epoch
  double energyMj() const { return energy.millijoules; }
  double flashKb() const { return double(cost.flashBytes) / 1024; }
  double ramKb() const { return double(cost.peakRamBytes) / 1024; }
};

// The three objectives of a study, in their order: error_percent, energy_mj (log, known), memory_kb (log, known; flash +
// peak RAM). Reference point: 100 %, and costs that no candidate of the space exceeds.
std::vector<search::Objective> studyObjectives();
std::vector<double> objectivesOf(const Trial& trial);
// Trials on the front: finished ones only, baselines excluded.
std::vector<int> frontOf(const std::vector<Trial>& trials);  // indices into trials, by energy
double hypervolumeOf(const std::vector<Trial>& trials);      // of the front, normalised by the reference box: 0 .. 1

}  // namespace kinglet::study
