// Feeds the status bar: what is done, how long it may take, what each worker does.
#pragma once

#include <QObject>
#include <QTimer>
#include <vector>

#include "widgets/trials/worker_status.h"

namespace kinglet::window {

class StudyController;

class RunStatus : public QObject {
  Q_OBJECT
 public:
  // Both must outlive it.
  RunStatus(StudyController& study, widgets::WorkerStatus& view, QObject* parent = nullptr);

 private:
  void refresh();

  StudyController& study_;
  widgets::WorkerStatus& view_;
  QTimer second_;  // time left goes down also while nothing happens
};

}  // namespace kinglet::window
