// A firefly swarm over a space of choices: Yang 2009, "Firefly algorithms for multimodal optimization", SAGA
// 2009, carried over to categories and conditions. Each fly moves to brighter ones by taking over some of
// their choices, the more the nearer they are, and then wanders by mutation.
#pragma once

#include <functional>
#include <vector>

#include "base/random.h"
#include "space/search_space.h"

namespace kinglet::search {

struct Firefly {
  space::Genome genome;  // canonical
  double brightness;
  int origin;  // the seed that it descends from, an index into the seeds
};

struct SwarmSettings {
  int flies = 40;
  int rounds = 5;
  int movesPerFly = 6;    // candidates a fly tries a round
  double attraction = 1;  // beta0: the chance to take over a choice of a brighter fly that is at distance 0
  double absorption = 2;  // gamma, over the space's own distance (0 .. 1)
};

// Brightness of many at once; not above 0 for what may not be chosen.
using Brightness = std::function<std::vector<double>(const std::vector<space::Genome>&)>;

// Begins with the brightest seeds; after each round the brightest of the flies and of where they went live
// on. Gives them brightest first, each genome once.
std::vector<Firefly> maximise(const space::SearchSpace& space, const std::vector<space::Genome>& seeds,
                              const Brightness& brightness, const SwarmSettings& settings,
                              base::Random& random);

}  // namespace kinglet::search
