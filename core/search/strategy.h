// search/: which candidate to try next. Strategies (ask/tell), Gaussian process, swarms, Pareto front,
// hypervolume. Calls space/, energy/, base/; study/ calls it. A newcomer reads this header first, then
// pareto.h.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/message.h"
#include "search/objective.h"
#include "search/origin.h"
#include "space/search_space.h"

namespace kinglet::search {

// A limit on a known cost (also one that is no objective, e.g. flash): infeasible candidates are never
// evaluated.
struct Costs {
  std::vector<double> objectives;  // of the known objectives, in their order
  bool feasible = true;
  base::Message why;  // what is violated, for people
};

struct Problem {
  space::SearchSpace space;
  std::vector<Objective> objectives;
  // empty when nothing is known; thread-safe; cheap (microseconds)
  std::function<Costs(const space::Genome&)> knownCosts;
  // The same of many at once, where that is cheaper (another program is asked). May be empty.
  std::function<std::vector<Costs>(std::span<const space::Genome>)> knownCostsOfMany;
};

struct Suggestion {
  int trial = 0;         // counts up from 0
  space::Genome genome;  // canonical, never suggested before
  Origin origin;
};

struct Outcome {
  std::vector<double> objectives;  // all of them, in the order of the problem; empty when failed
  bool failed = false;             // no figure at all: the strategy must not propose it again
  bool stoppedEarly = false;       // objectives hold the last figures seen: a bound rather than a result
};

// Not thread-safe: the caller serialises. The same problem, seed and sequence of calls gives the same
// suggestions. Suggestions that are still out (asked, not told) are taken into account, so that several
// workers do not collapse onto one point.
class Strategy {
 public:
  virtual ~Strategy() = default;
  virtual std::string name() const = 0;
  // Nothing when the space has no feasible candidate left that was not suggested.
  virtual std::optional<Suggestion> ask() = 0;
  virtual void tell(int trial, const Outcome& outcome) = 0;
  // A candidate from elsewhere (a resumed study, a baseline): counts as history. Gives its trial number.
  virtual int inject(const space::Genome& genome, const Origin& origin) = 0;
};

// random, evolution, nsga2, bayesian, hybrid. Throws base::Error listing them on another name.
std::unique_ptr<Strategy> makeStrategy(const std::string& name, Problem problem, std::uint64_t seed);
std::vector<std::string> strategyNames();
constexpr const char* kDefaultStrategy = "hybrid";

}  // namespace kinglet::search
