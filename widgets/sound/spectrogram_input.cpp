// What pointer and keys do to a spectrogram.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "widgets/sound/spectrogram_plot.h"

namespace kinglet::widgets {
namespace {
constexpr double kClick = 4;   // pixels: less is no drag
constexpr double kStep = 0.1;  // of what is shown, by a key
}  // namespace

void SpectrogramPlot::mousePressEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  const QPoint pixel = at.toPoint();
  PlotBase::mousePressEvent(event);
  if (event->button() != Qt::LeftButton || !emptyText().isEmpty()) return;
  pressed_ = at;
  pressedRange_ = xAxis->range();
  moved_ = false;
  const bool inAnswers = answers_.isShown() && answers_.rect()->rect().contains(pixel);
  if (answers_.isOnThreshold(at))
    drag_ = Drag::threshold;
  else if (waveRect_->rect().contains(pixel))
    drag_ = Drag::stretch;
  else if (imageRect_->rect().contains(pixel))
    drag_ = event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::box : Drag::along;
  else if (inAnswers)
    drag_ = Drag::along;
}

void SpectrogramPlot::mouseMoveEvent(QMouseEvent* event) {
  PlotBase::mouseMoveEvent(event);
  const QPointF at = event->position();
  if (drag_ != Drag::none && (at - pressed_).manhattanLength() >= kClick) moved_ = true;
  if (drag_ == Drag::none || !moved_) {
    setCursor(answers_.isOnThreshold(at) ? Qt::SizeVerCursor : Qt::ArrowCursor);
    return say(at);
  }
  switch (drag_) {
    case Drag::threshold:
      setThreshold(answers_.probabilityAt(at.y()));
      Q_EMIT thresholdMoved(answers_.threshold());
      break;
    case Drag::stretch: {
      const double a = secondsAt(pressed_.x()), b = secondsAt(at.x());
      setStretch(Stretch{std::min(a, b), std::max(a, b)});
      break;
    }
    case Drag::box:
      setBox(pressed_, at);
      break;
    case Drag::along: {
      const double moved = (pressed_.x() - at.x()) * pressedRange_.size() / std::max(1, imageRect_->width());
      showRange({pressedRange_.lower + moved, pressedRange_.upper + moved});
      scheduleReplot();
      break;
    }
    default:
      break;
  }
}

void SpectrogramPlot::mouseReleaseEvent(QMouseEvent* event) {
  PlotBase::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton) return;
  const Drag drag = std::exchange(drag_, Drag::none);
  if (drag == Drag::none || drag == Drag::threshold) return;
  if (moved_) {
    if (drag == Drag::stretch) Q_EMIT stretchChanged();
    return;
  }
  clearBox();
  if (drag == Drag::stretch && stretch_) {
    setStretch(std::nullopt);
    Q_EMIT stretchChanged();
  }
  Q_EMIT seekRequested(secondsAt(event->position().x()));
}

void SpectrogramPlot::mouseDoubleClickEvent(QMouseEvent* event) {
  PlotBase::mouseDoubleClickEvent(event);
  if (event->button() == Qt::LeftButton && emptyText().isEmpty()) Q_EMIT enlargeRequested();
}

void SpectrogramPlot::say(const QPointF& at) {
  const bool inImage = imageRect_->rect().contains(at.toPoint());
  const bool inAnswers = answers_.isShown() && answers_.rect()->rect().contains(at.toPoint());
  if (!emptyText().isEmpty() || (!inImage && !inAnswers)) {
    showWindow(playhead_);
    drawHead();
    Q_EMIT readout({});
    return;
  }
  const double seconds = secondsAt(at.x());
  showWindow(seconds);
  drawHead();
  if (inAnswers) {
    Q_EMIT readout(QStringLiteral("%1 · %2").arg(figure(seconds, Unit::second), answers_.readout(seconds)));
    return;
  }
  const double mel = yAxis->pixelToCoord(at.y());
  QString text = tr("%1 · %2 · %3 dB")
                     .arg(figure(seconds, Unit::second), figure(hertzOf(mel), Unit::hertz),
                          figure(image_->data()->data(seconds, mel)));
  if (showsRelevance()) {
    const double moved = marks_->data()->data(seconds, mel);
    text += QStringLiteral(" · ") +
            (moved < 0 ? tr("against: %1").arg(figure(-moved, 2)) : tr("for: %1").arg(figure(moved, 2)));
  }
  Q_EMIT readout(text);
}

