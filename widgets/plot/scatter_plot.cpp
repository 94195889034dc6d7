#include "widgets/plot/scatter_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "widgets/plot/trial_cloud.h"

namespace kinglet::widgets {
namespace {

constexpr double kReach = 8;  // pixels
const char* const kRingLayer = "chosen";

QCPRange padded(double low, double high, bool logarithmic) {
  if (logarithmic) {
    const double pad = high > low ? std::pow(high / low, 0.07) : 2;
    return {low / pad, high * pad};
  }
  const double pad = high > low ? (high - low) * 0.07 : std::max(1.0, std::abs(high) * 0.1);
  return {low - pad, high + pad};
}

}  // namespace

ScatterPlot::ScatterPlot(QWidget* parent) : PlotBase(parent) {
  addLayer(kRingLayer, layer("main"), limAbove);
  layer(kRingLayer)->setMode(QCPLayer::lmBuffered);
  bars_ = new QCPCurve(xAxis, yAxis);
  cloud_ = new TrialCloud(xAxis, yAxis);
  for (QCPItemEllipse** ring : {&previewRing_, &ring_}) {
    *ring = new QCPItemEllipse(this);
    (*ring)->setLayer(kRingLayer);
    for (QCPItemPosition* corner : {(*ring)->topLeft, (*ring)->bottomRight})
      corner->setType(QCPItemPosition::ptAbsolute);
    (*ring)->setVisible(false);
  }
  card_ = new HoverCard(this);
  connect(this, &QCustomPlot::afterLayout, this, &ScatterPlot::placeRings);
}

void ScatterPlot::applyTheme() {
  PlotBase::applyTheme();
  cloud_->setColours(theme().paper, theme().text, theme().paper);
  bars_->setPen(QPen(mixed(theme().text, theme().paper, 0.65), 1));
  ring_->setPen(QPen(theme().text, 2));
  previewRing_->setPen(QPen(theme().line, 1.5));
}

void ScatterPlot::setPoints(const std::vector<Point>& points) {
  points_ = points;
  std::vector<CloudMark> marks;
  QVector<QCPCurveData> bars;
  double at = 0;
  const auto bar = [&](double x1, double y1, double x2, double y2) {
    if (!std::isfinite(x1 + y1 + x2 + y2)) return;
    bars.append({at++, x1, y1});
    bars.append({at++, x2, y2});
    bars.append({at++, kNone, kNone});
  };
  for (const Point& point : points) {
    bar(point.lowX, point.y, point.highX, point.y);
    bar(point.x, point.lowY, point.x, point.highY);
    CloudMark mark;
    mark.trial = point.id;
    mark.x = point.x;
    mark.y = point.y;
    mark.shape = point.shape;
    mark.colour = point.colour;
    mark.radius = point.radius;
    marks.push_back(mark);
  }
  bars_->data()->set(bars, true);
  cloud_->setMarks(std::move(marks));
}

void ScatterPlot::fitAxes(bool includeIntervals) {
  double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
  const auto include = [&](int axis, double value) {
    if (!std::isfinite(value)) return;
    low[axis] = std::min(low[axis], value);
    high[axis] = std::max(high[axis], value);
  };
  for (const Point& point : points_) {
    include(0, point.x);
    include(1, point.y);
    if (!includeIntervals) continue;
    include(0, point.lowX);
    include(0, point.highX);
    include(1, point.lowY);
    include(1, point.highY);
  }
  int i = 0;
  for (QCPAxis* axis : {xAxis, yAxis}) {
    if (low[i] <= high[i])
      axis->setRange(padded(low[i], high[i], axis->scaleType() == QCPAxis::stLogarithmic));
    ++i;
  }
}

QCPGraph* ScatterPlot::addLine(double slope, double offset, const QPen& pen) {
  auto* line = addGraph();
  line->setLayer(QStringLiteral("grid"));  // behind the points, and its band too
  line->setPen(pen);
  const QCPRange range = xAxis->range();
  QVector<double> x, y;
  constexpr int kSteps = 32;  // a straight line may be a bent one on mixed axes
  for (int i = 0; i <= kSteps; ++i) {
    const double share = static_cast<double>(i) / kSteps;
    x << (xAxis->scaleType() == QCPAxis::stLogarithmic
              ? range.lower * std::pow(range.upper / range.lower, share)
              : range.lower + range.size() * share);
    y << slope * x.last() + offset;
  }
  line->setData(x, y, true);
  return line;
}

std::optional<QPointF> ScatterPlot::positionOf(int id) const {
  for (const Point& point : points_) {
    if (point.id == id) return QPointF(xAxis->coordToPixel(point.x), yAxis->coordToPixel(point.y));
  }
  return {};
}

void ScatterPlot::choose(int id) {
  if (id == chosen_) return;
  chosen_ = id;
  placeRings();
  if (isVisible() && emptyText().isEmpty()) layer(kRingLayer)->replot();
}

void ScatterPlot::preview(int id) {
  if (id == previewed_) return;
  previewed_ = id;
  placeRings();
  if (isVisible() && emptyText().isEmpty()) layer(kRingLayer)->replot();
}

void ScatterPlot::placeRings() {
  place(ring_, chosen_);
  place(previewRing_, previewed_ == chosen_ ? -1 : previewed_);
}

void ScatterPlot::place(QCPItemEllipse* ring, int id) {
  const auto at = positionOf(id);
  ring->setVisible(at.has_value());
  if (at) {
    ring->topLeft->setCoords(*at - QPointF(8, 8));
    ring->bottomRight->setCoords(*at + QPointF(8, 8));
  }
}

int ScatterPlot::idAt(const QPointF& pixel) const {
  if (!emptyText().isEmpty() || !axisRect()->rect().contains(pixel.toPoint())) return -1;
  const int mark = cloud_->markAt(pixel, kReach);
  return mark < 0 ? -1 : cloud_->marks()[mark].trial;
}

void ScatterPlot::mouseMoveEvent(QMouseEvent* event) {
  const int id = idAt(event->position());
  setCursor(id < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
  if (id < 0) {
    card_->hide();
  } else {
    card_->showAt(event->position(), cardOf(id));
  }
  Q_EMIT pointHovered(id);
  PlotBase::mouseMoveEvent(event);
}

void ScatterPlot::mousePressEvent(QMouseEvent* event) {
  PlotBase::mousePressEvent(event);
  const int id = idAt(event->position());
  if (id >= 0 && event->button() == Qt::LeftButton) Q_EMIT pointClicked(id, event->modifiers());
}

void ScatterPlot::mouseDoubleClickEvent(QMouseEvent* event) {
  PlotBase::mouseDoubleClickEvent(event);
  const int id = idAt(event->position());
  if (id >= 0 && event->button() == Qt::LeftButton) Q_EMIT pointOpened(id);
}

void ScatterPlot::leaveEvent(QEvent* event) {
  PlotBase::leaveEvent(event);
  card_->hide();
  Q_EMIT pointHovered(-1);
}

void ScatterPlot::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && positionOf(chosen_)) {
    Q_EMIT pointOpened(chosen_);
    return;
  }
  const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  if (step == 0 || points_.empty()) return PlotBase::keyPressEvent(event);
  std::vector<const Point*> order;
  for (const Point& point : points_) order.push_back(&point);
  std::stable_sort(order.begin(), order.end(), [](const Point* a, const Point* b) { return a->x < b->x; });
  const auto now =
      std::find_if(order.begin(), order.end(), [this](const Point* p) { return p->id == chosen_; });
  std::ptrdiff_t place = now == order.end() ? (step > 0 ? 0 : static_cast<std::ptrdiff_t>(order.size()) - 1)
                                            : now - order.begin() + step;
  place = std::clamp<std::ptrdiff_t>(place, 0, static_cast<std::ptrdiff_t>(order.size()) - 1);
  const int id = order[static_cast<std::size_t>(place)]->id;
  Q_EMIT pointClicked(id, Qt::NoModifier);
  if (const auto at = positionOf(id)) card_->showAt(*at, cardOf(id));
}

}  // namespace kinglet::widgets
