#include "study/run/candidate_source.h"

#include <algorithm>
#include <tuple>

#include "base/error.h"
#include "base/json.h"
#include "energy/energy_model.h"
#include "network/cost.h"
#include "search/origin.h"
#include "space/audio_space.h"
#include "space/search_space.h"
#include "study/json_forms.h"
#include "study/limits.h"
#include "study/meaning.h"
#include "study/objectives.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {
namespace {

// So many suggestions in a row that were all tried before: the space has nothing new to give.
constexpr int kMostRepeats = 200;

std::string keyOf(const space::Candidate& candidate) {
  return std::to_string(candidate.network.fingerprint()) + " " + base::jsonText(toJson(candidate.input));
}

}  // namespace

search::Outcome outcomeOf(const Trial& trial) {
  search::Outcome outcome;
  outcome.failed = endedBadly(trial.state) || trial.curve.empty();
  if (outcome.failed) return outcome;
  outcome.objectives = objectivesOf(trial);
  outcome.stoppedEarly = trial.state == TrialState::stoppedEarly;
  return outcome;
}

CandidateSource::CandidateSource(const Settings& settings, int classes,
                                 std::shared_ptr<const LiveDemands> demands)
    : input_(settings.input),
      classes_(classes),
      space_(spaceOf(settings)),
      energy_(energyModelOf(settings)),
      settings_(settings),
      device_(energy::listeningDevice(profileOf(settings))),
      demands_(std::move(demands)) {
  search::Problem problem;
  problem.space = space_;
  problem.objectives = studyObjectives(settings);
  problem.knownCosts = [this](const space::Genome& genome) { return costsOf(genome); };
  strategy_ = search::makeStrategy(settings.strategy.empty() ? search::kDefaultStrategy : settings.strategy,
                                   std::move(problem), settings.seed);
}

search::Costs CandidateSource::costsOf(const space::Genome& genome) const {
  search::Costs costs;
  try {
    const space::Candidate candidate = space::decode(space_, genome, input_, classes_);
    const network::NetworkCost cost = network::costOf(candidate.network, candidate.input);
    const energy::EnergyEstimate energy = energy_->estimate(candidate.input, candidate.network);
    const Demands demands = demands_->get();
    const energy::MeanPower power =
        energy::meanPower(device_, energy, candidate.input, candidate.network, demands.listening);
    const bool byPower = settings_.objective == CostObjective::power;
    costs.objectives = {byPower ? power.totalMw : energy.millijoules,
                        double(cost.flashBytes + cost.peakRamBytes) / 1024};
    costs.why = violated(demands.limits, cost, energy, power);
  } catch (const base::Error& error) {  // an edited space may hold combinations that are no network
    costs.objectives = {1e9, 1e9};
    costs.why = error.message();
  }
  costs.feasible = costs.why.empty();
  return costs;
}

void CandidateSource::restore(const std::vector<Trial>& trials, const std::vector<Repeat>& repeats) {
  struct Entry {
    int suggestion, toldAs;
    const Trial* trial;
    const Repeat* repeat;
    int number;  // the strategy's, of now
  };
  std::vector<Entry> entries;
  for (const Trial& trial : trials) {
    if (!trial.baseline.empty()) continue;
    tried_[keyOf(trial.candidate)] = trial.number;
    if (!isUnfinished(trial.state)) outcomes_[trial.number] = outcomeOf(trial);
    entries.push_back({trial.suggestion, isUnfinished(trial.state) ? -1 : trial.toldAs, &trial, nullptr, 0});
  }
  for (const Repeat& repeat : repeats)
    entries.push_back({repeat.suggestion, repeat.toldAs, nullptr, &repeat, 0});

  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.suggestion < b.suggestion; });
  for (Entry& entry : entries) {
    search::Origin origin = entry.trial ? entry.trial->origin : entry.repeat->origin;
    std::vector<int> parents;
    for (const int parent : origin.parents)
      if (const auto found = numbers_.find(parent); found != numbers_.end()) parents.push_back(found->second);
    origin.parents = std::move(parents);
    entry.number = strategy_->inject(entry.trial ? entry.trial->genome : entry.repeat->genome, origin);
    trialOf_.resize(std::size_t(entry.number) + 1, -1);
    trialOf_[entry.number] = entry.trial ? entry.trial->number : entry.repeat->trial;
    if (entry.trial) numbers_[entry.trial->number] = entry.number;
  }

  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.toldAs < b.toldAs; });
  for (const Entry& entry : entries) {
    if (entry.toldAs < 0) continue;
    places_ = std::max(places_, entry.toldAs + 1);
    search::Outcome outcome;
    outcome.failed = true;
    if (const auto found = outcomes_.find(entry.trial ? entry.trial->number : entry.repeat->trial);
        found != outcomes_.end())
      outcome = found->second;
    strategy_->tell(entry.number, outcome);
  }
  for (const Entry& entry : entries) {
    if (!entry.repeat || entry.toldAs >= 0) continue;
    Repeat repeat = *entry.repeat;
    settle(repeat, entry.number);
  }
}

