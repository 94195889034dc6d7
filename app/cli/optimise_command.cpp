// Anyone's own evaluation behind our strategies; the conversation is told of in optimise_session.h.
#include <signal.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/cost_command.h"
#include "app/cli/optimise_session.h"
#include "base/error.h"
#include "base/files.h"
#include "search/strategy.h"
#include "space/search_space.h"

namespace kinglet::cli {
namespace {

constexpr std::size_t kLongestLine = 16 << 20;
constexpr std::uintmax_t kLargestFile = 16 << 20;

struct Options {
  std::string space, strategy = search::kDefaultStrategy, costCommand;
  std::uint64_t seed = 1;
  double patience = 60;
};

// False at the end of the input.
bool readLine(std::istream& in, std::string& line) {
  line.clear();
  std::streambuf* buffer = in.rdbuf();
  for (int c; (c = buffer->sbumpc()) != std::char_traits<char>::eof();) {
    if (c == '\n') return true;
    if (line.size() == kLongestLine) throw base::Error("A line of the input has no end.");
    line += static_cast<char>(c);
  }
  return !line.empty();
}

void optimise(const Options& options) {
  const search::ProblemFile file = search::ProblemFile::parse(base::readText(options.space, kLargestFile));
  ::signal(SIGPIPE,
           SIG_IGN);  // whoever reads our answers or gives the costs may go: that is told, not died of
  std::unique_ptr<CostCommand> command;
  search::Problem problem{file.space(), file.objectives(), {}, {}};
  if (!options.costCommand.empty() && !file.known().empty()) {
    command = std::make_unique<CostCommand>(file, options.costCommand, options.patience);
    problem.knownCostsOfMany = [&](std::span<const space::Genome> genomes) {
      return command->costs(genomes);
    };
    problem.knownCosts = [&](const space::Genome& genome) { return command->costs({&genome, 1})[0]; };
  }
  OptimiseSession session(file, search::makeStrategy(options.strategy, std::move(problem), options.seed),
                          std::cout);
  for (std::string line; readLine(std::cin, line);) session.take(line);
}

}  // namespace

void addOptimiseCommand(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "optimise", "Suggest candidates for your own evaluation: JSON lines over standard input and output");
  command->add_option("--space", options->space, "The search space and its objectives (JSON)")->required();
  std::string names;
  for (const std::string& name : search::strategyNames()) names += (names.empty() ? "" : ", ") + name;
  command->add_option("--strategy", options->strategy, "One of " + names)
      ->check(CLI::IsMember(search::strategyNames()))
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Same seed, same conversation: same suggestions")
      ->capture_default_str();
  command->add_option(
      "--cost-command", options->costCommand,
      "A program that reads a candidate a line and answers with an array of the objectives that the "
      "space calls known");
  command
      ->add_option("--cost-timeout", options->patience,
                   "Seconds after which a silent cost command counts as hung")
      ->check(CLI::Range(0.1, 86400.0))
      ->capture_default_str();
  command->footer(
      "In:   {\"ask\": 1}  {\"tell\": 0, \"objectives\": [41.2, 0.83]}  {\"tell\": 0, \"failed\": \"why\"}\n"
      "      {\"add\": {\"width\": 8}, \"objectives\": [39.0, 1.2]} for what was evaluated elsewhere\n"
      "Out:  {\"trial\": 0, \"parameters\": {\"width\": 16}} a suggestion, {\"error\": \"why\"} for a line "
      "that cannot "
      "be\nThe end of the input ends the program.");
  command->callback([options] { optimise(*options); });
}

}  // namespace kinglet::cli
