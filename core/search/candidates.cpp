#include "search/candidates.h"

#include <algorithm>
#include <functional>

namespace kinglet::search {

namespace {

constexpr double kEnumerable = 50000;  // spaces up to this size are walked in full before giving up
constexpr int kPlainTries = 400;
constexpr int kWalks = 40, kWalkSteps = 120;

double sum(const Point& point) {
  double total = 0;
  for (double value : point) total += value;
  return total;
}

// Every canonical genome, parameter by parameter.
void forEachGenome(const space::SearchSpace& space, const std::function<void(const space::Genome&)>& visit) {
  space::Genome genome(space.parameters().size(), 0);
  const std::function<void(int)> choose = [&](int parameter) {
    if (parameter == static_cast<int>(genome.size())) {
      visit(genome);
      return;
    }
    const int choices =
        space.isActive(genome, parameter) ? static_cast<int>(space.parameters()[parameter].values.size()) : 1;
    for (int choice = 0; choice < choices; ++choice) {
      genome[parameter] = choice;
      choose(parameter + 1);
    }
    genome[parameter] = 0;
  };
  choose(0);
}

std::optional<space::Genome> anyOpen(const History& history, base::Random& random) {
  std::optional<space::Genome> chosen;
  int open = 0;
  forEachGenome(history.space(), [&](const space::Genome& genome) {
    if (isOpen(history, genome) && random.below(++open) == 0) chosen = genome;  // each with the same chance
  });
  return chosen;
}

// From an infeasible start, accepts changes that make it cheaper until a limit no longer binds.
std::optional<space::Genome> walkToFeasible(const History& history, space::Genome genome,
                                            base::Random& random) {
  Costs costs = history.costs(genome);
  for (int step = 0; step < kWalkSteps; ++step) {
    if (costs.feasible && !history.contains(genome)) return genome;
    space::Genome next = history.space().mutate(genome, random, random.chance(0.3) ? 2 : 1);
    Costs nextCosts = history.costs(next);
    const bool better = costs.feasible ? nextCosts.feasible
                                       : nextCosts.feasible || sum(history.knownPoint(nextCosts)) <=
                                                                   sum(history.knownPoint(costs));
    if (!better) continue;
    genome = std::move(next);
    costs = std::move(nextCosts);
  }
  return {};
}

}  // namespace

bool isOpen(const History& history, const space::Genome& canonical) {
  return !history.contains(canonical) && history.costs(canonical).feasible;
}

std::optional<space::Genome> sampleOpen(const History& history, base::Random& random) {
  const space::SearchSpace& space = history.space();
  for (int i = 0; i < kPlainTries; ++i) {
    space::Genome genome = space.sample(random);
    if (isOpen(history, genome)) return genome;
  }
  if (history.spaceSize() <= kEnumerable) return anyOpen(history, random);
  for (int i = 0; i < kWalks; ++i)
    if (auto found = walkToFeasible(history, space.sample(random), random)) return found;
  std::vector<int> feasible;
  for (int i = 0; i < static_cast<int>(history.records().size()); ++i)
    if (history.costs(history.records()[i].genome).feasible) feasible.push_back(i);
  for (int i = 0; i < kWalks && !feasible.empty(); ++i) {
    const int start = feasible[random.below(static_cast<int>(feasible.size()))];
    if (auto found = walkToFeasible(history, history.records()[start].genome, random)) return found;
  }
  return {};
}

std::optional<space::Genome> mutateOpen(const History& history, const space::Genome& parent,
                                        base::Random& random, int changes) {
  if (history.spaceSize() <= 1) return {};
  for (int i = 0; i < 200; ++i) {
    space::Genome child = history.space().mutate(parent, random, changes + i / 50);
    if (isOpen(history, child)) return child;
  }
  return {};
}

Standing standingOf(const History& history, std::vector<int> pool) {
  std::vector<Point> values;
  for (int trial : pool) values.push_back(history.records()[trial].values);
  Standing standing{std::move(pool), nonDominatedRanks(values), std::vector<double>(values.size(), 0)};
  const int layers = values.empty() ? 0 : 1 + *std::max_element(standing.ranks.begin(), standing.ranks.end());
  for (int rank = 0; rank < layers; ++rank) {
    std::vector<int> members;
    for (int i = 0; i < static_cast<int>(values.size()); ++i)
      if (standing.ranks[i] == rank) members.push_back(i);
    const std::vector<double> distances = crowdingDistances(values, members);
    for (std::size_t i = 0; i < members.size(); ++i) standing.crowding[members[i]] = distances[i];
  }
  return standing;
}

int tournament(const Standing& standing, int size, base::Random& random) {
  const int n = static_cast<int>(standing.pool.size());
  int best = random.below(n);
  for (int i = 1; i < size; ++i) {
    const int other = random.below(n);
    const bool wins = standing.ranks[other] != standing.ranks[best]
                          ? standing.ranks[other] < standing.ranks[best]
                          : standing.crowding[other] > standing.crowding[best];
    if (wins) best = other;
  }
  return standing.pool[best];
}

}  // namespace kinglet::search
