#include "app/window/background.h"

#include <new>

#include "base/error.h"
#include "diagnosis/crash_handler.h"
#include "diagnosis/log.h"
#include "widgets/message_text.h"

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

void Background::enqueue(std::function<void()> job) {
  pool_.start([job = std::move(job)] {
    const diagnosis::CrashStack crashStack;
    job();
  });
}

// `this` outlives every job, because the destructor waits for them.
void Background::post(std::function<void()> call) {
  QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
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
