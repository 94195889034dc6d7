#include "widgets/pareto/pareto_overlay.h"

#include <cmath>

namespace kinglet::widgets {
namespace {
constexpr double kReach = 6, kHandle = 5;
}

ParetoOverlay::ParetoOverlay(QCustomPlot* plot, TrialCloud* cloud)
    : QCPLayerable(plot), cloud_(cloud), theme_(plot->palette()) {}

QRect ParetoOverlay::clipRect() const {
  return cloud_->keyAxis()->axisRect()->rect();
}

void ParetoOverlay::applyDefaultAntialiasingHint(QCPPainter* painter) const {
  painter->setAntialiasing(true);
}

double ParetoOverlay::pixelOf(const Limit& limit) const {
  return (limit.orientation == Qt::Vertical ? cloud_->keyAxis() : cloud_->valueAxis())
      ->coordToPixel(limit.value);
}

QPointF ParetoOverlay::handleOf(const Limit& limit) const {
  const QRect room = clipRect();
  return limit.orientation == Qt::Vertical ? QPointF(pixelOf(limit), room.top() + kHandle + 1)
                                           : QPointF(room.right() - kHandle - 1, pixelOf(limit));
}

int ParetoOverlay::limitAt(const QPointF& pixel) const {
  if (!clipRect().contains(pixel.toPoint())) return -1;
  for (std::size_t i = 0; i < limits_.size(); ++i) {
    const double along = limits_[i].orientation == Qt::Vertical ? pixel.x() : pixel.y();
    if (std::abs(along - pixelOf(limits_[i])) <= kReach) return static_cast<int>(i);
  }
  return -1;
}

void ParetoOverlay::setBrush(std::optional<QRectF> area, bool alongX, bool alongY) {
  brush_ = area;
  brushX_ = alongX;
  brushY_ = alongY;
}

// Along an axis that has no brush it reaches from edge to edge, wherever one has scrolled to.
void ParetoOverlay::drawBrush(QCPPainter* painter) const {
  if (!brush_) return;
  const QRectF room = clipRect();
  const QPointF low = cloud_->coordsToPixels(brush_->left(), brush_->top());
  const QPointF high = cloud_->coordsToPixels(brush_->right(), brush_->bottom());
  QRectF box(QPointF(brushX_ ? low.x() : room.left(), brushY_ ? high.y() : room.top()),
             QPointF(brushX_ ? high.x() : room.right(), brushY_ ? low.y() : room.bottom()));
  QColor shade = theme_.selection;
  shade.setAlphaF(0.08F);
  painter->setPen(QPen(theme_.selection, 1));
  painter->setBrush(shade);
  painter->drawRect(box & room.adjusted(-2, -2, 2, 2));
}

void ParetoOverlay::draw(QCPPainter* painter) {
  drawBrush(painter);
  for (const Limit& limit : limits_) drawLimit(painter, limit);
  const bool vectors = painter->modes().testFlag(QCPPainter::pmVectorized);
  for (const CloudMark& mark : cloud_->marks()) {
    if (!mark.moving) continue;
    const QPointF at = cloud_->pixelOf(mark);
    if (std::isfinite(at.x() + at.y())) cloud_->paintOne(*painter, mark, at, vectors);
  }
  painter->setBrush(Qt::NoBrush);
  for (const Ring& ring : rings_) {
    if (ring.mark < 0 || ring.mark >= static_cast<int>(cloud_->marks().size())) continue;
    const CloudMark& mark = cloud_->marks()[ring.mark];
    // A gap in the paper's colour keeps the ring apart from crowded neighbours.
    const QPointF at = cloud_->pixelOf(mark);
    painter->setPen(QPen(theme_.paper, ring.width + 3));
    painter->drawEllipse(at, mark.radius + 3.5, mark.radius + 3.5);
    painter->setPen(QPen(ring.colour, ring.width));
    painter->drawEllipse(at, mark.radius + 3.5, mark.radius + 3.5);
  }
  drawGhost(painter);
}

// Hollow and dashed, as nothing that was trained is; its name beside it.
void ParetoOverlay::drawGhost(QCPPainter* painter) const {
  if (!ghost_) return;
  constexpr double kRadius = 7, kCap = 4;
  const QColor ink = theme_.category(1);
  const QPointF at = cloud_->coordsToPixels(ghost_->x, ghost_->y);
  painter->setBrush(Qt::NoBrush);
  const auto bar = [&](double reachX, double reachY) {
    if (reachX <= 0 && reachY <= 0) return;
    const QPointF low = cloud_->coordsToPixels(ghost_->x - reachX, ghost_->y - reachY),
                  high = cloud_->coordsToPixels(ghost_->x + reachX, ghost_->y + reachY);
    if (!std::isfinite(low.x() + low.y() + high.x() + high.y())) return;
    painter->setPen(QPen(ink, 1.5));
    painter->drawLine(QLineF(low, high));
    const QPointF cap = reachX > 0 ? QPointF(0, kCap) : QPointF(kCap, 0);
    for (const QPointF& end : {low, high}) painter->drawLine(QLineF(end - cap, end + cap));
  };
  bar(ghost_->reachX, 0);
  bar(0, ghost_->reachY);
  painter->setBrush(theme_.paper);
  painter->setPen(QPen(ink, 2, Qt::DashLine));
  painter->drawEllipse(at, kRadius, kRadius);
  painter->setBrush(Qt::NoBrush);
  painter->setFont(mParentPlot->font());
  const QFontMetricsF metrics(painter->font());
  QRectF box(at + QPointF(kRadius + 6, -metrics.height() / 2),
             QSizeF(metrics.horizontalAdvance(ghost_->name) + 4, metrics.height()));
  if (box.right() > clipRect().right()) box.moveRight(at.x() - kRadius - 6);
  QColor halo = theme_.paper;
  halo.setAlphaF(0.8F);
  painter->fillRect(box, halo);
  painter->setPen(readable(ink, theme_.paper));
  painter->drawText(box, Qt::AlignCenter, ghost_->name);
}

void ParetoOverlay::drawLimit(QCPPainter* painter, const Limit& limit) const {
  const QRectF room = clipRect();
  const double pixel = pixelOf(limit);
  const bool upright = limit.orientation == Qt::Vertical, larger = largerIsBetter(limit.quantity);
  // The side that is not allowed.
  QRectF forbidden = room;
  if (upright) {
    larger ? forbidden.setRight(std::clamp(pixel, room.left(), room.right()))
           : forbidden.setLeft(std::clamp(pixel, room.left(), room.right()));
  } else {
    larger ? forbidden.setTop(std::clamp(pixel, room.top(), room.bottom()))
           : forbidden.setBottom(std::clamp(pixel, room.top(), room.bottom()));
  }
  QColor shade = theme_.text;
  shade.setAlphaF(theme_.dark ? 0.09F : 0.06F);
  painter->fillRect(forbidden, shade);
  if (pixel < (upright ? room.left() : room.top()) || pixel > (upright ? room.right() : room.bottom()))
    return;
  painter->setPen(QPen(theme_.warning, limit.grabbed ? 2.5 : 1.5, Qt::DashLine));
  painter->drawLine(upright ? QLineF(pixel, room.top(), pixel, room.bottom())
                            : QLineF(room.left(), pixel, room.right(), pixel));
  const QPointF handle = handleOf(limit);
  painter->setPen(QPen(theme_.paper, 1));
  painter->setBrush(theme_.warning);
  painter->drawEllipse(handle, kHandle, kHandle);

  const QString text = QStringLiteral("%1 %2 %3")
                           .arg(limit.name, larger ? QStringLiteral("≥") : QStringLiteral("≤"),
                                figure(limit.value, unitOf(limit.quantity)));
  painter->setFont(mParentPlot->font());
  const QFontMetricsF metrics(painter->font());
  QRectF box(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
  if (upright) {
    box.moveTopLeft({pixel + kHandle + 4, room.top() + 2});
    if (box.right() > room.right()) box.moveRight(pixel - kHandle - 4);
  } else {
    box.moveBottomRight({room.right() - 2 * kHandle - 6, pixel - 2});
    if (box.top() < room.top()) box.moveTop(pixel + 3);
  }
  painter->fillRect(box, theme_.paper);
  painter->setPen(theme_.warning);
  painter->drawText(box, Qt::AlignCenter, text);
}

}  // namespace kinglet::widgets
