#include <CLI/CLI.hpp>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>

#include "app/cli/commands.h"
#include "app/cli/data_options.h"
#include "app/cli/figures.h"
#include "app/cli/interrupt.h"
#include "app/cli/notices.h"
#include "app/cli/shown.h"
#include "app/cli/sounds_news.h"
#include "app/cli/status_line.h"
#include "base/error.h"
#include "base/json.h"
#include "data/dataset.h"
#include "data/folds.h"
#include "data/folds/plan.h"
#include "study/completion.h"
#include "study/data/other_sounds.h"
#include "study/final/final_store.h"
#include "study/final/teachers.h"
#include "study/settings.h"
#include "train/epoch_report.h"
#include "train/metrics.h"
#include "train/recipe.h"
#include "train/trainer.h"

namespace kinglet::cli {
namespace {

struct Options {
  NetworkChoice network;
  std::string data, folds, school;
  int epochs = 0, workers = 0, teachers = study::kTeachers;
  std::uint64_t seed = 1;
  DataOptions how;
  bool seedGiven = false, final = false, keep = false, others = false, json = false;
};

struct Sounds {
  data::Dataset dataset;
  study::SoundsNews news;
};

// With the folds of the trial's study, unless these are meant to be other sounds.
Sounds soundsOf(const Options& options, study::StudyStore& store) {
  const data::OpenOptions how = options.how.over(study::openOptionsOf(store.settings()));
  if (options.others) {
    study::OtherSounds others = study::openOtherSounds(store, options.data, how);
    return {std::move(others.dataset), std::move(others.news)};
  }
  study::StudySounds own = study::openSounds(store, options.data, how);
  return {std::move(own.dataset), std::move(own.news)};
}

// What --folds means for this data set, and how it is told.
std::pair<std::vector<study::FoldPart>, std::string> partsOf(const Options& options,
                                                             const study::Settings& settings,
                                                             const data::Dataset& dataset) {
  if (options.folds == "all" || options.keep) return {study::crossValidation(dataset), "all"};
  if (options.folds == "open")
    return {study::openCrossValidation(dataset, study::splitOf(settings, dataset)), "open"};
  if (!options.folds.empty()) {
    const int fold = std::stoi(options.folds);
    return {{study::heldOut(dataset, fold)}, options.folds};
  }
  const data::Split split = study::splitOf(settings, dataset);
  const int fold = split.validation.empty() ? -1 : dataset.clips[std::size_t(split.validation[0])].fold;
  if (split.train.empty() || split.validation.empty())
    throw base::Error(
        "the data set has too few folds to train, validate and test; name one to hold out: --folds K");
  const int test = split.test.empty() ? -1 : dataset.clips[std::size_t(split.test[0])].fold;
  if (const base::Message fault = data::planFault(dataset, test, fold); !fault.empty())
    throw base::Error(fault);
  return {{{fold, split.train, split.validation, {}}}, "validation (" + std::to_string(fold) + ")"};
}

std::string accuracyText(const study::Spread& spread, std::size_t parts) {
  std::string text = percentText(spread.mean);
  if (parts > 1) text += " ± " + percentText(spread.deviation) + " over " + std::to_string(parts) + " folds";
  return text;
}

// Whom the network learns from: other candidates of its study, or of the one that is named for it.
std::vector<study::Teacher> teachersOf(const Options& options, const NetworkChoice::Chosen& chosen,
                                       const data::Dataset& dataset) {
  if (options.school.empty())
    return chosen.trial ? study::teachersFor(chosen.store->trials(), chosen.trial->number, options.teachers)
                        : std::vector<study::Teacher>{};
  const auto school = study::openStudy(options.school);
  study::requireSameData(school->settings(), dataset);
  const bool own = chosen.trial && std::filesystem::equivalent(options.school, chosen.store->path());
  return study::teachersFor(school->trials(), own ? chosen.trial->number : -1, options.teachers);
}

// The final training of a trial: judged by every fold, then learnt from all clips, and kept in the study. The
// outcomes are those of the folds.
std::vector<train::TrainOutcome> trainAndKeep(const NetworkChoice::Chosen& chosen,
                                              const study::FoldTraining& training,
                                              data::FeatureStore& features) {
  study::FinalPlan plan;
  plan.candidate = training.candidate;
  plan.teachers = training.teachers;
  plan.recipe = training.recipe;
  plan.seed = training.seed;
  plan.workers = training.workers;
  StatusLine line;
  std::mutex mutex;
  const auto start = std::chrono::steady_clock::now();
  std::stop_source stop;
  Interrupt interrupt([&] { stop.request_stop(); });
  const auto outcome = study::trainFinally(
      features, plan,
      [&](const study::FinalProgress& now) {
        const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const std::lock_guard guard(mutex);
        line.show(chosen.name + " " + bar(now.done, 20) + " " + percentText(now.done) + " · " +
                  durationText(now.done > 0 ? spent * (1 - now.done) / now.done : std::nan("")) + " left");
      },
      [&](const study::FinalTraining::Fold& fold) {
        const std::lock_guard guard(mutex);
        line.print("fold " + data::foldName(features.dataset(), fold.fold) + ": " +
                   percentText(fold.metrics.accuracy));
      },
      stop.get_token());
  line.clear();
  study::FinalStore(chosen.store->path()).save(chosen.trial->number, outcome.result, outcome.weights);
  std::vector<train::TrainOutcome> outcomes(outcome.result.folds.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i].validation = outcome.result.folds[i].metrics;
  return outcomes;
}

void train(const Options& options) {
  constexpr int kOfTheTrial = 0;  // its classes
  Sounds sounds;
  NetworkChoice::Chosen chosen;
  if (options.network.isNamed()) {
    sounds.dataset = data::openDataset(options.data.empty() ? "demo" : options.data, options.how.over({}));
    chosen = options.network.load(static_cast<int>(sounds.dataset.classes.size()));
  } else {
    chosen = options.network.load(kOfTheTrial);
    sounds = soundsOf(options, *chosen.store);
    if (options.others) chosen.settings.testFold = chosen.settings.validationFold = -1;
    if (!options.json) tellNews(sounds.news);
  }
  data::FeatureStore features(std::move(sounds.dataset));
  const data::Dataset& dataset = features.dataset();
  const auto [parts, folds] = partsOf(options, chosen.settings, dataset);
  for (const study::FoldPart& part : parts)
    for (const std::string& name : part.unlearnt)
      std::cerr << "fold " << data::foldName(dataset, part.fold) << ": clips of " << name
                << " are not judged, since no other fold has any\n";

  study::FoldTraining training;
  training.candidate = chosen.candidate;
  training.recipe = chosen.settings.recipe;
  if (options.epochs > 0) training.recipe.epochs = options.epochs;
  if (options.final) {
    training.recipe = study::finalRecipeWith(options.epochs);
    training.teachers = teachersOf(options, chosen, dataset);
  }
  training.seed = options.seedGiven || !chosen.trial ? options.seed : chosen.settings.seed;
  study::Settings forWorkers;
  forWorkers.workers = options.workers;
  training.workers = study::workersOf(forWorkers);

  StatusLine line;
  std::mutex mutex;
  std::map<int, double> shares;
  const auto start = std::chrono::steady_clock::now();
  const auto elapsed = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  std::stop_source stop;
  std::vector<train::TrainOutcome> outcomes;
  if (options.keep) {
    outcomes = trainAndKeep(chosen, training, features);
  } else {
    Interrupt interrupt([&] { stop.request_stop(); });
    outcomes = study::trainFolds(
        features, training, parts,
        [&](const study::FoldProgress& now) {
          const std::lock_guard guard(mutex);
          shares[now.part] = now.done;
          double done = 0;
          for (const auto& [part, share] : shares) done += share / double(parts.size());
          line.show(chosen.name + " " + bar(done, 20) + " " + percentText(done) + " · " +
                    durationText(done > 0 ? elapsed() * (1 - done) / done : std::nan("")) + " left");
        },
        [&](int part, const train::EpochReport& report) {
          if (report.epoch < training.recipe.epochs) return;
          line.print("fold " + data::foldName(dataset, parts[std::size_t(part)].fold) + ": " +
                     percentText(report.validation.accuracy));
        },
        stop.get_token());
  }
  line.clear();
  const auto notices = tellNotices(features);

  std::vector<double> accuracy, balanced, map;
  Json perFold = Json::array();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const train::Metrics& metrics = outcomes[i].validation;
    accuracy.push_back(metrics.accuracy);
    balanced.push_back(metrics.balancedAccuracy);
    map.push_back(metrics.map);
    Json fold{{"fold", parts[i].fold}, {"clips", metrics.clips}};
    fold.update(accuracyFigures(metrics));
    perFold.push_back(std::move(fold));
  }
  const study::Spread spread = study::spreadOf(accuracy);
  if (!options.json) {
    std::cout << chosen.name << " on " << dataset.name << ", folds " << folds << ", "
              << training.recipe.epochs << " epochs"
              << (training.teachers.empty() ? std::string()
                                            : ", " + std::to_string(training.teachers.size()) + " teachers")
              << ": " << accuracyText(spread, parts.size()) << "\n"
              << energyText(chosen.energy.millijoules) << " an inference, flash "
              << digits(double(chosen.cost.flashBytes) / 1024) << " kB, peak RAM "
              << digits(double(chosen.cost.peakRamBytes) / 1024) << " kB, "
              << countText(double(chosen.cost.macs)) << " MACs, " << countText(double(chosen.cost.params))
              << " parameters\n"
              << sourceText(chosen.energy) << "\n";
    return;
  }
  Json json{{"network", chosen.name},
            {"folds", folds},
            {"accuracy", spread.mean},
            {"accuracy_deviation", spread.deviation},
            {"balanced_accuracy", study::spreadOf(balanced).mean},
            {"map", study::spreadOf(map).mean}};
  json.update(costFigures(chosen.cost, chosen.energy));
  json["epochs"] = training.recipe.epochs;
  json["seed"] = training.seed;
  Json teachers = Json::array();
  for (const auto& teacher : training.teachers) teachers.push_back(teacher.trial);
  json["teachers"] = std::move(teachers);
  json["seconds"] = elapsed();
  json["per_fold"] = std::move(perFold);
  json["notices"] = notices;
  json.update(newsFigures(sounds.news));
  std::cout << base::jsonText(json, 2) << "\n";
}

std::string checkFolds(const std::string& text) {
  const bool number =
      !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
  return text == "all" || text == "open" || number
             ? std::string()
             : "must be \"all\", \"open\" or the number of a fold, from 0";
}

}  // namespace

