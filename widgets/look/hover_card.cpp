#include "widgets/look/hover_card.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

#include "widgets/look/theme.h"

namespace kinglet::widgets {
namespace {
constexpr int kPadding = 8, kGap = 12, kAway = 16, kLine = 2, kMostNote = 320;
}

HoverCard::HoverCard(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
}

QSize HoverCard::sizeHint() const {
  QFont bold = font();
  bold.setBold(true);
  const QFontMetrics plain(font()), strong(bold);
  int width = strong.horizontalAdvance(content_.title), names = 0, figures = 0;
  for (const auto& [name, text] : content_.rows) {
    names = std::max(names, plain.horizontalAdvance(name));
    figures = std::max(figures, plain.horizontalAdvance(text));
  }
  if (!content_.rows.empty()) width = std::max(width, names + kGap + figures);
  int height = content_.title.isEmpty() ? 0 : strong.height() + kLine;
  height += static_cast<int>(content_.rows.size()) * (plain.height() + kLine);
  if (!content_.note.isEmpty()) {
    width = std::max(width, std::min(kMostNote, plain.horizontalAdvance(content_.note)));
    height += plain.boundingRect(0, 0, width, 1000, Qt::TextWordWrap, content_.note).height() + 2 * kLine;
  }
  return {width + 2 * kPadding, height + 2 * kPadding - kLine};
}

void HoverCard::showAt(const QPointF& point, const Content& content) {
  content_ = content;
  resize(sizeHint());
  QPoint place = point.toPoint() + QPoint(kAway, kAway);
  const QSize room = parentWidget()->size();
  if (place.x() + width() > room.width()) place.setX(static_cast<int>(point.x()) - kAway - width());
  if (place.y() + height() > room.height()) place.setY(static_cast<int>(point.y()) - kAway - height());
  place.setX(std::clamp(place.x(), 0, std::max(0, room.width() - width())));
  place.setY(std::clamp(place.y(), 0, std::max(0, room.height() - height())));
  move(place);
  raise();
  show();
  update();
}

void HoverCard::paintEvent(QPaintEvent*) {
  const Theme theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(mixed(theme.text, theme.paper, 0.7), 1));
  painter.setBrush(mixed(theme.paper, theme.text, theme.dark ? 0.08 : 0.02));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  QRect line = rect().adjusted(kPadding, kPadding, -kPadding, 0);
  QFont bold = font();
  bold.setBold(true);
  if (!content_.title.isEmpty()) {
    painter.setFont(bold);
    painter.setPen(theme.text);
    line.setHeight(QFontMetrics(bold).height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, content_.title);
    line.translate(0, line.height() + kLine);
  }
  painter.setFont(font());
  line.setHeight(fontMetrics().height());
  for (const auto& [name, text] : content_.rows) {
    painter.setPen(readable(theme.faint, painter.brush().color()));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, text);
    line.translate(0, line.height() + kLine);
  }
  if (!content_.note.isEmpty()) {
    line.setBottom(height() - kPadding + kLine);
    painter.setPen(readable(theme.faint, painter.brush().color()));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, content_.note);
  }
}

}  // namespace kinglet::widgets
