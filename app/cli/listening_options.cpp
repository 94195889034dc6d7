#include "app/cli/listening_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace kinglet::cli {

void ListeningOptions::addTo(CLI::App& app) {
  const auto add = [&](const char* name, double& value, const char* help) {
    return options_[name] = app.add_option(name, value, help);
  };
  add("--inferences-per-s", values_.inferencesPerSecond, "Inferences a second of a device that listens")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  add("--clock-mhz", clockMhz_, "Clock of the device, at most its own (default: its own)")
      ->check(CLI::PositiveNumber);
  add("--idle-mw", idleMw_, "Power between inferences, in place of the device's")
      ->check(CLI::NonNegativeNumber);
  add("--microphone-mw", values_.microphoneMw, "Power of the microphone, drawn all day")
      ->check(CLI::NonNegativeNumber);
  add("--memory-mw", values_.memoryMw, "Power of memory beside the device, drawn all day")
      ->check(CLI::NonNegativeNumber);
}

bool ListeningOptions::given() const {
  return std::any_of(options_.begin(), options_.end(),
                     [](const auto& entry) { return entry.second->count() > 0; });
}

void ListeningOptions::apply(energy::ListeningSettings& settings) const {
  const auto given = [&](const char* name) { return options_.at(name)->count() > 0; };
  if (given("--inferences-per-s")) settings.inferencesPerSecond = values_.inferencesPerSecond;
  if (given("--clock-mhz")) settings.clockMhz = clockMhz_;
  if (given("--idle-mw")) settings.idlePowerMw = idleMw_;
  if (given("--microphone-mw")) settings.microphoneMw = values_.microphoneMw;
  if (given("--memory-mw")) settings.memoryMw = values_.memoryMw;
}

}  // namespace kinglet::cli
