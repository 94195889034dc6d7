#include "study/json_forms.h"

#include <limits>

#include "base/error.h"
#include "base/json.h"
#include "base/json_view.h"

namespace kinglet::study {
namespace {

using Tree = nlohmann::ordered_json;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Reads the keys of one object, a tree or a view; what is missing stays as it was.
template <class Json>
class Reader {
 public:
  Reader(const Json& json, const char* what) : json_(json), what_(what) {
    if (!json.is_object()) fail(base::Message("it is no object"));
  }

  template <class T>
  void read(const char* key, T& value) const {
    const auto found = base::memberOf(json_, key);
    if (!found) return;
    try {
      if constexpr (std::is_same_v<T, double>)
        value = found->is_null() ? kNan : found->template get<double>();
      else
        value = base::as<T>(*found);
    } catch (const typename Json::exception&) {
      fail(base::Message("\"%1\" has the wrong type", key));
    }
  }

  auto find(const char* key) const { return base::memberOf(json_, key); }

  [[noreturn]] void fail(const base::Message& why) const {
    throw base::Error("cannot read the study's %1: %2", what_, why);
  }

 private:
  const Json& json_;
  const char* what_;
};

// Not-a-number, which is written as null, for what is none.
template <class Json>
double numberOrNan(const Json& value) {
  return value.is_number() ? value.template get<double>() : kNan;
}

template <class Json>
energy::Provenance provenanceFrom(const std::string& text, const Reader<Json>& reader) {
  for (const auto provenance : {energy::Provenance::measured, energy::Provenance::predicted,
                                energy::Provenance::counted, energy::Provenance::modelled})
    if (text == energy::toText(provenance)) return provenance;
  reader.fail(base::Message("\"%1\" is no provenance", text));
}

}  // namespace

// The settings carry an energy model as a text of up to 64 MB.
constexpr base::JsonLimits kBounds{160u << 20};

Tree parseJson(const std::string& text, const base::Message& what) {
  return base::parsedJson(text, what, kBounds);
}

Tree toJson(const network::InputSpec& input) {
  return {{"rate", input.rate},          {"fft_size", input.fftSize},  {"mels", input.mels},
          {"window_ms", input.windowMs}, {"hop_ms", input.hopMs},      {"low_hz", input.lowHz},
          {"high_hz", input.highHz},     {"clip_s", input.clipSeconds}};
}

template <class Json>
network::InputSpec inputFrom(const Json& json) {
  const Reader reader(json, "input");
  network::InputSpec input;
  reader.read("rate", input.rate);
  reader.read("fft_size", input.fftSize);
  reader.read("mels", input.mels);
  reader.read("window_ms", input.windowMs);
  reader.read("hop_ms", input.hopMs);
  reader.read("low_hz", input.lowHz);
  reader.read("high_hz", input.highHz);
  reader.read("clip_s", input.clipSeconds);
  return input;
}

Tree toJson(const train::Metrics& metrics) {
  return {{"clips", metrics.clips},
          {"loss", metrics.loss},
          {"accuracy", metrics.accuracy},
          {"balanced_accuracy", metrics.balancedAccuracy},
          {"map", metrics.map},
          {"auc", metrics.auc},
          {"d_prime", metrics.dPrime},
          {"recall", metrics.recall},
          {"confusion", metrics.confusion}};
}

template <class Json>
train::Metrics metricsFrom(const Json& json) {
  const Reader reader(json, "metrics");
  train::Metrics metrics;
  reader.read("clips", metrics.clips);
  reader.read("loss", metrics.loss);
  reader.read("accuracy", metrics.accuracy);
  reader.read("balanced_accuracy", metrics.balancedAccuracy);
  reader.read("map", metrics.map);
  reader.read("auc", metrics.auc);
  reader.read("d_prime", metrics.dPrime);
  reader.read("confusion", metrics.confusion);
  if (const auto recall = reader.find("recall")) {
    if (!recall->is_array()) reader.fail(base::Message("\"recall\" has the wrong type"));
    for (const Json& value : base::elementsOf(*recall)) metrics.recall.push_back(numberOrNan(value));
  }
  return metrics;
}

Tree toJson(const energy::EnergyEstimate& energy) {
  Tree layers = Tree::array();
  for (const auto& layer : energy.layers) layers.push_back({layer.latencyMs, layer.millijoules});
  return {{"millijoules", energy.millijoules},
          {"latency_ms", energy.latencyMs},
          {"provenance", energy::toText(energy.provenance)},
          {"low", energy.low},
          {"high", energy.high},
          {"source", energy.source},
          {"runtime", energy.runtime},
          {"front_end_millijoules", energy.frontEndMillijoules},
          {"front_end_ms", energy.frontEndMs},
          {"layers", std::move(layers)}};
}

template <class Json>
energy::EnergyEstimate energyFrom(const Json& json) {
  const Reader reader(json, "energy");
  energy::EnergyEstimate energy;
  reader.read("millijoules", energy.millijoules);
  reader.read("latency_ms", energy.latencyMs);
  reader.read("low", energy.low);
  reader.read("high", energy.high);
  reader.read("source", energy.source);
  reader.read("runtime", energy.runtime);
  reader.read("front_end_millijoules", energy.frontEndMillijoules);
  reader.read("front_end_ms", energy.frontEndMs);
  // Studies of earlier versions do not tell its time; energies of a profile are times of one power.
  if (std::isnan(energy.frontEndMs) && energy.millijoules > 0)
    energy.frontEndMs = energy.latencyMs * energy.frontEndMillijoules / energy.millijoules;
  std::string provenance = energy::toText(energy.provenance);
  reader.read("provenance", provenance);
  energy.provenance = provenanceFrom(provenance, reader);
  if (const auto layers = reader.find("layers")) {
    try {
      for (const Json& layer : base::elementsOf(*layers))
        energy.layers.push_back({numberOrNan(layer.at(0)), numberOrNan(layer.at(1))});
    } catch (const typename Json::exception&) {
      reader.fail(base::Message("\"%1\" has the wrong type", "layers"));
    }
  }
  return energy;
}

Tree toJson(const search::Origin& origin) {
  return {{"strategy", origin.strategy},
          {"parents", origin.parents},
          {"acquisition", origin.acquisition},
          {"predicted_error", origin.predictedError},
          {"predicted_deviation", origin.predictedDeviation}};
}

template <class Json>
search::Origin originFrom(const Json& json) {
  const Reader reader(json, "origin");
  search::Origin origin;
  reader.read("strategy", origin.strategy);
  reader.read("parents", origin.parents);
  reader.read("acquisition", origin.acquisition);
  reader.read("predicted_error", origin.predictedError);
  reader.read("predicted_deviation", origin.predictedDeviation);
  return origin;
}

template network::InputSpec inputFrom(const Tree&);
template network::InputSpec inputFrom(const base::JsonView&);
template train::Metrics metricsFrom(const Tree&);
template train::Metrics metricsFrom(const base::JsonView&);
template energy::EnergyEstimate energyFrom(const base::JsonView&);
template search::Origin originFrom(const base::JsonView&);

}  // namespace kinglet::study
