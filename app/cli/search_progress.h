// A search as the terminal sees it: a status line with every worker, a line a trial, or JSON lines.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "app/cli/status_line.h"
#include "study/run/runner.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::cli {

// Any thread may call.
class SearchProgress {
 public:
  SearchProgress(const study::Settings& settings, const std::vector<study::Trial>& before, bool json);

  void on(const study::Event& event, double secondsLeft);
  void clear() { line_.clear(); }
  void print(const std::string& text) { line_.print(text); }
  // What ended the search; empty while nothing failed.
  base::Message failure() const;
  void setFailure(base::Message what);
  std::string why() const;
  std::vector<std::string> notices() const;  // of the sounds

 private:
  void ended(const study::Trial& trial);
  std::string status(double secondsLeft) const;  // with mutex_ held

  const bool json_;
  const int trials_, epochs_;
  StatusLine line_;
  mutable std::mutex mutex_;
  std::map<int, std::string> workers_;  // what each is at
  std::string preparing_, why_;
  base::Message failure_;
  std::vector<std::string> notices_;
  int done_ = 0, stopped_ = 0, failed_ = 0;
};

}  // namespace kinglet::cli
