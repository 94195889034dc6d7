#include "study/report/stopping_savings.h"

#include "study/objectives.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

StoppingSavings stoppingSavings(const TrialsView& trials, const Settings& settings) {
  StoppingSavings savings;
  for (const Trial& trial : trials) {
    const bool counts = trial.state == TrialState::finished || trial.state == TrialState::stoppedEarly;
    if (!trial.baseline.empty() || !counts) continue;
    savings.epochsTrained += static_cast<long>(trial.curve.size());
    savings.epochsFull += settings.recipe.epochs;
    savings.stopped += trial.state == TrialState::stoppedEarly && trial.cutEpoch > 0;
    savings.audited += trial.state == TrialState::finished && trial.cutEpoch > 0;
  }
  for (const int i : frontOf(trials)) savings.regretted += trials[static_cast<std::size_t>(i)].cutEpoch > 0;
  return savings;
}

}  // namespace kinglet::study
