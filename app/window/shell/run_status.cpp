#include "app/window/shell/run_status.h"

#include "app/window/study/study_controller.h"
#include "study/trial.h"

namespace kinglet::window {

using study::RunState;
using study::TrialState;

RunStatus::RunStatus(StudyController& study, widgets::WorkerStatus& view, QObject* parent)
    : QObject(parent), study_(study), view_(view) {
  second_.setInterval(1000);
  connect(&second_, &QTimer::timeout, this, &RunStatus::refresh);
  connect(&study_.trials(), &widgets::TrialModel::trialsChanged, this, &RunStatus::refresh);
  connect(&study_, &StudyController::settingsChanged, this, &RunStatus::refresh);
  connect(&study_, &StudyController::opened, this, &RunStatus::refresh);
  connect(&study_, &StudyController::stateChanged, this, [this](RunState state) {
    state == RunState::running ? second_.start() : second_.stop();
    refresh();
  });
  connect(&study_, &StudyController::workerProgress, this, [this](const study::TrialProgress& progress) {
    view_.setWorker(progress.worker, {progress.trial, progress.epoch, progress.epochs, progress.share, {}});
  });
  connect(&study_, &StudyController::workerIdle, this, [this](int worker) { view_.setWorker(worker, {}); });
  connect(&study_, &StudyController::preparing, this, [this](const QString& what, int done, int total) {
    widgets::WorkerState state;
    state.text = done < total ? tr("%1 %2/%3").arg(what).arg(done).arg(total) : QString();
    view_.setWorker(0, state);
  });
  refresh();
}

void RunStatus::refresh() {
  if (!study_.isOpen()) return;
  widgets::StudyProgress progress;
  progress.planned = study_.settings().trials;
  for (int row = 0; row < study_.trials().count(); ++row) {
    const auto& trial = *study_.trials().at(row);
    if (!trial.baseline.empty()) continue;
    progress.done += trial.state == TrialState::finished || trial.state == TrialState::stoppedEarly ||
                     study::endedBadly(trial.state);
    progress.stoppedEarly += trial.state == TrialState::stoppedEarly;
    progress.failed += study::endedBadly(trial.state);
  }
  progress.secondsLeft = study_.secondsLeft();
  const bool complete = progress.done >= progress.planned;
  switch (study_.state()) {
    case RunState::running:
      break;
    case RunState::paused:
      progress.state = tr("paused");
      break;
    case RunState::stopping:
      progress.state = tr("stopping");
      break;
    case RunState::idle:
      progress.state = complete ? tr("finished") : tr("stopped");
      break;
    case RunState::finished:
      progress.state = tr("finished");
      break;
  }
  view_.setWorkers(study::workersOf(study_.settings()));
  view_.setStudy(progress);
}

}  // namespace kinglet::window
