#include "widgets/parallel/parallel_plot.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "widgets/look/hover_card.h"
#include "widgets/look/theme.h"
#include "widgets/parallel/line_density.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_model.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

constexpr double kSide = 56;       // pixels beside the outermost axes, for their figures
constexpr double kNarrowest = 64;  // between two axes
constexpr double kLane = 18;       // below the axes, for lines of trials that have no value there
constexpr int kPauseMs = 60;
constexpr int kSingle = 300;  // so many lines are drawn one by one; more as density

}  // namespace

ParallelPlot::ParallelPlot(TrialModel& model, Selection& selection, QWidget* parent)
    : QWidget(parent),
      PicturedWidget(static_cast<QWidget&>(*this)),
      model_(model),
      selection_(selection),
      card_(new HoverCard(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAccessibleName(tr("Parallel coordinates"));
  setAccessibleDescription(
      tr("Left and Right go from axis to axis, Up and Down from candidate to candidate, [ and ] brush from "
         "and up to "
         "the chosen one, Delete lets go"));
  pause_.setSingleShot(true);
  pause_.setInterval(kPauseMs);
  connect(&pause_, &QTimer::timeout, this, &ParallelPlot::refresh);
  connect(&model_, &TrialModel::trialsChanged, this, &ParallelPlot::schedule);
  connect(&model_, &TrialModel::batteryChanged, this, &ParallelPlot::schedule);
  connect(&model_.scope(), &TrialScope::changed, this, &ParallelPlot::schedule);
  connect(&selection_, &Selection::currentChanged, this, qOverload<>(&QWidget::update));
  connect(&selection_, &Selection::hoveredChanged, this, qOverload<>(&QWidget::update));
  connect(&selection_, &Selection::comparedChanged, this, qOverload<>(&QWidget::update));
}

void ParallelPlot::setAxes(std::vector<ParallelAxis> axes) {
  std::vector<ParallelAxis> ordered;
  for (const ParallelAxis& before : axes_) {
    const auto found = std::find_if(axes.begin(), axes.end(),
                                    [&](const ParallelAxis& axis) { return axis.key == before.key; });
    if (found == axes.end()) continue;
    ordered.push_back(std::move(*found));
    axes.erase(found);
  }
  for (ParallelAxis& axis : axes) ordered.push_back(std::move(axis));
  axes_ = std::move(ordered);
  current_ = std::clamp(current_, 0, std::max(0, static_cast<int>(axes_.size()) - 1));
  updateGeometry();
  schedule();
}

void ParallelPlot::setForbidden(std::function<bool(const study::Trial&)> forbidden) {
  forbidden_ = std::move(forbidden);
  schedule();
}

void ParallelPlot::schedule() {
  stale_ = true;
  if (isVisible() && !pause_.isActive()) pause_.start();
}

void ParallelPlot::refresh() {
  stale_ = false;
  std::vector<TrialPtr> trials;
  for (int row = 0; row < model_.count(); ++row) {
    const TrialPtr& trial = model_.at(row);
    if (trial->baseline.empty() && !study::endedBadly(trial->state)) trials.push_back(trial);
  }
  scales_.clear();
  lines_.assign(trials.size(), {});
  std::vector<double> values(trials.size());
  for (const ParallelAxis& axis : axes_) {
    for (std::size_t i = 0; i < trials.size(); ++i) values[i] = axis.valueOf(*trials[i]);
    scales_.emplace_back(axis, values);
    for (std::size_t i = 0; i < trials.size(); ++i)
      lines_[i].shares.push_back(scales_.back().shareOf(values[i]));
  }
  for (std::size_t i = 0; i < trials.size(); ++i) {
    lines_[i].trial = trials[i]->number;
    lines_[i].error = trials[i]->error();
    lines_[i].inScope = model_.inScope(*trials[i]);
    lines_[i].forbidden = forbidden_ && forbidden_(*trials[i]);
  }
  picture_ = {};
  update();
}

QRectF ParallelPlot::room() const {
  const double title = fontMetrics().height() * 2 + 8;
  return QRectF(0, title, width(), std::max(40.0, height() - title - 8));
}

double ParallelPlot::axisX(int axis) const {
  const int last = std::max(1, static_cast<int>(axes_.size()) - 1);
  return kSide + axis * std::max(1.0, width() - 2 * kSide) / last;
}

double ParallelPlot::yOf(float share) const {
  const QRectF all = room();
  return share < 0 ? all.bottom() - 4
                   : all.bottom() - kLane - static_cast<double>(share) * (all.height() - kLane - 4);
}

double ParallelPlot::shareAt(double y) const {
  const QRectF all = room();
  return std::clamp((all.bottom() - kLane - y) / (all.height() - kLane - 4), 0.0, 1.0);
}

QRectF ParallelPlot::titleBox(int axis) const {
  const double half = (width() - 2 * kSide) / std::max(1.0, 2.0 * (static_cast<double>(axes_.size()) - 1));
  const double wide = std::min(half, kSide + 24);
  return QRectF(axisX(axis) - wide + 2, 0, 2 * wide - 4, fontMetrics().height() * 2 + 4);
}

std::optional<QPointF> ParallelPlot::positionOf(int trial, int axis) const {
  for (const Line& line : lines_)
    if (line.trial == trial && axis < static_cast<int>(line.shares.size()))
      return QPointF(axisX(axis), yOf(line.shares[static_cast<std::size_t>(axis)]));
  return {};
}

QSize ParallelPlot::minimumSizeHint() const {
  return {static_cast<int>(2 * kSide + kNarrowest * std::max(1.0, static_cast<double>(axes_.size()) - 1)),
          140};
}

QSize ParallelPlot::sizeHint() const {
  return {minimumSizeHint().width(), 260};
}

void ParallelPlot::drawLine(QPainter& painter, const Line& line, const QPen& pen) const {
  QPolygonF path;
  for (std::size_t axis = 0; axis < line.shares.size(); ++axis)
    path << QPointF(axisX(static_cast<int>(axis)), yOf(line.shares[axis]));
  painter.setPen(pen);
  painter.drawPolyline(path);
}

// All but what changes with the pointer; kept until trials, scope or size change.
void ParallelPlot::drawLines(double ratio) {
  const Theme theme = Theme::of(this);
  picture_ = QPixmap(size() * ratio);
  picture_.setDevicePixelRatio(ratio);
  picture_.fill(theme.paper);
  QPainter painter(&picture_);
  const auto spread = [&](LineDensity& density, const Line& line) {
    for (std::size_t axis = 0; axis + 1 < line.shares.size(); ++axis)
      density.add(axisX(static_cast<int>(axis)), yOf(line.shares[axis]), axisX(static_cast<int>(axis) + 1),
                  yOf(line.shares[axis + 1]), line.forbidden);
  };
  const auto looked =
      std::count_if(lines_.begin(), lines_.end(), [](const Line& line) { return line.inScope; });
  if (looked < static_cast<std::ptrdiff_t>(lines_.size())) {
    LineDensity others(width(), height());
    for (const Line& line : lines_)
      if (!line.inScope) spread(others, line);
    painter.drawImage(QPoint(0, 0), others.toImage(theme.line, 0.10, 0.25));
  }
  if (looked > kSingle) {
    LineDensity density(width(), height());
    for (const Line& line : lines_)
      if (line.inScope) spread(density, line);
    painter.drawImage(QPoint(0, 0), density.toImage(theme.front, 0.12, 0.95));
    return;
  }
  // One by one, coloured by error: the best last, on top.
  std::vector<const Line*> order;
  double best = 100, worst = 0;
  for (const Line& line : lines_) {
    if (!line.inScope) continue;
    order.push_back(&line);
    if (!std::isfinite(line.error)) continue;
    best = std::min(best, line.error);
    worst = std::max(worst, line.error);
  }
  std::stable_sort(order.begin(), order.end(), [](const Line* one, const Line* other) {
    return (std::isfinite(one->error) ? one->error : 101) >
           (std::isfinite(other->error) ? other->error : 101);
  });
  painter.setRenderHint(QPainter::Antialiasing);
  for (const Line* line : order) {
    QColor colour = theme.stopped;
    if (std::isfinite(line->error)) {
      const double share = worst > best ? (line->error - best) / (worst - best) : 0;
      // On dark paper bright is near, on light paper dark is: the best stand out on either.
      colour = readable(amountColour(ColourMap::viridis, theme.dark ? 1 - share : share), theme.paper, 1.6);
    }
    colour.setAlphaF(0.75F);
    drawLine(painter, *line, QPen(colour, 1.2, line->forbidden ? Qt::DotLine : Qt::SolidLine));
  }
}

void ParallelPlot::drawAxis(QPainter& painter, int axis) const {
  const Theme theme = Theme::of(this);
  const ParallelAxis& drawn = axes_[static_cast<std::size_t>(axis)];
  const ParallelScale& scale = scales_[static_cast<std::size_t>(axis)];
  const double x = axisX(axis), top = yOf(1), bottom = yOf(0);
  painter.setPen(QPen(theme.line, 1));
  painter.drawLine(QLineF(x, top, x, bottom));
  QFont title = font();
  title.setUnderline(hasFocus() && axis == current_);
  title.setBold(model_.scope().brushOf(drawn.key) != nullptr);
  painter.setFont(title);
  painter.setPen(theme.text);
  const QRectF box = titleBox(axis);
  const QFontMetricsF metrics(title);
  // Two lines where the name has two words; what does not fit is cut with a sign, and the tooltip has it all.
  const QStringList words = drawn.name.split(u' ');
  QString first = drawn.name, second;
  if (metrics.horizontalAdvance(drawn.name) > box.width() && words.size() > 1) {
    first = words.front();
    second = words.mid(1).join(u' ');
  }
  const auto cut = [&](const QString& text) {
    return metrics.elidedText(text, Qt::ElideMiddle, box.width());
  };
  painter.drawText(box, Qt::AlignHCenter | Qt::AlignBottom,
                   second.isEmpty() ? cut(first) : cut(first) + u'\n' + cut(second));

  painter.setFont(font());
  const QFontMetricsF small(font());
  const auto label = [&](const QString& text, double y) {
    const double wide =
        std::min(small.horizontalAdvance(text),
                 axis + 1 < static_cast<int>(axes_.size()) ? axisX(axis + 1) - x - 12 : kSide - 6);
    QRectF place(x + 5, y - small.height() / 2, wide, small.height());
    place.moveTop(std::clamp(place.top(), room().top() - 2, room().bottom() - small.height()));
    QColor halo = theme.paper;
    halo.setAlphaF(0.8F);
    painter.fillRect(place, halo);
    painter.setPen(theme.faint);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     small.elidedText(text, Qt::ElideRight, wide + 1));
  };
  for (const auto& tick : scale.ticks(static_cast<int>((bottom - top) / (small.height() + 2)))) {
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QLineF(x - 3, yOf(tick.share), x + 3, yOf(tick.share)));
    label(tick.text, yOf(tick.share));
  }
  if (scale.anyAbsent()) label(QStringLiteral("–"), yOf(ParallelScale::kAbsent));

  const Brush* brush = model_.scope().brushOf(drawn.key);
  const bool drawing = drag_ == Drag::brush && dragged_ == axis;
  if (brush == nullptr && !drawing) return;
  const double from = drawing ? pressed_.y() : yOf(scale.shareOf(brush->low));
  const double to = drawing ? dragAt_.y() : yOf(scale.shareOf(brush->high));
  const double high = std::clamp(std::min(from, to), top, bottom),
               low = std::clamp(std::max(from, to), top, bottom);
  QColor shade = theme.selection;
  shade.setAlphaF(0.25F);
  painter.setPen(QPen(theme.selection, 1.5));
  painter.setBrush(shade);
  painter.drawRect(QRectF(x - 6, high - 2, 12, low - high + 4));
  painter.setBrush(Qt::NoBrush);
}

