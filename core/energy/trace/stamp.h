// Time stamps as meters and loggers write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kinglet::energy {

// The whole of a cell as one finite figure. decimalComma: "0,5" instead of "0.5".
std::optional<double> figureIn(std::string_view cell, bool decimalComma);

// How the cells of a column state the time.
enum class StampKind {
  none,
  figure,  // 12.5, in a unit
  clock,   // 12:03:04.5, 03:04.5
  date,    // 2024-05-01T12:03:04.5Z, 01.05.2024 12:03:04, 5/1/2024 12:03:04 PM
};
StampKind stampKindOf(std::string_view cell, bool decimalComma);

// Reads a column of stamps as seconds from its first one. A clock that jumps back by more than twelve hours
// went past midnight.
class StampReader {
 public:
  // secondsPerUnit: of figures.
  StampReader(StampKind kind, double secondsPerUnit, bool decimalComma)
      : kind_(kind), unit_(secondsPerUnit), decimalComma_(decimalComma) {}
  std::optional<double> seconds(std::string_view cell);  // nothing where the cell is no such stamp
  void setDecimalComma() { decimalComma_ = true; }

 private:
  std::optional<double> clockSeconds(std::string_view cell);

  StampKind kind_;
  double unit_;
  bool decimalComma_;
  bool first_ = true, whole_ = false;
  std::int64_t firstWhole_ = 0;  // of figures beyond what a double tells apart: nanoseconds since 1970
  double firstFigure_ = 0, last_ = 0, added_ = 0;
  std::string day_;  // of dates whose order of day and month is open: their text
};

// The unit of a figure that states none, or one that cannot be: seconds, milli-, micro- or nanoseconds since
// 1970. Nothing where the figure is no time since 1970 in the years 2001 to 2100.
std::optional<double> unitSince1970(double figure, std::optional<double> stated);

}  // namespace kinglet::energy
