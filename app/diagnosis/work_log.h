// What searches and exports leave in the log.
#pragma once

#include <string>

#include "deploy/package/export.h"
#include "study/run/runner.h"

namespace kinglet::app {

// Started, paused, stopped and why; what failed; trials that ended badly. Any thread.
void logEvent(const study::Event& event) noexcept;

// Of one export: begun when made, and failed unless ended() was called before it goes.
class ExportLog {
 public:
  ExportLog(int trial, const deploy::ExportPlan& plan);
  ~ExportLog();
  ExportLog(const ExportLog&) = delete;
  ExportLog& operator=(const ExportLog&) = delete;
  void ended(const deploy::ExportResult& result);

 private:
  std::string what_;
  bool ended_ = false;
};

}  // namespace kinglet::app
