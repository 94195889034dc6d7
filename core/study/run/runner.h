// Runs a study on worker threads and tells an observer what happens.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "base/message.h"
#include "data/feature_store.h"
#include "study/file/store.h"
#include "study/run/pace.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "train/trainer.h"

namespace kinglet::study {

enum class RunState { idle, running, paused, stopping, finished };
const char* toText(RunState state);

// Events are values, handed over on the thread that made them (mostly workers; StateChanged also on that of
// the control call); a result is in the study file before it is announced. No lock is held: an observer may
// call the runner.
struct TrialStarted {
  std::shared_ptr<const Trial> trial;
  int worker;
};
struct TrialProgress {  // at most 20 a second and worker; may be dropped by the observer
  int trial;
  int worker;
  int epoch;     // from 1: the one that is being trained
  int epochs;    // in all
  double share;  // of this epoch, 0 .. 1
};
struct EpochDone {
  int trial;
  int worker;
  train::EpochReport report;
  // the stopping rule's reason where it says stop (obeyed unless the trial is an audit)
  base::Message wouldStop;
};
struct TrialEnded {
  std::shared_ptr<const Trial> trial;
  int worker;
};
struct Preparing {  // features being computed
  base::Message what;
  int done, total;
};
struct Noted {  // what a user should know: of the sounds (see FeatureStore::notices()), that another program
                // holds the file; each once
  base::Message what;
};
struct StateChanged {
  RunState state;
  base::Message why;
};
struct Failed {  // the study itself cannot go on (disk full): it is paused, start() tries again
  base::Message message;
  bool moved = false;  // the study's file is gone: StudyStore::moveTo first
};
using Event =
    std::variant<TrialStarted, TrialProgress, EpochDone, TrialEnded, Preparing, Noted, StateChanged, Failed>;

// train::trainNetwork, or what a test puts in its place.
using Trainer =
    std::function<train::TrainOutcome(const train::TrainTask&, const train::TrainObserver&, std::stop_token)>;

// How many workers the settings ask for: 0 is one a physical core that this process may use.
int workersOf(const Settings& settings);

// Control calls may come from any thread and return at once; nothing here waits for a worker but wait() and
// the destructor, which asks them to stop and joins (each obeys within one batch).
//
// One worker, the same settings and data: the same study, bit for bit but for times, also when it was
// interrupted and resumed. The seed of a trial is seedFor(settings.seed, its number).
class StudyRunner {
 public:
  using Observer = std::function<void(const Event&)>;
  // known: what store->trials() gave, where it was just read; reading thousands takes a while. Throws base::Error when
  // the study cannot be read, or was made for other data.
  StudyRunner(std::shared_ptr<StudyStore> store, std::shared_ptr<data::FeatureStore> features,
              Observer observer, Trainer trainer = train::trainNetwork,
              std::optional<SharedTrials> known = {});
  ~StudyRunner();

  void start();               // or resume after pause; nothing while stopping
  void pause();               // running trials halt after their batch and go on at resume
  void stop();                // running trials are preempted; they go on from their checkpoints
  void stopTrial(int trial);  // this one only; what it reached is kept as stoppedEarly, "stopped by the user"
  // A network of the space that a person wants to have trained, changed from trial `parent` (-1: from none): before the
  // strategy's next, also beyond Settings::trials. Where the search rests it goes on resting, and this alone is trained;
  // where it is paused, it is trained when it goes on. Once it is taken it is a trial
  // like all others, with the origin "person"; where it cannot be, Noted tells why. Gives a number to take it back by.
  int train(const space::Genome& genome, int parent);
  void takeBack(int wish);  // nothing once it was taken
  void wait();              // until finished or stopped and all was announced; for the command line

  // The (live) ones take effect at once and are kept in the study file; the others stay as they are.
  void change(const Settings& settings);
  // Takes effect at once. start() goes on in spite of the battery until mains was there again.
  void setPace(const Pace& pace);
  RunState state() const;
  double secondsSpent() const;  // of search, pauses left out, over all sessions
  double secondsLeft() const;   // estimate; NaN before the first trial ended

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kinglet::study
