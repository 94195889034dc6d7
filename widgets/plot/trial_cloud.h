// Every trial as a mark, and the front of the shown axes as a step line, in one pass.
#pragma once

#include <vector>

#include "widgets/look/marks.h"
#include "widgets/plot/custom_plot.h"

namespace kinglet::widgets {

struct CloudMark {
  int trial = 0;
  double x = 0, y = 0;  // plot coordinates
  double radius = 4;    // pixels
  MarkShape shape = MarkShape::circle;
  QColor colour;
  QString label;            // beside it; baselines, and where to begin looking
  bool labelAbove = false;  // clear of a line that leaves it to the side
  double opacity = 1;
  bool moving = false;  // drawn by the overlay: pulsing or fading in
};

class TrialCloud : public QCPAbstractPlottable {
  Q_OBJECT
 public:
  TrialCloud(QCPAxis* x, QCPAxis* y);

  void setMarks(std::vector<CloudMark> marks);
  const std::vector<CloudMark>& marks() const { return marks_; }
  std::vector<CloudMark>& marks() { return marks_; }
  void moveMark(std::size_t mark, double x, double y);
  // Corners of the front, by x, and which way is better along each axis.
  void setFront(std::vector<QPointF> corners, bool largerXBetter, bool largerYBetter, const QColor& colour);
  const std::vector<QPointF>& front() const { return front_; }
  void setColours(const QColor& edge, const QColor& label, const QColor& paper);
  // The mark nearest to a pixel, at most `within` pixels beyond its edge; -1 for none. Index into marks().
  int markAt(const QPointF& pixel, double within) const;
  QPointF pixelOf(const CloudMark& mark) const { return coordsToPixels(mark.x, mark.y); }
  void paintOne(QPainter& painter, const CloudMark& mark, const QPointF& at, bool vectors);

  double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details = nullptr) const override;
  QCPRange getKeyRange(bool& found, QCP::SignDomain domain = QCP::sdBoth) const override;
  QCPRange getValueRange(bool& found, QCP::SignDomain domain = QCP::sdBoth,
                         const QCPRange& keys = QCPRange()) const override;

 protected:
  void draw(QCPPainter* painter) override;
  void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

 private:
  // pixelOf every mark, worked out once for a view: a logarithm each, of ten thousand.
  const std::vector<QPointF>& pixels() const;
  void drawFront(QCPPainter* painter) const;
  QCPRange rangeOf(double CloudMark::*member, bool& found, QCP::SignDomain domain) const;

  struct View {
    QCPRange x, y;
    QRect rect;
    bool logX = false, logY = false;
    bool operator==(const View&) const = default;
  };
  std::vector<CloudMark> marks_;
  mutable View placedIn_;
  mutable std::vector<QPointF> pixels_;  // empty: not yet
  std::vector<QPointF> front_;
  bool largerX_ = false, largerY_ = false;
  QColor frontColour_, edge_, label_, paper_;
  MarkSprites sprites_;
};

}  // namespace kinglet::widgets
