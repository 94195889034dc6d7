// Random search: every active parameter uniform among the feasible candidates that were not tried. The
// baseline that others must beat (Bergstra and Bengio 2012, "Random search for hyper-parameter optimization",
// JMLR 13).
#include "search/candidates.h"
#include "search/proposer.h"

namespace kinglet::search {

namespace {

class RandomProposer final : public Proposer {
 public:
  std::string name() const override { return "random"; }

  std::optional<Proposal> propose(const History& history, base::Random& random) override {
    auto genome = sampleOpen(history, random);
    if (!genome) return {};
    Proposal proposal{std::move(*genome), {}};
    proposal.origin.strategy = name();
    return proposal;
  }
};

}  // namespace

std::unique_ptr<Proposer> makeRandomProposer() {
  return std::make_unique<RandomProposer>();
}

}  // namespace kinglet::search
