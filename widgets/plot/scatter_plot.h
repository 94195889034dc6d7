// What plots of points have in common: hover tells, click chooses, arrows walk from point to point, a ring
// marks the chosen one. Subclasses say where the points are and what a card says of one.
#pragma once

#include <QColor>
#include <limits>
#include <vector>

#include "widgets/look/hover_card.h"
#include "widgets/look/marks.h"
#include "widgets/plot/plot_base.h"

namespace kinglet::widgets {

class TrialCloud;

class ScatterPlot : public PlotBase {
  Q_OBJECT
 public:
  explicit ScatterPlot(QWidget* parent = nullptr);
  int chosen() const { return chosen_; }            // id, -1 for none
  std::optional<QPointF> positionOf(int id) const;  // in widget pixels

 public Q_SLOTS:
  void choose(int id);   // ring only; says nothing
  void preview(int id);  // a fainter ring: it is pointed at elsewhere

 Q_SIGNALS:
  void pointHovered(int id);  // -1 when the pointer leaves
  void pointClicked(int id, Qt::KeyboardModifiers modifiers);
  void pointOpened(int id);  // double-click, or Enter on the chosen one

 protected:
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  struct Point {
    int id = 0;
    double x = 0, y = 0;
    double lowX = kNone, highX = kNone, lowY = kNone, highY = kNone;  // intervals, where known
    MarkShape shape = MarkShape::circle;
    QColor colour;
    double radius = 4;
  };
  // Replaces points and their interval bars; to be called by rebuild().
  void setPoints(const std::vector<Point>& points);
  // The range of the points and their intervals along each axis, with some room around.
  void fitAxes(bool includeIntervals);
  // A straight line y = slope * x + offset (on log axes: y = slope * x), over the whole x range.
  QCPGraph* addLine(double slope, double offset, const QPen& pen);
  virtual HoverCard::Content cardOf(int id) const = 0;

  void applyTheme() override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void placeRings();
  void place(QCPItemEllipse* ring, int id);
  int idAt(const QPointF& pixel) const;

  TrialCloud* cloud_;
  QCPCurve* bars_;
  QCPItemEllipse *ring_, *previewRing_;
  HoverCard* card_;
  std::vector<Point> points_;
  int chosen_ = -1, previewed_ = -1;
};

}  // namespace kinglet::widgets
