// How the front of a study grew: for views and reports.
#pragma once

#include <vector>
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

struct HistoryPoint {
  int trial = 0;           // that ended
  int ended = 0;           // candidates that had ended by then, this one too
  double seconds = 0;      // of search by then, over all sessions
  double hypervolume = 0;  // of the front by then: 0 .. 1
};

// One point a candidate that ended (finished, stopped, failed), in the order of their ends. Baselines do not
// count.
std::vector<HistoryPoint> hypervolumeHistory(const TrialsView& trials, const Settings& settings);

}  // namespace kinglet::study
