// Another program that answers each line with a line.
#pragma once

#include <sys/types.h>

#include <span>
#include <string>
#include <vector>

namespace kinglet::cli {

// Started once, through the shell, in a process group of its own; what it says on standard error goes where
// ours goes. Not thread-safe.
class LineProcess {
 public:
  // From here on this process ignores SIGPIPE. `patience`: seconds without any answer after which it counts
  // as hung. Throws base::Error.
  LineProcess(std::string command, double patience);
  ~LineProcess();  // closes its input; ends it when it does not go by itself
  LineProcess(const LineProcess&) = delete;
  LineProcess& operator=(const LineProcess&) = delete;

  // Sends all lines at once and gives an answer each, in their order. When the program ends before it has
  // answered all, it is started again for the rest. Throws base::Error when it ends again without an answer,
  // when it hangs, or when an answer has no end.
  std::vector<std::string> ask(std::span<const std::string> lines);

 private:
  void start();
  void end();
  std::string howItEnded();
  bool converse(std::span<const std::string> lines, std::vector<std::string>& answers);

  const std::string command_;
  const double patience_;
  pid_t child_ = -1;
  int in_ = -1, out_ = -1;  // our ends
  std::string received_;    // what came after the last whole line
};

}  // namespace kinglet::cli
