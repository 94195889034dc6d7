#include "widgets/pareto/pareto_marks.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>
#include <unordered_set>

#include "study/trial.h"
#include "widgets/text/strategy_text.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::ParetoPlot)
};

constexpr double kPlainRadius = 4.5, kStoppedRadius = 3.5;
constexpr double kOutOfScope = 0.14;  // opacity of what is filtered out: its place is still to be seen

// Where a value lies among those shown, 0 .. 1.
class Span {
 public:
  Span(bool logarithmic) : logarithmic_(logarithmic) {}
  void include(double value) {
    if (!std::isfinite(value) || (logarithmic_ && value <= 0)) return;
    low_ = std::min(low_, value);
    high_ = std::max(high_, value);
  }
  bool empty() const { return low_ > high_; }
  double low() const { return low_; }
  double high() const { return high_; }
  double share(double value) const {
    if (empty() || high_ == low_ || !std::isfinite(value) || (logarithmic_ && value <= 0)) return 0.5;
    return logarithmic_ ? std::log(value / low_) / std::log(high_ / low_) : (value - low_) / (high_ - low_);
  }

 private:
  bool logarithmic_;
  double low_ = std::numeric_limits<double>::infinity(), high_ = -std::numeric_limits<double>::infinity();
};

constexpr int kFewSettled = 5;

enum Order { kStopped, kDominated, kRunning, kFront, kBaseline, kOrders };

Order orderOf(const study::Trial& trial, bool front) {
  if (!trial.baseline.empty()) return kBaseline;
  if (trial.state == study::TrialState::running) return kRunning;
  if (trial.state != study::TrialState::finished) return kStopped;
  return front ? kFront : kDominated;
}

// Of one trial, what the axes show: looked up once, for thousands of trials lie far apart in memory.
struct Shown {
  const study::Trial* trial;
  double x, y;  // plotted
  double colour = std::nan(""), size = std::nan("");
};

std::vector<Shown> shownOf(const TrialModel& model, const ParetoAxes& axes) {
  const BatteryUse& battery = model.battery();
  std::vector<Shown> all;
  all.reserve(static_cast<std::size_t>(model.count()));
  for (int row = 0; row < model.count(); ++row) {
    const study::Trial& trial = *model.at(row);
    Shown shown{&trial, plottedValue(trial, axes.x, battery), plottedValue(trial, axes.y, battery)};
    if (axes.colour) shown.colour = valueOf(trial, *axes.colour, battery);
    if (axes.size) shown.size = valueOf(trial, *axes.size, battery);
    all.push_back(shown);
  }
  return all;
}

std::vector<int> frontOfAxes(const std::vector<Shown>& all, const ParetoAxes& axes) {
  struct Point {
    double x, y;
    int trial;
  };
  std::vector<Point> points;
  const double signX = largerIsBetter(axes.x) ? -1 : 1, signY = largerIsBetter(axes.y) ? -1 : 1;
  for (const Shown& shown : all) {
    const study::Trial& trial = *shown.trial;
    if (trial.state != study::TrialState::finished || !trial.baseline.empty()) continue;
    if (std::isfinite(shown.x) && std::isfinite(shown.y))
      points.push_back({signX * shown.x, signY * shown.y, trial.number});
  }
  std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
    return a.x != b.x ? a.x < b.x : a.y != b.y ? a.y < b.y : a.trial < b.trial;
  });
  std::vector<int> front;
  double best = std::numeric_limits<double>::infinity();
  for (const Point& point : points) {
    if (point.y < best) front.push_back(point.trial);
    best = std::min(best, point.y);
  }
  if (signX < 0) std::reverse(front.begin(), front.end());
  return front;
}

ParetoLegendData::Scale scaleOf(Quantity quantity, const Span& span) {
  return {headerOf(quantity), figure(span.low(), unitOf(quantity)), figure(span.high(), unitOf(quantity))};
}

}  // namespace

double plottedValue(const study::Trial& trial, Quantity quantity, const BatteryUse& battery) {
  if (trial.state == study::TrialState::running && trial.curve.empty()) {
    if (quantity == Quantity::error) return trial.origin.predictedError;
    if (quantity == Quantity::accuracy) return 100 - trial.origin.predictedError;
  }
  return valueOf(trial, quantity, battery);
}

bool isObjective(Quantity quantity) {
  return quantity != Quantity::trial && quantity != Quantity::epochs && quantity != Quantity::seconds;
}

