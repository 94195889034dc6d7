// One figure that a search makes small.
#pragma once

#include <string>

namespace kinglet::search {

struct Objective {
  std::string name;      // "error_percent", "energy_mj"; all are minimised
  bool log = false;      // hypervolume and models work on log10
  bool known = false;    // known before evaluation, by Problem::knownCosts
  double reference = 1;  // the reference point, in the objective's own unit
};

}  // namespace kinglet::search
