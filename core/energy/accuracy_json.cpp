#include "energy/accuracy_json.h"

#include <nlohmann/json.hpp>

#include "base/json.h"

namespace kinglet::energy {

nlohmann::ordered_json toJson(const Accuracy& a) {
  return {{"n", a.n},
          {"mape", a.mape},
          {"rmspe", a.rmspe},
          {"within_10", a.within10},
          {"within_20", a.within20},
          {"spearman", a.spearman},
          {"coverage", a.coverage}};
}

Accuracy accuracyFrom(const nlohmann::json& j) {
  return {base::as<int>(j.at("n")), j.at("mape"),     j.at("rmspe"),   j.at("within_10"),
          j.at("within_20"),        j.at("spearman"), j.at("coverage")};
}

}  // namespace kinglet::energy
