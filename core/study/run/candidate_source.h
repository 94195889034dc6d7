// Where a runner's next candidate comes from: a strategy, with the costs known before training, and with what
// was tried already. Private to study/.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "search/strategy.h"
#include "study/evaluation.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

// Any thread.
class LiveDemands {
 public:
  explicit LiveDemands(const Demands& demands) : demands_(demands) {}
  void set(const Demands& demands) {
    const std::lock_guard guard(mutex_);
    demands_ = demands;
  }
  Demands get() const {
    const std::lock_guard guard(mutex_);
    return demands_;
  }

 private:
  mutable std::mutex mutex_;
  Demands demands_;
};

// One thread at a time.
class CandidateSource {
 public:
  // Throws base::Error on an unknown strategy or device, or a space that makes no sense.
  CandidateSource(const Settings& settings, int classes, std::shared_ptr<const LiveDemands> demands);

  // Brings the strategy to where the study was. Trials that have not ended are out: they are trained again.
  void restore(const TrialsView& trials, const std::vector<Repeat>& repeats);

  // The next network to train, state running: within the limits and never tried. Nothing when there is none;
  // why() tells.
  std::optional<Trial> next(int number);
  // The network that a person asks for, changed from trial `parent` (-1: from none): as a suggestion of theirs, so that
  // the strategy learns from it. Nothing where it is over a limit or was tried already; why() tells.
  std::optional<Trial> wished(const space::Genome& genome, int parent, int number);
  const base::Message& why() const { return why_; }

  // A place in the order of results, for Trial::toldAs, taken before the result is saved and told.
  int takePlace() { return places_++; }
  // A trial has ended (finished, stopped early, failed).
  void tell(const Trial& trial);

  // Repeats that came up or were told since the last call: to be saved.
  std::vector<Repeat> takeRepeats();

 private:
  int strategyNumber(const Trial& trial) const { return numbers_.at(trial.number); }
  void settle(Repeat& repeat, int strategyNumber);
  Trial begun(const space::Genome& genome, Evaluation evaluation, int number, int suggestion);

  const Evaluator evaluator_;
  const std::shared_ptr<const LiveDemands> demands_;
  std::unique_ptr<search::Strategy> strategy_;
  std::map<std::string, int> tried_;             // network and front end -> trial
  std::map<int, search::Outcome> outcomes_;      // of trials that have ended
  std::map<int, int> numbers_;                   // trial -> the strategy's number
  std::vector<int> trialOf_;                     // the strategy's number -> trial, -1 where there is none
  std::vector<std::pair<Repeat, int>> waiting_;  // repeats of running trials, with the strategy's numbers
  std::vector<Repeat> changed_;
  int places_ = 0;
  base::Message why_;
};

}  // namespace kinglet::study
