#include "deploy/shell.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/error.h"
#include "base/files.h"

namespace kinglet::deploy {
namespace fs = std::filesystem;
namespace {

fs::path madeFolder() {
  std::string pattern = (fs::temp_directory_path() / "kinglet-work-XXXXXX").string();
  if (!::mkdtemp(pattern.data()))
    throw base::Error("cannot make a temporary folder in " + fs::temp_directory_path().string());
  return pattern;
}

}  // namespace

bool installed(const std::string& program) {
  return std::system(("command -v " + quotedForShell(program) + " >/dev/null 2>&1").c_str()) == 0;
}

std::string quotedForShell(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string runCommand(const fs::path& folder, const std::string& command, const std::string& what) {
  const WorkFolder notes;
  const fs::path log = notes.path / "errors.txt";
  FILE* pipe = ::popen(("cd " + quotedForShell(folder.string()) + " && { " + command + " ; } 2>" +
                        quotedForShell(log.string()))
                           .c_str(),
                       "r");
  if (!pipe) throw base::Error("cannot start a shell to " + what);
  std::string output;
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, n);
  if (::pclose(pipe) == 0) return output;
  const std::string reason = base::readText(log);
  if (reason.find("overflowed") != std::string::npos)
    throw base::Error("cannot " + what + ": the network does not fit the board's memory");
  throw base::Error("cannot " + what + ": " + reason.substr(0, reason.find('\n')));
}

WorkFolder::WorkFolder() : path(madeFolder()) {}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

}  // namespace kinglet::deploy
