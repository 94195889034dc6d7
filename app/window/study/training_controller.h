// Trains the chosen candidate for good, on threads of its own; what comes of it lies in the study file before
// it is shown. One candidate at a time.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <vector>

#include "app/window/study/background.h"
#include "study/final/final_training.h"

namespace kinglet::window {

class StudyController;

class TrainingController : public QObject {
  Q_OBJECT
 public:
  // `study` must outlive it.
  explicit TrainingController(StudyController& study, QObject* parent = nullptr);
  ~TrainingController() override;

  // judged: each fold is held out in turn first, which opens the test fold too. Nothing happens while one
  // runs.
  void start(int trial, int epochs, bool judged);
  void cancel();  // what was trained is thrown away

  int trial() const { return trial_; }                    // that is being trained; -1: none
  const study::FinalTraining* resultOf(int trial) const;  // null when it was not trained for good
  struct Progress {
    study::FinalProgress now;
    int epochs = 0;
    double secondsLeft = 0;                         // NaN while nothing can be said
    std::vector<study::FinalTraining::Fold> folds;  // judged so far
  };
  Progress progress() const;

 Q_SIGNALS:
  void changed();  // results were read; started, ended, cancelled; and some times a second while it runs
  void ended(int trial);
  void failed(int trial, const QString& problem);

 private:
  void load();
  void finish();

  struct Shared;  // between the training threads and the window
  StudyController& study_;
  std::shared_ptr<Shared> shared_;
  std::map<int, study::FinalTraining> results_;
  int trial_ = -1, epochs_ = 0;
  QElapsedTimer time_;
  QTimer tick_;
  Background jobs_;
};

}  // namespace kinglet::window
