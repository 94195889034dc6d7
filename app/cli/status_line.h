// One line on standard error that is written over and over, for people at a terminal.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

namespace kinglet::cli {

// Any thread may call.
class StatusLine {
 public:
  StatusLine();
  ~StatusLine();

  bool isTerminal() const { return terminal_; }
  // Shows the text in place of the last one, cut to the terminal's width; at most ten times a second. Nothing
  // where standard error is no terminal.
  void show(const std::string& text);
  // A line that stays, above the status.
  void print(const std::string& line);
  void clear();

 private:
  void erase();  // with mutex_ held

  const bool terminal_;
  std::mutex mutex_;
  std::string shown_;
  std::chrono::steady_clock::time_point last_;
};

// "▓▓▓░░░": share 0 .. 1 of `cells`.
std::string bar(double share, int cells);

}  // namespace kinglet::cli
