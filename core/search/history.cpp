#include "search/history.h"

#include <cmath>
#include <limits>
#include <span>

#include "base/error.h"

namespace kinglet::search {

History::History(Problem problem) : problem_(std::move(problem)) {
  if (problem_.objectives.empty()) throw base::Error("The search has no objective; give at least one.");
  try {
    spaceSize_ = problem_.space.count();
  } catch (const base::Error&) {
    spaceSize_ = std::numeric_limits<double>::infinity();
  }
  for (int k = 0; k < static_cast<int>(problem_.objectives.size()); ++k) {
    const Objective& objective = problem_.objectives[k];
    (objective.known && problem_.knownCosts ? known_ : unknown_).push_back(k);
    reference_.push_back(toModel(k, objective.reference));
    if (!std::isfinite(reference_.back()))
      throw base::Error(
          objective.log
              ? base::Message("The reference of objective \"%1\" must be a finite number above 0, because "
                              "its scale is logarithmic.",
                              objective.name)
              : base::Message("The reference of objective \"%1\" must be a finite number.", objective.name));
  }
}

double History::toModel(int objective, double value) const {
  return problem_.objectives[objective].log ? std::log10(value) : value;
}

std::vector<Point> History::toldValues() const {
  std::vector<Point> values;
  values.reserve(told_.size());
  for (int trial : told_) values.push_back(records_[trial].values);
  return values;
}

std::vector<int> History::front(std::size_t told) const {
  std::vector<int> finished, trials;
  std::vector<Point> values;
  for (int trial : std::span(told_).first(told)) {
    if (records_[trial].state != Record::State::done) continue;
    finished.push_back(trial);
    values.push_back(records_[trial].values);
  }
  for (int i : paretoFront(values)) trials.push_back(finished[i]);
  return trials;
}

bool History::contains(const space::Genome& canonical) const {
  return seen_.contains(problem_.space.hash(canonical));
}

Costs History::costs(const space::Genome& genome) const {
  return problem_.knownCosts ? checked(problem_.knownCosts(genome)) : Costs{};
}

std::vector<Costs> History::costs(std::span<const space::Genome> genomes) const {
  std::vector<Costs> costs;
  if (problem_.knownCosts && problem_.knownCostsOfMany) {
    costs = problem_.knownCostsOfMany(genomes);
    for (Costs& one : costs) one = checked(std::move(one));
  } else {
    for (const space::Genome& genome : genomes) costs.push_back(this->costs(genome));
  }
  return costs;
}

Costs History::checked(Costs costs) const {
  for (double value : knownPoint(costs)) {
    if (std::isfinite(value)) continue;
    costs.feasible = false;
    if (costs.why.empty()) costs.why = base::Message("its cost is not a finite number");
  }
  return costs;
}

Point History::knownPoint(const Costs& costs) const {
  if (costs.objectives.size() != known_.size())
    throw base::Error("The known costs must give %1 figures, one a known objective, but gave %2.",
                      known_.size(), costs.objectives.size());
  Point point;
  for (std::size_t k = 0; k < known_.size(); ++k) point.push_back(toModel(known_[k], costs.objectives[k]));
  return point;
}

int History::add(const space::Genome& genome, const Origin& origin) {
  Record record;
  record.genome = problem_.space.canonical(genome);
  record.origin = origin;
  if (problem_.knownCosts) record.known = knownPoint(costs(record.genome));
  seen_.insert(problem_.space.hash(record.genome));
  records_.push_back(std::move(record));
  return static_cast<int>(records_.size()) - 1;
}

void History::tell(int trial, const Outcome& outcome) {
  if (trial < 0 || trial >= static_cast<int>(records_.size()))
    throw base::Error("There is no trial %1 to tell of; it was never suggested.", trial);
  Record& record = records_[trial];
  if (record.state != Record::State::pending) throw base::Error("Trial %1 was told already.", trial);
  if (!outcome.failed && outcome.objectives.size() != problem_.objectives.size())
    throw base::Error("Trial %1 needs %2 objectives, but %3 were told.", trial, problem_.objectives.size(),
                      outcome.objectives.size());
  Point values;
  bool usable = !outcome.failed;
  for (std::size_t k = 0; usable && k < outcome.objectives.size(); ++k) {
    values.push_back(toModel(static_cast<int>(k), outcome.objectives[k]));
    usable = std::isfinite(values.back());
  }
  if (!usable) {
    record.state = Record::State::failed;
    return;
  }
  record.state = outcome.stoppedEarly ? Record::State::stopped : Record::State::done;
  record.values = std::move(values);
  told_.push_back(trial);
}

}  // namespace kinglet::search
