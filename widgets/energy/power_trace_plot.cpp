#include "widgets/energy/power_trace_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/look/hover_card.h"

namespace kinglet::widgets {
namespace {

constexpr double kReach = 5;         // pixels around an edge that take hold of it
constexpr std::size_t kBlock = 256;  // samples
constexpr int kMostColumns = 4000;   // columns of the envelope, more than any screen has
const char* const kWindowLayer = "windows";

}  // namespace

PowerTracePlot::PowerTracePlot(QWidget* parent)
    : PlotBase(parent), baseline_(std::numeric_limits<double>::quiet_NaN()), card_(new HoverCard(this)) {
  addLayer(kWindowLayer, layer("main"), limAbove);
  layer(kWindowLayer)->setMode(QCPLayer::lmBuffered);
  low_ = addGraph();
  high_ = addGraph();
  high_->setChannelFillGraph(low_);
  rest_ = new QCPItemStraightLine(this);
  rest_->setLayer(kWindowLayer);
  rest_->setVisible(false);
  setInteractions(QCP::iRangeDrag);
  axisRect()->setRangeDrag(Qt::Horizontal);
  setAccessibleName(tr("Power trace"));
  setAccessibleDescription(tr("Shift and drag makes a window, Delete removes the chosen one"));
  setEmptyText(tr("A recorded power trace appears here. Open one to see the energy of an inference."));
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
    drawEnvelope();
    placeWindows();
    scheduleReplot();
  });
}

double PowerTracePlot::seconds() const {
  return trace_.rateHz > 0 ? static_cast<double>(samples()) / trace_.rateHz : 0;
}

void PowerTracePlot::setTrace(const PowerTraceData& trace) {
  trace_ = trace;
  blocks_.clear();
  for (std::size_t at = 0; at < samples(); at += kBlock) {
    const auto begin = trace_.milliwatts->begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(kBlock, samples() - at));
    const auto [least, most] = std::minmax_element(begin, end);
    blocks_.push_back({*least, *most});
  }
  windows_.clear();
  figures_ = {};
  chosen_ = -1;
  baseline_ = std::numeric_limits<double>::quiet_NaN();
  setEmptyText(samples() == 0
                   ? tr("A recorded power trace appears here. Open one to see the energy of an inference.")
                   : QString());
  showAll();
  scheduleRebuild();
}

void PowerTracePlot::setWindows(const std::vector<TraceWindow>& windows) {
  windows_ = windows;
  if (chosen_ >= static_cast<int>(windows_.size())) chosen_ = -1;
  scheduleRebuild();
}

void PowerTracePlot::setBaseline(double watts) {
  baseline_ = watts;
  scheduleRebuild();
}

void PowerTracePlot::setFigures(const TraceFigures& figures) {
  figures_ = figures;
}

void PowerTracePlot::showAll() {
  if (seconds() > 0) xAxis->setRange(0, seconds());
}

void PowerTracePlot::applyTheme() {
  PlotBase::applyTheme();
  for (QCPGraph* graph : {low_, high_}) graph->setPen(QPen(theme().front, 1));
  high_->setBrush(mixed(theme().paper, theme().front, 0.5));
  rest_->setPen(QPen(theme().category(2), 1.5, Qt::DashLine));
}

void PowerTracePlot::rebuild() {
  setupAxis(xAxis, tr("Time"), Unit::second, false);
  setupAxis(yAxis, tr("Power"), Unit::watt, false);
  if (samples() == 0) return;
  drawEnvelope();
  double least = blocks_[0].least * 1e-3, most = blocks_[0].most * 1e-3;
  for (const Extent& block : blocks_) {
    least = std::min(least, block.least * 1e-3);
    most = std::max(most, block.most * 1e-3);
  }
  yAxis->setRange(std::min(0.0, least), most + std::max((most - least) * 0.08, 1e-9));
  placeWindows();
}

