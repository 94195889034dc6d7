#include "search/strategy.h"

#include "base/error.h"
#include "search/proposer.h"

namespace kinglet::search {

namespace {

struct Entry {
  const char* name;
  std::unique_ptr<Proposer> (*make)();
};

constexpr Entry kStrategies[] = {
    {"random", makeRandomProposer},     {"evolution", makeEvolutionProposer}, {"nsga2", makeNsga2Proposer},
    {"bayesian", makeBayesianProposer}, {"hybrid", makeHybridProposer},
};

class AskTell final : public Strategy {
 public:
  AskTell(std::unique_ptr<Proposer> proposer, Problem problem, std::uint64_t seed)
      : history_(std::move(problem)), proposer_(std::move(proposer)), seed_(seed) {}

  std::string name() const override { return proposer_->name(); }

  std::optional<Suggestion> ask() override {
    base::Random random(base::seedFor(seed_, history_.records().size()));
    auto proposal = proposer_->propose(history_, random);
    if (!proposal) return {};
    Suggestion suggestion;
    suggestion.trial = history_.add(proposal->genome, proposal->origin);
    suggestion.genome = history_.records()[suggestion.trial].genome;
    suggestion.origin = std::move(proposal->origin);
    return suggestion;
  }

  void tell(int trial, const Outcome& outcome) override { history_.tell(trial, outcome); }

  int inject(const space::Genome& genome, const Origin& origin) override {
    return history_.add(genome, origin);
  }

 private:
  History history_;
  std::unique_ptr<Proposer> proposer_;
  std::uint64_t seed_;
};

}  // namespace

std::vector<std::string> strategyNames() {
  std::vector<std::string> names;
  for (const Entry& entry : kStrategies) names.emplace_back(entry.name);
  return names;
}

std::unique_ptr<Strategy> makeStrategy(const std::string& name, Problem problem, std::uint64_t seed) {
  std::string all;
  for (const Entry& entry : kStrategies) {
    if (name == entry.name) return std::make_unique<AskTell>(entry.make(), std::move(problem), seed);
    all += (all.empty() ? "" : ", ") + std::string(entry.name);
  }
  throw base::Error("There is no strategy \"%1\"; choose one of %2.", name, all);
}

}  // namespace kinglet::search
