// The audit of early stopping: a finished study replayed under any rule. What would it have saved, what lost,
// where would it have stopped each trial? Plain data in, plain data out; any thread.
//
// The replay keeps the order of events that was recorded: when a rule looks at epoch n of a trial, it sees
// the trials that started earlier as far as each had come by then (in the replay: none further than where the
// rule stopped it), and the front of those that had finished by then. Candidates are those of the study: what
// a strategy would have proposed instead, had a trial been stopped, no replay can tell.
#pragma once

#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "base/message.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/stopping.h"

namespace kinglet::study {

// Of one candidate, what a replay needs.
struct RecordedTrial {
  int number = 0;              // Trial::number
  std::vector<double> errors;  // validation error, 0 .. 1, of epochs 1 .. n
  std::vector<double> times;   // seconds of search at which each of them ended; ascending
  double energyMj = 0, memoryKb = 0;
  bool whole = false;  // it finished; otherwise it was stopped, and what it would have come to is unknown
};

struct Recording {
  int epochs = 0;                     // of the full schedule
  std::vector<double> reference;      // of studyObjectives, in their order
  std::vector<RecordedTrial> trials;  // by number
};

// Candidates that finished or were stopped early; without baselines, and without what is running, was
// cancelled or failed.
Recording recordingOf(const TrialsView& trials, const Settings& settings);

// Where a rule would have stopped a trial.
struct AuditedTrial {
  int trial = 0;      // Trial::number
  int stopEpoch = 0;  // after this epoch, from 1; 0: it would have been trained to the end, or further than
                      // was recorded
  base::Message reason;  // the rule's, as it would have been recorded
  bool onFront = false;  // of the study as it was recorded
  bool beyond = false;   // the rule would have gone on further than was recorded (a trial that was stopped)
};

struct Audit {
  train::StoppingSettings rule;
  long epochsFull = 0;     // had every trial been trained to the end
  long epochsTrained = 0;  // under the rule; of a trial that goes beyond what was recorded: all of its epochs
  double hypervolumeFull = 0;        // of the trials that finished, 0 .. 1
  double hypervolume = 0;            // of those among them that the rule lets finish
  int stopped = 0;                   // trials
  int beyond = 0;                    // trials: their share of the loss is unknown
  int front = 0, frontLost = 0;      // trials on the study's front; of these, stopped
  std::vector<AuditedTrial> trials;  // as in the recording

  double epochsSaved() const;      // share of epochsFull, 0 .. 1; 0 of an empty study
  double hypervolumeLost() const;  // share of hypervolumeFull, 0 .. 1
};

// 200 trials of 30 epochs take milliseconds. A stop request ends it early with what there is by then: throw
// that away. Throws base::Error on an unknown rule.
Audit audit(const Recording& recording, const train::StoppingSettings& rule, std::stop_token stop = {});
// The same with a rule that settings cannot name; Audit::rule is left as it is made.
Audit audit(const Recording& recording, const train::StoppingRule& rule, std::stop_token stop = {});

// What stopping lost as far as it was measured: of the trials that the rule would have stopped, a share drawn
// at random (Settings::auditShare) was trained to the end.
struct MeasuredRegret {
  int audited = 0;           // trained to the end although the rule said stop
  int gained = 0;            // of these, how many enlarge the hypervolume of the trials that it let finish
  double low = 0, high = 1;  // 95 % interval for the share of stopped trials that would have (Wilson 1927)
  double hypervolumeMissed = 0;  // what the audited together add, share of the whole: measured
};
MeasuredRegret measuredRegret(const TrialsView& trials, const Settings& settings);

}  // namespace kinglet::study
