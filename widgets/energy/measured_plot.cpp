#include "widgets/energy/measured_plot.h"

#include <algorithm>
#include <cmath>

#include "widgets/text/quantity.h"

namespace kinglet::widgets {
namespace {

double residual(const energy::Example& example) {
  return 100 * (example.predicted.mj / example.measuredMj - 1);
}

// Between two lines, in a faint tone.
void fillBetween(QCPGraph* upper, QCPGraph* lower, const Theme& theme) {
  upper->setBrush(mixed(theme.paper, theme.front, 0.1));
  upper->setChannelFillGraph(lower);
}

}  // namespace

Closeness closenessOf(const energy::Example& example, const Theme& theme) {
  const double off = std::abs(residual(example));
  if (off <= 10) return {MarkShape::circle, theme.category(0)};
  if (off <= 20) return {MarkShape::square, theme.category(1)};
  return {MarkShape::triangle, theme.category(5)};
}

HoverCard::Content cardOf(const energy::Example& example) {
  HoverCard::Content card;
  card.title = QString::fromStdString(example.name);
  const auto joules = [](double mj) { return figure(mj * 1e-3, Unit::joule); };
  card.rows.emplace_back(MeasuredPlot::tr("Measured"), joules(example.measuredMj));
  card.rows.emplace_back(MeasuredPlot::tr("Predicted"), joules(example.predicted.mj));
  if (std::isfinite(example.predicted.low + example.predicted.high)) {
    card.rows.emplace_back(
        MeasuredPlot::tr("9 times in 10 between"),
        MeasuredPlot::tr("%1 and %2").arg(joules(example.predicted.low), joules(example.predicted.high)));
  }
  const QString sign = residual(example) > 0 ? QStringLiteral("+") : QString();
  card.rows.emplace_back(MeasuredPlot::tr("Off by"), sign + figure(residual(example), Unit::percent));
  if (example.macs > 0) card.rows.emplace_back(MeasuredPlot::tr("MACs"), figure(example.macs, Unit::count));
  return card;
}

MeasuredPlot::MeasuredPlot(QWidget* parent) : ScatterPlot(parent) {
  setAccessibleName(tr("Predicted energy against measured"));
}

void MeasuredPlot::setExamples(std::vector<energy::Example> examples) {
  examples_ = std::move(examples);
  scheduleRebuild();
}

HoverCard::Content MeasuredPlot::cardOf(int id) const {
  return widgets::cardOf(examples_[static_cast<std::size_t>(id)]);
}

void MeasuredPlot::rebuild() {
  clearGraphs();
  setupAxis(xAxis, tr("Measured energy"), Unit::joule, true);
  setupAxis(yAxis, tr("Predicted, from the others"), Unit::joule, true);
  std::vector<Point> points;
  for (std::size_t i = 0; i < examples_.size(); ++i) {
    const energy::Example& example = examples_[i];
    const Closeness closeness = closenessOf(example, theme());
    Point point;
    point.id = static_cast<int>(i);
    point.x = example.measuredMj * 1e-3;
    point.y = example.predicted.mj * 1e-3;
    point.lowY = example.predicted.low * 1e-3;
    point.highY = example.predicted.high * 1e-3;
    point.shape = closeness.shape;
    point.colour = closeness.colour;
    point.radius = 3.5;
    points.push_back(point);
  }
  setEmptyText(points.empty()
                   ? tr("Measured and predicted energies appear here. Import a table of measurements.")
                   : QString());
  setPoints(points);
  if (points.empty()) return;
  fitAxes(false);
  const QCPRange both(std::min(xAxis->range().lower, yAxis->range().lower),
                      std::max(xAxis->range().upper, yAxis->range().upper));
  xAxis->setRange(both);
  yAxis->setRange(both);
  QCPGraph* lower = addLine(0.9, 0, QPen(theme().grid, 1));
  fillBetween(addLine(1.1, 0, QPen(theme().grid, 1)), lower, theme());
  addLine(1, 0, QPen(theme().line, 1, Qt::DashLine));
}

ResidualPlot::ResidualPlot(QWidget* parent) : ScatterPlot(parent) {
  setAccessibleName(tr("Errors of the prediction by size"));
}

void ResidualPlot::setExamples(std::vector<energy::Example> examples) {
  examples_ = std::move(examples);
  scheduleRebuild();
}

HoverCard::Content ResidualPlot::cardOf(int id) const {
  return widgets::cardOf(examples_[static_cast<std::size_t>(id)]);
}

void ResidualPlot::rebuild() {
  clearGraphs();
  const bool macs =
      !examples_.empty() && std::all_of(examples_.begin(), examples_.end(),
                                        [](const energy::Example& example) { return example.macs > 0; });
  setupAxis(xAxis, macs ? nameOf(Quantity::macs) : tr("Measured energy"), macs ? Unit::count : Unit::joule,
            true);
  setupAxis(yAxis, tr("Predicted too high or too low (%)"), Unit::none, false);
  std::vector<Point> points;
  for (std::size_t i = 0; i < examples_.size(); ++i) {
    const Closeness closeness = closenessOf(examples_[i], theme());
    Point point;
    point.id = static_cast<int>(i);
    point.x = macs ? examples_[i].macs : examples_[i].measuredMj * 1e-3;
    point.y = residual(examples_[i]);
    point.shape = closeness.shape;
    point.colour = closeness.colour;
    point.radius = 3.5;
    points.push_back(point);
  }
  setEmptyText(points.empty()
                   ? tr("How far predictions are off appears here, by size. Import a table of measurements.")
                   : QString());
  setPoints(points);
  if (points.empty()) return;
  fitAxes(false);
  const double most = std::max({std::abs(yAxis->range().lower), std::abs(yAxis->range().upper), 15.0});
  yAxis->setRange(-most, most);
  QCPGraph* lower = addLine(0, -10, QPen(theme().grid, 1));
  fillBetween(addLine(0, 10, QPen(theme().grid, 1)), lower, theme());
  addLine(0, 0, QPen(theme().line, 1, Qt::DashLine));
}

}  // namespace kinglet::widgets
