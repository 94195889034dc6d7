#include "search/improvement.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "statistics/normal.h"

namespace kinglet::search {

namespace {

// The area of a rectangle above and right of (x, y) that none of the steps cover; steps come in by add().
class Remainder {
 public:
  Remainder(double x, double y, double right, double top) : x_(x), y_(y) {
    steps_.push_back(
        {right, y});  // x ascending, y descending: the uncovered part lies left of and below them
    top_ = top;
    area_ = (right - x) * (top - y);
  }
  double area() const { return area_; }

  // Covers all that is right of px and above py.
  void add(double px, double py) {
    px = std::max(px, x_);
    py = std::max(py, y_);
    // The uncovered height over [left, right) is `height`; steps_[i].x is where the height falls to
    // steps_[i].y.
    double left = x_, height = top_;
    std::size_t i = 0;
    while (i < steps_.size() && steps_[i].x <= px) {
      left = steps_[i].x;
      height = steps_[i].y;
      ++i;
    }
    if (i == steps_.size() || height <= py) return;
    const std::size_t first = i;
    left = px;
    while (i < steps_.size() && height > py) {
      area_ -= (steps_[i].x - left) * (height - py);
      left = steps_[i].x;
      height = steps_[i].y;
      ++i;
    }
    // Steps first .. i - 1 lie above py or end there: one step at px takes their place; the last keeps its
    // own fall.
    const Step last = steps_[i - 1];
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(first),
                 steps_.begin() + static_cast<std::ptrdiff_t>(i));
    std::vector<Step> fresh{{px, py}};
    if (last.y < py) fresh.push_back(last);
    steps_.insert(steps_.begin() + static_cast<std::ptrdiff_t>(first), fresh.begin(), fresh.end());
  }

 private:
  struct Step {
    double x, y;
  };
  double x_, y_, top_, area_;
  std::vector<Step> steps_;
};

}  // namespace

double expectedShortfall(double level, double mean, double deviation) {
  if (!(deviation > 0)) return std::max(0.0, level - mean);
  const double u = (level - mean) / deviation;
  if (u < -8) return 0;
  if (u > 8) return level - mean;
  return deviation * (u * statistics::normalProbability(u) + statistics::normalDensity(u));
}

double GainProfile::at(double value) const {
  double gain = 0;
  for (std::size_t i = 0; i < areas_.size(); ++i)
    gain += areas_[i] * (std::max(0.0, levels_[i + 1] - value) - std::max(0.0, levels_[i] - value));
  return gain;
}

double GainProfile::expected(double mean, double deviation) const {
  double gain = 0, before = 0;  // the first level is minus infinity
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    const double shortfall = expectedShortfall(levels_[i + 1], mean, deviation);
    gain += areas_[i] * (shortfall - before);
    before = shortfall;
  }
  return gain;
}

KnownCostImprovement::KnownCostImprovement(std::vector<Point> front, Point reference, int unknown) {
  std::sort(front.begin(), front.end(),
            [unknown](const Point& a, const Point& b) { return a[unknown] < b[unknown]; });
  top_ = reference[unknown];
  for (Point& point : front) {
    if (!(point[unknown] < top_)) continue;
    levels_.push_back(point[unknown]);
    point.erase(point.begin() + unknown);
    others_.push_back(std::move(point));
  }
  corner_ = std::move(reference);
  corner_.erase(corner_.begin() + unknown);
}

GainProfile KnownCostImprovement::profile(const Point& known) const {
  GainProfile profile;
  for (std::size_t k = 0; k < corner_.size(); ++k)
    if (!(known[k] < corner_[k])) return profile;
  profile.levels_.push_back(-std::numeric_limits<double>::infinity());

  // With d known objectives the uncovered part of their box shrinks as the level passes the front's points.
  const std::size_t dimensions = corner_.size();
  double area = 1;
  for (std::size_t k = 0; k < dimensions; ++k) area *= corner_[k] - known[k];
  const auto shrink = [&](std::size_t i, double remaining) {
    if (remaining == area) return;
    profile.levels_.push_back(levels_[i]);
    profile.areas_.push_back(area);
    area = remaining;
  };
  if (dimensions == 2) {
    Remainder remainder(known[0], known[1], corner_[0], corner_[1]);
    for (std::size_t i = 0; i < levels_.size() && area > 0; ++i) {
      remainder.add(others_[i][0], others_[i][1]);
      const bool covered = others_[i][0] <= known[0] && others_[i][1] <= known[1];
      shrink(i, covered ? 0 : remainder.area());
    }
  } else {
    std::vector<Point> passed;
    for (std::size_t i = 0; i < levels_.size() && area > 0; ++i) {
      passed.push_back(others_[i]);
      shrink(i, dimensions == 0 ? 0 : hypervolumeGain(passed, known, corner_));
    }
  }
  if (area > 0) {
    profile.levels_.push_back(top_);
    profile.areas_.push_back(area);
  }
  return profile;
}

}  // namespace kinglet::search
