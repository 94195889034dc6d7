// The pointer and the keyboard on parallel coordinates.
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/look/hover_card.h"
#include "widgets/parallel/parallel_plot.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {
constexpr double kAxisReach = 9, kLineReach = 6, kClick = 4;  // pixels
}

int ParallelPlot::axisAt(const QPointF& pixel) const {
  if (pixel.y() < room().top() - 4) return -1;
  for (int axis = 0; axis < static_cast<int>(axes_.size()); ++axis)
    if (std::abs(pixel.x() - axisX(axis)) <= kAxisReach) return axis;
  return -1;
}

int ParallelPlot::titleAt(const QPointF& pixel) const {
  for (int axis = 0; axis < static_cast<int>(axes_.size()); ++axis)
    if (titleBox(axis).contains(pixel)) return axis;
  return -1;
}

int ParallelPlot::trialAt(const QPointF& pixel) const {
  int left = -1;
  for (int axis = 0; axis + 1 < static_cast<int>(axes_.size()); ++axis)
    if (pixel.x() >= axisX(axis) && pixel.x() <= axisX(axis + 1)) left = axis;
  if (left < 0) return -1;
  const double span = axisX(left + 1) - axisX(left), along = (pixel.x() - axisX(left)) / span;
  int best = -1;
  double nearest = kLineReach;
  for (const Line& line : lines_) {
    if (!line.inScope) continue;
    const double from = yOf(line.shares[static_cast<std::size_t>(left)]),
                 to = yOf(line.shares[static_cast<std::size_t>(left) + 1]);
    // Across the line, not straight down: steep ones are as easy to hit.
    const double away = std::abs(from + (to - from) * along - pixel.y()) * span / std::hypot(span, to - from);
    if (away >= nearest) continue;
    nearest = away;
    best = line.trial;
  }
  return best;
}

void ParallelPlot::brush(int axis, double low, double high) {
  const ParallelAxis& along = axes_[static_cast<std::size_t>(axis)];
  const ParallelScale scale = scales_[static_cast<std::size_t>(axis)];
  Brush brush{along.key,           along.name,    scale.valueAt(low),
              scale.valueAt(high), along.valueOf, [scale](double value) { return scale.textOf(value); }};
  if (!along.choices.isEmpty()) {
    // Whole choices: those whose middle is inside.
    brush.low = std::ceil(brush.low);
    brush.high = std::floor(brush.high);
  }
  if (brush.low > brush.high)
    model_.scope().clearBrush(along.key);
  else
    model_.scope().setBrushes({brush});
}

void ParallelPlot::moveAxis(int from, int to) {
  to = std::clamp(to, 0, static_cast<int>(axes_.size()) - 1);
  if (from == to || from < 0) return;
  ParallelAxis moved = std::move(axes_[static_cast<std::size_t>(from)]);
  axes_.erase(axes_.begin() + from);
  axes_.insert(axes_.begin() + to, std::move(moved));
  current_ = to;
  refresh();
}

void ParallelPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  pressed_ = dragAt_ = event->position();
  card_->hide();
  if (const int title = titleAt(pressed_); title >= 0) {
    drag_ = Drag::axis;
    dragged_ = current_ = title;
  } else if (const int axis = axisAt(pressed_); axis >= 0) {
    drag_ = Drag::brush;
    dragged_ = current_ = axis;
  }
  update();
}

void ParallelPlot::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  if (drag_ != Drag::none) {
    dragAt_ = at;
    update();
    return;
  }
  const bool axis = axisAt(at) >= 0, title = titleAt(at) >= 0;
  const int trial = axis || title ? -1 : trialAt(at);
  setCursor(axis         ? Qt::SplitVCursor
            : title      ? Qt::OpenHandCursor
            : trial >= 0 ? Qt::PointingHandCursor
                         : Qt::ArrowCursor);
  selection_.hover(trial);
  const TrialPtr found = model_.find(trial);
  if (found)
    card_->showAt(at, cardOf(*found, model_));
  else
    card_->hide();
}

