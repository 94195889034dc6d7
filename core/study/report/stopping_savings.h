// How much work early stopping saved, and what it cost.
#pragma once

#include <vector>

#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

// What stopping saved, as far as this study can tell.
struct StoppingSavings {
  long epochsTrained = 0,
       epochsFull = 0;  // of candidates that finished or were stopped; had none been stopped
  int stopped = 0;      // by the rule
  int audited = 0;      // told to stop, but trained on (Settings::auditShare)
  int regretted = 0;    // of the audited, those that came to lie on the front
};
StoppingSavings stoppingSavings(const TrialsView& trials, const Settings& settings);

}  // namespace kinglet::study
