// What a worker trains next: a trial that was cut off, what a person asked for, a baseline that is due, or a suggestion.
#include <algorithm>

#include "network/baselines.h"
#include "network/cost.h"
#include "study/meaning.h"
#include "study/run/runner_impl.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {
namespace {

// A baseline is due after so many candidates each: early enough to compare with, late enough not to be in the
// way.
constexpr int kCandidatesPerBaseline = 2;

}  // namespace

std::optional<Trial> StudyRunner::Impl::take(int worker, const std::stop_token& stop) {
  for (;;) {
    waitWhilePaused(stop);
    keepSettings(stop);
    checkTime();
    checkBattery();
    if (stop.stop_requested()) throw Interrupted{};
    std::optional<Trial> trial;
    base::Message refused;
    std::optional<Wish> wish;
    std::vector<Repeat> repeats;
    {
      const std::lock_guard asking(sourceMutex);
      int number = 0;
      {
        const std::lock_guard guard(mutex);
        if (state != RunState::running) continue;
        if (worker >= workersOf(settings)) return {};
        if (!wishesOnly) trial = takeUnfinished();
        if (!trial) wish = takeWish();
        if (!trial && !wish && wishesOnly) return {};
        if (!trial && !wish) trial = takeBaseline();
        if (!trial && !wish && (exhausted || ledger.candidates() >= settings.trials)) return {};
        if (trial) {
          enlist(*trial);
          return trial;
        }
        number = ledger.nextNumber(leastNumber);
      }
      trial = wish ? source->wished(wish->genome, wish->parent, number) : source->next(number);
      repeats = source->takeRepeats();
      const std::lock_guard guard(mutex);
      if (trial) {
        enlist(*trial);
      } else if (wish) {
        refused = source->why();
      } else {
        exhausted = true;
        endReason = source->why();
      }
    }
    keepRepeats(repeats, stop);
    if (!refused.empty())
      emit(Noted{base::Message("the network that you asked for is not trained: %1", refused)});
    if (trial) return trial;
  }
}

std::optional<Trial> StudyRunner::Impl::takeUnfinished() {
  if (unfinished.empty()) return {};
  Trial trial = open.at(unfinished.front());
  unfinished.pop_front();
  trial.state = TrialState::running;
  trial.endedAt = 0;
  return trial;
}

std::optional<StudyRunner::Impl::Wish> StudyRunner::Impl::takeWish() {
  if (wishes.empty()) return {};
  Wish wish = std::move(wishes.front());
  wishes.pop_front();
  return wish;
}

std::optional<Trial> StudyRunner::Impl::takeBaseline() {
  int started = 0;
  for (const std::string& name : settings.baselines) {
    if (ledger.holdsBaseline(name)) {
      ++started;
      continue;
    }
    const bool due = ledger.candidates() >= std::min(settings.trials, kCandidatesPerBaseline * (started + 1));
    if (!due && !exhausted) return {};
    Trial trial;
    trial.number = ledger.nextNumber(leastNumber);
    trial.baseline = name;
    trial.candidate.input = settings.input;
    trial.candidate.network = network::namedNetwork(name, settings.input.shape(),
                                                    static_cast<int>(features->dataset().classes.size()));
    trial.cost = network::costOf(trial.candidate.network, trial.candidate.input);
    trial.energy = energyModelOf(settings)->estimate(trial.candidate.input, trial.candidate.network);
    weigh(trial, settings);
    trial.origin.strategy = "baseline";
    return trial;
  }
  return {};
}

void StudyRunner::Impl::enlist(const Trial& trial) {
  ledger.note(trial);
  open[trial.number] = trial;
  running[trial.number];
}

}  // namespace kinglet::study
