#include "app/window/kit/card_button.h"

#include <QFontMetrics>
#include <QPainter>

#include "app/window/kit/icons.h"
#include "app/window/kit/style_paint.h"
#include "widgets/look/theme.h"

namespace kinglet::window {
namespace {

constexpr int kMargin = 20, kIcon = 32, kGap = 12;

}  // namespace

CardButton::CardButton(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QAbstractButton(parent), icon_(iconName), text_(text) {
  setText(title);
  setAccessibleName(title);
  setAccessibleDescription(text);
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

QFont CardButton::titleFont() const {
  QFont bold = font();
  bold.setBold(true);
  bold.setPointSizeF(bold.pointSizeF() * 1.2);
  return bold;
}

int CardButton::heightForWidth(int width) const {
  const int room = std::max(80, width - 2 * kMargin);
  const int words = fontMetrics().boundingRect(0, 0, room, 1000, Qt::TextWordWrap, text_).height();
  return kMargin + kIcon + kGap + QFontMetrics(titleFont()).height() + 4 + words + kMargin;
}

QSize CardButton::sizeHint() const {
  return {240, heightForWidth(240)};
}

QSize CardButton::minimumSizeHint() const {
  return {160, heightForWidth(160)};
}

void CardButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QColor line =
      hasFocus() || underMouse() ? palette().color(QPalette::Highlight) : paint::edge(palette());
  const QColor fill = isDown()       ? paint::tint(palette(), QPalette::Base, 0.08)
                      : underMouse() ? paint::tint(palette(), QPalette::Base, 0.02)
                                     : palette().color(QPalette::Base);
  paint::box(painter, rect(), fill, line, 8, hasFocus() ? 2 : 1);
  const auto theme = widgets::Theme::of(this);
  painter.drawPixmap(kMargin, kMargin, iconPixmap(icon_, kIcon, theme.selection, devicePixelRatioF()));
  const QRect room = rect().adjusted(kMargin, kMargin + kIcon + kGap, -kMargin, -kMargin);
  painter.setFont(titleFont());
  painter.setPen(palette().color(QPalette::WindowText));
  const int titleHeight = QFontMetrics(titleFont()).height();
  painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, text());
  painter.setFont(font());
  painter.setPen(theme.faint);
  painter.drawText(room.adjusted(0, titleHeight + 4, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                   text_);
}

}  // namespace kinglet::window
