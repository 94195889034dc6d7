#include "app/cli/line_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

#include "base/error.h"
#include "base/system_reason.h"

extern char** environ;

namespace kinglet::cli {
namespace {

using base::Error;

constexpr std::size_t kLongestAnswer = 1 << 20;

std::string shortened(const std::string& line) {
  return line.size() > 60 ? line.substr(0, 60) + " ..." : line;
}

void closeOnce(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

}  // namespace

LineProcess::LineProcess(std::string command, double patience)
    : command_(std::move(command)), patience_(patience) {
  ::signal(SIGPIPE, SIG_IGN);
  start();
}

LineProcess::~LineProcess() {
  end();
}

void LineProcess::start() {
  int toChild[2], fromChild[2];
  if (::pipe2(toChild, O_CLOEXEC) != 0)
    throw Error("cannot start the command: %1", base::systemReason(errno));
  if (::pipe2(fromChild, O_CLOEXEC) != 0) {
    const base::Message why = base::systemReason(errno);
    ::close(toChild[0]), ::close(toChild[1]);
    throw Error("cannot start the command: %1", why);
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  std::string text = command_, shell = "sh", option = "-c";
  char* const arguments[] = {shell.data(), option.data(), text.data(), nullptr};
  const int failed = ::posix_spawn(&child_, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  ::close(toChild[0]);
  ::close(fromChild[1]);
  in_ = toChild[1];
  out_ = fromChild[0];
  received_.clear();
  if (failed != 0) {
    child_ = -1;
    end();
    throw Error("cannot start the command: %1", base::systemReason(failed));
  }
  ::fcntl(in_, F_SETFL, O_NONBLOCK);
  ::fcntl(out_, F_SETFL, O_NONBLOCK);
}

std::string LineProcess::howItEnded() {
  closeOnce(in_);
  if (child_ < 0) return "it is not running";
  int status = 0;
  // It closed its output; it may take its time to end.
  for (int i = 0; i < 100; ++i) {
    if (::waitpid(child_, &status, WNOHANG) == child_) {
      child_ = -1;
      if (WIFSIGNALED(status)) return "it was ended by signal " + std::to_string(WTERMSIG(status));
      return "it ended with exit code " + std::to_string(WEXITSTATUS(status));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return "it closed its output";
}

void LineProcess::end() {
  closeOnce(in_);
  closeOnce(out_);
  if (child_ < 0) return;
  for (int i = 0; i < 60; ++i) {
    if (::waitpid(child_, nullptr, WNOHANG) == child_) {
      child_ = -1;
      return;
    }
    if (i == 30) ::kill(-child_, SIGTERM);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  ::kill(-child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
  child_ = -1;
}

std::vector<std::string> LineProcess::ask(std::span<const std::string> lines) {
  std::vector<std::string> answers;
  answers.reserve(lines.size());
  while (true) {
    const std::size_t before = answers.size();
    if (converse(lines.subspan(before), answers)) return answers;
    const std::string how = howItEnded();
    end();
    if (answers.size() == before) throw Error("it gave no answer to %1: %2", shortened(lines[before]), how);
    start();
  }
}

// False when the program ended first. All is sent before the first answer is waited for, but never more than
// the pipe takes: a program that answers while it reads would else wait for us as we wait for it.
bool LineProcess::converse(std::span<const std::string> lines, std::vector<std::string>& answers) {
  using Clock = std::chrono::steady_clock;
  if (child_ < 0) start();
  std::string unsent;
  for (const std::string& line : lines) unsent += line + "\n";
  std::size_t sent = 0;
  const std::size_t wanted = answers.size() + lines.size();
  auto deadline = Clock::now() + std::chrono::duration<double>(patience_);
  while (answers.size() < wanted) {
    pollfd descriptors[2] = {{out_, POLLIN, 0}, {sent < unsent.size() ? in_ : -1, POLLOUT, 0}};
    const double left = std::chrono::duration<double>(deadline - Clock::now()).count();
    const int ready = left > 0 ? ::poll(descriptors, 2, static_cast<int>(std::min(left, 1e6) * 1000) + 1) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) {
      end();
      throw Error("it gave no answer to %1 within %2 s",
                  shortened(lines[answers.size() + lines.size() - wanted]), static_cast<int>(patience_));
    }
    if (descriptors[1].revents) {
      const ssize_t n = ::write(in_, unsent.data() + sent, unsent.size() - sent);
      if (n > 0)
        sent += static_cast<std::size_t>(n);
      else if (errno != EAGAIN && errno != EINTR)
        sent = unsent.size();  // it reads no more; it may have answered
    }
    if (!descriptors[0].revents) continue;
    char buffer[65536];
    const ssize_t n = ::read(out_, buffer, sizeof buffer);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (n <= 0) return false;
    std::size_t from = received_.size(), begin = 0;
    received_.append(buffer, static_cast<std::size_t>(n));
    for (std::size_t at; (at = received_.find('\n', std::max(from, begin))) != std::string::npos;) {
      if (answers.size() < wanted) answers.push_back(received_.substr(begin, at - begin));
      begin = at + 1;
      deadline = Clock::now() + std::chrono::duration<double>(patience_);
    }
    received_.erase(0, begin);
    if (received_.size() > kLongestAnswer) {
      end();
      throw Error("it gave an answer that has no end");
    }
  }
  return true;
}

}  // namespace kinglet::cli
