// All that was suggested and told in one search: what every strategy decides from.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "search/pareto.h"
#include "search/strategy.h"

namespace kinglet::search {

struct Record {
  enum class State { pending, done, stopped, failed };
  space::Genome genome;  // canonical
  Origin origin;
  State state = State::pending;
  Point known;   // the known objectives in model space, in their order; finite
  Point values;  // all objectives in model space; empty unless done or stopped
};

// Model space: log10 of the objectives that ask for it, the others as they are. Everything is minimised.
class History {
 public:
  explicit History(Problem problem);  // throws base::Error: no objective, a reference that has no logarithm

  const Problem& problem() const { return problem_; }
  const space::SearchSpace& space() const { return problem_.space; }
  double spaceSize() const {
    return spaceSize_;
  }  // distinct candidates; infinite where they cannot be counted
  const Point& reference() const { return reference_; }  // in model space
  const std::vector<int>& knownObjectives() const { return known_; }
  const std::vector<int>& unknownObjectives() const { return unknown_; }

  const std::vector<Record>& records() const { return records_; }  // by trial number
  const std::vector<int>& told() const { return told_; }  // done or stopped, in the order of the tells
  std::vector<Point> toldValues() const;                  // of told(), in its order
  // Trial numbers of the finished ones that none dominates; of all, or of the first so many that were told.
  std::vector<int> front() const { return front(told_.size()); }
  std::vector<int> front(std::size_t told) const;

  bool contains(const space::Genome& canonical) const;
  // Asked anew every time, because limits may change while a study runs.
  Costs costs(const space::Genome& genome) const;
  std::vector<Costs> costs(std::span<const space::Genome> genomes) const;
  Point knownPoint(const Costs& costs) const;  // in model space

  int add(const space::Genome& genome, const Origin& origin);  // pending; gives its trial number
  // Throws base::Error: no such trial, told already, a wrong number of objectives. A figure that is not
  // finite (or has no logarithm where one is asked for) makes the trial a failed one.
  void tell(int trial, const Outcome& outcome);

 private:
  double toModel(int objective, double value) const;
  Costs checked(Costs costs) const;

  Problem problem_;
  double spaceSize_;
  std::vector<int> known_, unknown_;
  Point reference_;
  std::vector<Record> records_;
  std::vector<int> told_;
  std::unordered_set<std::uint64_t> seen_;  // looked up only, never walked
};

}  // namespace kinglet::search
