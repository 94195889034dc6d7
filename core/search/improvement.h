// How much a candidate is expected to add to the hypervolume.
#pragma once

#include <vector>

#include "search/pareto.h"

namespace kinglet::search {

// E[max(0, mean + deviation z - below)] seen from below: the expected shortfall of a Gaussian under `level`.
double expectedShortfall(double level, double mean, double deviation);

// What a candidate would add, as a function of its one unknown objective: the volume between its box and the
// front. With the other objectives known the front is cut at them, and the gain is piecewise linear: where
// the unknown lies below `from`, each unit lower adds `area`. Steps are in rising order of `from`; the last
// one's area holds up to `to`.
class GainProfile {
 public:
  // The exact gain at a value, and its expectation under a Gaussian: the expected hypervolume improvement in
  // closed form (Emmerich, Giannakoglou, Naujoks 2006, eq. 7, which here needs no cells, for one objective is
  // random).
  double at(double value) const;
  double expected(double mean, double deviation) const;
  bool empty() const { return areas_.empty(); }

 private:
  friend class KnownCostImprovement;
  std::vector<double> levels_;  // ascending; between levels_[i] and levels_[i + 1] a unit adds areas_[i]
  std::vector<double> areas_;
};

// Expected hypervolume improvement where one objective is unknown and all others are known exactly.
class KnownCostImprovement {
 public:
  // `front`: points of all objectives, in any order (dominated ones cost time only); `unknown`: the index of
  // the unknown objective. All in model space.
  KnownCostImprovement(std::vector<Point> front, Point reference, int unknown);

  // `known`: the candidate's other objectives, in their order. O(front log front) for up to two known
  // objectives.
  GainProfile profile(const Point& known) const;
  double expected(const Point& known, double mean, double deviation) const {
    return profile(known).expected(mean, deviation);
  }

 private:
  std::vector<double> levels_;  // of the front's points in the unknown objective, ascending
  std::vector<Point> others_;   // their other objectives, in the same order
  Point corner_;                // the reference in the other objectives
  double top_;                  // and in the unknown one
};

}  // namespace kinglet::search