void SpectrogramPlot::setBox(const QPointF& from, const QPointF& to) {
  const double low = yAxis->range().lower, high = yAxis->range().upper;
  const auto mel = [&](double y) { return std::clamp(yAxis->pixelToCoord(y), low, high); };
  box_->topLeft->setCoords(secondsAt(std::min(from.x(), to.x())), mel(std::min(from.y(), to.y())));
  box_->bottomRight->setCoords(secondsAt(std::max(from.x(), to.x())), mel(std::max(from.y(), to.y())));
  box_->setVisible(true);
  drawHead();
  Q_EMIT measuredChanged();
}

void SpectrogramPlot::clearBox() {
  if (!box_->visible()) return;
  box_->setVisible(false);
  drawHead();
  Q_EMIT measuredChanged();
}

QString SpectrogramPlot::measured() const {
  if (!box_->visible()) return {};
  const QPointF from = box_->topLeft->coords(), to = box_->bottomRight->coords();
  // The mean of powers, of the cells whose middles lie inside.
  QCPColorMapData& cells = *image_->data();
  double power = 0;
  int inside = 0;
  for (int t = 0; t < cells.keySize(); ++t) {
    for (int m = 0; m < cells.valueSize(); ++m) {
      double key = 0, value = 0;
      cells.cellToCoord(t, m, &key, &value);
      if (key < from.x() || key > to.x() || value > from.y() || value < to.y()) continue;
      power += std::pow(10.0, cells.cell(t, m) / 10);
      ++inside;
    }
  }
  const QString level = inside > 0 ? figure(10 * std::log10(power / inside)) : figure(NAN);
  return tr("Box: %1 · %2 to %3 · %4 dB on average")
      .arg(figure(to.x() - from.x(), Unit::second), figure(hertzOf(to.y()), Unit::hertz),
           figure(hertzOf(from.y()), Unit::hertz), level);
}

void SpectrogramPlot::leaveEvent(QEvent* event) {
  PlotBase::leaveEvent(event);
  showWindow(playhead_);
  drawHead();
  Q_EMIT readout({});
}

void SpectrogramPlot::wheelEvent(QWheelEvent* event) {
  const QPoint turned = event->angleDelta();
  const bool along =
      event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turned.x()) > std::abs(turned.y());
  if (along) {
    const double steps = (turned.x() != 0 ? turned.x() : turned.y()) / 120.0;
    showRange(xAxis->range() - steps * kStep * xAxis->range().size());
    scheduleReplot();
  } else {
    zoom(secondsAt(event->position().x()), std::pow(0.85, turned.y() / 120.0));
  }
  event->accept();
}

void SpectrogramPlot::keyPressEvent(QKeyEvent* event) {
  const double size = xAxis->range().size(), middle = xAxis->range().center();
  switch (event->key()) {
    case Qt::Key_Left:
      showRange(xAxis->range() - kStep * size);
      break;
    case Qt::Key_Right:
      showRange(xAxis->range() + kStep * size);
      break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoom(middle, 0.75);
      break;
    case Qt::Key_Minus:
      zoom(middle, 1 / 0.75);
      break;
    case Qt::Key_0:
      showRange({0, clip_.seconds()});
      break;
    case Qt::Key_Escape:
      if (!box_->visible() && !stretch_) return PlotBase::keyPressEvent(event);
      clearBox();
      if (stretch_) {
        setStretch(std::nullopt);
        Q_EMIT stretchChanged();
      }
      break;
    default:
      return PlotBase::keyPressEvent(event);
  }
  scheduleReplot();
}

}  // namespace kinglet::widgets
