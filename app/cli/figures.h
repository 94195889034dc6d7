// The figures of a network as JSON: the keys that other programs rely on. And which network a command is
// about.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/listening_options.h"
#include "energy/energy_model.h"
#include "network/cost.h"
#include "space/audio_space.h"
#include "study/file/store.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/metrics.h"

namespace CLI {
class App;
}

namespace kinglet::cli {

using Json = nlohmann::ordered_json;

// energy_mj, energy_source, energy_provenance, runtime (null where not known), flash_kb, ram_kb (front end
// included, and its part of each), macs, params.
Json costFigures(const network::NetworkCost& cost, const energy::EnergyEstimate& energy);
// mean_power_mw: null where it is not known.
Json powerFigure(const energy::MeanPower& power);
// trial, accuracy, energy_mj, mean_power_mw, flash_kb, ram_kb, macs, params: a row of `pareto`.
Json trialFigures(const study::Trial& trial);
// accuracy, balanced_accuracy, map.
Json accuracyFigures(const train::Metrics& metrics);

// --study FILE --trial N | --network NAME, with --device NAME.
class NetworkChoice {
 public:
  void addListeningTo(CLI::App& app);  // and how that device listens
  void addTo(CLI::App& app);
  // Throws CLI::ValidationError when the options do not name exactly one network.
  void check() const;

  // The study and trial that are named; empty for a named network.
  struct Chosen {
    std::shared_ptr<study::StudyStore> store;
    study::Settings settings;  // of the study, or the defaults
    std::optional<study::Trial> trial;
    std::string name;  // "trial 12", "mobilenet_v1:0.25"
    space::Candidate candidate;
    network::NetworkCost cost;
    energy::EnergyEstimate energy;  // of --device, or as the study holds it
    energy::MeanPower power;        // as the settings say
  };
  // classes: of a named network. Throws base::Error: no such study, trial, network or device.
  Chosen load(int classes) const;
  bool isNamed() const { return !network_.empty(); }
  const std::string& studyPath() const { return study_; }
  int trialNumber() const { return trial_; }
  const std::string& device() const { return device_; }

 private:
  std::string study_, network_, device_;
  int trial_ = -1;
  std::optional<ListeningOptions> listening_;
};

// All trials of a study that can be read; of the others a line each on standard error.
std::vector<study::Trial> trialsOf(const study::StudyStore& store);
// The trial of that number. Throws base::Error telling which there are.
study::Trial findTrial(const study::StudyStore& store, int number);

}  // namespace kinglet::cli
