#include "study/whatif/error_belief.h"

#include <algorithm>

#include "search/belief.h"
#include "search/history.h"

namespace kinglet::study {

struct ErrorBelief::Impl {
  Impl(const Evaluator& made, const Demands& wanted)
      : evaluator(made), demands(wanted), history(evaluator.problem([this] { return demands; })) {}

  const Evaluator evaluator;  // of its own: the history asks it
  const Demands demands;
  search::History history;
  std::unique_ptr<search::Belief> belief;
};

ErrorBelief::ErrorBelief(const Evaluator& evaluator, const Demands& demands, const TrialsView& trials)
    : impl_(std::make_unique<Impl>(evaluator, demands)) {
  search::History& history = impl_->history;
  for (const Trial& trial : trials) {
    if (!trial.baseline.empty() || isUnfinished(trial.state)) continue;
    if (!history.space().fits(trial.genome)) continue;
    history.tell(history.add(trial.genome, trial.origin), outcomeOf(trial));
  }
  impl_->belief = std::make_unique<search::Belief>(history);
}

ErrorBelief::~ErrorBelief() = default;

ErrorBelief::Guess ErrorBelief::guess(const space::Genome& genome) const {
  // The error is the first objective that is not known beforehand, and has no logarithm.
  const auto [mean, deviation] = impl_->belief->of(genome);
  return {std::clamp(mean, 0.0, 100.0), deviation};
}

}  // namespace kinglet::study
