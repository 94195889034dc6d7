// workbench/: the docks around the front: the study, the optimiser, early stopping, the comparison, the candidate. Calls
// kit/, study/, settings/ and candidate/; shell/ calls it.
//
// The page of an open study: study at the left, plot and table in the middle, the chosen candidate at the
// right.
#pragma once

#include <QWidget>

class QSplitter;
class QTabWidget;

namespace kinglet::widgets {
class CandidateTable;
class ParetoPlot;
}  // namespace kinglet::widgets

namespace kinglet::window {

class AuditController;
class CandidatePanel;
class ComparePage;
class ComparisonController;
class Edits;
class EditController;
class EnergyController;
class OptimiserController;
class OptimiserPage;
class ParametersPage;
class SoundsController;
class StoppingPage;
class StudyController;
class StudyPanel;

class Workbench : public QWidget {
  Q_OBJECT
 public:
  // All must outlive the workbench.
  Workbench(StudyController& study, Edits& edits, SoundsController& sounds, EnergyController& energy,
            QWidget* parent = nullptr);
  ~Workbench() override;  // keeps the layout

  enum class Panel { study, table, candidate };
  void setPanelVisible(Panel panel, bool visible);
  void explainEnergy(int trial);  // selects it and shows what makes its energy
  bool isPanelVisible(Panel panel) const;
  void setEnlarged(bool enlarged);  // the candidate takes the room of the plot
  bool isEnlarged() const { return enlarged_; }
  // What lies below the plot, a tab each; large: it takes the plot's room, too.
  enum LowerTab { kCandidates, kParameters, kOptimiser, kStopping, kCompare };
  void showLower(LowerTab tab);
  void setLowerLarge(bool large);
  bool isLowerLarge() const;
  void resetLayout();
  // Keeps the parts' shares of the window for the next session.
  void saveLayout() const;

  StudyPanel* studyPanel() const { return studyPanel_; }
  CandidatePanel* candidatePanel() const { return candidate_; }
  widgets::ParetoPlot* plot() const { return plot_; }
  widgets::CandidateTable* table() const { return table_; }
  OptimiserPage* optimiserPage() const { return optimiserPage_; }
  ParametersPage* parametersPage() const { return parametersPage_; }
  StoppingPage* stoppingPage() const { return stoppingPage_; }
  ComparePage* comparePage() const { return comparePage_; }
  QTabWidget* lowerTabs() const { return lower_; }

 Q_SIGNALS:
  void exportRequested(int trial);
  void panelsChanged();

 private:
  void link();
  void showLimits();
  void showAudit();
  void limitMoved(int quantity, double value);
  QWidget* widgetOf(Panel panel) const;
  void restoreLayout();

  StudyController& study_;
  Edits& edits_;
  StudyPanel* studyPanel_;
  widgets::ParetoPlot* plot_;
  widgets::CandidateTable* table_;
  EditController* editor_;
  OptimiserController* optimiser_;
  AuditController* audit_;
  ParametersPage* parametersPage_;
  ComparisonController* comparison_;
  OptimiserPage* optimiserPage_;
  StoppingPage* stoppingPage_;
  ComparePage* comparePage_;
  QTabWidget* lower_;
  CandidatePanel* candidate_;
  QSplitter *columns_, *middle_;
  bool enlarged_ = false;
};

}  // namespace kinglet::window
