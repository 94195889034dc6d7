#include "app/shared/trial_export.h"

#include <cmath>

#include "base/error.h"
#include "base/format.h"
#include "data/dataset.h"
#include "data/folds.h"
#include "energy/device/device_profile.h"
#include "study/completion.h"
#include "study/data/study_sounds.h"
#include "study/final/evaluation.h"
#include "study/final/final_store.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "study/trial.h"
#include "train/trainer.h"

namespace kinglet::app {
namespace {

// "1, 2, 3": the folds that some clips are in, as the data set names them.
std::string foldsOf(const data::Dataset& dataset, std::span<const int> clips) {
  std::vector<char> seen(static_cast<std::size_t>(dataset.folds), 0);
  for (const int clip : clips)
    seen[static_cast<std::size_t>(dataset.clips[static_cast<std::size_t>(clip)].fold)] = 1;
  std::string text;
  for (std::size_t fold = 0; fold < seen.size(); ++fold) {
    if (!seen[fold]) continue;
    text += (text.empty() ? "" : ", ") + data::foldName(dataset, static_cast<int>(fold));
  }
  return (text.find(',') == std::string::npos ? "fold " : "folds ") + text;
}

// What the study itself knows of where the network comes from.
deploy::ModelOrigin originOf(const study::StudyStore& store, const study::Settings& settings,
                             const study::Trial& trial) {
  deploy::ModelOrigin origin;
  origin.study = store.path().filename().string();
  origin.trial = trial.number;
  origin.seed = settings.seed;
  origin.dataset = settings.dataPath;
  origin.layout = "not looked at";
  origin.trainFolds = "the study's training folds";
  origin.validationFold = "the study's validation fold";
  origin.testFold = "the study's test fold";
  if (!trial.curve.empty()) origin.accuracy = trial.curve.back().validation.accuracy;
  if (trial.test) origin.testAccuracy = trial.test->accuracy;
  origin.energyMj = trial.energy.millijoules;
  const std::string provenance = energy::toText(trial.energy.provenance);
  origin.energySource = trial.energy.source.starts_with(provenance) ? trial.energy.source
                                                                    : provenance + ": " + trial.energy.source;
  origin.energyRuntime = trial.energy.runtime;
  if (const auto exported = exportedCEnergy(settings, trial)) {
    origin.exportedCMj = exported->millijoules;
    origin.exportedCSource = exported->source;
  }
  origin.inferencesPerSecond = settings.listening.inferencesPerSecond;
  if (std::isfinite(trial.power.totalMw)) {
    origin.meanPowerMw = trial.power.totalMw;
    origin.listening =
        base::general(settings.listening.inferencesPerSecond) + " inferences a second" +
        (trial.power.clockMhz > 0 ? " at " + base::general(trial.power.clockMhz) + " MHz" : "") +
        ", front end and waiting included; not measured";
  }
  return origin;
}

// The same of a final training. int8 can only be tried on clips that the weights learnt from: that is said.
void tellOf(const study::FinalTraining& trained, deploy::ModelOrigin& origin) {
  origin.seed = trained.seed;
  origin.trainFolds = "all folds";
  origin.validationFold =
      trained.folds.empty() ? "on clips it learnt from"
                            : "float: each fold in turn, by trainings without it; int8: clips it learnt from";
  origin.testFold = "none: all folds were trained on";
  origin.accuracy.reset();
  origin.testAccuracy.reset();
  if (!trained.folds.empty()) origin.accuracy = study::accuracyOf(trained).mean;
}

}  // namespace

std::optional<energy::EnergyEstimate> exportedCEnergy(const study::Settings& settings,
                                                      const study::Trial& trial) {
  const energy::DeviceProfile* device = study::profileOf(settings);
  const auto there = device ? energy::exportedCOn(*device) : std::nullopt;
  if (!there) return std::nullopt;
  auto estimate = energy::modelFor(*there)->estimate(trial.candidate.input, trial.candidate.network);
  estimate.source += "; at the clock and power of the study's device, " + base::general(*there->clockMhz) +
                     " MHz and " + base::general(there->activePowerMw) + " mW";
  return estimate;
}

TrialExport trialForExport(const study::StudyStore& store, const study::Trial& trial,
                           data::FeatureStore* features, std::stop_token stop) {
  const study::Settings settings = store.settings();
  if (features) study::requireSounds(store, features->dataset());
  // Those of a final training, where there was one: they learnt from all clips.
  const study::FinalStore finals(store.path());
  const auto trained = finals.result(trial.number);
  auto weights = trained ? finals.weights(trial.number) : store.weights(trial.number);
  if (!weights) throw study::noWeights(trial);
  TrialExport result;
  // Weights of a final training are in the study beside the search's, and as trusted as those.
  result.isOurs = store.isOurs(trial.number);
  result.origin = originOf(store, settings, trial);
  if (trained) tellOf(*trained, result.origin);
  result.model = {trial.candidate.input, trial.candidate.network, std::move(*weights), settings.classes,
                  false};
  if (!features) {
    result.origin.dataNotes = {
        "Exported without the sounds at hand: whether several labels may hold at once was not known; one is "
        "assumed."};
    return result;
  }
  const data::Dataset& dataset = features->dataset();
  result.model.classes = dataset.classes;
  result.model.multiLabel = dataset.multiLabel;
  const data::Split split = study::splitOf(settings, dataset);
  const auto heard = features->features(train::frontEndOf(trial.candidate.input), stop);
  result.sounds = {&dataset, heard, data::withFeatures(*heard, split.train),
                   data::withFeatures(*heard, split.validation)};
  deploy::ModelOrigin& origin = result.origin;
  origin.dataset = dataset.name;
  origin.layout = dataset.layout;
  for (const auto& note : dataset.notes) origin.dataNotes.push_back(note.english());
  if (trained) return result;
  origin.trainFolds = foldsOf(dataset, split.train);
  origin.validationFold = foldsOf(dataset, split.validation);
  if (settings.crossValidate)
    origin.validationFold =
        "float: each fold but the test's in turn, by trainings without it; int8: " + origin.validationFold;
  origin.testFold = foldsOf(dataset, split.test);
  return result;
}

}  // namespace kinglet::app
