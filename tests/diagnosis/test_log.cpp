#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <thread>

#include "base/cancelled.h"
#include "base/error.h"
#include "diagnosis/log.h"
#include "diagnosis/log_file.h"
#include "diagnosis/outside.h"
#include "support/scratch.h"

namespace kinglet::diagnosis {
namespace {
namespace fs = std::filesystem;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

std::string textOf(const fs::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

fs::path folderFor(const char* test) {
  const fs::path folder = test::scratch() / test;
  fs::remove_all(folder);
  return folder;
}

// What a child process does; whether it went well.
bool inChild(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(LogFile, SeveralProcessesMoveItAsideAndLoseNothing) {
  constexpr int kProcesses = 6, kLines = 400;
  const fs::path folder = folderFor("rotation"), path = folder / "kinglet.log";
  std::vector<pid_t> children;
  for (int process = 0; process < kProcesses; ++process) {
    const pid_t child = fork();
    if (child == 0) {
      LogFile file(path, 4000, 100);
      for (int line = 0; line < kLines; ++line)
        file.write(std::to_string(process) + " " + std::to_string(line) + " " +
                   std::string(std::size_t(20 + line % 60), 'x') + " end");
      _exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  std::map<std::pair<int, int>, int> seen;
  int files = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    ++files;
    // Who could not get the lock writes a line more.
    EXPECT_LT(entry.file_size(), 4000 + kProcesses * 100) << entry.path();
    std::istringstream lines(textOf(entry.path()));
    for (std::string line; std::getline(lines, line);) {
      ASSERT_THAT(line, EndsWith(" end"));
      std::istringstream words(line);
      int process = -1, number = -1;
      words >> process >> number;
      ++seen[{process, number}];
    }
  }
  EXPECT_GT(files, 20);
  EXPECT_EQ(seen.size(), std::size_t(kProcesses * kLines));
  for (const auto& [line, times] : seen) EXPECT_EQ(times, 1) << line.first << " " << line.second;
}

TEST(LogFile, KeepsThreeOldOnes) {
  const fs::path folder = folderFor("kept");
  LogFile file(folder / "kinglet.log", 100);
  for (int line = 0; line < 60; ++line) file.write("line " + std::to_string(line) + std::string(40, '.'));
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  EXPECT_THAT(names, ::testing::UnorderedElementsAre("kinglet.log", "kinglet.log.1", "kinglet.log.2",
                                                     "kinglet.log.3"));
  EXPECT_THAT(textOf(folder / "kinglet.log"), HasSubstr("line 59"));
  EXPECT_THAT(textOf(folder / "kinglet.log.1"), HasSubstr("line 57"));
}

TEST(LogFile, IsReadableByItsUserAloneAndFollowsNoLink) {
  const fs::path folder = folderFor("mode");
  LogFile(folder / "kinglet.log").write("one");
  struct stat status {};
  ASSERT_EQ(::stat((folder / "kinglet.log").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, mode_t(0600));
  ASSERT_EQ(::stat(folder.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, mode_t(0700));
  std::ofstream(folder / "other") << "theirs";
  fs::create_symlink(folder / "other", folder / "link.log");
  LogFile(folder / "link.log").write("two");
  EXPECT_EQ(textOf(folder / "other"), "theirs");
  ASSERT_EQ(::mkfifo((folder / "pipe.log").c_str(), 0600), 0);
  LogFile(folder / "pipe.log").write("three");  // or it would wait for a reader for ever
}

TEST(LogFile, GoesOnAfterItWasTakenAway) {
  const fs::path folder = folderFor("gone");
  LogFile file(folder / "kinglet.log");
  file.write("one");
  fs::remove_all(folder);
  file.write("two");
  EXPECT_EQ(textOf(folder / "kinglet.log"), "two\n");
}

TEST(Log, WritesLinesThatAnEngineerCanRead) {
  const fs::path folder = folderFor("lines");
  EXPECT_TRUE(inChild([&] {
    startLog(folder);
    log(Level::info, "study", "opened\nwith \x1b[31mred\x1b[0m");
    log(Level::warning, "search", base::Message("cannot read %1: %2", fs::path("/home/me/dog bark.wav"), 5));
    logFailure("window", base::Error("no room for %1", "secrets"));
    logFailure("window", std::out_of_range("far off"));
    logFailure("window", base::Cancelled());
    flushLog(5000);
  }));
  const std::string text = textOf(folder / "kinglet.log");
  const std::regex form(
      "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z [0-9]+ [0-9]+ "
      "(INFO|WARNING|ERROR) [a-z]+: [^\\n]*\\n){5}");
  EXPECT_TRUE(std::regex_match(text, form)) << text;
  EXPECT_THAT(text, HasSubstr("INFO study: opened with "));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, HasSubstr("WARNING search: cannot read ‹/home/me/dog bark.wav›: 5\n"));
  EXPECT_THAT(text, HasSubstr("ERROR window: no room for ‹secrets›\n"));
  EXPECT_THAT(text, HasSubstr("std::out_of_range: ‹far off›"));
  EXPECT_THAT(text, HasSubstr("INFO window: cancelled\n"));  // nothing failed
}

TEST(Log, IsNothingUntilItIsStarted) {
  const fs::path folder = folderFor("unstarted");
  EXPECT_TRUE(inChild([&] {
    log(Level::info, "study", "opened");
    flushLog(5000);
  }));
  EXPECT_FALSE(fs::exists(folder));
}

TEST(Log, AFullDiskLosesTheLogOnly) {
  EXPECT_TRUE(inChild([] {
    startLog("/dev/full/kinglet");  // no folder can be made there
    for (int line = 0; line < 5000; ++line) log(Level::info, "test", "line");
    flushLog(5000);
  }));
  const fs::path folder = folderFor("limit");
  EXPECT_TRUE(inChild([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    startLog(folder);
    for (int line = 0; line < 1000; ++line) log(Level::info, "test", "line");
    flushLog(5000);
  }));
  EXPECT_LE(fs::file_size(folder / "kinglet.log"), 1000u);
}

TEST(Log, ItsThreadTakesNoSignals) {
  EXPECT_TRUE(inChild([] {
    startLog(folderFor("signals"));
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    ::kill(::getpid(), SIGTERM);  // would end us, were another thread to take it
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    sigset_t pending;
    sigpending(&pending);
    _exit(sigismember(&pending, SIGTERM) ? 0 : 1);
  }));
}

TEST(Log, ManyThreadsAtOnce) {
  const fs::path folder = folderFor("threads");
  EXPECT_TRUE(inChild([&] {
    startLog(folder);
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([t] {
        for (int line = 0; line < 200; ++line) log(Level::info, "t" + std::to_string(t), "text");
      });
    for (auto& thread : threads) thread.join();
    flushLog(10000);
  }));
  const std::string text = textOf(folder / "kinglet.log");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1600);
}

TEST(Outside, IsLeftOutWhatStandsBetweenTheMarks) {
  EXPECT_EQ(withoutOutside("read ‹/home/me/Secret Bird.WAV›, ‹x› and 5"), "read ‹….wav›, ‹…› and 5");
  // A line that was cut within; the next one stays.
  EXPECT_EQ(withoutOutside("read ‹/home/me\nnext"), "read ‹…›\nnext");
  // Names cannot end the marks.
  EXPECT_EQ(withoutOutside(outside("a› b ‹c")), "‹…›");
  const base::Message inner("no %1 in %2", "bird", base::figure("2.5"));
  EXPECT_EQ(marked(base::Message("%1: %2", "clip", inner)), "‹clip›: no ‹bird› in 2.5");
  EXPECT_EQ(cutTo("äöü", 3), "ä");
}

}  // namespace
}  // namespace kinglet::diagnosis
