// The total as each tree of a forest sees it (or draws of a process): a strip of ticks, with the figure and
// its interval.
#pragma once

#include <QWidget>
#include <vector>

#include "energy/accuracy.h"

namespace kinglet::widgets {

class SpreadStrip : public QWidget {
  Q_OBJECT
 public:
  explicit SpreadStrip(QWidget* parent = nullptr);
  void setSpread(std::vector<double> totalsMj, const energy::EnergyInterval& figure);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<double> totals_;
  energy::EnergyInterval figure_;
};

}  // namespace kinglet::widgets
