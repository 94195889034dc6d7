#include "app/window/kit/style_paint.h"

#include <algorithm>

#include "widgets/look/theme.h"

namespace kinglet::window::paint {

QColor tint(const QPalette& palette, QPalette::ColorRole base, double share) {
  return widgets::mixed(palette.color(base), palette.color(QPalette::WindowText), share);
}

QColor edge(const QPalette& palette) {
  return tint(palette, QPalette::Window, 0.22);
}

void box(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius,
         double width) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
  painter.setPen(line.isValid() ? QPen(line, width) : Qt::NoPen);
  const double inset = line.isValid() ? width / 2 : 0;
  painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
  painter.restore();
}

void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& ink) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(rect.center());
  if (direction == Qt::UpArrow) painter.rotate(180);
  if (direction == Qt::RightArrow) painter.rotate(-90);
  if (direction == Qt::LeftArrow) painter.rotate(90);
  const double reach = std::min({rect.width() / 3, rect.height() / 2.5, 3.5});
  painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(QPolygonF{{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}});
  painter.restore();
}

void field(QPainter& painter, const QStyleOption& option, const QRectF& rect) {
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool focused = enabled && (option.state & QStyle::State_HasFocus);
  const QColor line = focused ? option.palette.color(QPalette::Highlight)
                              : tint(option.palette, QPalette::Window, enabled ? 0.28 : 0.15);
  box(painter, rect, option.palette.color(enabled ? QPalette::Base : QPalette::Window), line, kRadius,
      focused ? 1.5 : 1);
}

void comboBox(const QStyleOptionComboBox& option, QPainter& painter, const QRect& arrow) {
  if (option.frame || !option.editable) field(painter, option, option.rect);
  if ((option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled) && !option.editable)
    box(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), tint(option.palette, QPalette::Base, 0.04), {},
        kRadius - 1);
  chevron(painter, arrow, Qt::DownArrow,
          option.palette.color((option.state & QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled,
                               QPalette::ButtonText));
}

void spinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QRect& up, const QRect& down) {
  if (option.frame) field(painter, option, option.rect);
  if (option.buttonSymbols == QAbstractSpinBox::NoButtons) return;
  for (const bool upper : {true, false}) {
    const auto part = upper ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown;
    const bool can =
        option.stepEnabled & (upper ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
    const bool active = can && (option.activeSubControls & part) && (option.state & QStyle::State_MouseOver);
    const QRect place = upper ? up : down;
    if (active)
      box(painter, QRectF(place).adjusted(1, 1, -1, -1), tint(option.palette, QPalette::Base, 0.1), {},
          kRadius - 2);
    chevron(painter, place, upper ? Qt::UpArrow : Qt::DownArrow,
            option.palette.color(can ? option.palette.currentColorGroup() : QPalette::Disabled,
                                 QPalette::ButtonText));
  }
}

void slider(const QStyleOptionSlider& option, QPainter& painter, const QRect& groove, const QRect& handle) {
  const bool enabled = option.state & QStyle::State_Enabled;
  const QColor full = enabled ? option.palette.color(QPalette::Highlight) : edge(option.palette);
  const bool flat = option.orientation == Qt::Horizontal;
  const QPointF middle = QRectF(handle).center();
  QRectF rail = QRectF(groove);
  if (flat)
    rail = {rail.left(), middle.y() - 2, rail.width(), 4};
  else
    rail = {middle.x() - 2, rail.top(), 4, rail.height()};
  box(painter, rail, tint(option.palette, QPalette::Window, 0.18), {}, 2);
  QRectF done = rail;
  if (flat)
    option.upsideDown ? done.setLeft(middle.x()) : done.setRight(middle.x());
  else
    option.upsideDown ? done.setTop(middle.y()) : done.setBottom(middle.y());
  box(painter, done, full, {}, 2);
  const QRectF knob(middle.x() - 7, middle.y() - 7, 14, 14);
  if (option.state & QStyle::State_HasFocus) {
    QColor halo = full;
    halo.setAlphaF(0.3f);
    box(painter, knob.adjusted(-3, -3, 3, 3), halo, {}, 10);
  }
  box(painter, knob, option.palette.color(QPalette::Base), full, 7, 2);
}

void scrollBar(const QStyleOptionSlider& option, QPainter& painter, const QRect& slider) {
  if (option.minimum == option.maximum) return;
  const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
  const bool flat = option.orientation == Qt::Horizontal;
  const double slim = active ? 2 : 3;
  const QRectF knob =
      flat ? QRectF(slider).adjusted(1, slim, -1, -slim) : QRectF(slider).adjusted(slim, 1, -slim, -1);
  box(painter, knob, tint(option.palette, QPalette::Base, active ? 0.5 : 0.28), {},
      std::min(knob.width(), knob.height()) / 2);
}

void checkBox(const QStyleOption& option, QPainter& painter, bool round) {
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
  const QRectF place = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
  const QColor full = enabled ? option.palette.color(QPalette::Highlight) : edge(option.palette);
  QColor line = on ? full : tint(option.palette, QPalette::Window, enabled ? 0.5 : 0.2);
  if (option.state & QStyle::State_HasFocus) line = option.palette.color(QPalette::Highlight);
  box(painter, place, on ? full : option.palette.color(QPalette::Base), line, round ? place.width() / 2 : 3);
  if (!on) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = option.palette.color(QPalette::HighlightedText);
  const QPointF c = place.center();
  const double u = place.width() / 16;
  if (round) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(c, 3 * u, 3 * u);
  } else {
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option.state & QStyle::State_NoChange)
      painter.drawLine(c - QPointF(3.5 * u, 0), c + QPointF(3.5 * u, 0));
    else
      painter.drawPolyline(
          QPolygonF{c + QPointF(-3.5, 0.2) * u, c + QPointF(-1, 2.8) * u, c + QPointF(3.8, -2.8) * u});
  }
  painter.restore();
}

