// A model as a file.

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "energy/accuracy_json.h"
#include "energy/predictor/predictor_state.h"
#include "energy/predictor/process_regressor.h"
#include "statistics/random_forest.h"

namespace kinglet::energy {
namespace {

using nlohmann::json;

constexpr const char* kFormat = "kinglet-energy-model";
constexpr int kVersion = 1;

FeatureMap featuresFrom(const json& j) {
  std::vector<Family> families;
  for (const auto& name : j.at("families"))
    for (Family family : {Family::convolution, Family::depthwise, Family::dense, Family::data})
      if (name == toText(family)) families.push_back(family);
  return FeatureMap(featureLevelFromText(j.at("level")), families,
                    j.at("columns").get<std::vector<std::string>>());
}

// A forest learnt from 200,000 rows has some ten million figures.
constexpr base::JsonLimits kBounds{1u << 30, 50'000'000, 20};

}  // namespace

std::unique_ptr<statistics::Regressor> regressorFromJson(const json& j) {
  return j.at("kind") == "forest" ? statistics::forestFromJson(j) : processFromJson(j);
}

void Predictor::save(const std::filesystem::path& path) const {
  const State& s = *state_;
  json file{{"format", kFormat},        {"version", kVersion},    {"method", s.method},
            {"source", s.source},       {"quantile", s.quantile}, {"correlation", s.correlation},
            {"mj_per_mac", s.mjPerMac}, {"factor", s.factor},     {"resolution", s.resolutionMj}};
  json families = json::array();
  for (Family family : s.features.families()) families.push_back(toText(family));
  file["features"] = {
      {"level", toText(s.features.level())}, {"families", families}, {"columns", s.features.columns()}};
  for (const auto& [method, accuracy] : s.accuracy) file["accuracy"][method] = toJson(accuracy);
  file["examples"] = json::array();
  for (const Example& e : s.examples)
    file["examples"].push_back(
        {e.name, e.measuredMj, e.predicted.mj, e.predicted.low, e.predicted.high, e.macs});
  file["points"] = s.points.values;
  file["regressor"] = s.regressor->toJson();
  base::writeAtomically(path, base::jsonText(file));
}

Predictor Predictor::load(const std::filesystem::path& path) {
  return fromText(base::readText(path, 1u << 30), path.string());
}

Predictor Predictor::fromText(const std::string& text, const std::string& name) {
  try {
    const json file = base::parsedJson<json>(text, name, kBounds);
    if (!file.is_object() || file.value("format", "") != kFormat)
      throw base::Error("it was not written by \"kinglet energy fit\"");
    if (file.at("version") != kVersion)
      throw base::Error("it is of another version of kinglet; fit it again");
    auto state = std::make_unique<State>();
    State& s = *state;
    s.method = file.at("method");
    s.source = file.at("source");
    s.quantile = file.at("quantile");
    s.correlation = file.at("correlation");
    s.mjPerMac = file.at("mj_per_mac");
    s.factor = file.at("factor");
    s.resolutionMj = file.at("resolution");
    s.features = featuresFrom(file.at("features"));
    for (const auto& [method, accuracy] : file.at("accuracy").items())
      s.accuracy[method] = accuracyFrom(accuracy);
    for (const auto& e : file.at("examples"))
      s.examples.push_back({e.at(0), e.at(1), {e.at(2), e.at(3), e.at(4)}, e.at(5)});
    s.points.columns = static_cast<int>(s.features.names().size());
    s.points.values = file.at("points").get<std::vector<double>>();
    if (s.points.columns == 0 || s.examples.empty() || !s.accuracy.contains(s.method) ||
        s.points.values.size() != s.examples.size() * s.points.columns)
      throw base::Error("it is damaged");
    s.regressor = regressorFromJson(file.at("regressor"));
    if (static_cast<int>(s.regressor->importance().size()) != s.points.columns)
      throw base::Error("it is damaged");
    return Predictor(std::move(state));
  } catch (const json::exception&) {
    throw base::Error("%1 is not an energy model, or it is damaged; fit it again", name);
  } catch (const base::Error& e) {
    throw base::Error("%1 is not a usable energy model: %2", name, e.what());
  }
}

}  // namespace kinglet::energy
