#include "data/guarded_map.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <mutex>

#include "base/error.h"

namespace kinglet::data {

// One mapping, in a list that only grows: a handler may walk it at any moment, so entries are used again and
// never freed.
struct GuardedMap::Range {
  std::atomic<std::uintptr_t> begin{0}, end{0};  // 0, 0: free
  std::atomic<bool> broken{false};
  Range* next = nullptr;
};

namespace {

std::atomic<GuardedMap::Range*> ranges{nullptr};
std::mutex rangesMutex;  // of those who add and remove
struct sigaction before;
const auto kPage = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));

// Puts zeros where the file has nothing to give any more, from the page that failed to the end.
void onBusError(int signal, siginfo_t* info, void*) {
  const auto at = reinterpret_cast<std::uintptr_t>(info->si_addr);
  for (auto* range = ranges.load(std::memory_order_acquire); range; range = range->next) {
    const auto begin = range->begin.load(), end = range->end.load();
    if (at < begin || at >= end) continue;
    const auto from = at / kPage * kPage;
    range->broken = true;
    if (::mmap(reinterpret_cast<void*>(from), end - from, PROT_READ,
               MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0) != MAP_FAILED)
      return;
  }
  // Not ours: as it would have been without us, when the same instruction fails again.
  ::sigaction(signal, &before, nullptr);
  if (info->si_code <= 0) ::raise(signal);  // sent by someone: no instruction fails again
}

void watch() {
  struct sigaction mine {};
  mine.sa_sigaction = onBusError;
  mine.sa_flags = SA_SIGINFO;
  ::sigemptyset(&mine.sa_mask);
  ::sigaction(SIGBUS, &mine, &before);
}

GuardedMap::Range* rangeOf(std::uintptr_t begin, std::uintptr_t end) {
  static std::once_flag watching;
  std::call_once(watching, watch);
  const std::lock_guard lock(rangesMutex);
  GuardedMap::Range* range = ranges.load();
  while (range && range->end != 0) range = range->next;
  const bool isNew = !range;
  if (isNew) range = new GuardedMap::Range;
  range->broken = false;
  range->begin = begin;
  range->end = end;
  if (isNew) {
    range->next = ranges.load();
    ranges.store(range, std::memory_order_release);
  }
  return range;
}

}  // namespace

GuardedMap::GuardedMap(int descriptor, const std::filesystem::path& path) {
  const auto fail = [&] {
    const int error = errno;
    if (file_ >= 0) ::close(file_);
    throw base::Error("cannot map %1: %2", path, std::strerror(error));
  };
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail();
  size_ = static_cast<std::size_t>(status.st_size);
  changedS_ = status.st_mtim.tv_sec, changedNs_ = status.st_mtim.tv_nsec;
  file_ = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (file_ < 0) fail();
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_, 0);
  if (mapped == MAP_FAILED) fail();
  data_ = static_cast<const std::byte*>(mapped);
  const auto begin = reinterpret_cast<std::uintptr_t>(mapped);
  range_ = rangeOf(begin, begin + (size_ + kPage - 1) / kPage * kPage);
}

GuardedMap::~GuardedMap() {
  if (range_) {
    const std::lock_guard lock(rangesMutex);
    range_->begin = 0;
    range_->end = 0;
  }
  if (data_) ::munmap(const_cast<std::byte*>(data_), size_);
  if (file_ >= 0) ::close(file_);
}

bool GuardedMap::intact() const {
  struct stat status {};
  return !(range_ && range_->broken) && ::fstat(file_, &status) == 0 &&
         static_cast<std::size_t>(status.st_size) == size_ && status.st_mtim.tv_sec == changedS_ &&
         status.st_mtim.tv_nsec == changedNs_;
}

}  // namespace kinglet::data
