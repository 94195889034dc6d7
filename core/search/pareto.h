// Pareto fronts and hypervolume; everything is minimised. NaN anywhere in a point makes it dominated by all
// others.
#pragma once

#include <span>
#include <vector>

namespace kinglet::search {

using Point = std::vector<double>;

bool dominates(std::span<const double> a, std::span<const double> b);  // no worse anywhere, better somewhere
std::vector<int> paretoFront(
    std::span<const Point> points);  // non-dominated, ascending indices; of equals the first
std::vector<int> nonDominatedRanks(std::span<const Point> points);  // 0 is the front (Deb et al. 2002)
// Of each member, in the order of `members`: how far apart its neighbours are, summed over objectives that
// are scaled to the members' range; infinite at the ends (Deb et al. 2002).
std::vector<double> crowdingDistances(std::span<const Point> points, std::span<const int> members);

// Volume dominated by points within the box below `reference`; points outside count nothing. Any dimension;
// exact. Two and three objectives: a sweep, O(n log n) (Beume et al. 2009); more: WFG (While, Bradstreet,
// Barone 2012).
double hypervolume(std::span<const Point> points, const Point& reference);
// What `point` would add to the hypervolume of `points`.
double hypervolumeGain(std::span<const Point> points, const Point& point, const Point& reference);

}  // namespace kinglet::search
