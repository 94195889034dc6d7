#include "widgets/candidate/confusion_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <numeric>

#include "widgets/look/hover_card.h"
#include "widgets/look/theme.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {
constexpr double kMargin = 8, kGap = 4, kSmallest = 14, kLargest = 64;
constexpr int kLongestName = 140;  // pixels, then it is cut
}  // namespace

ConfusionView::ConfusionView(QWidget* parent)
    : QWidget(parent), PicturedWidget(static_cast<QWidget&>(*this)), card_(new HoverCard(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAccessibleName(tr("Confusion matrix"));
  setEmptyText(
      tr("What was taken for what appears here once a candidate with validation figures is selected."));
}

void ConfusionView::setMatrix(const QStringList& classes, std::vector<std::vector<int>> counts) {
  classes_ = classes;
  counts_ = std::move(counts);
  const int size = static_cast<int>(counts_.size());
  if (row_ >= size || column_ >= size) row_ = column_ = -1;
  card_->hide();
  updateGeometry();
  update();
}

void ConfusionView::setEmptyText(const QString& text) {
  emptyText_ = text;
  update();
}

ConfusionView::Place ConfusionView::place() const {
  const auto size = static_cast<double>(counts_.size());
  int names = 0;
  for (const QString& name : classes_) names = std::max(names, fontMetrics().horizontalAdvance(name));
  names = std::min(names, kLongestName);
  const double title = fontMetrics().height() + kGap;
  // Names at the left; above, slanted names that rise by about 0.7 of their length.
  const QPointF corner(kMargin + title + names + kGap,
                       kMargin + title + names * 0.71 + fontMetrics().height());
  const double right = names * 0.45 + kMargin;  // the last slanted name reaches beyond its column
  const double share = fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 2 * kGap;
  const double room =
      std::min(width() - corner.x() - std::max(right, share), height() - corner.y() - kMargin);
  const double cell = std::clamp(room / std::max(size, 1.0), kSmallest, kLargest);
  return {QRectF(corner, QSizeF(cell * size, cell * size)), cell};
}

QRectF ConfusionView::cell(int truth, int predicted) const {
  const Place at = place();
  return {at.matrix.left() + predicted * at.cell, at.matrix.top() + truth * at.cell, at.cell, at.cell};
}

QSize ConfusionView::minimumSizeHint() const {
  const Place at = place();
  const int side = static_cast<int>(kSmallest) * static_cast<int>(counts_.size());
  return {static_cast<int>(at.matrix.left()) + side + 60, static_cast<int>(at.matrix.top()) + side + 8};
}

QSize ConfusionView::sizeHint() const {
  return minimumSizeHint() + QSize(20, 20) * static_cast<int>(counts_.size());
}

void ConfusionView::choose(int row, int column) {
  row_ = row;
  column_ = column;
  update();
  const QString from = classes_.value(row), to = classes_.value(column);
  const int count = counts_[row][column];
  const int all = std::accumulate(counts_[row].begin(), counts_[row].end(), 0);
  HoverCard::Content card;
  card.title = row == column ? tr("%1, recognised").arg(from) : tr("%1, taken for %2").arg(from, to);
  card.rows.emplace_back(tr("Clips"), tr("%1 of %2").arg(count).arg(all));
  if (all > 0) card.rows.emplace_back(tr("Share"), figure(100.0 * count / all, Unit::percent));
  card_->showAt(cell(row, column).center(), card);
  setAccessibleDescription(tr("%1: %2 of %3").arg(card.title).arg(count).arg(all));
}

void ConfusionView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme theme = Theme::of(this);
  painter.fillRect(rect(), theme.paper);
  if (hasFocus()) {
    painter.setPen(theme.selection);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
  if (counts_.empty()) {
    painter.setPen(theme.faint);
    painter.drawText(rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  const Place at = place();
  const int size = static_cast<int>(counts_.size());
  QFont small = font();
  small.setPixelSize(static_cast<int>(std::clamp(at.cell * 0.4, 8.0, 14.0)));
  for (int row = 0; row < size; ++row) {
    const int all = std::accumulate(counts_[row].begin(), counts_[row].end(), 0);
    for (int column = 0; column < size; ++column) {
      const double share = all > 0 ? static_cast<double>(counts_[row][column]) / all : 0;
      const QRectF box = cell(row, column).adjusted(0.5, 0.5, -0.5, -0.5);
      // Nothing is paper; the map starts where there is something, so that a single mistake is seen.
      const QColor shade = amountColour(ColourMap::cividis, theme.dark ? 0.15 + 0.85 * share : 1 - share);
      const QColor fill = counts_[row][column] == 0 ? mixed(theme.paper, theme.text, 0.04)
                                                    : mixed(theme.paper, shade, 0.4 + 0.6 * share);
      painter.fillRect(box, fill);
      if (row == column) {
        painter.setPen(QPen(theme.line, 1));
        painter.drawRect(box);
      }
      if (counts_[row][column] > 0 && at.cell >= 16) {
        painter.setFont(small);
        painter.setPen(contrast(Qt::white, fill) > contrast(Qt::black, fill) ? Qt::white : Qt::black);
        painter.drawText(box, Qt::AlignCenter, QString::number(counts_[row][column]));
      }
    }
  }
  painter.setFont(font());
  painter.setPen(theme.text);
  const QFontMetricsF metrics(font());
  for (int i = 0; i < size; ++i) {
    const QString name = fontMetrics().elidedText(classes_.value(i), Qt::ElideRight, kLongestName);
    const double middle = at.matrix.top() + (i + 0.5) * at.cell;
    painter.drawText(QRectF(0, middle - at.cell, at.matrix.left() - kGap, 2 * at.cell),
                     Qt::AlignRight | Qt::AlignVCenter, name);
    painter.save();
    painter.translate(at.matrix.left() + (i + 0.5) * at.cell, at.matrix.top() - kGap);
    painter.rotate(-45);
    painter.drawText(QPointF(0, metrics.descent()), name);
    painter.restore();
    // Recall at the right of each row.
    const int all = std::accumulate(counts_[i].begin(), counts_[i].end(), 0);
    if (all > 0 && at.cell >= 16) {
      painter.setPen(theme.faint);
      painter.drawText(QRectF(at.matrix.right() + kGap, middle - at.cell, 80, 2 * at.cell),
                       Qt::AlignLeft | Qt::AlignVCenter,
                       figure(100.0 * counts_[i][i] / all, Unit::percent, 2));
      painter.setPen(theme.text);
    }
  }
  painter.setPen(theme.faint);
  painter.drawText(QRectF(at.matrix.left(), kMargin, std::max(at.matrix.width(), 120.0), metrics.height()),
                   Qt::AlignLeft, tr("taken for"));
  painter.save();
  painter.translate(kMargin, at.matrix.bottom());
  painter.rotate(-90);
  painter.drawText(QRectF(0, 0, at.matrix.height(), metrics.height()), Qt::AlignCenter, tr("true class"));
  painter.restore();
  if (row_ >= 0 && column_ >= 0) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.paper, 4));
    painter.drawRect(cell(row_, column_));
    painter.setPen(QPen(theme.selection, 2));
    painter.drawRect(cell(row_, column_));
  }
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event) {
  const Place at = place();
  if (counts_.empty() || !at.matrix.contains(event->position())) return card_->hide();
  const QPointF inside = (event->position() - at.matrix.topLeft()) / at.cell;
  const int last = static_cast<int>(counts_.size()) - 1;
  const int oldRow = row_, oldColumn = column_;
  choose(std::min(static_cast<int>(inside.y()), last), std::min(static_cast<int>(inside.x()), last));
  row_ = oldRow;  // a hover previews only
  column_ = oldColumn;
}

