#include "search/pareto.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace kinglet::search {

namespace {

bool hasNan(std::span<const double> a) {
  return std::any_of(a.begin(), a.end(), [](double v) { return std::isnan(v); });
}

bool inside(std::span<const double> point, const Point& reference) {
  for (std::size_t k = 0; k < reference.size(); ++k)
    if (!(point[k] < reference[k])) return false;
  return true;
}

// The area under a staircase of (x, y) below a corner, kept up to date while points come in.
class Staircase {
 public:
  Staircase(double right, double top) {
    steps_[-std::numeric_limits<double>::infinity()] = top;
    steps_[right] = -std::numeric_limits<double>::infinity();
  }
  double area() const { return area_; }

  void add(double x, double y) {
    auto next = steps_.upper_bound(x);
    auto before = std::prev(next);
    double top = before->second;  // the height of the stair to the left of x
    if (top <= y) return;
    if (before->first == x) before = steps_.erase(before), next = before;
    // Walk over the steps that the new one covers, adding what it wins over each.
    double left = x;
    while (true) {
      const double right = next->first;
      area_ += (right - left) * (top - y);
      if (next->second <= y) break;
      left = right;
      top = next->second;
      next = steps_.erase(next);
    }
    steps_.emplace_hint(next, x, y);
  }

 private:
  std::map<double, double> steps_;  // x -> the height from there on; falls strictly
  double area_ = 0;
};

double sweep2(const std::vector<Point>& points, const Point& reference) {
  Staircase stairs(reference[0], reference[1]);
  for (const Point& p : points) stairs.add(p[0], p[1]);
  return stairs.area();
}

double sweep3(std::vector<Point> points, const Point& reference) {
  std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a[2] < b[2]; });
  Staircase stairs(reference[0], reference[1]);
  double volume = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    stairs.add(points[i][0], points[i][1]);
    const double top = i + 1 < points.size() ? points[i + 1][2] : reference[2];
    volume += stairs.area() * (top - points[i][2]);
  }
  return volume;
}

double box(const Point& point, const Point& reference) {
  double volume = 1;
  for (std::size_t k = 0; k < reference.size(); ++k) volume *= reference[k] - point[k];
  return volume;
}

double volumeOf(std::vector<Point> points, const Point& reference);

// WFG: the sum over points of what each adds to those after it.
double wfg(std::vector<Point> points, const Point& reference) {
  std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.back() > b.back(); });
  double volume = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::vector<Point> limited;
    limited.reserve(points.size() - i - 1);
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      Point p(points[j].size());
      for (std::size_t k = 0; k < p.size(); ++k) p[k] = std::max(points[i][k], points[j][k]);
      limited.push_back(std::move(p));
    }
    // Sorted by the last objective, every later point is no worse there: one dimension falls away.
    const double depth = reference.back() - points[i].back();
    Point base(points[i].begin(), points[i].end() - 1), corner(reference.begin(), reference.end() - 1);
    for (Point& p : limited) p.pop_back();
    volume += depth * (box(base, corner) - volumeOf(std::move(limited), corner));
  }
  return volume;
}

double volumeOf(std::vector<Point> points, const Point& reference) {
  if (points.empty() || reference.empty()) return 0;
  if (reference.size() == 1) {
    double best = reference[0];
    for (const Point& p : points) best = std::min(best, p[0]);
    return reference[0] - best;
  }
  if (reference.size() == 2) return sweep2(points, reference);
  if (reference.size() == 3) return sweep3(std::move(points), reference);
  std::vector<Point> front;
  for (int i : paretoFront(points)) front.push_back(std::move(points[i]));
  return wfg(std::move(front), reference);
}

}  // namespace

bool dominates(std::span<const double> a, std::span<const double> b) {
  if (hasNan(a)) return false;
  if (hasNan(b)) return true;
  bool better = false;
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (a[k] > b[k]) return false;
    better = better || a[k] < b[k];
  }
  return better;
}

std::vector<int> paretoFront(std::span<const Point> points) {
  std::vector<int> order(points.size());
  std::iota(order.begin(), order.end(), 0);
  // In lexicographic order nothing is dominated by what follows it, so a point meets only the front so far.
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    const bool nanA = hasNan(points[a]), nanB = hasNan(points[b]);
    return nanA || nanB ? !nanA && nanB : points[a] < points[b];
  });
  std::vector<int> front;
  for (int candidate : order) {
    const bool beaten = std::any_of(front.begin(), front.end(), [&](int member) {
      return points[member] == points[candidate] || dominates(points[member], points[candidate]);
    });
    if (!beaten) front.push_back(candidate);
  }
  std::sort(front.begin(), front.end());
  return front;
}

std::vector<int> nonDominatedRanks(std::span<const Point> points) {
  const int n = static_cast<int>(points.size());
  std::vector<std::vector<int>> beats(n);
  std::vector<int> beatenBy(n, 0), ranks(n, 0), layer;
  for (int i = 0; i < n; ++i) {
    for (int j = i + 1; j < n; ++j) {
      if (dominates(points[i], points[j])) {
        beats[i].push_back(j), ++beatenBy[j];
      } else if (dominates(points[j], points[i])) {
        beats[j].push_back(i), ++beatenBy[i];
      }
    }
  }
  for (int i = 0; i < n; ++i)
    if (beatenBy[i] == 0) layer.push_back(i);
  for (int rank = 0; !layer.empty(); ++rank) {
    std::vector<int> next;
    for (int i : layer) {
      ranks[i] = rank;
      for (int j : beats[i])
        if (--beatenBy[j] == 0) next.push_back(j);
    }
    layer = std::move(next);
  }
  return ranks;
}

std::vector<double> crowdingDistances(std::span<const Point> points, std::span<const int> members) {
  const std::size_t n = members.size();
  constexpr double infinite = std::numeric_limits<double>::infinity();
  std::vector<double> distances(n, n <= 2 ? infinite : 0);
  if (n <= 2) return distances;
  std::vector<std::size_t> order(n);
  for (std::size_t k = 0; k < points[members[0]].size(); ++k) {
    std::iota(order.begin(), order.end(), 0);
    const auto at = [&](std::size_t i) { return points[members[order[i]]][k]; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return points[members[a]][k] < points[members[b]][k];
    });
    const double range = at(n - 1) - at(0);
    if (!(range > 0)) continue;
    distances[order.front()] = distances[order.back()] = infinite;
    for (std::size_t i = 1; i + 1 < n; ++i) distances[order[i]] += (at(i + 1) - at(i - 1)) / range;
  }
  return distances;
}

double hypervolume(std::span<const Point> points, const Point& reference) {
  std::vector<Point> kept;
  for (const Point& p : points)
    if (inside(p, reference)) kept.push_back(p);
  return volumeOf(std::move(kept), reference);
}

double hypervolumeGain(std::span<const Point> points, const Point& point, const Point& reference) {
  if (!inside(point, reference)) return 0;
  std::vector<Point> limited;
  for (const Point& p : points) {
    if (!inside(p, reference)) continue;
    Point q(p.size());
    for (std::size_t k = 0; k < q.size(); ++k) q[k] = std::max(p[k], point[k]);
    if (q == point) return 0;
    limited.push_back(std::move(q));
  }
  return std::max(0.0, box(point, reference) - volumeOf(std::move(limited), reference));
}

}  // namespace kinglet::search
