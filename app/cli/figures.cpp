#include "app/cli/figures.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>

#include "app/cli/shown.h"
#include "base/error.h"
#include "energy/device/device_profile.h"
#include "energy/energy_model.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "study/meaning.h"
#include "study/trial.h"
#include "train/metrics.h"

namespace kinglet::cli {

Json costFigures(const network::NetworkCost& cost, const energy::EnergyEstimate& energy) {
  return {{"energy_mj", energy.millijoules},
          {"energy_source", sourceText(energy)},
          {"energy_provenance", energy::toText(energy.provenance)},
          {"runtime", energy.runtime.empty() ? Json() : Json(energy.runtime)},
          {"flash_kb", double(cost.flashBytes) / 1024},
          {"ram_kb", double(cost.peakRamBytes) / 1024},
          {"front_end_flash_kb", double(cost.frontEndFlashBytes) / 1024},
          {"front_end_ram_kb", double(cost.frontEndRamBytes) / 1024},
          {"macs", cost.macs},
          {"params", cost.params}};
}

Json powerFigure(const energy::MeanPower& power) {
  return std::isfinite(power.totalMw) ? Json(power.totalMw) : Json();
}

Json trialFigures(const study::Trial& trial) {
  Json json{{"trial", trial.number},
            {"accuracy", trial.curve.empty() ? Json() : Json(trial.curve.back().validation.accuracy)}};
  const Json costs = costFigures(trial.cost, trial.energy);
  for (const char* key : {"energy_mj", "flash_kb", "ram_kb", "macs", "params", "energy_source", "runtime"})
    json[key] = costs[key];
  json["mean_power_mw"] = powerFigure(trial.power);
  return json;
}

Json accuracyFigures(const train::Metrics& metrics) {
  return {
      {"accuracy", metrics.accuracy}, {"balanced_accuracy", metrics.balancedAccuracy}, {"map", metrics.map}};
}

void NetworkChoice::addTo(CLI::App& app) {
  auto* study = app.add_option("--study", study_, "The study file that holds the network");
  auto* trial =
      app.add_option("--trial", trial_, "Number of the trial in the study")->check(CLI::NonNegativeNumber);
  auto* network = app.add_option("--network", network_,
                                 "A named network instead: mobilenet_v1:WIDTH, mobilenet_v2:WIDTH or ds_cnn");
  app.add_option("--device", device_,
                 "Device whose energy is told, model:FILE of \"energy fit\" or FILE.json of \"energy count\" "
                 "(default: the study's, or " +
                     std::string(energy::kDefaultDevice) + ")");
  study->needs(trial);
  trial->needs(study);
  network->excludes(study);
}

void NetworkChoice::addListeningTo(CLI::App& app) {
  listening_.emplace().addTo(app);
}

void NetworkChoice::check() const {
  if (network_.empty() && study_.empty())
    throw CLI::ValidationError("name a network: --study FILE --trial N, or --network NAME");
}

NetworkChoice::Chosen NetworkChoice::load(int classes) const {
  check();
  Chosen chosen;
  if (isNamed()) {
    chosen.name = network_;
    chosen.candidate.network = network::namedNetwork(network_, chosen.candidate.input.shape(), classes);
  } else {
    chosen.store = study::openStudy(study_);
    chosen.settings = chosen.store->settings();
    chosen.trial = findTrial(*chosen.store, trial_);
    chosen.name = "trial " + std::to_string(trial_);
    chosen.candidate = chosen.trial->candidate;
  }
  chosen.cost = network::costOf(chosen.candidate.network, chosen.candidate.input);
  if (!device_.empty()) study::setDevice(chosen.settings, device_);
  if (chosen.trial && device_.empty())
    chosen.energy = chosen.trial->energy;
  else
    chosen.energy =
        study::energyModelOf(chosen.settings)->estimate(chosen.candidate.input, chosen.candidate.network);
  const bool asKept = chosen.trial && device_.empty() && !(listening_ && listening_->given());
  if (listening_) listening_->apply(chosen.settings.listening);
  chosen.power =
      asKept ? chosen.trial->power : study::meanPowerOf(chosen.settings, chosen.candidate, chosen.energy);
  return chosen;
}

std::vector<study::Trial> trialsOf(const study::StudyStore& store) {
  auto trials = store.trials();
  for (const auto& aside : store.setAside())
    std::fprintf(stderr, "Trial %d is left out: %s\n", aside.number, aside.reason.english().c_str());
  return trials;
}

study::Trial findTrial(const study::StudyStore& store, int number) {
  const auto trials = store.trials();
  for (const auto& trial : trials)
    if (trial.number == number) return trial;
  for (const auto& aside : store.setAside())
    if (aside.number == number) throw base::Error("trial %1 cannot be used: %2", number, aside.reason);
  if (trials.empty()) throw base::Error("there is no trial %1 in %2; it has none yet", number, store.path());
  throw base::Error("there is no trial %1 in %2; its trials are 0 to %3", number, store.path(),
                    trials.back().number);
}

}  // namespace kinglet::cli
