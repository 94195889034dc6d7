// Accuracy as the files of models hold it and the command line prints it.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "energy/accuracy.h"

namespace kinglet::energy {

// n, mape, rmspe, within_10, within_20, coverage (percent), spearman.
nlohmann::ordered_json toJson(const Accuracy& accuracy);
// Throws nlohmann::json::exception where one is missing or no number.
Accuracy accuracyFrom(const nlohmann::json& json);

}  // namespace kinglet::energy
