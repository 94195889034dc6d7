// One candidate of a study and all that is known of it.
#pragma once

#include <initializer_list>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "energy/energy_model.h"
#include "energy/listening/always_on.h"
#include "network/cost.h"
#include "search/origin.h"
#include "space/audio_space.h"
#include "space/search_space.h"
#include "study/cost_objective.h"
#include "train/epoch_report.h"
#include "train/metrics.h"

namespace kinglet::study {

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
  energy::MeanPower power;  // while the device listens as the study's settings say; not kept in the file
  CostObjective costBy = CostObjective::energy;  // which of the two the study searches by
  search::Origin origin;                         // parents are trial numbers of this study
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
  double costFigure() const { return costBy == CostObjective::power ? power.totalMw : energyMj(); }
  double flashKb() const { return double(cost.flashBytes) / 1024; }
  double ramKb() const { return double(cost.peakRamBytes) / 1024; }
};

using SharedTrials = std::vector<std::shared_ptr<const Trial>>;
SharedTrials shared(std::vector<Trial> trials);

// Trials in an order, wherever they are kept: values, or shared. Looks at them and copies none; they must outlive it.
class TrialsView {
 public:
  TrialsView(const std::vector<Trial>& trials);
  TrialsView(const SharedTrials& trials);
  TrialsView(std::initializer_list<Trial> trials);

  std::size_t size() const { return trials_.size(); }
  bool empty() const { return trials_.empty(); }
  const Trial& operator[](std::size_t index) const { return *trials_[index]; }

  class Iterator {
   public:
    explicit Iterator(const Trial* const* at) : at_(at) {}
    const Trial& operator*() const { return **at_; }
    Iterator& operator++() { return ++at_, *this; }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Trial* const* at_;
  };
  Iterator begin() const { return Iterator(trials_.data()); }
  Iterator end() const { return Iterator(trials_.data() + trials_.size()); }

 private:
  std::vector<const Trial*> trials_;
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

}  // namespace kinglet::study
