// Other programs: compilers, emulators, runtimes.
#pragma once

#include <filesystem>
#include <string>

namespace kinglet::deploy {

bool installed(const std::string& program);

// Runs a command of the shell in a folder; its standard output, or base::Error "cannot WHAT: " with the first
// line of its complaint.
std::string runCommand(const std::filesystem::path& folder, const std::string& command,
                       const std::string& what);

// Text as one argument of a command.
std::string quotedForShell(const std::string& text);

// A folder of its own that goes when the work is done.
class WorkFolder {
 public:
  WorkFolder();  // throws base::Error
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const std::filesystem::path path;
};

}  // namespace kinglet::deploy
