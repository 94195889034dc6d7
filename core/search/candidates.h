// Where new candidates come from: feasible, and not tried before.
#pragma once

#include <optional>
#include <vector>

#include "base/random.h"
#include "search/history.h"

namespace kinglet::search {

// Feasible and not in the history.
bool isOpen(const History& history, const space::Genome& canonical);

// A random open candidate. Where limits are so tight that plain sampling finds none, walks downhill in cost
// from random starts and from what is known to be feasible; a small space is enumerated, so that nothing
// means that there is none.
std::optional<space::Genome> sampleOpen(const History& history, base::Random& random);

// An open mutant of `parent` by `changes` changes, more where all near ones are taken; nothing after many
// tries.
std::optional<space::Genome> mutateOpen(const History& history, const space::Genome& parent,
                                        base::Random& random, int changes = 1);

// Trials to breed from, best first in their tournament: the least (rank, then most crowding distance) of
// `size` random members of `pool` (trial numbers, told). `ranks` and `crowding` stand in the order of `pool`.
// Gives a trial number.
struct Standing {
  std::vector<int> pool, ranks;
  std::vector<double> crowding;
};
Standing standingOf(const History& history, std::vector<int> pool);
int tournament(const Standing& standing, int size, base::Random& random);

}  // namespace kinglet::search
