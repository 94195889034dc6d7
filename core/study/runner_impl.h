// The inside of StudyRunner: what its threads share. Private to study/; runner.cpp holds the control calls,
// runner_work.cpp what the workers do.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "study/candidate_source.h"
#include "study/runner.h"

namespace kinglet::study {

struct StudyRunner::Impl {
  using Clock = std::chrono::steady_clock;
  struct Interrupted {};  // thrown inside a worker that was asked to end

  // A trial that is being trained. Its clock stands still in pauses.
  struct Running {
    std::stop_source stop;
    bool stoppedByUser = false;
    double progress = 0;  // 0 .. 1 of the trial
  };
  struct Slot {
    std::jthread thread;
    bool alive = false;  // its thread has not left work() yet
  };

  Impl(std::shared_ptr<StudyStore> store, std::shared_ptr<data::FeatureStore> features, Observer observer,
       Trainer trainer);
  ~Impl();

  // runner.cpp
  void startWorkers();  // with mutex held
  void pauseFor(const base::Message& why);
  void stopFor(RunState end, const base::Message& why);
  double spentNow() const;     // with mutex held
  void enter(RunState state);  // with mutex held: keeps the clock
  void emit(const Event& event) const { observer(event); }

  // runner_work.cpp
  void work(int worker, const std::stop_token& stop);
  std::optional<Trial> take(int worker, const std::stop_token& stop);
  std::optional<Trial> takeUnfinished();  // with mutex held
  std::optional<Trial> takeBaseline();    // with mutex held
  void prepareSource();
  void run(Trial trial, int worker, const std::stop_token& stop);
  train::TrainOutcome train(const Trial& trial, int worker, double& paused, const std::stop_token& own,
                            const std::stop_token& stop);
  train::Verdict epochDone(int number, int worker, const train::EpochReport& report,
                           const std::stop_token& stop);
  void conclude(Trial& trial, const train::TrainOutcome& outcome);
  void end(Trial& trial, int worker, const train::Weights* weights, const std::stop_token& stop);
  void keepRepeats(const std::vector<Repeat>& repeats, const std::stop_token& stop);
  void checkTime();
  void leave(int worker);
  // Waits while paused; the seconds that took. Throws Interrupted when asked to stop.
  double waitWhilePaused(const std::stop_token& stop);
  // Writes to the study file; where that fails, the study is paused, and the write tried again when it goes
  // on.
  template <class Write>
  void keep(const Write& write, const std::stop_token& stop);
  void keepSettings(const std::stop_token& stop);
  int candidatesStarted() const;  // with mutex held

  const std::shared_ptr<StudyStore> store;
  const std::shared_ptr<data::FeatureStore> features;
  const Observer observer;
  const Trainer trainer;
  data::Split split;
  std::vector<train::TrainTask::Part> further;
  std::shared_ptr<LiveLimits> limits;

  // One asks the strategy at a time; taken before mutex, never while holding it.
  std::mutex sourceMutex;
  std::unique_ptr<CandidateSource> source;  // guarded by sourceMutex; made by the first worker

  mutable std::mutex
      mutex;  // guards all below; never held while the observer, the store or the trainer is called
  std::condition_variable_any changed;
  RunState state = RunState::idle;
  RunState endState = RunState::finished;  // what the last worker leaves behind
  base::Message endReason;
  int announcing = 0;      // workers that are telling the end
  bool exhausted = false;  // the source has no further candidate
  Settings settings;
  bool settingsDirty = false;
  std::map<int, Trial> trials;
  int leastNumber = 0;  // of new trials: those that were set aside keep theirs
  std::deque<int> unfinished;
  std::map<int, Running> running;
  std::vector<Slot> slots;
  std::vector<std::jthread> left;  // threads whose slot has another now; joined at the end
  int active = 0;
  int failuresInARow = 0;
  double spent = 0;  // up to since
  std::optional<Clock::time_point> since;
};

}  // namespace kinglet::study
