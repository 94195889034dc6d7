// Whether a trial goes on, by what is known now. Private to study/.
#pragma once

#include <vector>

#include "search/objective.h"
#include "search/pareto.h"
#include "study/settings.h"

namespace kinglet::study {

// What a stopping rule may see of a study at one moment: gathered under the runner's lock, judged outside of
// it.
struct Evidence {
  std::vector<double> errors;               // of the trial, 0 .. 1, so far
  std::vector<std::vector<double>> others;  // of trials that started earlier, as far as each has come
  std::vector<search::Point> finished;      // objectives of finished trials
  std::vector<double> objectives;           // of the trial
};

// What a rule sees of a trial with these curves and this front (in the unit box), at the trial's own costs:
// of `objectives` the error is not looked at. The view refers to its arguments.
train::StoppingView viewOf(int epochs, std::span<const double> errors,
                           std::span<const std::vector<double>> others,
                           const std::vector<search::Point>& front, const search::Point& objectives,
                           const std::vector<search::Objective>& scale);

// The decision of the settings' rule after the trial's last epoch.
train::StoppingDecision judge(const Settings& settings, const Evidence& evidence);

}  // namespace kinglet::study
