// What evaluating a candidate is expected to add to the hypervolume, in the light of a surrogate.
#pragma once

#include <vector>

#include "search/improvement.h"
#include "search/surrogate.h"

namespace kinglet::search {

struct Prospect {
  double improvement = 0;          // expected hypervolume improvement; 0 where a candidate may not be chosen
  double mean = 0, deviation = 0;  // of the first unknown objective; NaN where there is none
};

// One objective unknown: the closed form of improvement.h. Several: the closed form in the first of them,
// averaged over quasi-random draws of the others (Hammersley points through the inverse normal distribution).
// None: the gain itself.
class Acquisition {
 public:
  // Both are kept by reference. The front is that of the finished trials and of what is believed of those
  // that are out.
  Acquisition(const History& history, const Surrogate& surrogate);

  // Of canonical genomes. Exact for those that may be the best: the others' is a bound from above, never
  // above the best's exact one unless more than some hundred compete.
  std::vector<Prospect> of(const std::vector<space::Genome>& genomes) const;

 private:
  double expected(const Point& values, const Eigen::RowVectorXd& deviations, int draws) const;

  const History& history_;
  const Surrogate& surrogate_;
  std::vector<Point> front_;
  std::vector<int> others_;  // all objectives but the first unknown one
  std::unique_ptr<KnownCostImprovement> improvement_;
  std::vector<std::vector<double>> normals_;  // draws of the unknown objectives after the first
};

}  // namespace kinglet::search
