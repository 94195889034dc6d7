#include "study/meaning.h"

#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "energy/device/board_file.h"
#include "energy/predictor/model_choice.h"
#include "network/baselines.h"
#include "network/network_spec.h"
#include "space/audio_space.h"
#include "study/limits.h"
#include "study/settings.h"

namespace kinglet::study {
namespace {

// Of a file of `kinglet energy fit`: a forest of 200,000 rows has some 100 MB, which no study should carry.
constexpr std::size_t kMostModelBytes = 64u << 20;

const std::string& keptText(const Settings& settings) {
  if (!settings.energyModel) throw base::Error("the study has lost the energy model %1", settings.device);
  return *settings.energyModel;
}

}  // namespace

space::SearchSpace spaceOf(const Settings& settings) {
  return settings.spaceJson.empty() ? space::audioSpace() : space::SearchSpace::fromJson(settings.spaceJson);
}

std::shared_ptr<const energy::EnergyModel> energyModelOf(const Settings& settings) {
  if (const auto* profile = profileOf(settings)) return energy::modelFor(*profile);
  const std::string name = energy::modelPath(settings.device);
  return energy::modelFor(
      std::make_shared<const energy::Predictor>(energy::Predictor::fromText(keptText(settings), name)), name);
}

void setDevice(Settings& settings, const std::string& deviceOrModel) {
  Settings changed = settings;
  changed.energyModel.reset();
  if (energy::isModelFile(deviceOrModel)) {
    const std::filesystem::path path = energy::modelPath(deviceOrModel);
    changed.device = "model:" + path.filename().string();
    changed.energyModel = std::make_shared<const std::string>(base::readText(path, kMostModelBytes));
    energyModelOf(changed);
  } else if (energy::isBoardFile(deviceOrModel)) {
    changed.device = energy::boardName(deviceOrModel);
    changed.energyModel = std::make_shared<const std::string>(
        base::readText(energy::boardPath(deviceOrModel), energy::kMostBoardBytes));
    profileOf(changed);
  } else {
    changed.device = energy::device(deviceOrModel).id;
  }
  settings = std::move(changed);
}

const energy::DeviceProfile* profileOf(const Settings& settings) {
  if (energy::isModelFile(settings.device)) return nullptr;
  if (energy::isBoardFile(settings.device)) return &energy::boardProfile(keptText(settings));
  return &energy::device(settings.device.empty() ? energy::kDefaultDevice : settings.device);
}

std::string deviceNameOf(const Settings& settings) {
  const auto* profile = profileOf(settings);
  return profile ? profile->name : energy::modelPath(settings.device);
}

energy::MeanPower meanPowerOf(const Settings& settings, const space::Candidate& candidate,
                              const energy::EnergyEstimate& energy) {
  return energy::meanPower(energy::listeningDevice(profileOf(settings)), energy, candidate.input,
                           candidate.network, settings.listening);
}

void weigh(Trial& trial, const Settings& settings) {
  trial.costBy = settings.objective;
  try {
    trial.power = meanPowerOf(settings, trial.candidate, trial.energy);
  } catch (const base::Error&) {  // a study of another Kinglet: all else of it can be read
    trial.power = {};
  }
}

Limits limitsOf(const Settings& settings) {
  Limits limits = settings.limits;
  if (const auto* profile = profileOf(settings)) {
    if (!limits.flashKb) limits.flashKb = profile->flashKb;
    if (!limits.ramKb) limits.ramKb = profile->ramKb;
  }
  return limits;
}

double usualEnergyLimitMj(const Settings& settings) {
  constexpr int kClasses = 10;  // of no weight
  const network::InputSpec input;
  return energyModelOf(settings)
      ->estimate(input, network::namedNetwork("mobilenet_v1:0.25", input.shape(), kClasses))
      .millijoules;
}

}  // namespace kinglet::study
