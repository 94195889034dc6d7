// From worker threads to the window: turns study events into batched signals, at most 20 a second.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "study/run/runner.h"
#include "study/trial.h"

namespace kinglet::window {

// Everything that happened since the last batch. Of progress only the newest a worker is kept; of the rest
// nothing is ever dropped, and its order is kept.
struct EventBatch {
  std::vector<study::Event> events;            // all but TrialProgress and Preparing
  std::vector<study::TrialProgress> progress;  // at most one a worker
  std::optional<study::Preparing> preparing;
};

class EventBridge : public QObject {
  Q_OBJECT
 public:
  static constexpr int kMillisecondsBetween = 50;

  explicit EventBridge(QObject* parent = nullptr);

  // Any thread; never waits for the window. The bridge must outlive whoever calls.
  void post(const study::Event& event);

 Q_SIGNALS:
  void batch(const kinglet::window::EventBatch& batch);  // window thread

 protected:
  void customEvent(QEvent* event) override;  // something waits to be delivered

 private:
  void deliver();

  std::mutex mutex_;  // guards waiting_, progress_ and scheduled_
  EventBatch waiting_;
  std::map<int, study::TrialProgress> progress_;
  bool scheduled_ = false;
  QTimer timer_;  // window thread from here on
  QElapsedTimer sinceLast_;
};

}  // namespace kinglet::window
