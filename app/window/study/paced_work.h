// Work that is due again and again while candidates end, and yet shall leave the cores to the workers: it
// takes at most about a tenth of one.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>
#include "study/trial.h"

namespace kinglet::widgets {
class TrialModel;
}

namespace kinglet::window {

class PacedWork : public QObject {
  Q_OBJECT
 public:
  explicit PacedWork(QObject* parent = nullptr);
  void soon();    // due() comes after a pause, once for many calls
  void cancel();  // what soon() promised
  void begins();
  void ended();  // the next pause is as long as the work asks

 Q_SIGNALS:
  void due();

 private:
  QTimer pause_;
  QElapsedTimer took_;
};

// Trials as they are now, for a thread of its own.
std::vector<std::shared_ptr<const study::Trial>> sharedTrials(const widgets::TrialModel& trials);

}  // namespace kinglet::window