void addTrainCommand(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("train",
                                         "Train one network outside of a search: by default on the training "
                                         "folds, judged by the validation fold");
  options->network.addTo(*command);
  auto* data =
      command->add_option("--data", options->data,
                          "A folder of sounds or a manifest CSV, or \"demo\" (default: the study's data; "
                          "of a named network, \"demo\")");
  command
      ->add_option(
          "--folds", options->folds,
          "\"all\": hold out each fold in turn (the test fold too) and tell mean and spread; \"open\": "
          "the same without the test fold, which stays closed; K: hold out fold K")
      ->check(CLI::Validator(checkFolds, "all|open|K"));
  command
      ->add_option("--epochs", options->epochs,
                   "Epochs (default: the study's, or " + std::to_string(train::Recipe().epochs) +
                       "; with --final " + std::to_string(train::finalRecipe().epochs) + ")")
      ->check(CLI::Range(1, 100000));
  command->add_option("--workers", options->workers, "Folds trained at once (default: one a physical core)")
      ->check(CLI::Range(1, 256));
  auto* seed = command->add_option("--seed", options->seed, "Seed (default: the study's, or 1)");
  command->add_flag(
      "--final", options->final,
      "The final training's recipe: long, sounds varied more, and learning from teachers: other "
      "candidates of the study, trained first on the same clips");
  auto* keep = command->add_flag(
      "--keep", options->keep,
      "Final training of a trial (--final): every fold held out in turn, then once on all clips; figures and "
      "weights stay in the study, where kinglet export takes them");
  command
      ->add_option("--teachers", options->teachers,
                   "With --final: how many of the study's best candidates teach (default: " +
                       std::to_string(study::kTeachers) + "; 0: none)")
      ->check(CLI::Range(0, 64));
  command->add_option("--teachers-from", options->school,
                      "With --final: the study whose candidates teach (default: the network's own; a named "
                      "network has no teachers without it)");
  auto* others = command->add_flag(
      "--other-data", options->others,
      "The sounds of --data are not the study's and meant to be others: train the trial's network on them");
  others->needs(data)->excludes(keep);
  command->add_flag("--json", options->json, "Print a JSON object");
  options->how.addTo(*command);
  command->callback([options, seed, keep] {
    options->network.check();
    if (options->keep && options->network.isNamed())
      throw CLI::ValidationError(keep->get_name(), "is for a trial of a study: --study FILE --trial N");
    options->seedGiven = seed->count() > 0;
    options->final |= options->keep;
    train(*options);
  });
}

}  // namespace kinglet::cli
