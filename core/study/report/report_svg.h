// Pictures for the report: an axis, a frame with ticks, marks. Private to study/.
#pragma once

#include <string>
#include <vector>

namespace kinglet::study {

std::string shortNumber(double value, int significant = 3);  // "0.0123", "12.3"; "–" for not-a-number
std::string energyNumber(double millijoules);                // with an engineering prefix: "12.3 µJ"

struct Tick {
  double value;
  std::string label;  // empty for a minor one
};

// Values to pixels.
struct Axis {
  double low = 0, high = 1;  // in data units; of a log axis above 0
  double from = 0, to = 1;   // in pixels
  bool log = false;
  bool whole = false;  // ticks at whole numbers only
  double operator()(double value) const;
  std::vector<Tick> ticks() const;
};

// An axis over these values with some room beside them.
Axis axisOver(const std::vector<double>& values, bool log, double from, double to);

struct Frame {
  double width = 760, height = 440;
  double left = 62, right = 18, top = 14, bottom = 52;
  double plotLeft() const { return left; }
  double plotRight() const { return width - right; }
  double plotTop() const { return top; }
  double plotBottom() const { return height - bottom; }
};

// <svg> with grid, ticks and axis titles; then marks; then closed by the caller with "</svg>".
std::string openFigure(const Frame& frame, const Axis& x, const Axis& y, const std::string& xTitle,
                       const std::string& yTitle, const std::string& description);

}  // namespace kinglet::study
