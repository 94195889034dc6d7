#include "diagnosis/crash_handler.h"

#include <cxxabi.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <mutex>

#include "base/words.h"
#include "diagnosis/outside.h"
#include "diagnosis/recent_lines.h"
#include "diagnosis/signal_text.h"
#include "diagnosis/symbols.h"
#include "diagnosis/type_name.h"
#include "diagnosis/utc_time.h"

namespace kinglet::diagnosis {
namespace {

constexpr std::size_t kStackBytes = 128 << 10;
constexpr int kMostFrames = 100;
constexpr unsigned kMostSeconds = 4;  // for the whole report: what it calls may wait for a lock for ever

struct Fault {
  int signal;
  std::string_view name, meaning;
};
constexpr std::array<Fault, 5> kFaults{{{SIGSEGV, "SIGSEGV", "invalid memory"},
                                        {SIGBUS, "SIGBUS", "memory that its file or disk does not give"},
                                        {SIGFPE, "SIGFPE", "impossible arithmetic"},
                                        {SIGILL, "SIGILL", "an instruction that this processor lacks"},
                                        {SIGABRT, "SIGABRT", "ended by itself"}}};

// What the handler needs is there before it is called.
SignalSafeText<3000> folderText;
SignalSafeText<3100> shownFolder;  // for the terminal
SignalSafeText<100> programText;
SignalSafeText<60> buildText;
SignalSafeText<4200> studyText;
SignalSafeText<1000> exceptionText;
SignalSafeText<3200> fileName;
std::array<struct sigaction, kFaults.size()> before;
std::mutex studyMutex;
bool installed = false;

// Of the crash itself.
std::atomic<long> crashing{0};  // the thread; 0: none
enum Stage : int { kNothing, kHead, kStack, kLines, kEnd };
volatile sig_atomic_t stage = kNothing;
volatile sig_atomic_t firstSignal = 0;
int report = -1;

std::size_t indexOf(int signal) {
  std::size_t i = 0;
  while (i + 1 < kFaults.size() && kFaults[i].signal != signal) ++i;
  return i;
}

[[noreturn]] void dieBy(int signal) {
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  ::sigaction(signal, &usual, nullptr);
  sigset_t set;
  ::sigemptyset(&set);
  ::sigaddset(&set, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  ::syscall(SYS_tgkill, ::getpid(), ::syscall(SYS_gettid), signal);
  ::_exit(128 + signal);
}

void openReport(const UtcTime& now) {
  std::array<char, 3200> name{};
  std::size_t size = 0;
  const auto add = [&](std::string_view text) {
    for (const char c : text)
      if (size + 1 < name.size()) name[size++] = c;
  };
  add("crash-");
  for (const char c : now.text().substr(0, 19))
    if (c != '-' && c != ':') add({&c, 1});
  add("Z-");
  std::array<char, 12> digits;
  std::size_t first = digits.size();
  for (auto pid = static_cast<unsigned>(::getpid()); pid > 0; pid /= 10)
    digits[--first] = static_cast<char>('0' + pid % 10);
  add({digits.data() + first, digits.size() - first});
  add(".txt");
  fileName.set({name.data(), size});
  const int folder = ::open(folderText.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  report = ::openat(folder, fileName.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  ::close(folder);
}

void writeHead(int signal, const siginfo_t* info, long thread) {
  timespec moment{};
  ::clock_gettime(CLOCK_REALTIME, &moment);
  const UtcTime now(moment);
  openReport(now);
  const Fault& fault = kFaults[indexOf(signal)];
  const SignalText out(report);
  out << programText.get() << " ended unexpectedly\n\ntime: " << now.text() << "\nsignal: " << long(signal)
      << " " << fault.name << " (" << fault.meaning << "), code " << long(info->si_code);
  if (info->si_code > 0)
    (out << ", address ").address(info->si_addr);
  else if (info->si_pid != ::getpid())
    out << ", sent by process " << long(info->si_pid);
  std::array<char, 17> name{};
  ::prctl(PR_GET_NAME, name.data());
  out << "\nbuild: " << buildText.get() << "\nprocess: " << long(::getpid()) << "\nthread: " << thread << " "
      << std::string_view(name.data()) << "\n";
  if (!studyText.get().empty()) out << "study: " << studyText.get() << "\n";
  if (!exceptionText.get().empty()) out << "exception: " << exceptionText.get() << "\n";
}

void writeStack() {
  SignalText(report) << "\nstack, the innermost first:\n";
  std::array<void*, kMostFrames> frames;
  const int count = ::backtrace(frames.data(), kMostFrames);
  ::backtrace_symbols_fd(frames.data(), count, report);
}

void finishReport() {
  if (stage < kLines) {
    stage = kLines;
    SignalText(report) << "\nthe last lines of the log:\n";
    if (report >= 0) writeRecentLines(report);
  }
  if (stage < kEnd) {
    stage = kEnd;
    const SignalText terminal(STDERR_FILENO);
    terminal << "kinglet: ended unexpectedly (" << kFaults[indexOf(firstSignal)].name << ")";
    if (report >= 0) terminal << "; what is known of it is in " << shownFolder.get() << "/" << fileName.get();
    terminal << "\n";
  }
}

// A fault within a stage goes on with the next one.
void writeReport(int signal, const siginfo_t* info, long thread) {
  if (stage < kHead) {
    stage = kHead;
    writeHead(signal, info, thread);
  }
  if (stage < kStack) {
    stage = kStack;
    if (report >= 0) writeStack();
  }
  finishReport();
}

// The stack waits for a lock that nobody will give back.
void onAlarm(int) {
  finishReport();
  dieBy(firstSignal);
}

// Whoever had the signal before may mend it, as data::GuardedMap does; if not, it gives the signal back to
// whom it had it from, so that we are no longer asked.
bool mended(int signal, siginfo_t* info, void* context) {
  const struct sigaction& other = before[indexOf(signal)];
  if (!(other.sa_flags & SA_SIGINFO) || info->si_code <= 0) return false;
  struct sigaction mine {
  }, now{};
  ::sigaction(signal, nullptr, &mine);
  other.sa_sigaction(signal, info, context);
  ::sigaction(signal, nullptr, &now);
  return now.sa_sigaction == mine.sa_sigaction;
}

void onFault(int signal, siginfo_t* info, void* context) {
  const int error = errno;
  if (signal == SIGBUS && mended(signal, info, context)) {
    errno = error;
    return;
  }
  const long thread = ::syscall(SYS_gettid);
  long none = 0;
  const bool first = crashing.compare_exchange_strong(none, thread);
  if (!first && none != thread) {
    // Another thread is at it, and ends us all.
    for (unsigned i = 0; i < kMostSeconds; ++i) ::sleep(1);
    dieBy(firstSignal);
  }
  if (first) {
    firstSignal = signal;
    struct sigaction bound {};
    bound.sa_handler = onAlarm;
    ::sigaction(SIGALRM, &bound, nullptr);
    ::alarm(kMostSeconds);
  }
  writeReport(signal, info, thread);
  const struct sigaction& other = before[indexOf(firstSignal)];
  const bool toOthers =
      first && signal != SIGBUS && other.sa_handler != SIG_IGN && other.sa_handler != SIG_DFL;
  // The same instruction fails again: the core dump then shows it, and not us.
  if (first && info->si_code > 0) {
    struct sigaction next {};
    next.sa_handler = SIG_DFL;
    ::sigaction(signal, toOthers ? &other : &next, nullptr);
    return;
  }
  dieBy(firstSignal);
}

void noteException() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (!type) return;
  std::string text = typeName(type->name());
  try {
    std::rethrow_exception(std::current_exception());
  } catch (const std::exception& error) {
    text += ": " + outside(base::terminalText(error.what()));
  } catch (...) {
  }
  exceptionText.set(cutTo(std::move(text), 900));
}

[[noreturn]] void onTerminate() {
  static std::atomic<bool> entered{false};
  if (!entered.exchange(true)) noteException();
  std::abort();
}

}  // namespace

void installCrashHandler(const std::filesystem::path& folder, const std::string& program) noexcept {
  try {
    if (folder.empty() || folder.native().size() > 2900) return;
    std::error_code ignored;
    std::filesystem::create_directories(folder.parent_path(), ignored);
    std::filesystem::create_directory(folder, ignored);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
    folderText.set(folder.native());
    shownFolder.set(base::terminalText(folder.native()));
    programText.set(base::terminalText(program));
    buildText.set(buildMark());
    if (std::exchange(installed, true)) return;
    static const CrashStack mainStack;
    // The first call loads a library, which a handler must not.
    std::array<void*, 2> frames;
    ::backtrace(frames.data(), 2);
    struct sigaction mine {};
    mine.sa_sigaction = onFault;
    // SA_NODEFER: what fails within the report comes here, too.
    mine.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    ::sigemptyset(&mine.sa_mask);
    for (std::size_t i = 0; i < kFaults.size(); ++i) ::sigaction(kFaults[i].signal, &mine, &before[i]);
    std::set_terminate(onTerminate);
  } catch (const std::exception&) {
  }
}

void setOpenStudy(const std::filesystem::path& path) noexcept {
  try {
    const std::string text = path.empty() ? std::string() : outside(base::terminalText(path.native()));
    const std::lock_guard lock(studyMutex);
    studyText.set(text);
  } catch (const std::exception&) {
  }
}

CrashStack::CrashStack() noexcept {
  stack_t there{};
  if (::sigaltstack(nullptr, &there) != 0 || !(there.ss_flags & SS_DISABLE)) return;  // a sanitizer's
  void* memory = ::mmap(nullptr, kStackBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return;
  stack_t mine{};
  mine.ss_sp = memory;
  mine.ss_size = kStackBytes;
  if (::sigaltstack(&mine, nullptr) == 0)
    memory_ = memory;
  else
    ::munmap(memory, kStackBytes);
}

CrashStack::~CrashStack() {
  if (!memory_) return;
  stack_t none{};
  none.ss_flags = SS_DISABLE;
  ::sigaltstack(&none, nullptr);
  ::munmap(memory_, kStackBytes);
}

}  // namespace kinglet::diagnosis
