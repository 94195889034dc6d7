#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/data_options.h"
#include "app/cli/figures.h"
#include "app/cli/notices.h"
#include "app/cli/shown.h"
#include "app/cli/sounds_news.h"
#include "base/error.h"
#include "base/json.h"
#include "data/folds.h"
#include "study/completion.h"
#include "study/data/other_sounds.h"
#include "study/data/sounds_history.h"
#include "study/final/evaluation.h"
#include "study/trial.h"
#include "train/metrics.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::string study, data;
  int trial = 0;
  DataOptions how;
  bool others = false, json = false;
};

// What the trial was judged on.
struct Judged {
  train::Metrics metrics;
  std::string words, folds;  // for people; for "folds" of the JSON object
  std::vector<std::string> classes;
  study::SoundsNews news;
  std::vector<std::string> notices;  // of clips that could not be read
};

// With which changes of its sounds a search has gone on; the test fold is still the one that it began with.
void tellEarlierChanges(const study::StudyStore& store) {
  const auto record = store.sounds();
  if (!record) return;
  for (const study::SoundsChange& change : study::historyFrom(record->history))
    std::cerr << "after " << change.trials << (change.trials == 1 ? " trial: " : " trials: ")
              << change.summary.english() << "\n";
}

Judged judge(const Options& options, study::StudyStore& store, const study::Trial& trial) {
  const data::OpenOptions how = options.how.over(study::openOptionsOf(store.settings()));
  if (options.others) {
    study::OtherSounds sounds = study::openOtherSounds(store, options.data, how);
    if (!options.json) tellNews(sounds.news);
    data::FeatureStore features(std::move(sounds.dataset));
    const train::Metrics metrics = study::judgeOnOthers(store, trial, features);
    const std::string& name = features.dataset().name;
    return {metrics,
            "on other sounds than the study's (" + name,
            "none (" + name + ")",
            features.dataset().classes,
            std::move(sounds.news),
            tellNotices(features)};
  }
  study::StudySounds sounds = study::openSounds(store, options.data, how);
  if (!options.json) {
    if (sounds.news.summary.empty()) tellEarlierChanges(store);
    tellNews(sounds.news);
  }
  data::FeatureStore features(std::move(sounds.dataset));
  const train::Metrics metrics = study::openTestFold(store, trial, features);
  const std::string fold = data::foldName(features.dataset(), store.settings().testFold);
  return {metrics,
          "on the test fold (" + fold,
          "test (" + fold + ")",
          features.dataset().classes,
          std::move(sounds.news),
          tellNotices(features)};
}

Json toJson(const study::Trial& trial, const Judged& judged) {
  const train::Metrics& metrics = judged.metrics;
  Json json{{"trial", trial.number}, {"folds", judged.folds}};
  json.update(accuracyFigures(metrics));
  json["auc"] = metrics.auc;
  json["d_prime"] = metrics.dPrime;
  json["clips"] = metrics.clips;
  json.update(costFigures(trial.cost, trial.energy));
  Json classes = Json::array();
  for (std::size_t i = 0; i < metrics.recall.size(); ++i)
    classes.push_back({{"class", judged.classes[i]}, {"accuracy", metrics.recall[i]}});
  json["per_class"] = std::move(classes);
  json["confusion"] = metrics.confusion;
  json["notices"] = judged.notices;
  json.update(newsFigures(judged.news));
  return json;
}

void print(const study::Trial& trial, const Judged& judged) {
  const train::Metrics& metrics = judged.metrics;
  std::cout << "Trial " << trial.number << " " << judged.words << ", " << metrics.clips
            << " clips): " << percentText(metrics.accuracy) << ", balanced "
            << percentText(metrics.balancedAccuracy) << ", mean average precision " << digits(metrics.map)
            << "\n\n";
  std::vector<std::vector<std::string>> rows{{"class", "recall", "most often taken for"}};
  for (std::size_t i = 0; i < metrics.recall.size(); ++i) {
    std::size_t worst = i;
    for (std::size_t j = 0; i < metrics.confusion.size() && j < metrics.confusion[i].size(); ++j)
      if (j != i && metrics.confusion[i][j] > (worst == i ? 0 : metrics.confusion[i][worst])) worst = j;
    const std::string taken =
        worst == i ? "" : judged.classes[worst] + " (" + std::to_string(metrics.confusion[i][worst]) + ")";
    rows.push_back({judged.classes[i], percentText(metrics.recall[i]), taken});
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
  auto* data = command->add_option("--data", options->data,
                                   "The data of the study (default: where the study had them from)");
  auto* others = command->add_flag("--other-data", options->others,
                                   "The sounds of --data are not the study's and meant to be others: try the "
                                   "network on all of them. Nothing is "
                                   "kept in the study");
  others->needs(data);
  command->add_flag("--json", options->json, "Print a JSON object");
  options->how.addTo(*command);
  command->callback([options] {
    const auto store = study::openStudy(options->study);
    const study::Trial trial = findTrial(*store, options->trial);
    const Judged judged = judge(*options, *store, trial);
    if (options->json)
      std::cout << base::jsonText(toJson(trial, judged), 2) << "\n";
    else
      print(trial, judged);
  });
}

}  // namespace kinglet::cli