// Of many samples a pixel, whole blocks are looked at instead of samples: a trace of any length is drawn at
// once.
void PowerTracePlot::drawEnvelope() {
  if (samples() == 0) return;
  const auto size = static_cast<long>(samples());
  const long first =
      std::clamp(static_cast<long>(std::floor(xAxis->range().lower * trace_.rateHz)), 0L, size - 1);
  const long last =
      std::clamp(static_cast<long>(std::ceil(xAxis->range().upper * trace_.rateHz)), first, size - 1);
  const long step = std::max(1L, (last - first + 1) / std::clamp(width(), 200, kMostColumns));
  constexpr long kBlockStep = kBlock;
  QVector<double> times, lows, highs;
  for (long at = first; at <= last; at += step) {
    const long end = std::min(at + step, size);
    Extent extent{(*trace_.milliwatts)[static_cast<std::size_t>(at)],
                  (*trace_.milliwatts)[static_cast<std::size_t>(at)]};
    for (long i = at; i < end;) {
      const bool isWhole = i % kBlockStep == 0 && i + kBlockStep <= end;
      const float own = (*trace_.milliwatts)[static_cast<std::size_t>(i)];
      const Extent here = isWhole ? blocks_[static_cast<std::size_t>(i / kBlockStep)] : Extent{own, own};
      extent = {std::min(extent.least, here.least), std::max(extent.most, here.most)};
      i += isWhole ? kBlockStep : 1;
    }
    times << (static_cast<double>(at) + static_cast<double>(step - 1) / 2) / trace_.rateHz;
    lows << static_cast<double>(extent.least) * 1e-3;
    highs << static_cast<double>(extent.most) * 1e-3;
  }
  low_->setData(times, lows, true);
  high_->setData(times, highs, true);
}

void PowerTracePlot::placeWindows() {
  while (boxes_.size() < windows_.size()) {
    auto* box = new QCPItemRect(this);
    auto* number = new QCPItemText(this);
    for (QCPAbstractItem* item : std::initializer_list<QCPAbstractItem*>{box, number})
      item->setLayer(kWindowLayer);
    for (QCPItemPosition* position : {box->topLeft, box->bottomRight, number->position}) {
      position->setTypeX(QCPItemPosition::ptPlotCoords);
      position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    number->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
    boxes_.push_back(box);
    numbers_.push_back(number);
  }
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    const bool shown = i < windows_.size();
    boxes_[i]->setVisible(shown);
    numbers_[i]->setVisible(shown);
    if (!shown) continue;
    const TraceWindow& window = windows_[i];
    const bool isChosen = static_cast<int>(i) == chosen_;
    QColor fill = theme().category(1);
    fill.setAlphaF(isChosen ? 0.3F : 0.16F);
    boxes_[i]->setBrush(fill);
    boxes_[i]->setPen(QPen(isChosen ? theme().text : theme().category(1), isChosen ? 2 : 1));
    boxes_[i]->topLeft->setCoords(window.startS, 0);
    boxes_[i]->bottomRight->setCoords(window.endS, 1);
    numbers_[i]->setText(QString::number(i + 1));
    numbers_[i]->setColor(theme().text);
    numbers_[i]->setFont(font());
    numbers_[i]->position->setCoords((window.startS + window.endS) / 2, 0.01);
    // Numbers that would lie on each other say nothing.
    numbers_[i]->setVisible(pixelOfTime(window.endS) - pixelOfTime(window.startS) > 14);
  }
  rest_->setVisible(std::isfinite(baseline_));
  rest_->point1->setCoords(0, baseline_);
  rest_->point2->setCoords(1, baseline_);
}

int PowerTracePlot::windowAt(const QPointF& pixel) const {
  const double at = xAxis->pixelToCoord(pixel.x());
  for (std::size_t i = 0; i < windows_.size(); ++i) {
    if (at >= windows_[i].startS && at <= windows_[i].endS) return static_cast<int>(i);
  }
  return -1;
}

PowerTracePlot::Grip PowerTracePlot::gripAt(const QPointF& pixel, int& window) const {
  window = -1;
  if (!axisRect()->rect().contains(pixel.toPoint()) || samples() == 0) return Grip::none;
  double nearest = kReach;
  Grip grip = Grip::none;
  for (std::size_t i = 0; i < windows_.size(); ++i) {
    for (const auto& [edge, kind] :
         {std::pair(windows_[i].startS, Grip::start), std::pair(windows_[i].endS, Grip::end)}) {
      const double distance = std::abs(pixelOfTime(edge) - pixel.x());
      if (distance > nearest) continue;
      nearest = distance;
      window = static_cast<int>(i);
      grip = kind;
    }
  }
  if (grip == Grip::none && std::isfinite(baseline_) &&
      std::abs(pixelOfPower(baseline_) - pixel.y()) <= kReach) {
    return Grip::baseline;
  }
  return grip;
}

void PowerTracePlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && samples() > 0) {
    grip_ = gripAt(event->position(), grabbed_);
    grabbedAt_ = std::clamp(xAxis->pixelToCoord(event->position().x()), 0.0, seconds());
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
      windows_.push_back({grabbedAt_, grabbedAt_, 1});
      grabbed_ = static_cast<int>(windows_.size()) - 1;
      grip_ = Grip::fresh;
    }
    const int inside = grabbed_ >= 0 ? grabbed_ : windowAt(event->position());
    if (inside >= 0 || grip_ == Grip::none) chosen_ = inside;
    placeWindows();
    layer(kWindowLayer)->replot();
    if (grip_ != Grip::none) return;
  }
  PlotBase::mousePressEvent(event);
}

