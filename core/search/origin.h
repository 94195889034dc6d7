// Where a suggestion comes from.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace kinglet::search {

// Why a candidate was proposed: stored with the trial and shown.
struct Origin {
  std::string strategy;      // which member of a hybrid proposed it
  std::vector<int> parents;  // trial numbers
  double acquisition = std::numeric_limits<double>::quiet_NaN();
  double predictedError =
      std::numeric_limits<double>::quiet_NaN();  // first unknown objective, before evaluation
  double predictedDeviation = std::numeric_limits<double>::quiet_NaN();
};

}  // namespace kinglet::search
