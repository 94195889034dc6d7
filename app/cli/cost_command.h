// What is known of a candidate before it is evaluated, asked of another program.
#pragma once

#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/cli/line_process.h"
#include "search/problem_file.h"
#include "search/strategy.h"
#include "space/search_space.h"

namespace kinglet::cli {

// The program reads {"n_mels": 64, ...}, one candidate a line, and answers with an array of the known
// objectives' figures, in the space file's order. A candidate that it answers with {"error": why}, or with a
// figure that is none (null, NaN), counts as infeasible. Answers are remembered. Thread-safe.
class CostCommand {
 public:
  // `file` is kept by reference. Throws base::Error, as does costs(), naming the command.
  CostCommand(const search::ProblemFile& file, const std::string& command, double patience);

  std::vector<search::Costs> costs(std::span<const space::Genome> canonical);

 private:
  std::string lineOf(const space::Genome& genome) const;
  search::Costs read(const std::string& question, const std::string& answer);

  const search::ProblemFile& file_;
  std::vector<std::vector<std::string>> fragments_;  // by parameter and choice: "n_mels":64
  std::mutex mutex_;
  LineProcess process_;
  std::unordered_map<std::uint64_t, search::Costs> remembered_;  // by the genome's hash
  int answered_ = 0, refused_ = 0;
};

}  // namespace kinglet::cli
