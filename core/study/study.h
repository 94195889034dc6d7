// study/: a search as a thing that lasts: settings, trials, the study file, the runner and its worker
// threads, events. Calls every other folder of core/ but deploy/; app/ calls it. A newcomer reads this header
// first, then runner.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/message.h"
#include "data/dataset.h"
#include "energy/device_profile.h"
#include "network/cost.h"
#include "search/pareto.h"
#include "search/strategy.h"
#include "space/audio_space.h"
#include "train/stopping.h"
#include "train/trainer.h"

namespace kinglet::study {

// Hard: a candidate over one of them is never trained. What is not given is limited by the device's own flash
// and RAM (see limitsOf); an infinite one switches that off.
struct Limits {
  std::optional<double> energyMj, flashKb, ramKb;
  bool operator==(const Limits&) const = default;
};

// What a study was asked to do. Stored in its file; what may change while it runs is marked (live).
struct Settings {
  std::string dataPath = "demo";  // as the user gave it; "demo" for the built-in sounds
  data::GroupBy groupBy;          // how its clips are grouped by recording
  data::ReadAs readAs;            // how it is read where it can be read in several ways
  // energy::DeviceProfile::id; empty: energy::kDefaultDevice; "model:NAME" with energyModel
  std::string device;
  // What `kinglet energy fit` wrote, when energies are predicted by it: kept in the study, so that its
  // figures do not change when the file does. See setDevice().
  std::shared_ptr<const std::string> energyModel;
  std::string strategy;      // empty: search::kDefaultStrategy
  std::string spaceJson;     // empty: space::audioSpace()
  network::InputSpec input;  // what the space does not search
  train::Recipe recipe;
  train::StoppingSettings stopping;  // (live)
  double auditShare = 0;  // (live) 0 .. 1: of the trials that the rule would stop, the share that is trained
                          // on, so that what stopping loses is measured and not guessed
  Limits limits;          // (live)
  int trials = 100;       // (live) how many candidates to try in all; baselines do not count
  double minutes = 0;     // (live) of search, over all sessions; 0: no limit
  int workers = 0;        // (live) 0: one a physical core
  // (live) named networks to train beside the candidates: "mobilenet_v1:0.25"
  std::vector<std::string> baselines;
  std::uint64_t seed = 1;
  int testFold = -1;        // -1: the last fold; closed during the search
  int validationFold = -1;  // -1: the one before
  // Every fold but the test's held out in turn, and a candidate judged by all of their clips: as many times
  // the work, and half the luck where a fold is small. Weights are of the training without validationFold.
  bool crossValidate = false;
  double worstError = 100;  // percent; a candidate above it is worth nothing: the reference point's error
  std::vector<double> reference;     // of studyObjectives, in their order; empty: the standard ones
  std::vector<std::string> classes;  // of the data set, filled in by completed()
  std::string toJson() const;
  static Settings fromJson(const std::string& text);  // missing keys take the defaults; throws base::Error
};

// Settings as a new study keeps them: names and folds filled in, the space written out (a later Kinglet may
// have another one), the reference point taken from the space. Throws base::Error where they make no sense
// for this data set: an unknown name, fewer than three folds, limits that no candidate of the space keeps.
// How the study reads its data set.
data::OpenOptions openOptionsOf(const Settings& settings);
Settings completed(Settings settings, const data::Dataset& dataset);

// Three ways not to end well, which a study shared by machines must tell apart:
//   preempted  interrupted from outside (a stop, a crash): goes on from its last checkpoint, nothing is told
//              to the strategy
//   failed     something around it went wrong (memory, sounds, a bug): kept with its reason
//   bad        the network itself cannot be trained (its loss is no number): kept with its reason
enum class TrialState { running, finished, stoppedEarly, failed, preempted, bad };
constexpr bool endedBadly(TrialState state) {
  return state == TrialState::failed || state == TrialState::bad;
}
constexpr bool isUnfinished(TrialState state) {
  return state == TrialState::running || state == TrialState::preempted;
}
const char* toText(TrialState state);
TrialState trialStateFrom(const std::string& text);  // throws base::Error

// One candidate and all that is known of it. A value: copies are handed between threads.
struct Trial {
  int number = 0;  // from 0, in the order of starting
  TrialState state = TrialState::running;
  std::string baseline;  // "mobilenet_v1:0.25" when it is a baseline and not of the space
  space::Genome genome;  // empty for a baseline
  space::Candidate candidate;
  network::NetworkCost cost;
  energy::EnergyEstimate energy;
  search::Origin origin;  // parents are trial numbers of this study
  std::vector<train::EpochReport> curve;
  base::Message reason;  // why stopped or failed; of a finished trial, why it would have been stopped
  int cutEpoch = 0;      // epoch at which the stopping rule said stop, obeyed or not (auditShare); 0: never
  double seconds = 0;    // of work on it, pauses left out
  double endedAt = 0;    // seconds of search spent when it ended, over all sessions
  bool starred = false;
  std::string note;
  std::optional<train::Metrics> test;  // once the user opened the test fold for it
  bool hasWeights = false;
  // By which a resumed study brings its strategy to where it was.
  int suggestion = -1;  // the number that the strategy gave it; -1: a baseline
  int toldAs = -1;      // place in the order of results; -1: none yet

