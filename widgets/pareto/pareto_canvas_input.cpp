// The pointer and the keyboard on the Pareto plot.
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/pareto/pareto_canvas.h"
#include "widgets/pareto/pareto_overlay.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"

namespace kinglet::widgets {
namespace {

constexpr double kClick = 4;  // pixels that a click may slip

}  // namespace

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
  replotOverlay();
}

void ParetoCanvas::endBrush(const QPointF& at) {
  delete std::exchange(band_, nullptr);
  const QRectF drawn = QRectF(pressed_, at).normalized() & QRectF(axisRect()->rect());
  const bool any = drawn.width() > kClick && drawn.height() > kClick;
  const double left = xAxis->pixelToCoord(drawn.left()), right = xAxis->pixelToCoord(drawn.right());
  const double low = yAxis->pixelToCoord(drawn.bottom()), high = yAxis->pixelToCoord(drawn.top());
  Q_EMIT brushed(any ? QRectF(QPointF(left, low), QPointF(right, high)) : QRectF());
}

void ParetoCanvas::mousePressEvent(QMouseEvent* event) {
  pressed_ = event->position();
  if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier)) {
    card_->hide();
    band_ = new QRubberBand(QRubberBand::Rectangle, this);
    band_->setGeometry(QRect(pressed_.toPoint(), QSize()));
    band_->show();
    return;
  }
  if (event->button() == Qt::LeftButton && trialAt(pressed_) < 0) {
    grabbed_ = overlay_->limitAt(pressed_);
    if (grabbed_ >= 0) {
      grabbedFrom_ = overlay_->limits()[grabbed_].value;
      overlay_->limits()[grabbed_].grabbed = true;
      replotOverlay();
      return;
    }
  }
  PlotBase::mousePressEvent(event);
}

void ParetoCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (band_ != nullptr) {
    band_->setGeometry(QRect(pressed_.toPoint(), event->position().toPoint()).normalized() &
                       axisRect()->rect());
    return;
  }
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
  if (band_ != nullptr) return endBrush(event->position());
  if (grabbed_ >= 0) {
    const auto line = overlay_->limits()[grabbed_];
    overlay_->limits()[grabbed_].grabbed = false;
    grabbed_ = -1;
    limits_[line.quantity].value = line.value;
    replotOverlay();
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
  if (trial < 0) return event->ignore();
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
  if (arrow && event->modifiers().testFlag(Qt::ShiftModifier)) return nudgeLimit(key);
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
