// The candidates as a table: sorted, filtered, starred, compared; columns to choose.
#pragma once

#include <QWidget>
#include <vector>

class QLabel;
class QLineEdit;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace kinglet::widgets {

class Selection;
class CandidateMenu;
class TrialFilter;
class TrialModel;

class CandidateTable : public QWidget {
  Q_OBJECT
 public:
  // Both must outlive the table.
  CandidateTable(TrialModel& model, Selection& selection, QWidget* parent = nullptr);

  QTableView* view() const { return view_; }
  QLineEdit* filterEdit() const { return filterEdit_; }
  std::vector<int> shownTrials() const;              // numbers, in the order shown
  void setColumns(const std::vector<int>& columns);  // TrialModel::Column, as shown; the others hide
  QByteArray saveLayout() const;                     // columns, their widths, sorting
  void restoreLayout(const QByteArray& layout);
  QString asTsv(bool selectedOnly) const;   // plain numbers in the units of the header line
  std::vector<int> selectedTrials() const;  // of the chosen rows, as they stand

 public Q_SLOTS:
  void setFilter(const QString& text);
  void copySelected();  // as TSV, to the clipboard

 Q_SIGNALS:
  void openRequested(int trial);  // double-click, Enter
  void stopRequested(int trial);  // running ones only
  void exportRequested(int trial);
  void explainEnergyRequested(int trial);  // a click on an energy figure's mark, or the menu

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showMenu(const QPoint& position);
  void showColumnMenu(const QPoint& position);
  void takeCurrent();
  void followSelection(int trial);
  void followScope();
  void updateEmptyState();
  int trialAt(const QModelIndex& index) const;

  TrialModel& model_;
  Selection& selection_;
  CandidateMenu* actions_;
  TrialFilter* filter_;
  QTableView* view_;
  QLineEdit* filterEdit_;
  QToolButton* brushed_;  // what is brushed; a click lets go of it
  QLabel* count_;
  QLabel* problem_;
  QLabel* empty_;
  QStackedLayout* stack_;
  bool following_ = false;
};

}  // namespace kinglet::widgets
