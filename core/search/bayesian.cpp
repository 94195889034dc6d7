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
#include "search/swarm.h"

namespace kinglet::search {

namespace {

constexpr int kFirst = 10;  // trials told before the model is asked
constexpr int kNeighbours = 800, kStrangers = 200;
constexpr int kDraws = 400;

// How far the known costs of a candidate are from those of every trial so far; below 0 outside the reference.
double separation(const History& history, const Point& known) {
  for (std::size_t k = 0; k < known.size(); ++k)
    if (!(known[k] < history.reference()[history.knownObjectives()[k]])) return -1;
  double nearest = std::numeric_limits<double>::max();
  for (const Record& record : history.records()) {
    double distance = 0;
    for (std::size_t k = 0; k < known.size(); ++k)
      distance += (known[k] - record.known[k]) * (known[k] - record.known[k]);
    nearest = std::min(nearest, distance);
  }
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
    if (static_cast<int>(history.told().size()) >= kFirst) {
      if (!surrogate_) surrogate_.emplace(history);
      if (auto proposal = improve(history, random)) return proposal;
    }
    return spread(history, random);
  }

 private:
  // Costs are free: of many draws the one whose costs are farthest from all that was tried, so that the first
  // trials fill the plane of costs.
  std::optional<Proposal> spread(const History& history, base::Random& random) const {
    std::optional<space::Genome> best;
    double farthest = -2;
    const bool first = static_cast<int>(history.told().size()) < kFirst && !history.knownObjectives().empty();
    std::vector<space::Genome> draws;
    for (int i = 0; i < kDraws && first; ++i) draws.push_back(history.space().sample(random));
    const std::vector<Costs> costs = history.costs(draws);
    for (std::size_t i = 0; i < draws.size(); ++i) {
      if (!costs[i].feasible || history.contains(draws[i])) continue;
      const double distance = separation(history, history.knownPoint(costs[i]));
      if (distance > farthest) farthest = distance, best = draws[i];
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
