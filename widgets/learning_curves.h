// Learning curves: validation error (or accuracy) epoch by epoch of the selected trial, the compared ones,
// and the others faintly; with a mark where early stopping did cut or would cut.
#pragma once

#include <QHash>
#include <QString>
#include <vector>

#include "widgets/plot_base.h"
#include "widgets/trial_model.h"

namespace kinglet::widgets {

class HoverCard;
class Selection;

// Where a rule stops, or would have stopped, a trial.
struct CutMark {
  int trial = 0, epoch = 0;
  QString rule;    // "Pareto stopping"
  QString reason;  // one line; may be empty
};

class LearningCurves : public PlotBase {
  Q_OBJECT
 public:
  // Both must outlive the view.
  LearningCurves(TrialModel& model, Selection& selection, QWidget* parent = nullptr);

  void setEpochs(int epochs);  // of the full schedule: the axis ends there
  void setCutMarks(
      std::vector<CutMark> marks);   // what the rules would do; what was done is read from the trials
  void showAccuracy(bool accuracy);  // else error
  bool showsAccuracy() const { return accuracy_; }

 protected:
  void rebuild() override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void addCurve(const study::Trial& trial, const QPen& pen, bool marked);
  void addFaintCurves();
  void addCut(int trial, int epoch, const QString& text, bool done);
  void showReadout(const QPointF& pixel);
  int nearest(const QPointF& pixel, int& epoch) const;
  double valueAt(const study::Trial& trial, int epoch) const;

  TrialModel& model_;
  Selection& selection_;
  std::vector<CutMark> marks_;
  HoverCard* card_;
  int epochs_ = 0;
  bool accuracy_ = false;
};

}  // namespace kinglet::widgets
