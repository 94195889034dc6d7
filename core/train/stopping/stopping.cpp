#include "train/stopping.h"
#include "base/format.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json.h"
#include "train/stopping/rules.h"

namespace kinglet::train {

std::string StoppingSettings::toJson() const {
  return base::jsonText(nlohmann::ordered_json{
      {"rule", rule}, {"confidence", confidence}, {"minimum_epochs", minimumEpochs}, {"patience", patience}});
}

StoppingSettings StoppingSettings::fromJson(const std::string& text) {
  const auto json = base::parsedJson<nlohmann::json>(text, base::Message("the early-stopping settings"));
  if (!json.is_object()) throw base::Error("The early-stopping settings are not a JSON object.");
  StoppingSettings settings;
  const auto number = [&](const char* name, auto& value, double low, double high) {
    const auto found = json.find(name);
    if (found == json.end()) return;
    using T = std::remove_reference_t<decltype(value)>;
    const bool fits = std::is_integral_v<T> ? found->is_number_integer() : found->is_number();
    if (!fits || found->template get<double>() < low || found->template get<double>() > high)
      throw base::Error("The early-stopping setting %1 must be a number from %2 to %3.", name,
                        base::figure(base::jsonText(nlohmann::json(low))),
                        base::figure(base::jsonText(nlohmann::json(high))));
    value = found->template get<T>();
  };
  if (const auto rule = json.find("rule"); rule != json.end()) {
    if (!rule->is_string()) throw base::Error("The early-stopping rule must be a name.");
    settings.rule = rule->get<std::string>();
  }
  number("confidence", settings.confidence, 0.5, 0.9999);
  number("minimum_epochs", settings.minimumEpochs, 1, 100000);
  number("patience", settings.patience, 1, 100000);
  makeStoppingRule(settings);  // refuses an unknown rule
  return settings;
}

std::vector<std::string> stoppingRules() {
  return {"none", "median", "patience", "curve", "halving", "pareto"};
}

std::unique_ptr<StoppingRule> makeStoppingRule(const StoppingSettings& settings) {
  const std::string& rule = settings.rule;
  if (rule == "none") return makeNeverStop();
  if (rule == "median") return makeMedianRule(settings);
  if (rule == "patience") return makePatienceRule(settings);
  if (rule == "curve") return makeCurveRule(settings);
  if (rule == "halving") return makeHalvingRule(settings);
  if (rule == "pareto") return makeParetoRule(settings);
  std::string names;
  for (const std::string& name : stoppingRules()) names += (names.empty() ? "" : ", ") + name;
  throw base::Error("There is no early-stopping rule \"%1\"; there are %2.", rule, names);
}

base::Message::Argument percent(double share) {
  return base::figure(base::percent(share));
}

}  // namespace kinglet::train
