// The sounds of the study: a list with what the chosen candidate's network takes each clip for, what was taken for what,
// clips beside each other, and the chosen clip as the network hears it, with its answer along it.
#pragma once

#include <QWidget>

#include "app/window/candidate/clip_filter.h"
#include "network/network_spec.h"
#include "train/decision/as_trained.h"
#include "train/decision/decision.h"
#include "widgets/sound/spectrogram_data.h"
#include "widgets/trials/trial_model.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace kinglet::widgets {
class ConfusionView;
class SpectrogramStack;
class SpectrogramView;
}  // namespace kinglet::widgets

namespace kinglet::window {

class ClipModel;
class DecisionController;
class NoticeArea;
class SoundsController;
class StudyController;

class SoundsTab : public QWidget {
  Q_OBJECT
 public:
  SoundsTab(StudyController& study, SoundsController& sounds, QWidget* parent = nullptr);
  void setTrial(const widgets::TrialPtr& trial);  // whose network hears and answers
  void showClass(const QString& name);
  // Exactly the clips of a cell of a confusion matrix, beside each other. ofTest: of the matrix of the test fold.
  void showCell(int truth, int answer, bool ofTest);
  void listen();  // plays the chosen clip, or stops
  enum Page { kList, kConfusions, kStack };
  void showPage(Page page);
  QTableView* list() const { return list_; }
  widgets::SpectrogramView* spectrogram() const { return spectrogram_; }
  widgets::ConfusionView* confusions() const { return confusions_; }
  widgets::SpectrogramStack* stack() const { return stack_; }
  DecisionController& decisions() const { return *decisions_; }
  QComboBox* verdicts() const { return verdicts_; }
  QComboBox* classes() const { return classes_; }
  QLabel* state() const { return state_; }
  QToolButton* cellButton() const { return cellButton_; }
  NoticeArea* notices() const { return notices_; }

 Q_SIGNALS:
  void enlargeRequested();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeUpper();
  QWidget* makeLower();
  void link();
  void linkSpectrogram();
  void load();                             // when it is seen
  void fetch();                            // now
  int clip() const;                        // -1: none
  network::InputSpec wantedInput() const;  // the candidate's front end, or the study's
  void selectClip(int clip);
  void filterChanged();
  void fillClasses();
  void fillStack();
  void forgetPictures();
  void showState();
  void showMatrix();
  void ask();  // what is wished to be known of the chosen clip
  void showDecision(const train::Decision& decision);
  void showAsTrained(const train::AsTrained& shown);
  QString className(int index) const;

  StudyController& study_;
  SoundsController& sounds_;
  DecisionController* decisions_;
  ClipModel* model_;
  ClipFilter* filter_;
  QLineEdit* find_;
  QComboBox *verdicts_, *classes_;
  QLabel* state_;
  QToolButton* cellButton_;
  QButtonGroup* pages_;
  QStackedWidget* page_;
  QTableView* list_;
  widgets::ConfusionView* confusions_;
  widgets::SpectrogramStack* stack_;
  NoticeArea* notices_;
  widgets::SpectrogramView* spectrogram_;
  widgets::TrialPtr trial_;
  network::InputSpec input_;
  widgets::SpectrogramData shown_;  // of clip shownClip_, as recorded
  int shownClip_ = -1;
  int answer_ = -1;         // that clip's
  std::uint64_t draw_ = 1;  // of what training varies
  bool scaled_ = false;     // the stack's colours were asked for
  bool stale_ = true;       // what is shown is not what is chosen; loaded when the tab is seen
};

}  // namespace kinglet::window