// Tells what the trial of the same network reached, or waits until it has reached it.
void CandidateSource::settle(Repeat& repeat, int strategyNumber) {
  search::Outcome outcome;
  outcome.failed = true;
  if (repeat.trial >= 0) {
    const auto found = outcomes_.find(repeat.trial);
    if (found == outcomes_.end()) {
      waiting_.emplace_back(repeat, strategyNumber);
      changed_.push_back(repeat);
      return;
    }
    outcome = found->second;
  }
  repeat.toldAs = takePlace();
  strategy_->tell(strategyNumber, outcome);
  changed_.push_back(repeat);
}

std::optional<Trial> CandidateSource::next(int number) {
  for (int i = 0; i < kMostRepeats; ++i) {
    const auto suggestion = strategy_->ask();
    if (!suggestion) {
      why_ = base::Message("no further network of the space keeps the limits");
      return {};
    }
    trialOf_.resize(std::size_t(suggestion->trial) + 1, -1);
    search::Origin origin = suggestion->origin;
    std::vector<int> parents;
    for (const int parent : origin.parents)
      if (parent >= 0 && parent < suggestion->trial && trialOf_[parent] >= 0)
        parents.push_back(trialOf_[parent]);
    origin.parents = std::move(parents);

    Repeat repeat{suggestion->trial, suggestion->genome, origin, -1, -1};
    if (!costsOf(suggestion->genome).feasible) {
      settle(repeat, suggestion->trial);
      continue;
    }
    Trial trial;
    trial.candidate = space::decode(space_, suggestion->genome, input_, classes_);
    const auto [known, isNew] = tried_.try_emplace(keyOf(trial.candidate), number);
    trialOf_[suggestion->trial] = known->second;
    if (!isNew) {
      repeat.trial = known->second;
      settle(repeat, suggestion->trial);
      continue;
    }
    trial.number = number;
    trial.genome = suggestion->genome;
    trial.cost = network::costOf(trial.candidate.network, trial.candidate.input);
    trial.energy = energy_->estimate(trial.candidate.input, trial.candidate.network);
    settings_.listening = demands_->get().listening;
    weigh(trial, settings_);
    trial.origin = std::move(origin);
    trial.suggestion = suggestion->trial;
    numbers_[number] = suggestion->trial;
    return trial;
  }
  why_ = base::Message("the last %1 suggestions were all networks that had been tried", kMostRepeats);
  return {};
}

void CandidateSource::tell(const Trial& trial) {
  const search::Outcome outcome = outcomeOf(trial);
  outcomes_[trial.number] = outcome;
  strategy_->tell(strategyNumber(trial), outcome);
  const auto theirs = std::stable_partition(
      waiting_.begin(), waiting_.end(), [&](const auto& item) { return item.first.trial != trial.number; });
  std::vector<std::pair<Repeat, int>> told(theirs, waiting_.end());
  waiting_.erase(theirs, waiting_.end());
  for (auto& [repeat, number] : told) settle(repeat, number);
}

std::vector<Repeat> CandidateSource::takeRepeats() {
  return std::exchange(changed_, {});
}

}  // namespace kinglet::study
