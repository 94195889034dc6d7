#include "app/cli/search_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/cli/data_options.h"
#include "app/cli/shown.h"
#include "base/files.h"
#include "base/format.h"
#include "energy/device/device_profile.h"
#include "search/strategy.h"
#include "space/audio_space.h"
#include "space/search_space.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "train/stopping.h"

namespace kinglet::cli {
namespace {

// An infinite limit is none.
void addLimit(CLI::Option* option) {
  option->check([](const std::string& text) {
    double value = 0;
    const bool number = CLI::detail::lexical_cast(text, value);
    return number && value > 0 ? std::string() : "must be a number above zero, or \"none\"";
  });
  option->transform([](const std::string& text) { return text == "none" ? std::string("inf") : text; });
}

bool isBuiltin(const std::string& space) {
  return std::ranges::count(space::builtinSpaceNames(), space) > 0;
}

// To the shell's completion it is a file.
CLI::Validator builtinOrFile() {
  return {[](std::string& text) { return isBuiltin(text) ? std::string() : CLI::ExistingFile(text); },
          "FILE"};
}

}  // namespace

void SearchOptions::addTo(CLI::App& app) {
  const auto add = [&](const char* name, auto& value, const std::string& help) {
    return options_[name] = app.add_option(name, value, help);
  };
  add("--data", data_,
      "A folder of sounds or a manifest CSV, or \"demo\" for the built-in sounds, \"demo:SEED\" for others "
      "of the "
      "same kinds (default: demo)");
  options_["--group-by"] = addGroupBy(app, values_.groupBy);
  options_["--read-as"] = addReadAs(app, values_.readAs);
  add("--study", study_, "The study file; a search goes on where it was when the file exists")->required();
  add("--trials", values_.trials, "Candidates to try in all")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  add("--minutes", values_.minutes, "Time limit of the search, over all sessions (default: none)")
      ->check(CLI::PositiveNumber);
  add("--epochs", values_.recipe.epochs, "Epochs a candidate")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  add("--workers", values_.workers, "Candidates trained at once (default: one a physical core)")
      ->check(CLI::Range(1, 256));
  add("--share", pace_.share, "Of each worker's core, percent; it rests for the others (default: all)")
      ->check(CLI::Range(study::kLeastShare, 100));
  app.add_flag("--pause-on-battery", pace_.pauseOnBattery,
               "Pause while the computer runs on its battery; the search goes on with mains");
  add("--strategy", values_.strategy,
      "One of " + joined(search::strategyNames()) + " (default: " + search::kDefaultStrategy + ")")
      ->check(CLI::IsMember(search::strategyNames()));
  add("--stopping", values_.stopping.rule, "Early stopping: one of " + joined(train::stoppingRules()))
      ->check(CLI::IsMember(train::stoppingRules()))
      ->capture_default_str();
  add("--stopping-confidence", values_.stopping.confidence, "Confidence of the rules curve and pareto")
      ->check(CLI::Range(0.5, 0.9999))
      ->capture_default_str();
  add("--stopping-min-epochs", values_.stopping.minimumEpochs, "No candidate is stopped before this epoch")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  add("--stopping-patience", values_.stopping.patience, "Epochs without improvement (rule patience)")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  add("--audit-share", values_.auditShare,
      "Share of the stopped candidates that is trained on, to measure what stopping loses")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  add("--device", values_.device,
      "Device whose energy and memory count, model:FILE of \"energy fit\", or FILE.json of \"energy count\" "
      "(default: " +
          std::string(energy::kDefaultDevice) + ")");
  addLimit(add("--max-energy-mj", maxEnergyMj_,
               "No candidate above this energy an inference; \"none\" for no limit (default, in the built-in "
               "space: what mobilenet_v1:0.25 takes on the device)"));
  addLimit(add("--max-flash-kb", maxFlashKb_, "No candidate above this flash (default: the device's)"));
  addLimit(add("--max-ram-kb", maxRamKb_, "No candidate above this peak RAM (default: the device's)"));
  addLimit(add("--max-power-mw", maxPowerMw_,
               "No candidate above this mean power of a device that listens, front end and waiting included, "
               "nor one that does not keep up (default: none)"));
  add("--objective", objective_,
      "What is made small beside error and memory: energy (of an inference) or power (mean, while listening)")
      ->check(CLI::IsMember({"energy", "power"}))
      ->capture_default_str();
  listening_.addTo(app);
  add("--worst-error", values_.worstError,
      "Percent; a candidate above this error is worth nothing to the search")
      ->check(CLI::Range(1.0, 100.0))
      ->capture_default_str();
  add("--baseline", values_.baselines,
      "A named network to train beside, e.g. mobilenet_v1:0.25; may be repeated");
  add("--space", space_,
      "A search space in JSON, or a built-in one by its name: " + joined(space::builtinSpaceNames()) +
          " (default: audio)")
      ->check(builtinOrFile());
  add("--seed", values_.seed, "Same seed, one worker: the same study")->capture_default_str();
  add("--folds-test", values_.testFold, "The fold that stays closed, from 0 (default: the last)")
      ->check(CLI::NonNegativeNumber);
  add("--folds-validation", values_.validationFold,
      "The fold to judge by, from 0 (default: the one before the test's)")
      ->check(CLI::NonNegativeNumber);
  options_["--cross-validate"] = app.add_flag(
      "--cross-validate", values_.crossValidate,
      "Hold out every fold but the test's in turn and judge by all of their clips: as many times "
      "the work, for small data sets");
  app.add_flag(
      "--accept-data-changes", acceptsChanges_,
      "Go on although clips that candidates are judged by are gone or have changed; that is kept in the "
      "study and shown");
  app.add_flag("--json", json_, "Print JSON lines: one a trial, one at the end");
}

bool SearchOptions::given(const char* name) const {
  return options_.at(name)->count() > 0;
}

std::string SearchOptions::dataPath(const study::Settings& settings) const {
  return given("--data") ? data_ : settings.dataPath;
}

void SearchOptions::applyLive(study::Settings& settings) const {
  if (given("--trials")) settings.trials = values_.trials;
  if (given("--minutes")) settings.minutes = values_.minutes;
  if (given("--workers")) settings.workers = values_.workers;
  if (given("--stopping")) settings.stopping.rule = values_.stopping.rule;
  if (given("--stopping-confidence")) settings.stopping.confidence = values_.stopping.confidence;
  if (given("--stopping-min-epochs")) settings.stopping.minimumEpochs = values_.stopping.minimumEpochs;
  if (given("--stopping-patience")) settings.stopping.patience = values_.stopping.patience;
  if (given("--audit-share")) settings.auditShare = values_.auditShare;
  if (given("--max-energy-mj")) settings.limits.energyMj = maxEnergyMj_;
  if (given("--max-flash-kb")) settings.limits.flashKb = maxFlashKb_;
  if (given("--max-ram-kb")) settings.limits.ramKb = maxRamKb_;
  if (given("--max-power-mw")) settings.limits.powerMw = maxPowerMw_;
  if (given("--baseline")) settings.baselines = values_.baselines;
}

void SearchOptions::applyFixed(study::Settings& settings) const {
  if (given("--data")) settings.dataPath = data_;
  if (given("--group-by")) settings.groupBy = values_.groupBy;
  if (given("--read-as")) settings.readAs = values_.readAs;
  if (given("--epochs")) settings.recipe.epochs = values_.recipe.epochs;
  if (given("--strategy")) settings.strategy = values_.strategy;
  if (given("--device")) study::setDevice(settings, values_.device);
  if (given("--objective")) settings.objective = study::costObjectiveFrom(objective_);
  listening_.apply(settings.listening);
  if (given("--seed")) settings.seed = values_.seed;
  if (given("--folds-test")) settings.testFold = values_.testFold;
  if (given("--folds-validation")) settings.validationFold = values_.validationFold;
  if (given("--worst-error")) settings.worstError = values_.worstError;
  if (given("--cross-validate")) settings.crossValidate = values_.crossValidate;
  if (given("--space"))
    settings.spaceJson = (isBuiltin(space_) ? space::builtinSpace(space_)
                                            : space::SearchSpace::fromJson(base::readText(space_)))
                             .toJson();
}

study::Settings SearchOptions::fresh() const {
  study::Settings settings;
  applyFixed(settings);
  applyLive(settings);
  if (limitsItself()) settings.limits.energyMj = study::usualEnergyLimitMj(settings);
  return settings;
}

// Whoever brings a space means all of it.
bool SearchOptions::limitsItself() const {
  return !given("--max-energy-mj") && (!given("--space") || isBuiltin(space_));
}

study::Settings SearchOptions::resumed(study::Settings settings) const {
  study::Settings wanted = settings;
  applyFixed(wanted);
  const auto refuse = [&](const char* option, bool same, const std::string& is) {
    if (!same)
      throw CLI::ValidationError(std::string(option) + " cannot change: " + study_ + " was started with " +
                                 is + "; leave it out, or name a new study file");
  };
  refuse("--epochs", wanted.recipe.epochs == settings.recipe.epochs, std::to_string(settings.recipe.epochs));
  refuse("--strategy", wanted.strategy == settings.strategy, settings.strategy);
  const auto model = [](const study::Settings& of) { return of.energyModel ? *of.energyModel : ""; };
  refuse("--device", wanted.device == settings.device && model(wanted) == model(settings),
         wanted.device == settings.device ? "an older " + settings.device : settings.device);
  refuse("--objective", wanted.objective == settings.objective, study::toText(settings.objective));
  refuse("what tells how the device listens", wanted.listening == settings.listening,
         base::general(settings.listening.inferencesPerSecond) + " inferences a second" +
             (settings.listening.clockMhz ? " at " + base::general(*settings.listening.clockMhz) + " MHz"
                                          : std::string()));
  refuse("--group-by", wanted.groupBy == settings.groupBy,
         settings.groupBy.text().empty() ? "clips grouped by their names" : settings.groupBy.text());
  refuse("--read-as", wanted.readAs == settings.readAs,
         settings.readAs.text().empty() ? "the data set as it says itself" : settings.readAs.text());
  refuse("--seed", wanted.seed == settings.seed, std::to_string(settings.seed));
  refuse("--folds-test", wanted.testFold == settings.testFold, std::to_string(settings.testFold));
  refuse("--folds-validation", wanted.validationFold == settings.validationFold,
         std::to_string(settings.validationFold));
  refuse("--cross-validate", wanted.crossValidate == settings.crossValidate, "one validation fold");
  refuse("--worst-error", wanted.worstError == settings.worstError, digits(settings.worstError, 6));
  refuse("--space", study::spaceOf(wanted).toJson() == study::spaceOf(settings).toJson(), "another space");
  settings.dataPath = wanted.dataPath;
  applyLive(settings);
  return settings;
}

}  // namespace kinglet::cli
