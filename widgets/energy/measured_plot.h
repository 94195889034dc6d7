// Predicted energy against measured, example by example, with intervals and the band of 10 %.
#pragma once

#include <vector>

#include "energy/predictor/predictor.h"
#include "widgets/plot/scatter_plot.h"

namespace kinglet::widgets {

// How far off a prediction is, in three steps that have a colour and a shape each: within 10 %, within 20 %,
// beyond.
struct Closeness {
  MarkShape shape = MarkShape::circle;
  QColor colour;
};
Closeness closenessOf(const energy::Example& example, const Theme& theme);
HoverCard::Content cardOf(const energy::Example& example);

class MeasuredPlot : public ScatterPlot {
  Q_OBJECT
 public:
  explicit MeasuredPlot(QWidget* parent = nullptr);
  // Ids of the points are places in the list.
  void setExamples(std::vector<energy::Example> examples);

 protected:
  void rebuild() override;
  HoverCard::Content cardOf(int id) const override;

 private:
  std::vector<energy::Example> examples_;
};

// The same errors, in percent of the measurement, by size: MACs where they are known, else the measured
// energy.
class ResidualPlot : public ScatterPlot {
  Q_OBJECT
 public:
  explicit ResidualPlot(QWidget* parent = nullptr);
  void setExamples(std::vector<energy::Example> examples);

 protected:
  void rebuild() override;
  HoverCard::Content cardOf(int id) const override;

 private:
  std::vector<energy::Example> examples_;
};

}  // namespace kinglet::widgets
