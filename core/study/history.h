// How a study came along: for views and reports.
#pragma once

#include <vector>

#include "study/study.h"

namespace kinglet::study {

struct HistoryPoint {
  int trial = 0;           // that ended
  int ended = 0;           // candidates that had ended by then, this one too
  double seconds = 0;      // of search by then, over all sessions
  double hypervolume = 0;  // of the front by then: 0 .. 1
};

// One point a candidate that ended (finished, stopped, failed), in the order of their ends. Baselines do not
// count.
std::vector<HistoryPoint> hypervolumeHistory(const std::vector<Trial>& trials, const Settings& settings);

// What stopping saved, as far as this study can tell.
struct StoppingSavings {
  long epochsTrained = 0,
       epochsFull = 0;  // of candidates that finished or were stopped; had none been stopped
  int stopped = 0;      // by the rule
  int audited = 0;      // told to stop, but trained on (Settings::auditShare)
  int regretted = 0;    // of the audited, those that came to lie on the front
};
StoppingSavings stoppingSavings(const std::vector<Trial>& trials, const Settings& settings);

}  // namespace kinglet::study
