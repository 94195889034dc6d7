// Parallel coordinates: every candidate a line over axes of choices and figures. Brushing an axis narrows what all
// views of the study look at.
#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

#include "widgets/parallel/parallel_axis.h"
#include "widgets/plot/pictured.h"

namespace kinglet::widgets {

class HoverCard;
class Selection;
class TrialModel;

// A drag along an axis brushes it, a click on it lets go; a drag of its name moves it. A click on a line selects its
// trial, Ctrl-click compares, double-click opens. Keys: Left and Right go from axis to axis, Ctrl with them moves it; Up
// and Down walk along it from trial to trial; [ and ] brush from and up to the chosen trial, Delete lets go, Enter opens.
class ParallelPlot : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  // Both must outlive the plot.
  ParallelPlot(TrialModel& model, Selection& selection, QWidget* parent = nullptr);

  // The order that the person gave stays for those that were there before.
  void setAxes(std::vector<ParallelAxis> axes);
  const std::vector<ParallelAxis>& axes() const { return axes_; }
  // Trials that it holds for are dotted: what a limit that came later forbids.
  void setForbidden(std::function<bool(const study::Trial&)> forbidden);
  // In widget pixels: where an axis stands, and where a trial crosses it; nothing where it is not drawn.
  double axisX(int axis) const;
  std::optional<QPointF> positionOf(int trial, int axis) const;
  QRectF titleBox(int axis) const;
  int currentAxis() const { return current_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void openRequested(int trial);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Line {
    int trial = 0;
    double error = 0;  // percent
    bool inScope = true, forbidden = false;
    std::vector<float> shares;  // one an axis
  };
  enum class Drag { none, brush, axis };

  void schedule();
  void refresh();  // lines and picture anew
  void drawLines(double ratio);
  void drawAxis(QPainter& painter, int axis) const;
  void drawLine(QPainter& painter, const Line& line, const QPen& pen) const;
  QRectF room() const;  // of the lines, lane for what is absent included
  double yOf(float share) const;
  double shareAt(double y) const;
  int axisAt(const QPointF& pixel) const;   // within reach of it; -1
  int titleAt(const QPointF& pixel) const;  // -1
  int trialAt(const QPointF& pixel) const;
  void brush(int axis, double low, double high);  // shares
  void moveAxis(int from, int to);
  void walk(int step);

  TrialModel& model_;
  Selection& selection_;
  HoverCard* card_;
  std::vector<ParallelAxis> axes_;
  std::vector<ParallelScale> scales_;
  std::vector<Line> lines_;
  std::function<bool(const study::Trial&)> forbidden_;
  QPixmap picture_;
  QTimer pause_;
  bool stale_ = true;
  int current_ = 0;
  Drag drag_ = Drag::none;
  int dragged_ = -1;
  QPointF pressed_, dragAt_;
};

}  // namespace kinglet::widgets
