#include "widgets/plot/trial_cloud.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinglet::widgets {

TrialCloud::TrialCloud(QCPAxis* x, QCPAxis* y) : QCPAbstractPlottable(x, y) {}

void TrialCloud::setMarks(std::vector<CloudMark> marks) {
  marks_ = std::move(marks);
  pixels_.clear();
}

void TrialCloud::moveMark(std::size_t mark, double x, double y) {
  marks_[mark].x = x;
  marks_[mark].y = y;
  if (mark < pixels_.size()) pixels_[mark] = pixelOf(marks_[mark]);
}

const std::vector<QPointF>& TrialCloud::pixels() const {
  const View view{mKeyAxis->range(), mValueAxis->range(), mKeyAxis->axisRect()->rect(),
                  mKeyAxis->scaleType() == QCPAxis::stLogarithmic,
                  mValueAxis->scaleType() == QCPAxis::stLogarithmic};
  if (pixels_.size() != marks_.size() || !(view == placedIn_)) {
    placedIn_ = view;
    pixels_.resize(marks_.size());
    std::transform(marks_.begin(), marks_.end(), pixels_.begin(),
                   [this](const CloudMark& mark) { return pixelOf(mark); });
  }
  return pixels_;
}

void TrialCloud::setFront(std::vector<QPointF> corners, bool largerXBetter, bool largerYBetter,
                          const QColor& colour) {
  front_ = std::move(corners);
  largerX_ = largerXBetter;
  largerY_ = largerYBetter;
  frontColour_ = colour;
}

void TrialCloud::setColours(const QColor& edge, const QColor& label, const QColor& paper) {
  if (edge != edge_) sprites_.clear();
  edge_ = edge;
  label_ = label;
  paper_ = paper;
}

int TrialCloud::markAt(const QPointF& pixel, double within) const {
  int best = -1;
  double nearest = std::numeric_limits<double>::infinity();
  const auto& places = pixels();
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const QPointF away = places[i] - pixel;
    const double distance = std::hypot(away.x(), away.y());
    // The later one lies on top.
    if (distance <= marks_[i].radius + within && distance <= nearest) {
      nearest = distance;
      best = static_cast<int>(i);
    }
  }
  return best;
}

void TrialCloud::paintOne(QPainter& painter, const CloudMark& mark, const QPointF& at, bool vectors) {
  painter.setOpacity(mark.opacity);
  if (vectors) {
    paintMark(painter, mark.shape, at, mark.radius, mark.colour, edge_);
  } else {
    sprites_.paint(painter, mark.shape, at, mark.radius, mark.colour, edge_);
  }
  painter.setOpacity(1);
}

void TrialCloud::draw(QCPPainter* painter) {
  const bool vectors = painter->modes().testFlag(QCPPainter::pmVectorized);
  painter->setAntialiasing(true);
  const QRectF room = QRectF(clipRect()).adjusted(-20, -20, 20, 20);
  // Also of an axis without a range: QRectF::contains lets a place through that is no number, and Qt then paints beyond
  // its buffers.
  const auto inside = [&](const QPointF& at) { return std::isfinite(at.x() + at.y()) && room.contains(at); };
  const auto& places = pixels();
  std::vector<std::size_t> labelled;
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    if (!inside(places[i])) continue;
    if (!marks_[i].label.isEmpty())
      labelled.push_back(i);
    else if (!marks_[i].moving)
      paintOne(*painter, marks_[i], places[i], vectors);
  }
  drawFront(painter);
  for (const std::size_t i : labelled)
    if (!marks_[i].moving) paintOne(*painter, marks_[i], places[i], vectors);
  painter->setFont(mParentPlot->font());
  QFontMetricsF metrics(painter->font());
  std::vector<QRectF> taken;
  for (const std::size_t i : labelled) {
    const CloudMark& mark = marks_[i];
    const QPointF at = places[i];
    if (!QRectF(clipRect()).contains(at)) continue;
    const double width = metrics.horizontalAdvance(mark.label);
    QRectF box(at + QPointF(mark.radius + 6, -metrics.height() / 2), QSizeF(width, metrics.height()));
    // A step of the front leaves its corner to the right and comes down to it: above, or below on the left side.
    const bool turned = box.right() > clipRect().right();
    if (mark.labelAbove) box.translate(0, (turned ? 0.8 : -0.8) * metrics.height());
    if (turned) box.moveRight(at.x() - mark.radius - 6);
    box.moveBottom(std::clamp(box.bottom(), clipRect().top() + box.height(), double(clipRect().bottom())));
    for (const QRectF& other : taken) {
      if (box.intersects(other)) box.moveTop(other.bottom());
    }
    taken.push_back(box);
    QColor halo = paper_;
    halo.setAlphaF(0.75F);
    painter->fillRect(box, halo);
    painter->setPen(label_);
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, mark.label);
  }
}

void TrialCloud::drawFront(QCPPainter* painter) const {
  if (front_.empty() || !frontColour_.isValid()) return;
  // A staircase, open at both ends: what lies behind it is dominated. Where less of x is better a step holds
  // its y until the next point; where more is better, from the point before.
  QPolygonF line;
  for (const QPointF& corner : front_) {
    const QPointF at = coordsToPixels(corner.x(), corner.y());
    if (!line.isEmpty())
      line << (largerX_ ? QPointF(line.last().x(), at.y()) : QPointF(at.x(), line.last().y()));
    line << at;
  }
  const QRectF room = clipRect();
  const double badX = largerX_ ? room.left() : room.right(), badY = largerY_ ? room.bottom() : room.top();
  const QPointF first = line.first(), last = line.last();
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(frontColour_, 1, Qt::DotLine));
  painter->drawLine(QLineF(first, largerX_ ? QPointF(badX, first.y()) : QPointF(first.x(), badY)));
  painter->drawLine(QLineF(last, largerX_ ? QPointF(last.x(), badY) : QPointF(badX, last.y())));
  painter->setPen(QPen(frontColour_, 1.5));
  painter->drawPolyline(line);
}

double TrialCloud::selectTest(const QPointF& pos, bool, QVariant*) const {
  return markAt(pos, 6) >= 0 ? 0 : -1;
}

QCPRange TrialCloud::rangeOf(double CloudMark::*member, bool& found, QCP::SignDomain domain) const {
  QCPRange range(std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity());
  for (const CloudMark& mark : marks_) {
    const double value = mark.*member;
    if ((domain == QCP::sdPositive && value <= 0) || (domain == QCP::sdNegative && value >= 0)) continue;
    range.lower = std::min(range.lower, value);
    range.upper = std::max(range.upper, value);
  }
  found = range.lower <= range.upper;
  return found ? range : QCPRange();
}

QCPRange TrialCloud::getKeyRange(bool& found, QCP::SignDomain domain) const {
  return rangeOf(&CloudMark::x, found, domain);
}

QCPRange TrialCloud::getValueRange(bool& found, QCP::SignDomain domain, const QCPRange&) const {
  return rangeOf(&CloudMark::y, found, domain);
}

void TrialCloud::drawLegendIcon(QCPPainter* painter, const QRectF& rect) const {
  paintMark(*painter, MarkShape::circle, rect.center(), 4, frontColour_, edge_);
}

}  // namespace kinglet::widgets
