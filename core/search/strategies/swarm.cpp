#include "search/strategies/swarm.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace kinglet::search {

namespace {

void sortByBrightness(std::vector<Firefly>& flies) {
  std::stable_sort(flies.begin(), flies.end(),
                   [](const Firefly& a, const Firefly& b) { return a.brightness > b.brightness; });
}

// Takes over choices of `goal`, each with the chance `share`; what becomes active by it comes from there too.
space::Genome towards(const space::SearchSpace& space, const space::Genome& from, const space::Genome& goal,
                      double share, base::Random& random) {
  space::Genome next = from;
  const std::vector<char> inGoal = space.activity(goal), inFrom = space.activity(from);
  for (std::size_t k = 0; k < from.size(); ++k) {
    if (!inGoal[k]) continue;
    if (!inFrom[k] || random.chance(share)) next[k] = goal[k];
  }
  return space.canonical(std::move(next));
}

}  // namespace

std::vector<Firefly> maximise(const space::SearchSpace& space, const std::vector<space::Genome>& seeds,
                              const Brightness& brightness, const SwarmSettings& settings,
                              base::Random& random) {
  std::unordered_set<std::uint64_t> met;
  std::vector<space::Genome> batch;
  std::vector<int> origins;
  for (int i = 0; i < static_cast<int>(seeds.size()); ++i) {
    if (!met.insert(space.hash(seeds[i])).second) continue;
    batch.push_back(seeds[i]);
    origins.push_back(i);
  }
  std::vector<Firefly> flies;
  std::vector<double> values = brightness(batch);
  for (std::size_t i = 0; i < batch.size(); ++i) flies.push_back({batch[i], values[i], origins[i]});
  sortByBrightness(flies);
  const auto keep = [&] {
    if (static_cast<int>(flies.size()) > settings.flies) flies.resize(settings.flies);
  };
  keep();

  for (int round = 0; round < settings.rounds; ++round) {
    batch.clear();
    origins.clear();
    const int n = static_cast<int>(flies.size());
    for (int i = 0; i < n; ++i) {
      for (int move = 0; move < settings.movesPerFly; ++move) {
        space::Genome next = flies[i].genome;
        if (i > 0 && random.chance(0.5)) {
          const space::Genome& brighter = flies[random.below(i)].genome;
          const double distance = space.distance(next, brighter);
          const double share =
              settings.attraction * std::exp(-settings.absorption * distance * distance) * random.uniform();
          next = towards(space, next, brighter, share, random);
          if (random.chance(0.5)) next = space.mutate(next, random);
        } else {
          next = space.mutate(next, random, random.chance(0.6) ? 1 : 2);
        }
        if (!met.insert(space.hash(next)).second) continue;
        batch.push_back(std::move(next));
        origins.push_back(flies[i].origin);
      }
    }
    values = brightness(batch);
    for (std::size_t i = 0; i < batch.size(); ++i)
      flies.push_back({std::move(batch[i]), values[i], origins[i]});
    sortByBrightness(flies);
    keep();
  }
  return flies;
}

}  // namespace kinglet::search
