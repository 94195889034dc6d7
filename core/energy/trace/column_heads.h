// What the head of a column says: which quantity, in which unit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kinglet::energy {

enum class Quantity { other, time, current, voltage, power };

struct HeadReading {
  Quantity quantity = Quantity::other;
  std::string unit;       // as it is spelled; empty where none is stated
  double factor = 0;      // of the unit, to s, mA, V or mW; 0 where none is stated
  bool isBeside = false;  // a figure beside the one that counts: a least, a most, a deviation, a shunt's drop
};

// "Timestamp(ms)", "current_mA", "Strom [µA]", "I / mA", "busVoltageV", "millis()", "mW". The unit may stand
// in brackets, behind '_', '/', '.' or a blank, at the end of the word, or in a row of units below the heads.
// Names are known in English, German, French, Spanish and Italian.
// What is longer than kLongestHead bytes is no head, and nothing is read from it.
constexpr std::size_t kLongestHead = 400;
HeadReading readHead(std::string_view head, std::string_view unitBelow = {});

// A unit as a factor to s, mA, V or mW; nothing where it is none of this quantity.
std::optional<double> factorOf(Quantity quantity, std::string_view unit);
// The quantity that a unit belongs to, and its factor.
std::optional<std::pair<Quantity, double>> quantityOf(std::string_view unit);

// A digital input: "D0", "D0-D7", "GPIO1", "Trigger".
bool isDigitalHead(std::string_view head);
// A running number of samples: "Sample", "Index", "#".
bool isCountHead(std::string_view head);

}  // namespace kinglet::energy
