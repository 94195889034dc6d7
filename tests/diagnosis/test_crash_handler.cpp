// Children that crash, each in its way: what they leave behind, and by which signal they end.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "base/files.h"
#include "data/guarded_map.h"
#include "diagnosis/crash_handler.h"
#include "diagnosis/crash_reports.h"
#include "diagnosis/log.h"
#include "support/scratch.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SKIP_UNDER_SANITIZERS() GTEST_SKIP() << "a sanitizer ends the program in its own way"
#else
#define SKIP_UNDER_SANITIZERS() (void)0
#endif

// In the stack of the report by these names.
extern "C" {
[[gnu::noinline]] void kingletTestWritesToNull() {
  volatile int* volatile nowhere = nullptr;
  *nowhere = 1;
}
[[gnu::noinline]] int kingletTestFillsTheStack(int depth) {
  volatile char room[4096];
  room[0] = char(depth);
  if (depth < 0) return 0;
  return kingletTestFillsTheStack(depth + 1) + room[depth % 4096];
}
[[gnu::noinline]] void kingletTestThrows() {
  throw std::runtime_error("a bug called ‹Zwergtaucher›");
}
[[gnu::noinline]] void kingletTestAborts() {
  volatile bool always = true;  // or what calls it would end with the call, and its name be the next one's
  if (always) std::abort();
}
[[gnu::noinline]] void kingletTestMissesPages(const char* path) {
  std::ofstream(path) << std::string(8192, 'x');
  const int file = ::open(path, O_RDWR | O_CLOEXEC);
  auto* bytes = static_cast<volatile char*>(::mmap(nullptr, 8192, PROT_READ, MAP_PRIVATE, file, 0));
  if (::ftruncate(file, 0) != 0 || bytes[5000] == 'x') _exit(2);
}
}

namespace kinglet::diagnosis {
namespace {
namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class CrashHandler : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = test::scratch() / ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
  }

  // Ends with its status as waitpid() tells it; what it wrote to standard error is in error_.
  int crash(const std::function<void()>& work) {
    const fs::path said = test::scratch() / "said";
    const pid_t child = fork();
    if (child == 0) {
      const int error = ::open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
      ::dup2(error, STDERR_FILENO);
      installCrashHandler(folder_, "kinglet 1.2.3");
      startLog(folder_);
      for (int line = 0; line < 70; ++line) log(Level::info, "test", "line " + std::to_string(line));
      setOpenStudy("/home/me/Eulen.kinglet");
      work();
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    std::ifstream in(said);
    std::stringstream text;
    text << in.rdbuf();
    error_ = text.str();
    return status;
  }

  std::string report() const {
    const auto names = crashNames(folder_);
    EXPECT_THAT(names, SizeIs(1));
    if (names.empty()) return {};
    const auto crash = readCrash(folder_, names.front());
    EXPECT_EQ(crash->study, "/home/me/Eulen.kinglet");
    return crash->text;
  }

  void expectReport(const std::string& signal, const std::string& function) const {
    const std::string text = report();
    if (text.empty()) return;
    EXPECT_THAT(text, HasSubstr("kinglet 1.2.3 ended unexpectedly\n"));
    EXPECT_THAT(text, HasSubstr(signal));
    EXPECT_THAT(text.substr(0, text.find("last lines")), HasSubstr(function));
    EXPECT_THAT(text, HasSubstr("study: ‹/home/me/Eulen.kinglet›"));
    EXPECT_THAT(text, HasSubstr(" INFO test: line 69\n"));
    EXPECT_THAT(text, HasSubstr(" INFO test: line 20\n"));
    EXPECT_THAT(text, Not(HasSubstr("line 19\n")));
    EXPECT_LE(std::count(error_.begin(), error_.end(), '\n'), 2) << error_;
    EXPECT_THAT(error_, HasSubstr("ended unexpectedly"));
    EXPECT_THAT(error_, HasSubstr(folder_.string() + "/" + crashNames(folder_).front()));
  }

  static bool endedBy(int status, int signal) { return WIFSIGNALED(status) && WTERMSIG(status) == signal; }

  fs::path folder_;
  std::string error_;
};

TEST_F(CrashHandler, OfANullPointer) {
  SKIP_UNDER_SANITIZERS();
  EXPECT_TRUE(endedBy(crash(kingletTestWritesToNull), SIGSEGV));
  expectReport("signal: 11 SIGSEGV (invalid memory), code 1, address 0x0", "kingletTestWritesToNull");
}

TEST_F(CrashHandler, OfAFullStack) {
  SKIP_UNDER_SANITIZERS();
  EXPECT_TRUE(endedBy(crash([] { kingletTestFillsTheStack(0); }), SIGSEGV));
  expectReport("SIGSEGV", "kingletTestFillsTheStack");
}

TEST_F(CrashHandler, OfAFullStackOfAnotherThread) {
  SKIP_UNDER_SANITIZERS();
  const auto work = [] {
    std::thread([] {
      const CrashStack stack;
      kingletTestFillsTheStack(0);
    }).join();
  };
  EXPECT_TRUE(endedBy(crash(work), SIGSEGV));
  expectReport("SIGSEGV", "kingletTestFillsTheStack");
}

TEST_F(CrashHandler, OfAnAbort) {
  SKIP_UNDER_SANITIZERS();
  EXPECT_TRUE(endedBy(crash([] { kingletTestAborts(); }), SIGABRT));
  expectReport("signal: 6 SIGABRT", "kingletTestAborts");
}

TEST_F(CrashHandler, OfAnExceptionThatNobodyCatches) {
  SKIP_UNDER_SANITIZERS();
  EXPECT_TRUE(endedBy(crash([] { std::thread(kingletTestThrows).join(); }), SIGABRT));
  expectReport("exception: std::runtime_error: ‹a bug called <Zwergtaucher>›", "kingletTestThrows");
}

TEST_F(CrashHandler, OfASignalFromOutside) {
  SKIP_UNDER_SANITIZERS();
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    fs::remove_all(folder_);
    EXPECT_TRUE(endedBy(crash([signal] { ::kill(::getpid(), signal), ::pause(); }), signal)) << signal;
    EXPECT_THAT(report(), HasSubstr("signal: " + std::to_string(signal) + " ")) << signal;
  }
}

