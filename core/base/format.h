// Figures as text and text as figures: the one place for both. Nothing here looks at the locale, which Qt
// sets to the desktop's: printf and strtod would write and read commas there. Everything but base/ calls
// these instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kinglet::base {

// As printf in the "C" locale would write them; "nan", "inf", "-inf" for what is not finite.
std::string fixed(double value, int decimals);           // "%.*f": 0.050
std::string general(double value, int significant = 6);  // "%.*g": 0.05, 1e-07
std::string scientific(double value, int decimals);      // "%.*e": 5.0e-02
std::string hexFloat(double value);                      // "%a": 0x1.8p+1
std::string shortest(double value);  // the fewest digits that read back as the same double
std::string shortest(float value);   // ... as the same float
std::string significantFixed(double value,
                             int significant);        // without an exponent: 0.0123, 4.56, 789; 0 as "0"
std::string withoutZeros(std::string figure);         // 1.500 -> 1.5, 20.0 -> 20
std::string percent(double share, int decimals = 1);  // 0.8125 -> "81.3 %": a half goes up, as in the window
std::string hex64(std::uint64_t value);               // 16 digits: 00000000000000ff
std::string padded(std::uint64_t value, int width);   // zeros in front: 07

// The whole text as one finite figure, with a point for decimals; a leading "+" is taken, blanks are not.
// Nothing where it is none.
std::optional<double> number(std::string_view text);
std::optional<std::int64_t> integer(std::string_view text);
// The finite figure that the text begins with, behind blanks; it is taken off the text. Nothing, and the text
// as it was, where there is none.
std::optional<double> leadingNumber(std::string_view& text);

}  // namespace kinglet::base
