#include "app/window/study/background.h"

#include <QCoreApplication>
#include <QEvent>
#include <new>

#include "base/error.h"
#include "diagnosis/crash_handler.h"
#include "diagnosis/log.h"
#include "widgets/text/message_text.h"

namespace kinglet::window {

Background::Background(int threads, QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(threads);
}

Background::~Background() {
  stop_.request_stop();
  pool_.clear();
  pool_.waitForDone();
}

void Background::cancel() {
  stop_.request_stop();
  stop_ = std::stop_source();
}

void Background::Calls::add(Call call) {
  const std::lock_guard lock(mutex_);
  calls_.push_back(std::move(call));
}

Background::Call Background::Calls::take() {
  const std::lock_guard lock(mutex_);
  if (calls_.empty()) return {};
  Call first = std::move(calls_.front());
  calls_.pop_front();
  return first;
}

void Background::enqueue(Call job) {
  jobs_.add(std::move(job));
  pool_.start([this] {
    const diagnosis::CrashStack crashStack;
    if (const Call next = jobs_.take()) next();
  });
}

// `this` outlives every job, because the destructor waits for them.
void Background::post(Call call) {
  results_.add(std::move(call));
  QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void Background::customEvent(QEvent*) {
  if (const Call call = results_.take()) call();
}

QString Background::guarded(const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const base::Error& error) {
    diagnosis::logFailure("window", error);
    return widgets::errorText(error);
  } catch (const std::bad_alloc& error) {
    diagnosis::logFailure("window", error);
    return tr("There is not enough memory for this. Close other programs and try again.");
  } catch (const std::exception& error) {
    diagnosis::logFailure("window", error);
    return tr("Something went wrong that Kinglet did not expect: %1").arg(widgets::errorText(error));
  }
}

}  // namespace kinglet::window
