#include "space/search_space.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "base/error.h"

namespace kinglet::space {
namespace {

using base::Error;

constexpr std::size_t kMostConditions = 20'000, kMostAllowed = 10'000'000;  // each asked for every candidate

// Who is active, without touching the heap for spaces of a usual size.
class Flags {
 public:
  explicit Flags(std::size_t size) {
    if (size > sizeof small_) large_.resize(size);
    data_ = size > sizeof small_ ? large_.data() : small_;
  }
  Flags(const Flags&) = delete;
  Flags& operator=(const Flags&) = delete;
  char* data() { return data_; }
  char operator[](std::size_t i) const { return data_[i]; }
  char& operator[](std::size_t i) { return data_[i]; }

 private:
  char small_[128];
  std::vector<char> large_;
  char* data_;
};

int placeOf(const Parameter& parameter, const Value& value) {
  const auto found = std::find(parameter.values.begin(), parameter.values.end(), value);
  return found == parameter.values.end() ? -1 : static_cast<int>(found - parameter.values.begin());
}

// Of each choice of a parameter whether it meets the condition.
void appendAllowed(const Condition& condition, const Parameter& on, std::vector<char>& allowed) {
  const double* least = std::get_if<double>(&condition.value);
  const int place = least ? -1 : placeOf(on, condition.value);
  for (std::size_t choice = 0; choice < on.values.size(); ++choice) {
    const Value& value = on.values[choice];
    const double* number = std::get_if<double>(&value);
    if (condition.kind == Condition::Kind::equals)
      allowed.push_back(value == condition.value);
    else if (least)
      allowed.push_back(number && *number >= *least);
    else
      allowed.push_back(place >= 0 && static_cast<int>(choice) >= place);
  }
}

// Two that are equal; each has its place among the values only once.
const Value* twice(const std::vector<Value>& values) {
  std::set<Value> seen;
  for (const Value& value : values)
    if (!seen.insert(value).second) return &value;
  return nullptr;
}

void checkParameter(const Parameter& parameter) {
  if (parameter.name.empty()) throw Error("a parameter of the search space has no name");
  if (parameter.values.empty())
    throw Error("parameter \"%1\" of the search space has no values; give at least one", parameter.name);
  for (const Value& value : parameter.values) {
    const double* number = std::get_if<double>(&value);
    if (number && !std::isfinite(*number))
      throw Error("parameter \"%1\" of the search space has a value that is not a finite number",
                  parameter.name);
  }
  if (const Value* value = twice(parameter.values))
    throw Error("parameter \"%1\" of the search space has the value %2 twice", parameter.name,
                toText(*value));
}

// What count() has seen so far, and how many assignments come to it.
struct HashOfState {
  std::size_t operator()(const std::vector<int>& state) const {
    std::uint64_t hash = 0;
    for (const int choice : state) hash = base::mix(hash ^ std::uint64_t(choice));
    return hash;
  }
};
using States = std::unordered_map<std::vector<int>, long double, HashOfState>;

}  // namespace

SearchSpace::SearchSpace(std::vector<Parameter> parameters, std::string name)
    : name_(std::move(name)), parameters_(std::move(parameters)) {
  std::set<std::string> names;
  for (const Parameter& parameter : parameters_) {
    checkParameter(parameter);
    if (!names.insert(parameter.name).second)
      throw Error("the search space has two parameters named \"%1\"", parameter.name);
  }
  compile();
}

void SearchSpace::compile() {
  firstRequirement_ = {0};
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    const Parameter& parameter = parameters_[i];
    for (const Condition& condition : parameter.activeIf) {
      const int on = indexOf(condition.parameter);
      if (on < 0 || on >= static_cast<int>(i))
        throw Error(on < 0
                        ? base::Message(
                              "parameter \"%1\" depends on \"%2\", which is no parameter of the search space",
                              parameter.name, condition.parameter)
                        : base::Message("parameter \"%1\" depends on \"%2\", which is not an earlier "
                                        "parameter of the search space, or depends on it in turn",
                                        parameter.name, condition.parameter));
      const std::size_t before = allowed_.size();
      requirements_.push_back({on, before});
      if (requirements_.size() > kMostConditions || before + parameters_[on].values.size() > kMostAllowed)
        throw Error("the search space has more conditions than can be looked at");
      appendAllowed(condition, parameters_[on], allowed_);
      const bool any =
          std::find(allowed_.begin() + std::ptrdiff_t(before), allowed_.end(), 1) != allowed_.end();
      // Not an error where values were taken out of a space by hand: the parameter is then never active.
      if (!any && std::holds_alternative<double>(condition.value) !=
                      std::holds_alternative<double>(parameters_[on].values[0]))
        throw Error("parameter \"%1\" compares \"%2\" with %3, which is of another sort than its values",
                    parameter.name, condition.parameter, toText(condition.value));
    }
    firstRequirement_.push_back(requirements_.size());
    choices_.push_back(static_cast<int>(parameter.values.size()));
    const bool ordinal = parameter.kind == Parameter::Kind::ordinal && choices_.back() > 1;
    step_.push_back(ordinal ? 1.0 / (choices_.back() - 1) : 0);
  }
}

int SearchSpace::indexOf(const std::string& parameter) const {
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    if (parameters_[i].name == parameter) return static_cast<int>(i);
  }
  return -1;
}

bool SearchSpace::holds(std::size_t parameter, const int* genome, const char* active) const {
  for (std::size_t r = firstRequirement_[parameter]; r < firstRequirement_[parameter + 1]; ++r) {
    const Requirement& requirement = requirements_[r];
    if (!active[requirement.parameter] || !allowed_[requirement.allowed + genome[requirement.parameter]])
      return false;
  }
  return true;
}

