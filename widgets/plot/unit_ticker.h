// Axis ticks that carry prefixes and units: 100 µJ, 1 mJ, 10 mJ; on log axes 1-2-5 where there is room.
#pragma once

#include "widgets/plot/custom_plot.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

class UnitTicker : public QCPAxisTicker {
 public:
  UnitTicker(Unit unit, bool logarithmic);

 protected:
  double getTickStep(const QCPRange& range) override;
  QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
  QVector<double> createSubTickVector(int subTickCount, const QVector<double>& ticks) override;
  QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

 private:
  Unit unit_;
  bool logarithmic_;
  double step_ = 1;
  QCPRange range_;
};

}  // namespace kinglet::widgets
