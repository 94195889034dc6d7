#include "widgets/pareto/pareto_canvas.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "widgets/pareto/pareto_marks.h"
#include "widgets/pareto/pareto_overlay.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"

namespace kinglet::widgets {
namespace {

constexpr double kReach = 8;  // pixels beyond a mark's edge that still mean it
constexpr double kClick = 4;  // pixels that a click may slip
constexpr qint64 kFadeMs = 200;
constexpr int kFadeFrameMs = 16, kPulseFrameMs = 80;
constexpr double kPulseMs = 1600;
constexpr int kMostFading = 50;  // more at once is a study being opened, not news
const char* const kOverlayLayer = "chosen";

QCPRange padded(double low, double high, bool logarithmic) {
  if (logarithmic) {
    const double pad = high > low ? std::pow(high / low, 0.07) : 2;
    return {low / pad, high * pad};
  }
  const double pad = high > low ? (high - low) * 0.07 : std::max(1.0, std::abs(high) * 0.1);
  // No empty half below zero where nothing can be negative.
  return {low >= 0 ? std::max(low - pad, -0.3 * pad) : low - pad, high + pad};
}

}  // namespace

ParetoCanvas::ParetoCanvas(TrialModel& model, Selection& selection, QWidget* parent)
    : PlotBase(parent), model_(model), selection_(selection) {
  addLayer(kOverlayLayer, layer("main"), limAbove);
  layer(kOverlayLayer)->setMode(QCPLayer::lmBuffered);
  cloud_ = new TrialCloud(xAxis, yAxis);
  overlay_ = new ParetoOverlay(this, cloud_);
  overlay_->setLayer(kOverlayLayer);
  card_ = new HoverCard(this);
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  axisRect()->setRangeDrag(Qt::Horizontal | Qt::Vertical);
  axisRect()->setRangeZoom(Qt::Horizontal | Qt::Vertical);
  setAccessibleName(tr("Pareto plot"));
  setAccessibleDescription(tr("Left and Right walk the front, Enter opens a candidate, 0 shows everything"));
  clock_.start();
  connect(&animation_, &QTimer::timeout, this, &ParetoCanvas::animate);
  connect(&model_, &TrialModel::trialsChanged, this, &PlotBase::scheduleRebuild);
  connect(&model_, &TrialModel::batteryChanged, this, &PlotBase::scheduleRebuild);
  connect(&selection_, &Selection::currentChanged, this, &ParetoCanvas::replotOverlay);
  connect(&selection_, &Selection::hoveredChanged, this, &ParetoCanvas::replotOverlay);
  connect(&selection_, &Selection::comparedChanged, this, &ParetoCanvas::replotOverlay);
}

void ParetoCanvas::setAxes(const ParetoAxes& axes) {
  if (axes == axes_) return;
  if (axes.x != axes_.x || axes.y != axes_.y || axes.logX != axes_.logX || axes.logY != axes_.logY)
    ownView_ = false;
  axes_ = axes;
  scheduleRebuild();
}

void ParetoCanvas::setLimit(Quantity quantity, std::optional<double> value, const QString& name) {
  if (value) {
    limits_[quantity] = {*value, name};
  } else {
    limits_.erase(quantity);
  }
  scheduleRebuild();
}

std::optional<double> ParetoCanvas::limit(Quantity quantity) const {
  const auto found = limits_.find(quantity);
  return found == limits_.end() ? std::nullopt : std::optional(found->second.value);
}

void ParetoCanvas::resetView() {
  ownView_ = false;
  scheduleRebuild();
}

void ParetoCanvas::applyTheme() {
  PlotBase::applyTheme();
  overlay_->setTheme(theme());
}

void ParetoCanvas::rebuild() {
  cloud_->setColours(axes_.colour ? mixed(theme().text, theme().paper, 0.4) : theme().paper, theme().text,
                     theme().paper);
  setupAxis(xAxis, nameOf(axes_.x), unitOf(axes_.x), axes_.logX);
  setupAxis(yAxis, nameOf(axes_.y), unitOf(axes_.y), axes_.logY);
  ParetoMarks marks = paretoMarks(model_, axes_, theme());
  setEmptyText(
      !marks.marks.empty() ? QString()
      : model_.count() == 0
          ? tr("Each trained candidate will appear here as a point. Start the search to see the front grow.")
          : tr("No candidate has both figures of these axes yet. The first appears after its first epoch."));
  frontTrials_ = std::move(marks.frontTrials);
  cloud_->setFront(std::move(marks.front), largerIsBetter(axes_.x), largerIsBetter(axes_.y), theme().front);
  cloud_->setMarks(std::move(marks.marks));
  markOf_.clear();
  for (std::size_t i = 0; i < cloud_->marks().size(); ++i)
    markOf_.insert(cloud_->marks()[i].trial, static_cast<int>(i));
  if (!ownView_ && !cloud_->marks().empty() && grabbed_ < 0) {
    fitView(marks.lowX, marks.highX, marks.lowY, marks.highY);
  }
  markNewcomers();
  placeLimits();
  placeRings();
  if (marks.legend != legendData_) {
    legendData_ = std::move(marks.legend);
    Q_EMIT legendChanged();
  }
}

void ParetoCanvas::fitView(double lowX, double highX, double lowY, double highY) {
  // A limit that is near is worth seeing; one far away would squeeze everything else.
  const auto include = [this](Quantity quantity, bool logarithmic, double& low, double& high) {
    const auto found = limits_.find(quantity);
    if (found == limits_.end()) return;
    const double value = found->second.value;
    const bool near = logarithmic ? value > low / 4 && value < high * 4
                                  : value > low - (high - low) * 0.4 && value < high + (high - low) * 0.4;
    if (near && (!logarithmic || value > 0)) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
  };
  include(axes_.x, axes_.logX, lowX, highX);
  include(axes_.y, axes_.logY, lowY, highY);
  xAxis->setRange(padded(lowX, highX, axes_.logX));
  yAxis->setRange(padded(lowY, highY, axes_.logY));
}

void ParetoCanvas::markNewcomers() {
  const bool animated = animationsWanted(this) && isVisible();
  std::vector<int> fresh;
  bool running = false;
  for (CloudMark& mark : cloud_->marks()) {
    if (!known_.contains(mark.trial)) fresh.push_back(mark.trial);
    if (mark.shape == MarkShape::ring && animated) {
      mark.moving = true;
      running = true;
    }
  }
  const bool news = animated && !known_.isEmpty() && static_cast<int>(fresh.size()) <= kMostFading;
  for (const int trial : fresh) {
    known_.insert(trial);
    if (news) bornMs_.insert(trial, clock_.elapsed());
  }
  for (CloudMark& mark : cloud_->marks()) {
    if (!bornMs_.contains(mark.trial)) continue;
    mark.moving = true;
    mark.opacity =
        std::clamp(static_cast<double>(clock_.elapsed() - bornMs_[mark.trial]) / kFadeMs, 0.0, 1.0);
  }
  if (running || !bornMs_.isEmpty()) {
    animation_.start(bornMs_.isEmpty() ? kPulseFrameMs : kFadeFrameMs);
  } else {
    animation_.stop();
  }
}

void ParetoCanvas::animate() {
  if (!isVisible()) return;
  const qint64 now = clock_.elapsed();
  // Subtle: a running trial never fades by more than half.
  const double pulse = 0.75 + 0.25 * std::cos(2 * std::numbers::pi * static_cast<double>(now) / kPulseMs);
  bool settled = false;
  for (CloudMark& mark : cloud_->marks()) {
    if (!mark.moving) continue;
    mark.opacity = mark.shape == MarkShape::ring ? pulse : 1;
    if (const auto born = bornMs_.constFind(mark.trial); born != bornMs_.constEnd()) {
      mark.opacity = std::min(1.0, static_cast<double>(now - *born) / kFadeMs);
      if (now - *born >= kFadeMs) {
        bornMs_.remove(mark.trial);
        settled = true;
      }
    }
  }
  if (settled && bornMs_.isEmpty()) {
    scheduleRebuild();
  } else {
    layer(kOverlayLayer)->replot();
  }
}

void ParetoCanvas::placeLimits() {
  std::vector<ParetoOverlay::Limit> shown;
  for (const auto& [quantity, limit] : limits_) {
    if (quantity == axes_.x) shown.push_back({quantity, Qt::Vertical, limit.value, limit.name, false});
    if (quantity == axes_.y) shown.push_back({quantity, Qt::Horizontal, limit.value, limit.name, false});
  }
  if (grabbed_ >= static_cast<int>(shown.size())) grabbed_ = -1;
  if (grabbed_ >= 0) {
    shown[grabbed_].grabbed = true;
    shown[grabbed_].value = overlay_->limits()[grabbed_].value;
  }
  overlay_->setLimits(std::move(shown));
}

void ParetoCanvas::placeRings() {
  std::vector<ParetoOverlay::Ring> rings;
  const auto add = [&](int trial, const QColor& colour, double width) {
    const auto found = markOf_.constFind(trial);
    if (found != markOf_.constEnd()) rings.push_back({*found, colour, width});
  };
  for (std::size_t i = 0; i < selection_.compared().size(); ++i) {
    add(selection_.compared()[i], theme().category(static_cast<int>(i) + 1), 2);
  }
  if (selection_.hovered() != selection_.current()) add(selection_.hovered(), theme().line, 1.5);
  add(selection_.current(), theme().text, 2.5);
  overlay_->setRings(std::move(rings));
}

void ParetoCanvas::replotOverlay() {
  placeRings();
  if (isVisible()) layer(kOverlayLayer)->replot();
}

int ParetoCanvas::trialAt(const QPointF& pixel) const {
  const int mark = cloud_->markAt(pixel, kReach);
  return mark < 0 ? -1 : cloud_->marks()[mark].trial;
}

std::optional<QPointF> ParetoCanvas::positionOf(int trial) const {
  const auto found = markOf_.constFind(trial);
  return found == markOf_.constEnd() ? std::nullopt : std::optional(cloud_->pixelOf(cloud_->marks()[*found]));
}

std::optional<QPointF> ParetoCanvas::limitHandle(Quantity quantity) const {
  for (const auto& limit : overlay_->limits()) {
    if (limit.quantity == quantity) return overlay_->handleOf(limit);
  }
  return {};
}

void ParetoCanvas::hoverAt(const QPointF& pixel) {
  const bool inside = axisRect()->rect().contains(pixel.toPoint());
  const int trial = inside ? trialAt(pixel) : -1;
  selection_.hover(trial);
  const TrialPtr found = model_.find(trial);
  if (found) {
    card_->showAt(pixel, cardOf(*found, model_));
  } else {
    card_->hide();
  }
  const int line = found ? -1 : overlay_->limitAt(pixel);
  setCursor(found                                                  ? Qt::PointingHandCursor
            : line < 0                                             ? Qt::ArrowCursor
            : overlay_->limits()[line].orientation == Qt::Vertical ? Qt::SplitHCursor
                                                                   : Qt::SplitVCursor);
}

void ParetoCanvas::moveLimit(double value) {
  auto& line = overlay_->limits()[grabbed_];
  const QCPRange range = line.orientation == Qt::Vertical ? xAxis->range() : yAxis->range();
  line.value = std::clamp(value, range.lower, range.upper);
  layer(kOverlayLayer)->replot();
}

void ParetoCanvas::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->position();
  if (event->button() == Qt::LeftButton && trialAt(pressed_) < 0) {
    grabbed_ = overlay_->limitAt(pressed_);
    if (grabbed_ >= 0) {
      grabbedFrom_ = overlay_->limits()[grabbed_].value;
      overlay_->limits()[grabbed_].grabbed = true;
      layer(kOverlayLayer)->replot();
      return;
    }
  }
  PlotBase::mousePressEvent(event);
}

void ParetoCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (grabbed_ >= 0) {
    const bool upright = overlay_->limits()[grabbed_].orientation == Qt::Vertical;
    moveLimit(upright ? xAxis->pixelToCoord(event->position().x())
                      : yAxis->pixelToCoord(event->position().y()));
    return;
  }
  if (event->buttons() == Qt::NoButton) {
    hoverAt(event->position());
  } else if (QLineF(event->position(), pressed_).length() > kClick) {
    ownView_ = true;
    card_->hide();
  }
  PlotBase::mouseMoveEvent(event);
}

void ParetoCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (grabbed_ >= 0) {
    const auto line = overlay_->limits()[grabbed_];
    overlay_->limits()[grabbed_].grabbed = false;
    grabbed_ = -1;
    limits_[line.quantity].value = line.value;
    layer(kOverlayLayer)->replot();
    if (line.value != grabbedFrom_) Q_EMIT limitMoved(line.quantity, line.value);
    return;
  }
  PlotBase::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton || QLineF(event->position(), pressed_).length() > kClick) return;
  const int trial = trialAt(event->position());
  if (trial < 0) return;
  if (event->modifiers().testFlag(Qt::ControlModifier)) {
    selection_.toggleCompared(trial);
  } else {
    selection_.select(trial);
  }
}