void ParallelPlot::mouseReleaseEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  const Drag drag = std::exchange(drag_, Drag::none);
  const int axis = std::exchange(dragged_, -1);
  update();
  if (event->button() != Qt::LeftButton) return QWidget::mouseReleaseEvent(event);
  const bool slipped = QLineF(pressed_, at).length() <= kClick;
  if (drag == Drag::brush) {
    if (slipped)
      model_.scope().clearBrush(axes_[static_cast<std::size_t>(axis)].key);
    else
      brush(axis, std::min(shareAt(pressed_.y()), shareAt(at.y())),
            std::max(shareAt(pressed_.y()), shareAt(at.y())));
  } else if (drag == Drag::axis) {
    if (slipped || axes_.size() < 2) return;
    const double step = axisX(1) - axisX(0);
    moveAxis(axis, static_cast<int>(std::lround((at.x() - axisX(0)) / step)));
  } else if (slipped) {
    const int trial = trialAt(at);
    if (trial < 0) return;
    event->modifiers().testFlag(Qt::ControlModifier) ? selection_.toggleCompared(trial)
                                                     : selection_.select(trial);
  }
}

void ParallelPlot::mouseDoubleClickEvent(QMouseEvent* event) {
  const int trial = axisAt(event->position()) >= 0 ? -1 : trialAt(event->position());
  if (trial < 0) return QWidget::mouseDoubleClickEvent(event);
  selection_.select(trial);
  Q_EMIT openRequested(trial);
}

void ParallelPlot::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  card_->hide();
  selection_.hover(-1);
}

// Along the axis that the keyboard is on, among the trials that are looked at.
void ParallelPlot::walk(int step) {
  std::vector<std::pair<float, int>> order;
  for (const Line& line : lines_)
    if (line.inScope) order.emplace_back(line.shares[static_cast<std::size_t>(current_)], line.trial);
  if (order.empty()) return;
  std::sort(order.begin(), order.end());
  const auto here = std::find_if(order.begin(), order.end(),
                                 [this](const auto& one) { return one.second == selection_.current(); });
  const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
  const auto place = here == order.end() ? (step > 0 ? 0 : last)
                                         : std::clamp<std::ptrdiff_t>(here - order.begin() + step, 0, last);
  selection_.select(order[static_cast<std::size_t>(place)].second);
}

void ParallelPlot::keyPressEvent(QKeyEvent* event) {
  if (axes_.empty() || scales_.size() != axes_.size()) return QWidget::keyPressEvent(event);
  const int last = static_cast<int>(axes_.size()) - 1;
  const bool control = event->modifiers().testFlag(Qt::ControlModifier);
  const auto sideways = [&](int step) {
    if (control) return moveAxis(current_, current_ + step);
    current_ = std::clamp(current_ + step, 0, last);
    update();
  };
  const auto bound = [&](bool lower) {
    const auto found = std::find_if(lines_.begin(), lines_.end(),
                                    [this](const Line& line) { return line.trial == selection_.current(); });
    if (found == lines_.end()) return;
    const double here = static_cast<double>(found->shares[static_cast<std::size_t>(current_)]);
    if (here < 0) return;
    const auto& scale = scales_[static_cast<std::size_t>(current_)];
    const Brush* before = model_.scope().brushOf(axes_[static_cast<std::size_t>(current_)].key);
    const double low = before != nullptr ? static_cast<double>(scale.shareOf(before->low)) : 0;
    const double high = before != nullptr ? static_cast<double>(scale.shareOf(before->high)) : 1;
    lower ? brush(current_, here, std::max(here, high)) : brush(current_, std::min(here, low), here);
  };
  switch (event->key()) {
    case Qt::Key_Left:
      return sideways(-1);
    case Qt::Key_Right:
      return sideways(1);
    case Qt::Key_Up:
      return walk(1);
    case Qt::Key_Down:
      return walk(-1);
    case Qt::Key_BracketLeft:
      return bound(true);
    case Qt::Key_BracketRight:
      return bound(false);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      return model_.scope().clearBrush(axes_[static_cast<std::size_t>(current_)].key);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (selection_.current() >= 0) Q_EMIT openRequested(selection_.current());
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

bool ParallelPlot::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int axis = titleAt(help->pos());
    if (axis < 0) return QToolTip::hideText(), true;
    const ParallelAxis& over = axes_[static_cast<std::size_t>(axis)];
    QToolTip::showText(help->globalPos(), over.tip.isEmpty() ? over.name : over.tip, this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace kinglet::widgets
