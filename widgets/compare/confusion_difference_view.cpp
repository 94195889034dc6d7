#include "widgets/compare/confusion_difference_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cstdlib>

#include "widgets/compare/compare_look.h"

namespace kinglet::widgets {
namespace {
constexpr double kMargin = 8, kSmallest = 20, kLargest = 48;
constexpr int kLongestName = 120;
}  // namespace

ConfusionDifferenceView::ConfusionDifferenceView(QWidget* parent)
    : QWidget(parent), PicturedWidget(static_cast<QWidget&>(*this)) {
  setAccessibleName(tr("Difference of the confusions"));
}

void ConfusionDifferenceView::setDifference(const QStringList& classes,
                                            std::vector<std::vector<int>> counts) {
  classes_ = classes;
  counts_ = std::move(counts);
  largest_ = 0;
  QStringList told;
  const int size = static_cast<int>(counts_.size());
  for (int row = 0; row < size; ++row)
    for (int column = 0; column < size; ++column) {
      largest_ = std::max(largest_, std::abs(counts_[row][column]));
      if (counts_[row][column] != 0)
        told << QStringLiteral("%1 → %2: %3")
                    .arg(classes_.value(row), classes_.value(column), textOf(row, column));
    }
  setAccessibleDescription(told.join(QLatin1Char('\n')));
  updateGeometry();
  update();
}

QPointF ConfusionDifferenceView::corner() const {
  int names = 0;
  for (const QString& name : classes_) names = std::max(names, fontMetrics().horizontalAdvance(name));
  names = std::min(names, kLongestName);
  // Names at the left; above, slanted ones that rise by about 0.7 of their length.
  return {2 * kMargin + names, 2 * kMargin + names * 0.71 + fontMetrics().height()};
}

double ConfusionDifferenceView::side() const {
  const QPointF at = corner();
  const double size = std::max<double>(1, static_cast<double>(counts_.size()));
  const double room = std::min(width() - at.x() - at.x() * 0.45, height() - at.y() - kMargin);
  return std::clamp(room / size, kSmallest, kLargest);
}

QRectF ConfusionDifferenceView::cell(int truth, int predicted) const {
  const QPointF at = corner();
  return {at.x() + predicted * side(), at.y() + truth * side(), side(), side()};
}

QSize ConfusionDifferenceView::minimumSizeHint() const {
  if (counts_.empty()) return {160, 60};
  const QPointF at = corner();
  const double side = kSmallest * static_cast<double>(counts_.size());
  return {static_cast<int>(at.x() * 1.45 + side + kMargin), static_cast<int>(at.y() + side + kMargin)};
}

QString ConfusionDifferenceView::textOf(int truth, int predicted) const {
  const int count = counts_[truth][predicted];
  if (count == 0) return {};
  return (count > 0 ? QStringLiteral("+") : QStringLiteral("−")) + QString::number(std::abs(count));
}

QColor ConfusionDifferenceView::fillOf(int truth, int predicted) const {
  const Theme theme = Theme::of(this);
  const int count = counts_[truth][predicted];
  if (count == 0) return mixed(theme.paper, theme.text, 0.04);
  return differenceFill(theme, (truth == predicted ? -1.0 : 1.0) * count / largest_);
}

void ConfusionDifferenceView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme theme = Theme::of(this);
  painter.fillRect(rect(), theme.paper);
  if (counts_.empty()) {
    painter.setPen(theme.faint);
    painter.drawText(rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Confusions compare where both were judged by the same clips, each of one class."));
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  const int size = static_cast<int>(counts_.size());
  for (int row = 0; row < size; ++row) {
    for (int column = 0; column < size; ++column) {
      const QRectF box = cell(row, column).adjusted(0.5, 0.5, -0.5, -0.5);
      const QColor fill = fillOf(row, column);
      painter.fillRect(box, fill);
      if (row == column) {
        painter.setPen(QPen(theme.line, 1));
        painter.drawRect(box);
      }
      painter.setPen(readable(theme.text, fill));
      painter.drawText(box, Qt::AlignCenter, textOf(row, column));
    }
    const QString name = fontMetrics().elidedText(classes_.value(row), Qt::ElideRight, kLongestName);
    const QRectF first = cell(row, 0), above = cell(0, row);
    painter.setPen(theme.text);
    painter.drawText(QRectF(0, first.top(), first.left() - kMargin, first.height()),
                     Qt::AlignRight | Qt::AlignVCenter, name);
    painter.save();
    painter.translate(above.center().x(), above.top() - 4);
    painter.rotate(-45);
    painter.drawText(QPointF(0, 0), name);
    painter.restore();
  }
}

bool ConfusionDifferenceView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || counts_.empty()) return QWidget::event(event);
  auto* help = static_cast<QHelpEvent*>(event);
  const QPointF inside = (QPointF(help->pos()) - corner()) / side();
  const int row = static_cast<int>(inside.y()), column = static_cast<int>(inside.x());
  const int size = static_cast<int>(counts_.size());
  if (inside.x() < 0 || inside.y() < 0 || row >= size || column >= size) {
    QToolTip::hideText();
    return true;
  }
  const QString from = classes_.value(row).toHtmlEscaped(), to = classes_.value(column).toHtmlEscaped();
  const QString count = counts_[row][column] == 0 ? QStringLiteral("0") : textOf(row, column);
  QToolTip::showText(help->globalPos(),
                     row == column ? tr("%1, recognised: %2").arg(from, count)
                                   : tr("%1, taken for %2: %3").arg(from, to, count),
                     this);
  return true;
}

}  // namespace kinglet::widgets
