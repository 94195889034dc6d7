// The error that was predicted for a candidate before it was trained, with its uncertainty, against what
// came.
#pragma once

#include "widgets/plot/scatter_plot.h"

namespace kinglet::widgets {

class Selection;
class TrialModel;

// Candidates without a prediction (random ones, baselines) are left out. Those that were stopped early are
// crosses: their last error is no final one.
class PredictionPlot : public ScatterPlot {
  Q_OBJECT
 public:
  // Both must outlive the plot.
  PredictionPlot(TrialModel& model, Selection& selection, QWidget* parent = nullptr);

  // Of finished candidates with a prediction: how many, and the share (percent) within the stated 90 %
  // interval.
  struct Hits {
    int count = 0;
    double within = 0;
  };
  Hits hits() const;

 protected:
  void rebuild() override;
  HoverCard::Content cardOf(int trial) const override;

 private:
  TrialModel& model_;
};

}  // namespace kinglet::widgets
