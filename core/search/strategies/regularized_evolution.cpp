// Regularized (aging) evolution: Real et al. 2019, "Regularized evolution for image classifier architecture
// search", AAAI 33, arXiv 1802.01548; as Speckhard et al. 2023 use it, with several objectives: the
// tournament goes by non-dominated rank, then crowding distance (Deb et al. 2002), and the oldest member
// dies, however good it is.
#include <algorithm>

#include "search/candidates.h"
#include "search/proposer.h"

namespace kinglet::search {

namespace {

constexpr int kPopulation = 40;
constexpr int kTournament = 8;

class EvolutionProposer final : public Proposer {
 public:
  std::string name() const override { return "evolution"; }

  std::optional<Proposal> propose(const History& history, base::Random& random) override {
    Proposal proposal;
    proposal.origin.strategy = name();
    const std::vector<int>& told = history.told();
    if (static_cast<int>(told.size()) >= kPopulation / 2) {
      const int alive = std::min<int>(kPopulation, static_cast<int>(told.size()));
      const Standing standing = standingOf(history, {told.end() - alive, told.end()});
      const int parent = tournament(standing, kTournament, random);
      const int changes = random.chance(0.5) ? 1 : 2;
      if (auto child = mutateOpen(history, history.records()[parent].genome, random, changes)) {
        proposal.genome = std::move(*child);
        proposal.origin.parents = {parent};
        return proposal;
      }
    }
    auto genome = sampleOpen(history, random);
    if (!genome) return {};
    proposal.genome = std::move(*genome);
    return proposal;
  }
};

}  // namespace

std::unique_ptr<Proposer> makeEvolutionProposer() {
  return std::make_unique<EvolutionProposer>();
}

}  // namespace kinglet::search
