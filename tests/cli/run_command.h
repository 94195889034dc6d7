// Runs the command line in this process.
#pragma once

#include <gtest/gtest.h>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "app/cli/cli.h"

namespace kinglet::testing {

struct CommandResult {
  int code = -1;
  std::string out, error;
};

// Words are divided by spaces; the program's name is put before them.
inline CommandResult runCommand(const std::string& arguments) {
  std::vector<std::string> words{"kinglet"};
  std::istringstream in(arguments);
  for (std::string word; in >> word;) words.push_back(word);
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  CommandResult result;
  result.code = cli::run(int(argv.size()), argv.data());
  std::cout.flush();
  result.out = ::testing::internal::GetCapturedStdout();
  result.error = ::testing::internal::GetCapturedStderr();
  return result;
}

}  // namespace kinglet::testing