void PowerTracePlot::mouseMoveEvent(QMouseEvent* event) {
  if (grip_ == Grip::none) {
    if (event->buttons() == Qt::NoButton) {
      int window = -1;
      const Grip grip = gripAt(event->position(), window);
      setCursor(grip == Grip::none       ? Qt::ArrowCursor
                : grip == Grip::baseline ? Qt::SplitVCursor
                                         : Qt::SplitHCursor);
      showCard(event->position());
    }
    return PlotBase::mouseMoveEvent(event);
  }
  card_->hide();
  const double at = std::clamp(xAxis->pixelToCoord(event->position().x()), 0.0, seconds());
  if (grip_ == Grip::baseline) {
    baseline_ = std::max(0.0, yAxis->pixelToCoord(event->position().y()));
  } else {
    TraceWindow& window = windows_[static_cast<std::size_t>(grabbed_)];
    if (grip_ == Grip::start) window.startS = std::min(at, window.endS);
    if (grip_ == Grip::end) window.endS = std::max(at, window.startS);
    if (grip_ == Grip::fresh) {
      window.startS = std::min(at, grabbedAt_);
      window.endS = std::max(at, grabbedAt_);
    }
  }
  placeWindows();
  layer(kWindowLayer)->replot();
}

void PowerTracePlot::mouseReleaseEvent(QMouseEvent* event) {
  const Grip grip = std::exchange(grip_, Grip::none);
  if (grip == Grip::none) return PlotBase::mouseReleaseEvent(event);
  if (grip == Grip::baseline) {
    Q_EMIT baselineEdited();
    return;
  }
  const TraceWindow& window = windows_[static_cast<std::size_t>(grabbed_)];
  if (window.endS <= window.startS) {
    windows_.erase(windows_.begin() + grabbed_);
    chosen_ = -1;
    scheduleRebuild();
    if (grip == Grip::fresh) return;  // a click, not a drag
  }
  Q_EMIT windowsEdited();
}

void PowerTracePlot::showCard(const QPointF& pixel) {
  const int inside = axisRect()->rect().contains(pixel.toPoint()) ? windowAt(pixel) : -1;
  if (inside < 0 || !emptyText().isEmpty()) return card_->hide();
  const TraceWindow& window = windows_[static_cast<std::size_t>(inside)];
  HoverCard::Content card;
  card.title = tr("Window %1").arg(inside + 1);
  card.rows.emplace_back(tr("From"), figure(window.startS, Unit::second, 4));
  card.rows.emplace_back(tr("Length"), figure(window.endS - window.startS, Unit::second));
  card.rows.emplace_back(tr("Inferences"), QString::number(window.inferences));
  if (inside < static_cast<int>(figures_.windowJoules.size())) {
    card.rows.emplace_back(tr("Energy per inference"),
                           figure(figures_.windowJoules[static_cast<std::size_t>(inside)], Unit::joule));
  }
  card_->showAt(pixel, card);
}

void PowerTracePlot::leaveEvent(QEvent* event) {
  PlotBase::leaveEvent(event);
  card_->hide();
}

void PowerTracePlot::wheelEvent(QWheelEvent* event) {
  if (samples() == 0) return;
  const double centre = xAxis->pixelToCoord(event->position().x());
  const double factor = std::pow(0.85, event->angleDelta().y() / 120.0);
  const double size = std::clamp(xAxis->range().size() * factor, 8 / trace_.rateHz, seconds());
  const double share = (centre - xAxis->range().lower) / xAxis->range().size();
  const double lower = std::clamp(centre - share * size, 0.0, seconds() - size);
  xAxis->setRange(lower, lower + size);
  event->accept();
}

void PowerTracePlot::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(windows_.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
      if (last < 0) return;
      chosen_ = std::clamp(chosen_ + (event->key() == Qt::Key_Right ? 1 : -1), 0, last);
      break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      if (chosen_ < 0) return;
      windows_.erase(windows_.begin() + chosen_);
      chosen_ = -1;
      placeWindows();
      Q_EMIT windowsEdited();
      break;
    case Qt::Key_0:
      showAll();
      break;
    default:
      return PlotBase::keyPressEvent(event);
  }
  placeWindows();
  scheduleReplot();
}

}  // namespace kinglet::widgets
