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

train::StoppingView viewOf(int epochs, std::span<const double> errors,
                           std::span<const std::vector<double>> others,
                           const std::vector<search::Point>& front, const search::Point& objectives,
                           const std::vector<search::Objective>& scale) {
  train::StoppingView view;
  view.epochs = epochs;
  view.errors = errors;
  view.others = others;
  view.gain = [&front, &objectives, &scale](double error) {
    search::Point point = objectives;
    point[0] = 100 * error;
    return search::hypervolumeGain(front, normalised(point, scale), search::Point(scale.size(), 1.0));
  };
  return view;
}

train::StoppingDecision judge(const Settings& settings, const Evidence& evidence) {
  const auto scale = studyObjectives(settings);
  std::vector<search::Point> front;
  for (const int i : search::paretoFront(evidence.finished))
    front.push_back(normalised(evidence.finished[i], scale));

  return train::makeStoppingRule(settings.stopping)
      ->decide(viewOf(settings.recipe.epochs, evidence.errors, evidence.others, front, evidence.objectives,
                      scale));
}

}  // namespace kinglet::study
