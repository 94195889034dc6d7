// The drawing area of the power trace: pan and zoom, window edges and the baseline that can be dragged.
#pragma once

#include <vector>

#include "widgets/energy/power_trace_view.h"
#include "widgets/plot/plot_base.h"

namespace kinglet::widgets {

class HoverCard;

// Shift-drag makes a window, Delete removes the chosen one, Left and Right choose, 0 shows the whole trace.
// Traces of any length: what is drawn is the least and most power of each pixel.
class PowerTracePlot : public PlotBase {
  Q_OBJECT
 public:
  explicit PowerTracePlot(QWidget* parent = nullptr);

  void setTrace(const PowerTraceData& trace);
  void setWindows(const std::vector<TraceWindow>& windows);
  void setBaseline(double watts);
  void setFigures(const TraceFigures& figures);
  const std::vector<TraceWindow>& windows() const { return windows_; }
  double baseline() const { return baseline_; }
  int chosen() const { return chosen_; }
  void showAll();
  double pixelOfTime(double seconds) const { return xAxis->coordToPixel(seconds); }
  double pixelOfPower(double watts) const { return yAxis->coordToPixel(watts); }

 Q_SIGNALS:
  void windowsEdited();  // when let go
  void baselineEdited();

 protected:
  void applyTheme() override;
  void rebuild() override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class Grip { none, start, end, baseline, fresh };
  Grip gripAt(const QPointF& pixel, int& window) const;
  int windowAt(const QPointF& pixel) const;
  double seconds() const;
  std::size_t samples() const { return trace_.milliwatts ? trace_.milliwatts->size() : 0; }
  void drawEnvelope();
  void placeWindows();
  void showCard(const QPointF& pixel);

  struct Extent {
    float least, most;  // mW
  };
  PowerTraceData trace_;
  std::vector<Extent> blocks_;  // of each kBlock samples, for views of many of them
  std::vector<TraceWindow> windows_;
  TraceFigures figures_;
  double baseline_;
  QCPGraph *low_, *high_;
  std::vector<QCPItemRect*> boxes_;
  std::vector<QCPItemText*> numbers_;
  QCPItemStraightLine* rest_;
  HoverCard* card_;
  Grip grip_ = Grip::none;
  int chosen_ = -1, grabbed_ = -1;
  double grabbedAt_ = 0;
};

}  // namespace kinglet::widgets
