#include "app/window/study/event_bridge.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

#include "study/trial.h"

namespace kinglet::window {

EventBridge::EventBridge(QObject* parent) : QObject(parent) {
  timer_.setSingleShot(true);
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &EventBridge::deliver);
}

void EventBridge::post(const study::Event& event) {
  bool wake = false;
  {
    const std::lock_guard lock(mutex_);
    if (const auto* progress = std::get_if<study::TrialProgress>(&event)) {
      progress_.insert_or_assign(progress->worker, *progress);
    } else if (const auto* preparing = std::get_if<study::Preparing>(&event)) {
      waiting_.preparing = *preparing;
    } else {
      waiting_.events.push_back(event);
    }
    wake = !scheduled_;
    scheduled_ = true;
  }
  if (wake) QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void EventBridge::customEvent(QEvent*) {
  const auto passed = sinceLast_.isValid() ? sinceLast_.elapsed() : kMillisecondsBetween;
  timer_.start(static_cast<int>(std::max<qint64>(0, kMillisecondsBetween - passed)));
}

// What arrives after the swap finds scheduled_ false and wakes the window again: nothing can fall between.
void EventBridge::deliver() {
  EventBatch taken;
  {
    const std::lock_guard lock(mutex_);
    std::swap(taken, waiting_);
    for (const auto& [worker, progress] : progress_) taken.progress.push_back(progress);
    progress_.clear();
    scheduled_ = false;
  }
  sinceLast_.start();
  Q_EMIT batch(taken);
}

}  // namespace kinglet::window
