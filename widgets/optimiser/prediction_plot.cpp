#include "widgets/optimiser/prediction_plot.h"

#include <algorithm>
#include <cmath>

#include "search/origin.h"
#include "study/trial.h"
#include "widgets/text/strategy_text.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {
namespace {
constexpr double k90 = 1.645;  // standard deviations of a normal on either side
}

PredictionPlot::PredictionPlot(TrialModel& model, Selection& selection, QWidget* parent)
    : ScatterPlot(parent), model_(model) {
  setAccessibleName(tr("Predicted error against what came"));
  connect(&model_, &TrialModel::trialsChanged, this, &PlotBase::scheduleRebuild);
  connect(
      this, &ScatterPlot::pointClicked, &selection, [&selection](int trial, Qt::KeyboardModifiers modifiers) {
        modifiers.testFlag(Qt::ControlModifier) ? selection.toggleCompared(trial) : selection.select(trial);
      });
  connect(this, &ScatterPlot::pointHovered, &selection, &Selection::hover);
  connect(&selection, &Selection::currentChanged, this, &ScatterPlot::choose);
  connect(&selection, &Selection::hoveredChanged, this, &ScatterPlot::preview);
  choose(selection.current());
}

PredictionPlot::Hits PredictionPlot::hits() const {
  Hits hits;
  int within = 0;
  for (int row = 0; row < model_.count(); ++row) {
    const study::Trial& trial = *model_.at(row);
    const search::Origin& origin = trial.origin;
    if (trial.state != study::TrialState::finished || !trial.baseline.empty()) continue;
    if (!std::isfinite(origin.predictedError) || !std::isfinite(origin.predictedDeviation)) continue;
    ++hits.count;
    within += std::abs(valueOf(trial, Quantity::error, {}) - origin.predictedError) <=
              k90 * origin.predictedDeviation;
  }
  hits.within = hits.count > 0 ? 100.0 * within / hits.count : 0;
  return hits;
}

void PredictionPlot::rebuild() {
  clearGraphs();
  setupAxis(xAxis, tr("Predicted, with 90 % interval"), Unit::percent, false);
  setupAxis(yAxis, tr("Error that came"), Unit::percent, false);
  std::vector<Point> points;
  for (int row = 0; row < model_.count(); ++row) {
    const study::Trial& trial = *model_.at(row);
    const double error = valueOf(trial, Quantity::error, {});
    if (!trial.baseline.empty() || !std::isfinite(error + trial.origin.predictedError)) continue;
    const bool finished = trial.state == study::TrialState::finished;
    if (!finished && trial.state != study::TrialState::stoppedEarly) continue;
    const int strategy = std::max(model_.strategyIndex(trial), 0);
    Point point;
    point.id = trial.number;
    point.x = trial.origin.predictedError;
    point.y = error;
    point.lowX = point.x - k90 * trial.origin.predictedDeviation;
    point.highX = point.x + k90 * trial.origin.predictedDeviation;
    point.shape = finished ? shapeOfCategory(strategy) : MarkShape::cross;
    point.colour = finished ? theme().category(strategy) : theme().stopped;
    points.push_back(point);
  }
  setEmptyText(points.empty()
                   ? tr("Predictions and what came of them appear here once a strategy that predicts has "
                        "proposed a candidate and it has been trained.")
                   : QString());
  setPoints(points);
  if (points.empty()) return;
  fitAxes(false);
  const QCPRange x = xAxis->range(), y = yAxis->range();
  const QCPRange both(std::min(x.lower, y.lower), std::max(x.upper, y.upper));
  xAxis->setRange(both);
  yAxis->setRange(both);
  addLine(1, 0, QPen(theme().line, 1, Qt::DashLine));
  const Hits now = hits();
  setAccessibleDescription(tr("Of %1 finished candidates, %2 came within the interval")
                               .arg(now.count)
                               .arg(figure(now.within, Unit::percent)));
}

HoverCard::Content PredictionPlot::cardOf(int number) const {
  HoverCard::Content card;
  const TrialPtr trial = model_.find(number);
  if (!trial) return card;
  const search::Origin& origin = trial->origin;
  card.title = titleOf(*trial);
  card.rows.emplace_back(tr("Predicted"), figure(origin.predictedError, Unit::percent));
  if (std::isfinite(origin.predictedDeviation)) {
    card.rows.emplace_back(tr("9 times in 10 between"),
                           tr("%1 and %2")
                               .arg(figure(origin.predictedError - k90 * origin.predictedDeviation),
                                    figure(origin.predictedError + k90 * origin.predictedDeviation)));
  }
  card.rows.emplace_back(tr("Came"), figure(valueOf(*trial, Quantity::error, {}), Unit::percent));
  card.rows.emplace_back(tr("State"), TrialModel::stateText(*trial));
  card.rows.emplace_back(tr("Proposed by"), strategyName(origin.strategy));
  return card;
}

}  // namespace kinglet::widgets
