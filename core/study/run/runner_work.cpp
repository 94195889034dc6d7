#include <algorithm>
#include <cmath>
#include <iterator>
#include <new>
#include <utility>

#include "base/cancelled.h"
#include "base/error.h"
#include "base/format.h"
#include "base/message_of.h"
#include "data/clip_reader.h"
#include "diagnosis/crash_handler.h"
#include "study/elapsed.h"
#include "study/meaning.h"
#include "study/run/judge.h"
#include "study/run/runner_impl.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "train/trainer.h"
#include "train/weights.h"

namespace kinglet::study {
namespace {

constexpr auto kProgressPause = std::chrono::milliseconds(50);

// So many failures without a success between them are no accident; fewer do where the reason is one.
constexpr int kMostFailures = 5, kMostAlike = 3;

// How often a trial is begun whose features were damaged.
constexpr int kTries = 3;

// The part of a trial's seed that decides whether it is an audit.
constexpr std::uint64_t kAuditPart = 0xA0D17;

base::Message nameOf(const audio::FrontEndParams& frontEnd) {
  return base::Message("features: %1 mels, every %2 ms", frontEnd.mels,
                       base::figure(base::general(frontEnd.hopMs)));
}

// A message without its figures.
std::string kindOf(const base::Message& message) {
  std::string kind = message.pattern();
  for (const auto& argument : message.arguments()) {
    if (argument.kind == base::Message::Argument::Kind::text) kind += "\n" + argument.text;
    for (const base::Message& inner : argument.message) kind += "\n" + kindOf(inner);
  }
  return kind;
}

}  // namespace

void StudyRunner::Impl::work(int worker, const std::stop_token& stop) {
  const diagnosis::CrashStack crashStack;
  try {
    prepareSource();
    while (auto trial = take(worker, stop)) run(std::move(*trial), worker, stop);
  } catch (const Interrupted&) {
  } catch (const std::exception& error) {
    emit(Failed{base::messageOf(error)});
    stopFor(RunState::idle, base::messageOf(error));
  }
  leave(worker);
}

void StudyRunner::Impl::prepareSource() {
  const std::lock_guard asking(sourceMutex);
  if (source) return;
  Settings now;
  {
    const std::lock_guard guard(mutex);
    now = settings;
  }
  auto fresh =
      std::make_unique<CandidateSource>(now, static_cast<int>(features->dataset().classes.size()), demands);
  fresh->restore(known, store->repeats());
  source = std::move(fresh);
  SharedTrials().swap(known);
}

void StudyRunner::Impl::run(Trial trial, int worker, const std::stop_token& stop) {
  std::stop_token own;
  {
    const std::lock_guard guard(mutex);
    own = running.at(trial.number).stop.get_token();
  }
  const auto start = Clock::now();
  double paused = 0, before = 0;
  train::TrainOutcome outcome;
  base::Message failure;
  bool bad = false;
  std::optional<base::Error> soundsGone;
  try {
    outcome = trainWhole(trial, worker, paused, before, own, stop);
  } catch (const Interrupted&) {
    outcome.cancelled = true;
  } catch (const base::Cancelled&) {  // features that were being computed
    outcome.cancelled = true;
  } catch (const data::SoundsGone& gone) {  // no fault of this trial's: it is trained when they are back
    outcome.cancelled = true;
    if (!own.stop_requested()) soundsGone = gone;
  } catch (const train::Diverged& error) {
    failure = error.message();
    bad = true;
  } catch (const std::bad_alloc&) {
    failure = base::Message(
        "out of memory: this network needs more than the computer has left; fewer workers may help");
  } catch (const std::exception& error) {
    failure = base::messageOf(error);
  }
  if (own.stop_requested() && !failure.empty()) {  // what went wrong while it was being stopped
    failure = {};
    outcome.cancelled = true;
  }
  trial.seconds = before + secondsSince(start) - paused;
  if (soundsGone && pauseFor(soundsGone->message())) emit(Failed{soundsGone->message()});
  conclude(trial, outcome);
  if (!failure.empty()) {
    trial.state = bad ? TrialState::bad : TrialState::failed;
    trial.reason = failure;
  }
  const bool whole = trial.state == TrialState::finished;
  end(trial, worker, whole ? &outcome.weights : nullptr, stop);
}

// A file of features that was damaged while they were learnt from is made anew, and the trial with it.
train::TrainOutcome StudyRunner::Impl::trainWhole(Trial& trial, int worker, double& paused, double& before,
                                                  const std::stop_token& own, const std::stop_token& stop) {
  for (int i = 1;; ++i) {
    const Resumption resumption = begin(trial, stop);
    before = trial.seconds;
    emit(TrialStarted{std::make_shared<const Trial>(trial), worker});
    try {
      return train(trial, worker, resumption, paused, own, stop);
    } catch (const data::FeaturesDamaged&) {
      if (i == kTries) throw;
    }
    const std::lock_guard guard(mutex);
    trial = open.at(trial.number);
  }
}

train::TrainOutcome StudyRunner::Impl::train(const Trial& trial, int worker, const Resumption& resumption,
                                             double& paused, const std::stop_token& own,
                                             const std::stop_token& stop) {
  train::TrainTask task;
  task.input = trial.candidate.input;
  task.network = trial.candidate.network;
  const auto frontEnd = train::frontEndOf(task.input);
  task.features = features->features(frontEnd, own, [&](int done, int total) {
    emit(Preparing{nameOf(frontEnd), done, total});
  });
  tellNotices();
  task.dataset = &features->dataset();
  task.train = split.train;
  task.validation = split.validation;
  task.further = further;
  task.recipe = settings.recipe;
  task.seed = base::seedFor(settings.seed, static_cast<std::uint64_t>(trial.number));
  task.from = resumption.from;
  task.known = resumption.known;

  train::TrainObserver watch;
  watch.mayKeep = keeperOf(trial.number, stop);
  watch.epochDone = [&](const train::EpochReport& report) {
    return epochDone(trial.number, worker, report, stop);
  };
  auto told = Clock::now(), workedFrom = told;
  watch.progress = [&](int epoch, double share) {
    paused += rest(secondsSince(workedFrom), own);
    paused += waitWhilePaused(own);
    workedFrom = Clock::now();
    if (Clock::now() - told < kProgressPause) return;
    told = Clock::now();
    checkTime();
    checkBattery();
    {
      const std::lock_guard guard(mutex);
      running.at(trial.number).progress = (epoch - 1 + share) / task.recipe.epochs;
    }
    emit(TrialProgress{trial.number, worker, epoch, task.recipe.epochs, share});
  };
  return trainer(task, watch, own);
}

train::Verdict StudyRunner::Impl::epochDone(int number, int worker, const train::EpochReport& report,
                                            const std::stop_token& stop) {
  keep([&] { store->saveEpoch(number, report); }, stop);
  keepSettings(stop);
  checkTime();
  Settings now;
  std::optional<Evidence> evidence;
  {
    const std::lock_guard guard(mutex);
    Trial& trial = open.at(number);
    trial.curve.resize(std::min(trial.curve.size(), static_cast<std::size_t>(report.epoch - 1)));
    trial.curve.push_back(report);  // a resumed trial tells its last epoch again
    ledger.noteEpochs(trial);
    running.at(number).progress = double(report.epoch) / settings.recipe.epochs;
    now = settings;
    if (trial.baseline.empty() && trial.cutEpoch == 0 && report.epoch < settings.recipe.epochs)
      evidence = ledger.gather(number);
  }
  train::StoppingDecision decision;
  if (evidence) decision = judge(now, *evidence);
  bool audit = false;
  if (decision.stop) {
    audit = base::Random(base::seedFor(now.seed, static_cast<std::uint64_t>(number), kAuditPart)).uniform() <
            now.auditShare;
    Trial copy;
    {
      const std::lock_guard guard(mutex);
      Trial& trial = open.at(number);
      trial.cutEpoch = report.epoch;
      trial.reason = decision.reason;
      copy = trial;
    }
    if (audit) keep([&] { store->saveTrial(copy); }, stop);  // it trains on, perhaps after a crash
  }
  emit(EpochDone{number, worker, report, decision.stop ? decision.reason : base::Message()});
  return decision.stop && !audit ? train::Verdict::stop : train::Verdict::goOn;
}

// From what the trainer gave back to a state and its reason.
void StudyRunner::Impl::conclude(Trial& trial, const train::TrainOutcome& outcome) {
  const std::lock_guard guard(mutex);
  const Trial& live = open.at(trial.number);
  trial.curve = live.curve;
  trial.reason = live.reason;
  trial.cutEpoch = live.cutEpoch;
  if (outcome.cancelled && !running.at(trial.number).stoppedByUser) {
    trial.state = TrialState::preempted;
  } else if (outcome.cancelled) {
    trial.state = TrialState::stoppedEarly;
    trial.reason = base::Message("stopped by the user");
  } else if (outcome.stoppedEarly) {
    trial.state = TrialState::stoppedEarly;
  } else if (std::isnan(trial.error())) {
    trial.state = TrialState::bad;
    trial.reason = base::Message("training gave no accuracy");
  } else {
    trial.state = TrialState::finished;
  }
}

void StudyRunner::Impl::end(Trial& trial, int worker, const train::Weights* weights,
                            const std::stop_token& stop) {
  const bool tells = trial.state != TrialState::preempted && trial.baseline.empty();
  if (tells) {
    const std::lock_guard asking(sourceMutex);
    trial.toldAs = source->takePlace();
  }
  {
    const std::lock_guard guard(mutex);
    trial.endedAt = spentNow();
  }
  trial.hasWeights = weights != nullptr;
  keep([&] { store->saveTrial(trial, weights); }, stop);
  {
    const std::lock_guard guard(mutex);
    ledger.note(trial);
    running.erase(trial.number);
    if (trial.state == TrialState::preempted) {
      open.at(trial.number) = trial;
      unfinished.push_back(trial.number);
    } else {
      open.erase(trial.number);
    }
  }
  if (tells) {
    std::vector<Repeat> repeats;
    {
      const std::lock_guard asking(sourceMutex);
      source->tell(trial);
      repeats = source->takeRepeats();
    }
    keepRepeats(repeats, stop);
  }
  keep([&] { store->saveSecondsSpent(trial.endedAt); }, stop);
  emit(TrialEnded{std::make_shared<const Trial>(trial), worker});

  const base::Message why = countFailure(trial);
  if (!why.empty() && pauseFor(why)) emit(Failed{why});
}

// Why the search should not go on; empty while it should.
base::Message StudyRunner::Impl::countFailure(const Trial& trial) {
  const std::lock_guard guard(mutex);
  if (trial.state == TrialState::finished || trial.state == TrialState::stoppedEarly)
    failuresInARow = sameInARow = 0;
  if (!endedBadly(trial.state)) return {};
  // The reason without its figures: "diverged in epoch 3" and "in epoch 5" are one.
  const std::string kind = kindOf(trial.reason);
  sameInARow = kind == lastFailure ? sameInARow + 1 : 1;
  lastFailure = kind;
  ++failuresInARow;
  if (sameInARow >= kMostAlike)
    return base::Message("the last %1 trials ended with the same fault: %2", sameInARow, trial.reason);
  if (failuresInARow >= kMostFailures)
    return base::Message("the last %1 trials failed, the last one so: %2", failuresInARow, trial.reason);
  return {};
}

void StudyRunner::Impl::leave(int worker) {
  double seconds;
  RunState end;
  base::Message why;
  {
    const std::lock_guard guard(mutex);
    slots[static_cast<std::size_t>(worker)].alive = false;
    if (--active > 0) return;
    // Asked for after the last one had looked.
    if (state == RunState::running && !wishes.empty()) return startWorkers();
    // A trial that was interrupted before its end could be saved starts afresh too.
    for (const auto& [number, trial] : running) unfinished.push_back(number);
    running.clear();
    std::sort(unfinished.begin(), unfinished.end());
    enter(endState);
    seconds = spent;
    end = endState;
    why = endReason;
    ++announcing;
  }
  try {
    store->saveSecondsSpent(seconds);
  } catch (const StudyMoved& error) {
    emit(Failed{error.message(), true});
  } catch (const base::Error& error) {
    emit(Failed{base::messageOf(error)});
  }
  emit(StateChanged{end, why});
  {
    const std::lock_guard guard(mutex);
    --announcing;
  }
  changed.notify_all();
}

void StudyRunner::Impl::tellNotices() {
  const auto notices = features->notices();
  std::size_t first;
  {
    const std::lock_guard guard(mutex);
    first = std::exchange(noticesTold, std::max(noticesTold, notices.size()));
  }
  for (std::size_t i = first; i < notices.size(); ++i) emit(Noted{notices[i]});
}

void StudyRunner::Impl::checkTime() {
  double minutes;
  {
    const std::lock_guard guard(mutex);
    minutes = settings.minutes;
    if (minutes <= 0 || spentNow() < 60 * minutes) return;
  }
  stopFor(RunState::finished,
          base::Message("the time limit of %1 minutes is reached", base::figure(base::general(minutes))));
}

double StudyRunner::Impl::waitWhilePaused(const std::stop_token& stop) {
  std::unique_lock lock(mutex);
  if (state != RunState::paused) return 0;
  const auto start = Clock::now();
  const auto isOver = [&] { return state != RunState::paused; };
  while (!changed.wait_for(lock, stop, kBatteryPause, isOver)) {
    if (stop.stop_requested()) throw Interrupted{};
    endOfBattery(lock);
  }
  return secondsSince(start);
}

void StudyRunner::Impl::keepRepeats(const std::vector<Repeat>& repeats, const std::stop_token& stop) {
  for (const Repeat& repeat : repeats) keep([&] { store->saveRepeat(repeat); }, stop);
}

void StudyRunner::Impl::keepSettings(const std::stop_token& stop) {
  Settings now;
  {
    const std::lock_guard guard(mutex);
    if (!settingsDirty) return;
    settingsDirty = false;
    now = settings;
  }
  keep([&] { store->saveSettings(now); }, stop);
}

}  // namespace kinglet::study
