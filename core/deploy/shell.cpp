#include "deploy/shell.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "base/error.h"
#include "base/files.h"
#include "base/system_reason.h"
#include "deploy/progress.h"

extern char** environ;

namespace kinglet::deploy {
namespace fs = std::filesystem;
namespace {

constexpr int kPollMs = 100;
constexpr std::size_t kLongestOutput = 64u << 20;

fs::path madeFolder(const fs::path& start) {
  std::string pattern = start.string() + "XXXXXX";
  if (!::mkdtemp(pattern.data())) {
    const int error = errno;
    const fs::path parent = start.has_parent_path() ? start.parent_path() : fs::path(".");
    throw base::Error("cannot write in %1: %2", parent,
                      error == ENOENT ? base::Message("there is no such folder; make it first")
                                      : base::systemReason(error));
  }
  return pattern;
}

// A shell in a process group of its own, its standard output a pipe, its complaints in a file.
class Child {
 public:
  Child(const std::string& command, const fs::path& log, const base::Message& what) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw base::Error("cannot start a shell to %1", what);
    read_ = ends[0];
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    const char* arguments[] = {"sh", "-c", command.c_str(), nullptr};
    const int failed =
        ::posix_spawn(&pid_, "/bin/sh", &files, &attributes, const_cast<char**>(arguments), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    ::close(ends[1]);
    if (failed != 0) {
      ::close(read_);
      throw base::Error("cannot start a shell to %1", what);
    }
  }
  ~Child() {
    ::close(read_);
    if (pid_ <= 0) return;
    ::kill(-pid_, SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // All that it writes; throws Cancelled.
  std::string output(const std::stop_token& stop) const {
    std::string text;
    char buffer[1 << 16];
    while (true) {
      if (stop.stop_requested()) throw Cancelled();
      pollfd waiting{read_, POLLIN, 0};
      if (::poll(&waiting, 1, kPollMs) <= 0) continue;
      const ssize_t got = ::read(read_, buffer, sizeof buffer);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return text;
      if (text.size() < kLongestOutput) text.append(buffer, static_cast<std::size_t>(got));
    }
  }
  // Whether it ended well.
  bool wait() {
    int status = -1;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t pid_ = -1;
  int read_ = -1;
};

}  // namespace

bool installed(const std::string& program) {
  return std::system(("command -v " + quotedForShell(program) + " >/dev/null 2>&1").c_str()) == 0;
}

std::string quotedForShell(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string runCommand(const fs::path& folder, const std::string& command, const base::Message& what,
                       const std::stop_token& stop) {
  const WorkFolder notes;
  const fs::path log = notes.path / "errors.txt";
  Child child("cd " + quotedForShell(folder.string()) + " && { " + command + " ; }", log, what);
  std::string output = child.output(stop);
  if (child.wait()) return output;
  const std::string reason = base::readText(log);
  if (reason.find("overflowed") != std::string::npos)
    throw base::Error("cannot %1: the network does not fit the board's memory", what);
  throw base::Error("cannot %1: %2", what, reason.substr(0, reason.find('\n')));
}

WorkFolder::WorkFolder() : WorkFolder(fs::temp_directory_path() / "kinglet-work-") {}

WorkFolder::WorkFolder(const fs::path& startOfPath) : path(madeFolder(startOfPath)) {}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

}  // namespace kinglet::deploy
