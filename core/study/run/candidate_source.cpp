#include "study/run/candidate_source.h"

#include <algorithm>
#include <tuple>

#include "base/error.h"
#include "search/origin.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {
namespace {

// So many suggestions in a row that were all tried before: the space has nothing new to give.
constexpr int kMostRepeats = 200;

}  // namespace

CandidateSource::CandidateSource(const Settings& settings, int classes,
                                 std::shared_ptr<const LiveDemands> demands)
    : evaluator_(settings, classes), demands_(std::move(demands)) {
  strategy_ = search::makeStrategy(settings.strategy.empty() ? search::kDefaultStrategy : settings.strategy,
                                   evaluator_.problem([this] { return demands_->get(); }), settings.seed);
}

void CandidateSource::restore(const TrialsView& trials, const std::vector<Repeat>& repeats) {
  struct Entry {
    int suggestion, toldAs;
    const Trial* trial;
    const Repeat* repeat;
    int number;  // the strategy's, of now
  };
  std::vector<Entry> entries;
  for (const Trial& trial : trials) {
    if (!trial.baseline.empty()) continue;
    tried_[networkKey(trial.candidate)] = trial.number;
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
    Evaluation evaluation = evaluator_.evaluate(suggestion->genome, demands_->get());
    if (!evaluation.over.empty()) {
      settle(repeat, suggestion->trial);
      continue;
    }
    const auto [known, isNew] = tried_.try_emplace(networkKey(evaluation.candidate), number);
    trialOf_[suggestion->trial] = known->second;
    if (!isNew) {
      repeat.trial = known->second;
      settle(repeat, suggestion->trial);
      continue;
    }
    Trial trial = begun(suggestion->genome, std::move(evaluation), number, suggestion->trial);
    trial.origin = std::move(origin);
    return trial;
  }
  why_ = base::Message("the last %1 suggestions were all networks that had been tried", kMostRepeats);
  return {};
}

Trial CandidateSource::begun(const space::Genome& genome, Evaluation evaluation, int number, int suggestion) {
  Trial trial = evaluator_.trialOf(genome, std::move(evaluation));
  trial.number = number;
  trial.suggestion = suggestion;
  numbers_[number] = suggestion;
  return trial;
}

std::optional<Trial> CandidateSource::wished(const space::Genome& wish, int parent, int number) {
  const space::Genome genome = evaluator_.space().canonical(wish);
  Evaluation evaluation = evaluator_.evaluate(genome, demands_->get());
  if (!evaluation.over.empty()) {
    why_ = evaluation.over;
    return {};
  }
  const auto [known, isNew] = tried_.try_emplace(networkKey(evaluation.candidate), number);
  if (!isNew) {
    why_ = base::Message("it is the network of candidate %1", known->second);
    return {};
  }
  search::Origin origin;
  origin.strategy = kPersonsStrategy;
  search::Origin theirs = origin;
  if (const auto found = numbers_.find(parent); found != numbers_.end()) theirs.parents = {found->second};
  if (parent >= 0) origin.parents = {parent};
  const int suggestion = strategy_->inject(genome, theirs);
  trialOf_.resize(std::size_t(suggestion) + 1, -1);
  trialOf_[std::size_t(suggestion)] = number;
  Trial trial = begun(genome, std::move(evaluation), number, suggestion);
  trial.origin = std::move(origin);
  return trial;
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
