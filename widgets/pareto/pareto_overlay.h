// What lies over the marks of a Pareto plot and changes often: rings around chosen trials, pulsing and
// appearing marks, limit lines. On a layer with its own buffer, so that ten thousand marks below are not
// drawn again.
#pragma once

#include <optional>
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

  struct Ghost {  // a candidate that was not trained; in axis coordinates, with how far its interval reaches
    double x = 0, y = 0, reachX = 0, reachY = 0;
    QString name;
  };

  ParetoOverlay(QCustomPlot* plot, TrialCloud* cloud);
  void setTheme(const Theme& theme) { theme_ = theme; }
  void setRings(std::vector<Ring> rings) { rings_ = std::move(rings); }
  void setLimits(std::vector<Limit> limits) { limits_ = std::move(limits); }
  std::vector<Limit>& limits() { return limits_; }
  // What is brushed, in axis coordinates, and along which axes; nothing: no brush.
  void setBrush(std::optional<QRectF> area, bool alongX, bool alongY);
  void setGhost(std::optional<Ghost> ghost) { ghost_ = std::move(ghost); }
  // Index of the line within reach of a pixel, -1 for none.
  int limitAt(const QPointF& pixel) const;
  QPointF handleOf(const Limit& limit) const;  // the pixel to grab it by

 protected:
  QRect clipRect() const override;
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
  void draw(QCPPainter* painter) override;

 private:
  void drawBrush(QCPPainter* painter) const;
  void drawGhost(QCPPainter* painter) const;
  void drawLimit(QCPPainter* painter, const Limit& limit) const;
  double pixelOf(const Limit& limit) const;

  TrialCloud* cloud_;
  Theme theme_;
  std::vector<Ring> rings_;
  std::vector<Limit> limits_;
  std::optional<QRectF> brush_;
  std::optional<Ghost> ghost_;
  bool brushX_ = false, brushY_ = false;
};

}  // namespace kinglet::widgets
