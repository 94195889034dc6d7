#include "widgets/trials/front_choice.h"

#include <cmath>

#include "search/knee.h"

namespace kinglet::widgets {

int kneeTrial(const TrialModel& model) {
  const std::vector<int> front = model.front();
  std::vector<search::Point> points;
  for (const int number : front) {
    const TrialPtr trial = model.find(number);
    points.push_back({std::log(trial->costFigure()), trial->error()});
  }
  const int knee = search::kneeOf(points);
  return knee < 0 ? -1 : front[static_cast<std::size_t>(knee)];
}

int bestTrial(const TrialModel& model, const std::function<bool(const study::Trial&)>& keeps) {
  int best = -1;
  double error = 0;
  // By energy: the first of equals is the cheapest.
  for (const int number : model.front()) {
    const TrialPtr trial = model.find(number);
    if (!keeps(*trial) || !std::isfinite(trial->error()) || (best >= 0 && trial->error() >= error)) continue;
    best = number;
    error = trial->error();
  }
  return best;
}

}  // namespace kinglet::widgets
