#include "study/run/judge.h"

#include "study/objectives.h"
#include "study/settings.h"
#include "train/stopping.h"

namespace kinglet::study {

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
