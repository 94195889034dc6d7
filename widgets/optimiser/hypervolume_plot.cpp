#include "widgets/optimiser/hypervolume_plot.h"

#include "study/report/hypervolume_history.h"
#include "widgets/text/strategy_text.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"

namespace kinglet::widgets {

HypervolumePlot::HypervolumePlot(const TrialModel& model, Selection& selection, QWidget* parent)
    : ScatterPlot(parent), model_(model) {
  setAccessibleName(tr("Hypervolume"));
  connect(
      this, &ScatterPlot::pointClicked, &selection, [&selection](int trial, Qt::KeyboardModifiers modifiers) {
        modifiers.testFlag(Qt::ControlModifier) ? selection.toggleCompared(trial) : selection.select(trial);
      });
  connect(this, &ScatterPlot::pointHovered, &selection, &Selection::hover);
  connect(&selection, &Selection::currentChanged, this, &ScatterPlot::choose);
  connect(&selection, &Selection::hoveredChanged, this, &ScatterPlot::preview);
  choose(selection.current());
}

void HypervolumePlot::setHistory(std::vector<study::HistoryPoint> history) {
  history_ = std::move(history);
  scheduleRebuild();
}

void HypervolumePlot::showTime(bool time) {
  time_ = time;
  scheduleRebuild();
}

void HypervolumePlot::rebuild() {
  clearGraphs();
  setEmptyText(history_.empty() ? tr("How the front grows appears here with the first candidate that ends.")
                                : QString());
  setupAxis(xAxis, time_ ? tr("Time searched") : tr("Candidates ended"), time_ ? Unit::hours : Unit::integer,
            false);
  setupAxis(yAxis, tr("Hypervolume"), Unit::percent, false);
  std::vector<Point> points;
  QVector<double> x, y;
  double last = 0;
  for (const study::HistoryPoint& moment : history_) {
    x << (time_ ? moment.seconds / 3600 : moment.ended);
    y << 100 * moment.hypervolume;
    // Only those that moved the front: the others are the flat line between.
    if (moment.hypervolume > last) {
      Point point;
      point.id = moment.trial;
      point.x = x.last();
      point.y = y.last();
      point.colour = theme().front;
      points.push_back(point);
    }
    last = std::max(last, moment.hypervolume);
  }
  setPoints(points);
  if (history_.empty()) return;
  fitAxes(false);
  xAxis->setRange(0, std::max(x.last() * 1.03, 1e-3));
  yAxis->setRangeLower(0);
  auto* line = addGraph();
  line->setLineStyle(QCPGraph::lsStepLeft);
  line->setPen(QPen(theme().front, 1.5));
  line->setData(x, y, true);
}

HoverCard::Content HypervolumePlot::cardOf(int trial) const {
  HoverCard::Content card;
  const TrialPtr found = model_.find(trial);
  card.title = found ? titleOf(*found) : tr("Candidate %1").arg(trial);
  double before = 0;
  for (const study::HistoryPoint& moment : history_) {
    if (moment.trial == trial) {
      card.rows.emplace_back(tr("Hypervolume"), figure(100 * moment.hypervolume, Unit::percent));
      card.rows.emplace_back(tr("Gained"), figure(100 * (moment.hypervolume - before), Unit::percent, 2));
      card.rows.emplace_back(tr("Candidates ended"), QString::number(moment.ended));
      card.rows.emplace_back(tr("Time searched"), duration(moment.seconds));
      break;
    }
    before = moment.hypervolume;
  }
  if (found) card.rows.emplace_back(tr("Proposed by"), strategyName(found->origin.strategy));
  return card;
}

}  // namespace kinglet::widgets
