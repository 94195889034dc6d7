// The final training of the chosen candidate: how long, how it is judged; its progress, and what came of it.
#pragma once

#include <QScrollArea>

#include "widgets/trials/trial_model.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace kinglet::study {
struct FinalTraining;
}

namespace kinglet::window {

class FactsView;
class TrainingController;
class NoticeArea;
class NumberField;
class StudyController;

class TrainingTab : public QScrollArea {
  Q_OBJECT
 public:
  // `study` must outlive the tab.
  explicit TrainingTab(StudyController& study, QWidget* parent = nullptr);
  void setTrial(const widgets::TrialPtr& trial);
  QPushButton* startButton() const { return start_; }
  QPushButton* cancelButton() const { return cancel_; }
  NumberField* epochsField() const { return epochs_; }
  QCheckBox* judgedTick() const { return judged_; }
  QProgressBar* bar() const { return bar_; }
  NoticeArea* notices() const { return notices_; }
  QSize sizeHint() const override { return {384, 400}; }

 private:
  void buildForm(QWidget* form);
  void start(bool judged);
  void askAndStart();
  void refresh();
  void showProgress();
  void showResult(const study::FinalTraining& result);
  QString foldName(int fold) const;

  StudyController& study_;
  TrainingController& trainer_;
  widgets::TrialPtr trial_;
  NoticeArea* notices_;
  QLabel *words_, *warning_, *heading_, *progressWords_, *after_;
  QWidget* form_;
  NumberField* epochs_;
  QCheckBox* judged_;
  QPushButton *start_, *cancel_;
  QProgressBar* bar_;
  FactsView *facts_, *folds_;
};

}  // namespace kinglet::window