ParetoMarks paretoMarks(const TrialModel& model, const ParetoAxes& axes, const Theme& theme) {
  ParetoMarks result;
  const std::vector<Shown> all = shownOf(model, axes);
  const bool hasFront = isObjective(axes.x) && isObjective(axes.y) && axes.x != axes.y;
  if (hasFront) result.frontTrials = frontOfAxes(all, axes);
  const std::unordered_set<int> onFront(result.frontTrials.begin(), result.frontTrials.end());

  Span colours(axes.colour && logByDefault(*axes.colour)), sizes(axes.size && logByDefault(*axes.size));
  for (const Shown& shown : all) {
    colours.include(shown.colour);
    sizes.include(shown.size);
  }
  const bool everything = model.scope().everything();
  int settled = 0;  // marks that do not move any more
  Span xs(axes.logX), ys(axes.logY), runningX(axes.logX), runningY(axes.logY);
  std::array<std::vector<CloudMark>, kOrders> marks;  // drawn one after the other
  std::set<Order> seen;
  std::set<int> strategies;
  bool starred = false;
  for (const Shown& shown : all) {
    const study::Trial& trial = *shown.trial;
    if (study::endedBadly(trial.state) || trial.state == study::TrialState::preempted) continue;
    CloudMark mark;
    mark.trial = trial.number;
    mark.x = shown.x;
    mark.y = shown.y;
    if (!std::isfinite(mark.x) || !std::isfinite(mark.y) || (axes.logX && mark.x <= 0) ||
        (axes.logY && mark.y <= 0)) {
      result.unplaced |= trial.state == study::TrialState::running;
      continue;
    }
    // A trial may be on the study's front, of three objectives, without being on that of the shown two.
    const Order order =
        orderOf(trial, onFront.contains(trial.number) || (hasFront && model.onFront(trial.number)));
    const int strategy = axes.colourByStrategy && !axes.colour ? model.strategyIndex(trial) : -1;
    mark.radius = axes.size
                      ? result.legend.smallRadius +
                            (result.legend.largeRadius - result.legend.smallRadius) * sizes.share(shown.size)
                      : kPlainRadius;
    if (axes.colour) {
      mark.colour = amountColour(ColourMap::viridis, colours.share(shown.colour));
    } else if (axes.colourByStrategy && strategy >= 0) {
      mark.colour = theme.category(strategy);
      mark.shape = shapeOfCategory(strategy);
      strategies.insert(strategy);
    } else {
      mark.colour = order == kFront || !hasFront ? theme.front : theme.dominated;
    }
    if (trial.starred) mark.shape = MarkShape::star;
    if (!everything && !model.inScope(trial)) mark.opacity = kOutOfScope;
    if (order == kStopped) {
      mark.shape = MarkShape::cross;
      mark.radius = kStoppedRadius;
      mark.colour = theme.stopped;
    } else if (order == kRunning) {
      mark.shape = MarkShape::ring;
      if (!axes.colour && !axes.colourByStrategy) mark.colour = theme.category(1);
    } else if (order == kBaseline) {
      mark.shape = MarkShape::diamond;
      mark.colour = theme.text;
      mark.radius = std::max(mark.radius, 6.0);
      mark.label = QString::fromStdString(trial.baseline);
    }
    starred |= trial.starred;
    seen.insert(order);
    settled += order != kRunning;
    (order == kRunning ? runningX : xs).include(mark.x);
    (order == kRunning ? runningY : ys).include(mark.y);
    marks[order].push_back(std::move(mark));
  }
  result.marks.reserve(all.size());
  for (auto& each : marks)
    result.marks.insert(result.marks.end(), std::make_move_iterator(each.begin()),
                        std::make_move_iterator(each.end()));
  for (const int number : result.frontTrials) {
    const TrialPtr trial = model.find(number);
    const double x = plottedValue(*trial, axes.x, model.battery()),
                 y = plottedValue(*trial, axes.y, model.battery());
    if ((!axes.logX || x > 0) && (!axes.logY || y > 0)) result.front.emplace_back(x, y);
  }
  // First epochs lie far above what will come of them: they set the view only while there is little else.
  Span viewX = xs, viewY = ys;
  if (settled < kFewSettled && !runningX.empty() && !runningY.empty()) {
    for (const double x : {runningX.low(), runningX.high()}) viewX.include(x);
    for (const double y : {runningY.low(), runningY.high()}) viewY.include(y);
  }
  if (!viewX.empty()) {
    result.lowX = viewX.low();
    result.highX = viewX.high();
    result.lowY = viewY.low();
    result.highY = viewY.high();
  }

  auto& entries = result.legend.entries;
  const QColor plain = axes.colour ? theme.line : theme.front;
  if (axes.colourByStrategy) {
    for (const int strategy : strategies) {
      entries.push_back(
          {shapeOfCategory(strategy), theme.category(strategy), strategyName(model.strategies()[strategy])});
    }
  } else {
    if (seen.contains(kFront) && !axes.colour)
      entries.push_back({MarkShape::circle, plain, Text::tr("on the front")});
    if (seen.contains(kDominated) && !axes.colour) {
      entries.push_back({MarkShape::circle, hasFront ? theme.dominated : theme.front,
                         hasFront ? Text::tr("dominated") : Text::tr("finished")});
    }
  }
  if (seen.contains(kRunning)) {
    entries.push_back({MarkShape::ring, axes.colour ? theme.line : theme.category(1), Text::tr("running")});
  }
  if (seen.contains(kStopped))
    entries.push_back({MarkShape::cross, theme.stopped, Text::tr("stopped early")});
  if (starred) entries.push_back({MarkShape::star, plain, Text::tr("starred")});
  if (seen.contains(kBaseline)) entries.push_back({MarkShape::diamond, theme.text, Text::tr("baseline")});
  if (axes.colour && !colours.empty()) result.legend.colour = scaleOf(*axes.colour, colours);
  if (axes.size && !sizes.empty()) result.legend.size = scaleOf(*axes.size, sizes);
  return result;
}

}  // namespace kinglet::widgets