void ParetoCanvas::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const int trial = byKey ? selection_.current() : trialAt(event->pos());
  if (trial < 0) return;
  const auto place = positionOf(trial);
  selection_.select(trial);
  card_->hide();
  Q_EMIT menuRequested(trial, byKey && place ? mapToGlobal(place->toPoint()) : event->globalPos());
}

void ParetoCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  const int trial = trialAt(event->position());
  if (trial >= 0 && event->button() == Qt::LeftButton) {
    selection_.select(trial);
    Q_EMIT openRequested(trial);
    return;
  }
  PlotBase::mouseDoubleClickEvent(event);
}

void ParetoCanvas::wheelEvent(QWheelEvent* event) {
  // Over an axis only that axis zooms.
  const QPointF at = event->position();
  const QRect inner = axisRect()->rect();
  Qt::Orientations both = Qt::Horizontal | Qt::Vertical;
  if (at.x() < inner.left()) both = Qt::Vertical;
  if (at.y() > inner.bottom()) both = Qt::Horizontal;
  const double steps = event->angleDelta().y() / 120.0, factor = std::pow(0.85, steps);
  if (both.testFlag(Qt::Horizontal)) xAxis->scaleRange(factor, xAxis->pixelToCoord(at.x()));
  if (both.testFlag(Qt::Vertical)) yAxis->scaleRange(factor, yAxis->pixelToCoord(at.y()));
  ownView_ = true;
  card_->hide();
  event->accept();
  scheduleReplot();
}

