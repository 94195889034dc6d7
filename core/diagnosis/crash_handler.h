// When the program crashes: a report in the state folder (what happened, where, the last lines of the log),
// one line on standard error, and then the end that it would have had, with the same signal.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace kinglet::diagnosis {

// For SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT and std::terminate. Reports are folder/crash-TIME-PID.txt.
// `program`: name and version. To be called early, by the main thread; handlers of others that were there
// before are called after it (of SIGBUS before it: data::GuardedMap mends what is its own). Does nothing
// where it cannot.
void installCrashHandler(const std::filesystem::path& folder, const std::string& program) noexcept;

// The study that is worked with, told in the report; empty: none.
void setOpenStudy(const std::filesystem::path& path) noexcept;

// While it lives, the thread that made it can report that its stack is full. The main thread has one from
// installCrashHandler().
class CrashStack {
 public:
  CrashStack() noexcept;
  ~CrashStack();
  CrashStack(const CrashStack&) = delete;
  CrashStack& operator=(const CrashStack&) = delete;

 private:
  void* memory_ = nullptr;
};

}  // namespace kinglet::diagnosis
