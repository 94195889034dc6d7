#include "app/cli/search_progress.h"

#include <cmath>
#include <iostream>

#include "app/cli/figures.h"
#include "app/cli/shown.h"
#include "base/json.h"
#include "base/text.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::cli {
namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};

std::string nameOf(const study::Trial& trial) {
  return "#" + std::to_string(trial.number) + (trial.baseline.empty() ? "" : " " + trial.baseline);
}

}  // namespace

SearchProgress::SearchProgress(const study::Settings& settings, const std::vector<study::Trial>& before,
                               bool json)
    : json_(json), trials_(settings.trials), epochs_(settings.recipe.epochs) {
  for (const auto& trial : before) {
    if (!trial.baseline.empty()) continue;
    done_ += trial.state == study::TrialState::finished;
    stopped_ += trial.state == study::TrialState::stoppedEarly;
    failed_ += study::endedBadly(trial.state);
  }
}

void SearchProgress::on(const study::Event& event, double secondsLeft) {
  const std::lock_guard guard(mutex_);
  const auto at = [&](int worker, int trial, int epoch, double share) {
    preparing_.clear();
    workers_[worker] = "#" + std::to_string(trial) + " epoch " + std::to_string(epoch) + "/" +
                       std::to_string(epochs_) + " " + bar((epoch - 1 + share) / epochs_, 8);
  };
  std::visit(Overloaded{
                 [&](const study::TrialStarted& started) {
                   workers_[started.worker] = nameOf(*started.trial) + " starts";
                 },
                 [&](const study::TrialProgress& now) { at(now.worker, now.trial, now.epoch, now.share); },
                 [&](const study::EpochDone& done) { at(done.worker, done.trial, done.report.epoch, 1); },
                 [&](const study::TrialEnded& end) {
                   workers_.erase(end.worker);
                   ended(*end.trial);
                 },
                 [&](const study::Preparing& now) {
                   preparing_ =
                       now.what.english() + " " + std::to_string(now.done) + "/" + std::to_string(now.total);
                 },
                 [&](const study::Noted& noted) {
                   notices_.push_back(base::shownText(noted.what.english()));
                   line_.print(notices_.back());
                 },
                 [&](const study::StateChanged& change) {
                   if (change.why.empty()) return;
                   why_ = change.why.english();
                   using study::RunState;
                   if (change.state == RunState::paused || change.state == RunState::running)
                     line_.print(why_);
                 },
                 [&](const study::Failed& failed) {
                   if (failure_.empty()) failure_ = failed.message;
                 },
             },
             event);
  line_.show(status(secondsLeft));
}

void SearchProgress::ended(const study::Trial& trial) {
  using study::TrialState;
  if (trial.state == TrialState::preempted) return;
  if (trial.baseline.empty()) {
    done_ += trial.state == TrialState::finished;
    stopped_ += trial.state == TrialState::stoppedEarly;
    failed_ += study::endedBadly(trial.state);
  }
  if (json_) {
    Json json = trialFigures(trial);
    json["state"] = study::toText(trial.state);
    json["epochs"] = trial.curve.size();
    json["seconds"] = trial.seconds;
    if (!trial.reason.empty()) json["reason"] = trial.reason.english();
    if (!trial.baseline.empty()) json["baseline"] = trial.baseline;
    std::cout << base::jsonText(json) << std::endl;
    return;
  }
  std::string text = nameOf(trial) + "  " + percentText(1 - trial.error() / 100) + "  " +
                     energyText(trial.energyMj()) + "  " + digits(trial.flashKb() + trial.ramKb()) + " kB  " +
                     durationText(trial.seconds) + "  " + trial.origin.strategy;
  if (trial.state != TrialState::finished) text += std::string("  ") + study::toText(trial.state);
  if (!trial.reason.empty()) text += ": " + trial.reason.english();
  line_.print(text);
}

std::string SearchProgress::status(double secondsLeft) const {
  std::string text = std::to_string(done_ + stopped_ + failed_) + "/" + std::to_string(trials_) + " trials";
  if (stopped_ > 0) text += " · " + std::to_string(stopped_) + " stopped early";
  if (failed_ > 0) text += " · " + std::to_string(failed_) + " failed";
  if (!std::isnan(secondsLeft)) text += " · " + durationText(secondsLeft) + " left";
  if (!preparing_.empty()) text += " · " + preparing_;
  for (const auto& [worker, what] : workers_) text += " · " + what;
  return text;
}

base::Message SearchProgress::failure() const {
  const std::lock_guard guard(mutex_);
  return failure_;
}

void SearchProgress::setFailure(base::Message what) {
  const std::lock_guard guard(mutex_);
  failure_ = std::move(what);
}

std::vector<std::string> SearchProgress::notices() const {
  const std::lock_guard guard(mutex_);
  return notices_;
}

std::string SearchProgress::why() const {
  const std::lock_guard guard(mutex_);
  return why_;
}

}  // namespace kinglet::cli
