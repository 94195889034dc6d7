// The stored forms of a space and of a genome: what a person may edit, and what `kinglet optimise` reads.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "base/json.h"
#include "space/search_space.h"

namespace kinglet::space {
namespace {

using base::Error;
// Strategies weigh all parameters against each other: more would not be answered within a person's patience.
constexpr std::size_t kMostParameters = 1000;

using json = nlohmann::ordered_json;  // a person reads it: the order of the space is kept

json toJsonValue(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const double number = std::get<double>(value);
  if (number == std::floor(number) && std::abs(number) < 1e15) return static_cast<long long>(number);
  return number;
}

Value fromJsonValue(const json& stored, const std::string& where) {
  if (stored.is_number()) return stored.get<double>();
  if (stored.is_string()) return stored.get<std::string>();
  throw Error("%1 must be a number or a text, not %2", where, base::jsonText(stored).substr(0, 40));
}

Condition conditionFrom(const json& stored, const std::string& owner) {
  Condition condition;
  condition.parameter = stored.at("parameter").get<std::string>();
  const bool least = stored.contains("at_least");
  if (least == stored.contains("equals"))
    throw Error("a condition of parameter \"%1\" needs either \"at_least\" or \"equals\"", owner);
  condition.kind = least ? Condition::Kind::atLeast : Condition::Kind::equals;
  condition.value =
      fromJsonValue(stored.at(least ? "at_least" : "equals"), "a condition of parameter \"" + owner + "\"");
  return condition;
}

Parameter parameterFrom(const json& stored) {
  Parameter parameter;
  parameter.name = stored.at("name").get<std::string>();
  const std::string kind = stored.at("kind").get<std::string>();
  if (kind != "ordinal" && kind != "categorical")
    throw Error("parameter \"%1\" is of kind \"%2\"; it must be ordinal or categorical", parameter.name,
                kind);
  parameter.kind = kind == "ordinal" ? Parameter::Kind::ordinal : Parameter::Kind::categorical;
  for (const json& value : stored.at("values"))
    parameter.values.push_back(fromJsonValue(value, "a value of parameter \"" + parameter.name + "\""));
  if (stored.contains("active_if")) {
    for (const json& condition : stored.at("active_if"))
      parameter.activeIf.push_back(conditionFrom(condition, parameter.name));
  }
  return parameter;
}

// A file may tell of its parameters in any order; conditions are on earlier ones. Keeps the order where it
// can. What depends on nothing that there is, or on itself in a circle, stays last, to be refused by name.
std::vector<Parameter> dependenciesFirst(std::vector<Parameter> parameters) {
  std::vector<Parameter> ordered;
  std::set<std::string> placed;
  std::vector<char> taken(parameters.size(), 0);
  for (bool any = true; any;) {
    any = false;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      const auto ready = [&](const Condition& condition) { return placed.contains(condition.parameter); };
      if (taken[i] || !std::all_of(parameters[i].activeIf.begin(), parameters[i].activeIf.end(), ready))
        continue;
      placed.insert(parameters[i].name);
      ordered.push_back(parameters[i]);
      taken[i] = 1;
      any = true;
    }
  }
  for (std::size_t i = 0; i < parameters.size(); ++i)
    if (!taken[i]) ordered.push_back(std::move(parameters[i]));
  return ordered;
}

}  // namespace

std::string toText(const Value& value) {
  const json stored = toJsonValue(value);
  return stored.is_string() ? stored.get<std::string>() : base::jsonText(stored);
}

SearchSpace SearchSpace::fromJson(const std::string& text) {
  try {
    const json stored = base::parsedJson<json>(text, base::Message("the search space"));
    if (stored.at("parameters").size() > kMostParameters)
      throw Error("the search space has %1 parameters; %2 can be searched", stored.at("parameters").size(),
                  kMostParameters);
    std::vector<Parameter> parameters;
    for (const json& parameter : stored.at("parameters")) parameters.push_back(parameterFrom(parameter));
    return SearchSpace(dependenciesFirst(std::move(parameters)), stored.value("name", std::string()));
  } catch (const json::exception& error) {
    throw Error("the search space cannot be read (%1)", std::string(error.what()).substr(0, 160));
  }
}

std::string SearchSpace::toJson() const {
  // One line a parameter, so that a person can edit it.
  std::string text = "{\n \"name\": " + base::jsonText(json(name_)) + ",\n \"parameters\": [";
  const char* separator = "\n  ";
  for (const Parameter& parameter : parameters_) {
    json stored = {{"name", parameter.name},
                   {"kind", parameter.kind == Parameter::Kind::ordinal ? "ordinal" : "categorical"}};
    for (const Value& value : parameter.values) stored["values"].push_back(toJsonValue(value));
    for (const Condition& condition : parameter.activeIf) {
      stored["active_if"].push_back({{"parameter", condition.parameter},
                                     {condition.kind == Condition::Kind::atLeast ? "at_least" : "equals",
                                      toJsonValue(condition.value)}});
    }
    text += separator + base::jsonText(stored);
    separator = ",\n  ";
  }
  return text + "\n ]\n}\n";
}

std::string SearchSpace::genomeToJson(const Genome& genome) const {
  json stored = json::object();
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    if (isActive(genome, static_cast<int>(i)))
      stored[parameters_[i].name] = toJsonValue(value(genome, static_cast<int>(i)));
  }
  return base::jsonText(stored);
}

Genome SearchSpace::genomeFromJson(const std::string& text) const {
  Genome genome(parameters_.size(), 0);
  std::vector<char> given(parameters_.size(), 0);
  try {
    const json stored = base::parsedJson<json>(text, base::Message("the choices of a candidate"));
    if (!stored.is_object()) throw Error("the choices of a candidate must be a JSON object");
    for (const auto& [name, value] : stored.items()) {
      const int index = indexOf(name);
      if (index < 0) throw Error("the search space has no parameter \"%1\"", name.substr(0, 60));
      const Value wanted = fromJsonValue(value, "parameter \"" + name + "\"");
      const auto& values = parameters_[index].values;
      const auto found = std::find(values.begin(), values.end(), wanted);
      if (found == values.end()) {
        std::string have;
        for (const Value& one : values) have += (have.empty() ? "" : ", ") + toText(one);
        throw Error("parameter \"%1\" has no value %2; it has %3", name, toText(wanted).substr(0, 60), have);
      }
      genome[index] = static_cast<int>(found - values.begin());
      given[index] = 1;
    }
  } catch (const json::exception& error) {
    throw Error("the choices of a candidate cannot be read (%1)", std::string(error.what()).substr(0, 160));
  }
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    if (!given[i] && isActive(genome, static_cast<int>(i)) && choices_[i] > 1)
      throw Error("the choices of a candidate leave out \"%1\"", parameters_[i].name);
  }
  return canonical(std::move(genome));
}

}  // namespace kinglet::space
