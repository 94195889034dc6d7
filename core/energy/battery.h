// What an energy per inference means for a battery that listens all day.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace kinglet::energy {

struct Battery {
  std::string id, name;
  double joules = 0;
  std::string source;
};
// phone 51 kJ, watch 3.6 kJ, earphones 0.7 kJ (Speckhard et al. 2023).
const std::vector<Battery>& batteries();
// By id, or a number of joules ("2500", "2.5 kJ"). Throws base::Error otherwise.
Battery batteryFromText(const std::string& text);

struct ListeningUse {
  double inferencesPerSecond = 1;  // above 0
  double sleepPowerMw = 0;         // between inferences
};

struct BatteryDay {
  double joules = 0;   // a day of 86,400 s
  double percent = 0;  // of the battery a day
  double hours = 0;    // of life on one charge; infinite where nothing is drawn
  // false where inferences take longer than there is time; then the figures assume no sleep
  bool keepsUp = true;
};

// millijoules: of one inference, front end included (EnergyEstimate::millijoules). latencyMs: how long it
// takes, NaN where not known; while it runs, the device does not sleep. Throws base::Error on a rate, battery
// or power that makes no sense.
BatteryDay batteryDay(double millijoules, const Battery& battery, const ListeningUse& use,
                      double latencyMs = std::numeric_limits<double>::quiet_NaN());

// The same of a device whose mean power is known (listening/always_on.h), mW. Throws base::Error on a power or
// battery that makes no sense.
BatteryDay batteryDay(const Battery& battery, double meanPowerMw, bool keepsUp = true);
// The mean power that takes `percent` of the battery a day, mW.
double powerLimitMw(double percent, const Battery& battery);

// The energy of one inference that takes `percent` of the battery a day (the line on the Pareto plot, and a
// limit of the search); sleep counts all day. 0 where sleep alone takes more.
double energyLimitMj(double percent, const Battery& battery, const ListeningUse& use);

}  // namespace kinglet::energy
