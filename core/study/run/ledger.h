// What a runner keeps of every trial of its study: little enough that thousands of them weigh nothing. The
// trials in whole are in the study file. Private to study/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "study/run/judge.h"
#include "study/trial.h"

namespace kinglet::study {

// One thread at a time.
class Ledger {
 public:
  // The trial as it is now.
  void note(const Trial& trial);
  // The trial's epochs alone: its state stays.
  void noteEpochs(const Trial& trial);

  // The number of a new trial, at least this one.
  int nextNumber(int least) const;
  bool holdsBaseline(const std::string& name) const;
  int candidates() const { return candidates_; }  // begun, baselines left out
  // Candidates that finished or were stopped early, and the seconds of work on them.
  struct Work {
    int ended = 0;
    double seconds = 0;
  };
  Work work() const { return work_; }

  // What a stopping rule may see of trial `number` and of those around it. Baselines do not count.
  Evidence gather(int number) const;

 private:
  struct Entry {
    TrialState state = TrialState::running;
    std::string baseline;
    std::vector<double> errors;      // 0 .. 1, by epoch
    std::vector<double> objectives;  // as objectivesOf
    double seconds = 0;
    bool isWork() const;
  };
  std::map<int, Entry> entries_;  // by number
  int candidates_ = 0;
  Work work_;
};

}  // namespace kinglet::study
