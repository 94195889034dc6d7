#include "study/report/audit.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "search/pareto.h"
#include "statistics/summary.h"
#include "study/objectives.h"
#include "study/run/judge.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/stopping.h"

namespace kinglet::study {
namespace {

search::Point pointOf(const RecordedTrial& trial, double error) {
  return {100 * error, trial.energyMj, trial.memoryKb};
}

double hypervolumeOf(const std::vector<search::Point>& points) {
  return points.empty() ? 0 : search::hypervolume(points, search::Point(points.front().size(), 1.0));
}

struct Event {
  double time;
  std::size_t trial;
  std::size_t epoch;  // from 1
};

// Equal times (a study so fast that the clock stood still): by trial.
std::vector<Event> eventsOf(const Recording& recording) {
  std::vector<Event> events;
  for (std::size_t trial = 0; trial < recording.trials.size(); ++trial)
    for (std::size_t epoch = 1; epoch <= recording.trials[trial].errors.size(); ++epoch)
      events.push_back({recording.trials[trial].times[epoch - 1], trial, epoch});
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(a.time, a.trial, a.epoch) < std::tie(b.time, b.trial, b.epoch);
  });
  return events;
}

Settings scaleSettings(const Recording& recording) {
  Settings settings;
  settings.reference = recording.reference;
  return settings;
}

std::vector<search::Point> frontOf(const std::vector<search::Point>& points) {
  std::vector<search::Point> front;
  for (const int i : search::paretoFront(points)) front.push_back(points[static_cast<std::size_t>(i)]);
  return front;
}

}  // namespace

Recording recordingOf(const TrialsView& trials, const Settings& settings) {
  Recording recording;
  recording.epochs = settings.recipe.epochs;
  for (const auto& objective : studyObjectives(settings)) recording.reference.push_back(objective.reference);
  for (const Trial& trial : trials) {
    const bool whole = trial.state == TrialState::finished;
    if (!trial.baseline.empty() || trial.curve.empty() || (!whole && trial.state != TrialState::stoppedEarly))
      continue;
    RecordedTrial recorded;
    recorded.number = trial.number;
    recorded.whole = whole;
    recorded.energyMj = trial.energyMj();
    recorded.memoryKb = trial.flashKb() + trial.ramKb();
    double time = std::isfinite(trial.endedAt) ? trial.endedAt : 0;
    for (auto epoch = trial.curve.rbegin(); epoch != trial.curve.rend(); ++epoch) {
      recorded.errors.push_back(1 - epoch->validation.accuracy);
      recorded.times.push_back(time);
      if (std::isfinite(epoch->seconds)) time -= epoch->seconds;
    }
    std::reverse(recorded.errors.begin(), recorded.errors.end());
    std::reverse(recorded.times.begin(), recorded.times.end());
    recording.trials.push_back(std::move(recorded));
  }
  std::sort(recording.trials.begin(), recording.trials.end(),
            [](const RecordedTrial& a, const RecordedTrial& b) { return a.number < b.number; });
  return recording;
}

Audit audit(const Recording& recording, const train::StoppingSettings& rule, std::stop_token stop) {
  Audit result = audit(recording, *train::makeStoppingRule(rule), std::move(stop));
  result.rule = rule;
  return result;
}

Audit audit(const Recording& recording, const train::StoppingRule& rule, std::stop_token stop) {
  const auto scale = studyObjectives(scaleSettings(recording));
  const std::size_t count = recording.trials.size();
  Audit result;
  result.trials.resize(count);

  std::vector<std::vector<double>> known(count);  // curves as far as they have come in the replay
  std::vector<search::Point> front;
  for (const Event& event : eventsOf(recording)) {
    if (stop.stop_requested()) break;
    const RecordedTrial& trial = recording.trials[event.trial];
    AuditedTrial& audited = result.trials[event.trial];
    const bool last = event.epoch == trial.errors.size();
    if (audited.stopEpoch > 0) continue;
    known[event.trial].push_back(trial.errors[event.epoch - 1]);
    if (static_cast<int>(event.epoch) < recording.epochs) {
      const auto decision = rule.decide(viewOf(recording.epochs, known[event.trial],
                                               {known.data(), event.trial}, front, pointOf(trial, 0), scale));
      if (decision.stop) {
        audited.stopEpoch = static_cast<int>(event.epoch);
        audited.reason = decision.reason;
      }
    }
    if (audited.stopEpoch == 0 && last && trial.whole) {
      front.push_back(normalised(pointOf(trial, trial.errors.back()), scale));
      front = frontOf(front);
    }
  }

  std::vector<search::Point> whole, kept;
  std::vector<std::size_t> wholeTrials;
  for (std::size_t i = 0; i < count; ++i) {
    const RecordedTrial& trial = recording.trials[i];
    AuditedTrial& audited = result.trials[i];
    audited.trial = trial.number;
    audited.beyond = !trial.whole && audited.stopEpoch == 0;
    result.epochsFull += recording.epochs;
    result.epochsTrained += audited.stopEpoch > 0 ? audited.stopEpoch : recording.epochs;
    result.stopped += audited.stopEpoch > 0;
    result.beyond += audited.beyond;
    if (!trial.whole) continue;
    whole.push_back(normalised(pointOf(trial, trial.errors.back()), scale));
    wholeTrials.push_back(i);
    if (audited.stopEpoch == 0) kept.push_back(whole.back());
  }
  for (const int i : search::paretoFront(whole)) {
    AuditedTrial& audited = result.trials[wholeTrials[static_cast<std::size_t>(i)]];
    audited.onFront = true;
    ++result.front;
    result.frontLost += audited.stopEpoch > 0;
  }
  result.hypervolumeFull = hypervolumeOf(frontOf(whole));
  result.hypervolume = hypervolumeOf(frontOf(kept));
  return result;
}

double Audit::epochsSaved() const {
  return epochsFull > 0 ? 1 - double(epochsTrained) / double(epochsFull) : 0;
}

double Audit::hypervolumeLost() const {
  return hypervolumeFull > 0 ? std::max(0.0, 1 - hypervolume / hypervolumeFull) : 0;
}

MeasuredRegret measuredRegret(const TrialsView& trials, const Settings& settings) {
  const auto scale = studyObjectives(settings);
  std::vector<search::Point> let, audited;
  for (const Trial& trial : trials) {
    if (!trial.baseline.empty() || trial.state != TrialState::finished) continue;
    (trial.cutEpoch > 0 ? audited : let).push_back(normalised(objectivesOf(trial), scale));
  }
  MeasuredRegret regret;
  regret.audited = static_cast<int>(audited.size());
  const double without = hypervolumeOf(let);
  for (const search::Point& point : audited) {
    auto with = let;
    with.push_back(point);
    regret.gained += hypervolumeOf(with) > without;
  }
  const statistics::ShareInterval share = statistics::shareInterval(regret.gained, regret.audited);
  regret.low = share.low, regret.high = share.high;
  let.insert(let.end(), audited.begin(), audited.end());
  const double whole = hypervolumeOf(let);
  regret.hypervolumeMissed = whole > 0 ? 1 - without / whole : 0;
  return regret;
}

}  // namespace kinglet::study
