// How much of the computer a search takes: rests between batches, and pauses for the battery.
#include <algorithm>

#include "study/elapsed.h"
#include "study/run/runner_impl.h"

namespace kinglet::study {

double StudyRunner::Impl::rest(double worked, const std::stop_token& stop) {
  std::unique_lock lock(mutex);
  if (pace.share >= 100) return 0;
  const auto start = Clock::now();
  const double share = std::max(pace.share, kLeastShare) / 100.0;
  const auto length = std::chrono::duration<double>(worked * (1 - share) / share);
  // A pause, another share and a stop are obeyed at once.
  changed.wait_for(lock, stop, length,
                   [&, asked = pace.share] { return state != RunState::running || pace.share != asked; });
  return secondsSince(start);
}

void StudyRunner::Impl::checkBattery() {
  std::function<bool()> ask;
  {
    const std::lock_guard guard(mutex);
    if (!pace.pauseOnBattery || state != RunState::running || Clock::now() < nextLook) return;
    nextLook = Clock::now() + kBatteryPause;
    ask = pace.isOnBattery;
  }
  const bool isOn = ask();
  {
    const std::lock_guard guard(mutex);
    if (!isOn) inSpiteOfBattery = false;
    if (!isOn || inSpiteOfBattery || !pace.pauseOnBattery || state != RunState::running) return;
    enter(RunState::paused);
    pausedForBattery = true;
  }
  emit(StateChanged{RunState::paused,
                    base::Message("the computer runs on its battery; the search goes on with mains")});
}

void StudyRunner::Impl::endOfBattery(std::unique_lock<std::mutex>& lock) {
  if (!pausedForBattery) return;
  const auto ask = pace.isOnBattery;
  const bool asked = pace.pauseOnBattery;
  lock.unlock();
  const bool isOver = !asked || !ask();
  lock.lock();
  if (!isOver || !pausedForBattery || state != RunState::paused) return;
  pausedForBattery = false;
  enter(RunState::running);
  lock.unlock();
  changed.notify_all();
  emit(StateChanged{RunState::running, base::Message("the computer runs on mains again")});
  lock.lock();
}

}  // namespace kinglet::study
