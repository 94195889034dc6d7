#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/pareto_table.h"
#include "app/cli/shown.h"
#include "base/json.h"
#include "study/objectives.h"
#include "study/trial.h"

namespace kinglet::cli {

namespace {

std::string candidateTable(const std::vector<study::Trial>& trials, const std::vector<int>& shown) {
  std::vector<std::vector<std::string>> rows{
      {"trial", "accuracy", "energy", "mean mW", "flash kB", "RAM kB", "MACs", "params"}};
  for (const int i : shown) {
    const auto& trial = trials[static_cast<std::size_t>(i)];
    rows.push_back({std::to_string(trial.number), percentText(1 - trial.error() / 100),
                    energyText(trial.energyMj()), digits(trial.power.totalMw), digits(trial.flashKb()),
                    digits(trial.ramKb()), countText(double(trial.cost.macs)),
                    countText(double(trial.cost.params))});
  }
  return rows.size() == 1 ? "No trial has finished yet.\n" : tableText(rows);
}

// Places of candidates that finished, the most accurate first; baselines are none.
std::vector<int> finished(const std::vector<study::Trial>& trials) {
  std::vector<int> found;
  for (std::size_t i = 0; i < trials.size(); ++i)
    if (trials[i].state == study::TrialState::finished && trials[i].baseline.empty())
      found.push_back(static_cast<int>(i));
  std::stable_sort(found.begin(), found.end(), [&](int a, int b) {
    return trials[static_cast<std::size_t>(a)].error() < trials[static_cast<std::size_t>(b)].error();
  });
  return found;
}

}  // namespace

std::string paretoTable(const std::vector<study::Trial>& trials) {
  return candidateTable(trials, study::frontOf(trials));
}

void addParetoCommand(CLI::App& app) {
  struct Options {
    std::string study;
    bool json = false, all = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("pareto", "Print a study's Pareto front: accuracy, energy, memory");
  command->add_option("--study", options->study, "The study file")->required();
  command->add_flag("--json", options->json, "Print a JSON list");
  command->add_flag("--all", options->all, "Every candidate that finished, not only the front");
  command->callback([options] {
    const auto trials = trialsOf(*study::openStudy(options->study));
    const std::vector<int> shown = options->all ? finished(trials) : study::frontOf(trials);
    if (!options->json) {
      std::cout << candidateTable(trials, shown);
      return;
    }
    Json list = Json::array();
    for (const int i : shown) list.push_back(trialFigures(trials[static_cast<std::size_t>(i)]));
    std::cout << base::jsonText(list, 2) << "\n";
  });
}

}  // namespace kinglet::cli