void SearchSpace::activity(const Genome& genome, char* active) const {
  for (std::size_t i = 0; i < parameters_.size(); ++i) active[i] = holds(i, genome.data(), active);
}

bool SearchSpace::fits(const Genome& genome) const {
  bool fits = genome.size() == parameters_.size();
  for (std::size_t i = 0; fits && i < genome.size(); ++i) fits = genome[i] >= 0 && genome[i] < choices_[i];
  return fits;
}

void SearchSpace::requireFitting(const Genome& genome) const {
  if (!fits(genome))
    throw Error("these choices are not of this search space; was the space edited after the study began?");
}

bool SearchSpace::isActive(const Genome& genome, int parameter) const {
  requireFitting(genome);
  Flags active(parameters_.size());
  activity(genome, active.data());
  return active[parameter];
}

std::vector<char> SearchSpace::activity(const Genome& genome) const {
  requireFitting(genome);
  std::vector<char> active(parameters_.size());
  activity(genome, active.data());
  return active;
}

Genome SearchSpace::canonical(Genome genome) const {
  requireFitting(genome);
  Flags active(parameters_.size());
  activity(genome, active.data());
  for (std::size_t i = 0; i < genome.size(); ++i) genome[i] = active[i] ? genome[i] : 0;
  return genome;
}

std::uint64_t SearchSpace::hash(const Genome& genome) const {
  requireFitting(genome);
  Flags active(parameters_.size());
  activity(genome, active.data());
  std::uint64_t hash = 0;
  // An inactive choice hashes as 0, as canonical() has it.
  for (std::size_t i = 0; i < genome.size(); ++i)
    hash = base::mix(hash ^ static_cast<std::uint64_t>(active[i] ? genome[i] : 0));
  return hash;
}

// One pass over the parameters that remembers only what later conditions still look at: for each earlier
// parameter, which of the later conditions its choice meets. Assignments that agree on that are counted
// together.
double SearchSpace::count() const {
  constexpr std::size_t kMaxStates = 50'000, kMaxHeld = 3'000'000;  // figures of all states
  constexpr std::size_t kMaxWork = 8'000'000;                       // figures that are looked at
  const auto entangled = [] {
    return Error("the conditions of this search space are too entangled to count its networks");
  };
  const std::size_t size = parameters_.size();
  std::vector<std::size_t> lastAsked(size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t r = firstRequirement_[i]; r < firstRequirement_[i + 1]; ++r)
      lastAsked[requirements_[r].parameter] = i;
  }
  // A choice stands for all choices that meet the same conditions: of each parameter, those choices and how
  // many each stands for.
  std::vector<std::vector<std::size_t>> conditionsOn(size);
  for (const Requirement& requirement : requirements_)
    conditionsOn[std::size_t(requirement.parameter)].push_back(requirement.allowed);
  std::vector<std::vector<std::pair<int, int>>> standIns(size);
  for (std::size_t i = 0; i < size; ++i) {
    std::map<std::vector<char>, std::size_t> seen;
    for (int choice = 0; choice < choices_[i]; ++choice) {
      std::vector<char> meets;
      for (const std::size_t allowed : conditionsOn[i])
        meets.push_back(allowed_[allowed + std::size_t(choice)]);
      const auto [place, isNew] = seen.emplace(std::move(meets), standIns[i].size());
      if (isNew) standIns[i].emplace_back(choice, 0);
      ++standIns[i][place->second].second;
    }
  }
  std::size_t work = 0;
  // State: a choice for each parameter seen so far, -1 inactive, -2 no longer asked for.
  States states = {{{}, 1.0L}};
  for (std::size_t i = 0; i < size; ++i) {
    States next;
    for (const auto& [state, number] : states) {
      work += i + 1;
      if (next.size() > kMaxStates || next.size() * (i + 1) > kMaxHeld || work > kMaxWork) throw entangled();
      bool active = true;
      for (std::size_t r = firstRequirement_[i]; active && r < firstRequirement_[i + 1]; ++r) {
        const int choice = state[requirements_[r].parameter];
        active = choice >= 0 && allowed_[requirements_[r].allowed + choice];
      }
      std::vector<int> after = state;
      for (std::size_t j = 0; j < i; ++j) {
        if (lastAsked[j] <= i) after[j] = -2;
      }
      after.push_back(-1);
      if (!active) {
        if (lastAsked[i] <= i) after[i] = -2;
        next[after] += number;
        continue;
      }
      for (const auto& [choice, times] : standIns[i]) {
        after[i] = lastAsked[i] <= i ? -2 : choice;
        next[after] += number * times;
        work += i + 1;
      }
    }
    states = std::move(next);
  }
  long double total = 0;
  for (const auto& [state, number] : states) total += number;
  return static_cast<double>(total);
}

double SearchSpace::distance(const Genome& a, const Genome& b) const {
  requireFitting(a);
  requireFitting(b);
  const std::size_t size = parameters_.size();
  Flags inA(size), inB(size);
  activity(a, inA.data());
  activity(b, inB.data());
  double sum = 0;
  int either = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (!inA[i] && !inB[i]) continue;
    ++either;
    if (inA[i] != inB[i])
      sum += 1;
    else if (a[i] != b[i])
      sum += step_[i] > 0 ? std::abs(a[i] - b[i]) * step_[i] : 1;
  }
  return either == 0 ? 0 : sum / either;
}

const Value& SearchSpace::value(const Genome& genome, int parameter) const {
  return parameters_.at(parameter).values.at(genome.at(parameter));
}

}  // namespace kinglet::space
