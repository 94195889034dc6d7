// What the command line writes: nothing reaches the terminal that it would obey, and what could not be
// written is told.
#pragma once

#include <cstdio>
#include <memory>
#include <streambuf>
#include <string_view>

namespace kinglet::cli {

// While it lives, stdout, stderr, std::cout and std::cerr pass through base::terminalLines: names from files
// cannot hold escape sequences on their way to a terminal. JSON has such characters escaped before and stays
// as it is. Standard streams that were closed are opened to nowhere, so that no file takes their place.
class Output {
 public:
  Output();
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Writes what is left. Whether all of standard output was written; else errno's value is in error().
  bool finish();
  int error() const;

 private:
  struct Door;
  std::unique_ptr<Door> out_, err_;
};

// Straight to the terminal: for Kinglet's own escape sequences, of standard error.
void writeEscape(std::string_view sequence);

}  // namespace kinglet::cli