  double error() const;  // percent, of the last epoch's validation accuracy; NaN before the first epoch
  double energyMj() const { return energy.millijoules; }
  double flashKb() const { return double(cost.flashBytes) / 1024; }
  double ramKb() const { return double(cost.peakRamBytes) / 1024; }
};

// A suggestion that is the network of another trial in other words (inactive strides, say): never trained,
// told what that trial reached. Kept so that a resumed strategy knows it.
struct Repeat {
  int suggestion = 0;
  space::Genome genome;
  search::Origin origin;
  int trial = -1;  // whose network it is; -1: over a limit
  int toldAs = -1;
};

// The three objectives of a study, in their order: error_percent, energy_mj (log, known), memory_kb (log,
// known; flash + peak RAM). Reference point: Settings::worstError, and costs that no candidate of the space
// exceeds (Settings::reference).
std::vector<search::Objective> studyObjectives(const Settings& settings = {});
std::vector<double> objectivesOf(const Trial& trial);
// Objectives in the unit box: 1 is the reference; 0 is no error, and a cost 10^4 below the reference. Clamped
// to 0.
search::Point normalised(std::span<const double> objectives, std::span<const search::Objective> scale);
// Trials on the front: finished ones only, baselines excluded.
std::vector<int> frontOf(const std::vector<Trial>& trials);  // indices into trials, by energy
// Of the front, in the unit box: 0 .. 1.
double hypervolumeOf(const std::vector<Trial>& trials, const Settings& settings = {});

// Throws base::Error when a data set is not the one (by its classes and folds) that the study was made for.
void requireSameData(const Settings& settings, const data::Dataset& dataset);

// What a study's settings stand for. All throw base::Error on an unknown name.
space::SearchSpace spaceOf(const Settings& settings);
std::shared_ptr<const energy::EnergyModel> energyModelOf(const Settings& settings);
// A device by id or name, or "model:PATH" for a file of `kinglet energy fit`, which is read and kept. Throws
// base::Error: an unknown device, a file that is no model or tells nothing of networks.
void setDevice(Settings& settings, const std::string& deviceOrModel);
const energy::DeviceProfile* profileOf(const Settings& settings);  // null where a model takes its place
std::string deviceNameOf(const Settings& settings);                // for people
Limits limitsOf(const Settings& settings);  // with the device's flash and RAM where the user gave none
// Energy limit to begin a search with, mJ: what MobileNetV1 of width 0.25 takes on the device, front end
// included. A search is after networks far cheaper than this one, and dearer ones take most of the time to
// train.
double usualEnergyLimitMj(const Settings& settings);
data::Split splitOf(const Settings& settings, const data::Dataset& dataset);
// With crossValidate: what a candidate is trained on and judged by beside splitOf's. Else empty.
std::vector<train::TrainTask::Part> furtherParts(const Settings& settings, const data::Dataset& dataset);
// What is wrong with these costs, for people ("flash 812 kB is over the limit of 512 kB"); empty when they
// keep the limits. A predicted energy keeps a limit where the upper end of its interval does.
base::Message violated(const Limits& limits, const network::NetworkCost& cost,
                       const energy::EnergyEstimate& energy);

}  // namespace kinglet::study
