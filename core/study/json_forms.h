// The JSON forms in which study files hold what is no table of its own. Private to study/ and cli/.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/message.h"
#include "energy/energy_model.h"
#include "network/network_spec.h"
#include "search/origin.h"
#include "train/metrics.h"

namespace kinglet::study {

// Numbers that are not finite are null.
nlohmann::ordered_json toJson(const network::InputSpec& input);
nlohmann::ordered_json toJson(const train::Metrics& metrics);
nlohmann::ordered_json toJson(const energy::EnergyEstimate& energy);
nlohmann::ordered_json toJson(const search::Origin& origin);

// Of a tree or a view. Missing keys take the defaults. All throw base::Error where a value has the wrong type.
template <class Json>
network::InputSpec inputFrom(const Json& json);
template <class Json>
train::Metrics metricsFrom(const Json& json);
template <class Json>
energy::EnergyEstimate energyFrom(const Json& json);
template <class Json>
search::Origin originFrom(const Json& json);

// Throws base::Error naming `what` when the text is no JSON.
nlohmann::ordered_json parseJson(const std::string& text, const base::Message& what);

}  // namespace kinglet::study
