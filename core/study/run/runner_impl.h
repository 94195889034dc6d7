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

#include "data/dataset.h"
#include "study/run/candidate_source.h"
#include "study/run/ledger.h"
#include "study/run/runner.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/checkpoint.h"
#include "train/epoch_report.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::study {

struct StudyRunner::Impl {
  using Clock = std::chrono::steady_clock;
  static constexpr auto kBatteryPause = std::chrono::seconds(2);  // between two looks at the battery
  struct Interrupted {};  // thrown inside a worker that was asked to end

  // A trial that is being trained. Its clock stands still in pauses.
  struct Running {
    std::stop_source stop;
    bool stoppedByUser = false;
    double progress = 0;  // 0 .. 1 of the trial
  };
  // What a trial goes on from; empty: from the start.
  struct Resumption {
    std::shared_ptr<const train::Checkpoint> from;
    std::vector<train::EpochReport> known;  // up to it
  };
  struct Wish {  // of a person
    int number = 0;
    space::Genome genome;
    int parent = -1;
  };
  struct Slot {
    std::jthread thread;
    bool alive = false;  // its thread has not left work() yet
  };

  Impl(std::shared_ptr<StudyStore> store, std::shared_ptr<data::FeatureStore> features, Observer observer,
       Trainer trainer, std::optional<SharedTrials> known);
  ~Impl();

  // runner.cpp
  void startWorkers();                      // with mutex held
  bool pauseFor(const base::Message& why);  // false where it is not running
  void stopFor(RunState end, const base::Message& why);
  void tellWhere();            // where the study's file needs care for what it lies on
  double spentNow() const;     // with mutex held
  void enter(RunState state);  // with mutex held: keeps the clock
  void emit(const Event& event) const { observer(event); }

  // runner_resume.cpp: how an unfinished trial goes on
  Resumption resumptionOf(const Trial& trial) const;
  // The trial as it begins or goes on, kept in the study.
  Resumption begin(Trial& trial, const std::stop_token& stop);
  // Keeps a checkpoint of the trial now and then.
  std::function<void(const std::function<train::Checkpoint()>&)> keeperOf(int trial,
                                                                          const std::stop_token& stop);

  // Whether to wait on for another program that holds the study's file; says so, once each time.
  bool waitsFor(double seconds);

  // runner_work.cpp
  void work(int worker, const std::stop_token& stop);
  std::optional<Trial> take(int worker, const std::stop_token& stop);
  std::optional<Trial> takeUnfinished();  // with mutex held
  std::optional<Trial> takeBaseline();    // with mutex held
  std::optional<Wish> takeWish();         // with mutex held
  void enlist(const Trial& trial);        // it begins to run; with mutex held
  void prepareSource();
  void run(Trial trial, int worker, const std::stop_token& stop);
  train::TrainOutcome trainWhole(Trial& trial, int worker, double& paused, double& before,
                                 const std::stop_token& own, const std::stop_token& stop);
  train::TrainOutcome train(const Trial& trial, int worker, const Resumption& resumption, double& paused,
                            const std::stop_token& own, const std::stop_token& stop);
  train::Verdict epochDone(int number, int worker, const train::EpochReport& report,
                           const std::stop_token& stop);
  void conclude(Trial& trial, const train::TrainOutcome& outcome);
  void end(Trial& trial, int worker, const train::Weights* weights, const std::stop_token& stop);
  base::Message countFailure(const Trial& trial);
  void keepRepeats(const std::vector<Repeat>& repeats, const std::stop_token& stop);
  void tellNotices();
  void checkTime();
  void leave(int worker);
  // Waits while paused; the seconds that took. Throws Interrupted when asked to stop.
  double waitWhilePaused(const std::stop_token& stop);

  // runner_pace.cpp
  void checkBattery();
  // Where the search is paused for the battery and that is over: goes on. With mutex held by `lock`.
  void endOfBattery(std::unique_lock<std::mutex>& lock);
  // Rests for as long as the share asks for after so many seconds of work; the seconds that took.
  double rest(double worked, const std::stop_token& stop);

  // Writes to the study file; where that fails, the study is paused, and the write tried again when it goes
  // on.
  template <class Write>
  void keep(const Write& write, const std::stop_token& stop);
  void keepSettings(const std::stop_token& stop);

  const std::shared_ptr<StudyStore> store;
  const std::shared_ptr<data::FeatureStore> features;
  const Observer observer;
  const Trainer trainer;
  data::Split split;
  std::vector<train::TrainTask::Part> further;
  std::shared_ptr<LiveDemands> demands;

  // One asks the strategy at a time; taken before mutex, never while holding it.
  std::mutex sourceMutex;
  std::unique_ptr<CandidateSource> source;  // guarded by sourceMutex; made by the first worker
  SharedTrials known;                       // guarded by sourceMutex: what it is made of, gone then

  // guards all below; never held while the observer, the store or the trainer is called
  mutable std::mutex mutex;
  std::condition_variable_any changed;
  RunState state = RunState::idle;
  RunState endState = RunState::finished;  // what the last worker leaves behind
  base::Message endReason;
  int announcing = 0;      // workers that are telling the end
  bool exhausted = false;  // the source has no further candidate
  Settings settings;
  bool settingsDirty = false;
  Ledger ledger;              // of every trial
  std::map<int, Trial> open;  // whole: those that run or go on later
  int leastNumber = 0;        // of new trials: those that were set aside keep theirs
  std::deque<int> unfinished;
  std::deque<Wish> wishes;
  int wishNumber = 0;       // of the last one
  bool wishesOnly = false;  // the search itself rests
  std::map<int, Running> running;
  std::vector<Slot> slots;
  std::vector<std::jthread> left;  // threads whose slot has another now; joined at the end
  int active = 0;
  int failuresInARow = 0, sameInARow = 0;  // of any reason; of the last one
  std::string lastFailure;
  bool waitTold = false, whereTold = false;
  std::size_t noticesTold = 0;
  Pace pace;
  bool pausedForBattery = false, inSpiteOfBattery = false;
  Clock::time_point nextLook;  // at the battery
  double spent = 0;            // up to since
  std::optional<Clock::time_point> since;
};

template <class Write>
void StudyRunner::Impl::keep(const Write& write, const std::stop_token& stop) {
  for (;;) {
    Failed problem;
    try {
      write();
      return;
    } catch (const StudyMoved& error) {
      problem = {error.message(), true};
    } catch (const base::Error& error) {
      problem = {error.message(), false};
    }
    if (stop.stop_requested()) throw Interrupted{};
    if (pauseFor(problem.message)) {
      emit(problem);
      if (problem.moved) {  // whoever heard of it may have moved the study at once
        try {
          write();
          return;
        } catch (const base::Error&) {
        }
      }
    }
    waitWhilePaused(stop);
  }
}

}  // namespace kinglet::study
