// The test fold: closed during a search, opened for a chosen candidate by an explicit act, and shown apart.
#pragma once

#include <QScrollArea>

#include "app/window/study/background.h"
#include "widgets/trials/trial_model.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace kinglet::widgets {
class ConfusionView;
}

namespace kinglet::window {

class FactsView;
class NoticeArea;
class StudyController;

class TestFoldTab : public QScrollArea {
  Q_OBJECT
 public:
  explicit TestFoldTab(StudyController& study, QWidget* parent = nullptr);
  void setTrial(const widgets::TrialPtr& trial);
  QPushButton* openButton() const { return open_; }
  QPushButton* confirmButton() const { return confirm_; }
  NoticeArea* notices() const { return notices_; }

 Q_SIGNALS:
  void cellClicked(int truth, int answer);  // of its matrix

 private:
  void refresh();
  void evaluate();

  StudyController& study_;
  widgets::TrialPtr trial_;
  int running_ = -1;  // trial that is being evaluated
  bool asked_ = false;
  QLabel* words_;
  QPushButton *open_, *confirm_, *cancel_;
  QProgressBar* busy_;
  NoticeArea* notices_;
  FactsView* facts_;
  QLabel* matrixTitle_;
  widgets::ConfusionView* matrix_;
  Background jobs_;
};

}  // namespace kinglet::window
