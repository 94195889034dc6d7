// What a strategy is inside: a function of the history. Proposers that share a history make a hybrid.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/random.h"
#include "search/history.h"

namespace kinglet::search {

struct Proposal {
  space::Genome genome;
  Origin origin;
};

// `random` is seeded by the study's seed and the number of the trial, and a proposer keeps nothing but
// caches: a study that is reopened goes on as if it had never been closed.
class Proposer {
 public:
  virtual ~Proposer() = default;
  virtual std::string name() const = 0;
  // Canonical, feasible, not in the history; nothing when no such candidate was found.
  virtual std::optional<Proposal> propose(const History& history, base::Random& random) = 0;
};

std::unique_ptr<Proposer> makeRandomProposer();
std::unique_ptr<Proposer> makeEvolutionProposer();
std::unique_ptr<Proposer> makeNsga2Proposer();
std::unique_ptr<Proposer> makeBayesianProposer();
std::unique_ptr<Proposer> makeHybridProposer();

}  // namespace kinglet::search
