// From trials to what a Pareto plot draws: places, shapes, colours, sizes, the front of the shown axes, the
// legend.
#pragma once

#include <vector>

#include "study/trial.h"
#include "widgets/look/theme.h"
#include "widgets/pareto/pareto_axes.h"
#include "widgets/pareto/pareto_legend.h"
#include "widgets/plot/trial_cloud.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {

struct ParetoMarks {
  std::vector<CloudMark> marks;  // in the order they are drawn
  std::vector<int> frontTrials;  // of the shown axes, by x
  std::vector<QPointF> front;
  bool unplaced = false;  // a running trial has no place yet
  ParetoLegendData legend;
  // What the view should hold when the person has not chosen one: everything but running trials, which still
  // move.
  double lowX = 0, highX = 0, lowY = 0, highY = 0;
};

ParetoMarks paretoMarks(const TrialModel& model, const ParetoAxes& axes, const Theme& theme);

// Where a trial stands on a plot; NaN when it is not known. A running trial without an epoch stands where it
// was predicted to come.
double plottedValue(const study::Trial& trial, Quantity quantity, const BatteryUse& battery);
// Whether better and worse mean something, so that two such quantities have a front.
bool isObjective(Quantity quantity);

}  // namespace kinglet::widgets