void ConfusionView::mousePressEvent(QMouseEvent* event) {
  const Place at = place();
  if (counts_.empty() || event->button() != Qt::LeftButton || !at.matrix.contains(event->position())) return;
  const QPointF inside = (event->position() - at.matrix.topLeft()) / at.cell;
  const int last = static_cast<int>(counts_.size()) - 1;
  choose(std::min(static_cast<int>(inside.y()), last), std::min(static_cast<int>(inside.x()), last));
  Q_EMIT cellSelected(row_, column_);
}

void ConfusionView::leaveEvent(QEvent*) {
  card_->hide();
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(counts_.size()) - 1;
  int row = std::max(row_, 0), column = std::max(column_, 0);
  switch (event->key()) {
    case Qt::Key_Left:
      column = std::max(column - 1, 0);
      break;
    case Qt::Key_Right:
      column = std::min(column + 1, last);
      break;
    case Qt::Key_Up:
      row = std::max(row - 1, 0);
      break;
    case Qt::Key_Down:
      row = std::min(row + 1, last);
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (row_ >= 0 && column_ >= 0) Q_EMIT cellSelected(row_, column_);
      return;
    default:
      return QWidget::keyPressEvent(event);
  }
  if (last >= 0) choose(row, column);
}

void ConfusionView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) update();
}

}  // namespace kinglet::widgets
