// The shapes that stand for trials, the same on plots and in legends: shape doubles what colour says.
#pragma once

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QPointF>

class QPainter;

namespace kinglet::widgets {

enum class MarkShape {
  circle,
  square,
  triangle,
  downTriangle,
  pentagon,
  hexagon,
  plus,
  star,
  diamond,
  cross,
  ring
};

// Of a strategy, by its place; baselines, stopped and running trials have shapes of their own.
MarkShape shapeOfCategory(int index);

// diamond, cross and ring are outlines in `colour`; the others are filled, with an edge of `edge`.
void paintMark(QPainter& painter, MarkShape shape, const QPointF& centre, double radius, const QColor& colour,
               const QColor& edge);

// Ten thousand marks a frame: each kind is drawn once and then copied.
class MarkSprites {
 public:
  void paint(QPainter& painter, MarkShape shape, const QPointF& centre, double radius, const QColor& colour,
             const QColor& edge);
  void clear() { sprites_.clear(); }

 private:
  QHash<quint64, QPixmap> sprites_;
};

}  // namespace kinglet::widgets
