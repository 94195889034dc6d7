#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/json.h"
#include "data/builtin_sounds.h"
#include "data/folds/plan.h"
#include "energy/energy_models.h"
#include "network/baselines.h"
#include "study/fold_parts.h"
#include "study/json_forms.h"
#include "study/study.h"

namespace kinglet::study {
namespace {

using Json = nlohmann::ordered_json;

// An infinite limit is "none", because JSON has no infinity; one that was not given is absent.
void putLimit(Json& json, const char* key, const std::optional<double>& limit) {
  if (limit) json[key] = std::isinf(*limit) ? Json("none") : Json(*limit);
}

std::optional<double> takeLimit(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return {};
  if (*found == "none") return std::numeric_limits<double>::infinity();
  return found->get<double>();
}

template <class T>
void take(const Json& json, const char* key, T& value) {
  if (const auto found = json.find(key); found != json.end()) value = base::as<T>(*found);
}

// Of a file of `kinglet energy fit`: a forest of 200,000 rows has some 100 MB, which no study should carry.
constexpr std::size_t kMostModelBytes = 64u << 20;

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
  double energy = 0, memory = 0;
  for (int i = 0; i < kSamples; ++i) {
    const space::Candidate candidate = space::decode(space, space.sample(random), settings.input, classes);
    const network::NetworkCost cost = network::costOf(candidate.network);
    energy = std::max(energy, model->estimate(candidate.input, candidate.network).millijoules);
    memory = std::max(memory, double(cost.flashBytes + cost.peakRamBytes) / 1024);
  }
  energy *= kMargin;
  memory *= kMargin;
  if (limits.energyMj) energy = std::min(energy, *limits.energyMj);
  if (limits.flashKb && limits.ramKb) memory = std::min(memory, *limits.flashKb + *limits.ramKb);
  return {settings.worstError, energy, memory};
}

base::Message::Argument amount(double value, const char* unit) {
  return base::figure(base::general(value, 4) + " " + unit);
}

}  // namespace

std::string Settings::toJson() const {
  Json limitsJson = Json::object();
  putLimit(limitsJson, "energy_mj", limits.energyMj);
  putLimit(limitsJson, "flash_kb", limits.flashKb);
  putLimit(limitsJson, "ram_kb", limits.ramKb);
  Json json = {
      {"data", dataPath},
      {"device", device},
      {"strategy", strategy},
      {"space", spaceJson.empty() ? Json() : parseJson(spaceJson, base::Message("the search space"))},
      {"input", study::toJson(input)},
      {"recipe", parseJson(recipe.toJson(), base::Message("the recipe"))},
      {"stopping", parseJson(stopping.toJson(), base::Message("the stopping rule"))},
      {"audit_share", auditShare},
      {"limits", std::move(limitsJson)},
      {"trials", trials},
      {"minutes", minutes},
      {"workers", workers},
      {"baselines", baselines},
      {"seed", seed},
      {"test_fold", testFold},
      {"validation_fold", validationFold},
      {"cross_validate", crossValidate},
      {"group_by", groupBy.text()},
      {"read_as", readAs.text()},
      {"worst_error", worstError},
      {"reference", reference},
      {"classes", classes}};
  if (energyModel) json["energy_model"] = *energyModel;
  return base::jsonText(json);
}

