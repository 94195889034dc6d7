// optimiser/: how the search goes: what it reached, predicts and stops. Calls text/, look/, plot/ and
// trials/.
//
// How much of the space below the reference point the front has won, over candidates or over hours of search.
#pragma once

#include <vector>

#include "study/report/hypervolume_history.h"
#include "widgets/plot/scatter_plot.h"

namespace kinglet::widgets {

class Selection;
class TrialModel;

// A step a candidate that ended; those that moved the front are marked. Click selects the candidate.
class HypervolumePlot : public ScatterPlot {
  Q_OBJECT
 public:
  // Both must outlive the plot.
  HypervolumePlot(const TrialModel& model, Selection& selection, QWidget* parent = nullptr);
  void setHistory(std::vector<study::HistoryPoint> history);  // as study::hypervolumeHistory gives it
  void showTime(bool time);                                   // else candidates
  bool showsTime() const { return time_; }

 protected:
  void rebuild() override;
  HoverCard::Content cardOf(int trial) const override;

 private:
  const TrialModel& model_;
  std::vector<study::HistoryPoint> history_;
  bool time_ = false;
};

}  // namespace kinglet::widgets
