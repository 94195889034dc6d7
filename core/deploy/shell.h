// Other programs: compilers, emulators, runtimes.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "base/message.h"

namespace kinglet::deploy {

bool installed(const std::string& program);

// Runs a command of the shell in a folder; its standard output, or base::Error "cannot WHAT: " with the first
// line of its complaint; what: a half-sentence, "run the ONNX file". A stop request kills it with all that it
// started and throws Cancelled.
std::string runCommand(const std::filesystem::path& folder, const std::string& command,
                       const base::Message& what, const std::stop_token& stop = {});
inline std::string runCommand(const std::filesystem::path& folder, const std::string& command,
                              const std::string& what, const std::stop_token& stop = {}) {
  return runCommand(folder, command, base::Message::stored("%1", {what}), stop);
}

// Text as one argument of a command.
std::string quotedForShell(const std::string& text);

// A folder of its own that goes when the work is done.
class WorkFolder {
 public:
  WorkFolder();                                                   // among the system's temporary files
  explicit WorkFolder(const std::filesystem::path& startOfPath);  // both throw base::Error
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const std::filesystem::path path;
};

}  // namespace kinglet::deploy