void ParallelPlot::paintEvent(QPaintEvent*) {
  if (stale_) {
    pause_.stop();
    refresh();
  }
  QPainter painter(this);
  const Theme theme = Theme::of(this);
  if (lines_.empty() || axes_.size() < 2) {
    painter.fillRect(rect(), theme.paper);
    painter.setPen(theme.faint);
    painter.drawText(
        rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
        tr("What candidates are made of and what they reach appears here, a line each, once the search "
           "has begun."));
    return;
  }
  const double ratio = painter.device()->devicePixelRatioF();
  if (picture_.isNull() || picture_.devicePixelRatio() != ratio ||
      picture_.deviceIndependentSize().toSize() != size())
    drawLines(ratio);
  painter.drawPixmap(0, 0, picture_);
  painter.setRenderHint(QPainter::Antialiasing);
  for (int axis = 0; axis < static_cast<int>(axes_.size()); ++axis) drawAxis(painter, axis);
  const auto over = [&](int trial, const QColor& colour, double wide) {
    for (const Line& line : lines_) {
      if (line.trial != trial) continue;
      drawLine(painter, line, QPen(theme.paper, wide + 2.5));
      drawLine(painter, line, QPen(colour, wide, line.forbidden ? Qt::DotLine : Qt::SolidLine));
    }
  };
  for (std::size_t i = 0; i < selection_.compared().size(); ++i)
    over(selection_.compared()[i], theme.category(static_cast<int>(i) + 1), 2);
  if (selection_.hovered() != selection_.current()) over(selection_.hovered(), theme.line, 2);
  over(selection_.current(), theme.text, 2.5);
  if (drag_ == Drag::axis) {
    painter.setPen(QPen(theme.selection, 2, Qt::DashLine));
    painter.drawLine(QLineF(dragAt_.x(), room().top(), dragAt_.x(), room().bottom()));
  }
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.selection, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
}

void ParallelPlot::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  picture_ = {};
}

void ParallelPlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  picture_ = {};
  update();
}

void ParallelPlot::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (stale_) refresh();
}

}  // namespace kinglet::widgets
