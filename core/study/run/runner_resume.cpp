// How an unfinished trial goes on: checkpoints are kept while it trains, one a trial in the study file,
// replaced by the next and gone with the trial's end.
#include <algorithm>

#include "base/error.h"
#include "study/elapsed.h"
#include "study/run/runner_impl.h"
#include "study/trial.h"
#include "train/checkpoint.h"

namespace kinglet::study {
namespace {

// A checkpoint is due when training has gone on for so many times as long as the last one took to write, but
// at least so many seconds: it costs two percent at most, and the study's log does not swell.
constexpr double kWorth = 50, kLeastPause = 0.2;

}  // namespace

StudyRunner::Impl::Resumption StudyRunner::Impl::resumptionOf(const Trial& trial) const {
  if (trial.curve.empty()) return {};
  try {
    const auto kept = store->checkpoint(trial.number);
    if (!kept || kept->epoch < 1 || static_cast<std::size_t>(kept->epoch) > trial.curve.size()) return {};
    auto from = std::make_shared<train::Checkpoint>(train::unpackCheckpoint(kept->bytes));
    if (from->epoch != kept->epoch) return {};
    return {std::move(from), {trial.curve.begin(), trial.curve.begin() + kept->epoch}};
  } catch (const base::Error&) {
    return {};  // damaged: the trial begins anew and comes to the same
  }
}

StudyRunner::Impl::Resumption StudyRunner::Impl::begin(Trial& trial, const std::stop_token& stop) {
  Resumption resumption = resumptionOf(trial);
  trial.curve = resumption.known;
  trial.seconds = 0;
  for (const auto& epoch : trial.curve) trial.seconds += epoch.seconds;
  if (trial.cutEpoch > static_cast<int>(trial.curve.size())) trial.cutEpoch = 0;
  if (trial.cutEpoch == 0) trial.reason = {};
  {
    const std::lock_guard guard(mutex);
    open.at(trial.number) = trial;
    ledger.note(trial);
  }
  keep([&] { store->saveTrial(trial); }, stop);
  return resumption;
}

std::function<void(const std::function<train::Checkpoint()>&)> StudyRunner::Impl::keeperOf(
    int trial, const std::stop_token& stop) {
  return [this, trial, stop, cost = 0.0, last = Clock::now()](const auto& take) mutable {
    if (secondsSince(last) < std::max(kLeastPause, kWorth * cost)) return;
    const auto start = Clock::now();
    const train::Checkpoint checkpoint = take();
    const KeptCheckpoint kept{checkpoint.epoch, train::packCheckpoint(checkpoint)};
    keep([&] { store->saveCheckpoint(trial, kept); }, stop);
    last = Clock::now();
    cost = std::chrono::duration<double>(last - start).count();
  };
}

}  // namespace kinglet::study
