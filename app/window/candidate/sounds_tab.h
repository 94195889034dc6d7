// The sounds of the study: a list, and the chosen clip as the chosen candidate hears it.
#pragma once

#include <QWidget>

#include "network/network_spec.h"
#include "widgets/trials/trial_model.h"

class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace kinglet::widgets {
class SpectrogramView;
}

namespace kinglet::window {

class ClipModel;
class NoticeArea;
class SoundsController;
class StudyController;

class SoundsTab : public QWidget {
  Q_OBJECT
 public:
  SoundsTab(StudyController& study, SoundsController& sounds, QWidget* parent = nullptr);
  void setTrial(const widgets::TrialPtr& trial);  // its front end
  void showClass(const QString& name);
  void listen();  // plays the chosen clip, or stops
  QTableView* list() const { return list_; }
  widgets::SpectrogramView* spectrogram() const { return spectrogram_; }
  NoticeArea* notices() const { return notices_; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void load();                             // when it is seen
  void fetch();                            // now
  int clip() const;                        // -1: none
  network::InputSpec wantedInput() const;  // the candidate's front end, or the study's

  StudyController& study_;
  SoundsController& sounds_;
  ClipModel* model_;
  QSortFilterProxyModel* filter_;
  QLineEdit* find_;
  QTableView* list_;
  NoticeArea* notices_;
  widgets::SpectrogramView* spectrogram_;
  widgets::TrialPtr trial_;
  network::InputSpec input_;
  bool stale_ = true;  // what is shown is not what is chosen; loaded when the tab is seen
};

}  // namespace kinglet::window
