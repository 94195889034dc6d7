#include "app/cli/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <ctime>

namespace kinglet::cli {
namespace {

sigset_t ours() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  // The terminal was closed. Who was told to ignore that (nohup) goes on.
  struct sigaction hangUp {};
  if (::sigaction(SIGHUP, nullptr, &hangUp) == 0 && hangUp.sa_handler != SIG_IGN) sigaddset(&set, SIGHUP);
  return set;
}

constexpr long kPollNanoseconds = 100'000'000;

}  // namespace

Interrupt::Interrupt(std::function<void()> stop) {
  const sigset_t set = ours();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  thread_ = std::jthread([stop = std::move(stop)](const std::stop_token& done) {
    const sigset_t waited = ours();
    const timespec poll{0, kPollNanoseconds};
    bool asked = false;
    while (!done.stop_requested()) {
      const int signal = sigtimedwait(&waited, nullptr, &poll);
      if (signal != SIGINT && signal != SIGTERM && signal != SIGHUP) continue;
      if (asked) ::_exit(128 + SIGINT);
      asked = true;
      stop();
    }
  });
}

Interrupt::~Interrupt() {
  thread_.request_stop();
  thread_.join();
  const sigset_t set = ours();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace kinglet::cli