Settings Settings::fromJson(const std::string& text) {
  const Json json = parseJson(text, base::Message("the study's settings"));
  require(json.is_object(), base::Message("cannot read the study's settings: they are no JSON object"));
  Settings settings;
  try {
    take(json, "data", settings.dataPath);
    take(json, "device", settings.device);
    if (const auto model = json.find("energy_model"); model != json.end())
      settings.energyModel = std::make_shared<const std::string>(model->get<std::string>());
    take(json, "strategy", settings.strategy);
    if (const auto space = json.find("space"); space != json.end() && !space->is_null())
      settings.spaceJson = base::jsonText(*space);
    if (const auto input = json.find("input"); input != json.end()) settings.input = inputFrom(*input);
    if (const auto recipe = json.find("recipe"); recipe != json.end())
      settings.recipe = train::Recipe::fromJson(base::jsonText(*recipe));
    if (const auto stopping = json.find("stopping"); stopping != json.end())
      settings.stopping = train::StoppingSettings::fromJson(base::jsonText(*stopping));
    take(json, "audit_share", settings.auditShare);
    if (const auto limits = json.find("limits"); limits != json.end())
      settings.limits = {takeLimit(*limits, "energy_mj"), takeLimit(*limits, "flash_kb"),
                         takeLimit(*limits, "ram_kb")};
    take(json, "trials", settings.trials);
    take(json, "minutes", settings.minutes);
    take(json, "workers", settings.workers);
    take(json, "baselines", settings.baselines);
    take(json, "seed", settings.seed);
    take(json, "test_fold", settings.testFold);
    take(json, "validation_fold", settings.validationFold);
    take(json, "cross_validate", settings.crossValidate);
    if (std::string rule; take(json, "group_by", rule), !rule.empty())
      settings.groupBy = data::GroupBy::parse(rule);
    if (std::string way; take(json, "read_as", way), !way.empty()) settings.readAs = data::ReadAs::parse(way);
    take(json, "worst_error", settings.worstError);
    take(json, "reference", settings.reference);
    take(json, "classes", settings.classes);
  } catch (const Json::exception&) {
    throw base::Error("cannot read the study's settings: a value has the wrong type");
  }
  return settings;
}

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

space::SearchSpace spaceOf(const Settings& settings) {
  return settings.spaceJson.empty() ? space::audioSpace() : space::SearchSpace::fromJson(settings.spaceJson);
}

std::shared_ptr<const energy::EnergyModel> energyModelOf(const Settings& settings) {
  if (const auto* profile = profileOf(settings)) return energy::modelFor(*profile);
  const std::string name = energy::modelPath(settings.device);
  if (!settings.energyModel) throw base::Error("the study has lost the energy model %1", name);
  return energy::modelFor(
      std::make_shared<const energy::Predictor>(energy::Predictor::fromText(*settings.energyModel, name)),
      name);
}

void setDevice(Settings& settings, const std::string& deviceOrModel) {
  Settings changed = settings;
  changed.energyModel.reset();
  if (energy::isModelFile(deviceOrModel)) {
    const std::filesystem::path path = energy::modelPath(deviceOrModel);
    changed.device = "model:" + path.filename().string();
    changed.energyModel = std::make_shared<const std::string>(base::readText(path, kMostModelBytes));
    energyModelOf(changed);
  } else {
    changed.device = energy::device(deviceOrModel).id;
  }
  settings = std::move(changed);
}

const energy::DeviceProfile* profileOf(const Settings& settings) {
  if (energy::isModelFile(settings.device)) return nullptr;
  return &energy::device(settings.device.empty() ? energy::kDefaultDevice : settings.device);
}

std::string deviceNameOf(const Settings& settings) {
  const auto* profile = profileOf(settings);
  return profile ? profile->name : energy::modelPath(settings.device);
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

base::Message violated(const Limits& limits, const network::NetworkCost& cost,
                       const energy::EnergyEstimate& energy) {
  const bool predicted = energy.provenance == energy::Provenance::predicted && std::isfinite(energy.high);
  const double energyMj = predicted ? energy.high : energy.millijoules;
  const double flash = double(cost.flashBytes) / 1024, ram = double(cost.peakRamBytes) / 1024;
  if (limits.energyMj && energyMj > *limits.energyMj) {
    const auto have = amount(energyMj, "mJ"), limit = amount(*limits.energyMj, "mJ");
    return predicted ? base::Message("energy, which may be %1, is over the limit of %2", have, limit)
                     : base::Message("energy %1 is over the limit of %2", have, limit);
  }
  if (limits.flashKb && flash > *limits.flashKb)
    return base::Message("flash %1 is over the limit of %2", amount(flash, "kB"),
                         amount(*limits.flashKb, "kB"));
  if (limits.ramKb && ram > *limits.ramKb)
    return base::Message("RAM %1 is over the limit of %2", amount(ram, "kB"), amount(*limits.ramKb, "kB"));
  return {};
}

}  // namespace kinglet::study
