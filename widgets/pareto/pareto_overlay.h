// What lies over the marks of a Pareto plot and changes often: rings around chosen trials, pulsing and
// appearing marks, limit lines. On a layer with its own buffer, so that ten thousand marks below are not
// drawn again.
#pragma once

#include <vector>

#include "widgets/look/theme.h"
#include "widgets/plot/trial_cloud.h"
#include "widgets/text/quantity.h"

namespace kinglet::widgets {

class ParetoOverlay : public QCPLayerable {
  Q_OBJECT
 public:
  struct Ring {
    int mark = 0;  // index into the cloud's marks
    QColor colour;
    double width = 2;
  };
  struct Limit {
    Quantity quantity = Quantity::energy;
    Qt::Orientation orientation = Qt::Vertical;  // of the line
    double value = 0;
    QString name;
    bool grabbed = false;
  };

  ParetoOverlay(QCustomPlot* plot, TrialCloud* cloud);
  void setTheme(const Theme& theme) { theme_ = theme; }
  void setRings(std::vector<Ring> rings) { rings_ = std::move(rings); }
  void setLimits(std::vector<Limit> limits) { limits_ = std::move(limits); }
  std::vector<Limit>& limits() { return limits_; }
  // Index of the line within reach of a pixel, -1 for none.
  int limitAt(const QPointF& pixel) const;
  QPointF handleOf(const Limit& limit) const;  // the pixel to grab it by

 protected:
  QRect clipRect() const override;
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
  void draw(QCPPainter* painter) override;

 private:
  void drawLimit(QCPPainter* painter, const Limit& limit) const;
  double pixelOf(const Limit& limit) const;

  TrialCloud* cloud_;
  Theme theme_;
  std::vector<Ring> rings_;
  std::vector<Limit> limits_;
};

}  // namespace kinglet::widgets
