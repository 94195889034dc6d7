#include "study/objectives.h"

#include <algorithm>
#include <cmath>

#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {
namespace {

// How far below the reference a cost must lie to count as nothing, as a power of ten.
constexpr double kDecades = 4;

std::vector<int> candidatesFinished(const TrialsView& trials) {
  std::vector<int> found;
  for (std::size_t i = 0; i < trials.size(); ++i)
    if (trials[i].state == TrialState::finished && trials[i].baseline.empty() &&
        !std::isnan(trials[i].error()))
      found.push_back(static_cast<int>(i));
  return found;
}

}  // namespace

std::vector<search::Objective> studyObjectives(const Settings& settings) {
  std::vector<double> reference{100, 1000, 4096};
  if (settings.reference.size() == reference.size()) reference = settings.reference;
  std::vector<search::Objective> objectives(3);
  objectives[0].name = "error_percent";
  objectives[1].name = settings.objective == CostObjective::power ? "power_mw" : "energy_mj";
  objectives[2].name = "memory_kb";
  for (std::size_t i = 0; i < objectives.size(); ++i) {
    objectives[i].reference = reference[i];
    objectives[i].log = objectives[i].known = i > 0;
  }
  return objectives;
}

std::vector<double> objectivesOf(const Trial& trial) {
  return {trial.error(), trial.costFigure(), trial.flashKb() + trial.ramKb()};
}

search::Point normalised(std::span<const double> objectives, std::span<const search::Objective> scale) {
  search::Point point(objectives.size());
  for (std::size_t i = 0; i < point.size(); ++i) {
    const double value = scale[i].log ? 1 + std::log10(objectives[i] / scale[i].reference) / kDecades
                                      : objectives[i] / scale[i].reference;
    point[i] = std::max(0.0, value);
  }
  return point;
}

std::vector<int> frontOf(const TrialsView& trials) {
  const std::vector<int> finished = candidatesFinished(trials);
  std::vector<search::Point> points;
  for (const int i : finished) points.push_back(objectivesOf(trials[i]));
  std::vector<int> front;
  for (const int i : search::paretoFront(points)) front.push_back(finished[i]);
  std::stable_sort(front.begin(), front.end(),
                   [&](int a, int b) { return trials[a].costFigure() < trials[b].costFigure(); });
  return front;
}

double hypervolumeOf(const TrialsView& trials, const Settings& settings) {
  const auto scale = studyObjectives(settings);
  std::vector<search::Point> points;
  for (const int i : frontOf(trials)) points.push_back(normalised(objectivesOf(trials[i]), scale));
  return points.empty() ? 0 : search::hypervolume(points, search::Point(scale.size(), 1.0));
}

}  // namespace kinglet::study
