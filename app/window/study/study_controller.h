// study/: between the engine and the views: the open study, what runs on threads of its own, undo. No QWidget
// here. Calls no other room; every room but kit/ may call it.
//
// Owns the study that is open: its file, its sounds, its runner. Everything slow happens elsewhere; nothing
// here makes the window wait. Views read trials() and selection(), and hear of the rest by signals.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

#include "app/window/study/background.h"
#include "app/window/study/event_bridge.h"
#include "app/window/study/study_opening.h"
#include "study/run/pace.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/metrics.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::window {

class TrainingController;

class StudyController : public QObject {
  Q_OBJECT
 public:
  explicit StudyController(QObject* parent = nullptr);
  ~StudyController() override;  // waits for the workers (one batch); call close() first and wait for closed()

  // Closes what is open, opens that; opened() or openFailed() follows.
  void open(const QString& path, const OpeningWish& wish = {});
  void create(const QString& path, const study::Settings& settings, bool startAtOnce);
  // Stops the search and lets go of the file; closed() follows when all workers have ended. At once when
  // nothing is open.
  void close();

  bool isOpen() const { return study_.has_value(); }
  bool isBusy() const { return busy_; }  // opening or closing
  QString path() const;
  QString name() const;  // the file's, without folder and ending
  // While a study is closing, and before there was one: without file and sounds, so that nothing can run, and with the
  // settings of the last one. Its trials stay to be seen until closed().
  const OpenedStudy& study() const { return study_ ? *study_ : last_; }
  const study::Settings& settings() const { return study().settings; }
  study::RunState state() const { return state_; }
  bool isRunning() const { return state_ == study::RunState::running; }
  double secondsLeft() const;
  widgets::TrialModel& trials() { return trials_; }
  widgets::Selection& selection() { return selection_; }
  TrainingController& training() { return *training_; }
  std::shared_ptr<data::FeatureStore> features() const { return study_ ? study_->features : nullptr; }

  void start();  // or go on
  void pause();
  void toggle();  // start or pause
  void stop();
  void stopTrial(int trial);
  // study::StudyRunner::train and takeBack; wishBegun() follows when it is taken. 0 where nothing can be trained.
  int train(const space::Genome& genome, int parent);
  void takeBack(int wish);
  void changeSettings(const study::Settings& settings);  // what is live takes effect at once
  void setPace(const study::Pace& pace);                 // of this search and those that follow
  void setStar(int trial, bool starred);
  void setNote(int trial, const QString& note);
  // Its test figures lie in the file already: shown.
  void showTest(int trial, const train::Metrics& test);
  // Everything into a new file, where the study goes on; savedElsewhere() or saveFailed() follows.
  void saveElsewhere(const QString& path);
  // After others have worked with the sounds: noted() follows where there is news.
  void tellNotices();

 Q_SIGNALS:
  void opening(const QString& path);
  void opened();
  void closing();  // whoever works with the study's file on a thread of its own: end
  void openFailed(const QString& path, const QString& problem);
  void closed();
  void stateChanged(kinglet::study::RunState state, const QString& why);
  void settingsChanged();
  void workerProgress(const kinglet::study::TrialProgress& progress);
  void workerIdle(int worker);
  void preparing(const QString& what, int done, int total);
  void trialEnded(int trial);
  void wishBegun(int trial);                  // what a person asked for is being trained
  void noted(const QStringList& notices);     // what a user should know of the sounds, the newest last
  void searchFailed(const QString& problem);  // the study cannot go on: disk full
  // Its file was moved, deleted or replaced: it is paused until saveElsewhere().
  void studyGone(const QString& problem);
  void savedElsewhere(const QString& path);
  void closeFailed(const QString& problem);  // what is where, when not all could be brought into the file
  void saveFailed(const QString& problem);

 private:
  void letGo();
  struct Ready {
    OpenedStudy study;
    std::shared_ptr<study::StudyRunner> runner;  // null when it cannot run
  };
  // `make` runs elsewhere.
  void prepare(const QString& path, std::function<OpenedStudy()> make, bool startAtOnce);
  void adopt(Ready ready, bool startAtOnce);
  void take(const EventBatch& batch);
  // Shows it changed; false when there is no such trial.
  bool edit(int trial, const std::function<void(study::Trial&)>& change);
  void weighAll();  // mean powers anew, after how the device listens has changed
  void change(int trial, const std::function<void(study::Trial&)>& change);  // stored, too
  // takeBack: where it fails, before that is told.
  void store(std::function<void(study::StudyStore&)> write, std::function<void()> takeBack = {});

  widgets::TrialModel trials_;
  widgets::Selection selection_;
  std::optional<OpenedStudy> study_;
  OpenedStudy last_;  // what study() tells when none is open
  std::unique_ptr<EventBridge> bridge_;
  std::shared_ptr<study::StudyRunner> runner_;  // after bridge_, so that it is gone first
  study::RunState state_ = study::RunState::idle;
  bool busy_ = false;
  study::Pace pace_;
  void note(const QString& notice);
  QStringList notices_;  // told, the newest last
  std::function<void()> afterClose_;
  std::unique_ptr<TrainingController> training_;
  Background jobs_;  // one thread; last, because its destructor waits for jobs that use the above
};

}  // namespace kinglet::window
