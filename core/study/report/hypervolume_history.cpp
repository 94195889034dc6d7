#include "study/report/hypervolume_history.h"

#include <algorithm>

#include "search/pareto.h"
#include "study/objectives.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

std::vector<HistoryPoint> hypervolumeHistory(const TrialsView& trials, const Settings& settings) {
  std::vector<const Trial*> ended;
  for (const Trial& trial : trials)
    if (trial.baseline.empty() && trial.toldAs >= 0) ended.push_back(&trial);
  std::stable_sort(ended.begin(), ended.end(),
                   [](const Trial* a, const Trial* b) { return a->toldAs < b->toldAs; });

  const auto scale = studyObjectives(settings);
  const search::Point reference(scale.size(), 1.0);
  std::vector<search::Point> front;
  std::vector<HistoryPoint> history;
  double hypervolume = 0;
  for (const Trial* trial : ended) {
    if (trial->state == TrialState::finished) {
      front.push_back(normalised(objectivesOf(*trial), scale));
      std::vector<search::Point> kept;
      for (const int i : search::paretoFront(front)) kept.push_back(front[static_cast<std::size_t>(i)]);
      front = std::move(kept);
      hypervolume = search::hypervolume(front, reference);
    }
    history.push_back({trial->number, static_cast<int>(history.size()) + 1, trial->endedAt, hypervolume});
  }
  return history;
}

}  // namespace kinglet::study
