// A recorded power trace: the trace, the power at rest below it, the windows in which inferences ran, and the
// energy of each with its spread. Windows found automatically can be moved by hand.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

class QLabel;
class QToolButton;

namespace kinglet::widgets {

class PowerTracePlot;

struct PowerTraceData {
  QString title;                                         // file, meter
  std::shared_ptr<const std::vector<float>> milliwatts;  // mean power a sample, shared and not copied
  double rateHz = 0;                                     // above 0
  QStringList notes;                                     // gaps, odd columns: for people
};

struct TraceWindow {
  double startS = 0, endS = 0;
  int inferences = 1;  // that ran in it
  bool operator==(const TraceWindow&) const = default;
};

// What was worked out of a trace, its windows and its baseline.
struct TraceFigures {
  std::vector<double> windowJoules;  // of each window, per inference; above the baseline where it counts
  double meanJoules = 0, spreadJoules = 0;  // per inference: mean, standard deviation over the windows
  double meanWatts = 0;                     // of the whole trace
};

class PowerTraceView : public QWidget {
  Q_OBJECT
 public:
  explicit PowerTraceView(QWidget* parent = nullptr);

  void setTrace(const PowerTraceData& trace);
  void setWindows(const std::vector<TraceWindow>& windows);
  void setBaseline(double watts);  // NaN: none
  void setFigures(const TraceFigures& figures);
  void clear();
  const std::vector<TraceWindow>& windows() const;
  double baseline() const;
  PowerTracePlot* plot() const { return plot_; }
  QString summary() const;  // what stands above the trace

 Q_SIGNALS:
  // A window or the baseline was moved, added or removed by hand (when let go): work out the figures again.
  void windowsChanged(const std::vector<kinglet::widgets::TraceWindow>& windows);
  void baselineChanged(double watts);
  void findRequested();  // find the windows automatically again

 private:
  PowerTracePlot* plot_;
  QLabel *summary_, *notes_;
  QToolButton *find_, *whole_;
};

}  // namespace kinglet::widgets