TEST_F(CrashHandler, OfSeveralThreadsAtOnce) {
  SKIP_UNDER_SANITIZERS();
  const auto work = [] {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back(kingletTestWritesToNull);
    for (auto& thread : threads) thread.join();
  };
  EXPECT_TRUE(endedBy(crash(work), SIGSEGV));
  expectReport("SIGSEGV", "kingletTestWritesToNull");
}

TEST_F(CrashHandler, WhereTheFolderCannotBeWrittenItEndsAllTheSame) {
  SKIP_UNDER_SANITIZERS();
  const auto work = [this] {
    flushLog(5000);
    fs::remove_all(folder_);
    kingletTestWritesToNull();
  };
  EXPECT_TRUE(endedBy(crash(work), SIGSEGV));
  EXPECT_THAT(crashNames(folder_), IsEmpty());
  EXPECT_EQ(error_, "kinglet: ended unexpectedly (SIGSEGV)\n");
}

TEST_F(CrashHandler, NothingIsSaidWhereNothingHappens) {
  EXPECT_EQ(crash([] { flushLog(5000); }), 0);
  EXPECT_EQ(error_, "");
  EXPECT_THAT(crashNames(folder_), IsEmpty());
}

// A file of two pages that is cut to nothing while it is mapped.
class CutMap {
 public:
  explicit CutMap(const fs::path& path) : path_(path) {
    std::ofstream(path) << std::string(8192, 'x');
    file_ = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    map_ = std::make_unique<data::GuardedMap>(file_, path);
  }
  ~CutMap() { ::close(file_); }
  void cut() const {
    if (::ftruncate(file_, 0) != 0) _exit(2);
  }
  const data::GuardedMap& map() const { return *map_; }

 private:
  fs::path path_;
  int file_;
  std::unique_ptr<data::GuardedMap> map_;
};

void readsZeros(const fs::path& path) {
  CutMap file(path);
  if (file.map().bytes()[5000] != std::byte('x')) _exit(3);
  file.cut();
  if (file.map().bytes()[5000] != std::byte(0) || file.map().intact()) _exit(4);
}

TEST_F(CrashHandler, AGuardedMapStillMendsWhatIsItsOwn) {
  SKIP_UNDER_SANITIZERS();
  EXPECT_EQ(crash([this] { readsZeros(folder_ / "map"); }), 0);
  EXPECT_THAT(crashNames(folder_), IsEmpty());
  EXPECT_EQ(error_, "");
}

TEST_F(CrashHandler, AGuardedMapFromBeforeMendsWhatIsItsOwnToo) {
  SKIP_UNDER_SANITIZERS();
  const CutMap first(test::scratch() / "first");  // so that its handler is there before ours
  EXPECT_EQ(crash([this, &first] {
              readsZeros(folder_ / "map");
              first.cut();
              if (first.map().bytes()[0] != std::byte(0)) _exit(5);
            }),
            0);
  EXPECT_THAT(crashNames(folder_), IsEmpty());
}

TEST_F(CrashHandler, ABusErrorThatIsNotTheMapsIsReported) {
  SKIP_UNDER_SANITIZERS();
  EXPECT_TRUE(endedBy(crash([this] {
                        readsZeros(folder_ / "map");
                        kingletTestMissesPages((folder_ / "other").c_str());
                      }),
                      SIGBUS));
  expectReport("SIGBUS", "kingletTestMissesPages");
}

TEST_F(CrashHandler, ABusErrorIsReportedWhereTheMapWasThereBefore) {
  SKIP_UNDER_SANITIZERS();
  const CutMap first(test::scratch() / "first");
  EXPECT_TRUE(endedBy(crash([this] { kingletTestMissesPages((folder_ / "other").c_str()); }), SIGBUS));
  EXPECT_THAT(report(), HasSubstr("SIGBUS"));
}

TEST(CrashReports, TheNewestStay) {
  const fs::path folder = test::scratch() / "many";
  fs::create_directories(folder);
  for (int day = 10; day < 30; ++day)
    std::ofstream(folder / ("crash-202611" + std::to_string(day) + "T080000Z-1.txt")) << "text";
  std::ofstream(folder / "kinglet.log") << "text";
  removeOldCrashes(folder);
  const auto names = crashNames(folder);
  EXPECT_THAT(names, SizeIs(10));
  EXPECT_EQ(names.front(), "crash-20261120T080000Z-1.txt");
  EXPECT_EQ(names.back(), "crash-20261129T080000Z-1.txt");
  EXPECT_TRUE(fs::exists(folder / "kinglet.log"));
}

}  // namespace
}  // namespace kinglet::diagnosis
