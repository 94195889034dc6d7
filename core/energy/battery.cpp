#include "energy/battery.h"

#include <cmath>
#include <limits>
#include <string_view>

#include "base/error.h"
#include "base/format.h"
#include "energy/stated_units.h"

namespace kinglet::energy {
namespace {

void check(const Battery& battery) {
  if (!(battery.joules > 0) || !std::isfinite(battery.joules))
    throw base::Error("The energy of the battery must be above 0 J");
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

}  // namespace kinglet::energy
