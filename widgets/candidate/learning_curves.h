// Learning curves: validation error (or accuracy) epoch by epoch of the selected trial, the compared ones,
// and the others faintly; with marks where early stopping did cut or would cut.
#pragma once

#include <QString>
#include <vector>

#include "study/trial.h"
#include "widgets/plot/plot_base.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {

class HoverCard;
class Selection;

// Where a rule would stop, or would have stopped, a trial.
struct CutMark {
  int trial = 0, epoch = 0;
  QString rule;         // "Pareto stopping"
  QString reason;       // one line; may be empty
  bool chosen = false;  // of the rule that is looked at: marked on the faint curves, too
};

// Click on a curve selects its trial, Ctrl-click compares it, double-click opens it; Left and Right read the
// selected curve epoch by epoch.
class LearningCurves : public PlotBase {
  Q_OBJECT
 public:
  // Both must outlive the view.
  LearningCurves(TrialModel& model, Selection& selection, QWidget* parent = nullptr);

  void setEpochs(int epochs);                    // of the full schedule: the axis ends there
  void setCutMarks(std::vector<CutMark> marks);  // what rules would do; what was done is read from the trials
  void showAccuracy(bool accuracy);              // else error
  bool showsAccuracy() const { return accuracy_; }
  // Where an epoch of a trial lies, in widget pixels.
  QPointF positionOf(const study::Trial& trial, int epoch) const;

 Q_SIGNALS:
  void openRequested(int trial);

 protected:
  void rebuild() override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;  // labels fit themselves in
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Hit {
    TrialPtr trial;
    int epoch = 0;  // from 1
  };
  void addFaintCurves();
  void addFaintMarks();
  void addMarks();
  void addCurve(const study::Trial& trial, const QColor& colour, double width, bool named);
  void addCut(const study::Trial& trial, int epoch, const QString& text, bool done, int level);
  void fitAxes();
  std::vector<TrialPtr> faintTrials() const;
  Hit hitAt(const QPointF& pixel) const;
  void readOut(const Hit& hit, const QPointF& pixel);
  double valueAt(const study::Trial& trial, int epoch) const;  // percent

  TrialModel& model_;
  Selection& selection_;
  std::vector<CutMark> marks_;
  HoverCard* card_;
  int epochs_ = 0, cursor_ = 0;
  bool accuracy_ = false;
};

}  // namespace kinglet::widgets