void ParetoCanvas::leaveEvent(QEvent* event) {
  PlotBase::leaveEvent(event);
  card_->hide();
  selection_.hover(-1);
}

void ParetoCanvas::walkFront(int step) {
  if (frontTrials_.empty()) return;
  const auto found = std::find(frontTrials_.begin(), frontTrials_.end(), selection_.current());
  int place = 0;
  if (found != frontTrials_.end()) {
    place = static_cast<int>(found - frontTrials_.begin()) + step;
  } else if (const auto at = positionOf(selection_.current())) {
    // From beside the front onto it: the neighbour along x.
    const auto right = std::find_if(frontTrials_.begin(), frontTrials_.end(), [&](int trial) {
      const auto other = positionOf(trial);
      return other && other->x() > at->x();
    });
    place = static_cast<int>(right - frontTrials_.begin()) - (step < 0 ? 1 : 0);
  }
  selection_.select(frontTrials_[std::clamp(place, 0, static_cast<int>(frontTrials_.size()) - 1)]);
}

void ParetoCanvas::nudgeLimit(int key) {
  const bool upright = key == Qt::Key_Left || key == Qt::Key_Right;
  const bool more = key == Qt::Key_Right || key == Qt::Key_Up;
  for (const auto& line : overlay_->limits()) {
    if ((line.orientation == Qt::Vertical) != upright) continue;
    const QCPAxis* axis = upright ? xAxis : yAxis;
    const double share = more ? 0.02 : -0.02;
    const double value = axis->scaleType() == QCPAxis::stLogarithmic
                             ? line.value * std::pow(axis->range().upper / axis->range().lower, share)
                             : line.value + axis->range().size() * share;
    const Quantity quantity = line.quantity;
    limits_[quantity].value = value;
    scheduleRebuild();
    Q_EMIT limitMoved(quantity, value);
    return;
  }
}

void ParetoCanvas::zoomBy(double factor) {
  for (QCPAxis* axis : {xAxis, yAxis}) {
    const QCPRange range = axis->range();
    axis->scaleRange(factor, axis->scaleType() == QCPAxis::stLogarithmic
                                 ? std::sqrt(range.lower * range.upper)
                                 : range.center());
  }
  ownView_ = true;
  scheduleReplot();
}

void ParetoCanvas::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const bool arrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
  if (arrow && event->modifiers().testFlag(Qt::AltModifier)) return nudgeLimit(key);
  // Up means better or worse as the axis goes: the front falls from left to right where less of y is better.
  const bool upIsLeft = largerIsBetter(axes_.x) == largerIsBetter(axes_.y);
  switch (key) {
    case Qt::Key_Left:
      return walkFront(-1);
    case Qt::Key_Right:
      return walkFront(1);
    case Qt::Key_Up:
      return walkFront(upIsLeft ? -1 : 1);
    case Qt::Key_Down:
      return walkFront(upIsLeft ? 1 : -1);
    case Qt::Key_Home:
      if (!frontTrials_.empty()) selection_.select(frontTrials_.front());
      return;
    case Qt::Key_End:
      if (!frontTrials_.empty()) selection_.select(frontTrials_.back());
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (selection_.current() >= 0) Q_EMIT openRequested(selection_.current());
      return;
    case Qt::Key_Plus:
      return zoomBy(0.8);
    case Qt::Key_Minus:
      return zoomBy(1.25);
    case Qt::Key_0:
      return resetView();
    case Qt::Key_Escape:
      if (grabbed_ >= 0) {
        moveLimit(grabbedFrom_);
        grabbed_ = -1;
        scheduleRebuild();
        return;
      }
      break;
    default:
      break;
  }
  PlotBase::keyPressEvent(event);
}

}  // namespace kinglet::widgets
