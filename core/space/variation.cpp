// How genomes are drawn and varied.
#include <algorithm>

#include "space/search_space.h"

namespace kinglet::space {

// Larger jumps keep a far value reachable in one mutation.
constexpr double kJumpProbability = 0.25;

Genome SearchSpace::sample(base::Random& random) const {
  const std::size_t size = parameters_.size();
  Genome genome(size, 0);
  std::vector<char> active(size);
  for (std::size_t i = 0; i < size; ++i) {
    active[i] = holds(i, genome.data(), active.data());
    if (active[i]) genome[i] = random.below(choices_[i]);
  }
  return genome;
}

int SearchSpace::otherChoice(int parameter, int now, base::Random& random) const {
  const int choices = choices_[parameter];
  if (step_[parameter] > 0 && !random.chance(kJumpProbability)) {
    if (now == 0) return 1;
    if (now == choices - 1) return choices - 2;
    return random.chance(0.5) ? now + 1 : now - 1;
  }
  const int other = random.below(choices - 1);
  return other < now ? other : other + 1;
}

Genome SearchSpace::mutate(const Genome& genome, base::Random& random, int changes) const {
  requireFitting(genome);
  const std::size_t size = parameters_.size();
  std::vector<char> before(size), active(size), change(size, 0);
  activity(genome, before.data());
  std::vector<int> candidates;
  for (std::size_t i = 0; i < size; ++i) {
    if (before[i] && choices_[i] > 1) candidates.push_back(static_cast<int>(i));
  }
  const int wanted = std::min<int>(std::max(changes, 1), static_cast<int>(candidates.size()));
  for (int n = 0; n < wanted; ++n) {
    std::swap(candidates[n], candidates[n + random.below(static_cast<int>(candidates.size()) - n)]);
    change[candidates[n]] = 1;
  }
  // The first parameter that changes is active still, for nothing before it changed; so the result differs.
  Genome mutant(size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    active[i] = holds(i, mutant.data(), active.data());
    if (!active[i]) continue;
    if (!before[i])
      mutant[i] = random.below(choices_[i]);
    else
      mutant[i] = change[i] ? otherChoice(static_cast<int>(i), genome[i], random) : genome[i];
  }
  return mutant;
}

Genome SearchSpace::crossover(const Genome& a, const Genome& b, base::Random& random) const {
  requireFitting(a);
  requireFitting(b);
  const std::size_t size = parameters_.size();
  std::vector<char> inA(size), inB(size), active(size);
  activity(a, inA.data());
  activity(b, inB.data());
  Genome child(size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    active[i] = holds(i, child.data(), active.data());
    if (!active[i]) continue;
    if (!inA[i] && !inB[i])
      child[i] = random.below(choices_[i]);
    else
      child[i] = inA[i] && (!inB[i] || random.chance(0.5)) ? a[i] : b[i];
  }
  return child;
}

}  // namespace kinglet::space
