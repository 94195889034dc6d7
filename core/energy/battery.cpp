#include "energy/battery.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/error.h"
#include "base/format.h"
#include "energy/stated_units.h"

namespace kinglet::energy {
namespace {

constexpr double kSecondsADay = 86'400;

void check(const Battery& battery) {
  if (!(battery.joules > 0) || !std::isfinite(battery.joules))
    throw base::Error("The energy of the battery must be above 0 J");
}

void check(const Battery& battery, const ListeningUse& use) {
  check(battery);
  if (!(use.inferencesPerSecond > 0) || !std::isfinite(use.inferencesPerSecond))
    throw base::Error("Inferences a second must be above 0");
  if (!(use.sleepPowerMw >= 0) || !std::isfinite(use.sleepPowerMw))
    throw base::Error("The power asleep must be 0 mW or more");
}

}  // namespace

const std::vector<Battery>& batteries() {
  static const std::string source = "Speckhard et al. 2023, doi 10.1007/s00521-023-08345-y";
  static const std::vector<Battery> all{{"phone", "Phone (Pixel 4 XL)", 51'000, source},
                                        {"watch", "Watch (Fitbit Versa 3)", 3'600, source},
                                        {"earphones", "Earphones (Pixel Buds 2)", 700, source}};
  return all;
}

Battery batteryFromText(const std::string& text) {
  for (const Battery& battery : batteries())
    if (battery.id == text) return battery;
  std::string_view rest = text;
  if (const auto value = base::leadingNumber(rest)) {
    const std::string unit(rest);
    const auto mj =
        unit.find_first_not_of(' ') == std::string::npos ? std::optional(1000.0) : millijoulesIn(unit);
    if (mj && *value > 0) return {"own", text, *value * *mj / 1000, "as given"};
  }
  throw base::Error("\"%1\" is not a battery; give phone, watch, earphones or an energy such as \"2.5 kJ\"",
                    text);
}

BatteryDay batteryDay(double millijoules, const Battery& battery, const ListeningUse& use, double latencyMs) {
  check(battery, use);
  if (!(millijoules >= 0)) throw base::Error("The energy of an inference must be 0 mJ or more");
  const double busy = std::isnan(latencyMs) ? 0 : use.inferencesPerSecond * latencyMs / 1000;
  return batteryDay(
      battery, use.inferencesPerSecond * millijoules + use.sleepPowerMw * std::max(0.0, 1 - busy), busy <= 1);
}

BatteryDay batteryDay(const Battery& battery, double meanPowerMw, bool keepsUp) {
  check(battery);
  if (!(meanPowerMw >= 0)) throw base::Error("The mean power must be 0 mW or more");
  BatteryDay day;
  day.keepsUp = keepsUp;
  day.joules = meanPowerMw / 1000 * kSecondsADay;
  day.percent = 100 * day.joules / battery.joules;
  day.hours = meanPowerMw > 0 ? battery.joules / (meanPowerMw / 1000) / 3600
                              : std::numeric_limits<double>::infinity();
  return day;
}

double powerLimitMw(double percent, const Battery& battery) {
  check(battery);
  return percent / 100 * battery.joules / kSecondsADay * 1000;
}

double energyLimitMj(double percent, const Battery& battery, const ListeningUse& use) {
  check(battery, use);
  const double milliwatts = powerLimitMw(percent, battery) - use.sleepPowerMw;
  return std::max(0.0, milliwatts / use.inferencesPerSecond);
}

}  // namespace kinglet::energy
