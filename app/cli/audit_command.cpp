#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/shown.h"
#include "base/error.h"
#include "base/json.h"
#include "study/file/store.h"
#include "study/report/audit.h"
#include "study/settings.h"
#include "train/stopping.h"

namespace kinglet::cli {
namespace {

struct Options {
  std::string study, rule;
  train::StoppingSettings settings;
  bool json = false;
  CLI::Option *confidence = nullptr, *minimum = nullptr, *patience = nullptr;
};

// The study's own settings where nothing else is asked for, so that its own rule is replayed as it ran.
train::StoppingSettings settingsFor(const Options& options, train::StoppingSettings study) {
  if (options.confidence->count()) study.confidence = options.settings.confidence;
  if (options.minimum->count()) study.minimumEpochs = options.settings.minimumEpochs;
  if (options.patience->count()) study.patience = options.settings.patience;
  return study;
}

Json toJson(const study::Audit& audit, bool trials) {
  Json json{{"rule", audit.rule.rule},
            {"confidence", audit.rule.confidence},
            {"minimum_epochs", audit.rule.minimumEpochs},
            {"patience", audit.rule.patience},
            {"candidates", audit.trials.size()},
            {"stopped", audit.stopped},
            {"unknown", audit.beyond},
            {"epochs", audit.epochsFull},
            {"epochs_saved", audit.epochsSaved()},
            {"hypervolume", audit.hypervolumeFull},
            {"hypervolume_lost", audit.hypervolumeLost()},
            {"front", audit.front},
            {"front_lost", audit.frontLost}};
  if (!trials) return json;
  Json list = Json::array();
  for (const auto& trial : audit.trials) {
    if (trial.stopEpoch > 0)
      list.push_back({{"trial", trial.trial},
                      {"stop_epoch", trial.stopEpoch},
                      {"on_front", trial.onFront},
                      {"reason", trial.reason.english()}});
  }
  json["trials"] = list;
  return json;
}

Json toJson(const study::MeasuredRegret& regret) {
  return {{"audited", regret.audited},
          {"gained", regret.gained},
          {"gained_share_low", regret.low},
          {"gained_share_high", regret.high},
          {"hypervolume_missed", regret.hypervolumeMissed}};
}

void print(const std::vector<study::Audit>& audits, int epochs) {
  std::vector<std::vector<std::string>> rows{
      {"rule", "stopped", "epochs saved", "hypervolume lost", "front lost"}};
  for (const auto& audit : audits)
    rows.push_back({audit.rule.rule,
                    std::to_string(audit.stopped) + " of " + std::to_string(audit.trials.size()),
                    percentText(audit.epochsSaved()), digits(100 * audit.hypervolumeLost()) + " %",
                    std::to_string(audit.frontLost) + " of " + std::to_string(audit.front)});
  std::cout << "Replayed: " << audits.front().trials.size() << " candidates of " << epochs << " epochs\n"
            << tableText(rows, 1);
  const int beyond = audits.front().beyond;
  if (beyond > 0)
    std::cout << beyond
              << " candidates had been stopped in this study before their end: of what they would have come "
                 "to, nothing is known, and a rule that goes on further than they did counts as saving "
                 "nothing on them.\n";
}

void printTrials(const study::Audit& audit) {
  std::vector<std::vector<std::string>> rows{{"trial", "stopped after", "front", "why"}};
  for (const auto& trial : audit.trials) {
    if (trial.stopEpoch > 0)
      rows.push_back({std::to_string(trial.trial), std::to_string(trial.stopEpoch),
                      trial.onFront ? "lost" : "", trial.reason.english()});
  }
  if (rows.size() > 1) std::cout << "\n" << tableText(rows, 4);
}

void print(const study::MeasuredRegret& regret) {
  if (regret.audited == 0) return;
  std::cout << "\nMeasured: " << regret.audited
            << " candidates were trained to the end although the rule said stop; " << regret.gained
            << " of them enlarged the hypervolume (95 % interval for all that were stopped: "
            << percentText(regret.low) << " to " << percentText(regret.high) << "), by "
            << digits(100 * regret.hypervolumeMissed) << " % together.\n";
}

void run(const Options& options) {
  const auto store = study::openStudy(options.study);
  const study::Settings settings = store->settings();
  const auto trials = trialsOf(*store);
  const auto recording = study::recordingOf(trials, settings);
  if (recording.trials.empty())
    throw base::Error("no candidate of %1 has ended yet; there is nothing to replay", options.study);
  std::vector<study::Audit> audits;
  auto rule = settingsFor(options, settings.stopping);
  for (const std::string& name :
       options.rule.empty() ? train::stoppingRules() : std::vector<std::string>{options.rule}) {
    rule.rule = name;
    audits.push_back(study::audit(recording, rule));
  }
  const auto regret = study::measuredRegret(trials, settings);
  const bool one = !options.rule.empty();
  if (options.json) {
    Json list = Json::array();
    for (const auto& audit : audits) list.push_back(toJson(audit, one));
    Json json{{"rules", list}};
    if (regret.audited > 0) json["measured"] = toJson(regret);
    std::cout << base::jsonText(json, 2) << "\n";
    return;
  }
  print(audits, recording.epochs);
  if (one) printTrials(audits.front());
  print(regret);
}

}  // namespace

void addAuditCommand(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "audit", "Replay a study under the early-stopping rules: epochs saved, hypervolume lost");
  command->add_option("--study", options->study, "The study file")->required();
  command
      ->add_option("--rule", options->rule, "One rule, with every trial it would have stopped (default: all)")
      ->check(CLI::IsMember(train::stoppingRules()));
  options->confidence = command
                            ->add_option("--confidence", options->settings.confidence,
                                         "Confidence of the rules curve and pareto (default: the study's)")
                            ->check(CLI::Range(0.5, 0.9999));
  options->minimum = command
                         ->add_option("--min-epochs", options->settings.minimumEpochs,
                                      "No candidate is stopped before this epoch (default: the study's)")
                         ->check(CLI::Range(1, 100000));
  options->patience =
      command
          ->add_option("--patience", options->settings.patience,
                       "Epochs without improvement, of the rule patience (default: the study's)")
          ->check(CLI::Range(1, 100000));
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([options] { run(*options); });
}

}  // namespace kinglet::cli
