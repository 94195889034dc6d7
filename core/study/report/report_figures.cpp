#include <algorithm>
#include <cmath>
#include <set>

#include "base/format.h"
#include "base/words.h"
#include "study/objectives.h"
#include "study/report/hypervolume_history.h"
#include "study/report/report.h"
#include "study/report/report_svg.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {
namespace {

std::string px(double value) {
  return base::fixed(value, 1);
}

std::string titleOf(const Trial& trial) {
  std::string text = trial.baseline.empty() ? "Trial " + std::to_string(trial.number) : trial.baseline;
  text += ": " + shortNumber(100 - trial.error()) + " % accuracy, " + energyNumber(trial.energyMj()) + ", " +
          shortNumber(trial.flashKb()) + " kB flash, " + shortNumber(trial.ramKb()) + " kB RAM";
  if (trial.state == TrialState::stoppedEarly)
    text += ", stopped after " + std::to_string(trial.curve.size()) + " epochs";
  return "<title>" + base::markupText(text) + "</title>";
}

// Area follows memory.
double radiusOf(const Trial& trial) {
  return std::clamp(2.5 + 0.9 * std::log2(1 + (trial.flashKb() + trial.ramKb()) / 8), 3.0, 11.0);
}

std::string circle(const char* kind, double x, double y, double radius, const std::string& title) {
  return "<circle class=\"" + std::string(kind) + "\" cx=\"" + px(x) + "\" cy=\"" + px(y) + "\" r=\"" +
         px(radius) + "\">" + title + "</circle>\n";
}

std::string diamond(double x, double y, double r, const std::string& title) {
  return "<path class=\"baseline\" d=\"M" + px(x) + " " + px(y - r) + "L" + px(x + r) + " " + px(y) + "L" +
         px(x) + " " + px(y + r) + "L" + px(x - r) + " " + px(y) + "Z\">" + title + "</path>\n";
}

bool isShown(const Trial& trial) {
  return !std::isnan(trial.error()) && trial.energyMj() > 0 &&
         (trial.state == TrialState::finished || trial.state == TrialState::stoppedEarly);
}

std::string legend(double x, double y, const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string svg = "<g class=\"legend\">\n";
  for (const auto& [mark, text] : entries) {
    svg += "<g transform=\"translate(" + px(x) + " " + px(y) + ")\">" + mark + "<text x=\"14\" y=\"4\">" +
           base::markupText(text) + "</text></g>\n";
    y += 20;
  }
  return svg + "</g>\n";
}

}  // namespace

std::string frontFigure(const std::vector<Trial>& trials) {
  const Frame frame;
  std::vector<double> energies, errors;
  bool hasBaseline = false, hasStopped = false;
  for (const Trial& trial : trials) {
    if (!isShown(trial)) continue;
    energies.push_back(trial.energyMj());
    errors.push_back(trial.error());
    hasBaseline = hasBaseline || !trial.baseline.empty();
    hasStopped = hasStopped || trial.state == TrialState::stoppedEarly;
  }
  const Axis x = axisOver(energies, true, frame.plotLeft(), frame.plotRight());
  const Axis y = axisOver(errors, false, frame.plotBottom(), frame.plotTop());
  const auto front = frontOf(trials);
  const std::set<int> onFront(front.begin(), front.end());

  std::string svg = openFigure(frame, x, y, "energy per inference / mJ", "validation error / %",
                               "Error against energy of all trials, with the Pareto front");
  // Three objectives: the line joins what is best in error and energy alone, the front's other members win by
  // memory.
  std::string line;
  double best = INFINITY;
  for (const int i : front) {
    const Trial& trial = trials[static_cast<std::size_t>(i)];
    if (trial.error() >= best) continue;
    best = trial.error();
    const double at = x(trial.energyMj()), height = y(trial.error());
    line += line.empty() ? "M" + px(at) + " " + px(height) : "H" + px(at) + "V" + px(height);
  }
  for (std::size_t i = 0; i < trials.size(); ++i) {
    const Trial& trial = trials[i];
    if (!isShown(trial) || !trial.baseline.empty() || onFront.contains(static_cast<int>(i))) continue;
    const bool stopped = trial.state == TrialState::stoppedEarly;
    svg += circle(stopped ? "stopped" : "other", x(trial.energyMj()), y(trial.error()),
                  stopped ? 2.2 : radiusOf(trial), titleOf(trial));
  }
  if (!line.empty()) svg += "<path class=\"frontline\" d=\"" + line + "H" + px(frame.plotRight()) + "\"/>\n";
  for (const int i : front) {
    const Trial& trial = trials[static_cast<std::size_t>(i)];
    svg += circle("front", x(trial.energyMj()), y(trial.error()), radiusOf(trial), titleOf(trial));
  }
  for (const Trial& trial : trials)
    if (isShown(trial) && !trial.baseline.empty()) {
      const double at = x(trial.energyMj()), height = y(trial.error());
      const bool right = at > frame.width * 0.7;
      svg += diamond(at, height, 7, titleOf(trial)) + "<text class=\"label\" x=\"" +
             px(at + (right ? -11 : 11)) + "\" y=\"" + px(height + 4) + "\" text-anchor=\"" +
             (right ? "end" : "start") + "\">" + base::markupText(trial.baseline) + "</text>\n";
    }
  std::vector<std::pair<std::string, std::string>> entries{
      {"<circle class=\"front\" r=\"5\"/>", "on the front (area: flash + RAM)"},
      {"<circle class=\"other\" r=\"5\"/>", "finished"}};
  if (hasStopped) entries.push_back({"<circle class=\"stopped\" r=\"2.2\"/>", "stopped early, last figure"});
  if (hasBaseline) entries.push_back({diamond(0, 0, 6, ""), "baseline"});
  // Low energy with low error is where nothing lies; above it, at the top right, neither does the front.
  svg += legend(frame.plotRight() - 230, frame.plotTop() + 16, entries);
  return svg + "</svg>\n";
}

