#include "widgets/plot/importance_bars.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/look/theme.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {
constexpr int kMargin = 8, kGap = 8;
}

ImportanceBars::ImportanceBars(QWidget* parent)
    : QWidget(parent), PicturedWidget(static_cast<QWidget&>(*this)) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Importance"));
  setEmptyText(tr("What matters most appears here once enough candidates have been trained."));
}

void ImportanceBars::setItems(std::vector<Importance> items) {
  std::stable_sort(items.begin(), items.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
  if (static_cast<int>(items.size()) > most_) {
    Importance rest{
        tr("%1 others").arg(static_cast<int>(items.size()) - most_ + 1), 0, Importance().spread, {}, {}};
    QStringList names;
    for (std::size_t i = static_cast<std::size_t>(most_) - 1; i < items.size(); ++i) {
      rest.share += items[i].share;
      names << items[i].name;
    }
    rest.detail = names.join(", ");
    items.resize(static_cast<std::size_t>(most_) - 1);
    items.push_back(rest);
  }
  items_ = std::move(items);
  selected_ = -1;
  QStringList words;
  for (const Importance& item : items_) words << item.name + ' ' + figure(100 * item.share, Unit::percent, 2);
  setAccessibleDescription(words.join(", "));
  updateGeometry();
  update();
}

void ImportanceBars::setEmptyText(const QString& text) {
  emptyText_ = text;
  update();
}

void ImportanceBars::setMost(int rows) {
  most_ = std::max(rows, 2);
}

int ImportanceBars::rowHeight() const {
  return fontMetrics().height() + 8;
}

QRectF ImportanceBars::rowBox(int row) const {
  return QRectF(kMargin, kMargin + row * rowHeight(), width() - 2 * kMargin, rowHeight());
}

QSize ImportanceBars::minimumSizeHint() const {
  return {200, sizeHint().height()};
}

QSize ImportanceBars::sizeHint() const {
  return {360, 2 * kMargin + rowHeight() * std::max(3, static_cast<int>(items_.size()))};
}

void ImportanceBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme theme = Theme::of(this);
  painter.fillRect(rect(), theme.paper);
  if (items_.empty()) {
    painter.setPen(theme.faint);
    painter.drawText(rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
  }
  int names = 0;
  double most = 0;
  for (const Importance& item : items_) {
    names = std::max(names, fontMetrics().horizontalAdvance(item.name));
    most = std::max(most, item.share);
  }
  names = std::min(names, width() * 2 / 5);
  int values = 0;
  for (const Importance& item : items_)
    values = std::max(values, fontMetrics().horizontalAdvance(item.value));
  values = values > 0 ? std::min(values, width() / 4) + kGap : 0;
  const int figures = fontMetrics().horizontalAdvance(QStringLiteral("0.0888 %"));
  for (int row = 0; row < rows(); ++row) {
    const Importance& item = items_[static_cast<std::size_t>(row)];
    const QRectF box = rowBox(row);
    if (row == selected_) painter.fillRect(box, mixed(theme.paper, theme.selection, 0.16));
    painter.setPen(theme.text);
    painter.drawText(QRectF(box.left(), box.top(), names, box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(item.name, Qt::ElideRight, names));
    painter.drawText(QRectF(box.left() + names, box.top(), figures + kGap, box.height()),
                     Qt::AlignRight | Qt::AlignVCenter, figure(100 * item.share, Unit::percent, 2));
    painter.setPen(theme.faint);
    if (values > 0)
      painter.drawText(QRectF(box.right() - values + kGap, box.top(), values - kGap, box.height()),
                       Qt::AlignRight | Qt::AlignVCenter,
                       fontMetrics().elidedText(item.value, Qt::ElideRight, values - kGap));
    const double left = box.left() + names + figures + 2 * kGap, room = box.right() - left - values;
    if (most > 0 && room > 8) {
      const double scale = room * 0.92 / most;
      const QRectF bar(left, box.center().y() - 5, std::max(1.0, item.share * scale), 10);
      painter.fillRect(bar, theme.front);
      if (std::isfinite(item.spread)) {
        painter.setPen(QPen(theme.text, 1));
        const double middle = box.center().y();
        painter.drawLine(QPointF(std::max(left, bar.right() - item.spread * scale), middle),
                         QPointF(std::min(left + room, bar.right() + item.spread * scale), middle));
      }
    }
  }
  if (hasFocus()) {
    painter.setPen(theme.selection);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
}

void ImportanceBars::mousePressEvent(QMouseEvent* event) {
  for (int row = 0; row < rows(); ++row) {
    if (!rowBox(row).contains(event->position())) continue;
    selected_ = row;
    update();
    Q_EMIT itemClicked(items_[static_cast<std::size_t>(row)].name);
  }
}

void ImportanceBars::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
  if (step == 0 || rows() == 0) return QWidget::keyPressEvent(event);
  selected_ = std::clamp(selected_ + step, 0, rows() - 1);
  update();
  Q_EMIT itemClicked(items_[static_cast<std::size_t>(selected_)].name);
}

bool ImportanceBars::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QString tip;
    for (int row = 0; row < rows(); ++row) {
      if (!rowBox(row).contains(help->pos())) continue;
      const Importance& item = items_[static_cast<std::size_t>(row)];
      tip = item.detail.isEmpty() ? item.name : item.name + '\n' + item.detail;
    }
    QToolTip::showText(help->globalPos(), tip, this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace kinglet::widgets
