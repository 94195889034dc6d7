// Bayesian optimisation that knows what a candidate costs before it is evaluated: a Gaussian process predicts
// what is unknown, and the candidate with the largest expected hypervolume improvement, given its known
// costs, is next (Emmerich, Giannakoglou, Naujoks 2006). A firefly swarm over the space looks for it, from
// the neighbours of the front; Speckhard et al. 2023 search with Bayesian optimisation, regularized evolution
// and particle swarms.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "search/acquisition.h"
#include "search/candidates.h"
#include "search/proposer.h"
#include "search/strategies/swarm.h"

namespace kinglet::search {

namespace {

// Trials told before the model is asked: known costs tell it what few trials cannot.
constexpr int kFirst = 6, kFirstBlind = 10;
constexpr int kNeighbours = 800, kStrangers = 200;
constexpr int kDraws = 400;

// Whether known costs lie below the reference, so that a trial can add to the hypervolume.
bool countsAtAll(const History& history, const Point& known) {
  for (std::size_t k = 0; k < known.size(); ++k)
    if (!(known[k] < history.reference()[history.knownObjectives()[k]])) return false;
  return true;
}

double distanceToNearest(const History& history, const space::Genome& genome) {
  double nearest = std::numeric_limits<double>::max();
  for (const Record& record : history.records())
    nearest = std::min(nearest, history.space().distance(record.genome, genome));
  return nearest;
}

// In the objective's own unit.
void tellPrediction(const History& history, const Prospect& prospect, Origin& origin) {
  if (history.unknownObjectives().empty()) return;
  const bool log = history.problem().objectives[history.unknownObjectives()[0]].log;
  origin.predictedError = log ? std::pow(10, prospect.mean) : prospect.mean;
  origin.predictedDeviation =
      log ? origin.predictedError * std::numbers::ln10 * prospect.deviation : prospect.deviation;
}

class BayesianProposer final : public Proposer {
 public:
  std::string name() const override { return "bayesian"; }

  std::optional<Proposal> propose(const History& history, base::Random& random) override {
    if (static_cast<int>(history.told().size()) >=
        (history.knownObjectives().empty() ? kFirstBlind : kFirst)) {
      if (!surrogate_) surrogate_.emplace(history);
      if (auto proposal = improve(history, random)) return proposal;
    }
    return spread(history, random);
  }

 private:
  // The first trials lie far apart (a maximin design, Johnson, Moore, Ylvisaker 1990, over random draws): of
  // many whose costs may count the one whose nearest neighbour is farthest. With nothing known that would be
  // the odd ones, most of them too dear to count: then they are drawn evenly.
  std::optional<Proposal> spread(const History& history, base::Random& random) const {
    std::optional<space::Genome> best;
    if (static_cast<int>(history.told().size()) < kFirst && !history.knownObjectives().empty()) {
      std::vector<space::Genome> draws;
      for (int i = 0; i < kDraws; ++i) draws.push_back(history.space().sample(random));
      const std::vector<Costs> costs = history.costs(draws);
      double farthest = -1;
      for (std::size_t i = 0; i < draws.size(); ++i) {
        if (!costs[i].feasible || history.contains(draws[i])) continue;
        if (!countsAtAll(history, history.knownPoint(costs[i]))) continue;
        const double distance = distanceToNearest(history, draws[i]);
        if (distance > farthest) farthest = distance, best = draws[i];
      }
    }
    if (!best) best = sampleOpen(history, random);
    if (!best) return {};
    Proposal proposal{std::move(*best), {}};
    proposal.origin.strategy = name();
    return proposal;
  }

  std::optional<Proposal> improve(const History& history, base::Random& random) {
    surrogate_->update(history);
    const Acquisition acquisition(history, *surrogate_);
    std::vector<int> parents = history.front();
    if (parents.empty()) parents = history.told();
    std::vector<space::Genome> seeds;
    std::vector<int> parentOf;
    for (int i = 0; i < kNeighbours; ++i) {
      parentOf.push_back(parents[random.below(static_cast<int>(parents.size()))]);
      seeds.push_back(
          history.space().mutate(history.records()[parentOf.back()].genome, random, 1 + random.below(3)));
    }
    for (int i = 0; i < kStrangers; ++i) {
      parentOf.push_back(-1);
      seeds.push_back(history.space().sample(random));
    }
    const auto brightness = [&](const std::vector<space::Genome>& genomes) {
      std::vector<double> values;
      for (const Prospect& prospect : acquisition.of(genomes)) values.push_back(prospect.improvement);
      return values;
    };
    const std::vector<Firefly> flies = maximise(history.space(), seeds, brightness, {}, random);
    if (flies.empty() || !(flies[0].brightness > 0)) return {};
    const Prospect prospect = acquisition.of({flies[0].genome})[0];
    Proposal proposal{flies[0].genome, {}};
    proposal.origin.strategy = name();
    if (parentOf[flies[0].origin] >= 0) proposal.origin.parents = {parentOf[flies[0].origin]};
    proposal.origin.acquisition = prospect.improvement;
    tellPrediction(history, prospect, proposal.origin);
    return proposal;
  }

  std::optional<Surrogate> surrogate_;
};

}  // namespace

std::unique_ptr<Proposer> makeBayesianProposer() {
  return std::make_unique<BayesianProposer>();
}

}  // namespace kinglet::search