std::string curvesFigure(const Settings& settings, const std::vector<Trial>& trials) {
  Frame frame;
  frame.height = 320;
  std::vector<double> errors;
  for (const Trial& trial : trials)
    for (const auto& epoch : trial.curve) errors.push_back(100 * (1 - epoch.validation.accuracy));
  const Axis x{0.5, settings.recipe.epochs + 0.5, frame.plotLeft(), frame.plotRight(), false, true};
  const Axis y = axisOver(errors, false, frame.plotBottom(), frame.plotTop());
  std::string svg = openFigure(frame, x, y, "epoch", "validation error / %", "Learning curves of all trials");
  const auto front = frontOf(trials);
  const auto draw = [&](const Trial& trial, const char* kind) {
    std::string path;
    for (const auto& epoch : trial.curve)
      path += (path.empty() ? "M" : "L") + px(x(epoch.epoch)) + " " +
              px(y(100 * (1 - epoch.validation.accuracy)));
    if (path.empty()) return;
    svg += "<path class=\"" + std::string(kind) + "\" d=\"" + path + "\">" + titleOf(trial) + "</path>\n";
    if (trial.state == TrialState::stoppedEarly)
      svg += circle("cut", x(trial.curve.back().epoch), y(trial.error()), 2, titleOf(trial));
  };
  const std::set<int> onFront(front.begin(), front.end());
  for (std::size_t i = 0; i < trials.size(); ++i)
    if (!onFront.contains(static_cast<int>(i)) && trials[i].baseline.empty()) draw(trials[i], "curve");
  for (const Trial& trial : trials)
    if (!trial.baseline.empty()) draw(trial, "curve baselinecurve");
  for (const int i : front) draw(trials[static_cast<std::size_t>(i)], "curve frontcurve");
  return svg + "</svg>\n";
}

std::string hypervolumeFigure(const Settings& settings, const std::vector<Trial>& trials) {
  const auto history = hypervolumeHistory(trials, settings);
  Frame frame;
  frame.height = 260;
  std::vector<double> values;
  for (const HistoryPoint& point : history) values.push_back(point.hypervolume);
  const Axis x{0, std::max(1.0, double(history.size())), frame.plotLeft(), frame.plotRight(), false, true};
  const Axis y = axisOver(values, false, frame.plotBottom(), frame.plotTop());
  std::string svg =
      openFigure(frame, x, y, "candidates tried", "hypervolume", "Hypervolume of the front over trials");
  std::string path;
  for (const HistoryPoint& point : history) {
    const std::string at = px(x(point.ended)), height = px(y(point.hypervolume));
    path += path.empty() ? "M" + at + " " + height : "H" + at + "V" + height;
  }
  if (!path.empty()) svg += "<path class=\"frontline\" d=\"" + path + "\"/>\n";
  return svg + "</svg>\n";
}

}  // namespace kinglet::study
