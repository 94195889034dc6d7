// Other programs: compilers, emulators, runtimes.
#pragma once

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/message.h"

namespace kinglet::deploy {

// In the folders of the system; what the user's PATH or the current folder hold does not count.
bool installed(const std::string& program);

// There was no room for what a linker linked.
class DoesNotFit : public base::Error {
 public:
  using base::Error::Error;
};

// Runs a program in a folder; its standard output, or base::Error "cannot WHAT: " with the first line of its
// complaint. There is no shell, and nothing of the user's environment: PATH is the system's, HOME the folder.
// It ends with an Error when it takes longer than kLongestRun or writes more than 64 MB. A stop request kills
// it with all that it started and throws Cancelled. program: of PATH, or "./NAME" in the folder.
constexpr std::chrono::minutes kLongestRun{10};
std::string runProgram(const std::filesystem::path& folder, const std::vector<std::string>& words,
                       const base::Message& what, const std::stop_token& stop = {},
                       std::chrono::milliseconds longest = kLongestRun);
// The same, with the words in one text, separated by blanks.
std::string runCommand(const std::filesystem::path& folder, const std::string& command,
                       const base::Message& what, const std::stop_token& stop = {});

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
