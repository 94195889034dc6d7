// What a mean power means for the battery of a device that listens all day.
#pragma once

#include <string>
#include <vector>

namespace kinglet::energy {

constexpr double kSecondsADay = 86'400;

struct Battery {
  std::string id, name;
  double joules = 0;
  std::string source;
};
// phone 51 kJ, watch 3.6 kJ, earphones 0.7 kJ (Speckhard et al. 2023).
const std::vector<Battery>& batteries();
// By id, or a number of joules ("2500", "2.5 kJ"). Throws base::Error otherwise.
Battery batteryFromText(const std::string& text);

struct BatteryDay {
  double joules = 0;   // a day of 86,400 s
  double percent = 0;  // of the battery a day
  double hours = 0;    // of life on one charge; infinite where nothing is drawn
  // false where the work of a second takes longer than one: the figures are of all work
  bool keepsUp = true;
};

// meanPowerMw: of a device that listens (listening/always_on.h), which says whether it keepsUp. Throws base::Error on
// a power or battery that makes no sense.
BatteryDay batteryDay(const Battery& battery, double meanPowerMw, bool keepsUp = true);
// The mean power that takes `percent` of the battery a day, mW (the line on the Pareto plot, and a limit of the
// search).
double powerLimitMw(double percent, const Battery& battery);

}  // namespace kinglet::energy
