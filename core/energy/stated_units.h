// Units as people write them in column heads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kinglet::energy {

// Millijoules in one of the unit: J, mJ, uJ (or µJ), nJ, kJ, Wh, mWh. Case only tells mJ from nothing else
// here: MJ is taken as mJ, for no table of inferences holds megajoules.
std::optional<double> millijoulesIn(std::string_view unit);
// Seconds in one of: s, ms, us (or µs), ns, min, h.
std::optional<double> secondsIn(std::string_view unit);
// Milliwatts in one of: W, mW, uW (or µW), nW, kW. Milliamperes and volts likewise for A, mA, uA, nA, pA and
// V, mV, uV, kV. Words ("milliamps", "seconds", "usec") count as their units, and µ is understood as U+00B5,
// as U+03BC, as the byte of Latin-1 and as what becomes of it when UTF-8 is read as Latin-1.
std::optional<double> milliwattsIn(std::string_view unit);
std::optional<double> milliamperesIn(std::string_view unit);
std::optional<double> voltsIn(std::string_view unit);

// A unit in small letters without blanks, brackets and a dot at its end, with "u" for micro: " [µA] " ->
// "ua". Empty where the text is longer than any unit.
std::string plainUnit(std::string_view unit);

// The unit that a column's head states: after the last '_' or in the last parentheses or brackets
// ("energy_mJ", "Main(mA)", "power [mW]"); empty where it states none.
std::string statedUnit(const std::string& column);

}  // namespace kinglet::energy
