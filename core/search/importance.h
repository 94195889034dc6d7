// Which parameters an objective hangs on, as far as the trials can tell.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "space/search_space.h"

namespace kinglet::search {

struct ParameterImportance {
  int parameter;      // index into SearchSpace::parameters()
  double share = 0;   // 0 .. 1; all together 1, or 0 where nothing could be learned
  double spread = 0;  // standard deviation of the share over the folds
};

struct Importances {
  double explained =
      0;  // R squared of the forest on trials that it was not fitted to; below 0: worse than the mean
  std::vector<ParameterImportance> parameters;  // largest first; empty below kFewestForImportance trials
};

inline constexpr int kFewestForImportance = 20;

// Permutation importance (Breiman 2001, "Random forests", section 10) of a forest over the parameters, in
// five folds: how much worse trials that the forest did not see are predicted when one parameter's choices
// are shuffled among those trials where it is active. `genomes` canonical; `values` one each, finite, any
// unit (a cost better as its logarithm). The same seed gives the same figures. Takes a second at 1,000
// trials.
Importances parameterImportance(const space::SearchSpace& space, std::span<const space::Genome> genomes,
                                std::span<const double> values, std::uint64_t seed = 1);

}  // namespace kinglet::search
