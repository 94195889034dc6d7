#include "study/completion.h"

#include <algorithm>

#include "base/error.h"
#include "base/random.h"
#include "data/builtin_sounds.h"
#include "data/folds/plan.h"
#include "energy/device/device_profile.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "search/strategy.h"
#include "space/audio_space.h"
#include "space/search_space.h"
#include "study/fold_parts.h"
#include "study/limits.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "train/recipe.h"
#include "train/stopping.h"

namespace kinglet::study {
namespace {

void require(bool holds, const base::Message& otherwise) {
  if (!holds) throw base::Error(otherwise);
}

void checkLimit(const std::optional<double>& limit, const base::Message& otherwise) {
  require(!limit || *limit > 0, otherwise);
}

void fillFolds(Settings& settings, const data::Dataset& dataset) {
  if (settings.testFold == -1) settings.testFold = dataset.folds - 1;
  if (settings.validationFold == -1)
    settings.validationFold = settings.testFold == 0 ? dataset.folds - 1 : settings.testFold - 1;
}

void checkFolds(Settings& settings, const data::Dataset& dataset) {
  fillFolds(settings, dataset);
  if (dataset.folds < 3) throw base::Error(data::planFault(dataset));
  for (const int fold : {settings.testFold, settings.validationFold})
    if (fold < 0 || fold >= dataset.folds)
      throw base::Error("there is no fold %1; the data set's are 0 to %2", fold, dataset.folds - 1);
  if (settings.testFold == settings.validationFold)
    throw base::Error("fold %1 cannot be the test and the validation fold at once", settings.testFold);
  const base::Message fault = data::planFault(dataset, settings.testFold, settings.validationFold);
  if (!fault.empty()) throw base::Error(fault);
}

// The dearest of many random candidates, and somewhat more; the limit where there is one.
std::vector<double> referenceOf(const Settings& settings, int classes) {
  constexpr int kSamples = 512;
  constexpr double kMargin = 1.25;
  const space::SearchSpace space = spaceOf(settings);
  const auto model = energyModelOf(settings);
  const Limits limits = limitsOf(settings);
  base::Random random(base::seedFor(0, kSamples));
  const bool byPower = settings.objective == CostObjective::power;
  double energy = 0, memory = 0;
  for (int i = 0; i < kSamples; ++i) {
    const space::Candidate candidate = space::decode(space, space.sample(random), settings.input, classes);
    const network::NetworkCost cost = network::costOf(candidate.network, candidate.input);
    const energy::EnergyEstimate estimate = model->estimate(candidate.input, candidate.network);
    energy =
        std::max(energy, byPower ? meanPowerOf(settings, candidate, estimate).totalMw : estimate.millijoules);
    memory = std::max(memory, double(cost.flashBytes + cost.peakRamBytes) / 1024);
  }
  energy *= kMargin;
  memory *= kMargin;
  const std::optional<double>& most = byPower ? limits.powerMw : limits.energyMj;
  if (most) energy = std::min(energy, *most);
  if (limits.flashKb && limits.ramKb) memory = std::min(memory, *limits.flashKb + *limits.ramKb);
  return {settings.worstError, energy, memory};
}

}  // namespace

data::OpenOptions openOptionsOf(const Settings& settings) {
  data::OpenOptions options;
  options.groupBy = settings.groupBy;
  options.readAs = settings.readAs;
  return options;
}

Settings completed(Settings settings, const data::Dataset& dataset) {
  if (settings.device.empty()) settings.device = energy::kDefaultDevice;
  if (settings.strategy.empty()) settings.strategy = search::kDefaultStrategy;
  if (!settings.energyModel) setDevice(settings, settings.device);
  settings.spaceJson = spaceOf(settings).toJson();

  require(settings.trials >= 1 && settings.trials <= 1'000'000,
          base::Message("the number of trials must be 1 to 1,000,000"));
  require(settings.minutes >= 0, base::Message("the time limit must not be negative"));
  require(settings.workers >= 0 && settings.workers <= 256,
          base::Message("the number of workers must be 0 (one a core) to 256"));
  require(settings.auditShare >= 0 && settings.auditShare <= 1,
          base::Message("the audit share must be 0 to 1"));
  require(settings.worstError > 0 && settings.worstError <= 100,
          base::Message("the worst error must be above 0 to 100 %"));
  checkLimit(settings.limits.energyMj, base::Message("the limit on energy must be above zero"));
  checkLimit(settings.limits.flashKb, base::Message("the limit on flash must be above zero"));
  checkLimit(settings.limits.ramKb, base::Message("the limit on RAM must be above zero"));
  checkLimit(settings.limits.powerMw, base::Message("the limit on power must be above zero"));
  energy::check(settings.listening);
  if (settings.listening.clockMhz)
    energy::atClock(energy::listeningDevice(profileOf(settings)), *settings.listening.clockMhz);
  settings.recipe = train::Recipe::fromJson(settings.recipe.toJson());
  train::makeStoppingRule(settings.stopping);
  const auto strategies = search::strategyNames();
  if (std::find(strategies.begin(), strategies.end(), settings.strategy) == strategies.end()) {
    std::string names;
    for (const std::string& name : strategies) names += (names.empty() ? "" : ", ") + name;
    throw base::Error("there is no strategy \"%1\"; choose one of %2", settings.strategy, names);
  }
  const int classes = static_cast<int>(dataset.classes.size());
  for (const std::string& name : settings.baselines)
    network::namedNetwork(name, settings.input.shape(), classes);
  checkFolds(settings, dataset);
  settings.classes = dataset.classes;
  if (settings.reference.empty()) settings.reference = referenceOf(settings, classes);
  return settings;
}

void requireSameData(const Settings& settings, const data::Dataset& dataset) {
  if (!settings.classes.empty() && settings.classes != dataset.classes)
    throw base::Error("the data set %1 has other classes than the one the study was made for (%2)",
                      dataset.name, settings.dataPath);
  const auto seed = data::demoSeed(settings.dataPath);
  require(dataset.layout != "builtin" || !seed || dataset.builtinSeed == *seed,
          base::Message("the data set %1 is not the one the study was made for (%2)", dataset.name,
                        settings.dataPath));
  require(settings.testFold < dataset.folds && settings.validationFold < dataset.folds,
          base::Message("the data set %1 has fewer folds than the one the study was made for (%2)",
                        dataset.name, settings.dataPath));
}

data::Split splitOf(const Settings& settings, const data::Dataset& dataset) {
  Settings filled = settings;
  fillFolds(filled, dataset);
  return data::splitFolds(dataset, filled.testFold, filled.validationFold);
}

std::vector<train::TrainTask::Part> furtherParts(const Settings& settings, const data::Dataset& dataset) {
  if (!settings.crossValidate) return {};
  const data::Split split = splitOf(settings, dataset);
  std::vector<train::TrainTask::Part> parts;
  for (FoldPart& part : openCrossValidation(dataset, split))
    if (split.validation.empty() || part.fold != dataset.clips[std::size_t(split.validation.front())].fold)
      parts.push_back({std::move(part.train), std::move(part.held)});
  return parts;
}

}  // namespace kinglet::study
