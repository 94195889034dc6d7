// Units as people write them in column heads.
#pragma once

#include <optional>
#include <string>

namespace kinglet::energy {

// Millijoules in one of the unit: J, mJ, uJ (or µJ), nJ, kJ, Wh, mWh. Case only tells mJ from nothing else
// here: MJ is taken as mJ, for no table of inferences holds megajoules.
std::optional<double> millijoulesIn(const std::string& unit);
// Seconds in one of: s, ms, us (or µs), ns, min, h.
std::optional<double> secondsIn(const std::string& unit);
// Milliwatts in one of: W, mW, uW (or µW), nW, kW. Milliamperes and volts likewise for A, mA, uA, nA and V,
// mV.
std::optional<double> milliwattsIn(const std::string& unit);
std::optional<double> milliamperesIn(const std::string& unit);
std::optional<double> voltsIn(const std::string& unit);

// The unit that a column's head states: after the last '_' or in the last parentheses or brackets
// ("energy_mJ", "Main(mA)", "power [mW]"); empty where it states none.
std::string statedUnit(const std::string& column);

}  // namespace kinglet::energy
