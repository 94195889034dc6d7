#include "study/judge.h"

namespace kinglet::study {
namespace {

std::vector<double> errorsOf(const Trial& trial) {
  std::vector<double> errors;
  for (const auto& epoch : trial.curve) errors.push_back(1 - epoch.validation.accuracy);
  return errors;
}

}  // namespace

Evidence gather(const std::map<int, Trial>& trials, int number) {
  Evidence evidence;
  for (const auto& [other, trial] : trials) {
    if (!trial.baseline.empty() || trial.curve.empty()) continue;
    if (other < number) evidence.others.push_back(errorsOf(trial));
    if (trial.state == TrialState::finished) evidence.finished.push_back(objectivesOf(trial));
  }
  evidence.errors = errorsOf(trials.at(number));
  evidence.objectives = objectivesOf(trials.at(number));
  return evidence;
}

train::StoppingDecision judge(const Settings& settings, const Evidence& evidence) {
  const auto scale = studyObjectives(settings);
  std::vector<search::Point> front;
  for (const int i : search::paretoFront(evidence.finished))
    front.push_back(normalised(evidence.finished[i], scale));

  train::StoppingView view;
  view.epochs = settings.recipe.epochs;
  view.errors = evidence.errors;
  view.others = evidence.others;
  view.gain = [&](double error) {
    std::vector<double> objectives = evidence.objectives;
    objectives[0] = 100 * error;
    return search::hypervolumeGain(front, normalised(objectives, scale), search::Point(scale.size(), 1.0));
  };
  return train::makeStoppingRule(settings.stopping)->decide(view);
}

}  // namespace kinglet::study
