#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/pareto_table.h"
#include "app/cli/text.h"

namespace kinglet::cli {

std::string paretoTable(const std::vector<study::Trial>& trials) {
  std::vector<std::vector<std::string>> rows{
      {"trial", "accuracy", "energy", "flash kB", "RAM kB", "MACs", "params"}};
  for (const int i : study::frontOf(trials)) {
    const auto& trial = trials[static_cast<std::size_t>(i)];
    rows.push_back({std::to_string(trial.number), percentText(1 - trial.error() / 100),
                    energyText(trial.energyMj()), digits(trial.flashKb()), digits(trial.ramKb()),
                    countText(double(trial.cost.macs)), countText(double(trial.cost.params))});
  }
  return rows.size() == 1 ? "No trial has finished yet.\n" : tableText(rows);
}

void addParetoCommand(CLI::App& app) {
  struct Options {
    std::string study;
    bool json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("pareto", "Print a study's Pareto front: accuracy, energy, memory");
  command->add_option("--study", options->study, "The study file")->required();
  command->add_flag("--json", options->json, "Print a JSON list");
  command->callback([options] {
    const auto trials = study::openStudy(options->study)->trials();
    if (!options->json) {
      std::cout << paretoTable(trials);
      return;
    }
    Json list = Json::array();
    for (const int i : study::frontOf(trials))
      list.push_back(trialFigures(trials[static_cast<std::size_t>(i)]));
    std::cout << list.dump(2) << "\n";
  });
}

}  // namespace kinglet::cli
