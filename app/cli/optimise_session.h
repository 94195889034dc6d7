// The conversation of `kinglet optimise`: JSON lines in, JSON lines out.
//
//   {"ask": 2}
//       two lines {"trial": 0, "parameters": {...}}; inactive parameters left out
//   {"tell": 0, "objectives": [41.2, 0.83, 96.5]}
//       no answer; add "stopped": true where the evaluation was cut short, so that the figures are only a bound
//   {"tell": 0, "failed": "out of memory"}
//       no answer; a figure that is null or NaN says the same
//   {"add": {...}, "objectives": [...]}
//       {"trial": 7}: a candidate that was evaluated elsewhere counts as history
//
// A line that makes no sense, or that cannot be (a trial told twice, one that was never asked), is answered
// with {"error": why}, and changes nothing. When no candidate is left, a suggestion is
// {"error": why, "exhausted": true}.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "search/problem_file.h"
#include "search/strategy.h"

namespace kinglet::cli {

class OptimiseSession {
 public:
  // `file` and `out` are kept by reference.
  OptimiseSession(const search::ProblemFile& file, std::unique_ptr<search::Strategy> strategy,
                  std::ostream& out)
      : file_(file), strategy_(std::move(strategy)), out_(out) {}

  // Throws base::Error when it cannot go on: the cost command failed, nobody reads the answers.
  void take(const std::string& line);

 private:
  struct Request;
  void ask(int count);
  void say(const std::string& line);

  const search::ProblemFile& file_;
  std::unique_ptr<search::Strategy> strategy_;
  std::ostream& out_;
};

}  // namespace kinglet::cli
