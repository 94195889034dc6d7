// The chosen candidate's parameters, to be changed: what that would cost and come to is told at once.
#pragma once

#include <QScrollArea>
#include <vector>

#include "app/window/study/edit_controller.h"
#include "widgets/trials/trial_model.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace kinglet::window {

class NoticeArea;
class StudyController;

class EditTab : public QScrollArea {
  Q_OBJECT
 public:
  // Both must outlive the tab.
  EditTab(StudyController& study, EditController& editor, QWidget* parent = nullptr);
  void setTrial(const widgets::TrialPtr& trial);

  QComboBox* boxOf(const QString& parameter) const;  // null when there is none
  QPushButton* trainButton() const { return train_; }
  QPushButton* resetButton() const { return reset_; }
  QTableWidget* figures() const { return figures_; }
  QString verdict() const;  // what stands in the way, or that nothing does

 Q_SIGNALS:
  // What the candidate would be, to be drawn among the others; null: nothing is changed, or nobody looks.
  void ghostChanged(const kinglet::widgets::TrialPtr& ghost);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct Row {
    QLabel* name;
    QComboBox* choices;
  };
  void makeRows();
  void refresh();
  void showFigures(const EditController::Look& look);

  StudyController& study_;
  EditController& editor_;
  widgets::TrialPtr trial_;
  NoticeArea* notices_;
  QLabel *words_, *verdict_;
  QTableWidget* figures_;
  QWidget* form_;
  QGridLayout* grid_;
  std::vector<Row> rows_;
  QPushButton *train_, *reset_;
};

}  // namespace kinglet::window
