// Runs a study on worker threads and tells an observer what happens.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "data/feature_store.h"
#include "study/store.h"

namespace kinglet::study {

// Events are values, handed over on worker threads; a result is in the study file before it is announced.
struct TrialStarted { Trial trial; int worker; };
struct TrialProgress { int trial; int worker; int epoch; int epochs; double share; };  // may be dropped by the observer
struct EpochDone { int trial; int worker; train::EpochReport report; std::string wouldStop; };
struct TrialEnded { Trial trial; int worker; };
struct Preparing { std::string what; int done, total; };  // features being computed
struct StateChanged;
struct Failed { std::string message; };                   // the study itself cannot go on (disk full)
enum class RunState { idle, running, paused, stopping, finished };
struct StateChanged { RunState state; std::string why; };
using Event = std::variant<TrialStarted, TrialProgress, EpochDone, TrialEnded, Preparing, StateChanged, Failed>;

// Control calls may come from any thread and return at once; nothing here waits for a worker but the destructor, which
// asks them to stop and joins (each obeys within one batch).
class StudyRunner {
 public:
  using Observer = std::function<void(const Event&)>;
  StudyRunner(std::shared_ptr<StudyStore> store, std::shared_ptr<data::FeatureStore> features, Observer observer);
  ~StudyRunner();

  void start();                    // or resume after pause
  void pause();                    // running trials halt after their batch and go on at resume
  void stop();                     // running trials are cancelled; they start afresh when the study is resumed
  void stopTrial(int trial);       // this one only; what it reached is kept as stoppedEarly, "stopped by the user"
  void wait();                     // until finished or stopped; for the command line

  void change(const Settings& settings);        // the (live) ones take effect at once
  RunState state() const;
  double secondsSpent() const;
  double secondsLeft() const;                   // estimate; NaN before the first trial ended

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kinglet::study
