// NSGA-II: Deb, Pratap, Agarwal, Meyarivan 2002, "A fast and elitist multiobjective genetic algorithm:
// NSGA-II", IEEE Transactions on Evolutionary Computation 6(2). Generations of kPopulation; the survivors of
// all that came before, by rank and crowding distance, breed by binary tournament, crossover and mutation. A
// worker never waits for a generation to end: what is still out is left out.
#include <algorithm>
#include <numeric>

#include "search/candidates.h"
#include "search/proposer.h"

namespace kinglet::search {

namespace {

constexpr int kPopulation = 20;
constexpr double kCrossover = 0.9, kMutation = 0.8;

// The best kPopulation of `pool`, best first.
Standing select(const History& history, std::vector<int> pool) {
  const Standing all = standingOf(history, std::move(pool));
  std::vector<int> order(all.pool.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return all.ranks[a] != all.ranks[b] ? all.ranks[a] < all.ranks[b] : all.crowding[a] > all.crowding[b];
  });
  order.resize(std::min<std::size_t>(order.size(), kPopulation));
  Standing kept;
  for (int i : order) {
    kept.pool.push_back(all.pool[i]);
    kept.ranks.push_back(all.ranks[i]);
    kept.crowding.push_back(all.crowding[i]);
  }
  return kept;
}

// The parents of the generation that starts at this trial.
Standing survivors(const History& history, int generationStart) {
  Standing parents;
  for (int start = 0; start < generationStart; start += kPopulation) {
    std::vector<int> pool = parents.pool;
    for (int trial = start; trial < start + kPopulation; ++trial)
      if (!history.records()[trial].values.empty()) pool.push_back(trial);
    parents = select(history, std::move(pool));
  }
  return parents;
}

class Nsga2Proposer final : public Proposer {
 public:
  std::string name() const override { return "nsga2"; }

  std::optional<Proposal> propose(const History& history, base::Random& random) override {
    const int trial = static_cast<int>(history.records().size());
    const int generationStart = trial / kPopulation * kPopulation;
    Proposal proposal;
    proposal.origin.strategy = name();
    const Standing parents = survivors(history, generationStart);
    for (int tries = 0; tries < 50 && parents.pool.size() >= 2; ++tries) {
      const int a = tournament(parents, 2, random), b = tournament(parents, 2, random);
      const std::vector<Record>& records = history.records();
      const bool crossed = a != b && random.chance(kCrossover);
      space::Genome child = crossed ? history.space().crossover(records[a].genome, records[b].genome, random)
                                    : records[a].genome;
      if (!crossed || random.chance(kMutation)) child = history.space().mutate(child, random);
      child = history.space().canonical(std::move(child));
      if (!isOpen(history, child)) continue;
      proposal.genome = std::move(child);
      proposal.origin.parents = crossed ? std::vector<int>{a, b} : std::vector<int>{a};
      return proposal;
    }
    std::optional<space::Genome> genome;
    if (parents.pool.size() >= 2) {
      const int parent = tournament(parents, 2, random);
      genome = mutateOpen(history, history.records()[parent].genome, random);
      if (genome) proposal.origin.parents = {parent};
    }
    if (!genome) genome = sampleOpen(history, random);
    if (!genome) return {};
    proposal.genome = std::move(*genome);
    return proposal;
  }
};

}  // namespace

std::unique_ptr<Proposer> makeNsga2Proposer() {
  return std::make_unique<Nsga2Proposer>();
}

}  // namespace kinglet::search
