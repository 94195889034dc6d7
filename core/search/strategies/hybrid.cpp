// The default: Bayesian optimisation and regularized evolution, each with its swarm or its population, over
// one history, as Speckhard et al. 2023 combine them. Each member's share of the trials follows what its
// trials gained lately in hypervolume: probability matching with a floor (Thierens 2005, "An adaptive pursuit
// strategy for allocating operator probabilities", GECCO 2005), so that whoever is ahead leads, and the other
// may come back where the model fails.
#include <algorithm>
#include <cmath>
#include <vector>

#include "search/proposer.h"

namespace kinglet::search {

namespace {

constexpr int kFirst = 30;        // told trials before evolution has a population to breed from
constexpr double kFloor = 0.02;   // the least share of a member
constexpr double kHalfLife = 20;  // told trials after which a gain counts half
// Shares go by the gain a trial to this power: each trial that gains less than it could is dear, and where
// the model works evolution's gained 0 to 1 thousandths of hypervolume, the model's 1 to 4 (three variations
// of the synthetic problem, two seeds each).
constexpr double kSharpness = 3;

class HybridProposer final : public Proposer {
 public:
  std::string name() const override { return "hybrid"; }

  std::optional<Proposal> propose(const History& history, base::Random& random) override {
    const bool breed =
        static_cast<int>(history.told().size()) >= kFirst && random.chance(shareOfEvolution(history));
    Proposer& chosen = breed ? *evolution_ : *bayesian_;
    Proposer& other = breed ? *bayesian_ : *evolution_;
    if (auto proposal = chosen.propose(history, random)) return proposal;
    return other.propose(history, random);
  }

 private:
  // What each told trial added to the front of those before it. Kept from call to call, and made anew when
  // the history is another.
  void update(const History& history) {
    const std::vector<int>& told = history.told();
    if (taken_.size() > told.size() || !std::equal(taken_.begin(), taken_.end(), told.begin())) {
      taken_.clear();
      gains_.clear();
      front_.clear();
    }
    for (std::size_t i = taken_.size(); i < told.size(); ++i) {
      const Record& record = history.records()[told[i]];
      taken_.push_back(told[i]);
      gains_.push_back(0);
      if (record.state != Record::State::done) continue;
      gains_.back() = hypervolumeGain(front_, record.values, history.reference());
      if (!(gains_.back() > 0)) continue;
      std::erase_if(front_, [&](const Point& point) { return dominates(record.values, point); });
      front_.push_back(record.values);
    }
  }

  double shareOfEvolution(const History& history) {
    update(history);
    double gain[2] = {0, 0}, trials[2] = {0, 0};
    const double fade = std::pow(0.5, 1 / kHalfLife);
    for (std::size_t i = kFirst; i < taken_.size(); ++i) {
      for (int m = 0; m < 2; ++m) gain[m] *= fade, trials[m] *= fade;
      const std::string& strategy = history.records()[taken_[i]].origin.strategy;
      const int member = strategy == evolution_->name() ? 0 : strategy == bayesian_->name() ? 1 : -1;
      if (member < 0) continue;
      gain[member] += gains_[i];
      trials[member] += 1;
    }
    // A member of which little is known is taken for half as good as all together.
    const double all = (gain[0] + gain[1]) / std::max(trials[0] + trials[1], 1e-9);
    double rate[2];
    for (int m = 0; m < 2; ++m) rate[m] = std::pow((gain[m] + 0.5 * all) / (trials[m] + 1), kSharpness);
    if (!(rate[0] + rate[1] > 0)) return 0.5;  // nobody gains any more: both try
    return std::clamp(rate[0] / (rate[0] + rate[1]), kFloor, 1 - kFloor);
  }

  std::unique_ptr<Proposer> bayesian_ = makeBayesianProposer(), evolution_ = makeEvolutionProposer();
  std::vector<int> taken_;
  std::vector<double> gains_;
  std::vector<Point> front_;
};

}  // namespace

std::unique_ptr<Proposer> makeHybridProposer() {
  return std::make_unique<HybridProposer>();
}

}  // namespace kinglet::search
