// Ctrl-C, SIGTERM and a terminal that is closed: the first asks to stop cleanly, the second ends the program.
#pragma once

#include <functional>
#include <thread>

namespace kinglet::cli {

// While it lives, SIGINT, SIGTERM and SIGHUP call `stop` on a thread of its own (so it may lock and print); a
// second one ends the program at once with exit code 130. To be made before any worker thread starts, because
// threads inherit the signal mask.
class Interrupt {
 public:
  explicit Interrupt(std::function<void()> stop);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

 private:
  std::jthread thread_;
};

}  // namespace kinglet::cli
