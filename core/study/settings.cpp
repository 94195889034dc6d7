#include "study/settings.h"

#include <cmath>
#include <limits>

#include "base/error.h"
#include "base/json.h"
#include "study/json_forms.h"

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

Json listeningJson(const energy::ListeningSettings& listening) {
  Json json{{"inferences_per_second", listening.inferencesPerSecond}};
  if (listening.clockMhz) json["clock_mhz"] = *listening.clockMhz;
  if (listening.idlePowerMw) json["idle_mw"] = *listening.idlePowerMw;
  json["microphone_mw"] = listening.microphoneMw;
  json["memory_mw"] = listening.memoryMw;
  return json;
}

energy::ListeningSettings listeningFrom(const Json& json) {
  energy::ListeningSettings listening;
  take(json, "inferences_per_second", listening.inferencesPerSecond);
  for (const auto& [key, value] :
       {std::pair{"clock_mhz", &listening.clockMhz}, std::pair{"idle_mw", &listening.idlePowerMw}})
    if (const auto found = json.find(key); found != json.end()) *value = found->get<double>();
  take(json, "microphone_mw", listening.microphoneMw);
  take(json, "memory_mw", listening.memoryMw);
  return listening;
}

}  // namespace

const char* toText(CostObjective objective) {
  return objective == CostObjective::power ? "power" : "energy";
}

CostObjective costObjectiveFrom(const std::string& text) {
  for (const CostObjective known : {CostObjective::energy, CostObjective::power})
    if (text == toText(known)) return known;
  throw base::Error("there is no objective \"%1\"; choose energy or power", text);
}

std::string Settings::toJson() const {
  Json limitsJson = Json::object();
  putLimit(limitsJson, "energy_mj", limits.energyMj);
  putLimit(limitsJson, "flash_kb", limits.flashKb);
  putLimit(limitsJson, "ram_kb", limits.ramKb);
  putLimit(limitsJson, "power_mw", limits.powerMw);
  Json json = {
      {"data", dataPath},
      {"device", device},
      {"strategy", strategy},
      {"space", spaceJson.empty() ? Json() : parseJson(spaceJson, base::Message("the search space"))},
      {"input", study::toJson(input)},
      {"recipe", parseJson(recipe.toJson(), base::Message("the recipe"))},
      {"stopping", parseJson(stopping.toJson(), base::Message("the stopping rule"))},
      {"audit_share", auditShare},
      {"listening", listeningJson(listening)},
      {"objective", study::toText(objective)},
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
  if (!json.is_object()) throw base::Error("cannot read the study's settings: they are no JSON object");
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
                         takeLimit(*limits, "ram_kb"), takeLimit(*limits, "power_mw")};
    if (const auto listening = json.find("listening"); listening != json.end())
      settings.listening = listeningFrom(*listening);
    if (std::string objective; take(json, "objective", objective), !objective.empty())
      settings.objective = costObjectiveFrom(objective);
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

}  // namespace kinglet::study
