// Options that say how a recording is to be read.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "energy/trace/power_trace.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace kinglet::cli {

struct TraceArguments {
  std::string format = "auto";
  std::optional<double> rate, voltage;
  std::vector<std::string> columns;  // ROLE=NAME
  std::string timeColumn, powerColumn, timeUnit, currentUnit, voltageUnit, powerUnit, trigger;

  std::vector<CLI::Option*> add(CLI::App& command);
  energy::TraceOptions options() const;  // throws CLI::ValidationError
};

// What was taken as what, for --json.
nlohmann::ordered_json readingJson(const energy::PowerTrace& trace);

}  // namespace kinglet::cli
