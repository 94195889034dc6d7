#include "widgets/compare/class_accuracy_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/compare/compare_look.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {
constexpr double kMargin = 8, kRadius = 5;
constexpr double kApart = 4;  // marks of one class, so that equal ones are all seen
constexpr int kLongestName = 130;
}  // namespace

ClassAccuracyView::ClassAccuracyView(QWidget* parent)
    : QWidget(parent), PicturedWidget(static_cast<QWidget&>(*this)) {
  setAccessibleName(tr("Accuracy of each class"));
}

void ClassAccuracyView::setCompared(std::vector<study::Compared> compared, const QStringList& classes) {
  compared_ = std::move(compared);
  classes_ = classes;
  QStringList lines;
  for (int c = 0; c < classes_.size(); ++c) {
    QStringList shares;
    for (const study::Compared& one : compared_)
      shares << figure(100 * recallOf(one, static_cast<std::size_t>(c)), Unit::percent);
    lines << classes_[c] + QStringLiteral(": ") + shares.join(QStringLiteral(", "));
  }
  setAccessibleDescription(lines.join(QLatin1Char('\n')));
  updateGeometry();
  update();
}

double ClassAccuracyView::rowHeight() const {
  return std::ceil(fontMetrics().height() * 1.5);
}

double ClassAccuracyView::headHeight() const {
  return rowHeight() * (static_cast<double>(compared_.size()) + 1);
}

QSize ClassAccuracyView::minimumSizeHint() const {
  if (compared_.empty()) return {120, 60};
  return {280, static_cast<int>(headHeight() + rowHeight() * classes_.size() + 2 * kMargin)};
}

QRectF ClassAccuracyView::scale(int classIndex) const {
  int names = 0;
  for (const QString& name : classes_) names = std::max(names, fontMetrics().horizontalAdvance(name));
  const double left = kMargin + std::min(names, kLongestName) + 3 * kMargin;
  return {left, kMargin + headHeight() + classIndex * rowHeight(),
          std::max(60.0, width() - left - 3 * kMargin), rowHeight()};
}

QPointF ClassAccuracyView::markAt(int compared, int classIndex) const {
  const double recall =
      recallOf(compared_[static_cast<std::size_t>(compared)], static_cast<std::size_t>(classIndex));
  if (!std::isfinite(recall)) return {};
  const QRectF at = scale(classIndex);
  return {at.left() + recall * at.width(),
          at.center().y() + kApart * (compared - (static_cast<double>(compared_.size()) - 1) / 2)};
}

void ClassAccuracyView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme theme = Theme::of(this);
  painter.fillRect(rect(), theme.paper);
  painter.setRenderHint(QPainter::Antialiasing);
  const double row = rowHeight();
  for (int i = 0; i < static_cast<int>(compared_.size()); ++i) {
    const double y = kMargin + (i + 0.5) * row;
    paintMark(painter, comparedShape(i), {kMargin + kRadius + 2, y}, kRadius, comparedColour(theme, i),
              theme.paper);
    painter.setPen(theme.text);
    painter.drawText(QRectF(3 * kMargin, y - row / 2, width() - 4 * kMargin, row),
                     Qt::AlignVCenter | Qt::AlignLeft, comparedName(compared_[static_cast<std::size_t>(i)]));
  }
  if (classes_.isEmpty() || compared_.empty()) return;
  const QRectF first = scale(0), last = scale(static_cast<int>(classes_.size()) - 1);
  for (const int percent : {0, 50, 100}) {
    const double x = first.left() + percent / 100.0 * first.width();
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QPointF(x, first.top()), QPointF(x, last.bottom()));
    painter.setPen(theme.faint);
    painter.drawText(QRectF(x - 40, first.top() - row, 80, row), Qt::AlignCenter,
                     figure(percent, Unit::percent));
  }
  for (int c = 0; c < classes_.size(); ++c) {
    const QRectF at = scale(c);
    painter.setPen(theme.text);
    painter.drawText(QRectF(kMargin, at.top(), at.left() - 2 * kMargin - kRadius, row),
                     Qt::AlignRight | Qt::AlignVCenter,
                     fontMetrics().elidedText(classes_[c], Qt::ElideRight, kLongestName));
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QPointF(at.left(), at.center().y()), QPointF(at.right(), at.center().y()));
    for (int i = static_cast<int>(compared_.size()) - 1; i >= 0; --i)
      if (const QPointF mark = markAt(i, c); !mark.isNull())
        paintMark(painter, comparedShape(i), mark, kRadius, comparedColour(theme, i), theme.paper);
  }
}

bool ClassAccuracyView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || compared_.empty()) return QWidget::event(event);
  auto* help = static_cast<QHelpEvent*>(event);
  const int c = static_cast<int>((help->pos().y() - kMargin - headHeight()) / rowHeight());
  if (help->pos().y() < kMargin + headHeight() || c >= classes_.size()) {
    QToolTip::hideText();
    return true;
  }
  QStringList lines{classes_[c].toHtmlEscaped()};
  for (const study::Compared& one : compared_)
    lines << tr("%1: %2").arg(comparedName(one).toHtmlEscaped(),
                              figure(100 * recallOf(one, static_cast<std::size_t>(c)), Unit::percent));
  QToolTip::showText(help->globalPos(), lines.join(QStringLiteral("<br>")), this);
  return true;
}

}  // namespace kinglet::widgets
