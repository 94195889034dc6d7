// What can be done with one candidate, as a context menu: the same in the table and on the plot.
#pragma once

#include <QObject>

class QMenu;

namespace kinglet::widgets {

class Selection;
class TrialModel;

class CandidateMenu : public QObject {
  Q_OBJECT
 public:
  // Both must outlive it.
  CandidateMenu(TrialModel& model, Selection& selection, QObject* parent);

  void fill(QMenu& menu, int trial);  // nothing where there is no such trial

 Q_SIGNALS:
  void openRequested(int trial);
  void stopRequested(int trial);  // running ones only
  void exportRequested(int trial);
  void explainEnergyRequested(int trial);

 private:
  TrialModel& model_;
  Selection& selection_;
};

}  // namespace kinglet::widgets
