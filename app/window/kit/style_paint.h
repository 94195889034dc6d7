// The few shapes that all controls are made of.
#pragma once

#include <QPainter>
#include <QPalette>
#include <QStyleOption>

namespace kinglet::window::paint {

constexpr double kRadius = 4;

// A palette colour with some of the text colour in it: edges, hovers, grooves.
QColor tint(const QPalette& palette, QPalette::ColorRole base, double share);
QColor edge(const QPalette& palette);
void box(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line,
         double radius = kRadius, double width = 1);
// A chevron in the middle of rect.
void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& ink);
// The frame of a field that takes input: its line becomes the highlight with the focus.
void field(QPainter& painter, const QStyleOption& option, const QRectF& rect);

void comboBox(const QStyleOptionComboBox& option, QPainter& painter, const QRect& arrow);
void spinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QRect& up, const QRect& down);
void slider(const QStyleOptionSlider& option, QPainter& painter, const QRect& groove, const QRect& handle);
void scrollBar(const QStyleOptionSlider& option, QPainter& painter, const QRect& slider);
void checkBox(const QStyleOption& option, QPainter& painter, bool round);
void button(const QStyleOptionButton& option, QPainter& painter, bool primary);
void toolButton(const QStyleOption& option, QPainter& painter);
void tab(const QStyleOptionTab& option, QPainter& painter);
void progress(const QStyleOptionProgressBar& option, QPainter& painter);

}  // namespace kinglet::window::paint
