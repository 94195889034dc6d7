#include "diagnosis/log.h"

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

#include "base/cancelled.h"
#include "base/error.h"
#include "base/message_of.h"
#include "base/user_folder.h"
#include "base/words.h"
#include "diagnosis/log_file.h"
#include "diagnosis/outside.h"
#include "diagnosis/recent_lines.h"
#include "diagnosis/type_name.h"
#include "diagnosis/utc_time.h"

namespace kinglet::diagnosis {
namespace {

constexpr std::size_t kMostWaiting = 2000;  // lines, while the disk does not answer

// Never freed: threads may log while the program ends.
struct Writer {
  explicit Writer(const std::filesystem::path& path) : file(path) {}
  void work();

  LogFile file;  // of the writing thread
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::string> waiting;  // guarded by mutex, as is the rest
  std::size_t lost = 0;
  bool writing = false;
};

std::atomic<Writer*> theWriter{nullptr};

std::string lineOf(Level level, std::string_view area, std::string_view text) {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  std::string line(UtcTime(now).text());
  line += ' ' + std::to_string(::getpid()) + ' ' + std::to_string(::syscall(SYS_gettid)) + ' ' +
          toText(level) + ' ';
  line += area;
  line += ": " + base::terminalText(text);
  return line;
}

void Writer::work() {
  std::unique_lock lock(mutex);
  for (;;) {
    changed.wait(lock, [&] { return !waiting.empty(); });
    std::deque<std::string> lines;
    lines.swap(waiting);
    const std::size_t missing = std::exchange(lost, 0);
    writing = true;
    lock.unlock();
    for (const std::string& line : lines) file.write(line);
    if (missing > 0)
      file.write(lineOf(Level::warning, "log",
                        std::to_string(missing) + " lines were lost while the disk did not answer"));
    lock.lock();
    writing = false;
    changed.notify_all();
  }
}

// Signals that end or stop the program are for its other threads; faults of this one are its own.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    ::sigfillset(&all);
    for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) ::sigdelset(&all, fault);
    ::pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

}  // namespace

const char* toText(Level level) {
  switch (level) {
    case Level::info:
      return "INFO";
    case Level::warning:
      return "WARNING";
    case Level::error:
      return "ERROR";
  }
  return "";
}

std::filesystem::path stateFolder() {
  return base::userFolder("XDG_STATE_HOME", ".local/state");
}

void startLog(const std::filesystem::path& folder) noexcept {
  try {
    if (folder.empty() || theWriter.load()) return;
    auto* writer = new Writer(folder / "kinglet.log");
    const SignalsBlocked blocked;
    std::thread([writer] { writer->work(); }).detach();
    theWriter.store(writer);
  } catch (const std::exception&) {  // no thread, no memory: no log
  }
}

void log(Level level, std::string_view area, std::string_view text) noexcept {
  Writer* writer = theWriter.load();
  if (!writer) return;
  try {
    std::string line = cutTo(lineOf(level, area, text), kLongestLine);
    const std::lock_guard lock(writer->mutex);
    keepLine(line);
    if (writer->waiting.size() < kMostWaiting)
      writer->waiting.push_back(std::move(line));
    else
      ++writer->lost;
    writer->changed.notify_all();
  } catch (const std::exception&) {
  }
}

void log(Level level, std::string_view area, const base::Message& message) noexcept {
  if (!theWriter.load()) return;
  try {
    log(level, area, marked(message));
  } catch (const std::exception&) {
  }
}

void logFailure(std::string_view area, const std::exception& error) noexcept {
  if (!theWriter.load()) return;
  try {
    const std::string text = marked(base::messageOf(error));
    if (dynamic_cast<const base::Cancelled*>(&error)) return log(Level::info, area, text);
    const bool ours = dynamic_cast<const base::Error*>(&error) != nullptr;
    log(Level::error, area, ours ? text : typeName(typeid(error).name()) + ": " + text);
  } catch (const std::exception&) {
  }
}

void flushLog(int milliseconds) noexcept {
  Writer* writer = theWriter.load();
  if (!writer) return;
  try {
    std::unique_lock lock(writer->mutex);
    writer->changed.wait_for(lock, std::chrono::milliseconds(milliseconds),
                             [&] { return writer->waiting.empty() && !writer->writing; });
  } catch (const std::exception&) {
  }
}

}  // namespace kinglet::diagnosis
