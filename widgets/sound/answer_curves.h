// What a network says along a clip: a curve a class below the picture of the sound, on its time axis, with their
// names beside them and a threshold that can be dragged.
#pragma once

#include <vector>

#include "widgets/look/theme.h"
#include "widgets/plot/custom_plot.h"
#include "widgets/sound/decision_data.h"

namespace kinglet::widgets {

class AnswerCurves {
 public:
  static constexpr int kMostNamed = 8;  // classes; what never comes near them is left out

  // In this cell of the plot's layout, folded until there is something to show. `plot` owns what it draws.
  AnswerCurves(QCustomPlot& plot, int row);

  QCPAxisRect* rect() const { return rect_; }
  QCPAxis* time() const { return rect_->axis(QCPAxis::atBottom); }
  void setDecision(const DecisionData& decision);
  const DecisionData& decision() const { return decision_; }
  bool isShown() const { return !decision_.starts.empty(); }
  void setThreshold(double probability);  // 0 .. 1
  double threshold() const { return threshold_; }
  bool isOnThreshold(const QPointF& pixel) const;
  double probabilityAt(double pixelY) const;
  // Classes that have a curve, the likeliest first.
  const std::vector<int>& named() const { return named_; }
  std::size_t windowAt(double seconds) const;  // whose middle lies nearest; there must be one
  QString readout(double seconds) const;       // the likeliest classes there
  // Makes curves and names anew.
  void rebuild(const Theme& theme, const QFont& font);

 private:
  void placeNames();

  QCustomPlot& plot_;
  QCPAxisRect* rect_;
  QCPItemLine* line_;
  QCPItemText* level_;
  DecisionData decision_;
  double threshold_ = 0.5;
  std::vector<int> named_;
  std::vector<QCPGraph*> curves_;    // of named_
  std::vector<QCPItemText*> names_;  // likewise
};

// A part of a plot that takes no room while there is nothing in it.
void foldRect(QCPAxisRect& rect, bool folded, int leastHeight, int mostHeight);

}  // namespace kinglet::widgets
