#include "study/run/runner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.h"
#include "study/completion.h"
#include "study/data/study_sounds.h"
#include "study/elapsed.h"
#include "study/file/file_system.h"
#include "study/file/patience.h"
#include "study/meaning.h"
#include "study/run/cores.h"
#include "study/run/runner_impl.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/stopping.h"

namespace kinglet::study {
namespace {

constexpr const char* kRunStates[] = {"idle", "running", "paused", "stopping", "finished"};
static_assert(std::size(kRunStates) == static_cast<std::size_t>(RunState::finished) + 1);

}  // namespace

const char* toText(RunState state) {
  return kRunStates[static_cast<int>(state)];
}

int workersOf(const Settings& settings) {
  return settings.workers > 0 ? settings.workers : physicalCores();
}

StudyRunner::Impl::Impl(std::shared_ptr<StudyStore> theStore, std::shared_ptr<data::FeatureStore> theFeatures,
                        Observer theObserver, Trainer theTrainer, std::optional<SharedTrials> theKnown)
    : store(std::move(theStore)),
      features(std::move(theFeatures)),
      observer(std::move(theObserver)),
      trainer(std::move(theTrainer)),
      settings(store->settings()),
      spent(store->secondsSpent()) {
  requireOrNoteSounds(*store, features->dataset());
  split = splitOf(settings, features->dataset());
  further = furtherParts(settings, features->dataset());
  demands = std::make_shared<LiveDemands>(demandsOf(settings));
  known = theKnown ? std::move(*theKnown) : shared(store->trials());
  for (const Trial& trial : TrialsView(known)) {
    ledger.note(trial);
    if (!isUnfinished(trial.state)) continue;
    unfinished.push_back(trial.number);
    open.emplace(trial.number, trial);
  }
  for (const SetAside& aside : store->setAside()) leastNumber = std::max(leastNumber, aside.number + 1);
  store->setPatience([this](double seconds) { return waitsFor(seconds); });
}

StudyRunner::Impl::~Impl() {
  stopFor(RunState::idle, base::Message("stopped"));
  for (Slot& slot : slots)
    if (slot.thread.joinable()) slot.thread.join();
  left.clear();
  store->setPatience({});
}

void StudyRunner::Impl::enter(RunState next) {
  if (since) spent += secondsSince(*since);
  since.reset();
  if (next == RunState::running) since = Clock::now();
  state = next;
}

void StudyRunner::Impl::tellWhere() {
  const std::string kind = networkFileSystem(store->path());
  if (kind.empty() || std::exchange(whereTold, true)) return;
  emit(
      Noted{base::Message("the study lies in a network folder (%1): search it from one computer at a time; "
                          "saving takes longer there",
                          kind)});
}

double StudyRunner::Impl::spentNow() const {
  return spent + (since ? secondsSince(*since) : 0);
}

void StudyRunner::Impl::startWorkers() {
  const auto wanted = static_cast<std::size_t>(workersOf(settings));
  if (slots.size() < wanted) slots.resize(wanted);
  for (std::size_t i = 0; i < wanted; ++i) {
    if (slots[i].alive) continue;
    if (slots[i].thread.joinable()) left.push_back(std::move(slots[i].thread));
    slots[i].alive = true;
    ++active;
    slots[i].thread =
        std::jthread([this, i](const std::stop_token& stop) { work(static_cast<int>(i), stop); });
  }
}

bool StudyRunner::Impl::pauseFor(const base::Message& why) {
  {
    const std::lock_guard guard(mutex);
    if (state != RunState::running) return false;
    enter(RunState::paused);
  }
  emit(StateChanged{RunState::paused, why});
  return true;
}

bool StudyRunner::Impl::waitsFor(double seconds) {
  constexpr double kIdlePatienceS = 10;
  bool tell = false;
  {
    const std::lock_guard guard(mutex);
    if (state == RunState::stopping) return false;
    if (state != RunState::running && state != RunState::paused) return seconds < kIdlePatienceS;
    if (seconds < kPatienceWordS) waitTold = false;
    tell = seconds >= kPatienceWordS && !std::exchange(waitTold, true);
  }
  if (tell)
    emit(Noted{
        base::Message("another program holds the study's file: the search waits for it, up to %1 minutes",
                      kPatienceMinutes)});
  return seconds < kPatienceS;
}

void StudyRunner::Impl::stopFor(RunState end, const base::Message& why) {
  std::vector<std::stop_source> sources;
  {
    const std::lock_guard guard(mutex);
    if (state != RunState::running && state != RunState::paused) return;
    enter(RunState::stopping);
    pausedForBattery = false;
    endState = end;
    endReason = why;
    for (Slot& slot : slots)
      if (slot.alive) sources.push_back(slot.thread.get_stop_source());
    for (auto& [number, trial] : running) sources.push_back(trial.stop);
  }
  for (std::stop_source& each : sources) each.request_stop();
  emit(StateChanged{RunState::stopping, why});
}

StudyRunner::StudyRunner(std::shared_ptr<StudyStore> store, std::shared_ptr<data::FeatureStore> features,
                         Observer observer, Trainer trainer, std::optional<SharedTrials> known)
    : impl_(std::make_unique<Impl>(std::move(store), std::move(features), std::move(observer),
                                   std::move(trainer), std::move(known))) {}

StudyRunner::~StudyRunner() = default;

void StudyRunner::start() {
  {
    const std::lock_guard guard(impl_->mutex);
    if (impl_->state == RunState::stopping || (impl_->state == RunState::running && !impl_->wishesOnly))
      return;
    if (impl_->state != RunState::paused) {
      impl_->wishesOnly = false;
      impl_->endState = RunState::finished;
      impl_->endReason = base::Message("all trials are done");
      impl_->exhausted = false;
    }
    impl_->failuresInARow = impl_->sameInARow = 0;
    if (std::exchange(impl_->pausedForBattery, false)) impl_->inSpiteOfBattery = true;
    impl_->enter(RunState::running);
    impl_->startWorkers();
  }
  impl_->changed.notify_all();
  impl_->emit(StateChanged{RunState::running, {}});
  impl_->tellWhere();
}

void StudyRunner::pause() {
  {
    const std::lock_guard guard(impl_->mutex);
    impl_->pausedForBattery = false;  // a person's pause is ended by one
  }
  impl_->pauseFor(base::Message("paused"));
}

void StudyRunner::stop() {
  impl_->stopFor(RunState::idle, base::Message("stopped"));
}

void StudyRunner::stopTrial(int trial) {
  std::stop_source source(std::nostopstate);
  {
    const std::lock_guard guard(impl_->mutex);
    const auto found = impl_->running.find(trial);
    if (found == impl_->running.end()) return;
    found->second.stoppedByUser = true;
    source = found->second.stop;
  }
  source.request_stop();
}

int StudyRunner::train(const space::Genome& genome, int parent) {
  int number = 0;
  bool begins = false;
  {
    const std::lock_guard guard(impl_->mutex);
    number = ++impl_->wishNumber;
    impl_->wishes.push_back({number, genome, parent});
    begins = impl_->state == RunState::idle || impl_->state == RunState::finished;
    if (begins) {
      impl_->wishesOnly = true;
      impl_->endState = impl_->state;
      impl_->endReason = base::Message("what you asked for is trained");
      impl_->failuresInARow = impl_->sameInARow = 0;
      impl_->enter(RunState::running);
    }
    // Of those that had nothing left to do, some may have gone.
    if (impl_->state == RunState::running) impl_->startWorkers();
  }
  impl_->changed.notify_all();
  if (begins) impl_->emit(StateChanged{RunState::running, {}});
  return number;
}

void StudyRunner::takeBack(int wish) {
  const std::lock_guard guard(impl_->mutex);
  std::erase_if(impl_->wishes, [wish](const Impl::Wish& each) { return each.number == wish; });
}

void StudyRunner::wait() {
  std::unique_lock lock(impl_->mutex);
  impl_->changed.wait(lock, [&] { return impl_->active == 0 && impl_->announcing == 0; });
}

void StudyRunner::change(const Settings& wanted) {
  // These throw now rather than in a worker.
  train::makeStoppingRule(wanted.stopping);
  meanPowerOf(wanted, {}, {});
  Settings settings;
  bool nobodySaves;
  {
    const std::lock_guard guard(impl_->mutex);
    Settings& mine = impl_->settings;
    mine.stopping = wanted.stopping;
    mine.auditShare = wanted.auditShare;
    mine.limits = wanted.limits;
    // What a search is by stays what it is, or its candidates could not be compared.
    if (mine.objective == CostObjective::energy) mine.listening = wanted.listening;
    mine.trials = wanted.trials;
    mine.minutes = wanted.minutes;
    mine.workers = wanted.workers;
    mine.baselines = wanted.baselines;
    settings = mine;
    impl_->demands->set(demandsOf(settings));
    impl_->exhausted = false;
    if (impl_->state == RunState::running) impl_->startWorkers();
    nobodySaves = impl_->active == 0;
    impl_->settingsDirty = !nobodySaves;
  }
  impl_->changed.notify_all();
  if (nobodySaves) impl_->store->saveSettings(settings);
}

void StudyRunner::setPace(const Pace& pace) {
  {
    const std::lock_guard guard(impl_->mutex);
    impl_->pace = pace;
    impl_->nextLook = {};
    impl_->inSpiteOfBattery = false;
  }
  impl_->changed.notify_all();
}

RunState StudyRunner::state() const {
  const std::lock_guard guard(impl_->mutex);
  return impl_->state;
}

double StudyRunner::secondsSpent() const {
  const std::lock_guard guard(impl_->mutex);
  return impl_->spentNow();
}

double StudyRunner::secondsLeft() const {
  const std::lock_guard guard(impl_->mutex);
  const Settings& settings = impl_->settings;
  const auto [ended, seconds] = impl_->ledger.work();
  double progress = 0;
  if (ended == 0) return std::numeric_limits<double>::quiet_NaN();
  for (const auto& [number, trial] : impl_->running) progress += trial.progress;
  const double left = std::max(0.0, settings.trials - impl_->ledger.candidates() +
                                        double(impl_->running.size() + impl_->unfinished.size()) - progress);
  const double share = std::max(impl_->pace.share, kLeastShare) / 100.0;
  double estimate = left * seconds / ended / workersOf(settings) / share;
  if (settings.minutes > 0)
    estimate = std::min(estimate, std::max(0.0, 60 * settings.minutes - impl_->spentNow()));
  return estimate;
}

}  // namespace kinglet::study
