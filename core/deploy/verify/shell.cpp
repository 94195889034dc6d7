#include "deploy/verify/shell.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <thread>

#include "base/error.h"
#include "base/files.h"
#include "base/system_reason.h"
#include "base/words.h"
#include "deploy/progress.h"

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

constexpr const char* kPath[] = {"/usr/local/bin", "/usr/bin", "/bin"};

// Where a program is; empty where the system has none of that name.
fs::path programPath(const fs::path& folder, const std::string& name) {
  if (name.starts_with("./")) return fs::absolute(folder) / name.substr(2);
  for (const char* place : kPath)
    if (const fs::path path = fs::path(place) / name; ::access(path.c_str(), X_OK) == 0) return path;
  return {};
}

// A program in a process group of its own, its standard output a pipe, its complaints in a file.
class Child {
 public:
  Child(const fs::path& folder, const std::vector<std::string>& words, const fs::path& log,
        const base::Message& what) {
    const fs::path program = programPath(folder, words.at(0));
    if (program.empty()) throw base::Error("cannot %1: %2 is not installed", what, words[0]);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw base::Error("cannot start %1 to %2", words[0], what);
    read_ = ends[0];
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addchdir_np(&files, folder.c_str());
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const std::string home = fs::absolute(folder).string();
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin", atHome = "HOME=" + home,
                temporary = "TMPDIR=" + home, locale = "LC_ALL=C";
    char* environment[] = {path.data(), atHome.data(), temporary.data(), locale.data(), nullptr};
    const int failed =
        ::posix_spawn(&pid_, program.c_str(), &files, &attributes, arguments.data(), environment);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    ::close(ends[1]);
    if (failed != 0) {
      ::close(read_);
      throw base::Error("cannot start %1 to %2", words[0], what);
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
  std::string output(const std::stop_token& stop, std::chrono::milliseconds longest,
                     const base::Message& what) const {
    const auto end = std::chrono::steady_clock::now() + longest;
    std::string text;
    std::vector<char> buffer(1 << 16);
    while (true) {
      if (stop.stop_requested()) throw Cancelled();
      if (std::chrono::steady_clock::now() > end)
        throw base::Error("cannot %1: it did not end within %2 s", what,
                          std::chrono::duration_cast<std::chrono::seconds>(longest).count());
      pollfd waiting{read_, POLLIN, 0};
      if (::poll(&waiting, 1, kPollMs) <= 0) continue;
      const ssize_t got = ::read(read_, buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return text;
      text.append(buffer.data(), static_cast<std::size_t>(got));
      if (text.size() > kLongestOutput) throw base::Error("cannot %1: its output does not end", what);
    }
  }
  // Whether it ended well; killed where it has closed its output but goes on.
  bool wait() {
    int status = -1;
    for (int i = 0; i < kPatience; ++i) {
      const pid_t ended = ::waitpid(pid_, &status, WNOHANG);
      if (ended == pid_ || (ended < 0 && errno != EINTR)) {
        pid_ = -1;
        return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ::kill(-pid_, SIGKILL);
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return false;
  }

 private:
  static constexpr int kPatience = 2000;  // looks, 5 ms apart
  pid_t pid_ = -1;
  int read_ = -1;
};

}  // namespace

bool installed(const std::string& program) {
  return !programPath({}, program).empty();
}

std::string runProgram(const fs::path& folder, const std::vector<std::string>& words,
                       const base::Message& what, const std::stop_token& stop,
                       std::chrono::milliseconds longest) {
  const WorkFolder notes;
  const fs::path log = notes.path / "errors.txt";
  Child child(folder, words, log, what);
  std::string output = child.output(stop, longest, what);
  if (child.wait()) return output;
  const std::string reason = base::readText(log);
  if (reason.find("overflowed") != std::string::npos)
    throw DoesNotFit(base::Message("cannot %1: the network does not fit the board's memory", what));
  throw base::Error("cannot %1: %2", what, base::terminalText(reason.substr(0, reason.find('\n'))));
}

std::string runCommand(const fs::path& folder, const std::string& command, const base::Message& what,
                       const std::stop_token& stop) {
  std::istringstream text(command);
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(word);
  return runProgram(folder, words, what, stop);
}

WorkFolder::WorkFolder() : WorkFolder(fs::temp_directory_path() / "kinglet-work-") {}

WorkFolder::WorkFolder(const fs::path& startOfPath) : path(madeFolder(startOfPath)) {}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

}  // namespace kinglet::deploy
