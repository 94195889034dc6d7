// The drawing area of the Pareto plot: marks, front, limits, and what mouse and keys do to them.
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QRubberBand>
#include <map>
#include <optional>
#include <vector>

#include "widgets/pareto/pareto_axes.h"
#include "widgets/pareto/pareto_legend.h"
#include "widgets/plot/plot_base.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {

class HoverCard;
class ParetoOverlay;
class Selection;
class TrialCloud;
struct CloudMark;
class TrialModel;

// Click selects, Ctrl-click compares, double-click or Enter opens, Shift and drag brushes. Left and Right walk the front, Home and
// End go to its ends, + and - zoom, 0 shows everything, Shift with an arrow moves a limit, Escape lets a
// dragged limit fall back.
class ParetoCanvas : public PlotBase {
  Q_OBJECT
 public:
  ParetoCanvas(TrialModel& model, Selection& selection, QWidget* parent = nullptr);

  const ParetoAxes& axes() const { return axes_; }
  void setAxes(const ParetoAxes& axes);
  void setLimit(Quantity quantity, std::optional<double> value, const QString& name);
  std::optional<double> limit(Quantity quantity) const;
  void resetView();
  void setGhost(const TrialPtr& ghost);  // null: none
  const ParetoLegendData& legendData() const { return legendData_; }
  const std::vector<int>& frontTrials() const { return frontTrials_; }  // of the shown axes, by x
  // Where a trial is drawn, in widget pixels; nothing when it is not.
  std::optional<QPointF> positionOf(int trial) const;
  std::optional<QPointF> limitHandle(Quantity quantity) const;

 Q_SIGNALS:
  void openRequested(int trial);
  void menuRequested(int trial, QPoint global);  // right click, or the menu key for the selected one
  void limitMoved(kinglet::widgets::Quantity quantity, double value);
  void legendChanged();
  void brushed(const QRectF& area);  // in axis coordinates; empty: let go of

 protected:
  void applyTheme() override;
  void rebuild() override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct NamedLimit {
    double value = 0;
    QString name;
  };
  void fitView(double lowX, double highX, double lowY, double highY);
  void nameChoices(std::vector<CloudMark>& marks) const;
  void follow(bool onlyProgress);
  bool moveRunning();  // false where more than their places may have changed
  void markNewcomers();
  void animate();
  void placeLimits();
  void placeRings();
  void placeBrush();
  void placeGhost();
  void endBrush(const QPointF& at);
  void replotOverlay();
  void hoverAt(const QPointF& pixel);
  void walkFront(int step);
  void nudgeLimit(int key);
  void moveLimit(double value);
  void zoomBy(double factor);
  int trialAt(const QPointF& pixel) const;

  TrialModel& model_;
  Selection& selection_;
  ParetoAxes axes_;
  TrialCloud* cloud_;
  ParetoOverlay* overlay_;
  HoverCard* card_;
  ParetoLegendData legendData_;
  std::vector<int> frontTrials_;
  bool unplaced_ = false;      // a running trial has no place yet: its first epoch brings one
  QHash<int, int> markOf_;     // trial -> index of its mark
  QHash<int, qint64> bornMs_;  // trials still fading in
  QSet<int> known_;            // trials drawn before
  std::map<Quantity, NamedLimit> limits_;
  TrialPtr ghost_;
  QElapsedTimer clock_;
  QTimer animation_;
  QPointF pressed_;
  int grabbed_ = -1;  // index of the limit that is dragged
  double grabbedFrom_ = 0;
  QRubberBand* band_ = nullptr;  // while something is brushed
  bool ownView_ = false;         // the person zoomed or dragged
};

}  // namespace kinglet::widgets
