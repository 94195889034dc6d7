#include "widgets/look/marks.h"

#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>
#include <numbers>

namespace kinglet::widgets {
namespace {

constexpr std::array kCategoryShapes{MarkShape::circle,       MarkShape::square,   MarkShape::triangle,
                                     MarkShape::downTriangle, MarkShape::pentagon, MarkShape::hexagon,
                                     MarkShape::plus};

QPolygonF regular(const QPointF& centre, double radius, int corners, double turn) {
  QPolygonF polygon;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners + turn;
    polygon << centre + radius * QPointF(std::cos(angle), std::sin(angle));
  }
  return polygon;
}

QPolygonF pointed(const QPointF& centre, double outer, double inner, int points) {
  QPolygonF polygon;
  for (int i = 0; i < 2 * points; ++i) {
    const double angle = std::numbers::pi * (static_cast<double>(i) / points - 0.5);
    polygon << centre + (i % 2 == 0 ? outer : inner) * QPointF(std::cos(angle), std::sin(angle));
  }
  return polygon;
}

}  // namespace

MarkShape shapeOfCategory(int index) {
  return kCategoryShapes[static_cast<std::size_t>(std::max(index, 0)) % kCategoryShapes.size()];
}

void paintMark(QPainter& painter, MarkShape shape, const QPointF& centre, double radius, const QColor& colour,
               const QColor& edge) {
  const double up = -std::numbers::pi / 2;
  painter.setPen(QPen(edge, 1));
  painter.setBrush(colour);
  switch (shape) {
    case MarkShape::circle:
      painter.drawEllipse(centre, radius, radius);
      break;
    case MarkShape::square:
      painter.drawPolygon(regular(centre, radius * 1.25, 4, up / 2));
      break;
    case MarkShape::triangle:
      painter.drawPolygon(regular(centre, radius * 1.35, 3, up));
      break;
    case MarkShape::downTriangle:
      painter.drawPolygon(regular(centre, radius * 1.35, 3, -up));
      break;
    case MarkShape::pentagon:
      painter.drawPolygon(regular(centre, radius * 1.2, 5, up));
      break;
    case MarkShape::hexagon:
      painter.drawPolygon(regular(centre, radius * 1.15, 6, 0));
      break;
    case MarkShape::plus:
      painter.drawPolygon(pointed(centre, radius * 1.4, radius * 0.6, 4));
      break;
    case MarkShape::star:
      painter.drawPolygon(pointed(centre, radius * 1.6, radius * 0.7, 5));
      break;
    case MarkShape::diamond:
      painter.setPen(QPen(colour, 1.75));
      painter.setBrush(Qt::NoBrush);
      painter.drawPolygon(regular(centre, radius * 1.2, 4, 0));
      break;
    case MarkShape::cross:
      painter.setPen(QPen(colour, 1.25));
      painter.drawLine(centre + QPointF(-radius, -radius) * 0.75, centre + QPointF(radius, radius) * 0.75);
      painter.drawLine(centre + QPointF(-radius, radius) * 0.75, centre + QPointF(radius, -radius) * 0.75);
      break;
    case MarkShape::ring:
      painter.setPen(QPen(colour, 1.75));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(centre, radius, radius);
      break;
  }
}

void MarkSprites::paint(QPainter& painter, MarkShape shape, const QPointF& centre, double radius,
                        const QColor& colour, const QColor& edge) {
  const double ratio = painter.device()->devicePixelRatioF();
  // Radius in half pixels (at most 63) and shape below, the colour's 32 bits above; edge and ratio change
  // with the theme and the screen, when clear() is called or the ratio is mixed in.
  const auto half = static_cast<quint64>(std::clamp(std::lround(radius * 2), 1L, 63L));
  const quint64 key = (static_cast<quint64>(colour.rgba()) << 24) |
                      (static_cast<quint64>(std::lround(ratio * 4)) << 12) | (half << 4) |
                      static_cast<quint64>(shape);
  auto found = sprites_.find(key);
  if (found == sprites_.end()) {
    const int side = 2 * static_cast<int>(std::ceil(half / 2.0 * 1.7 + 2));
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter sprite(&pixmap);
    sprite.setRenderHint(QPainter::Antialiasing);
    paintMark(sprite, shape, QPointF(side, side) / 2, half / 2.0, colour, edge);
    sprite.end();
    found = sprites_.insert(key, pixmap);
  }
  const double side = found->width() / ratio;
  painter.drawPixmap(centre - QPointF(side, side) / 2, *found);
}

}  // namespace kinglet::widgets
