#include "app/window/settings/class_bars.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/look/theme.h"

namespace kinglet::window {

void ClassBars::setClasses(std::vector<std::pair<QString, int>> classes) {
  classes_ = std::move(classes);
  QStringList all;
  for (const auto& [name, count] : classes_) all << tr("%1: %n clips", nullptr, count).arg(name);
  setAccessibleName(all.join(QStringLiteral(", ")));
  setToolTip(static_cast<int>(classes_.size()) > most_ ? all.join(u'\n') : QString());
  updateGeometry();
  update();
}

void ClassBars::setMostRows(int rows) {
  most_ = rows;
  updateGeometry();
  update();
}

int ClassBars::rowHeight() const {
  return fontMetrics().height() + 4;
}

int ClassBars::rows() const {
  const int count = static_cast<int>(classes_.size());
  return count > most_ ? most_ - 1 : count;
}

QSize ClassBars::sizeHint() const {
  return {220, rowHeight() * std::min(static_cast<int>(classes_.size()), most_)};
}

void ClassBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const auto theme = widgets::Theme::of(this);
  const QFontMetrics metrics = fontMetrics();
  int most = 1, nameWidth = 0;
  for (const auto& [name, count] : classes_) {
    most = std::max(most, count);
    nameWidth = std::max(nameWidth, metrics.horizontalAdvance(name) + 1);  // or the widest is cut
  }
  nameWidth = std::min(nameWidth, width() / 2);
  const int countWidth = metrics.horizontalAdvance(QString::number(most)) + 8;
  const int room = std::max(0, width() - nameWidth - countWidth - 8);
  const int height = rowHeight();
  for (int row = 0; row < rows(); ++row) {
    const auto& [name, count] = classes_[row];
    const QRect line(0, row * height, width(), height);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, line.top(), nameWidth, height), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(name, Qt::ElideRight, nameWidth));
    const QRectF bar(nameWidth + 8, line.top() + height / 2.0 - 3, std::max(2.0, double(room) * count / most),
                     6);
    painter.fillRect(bar, widgets::mixed(palette().color(QPalette::Window), theme.selection, 0.6));
    painter.setPen(theme.faint);
    painter.drawText(QRect(width() - countWidth, line.top(), countWidth, height),
                     Qt::AlignVCenter | Qt::AlignRight, QString::number(count));
  }
  if (rows() < static_cast<int>(classes_.size())) {
    painter.setPen(theme.faint);
    painter.drawText(QRect(0, rows() * height, width(), height), Qt::AlignVCenter,
                     tr("and %n more classes", nullptr, static_cast<int>(classes_.size()) - rows()));
  }
}

void ClassBars::mousePressEvent(QMouseEvent* event) {
  const int row = static_cast<int>(event->position().y()) / std::max(1, rowHeight());
  if (row >= 0 && row < rows()) Q_EMIT clicked(row);
}

}  // namespace kinglet::window
