#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/text.h"
#include "base/error.h"
#include "base/json.h"
#include "study/evaluation.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::string study, data;
  int trial = 0;
  bool json = false;
};

Json toJson(const study::Trial& trial, const train::Metrics& metrics, int fold,
            const data::Dataset& dataset) {
  Json json{{"trial", trial.number}, {"folds", "test (" + std::to_string(fold) + ")"}};
  json.update(accuracyFigures(metrics));
  json["auc"] = metrics.auc;
  json["d_prime"] = metrics.dPrime;
  json["clips"] = metrics.clips;
  json.update(costFigures(trial.cost, trial.energy));
  Json classes = Json::array();
  for (std::size_t i = 0; i < metrics.recall.size(); ++i)
    classes.push_back({{"class", dataset.classes[i]}, {"accuracy", metrics.recall[i]}});
  json["per_class"] = std::move(classes);
  json["confusion"] = metrics.confusion;
  return json;
}

void print(const study::Trial& trial, const train::Metrics& metrics, int fold, const data::Dataset& dataset) {
  std::cout << "Trial " << trial.number << " on the test fold (" << fold << ", " << metrics.clips
            << " clips): " << percentText(metrics.accuracy) << ", balanced "
            << percentText(metrics.balancedAccuracy) << ", mean average precision " << digits(metrics.map)
            << "\n\n";
  std::vector<std::vector<std::string>> rows{{"class", "recall", "most often taken for"}};
  for (std::size_t i = 0; i < metrics.recall.size(); ++i) {
    std::size_t worst = i;
    for (std::size_t j = 0; i < metrics.confusion.size() && j < metrics.confusion[i].size(); ++j)
      if (j != i && metrics.confusion[i][j] > (worst == i ? 0 : metrics.confusion[i][worst])) worst = j;
    const std::string taken =
        worst == i ? "" : dataset.classes[worst] + " (" + std::to_string(metrics.confusion[i][worst]) + ")";
    rows.push_back({dataset.classes[i], percentText(metrics.recall[i]), taken});
  }
  std::cout << tableText(rows, 1);
}

}  // namespace

void addEvaluateCommand(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("evaluate", "Open the test fold for one trial: accuracy, by class, confusion");
  command->add_option("--study", options->study, "The study file")->required();
  command->add_option("--trial", options->trial, "Number of the trial")
      ->required()
      ->check(CLI::NonNegativeNumber);
  command->add_option("--data", options->data,
                      "The data of the study (default: where the study had them from)");
  command->add_flag("--json", options->json, "Print a JSON object");
  command->callback([options] {
    const auto store = study::openStudy(options->study);
    const study::Settings settings = store->settings();
    const study::Trial trial = findTrial(*store, options->trial);
    data::FeatureStore features(data::openDataset(options->data.empty() ? settings.dataPath : options->data));
    const train::Metrics metrics = study::openTestFold(*store, trial, features);
    const data::Dataset& dataset = features.dataset();
    const int fold = dataset.clips[std::size_t(study::splitOf(settings, dataset).test.front())].fold;
    if (options->json)
      std::cout << base::jsonText(toJson(trial, metrics, fold, dataset), 2) << "\n";
    else
      print(trial, metrics, fold, dataset);
  });
}

}  // namespace kinglet::cli
