// space/: what is searched: parameters with conditions, genomes, and how a genome becomes a network.
// Calls network/ and base/; search/ and study/ call it. A newcomer reads this header first, then
// audio_space.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/random.h"

namespace kinglet::space {

using Value = std::variant<double, std::string>;  // numbers are ordinal choices; texts name categories

struct Condition {  // on an earlier parameter, which must be active itself
  std::string parameter;
  // atLeast compares numbers; texts by their place in the list.
  enum class Kind { atLeast, equals } kind = Kind::equals;
  Value value;
};

struct Parameter {
  std::string name;  // "b2_width"
  enum class Kind { ordinal, categorical } kind = Kind::ordinal;
  std::vector<Value> values;        // at least one
  std::vector<Condition> activeIf;  // all must hold
};

// One choice a parameter: indices into Parameter::values. Inactive parameters are 0 in canonical form.
using Genome = std::vector<int>;

// A mixed, conditional space of choices. The JSON form is that of `kinglet optimise`:
//   {"name": ..., "parameters": [{"name", "kind": "ordinal"|"categorical", "values": [...], "active_if":
//   [{"parameter", "at_least"|"equals"}]}]}; other keys are kept by the callers that know them. The file's
//   order may be any; here what a parameter depends on comes before it.
class SearchSpace {
 public:
  SearchSpace() = default;
  explicit SearchSpace(std::vector<Parameter> parameters,
                       std::string name = {});           // throws base::Error when malformed
  static SearchSpace fromJson(const std::string& text);  // throws base::Error
  std::string toJson() const;

  const std::string& name() const { return name_; }
  const std::vector<Parameter>& parameters() const { return parameters_; }
  int indexOf(const std::string& parameter) const;  // -1 when there is none
  // Whether these are choices of this space: one a parameter, and each of those that it has. What a study file holds need
  // not be; all below throw base::Error where it is not.
  bool fits(const Genome& genome) const;
  bool isActive(const Genome& genome, int parameter) const;
  std::vector<char> activity(const Genome& genome) const;  // of every parameter, whether it is active
  Genome canonical(Genome genome) const;                   // inactive choices set to 0
  std::uint64_t hash(const Genome& genome) const;          // of the canonical form
  // Distinct canonical genomes, counted exactly up to a double's precision. Throws base::Error where
  // conditions are so entangled that they cannot be counted.
  double count() const;

  Genome sample(base::Random& random) const;  // each active parameter uniform
  // Changes `changes` active parameters (ordinals mostly by a step); never returns the same canonical genome,
  // unless the space holds one only. What becomes active by it is drawn uniformly.
  Genome mutate(const Genome& genome, base::Random& random, int changes = 1) const;
  // Each parameter from a or from b, where it is active there; what is active in neither is drawn uniformly.
  // Canonical.
  Genome crossover(const Genome& a, const Genome& b, base::Random& random) const;
  // Symmetric, 0 for equal canonical forms. 0 .. 1: mean over parameters that are active in either: ordinal
  // |i-j|/(n-1), categorical 0/1, active in one only 1.
  double distance(const Genome& a, const Genome& b) const;

  const Value& value(const Genome& genome, int parameter) const;
  std::string genomeToJson(const Genome& genome) const;  // {"n_mels": 64, ...}, active parameters only
  Genome genomeFromJson(const std::string& text) const;  // throws base::Error on an unknown name or value

 private:
  struct Requirement {
    int parameter;
    std::size_t allowed;  // where its row of choices begins in allowed_
  };
  void compile();
  bool holds(std::size_t parameter, const int* genome, const char* active) const;
  void activity(const Genome& genome, char* active) const;
  int otherChoice(int parameter, int now, base::Random& random) const;
  void requireFitting(const Genome& genome) const;

  std::string name_;
  std::vector<Parameter> parameters_;
  // Flat, because strategies ask millions of times: the requirements of parameter i are firstRequirement_[i]
  // up to firstRequirement_[i + 1].
  std::vector<Requirement> requirements_;
  std::vector<std::size_t> firstRequirement_;
  std::vector<char> allowed_;
  std::vector<int> choices_;
  // 1 / (choices - 1) of an ordinal, 0 of a category: what a step counts in distance()
  std::vector<double> step_;
};

std::string toText(const Value& value);

}  // namespace kinglet::space