void button(const QStyleOptionButton& option, QPainter& painter, bool primary) {
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
  const bool over = enabled && (option.state & QStyle::State_MouseOver);
  const bool focused = option.state & QStyle::State_HasFocus;
  QColor fill = tint(option.palette, QPalette::Button, down ? 0.16 : over ? 0.07 : 0.02);
  QColor line = focused ? option.palette.color(QPalette::Highlight)
                        : tint(option.palette, QPalette::Window, enabled ? 0.26 : 0.14);
  if (primary && enabled) {
    const QColor full = option.palette.color(QPalette::Highlight);
    fill = down ? full.darker(115) : over ? full.lighter(108) : full;
    line = focused ? option.palette.color(QPalette::WindowText) : full;
  }
  if (option.features & QStyleOptionButton::Flat) {
    if (!down && !over && !focused) return;
    if (!focused) line = {};
  }
  box(painter, option.rect, fill, line, kRadius, focused ? 1.5 : 1);
}

void toolButton(const QStyleOption& option, QPainter& painter) {
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool on = option.state & QStyle::State_On;
  const bool down = option.state & QStyle::State_Sunken;
  const bool over = enabled && (option.state & QStyle::State_MouseOver);
  const bool focused = option.state & QStyle::State_HasFocus;
  const bool raised = option.state & QStyle::State_AutoRaise;
  if (raised && !on && !down && !over && !focused) return;
  const QColor fill = tint(option.palette, QPalette::Window,
                           down     ? 0.2
                           : on     ? 0.14
                           : over   ? 0.08
                           : raised ? 0
                                    : 0.02);
  QColor line = raised ? QColor() : tint(option.palette, QPalette::Window, 0.26);
  if (focused) line = option.palette.color(QPalette::Highlight);
  box(painter, option.rect, fill, line, kRadius, focused ? 1.5 : 1);
}

void tab(const QStyleOptionTab& option, QPainter& painter) {
  const bool chosen = option.state & QStyle::State_Selected;
  const bool over = (option.state & QStyle::State_Enabled) && (option.state & QStyle::State_MouseOver);
  if (over && !chosen)
    box(painter, QRectF(option.rect).adjusted(2, 3, -2, -4), tint(option.palette, QPalette::Window, 0.07),
        {});
  if (chosen)
    painter.fillRect(QRect(option.rect.left() + 8, option.rect.bottom() - 1, option.rect.width() - 16, 2),
                     option.palette.color(QPalette::Highlight));
  if (chosen && (option.state & QStyle::State_HasFocus))
    box(painter, QRectF(option.rect).adjusted(2, 3, -2, -4), {}, option.palette.color(QPalette::Highlight),
        kRadius, 1.5);
}

void progress(const QStyleOptionProgressBar& option, QPainter& painter) {
  const QRectF rail(option.rect.left(), option.rect.center().y() - 2.5, option.rect.width(), 6);
  box(painter, rail, tint(option.palette, QPalette::Window, 0.16), {}, 3);
  const double range = std::max(1, option.maximum - option.minimum);
  const double share = std::clamp((option.progress - option.minimum) / range, 0.0, 1.0);
  QRectF done = rail;
  if (option.minimum == option.maximum)
    done.setWidth(rail.width() / 3);
  else
    done.setWidth(std::max(share * rail.width(), share > 0 ? 6.0 : 0.0));
  if (done.width() > 0) box(painter, done, option.palette.color(QPalette::Highlight), {}, 3);
}

}  // namespace kinglet::window::paint
