#include "study/report/report_svg.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/format.h"

#include "base/words.h"

namespace kinglet::study {
namespace {

std::string at(double pixels) {
  return base::fixed(pixels, 1);
}

std::vector<Tick> logTicks(double low, double high) {
  std::vector<Tick> ticks;
  const int first = static_cast<int>(std::floor(std::log10(low))),
            last = static_cast<int>(std::ceil(std::log10(high)));
  const bool narrow = std::log10(high / low) < 2;
  for (int decade = first; decade <= last; ++decade)
    for (int step = 1; step < 10; ++step) {
      const double value = step * std::pow(10.0, decade);
      if (value < low || value > high) continue;
      const bool major = step == 1 || (narrow && (step == 2 || step == 5));
      ticks.push_back({value, major ? shortNumber(value) : std::string()});
    }
  return ticks;
}

std::vector<Tick> linearTicks(double low, double high, bool whole) {
  constexpr int kAim = 6;
  const double raw = std::max((high - low) / kAim, whole ? 1.0 : 0.0);
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  double step = power * 10;
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= raw) {
      step = factor * power;
      break;
    }
  std::vector<Tick> ticks;
  for (double i = std::ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; ++i) {
    ticks.push_back({i * step, base::general(i * step + 0.0, 4)});  // + 0.0: no "-0"
  }
  return ticks;
}

}  // namespace

std::string shortNumber(double value, int significant) {
  return std::isfinite(value) ? base::withoutZeros(base::significantFixed(value, significant)) : "–";
}

std::string energyNumber(double millijoules) {
  constexpr std::array<std::pair<double, const char*>, 4> kUnits{
      {{1e3, "J"}, {1, "mJ"}, {1e-3, "µJ"}, {1e-6, "nJ"}}};
  for (const auto& [scale, unit] : kUnits)
    if (millijoules >= scale) return shortNumber(millijoules / scale) + " " + unit;
  return shortNumber(millijoules * 1e6) + " nJ";
}

double Axis::operator()(double value) const {
  const double share = log ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
  return from + share * (to - from);
}

std::vector<Tick> Axis::ticks() const {
  if (!log) return linearTicks(low, high, whole);
  const std::vector<Tick> ticks = logTicks(low, high);
  const auto labelled =
      std::count_if(ticks.begin(), ticks.end(), [](const Tick& tick) { return !tick.label.empty(); });
  return labelled >= 2 ? ticks : linearTicks(low, high, whole);  // far less than a decade
}

Axis axisOver(const std::vector<double>& values, bool log, double from, double to) {
  double low = log ? 1 : 0, high = log ? 10 : 1;
  if (!values.empty()) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    low = *least;
    high = *most;
  }
  if (log) {
    const double room = std::pow(std::max(high / low, 1.5), 0.06);
    return {low / room, high * room, from, to, true};
  }
  const double room = std::max(high - low, 1e-9) * 0.06;
  return {std::max(0.0, low - room), high + room, from, to, false};
}

std::string openFigure(const Frame& frame, const Axis& x, const Axis& y, const std::string& xTitle,
                       const std::string& yTitle, const std::string& description) {
  std::string svg = "<svg viewBox=\"0 0 " + at(frame.width) + " " + at(frame.height) +
                    "\" role=\"img\" aria-label=\"" + base::markupText(description) +
                    "\">\n<g class=\"grid\">\n";
  std::string labels;
  for (const Tick& tick : x.ticks()) {
    const std::string px = at(x(tick.value));
    const bool major = !tick.label.empty();
    svg += "<line class=\"" + std::string(major ? "major" : "minor") + "\" x1=\"" + px + "\" x2=\"" + px +
           "\" y1=\"" + at(frame.plotTop()) + "\" y2=\"" + at(frame.plotBottom()) + "\"/>\n";
    if (major)
      labels += "<text x=\"" + px + "\" y=\"" + at(frame.plotBottom() + 18) + "\" text-anchor=\"middle\">" +
                base::markupText(tick.label) + "</text>\n";
  }
  for (const Tick& tick : y.ticks()) {
    const std::string py = at(y(tick.value));
    const bool major = !tick.label.empty();
    svg += "<line class=\"" + std::string(major ? "major" : "minor") + "\" x1=\"" + at(frame.plotLeft()) +
           "\" x2=\"" + at(frame.plotRight()) + "\" y1=\"" + py + "\" y2=\"" + py + "\"/>\n";
    if (major)
      labels += "<text x=\"" + at(frame.plotLeft() - 8) + "\" y=\"" + at(y(tick.value) + 4) +
                "\" text-anchor=\"end\">" + base::markupText(tick.label) + "</text>\n";
  }
  svg += "</g>\n<g class=\"axes\">\n<path d=\"M" + at(frame.plotLeft()) + " " + at(frame.plotTop()) + "V" +
         at(frame.plotBottom()) + "H" + at(frame.plotRight()) + "\"/>\n" + labels;
  const double middleX = (frame.plotLeft() + frame.plotRight()) / 2,
               middleY = (frame.plotTop() + frame.plotBottom()) / 2;
  svg += "<text class=\"title\" x=\"" + at(middleX) + "\" y=\"" + at(frame.height - 10) +
         "\" text-anchor=\"middle\">" + base::markupText(xTitle) +
         "</text>\n<text class=\"title\" transform=\"translate(16 " + at(middleY) +
         ") rotate(-90)\" text-anchor=\"middle\">" + base::markupText(yTitle) + "</text>\n</g>\n";
  return svg;
}

}  // namespace kinglet::study
