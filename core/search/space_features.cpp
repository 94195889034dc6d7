#include "search/space_features.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "base/format.h"

namespace kinglet::search {

namespace {

using space::Parameter;
using space::Value;

constexpr int kScalingSample = 256;

std::vector<double> numbersOf(const Parameter& parameter) {
  std::vector<double> numbers;
  bool numeric = true, positive = true;
  for (const Value& value : parameter.values) {
    numeric = numeric && std::holds_alternative<double>(value);
    positive = positive && numeric && std::get<double>(value) > 0;
  }
  for (std::size_t i = 0; i < parameter.values.size(); ++i)
    numbers.push_back(positive ? std::log2(std::get<double>(parameter.values[i])) : static_cast<double>(i));
  return numbers;
}

bool isPositive(const Parameter& parameter) {
  return std::all_of(parameter.values.begin(), parameter.values.end(), [](const Value& value) {
    return std::holds_alternative<double>(value) && std::get<double>(value) > 0;
  });
}

// A name with one of its words or numbers left open: "b12_width" is "b#_width" with 12, and "#12_width" with
// "b".
struct Opening {
  std::string pattern, word;
  bool number;
};

std::vector<Opening> openings(const std::string& name) {
  const auto kindOf = [](unsigned char c) {
    return std::isdigit(c) ? 1 : std::isalpha(c) || c > 127 ? 2 : 0;
  };
  std::vector<Opening> found;
  for (std::size_t begin = 0, end; begin < name.size(); begin = end) {
    const int kind = kindOf(static_cast<unsigned char>(name[begin]));
    for (end = begin + 1; end < name.size() && kindOf(static_cast<unsigned char>(name[end])) == kind;) ++end;
    const std::string word = name.substr(begin, end - begin);
    if (kind == 0 || (kind == 1 && word.size() > 6)) continue;
    found.push_back({name.substr(0, begin) + "#" + name.substr(end), word, kind == 1});
  }
  return found;
}

// Of a parameter that is there from some depth on ("num_blocks" at least 3): how deep; one that is always
// there is at depth 0. Nothing where two conditions tell of depths.
std::optional<double> depthOf(const Parameter& parameter) {
  std::optional<double> depth;
  for (const space::Condition& condition : parameter.activeIf) {
    const double* least = std::get_if<double>(&condition.value);
    if (condition.kind != space::Condition::Kind::atLeast || !least) continue;
    if (depth) return {};
    depth = *least;
  }
  return depth.value_or(-std::numeric_limits<double>::infinity());
}

std::string lastWord(const std::string& name) {
  return name.substr(name.find_last_of("_-. ") + 1);
}

// Whether `single` measures what the members of a sequence measure.
bool speaksOfTheSame(const Parameter& single, const Parameter& member) {
  if (single.kind != Parameter::Kind::ordinal || member.kind != Parameter::Kind::ordinal) return false;
  if (!isPositive(single) || !isPositive(member)) return false;
  if (lastWord(single.name) == lastWord(member.name)) return true;
  const auto common = std::count_if(single.values.begin(), single.values.end(), [&](const Value& value) {
    return std::find(member.values.begin(), member.values.end(), value) != member.values.end();
  });
  return common >= 4 &&
         common == static_cast<std::ptrdiff_t>(std::min(single.values.size(), member.values.size()));
}

}  // namespace

SpaceFeatures::SpaceFeatures(const History& history) : space_(&history.space()) {
  for (int k : history.knownObjectives()) {
    group_.push_back(addGroup(history.problem().objectives[k].name));
    ++costColumns_;
  }
  findStructure(history.space());
  findChains();
  for (const Single& single : singles_) {
    const int group = addGroup(space_->parameters()[single.parameter].name);
    const std::size_t width = single.category ? single.numbers.size() : 1;
    group_.insert(group_.end(), width, group);
  }
  for (const Sequence& sequence : sequences_) {
    const std::string& kind = sequence.pattern;
    const int sums = addGroup(kind);
    if (sequence.category) {
      group_.insert(group_.end(), sequence.choices, sums);
    } else {
      const int rises = addGroup(kind + " rises"), falls = addGroup(kind + " falls");
      group_.insert(group_.end(), {sums, rises, falls});
      if (sequence.sizes) {
        const int steepRises = addGroup(kind + " steep rises"), steepFalls = addGroup(kind + " steep falls");
        group_.insert(group_.end(), {steepRises, steepFalls});
      }
    }
  }
  for (const Chain& chain : chains_) {
    const std::string& kind = sequences_[chain.width].pattern;
    for (const Walk::Figure figure : chain.figures)
      group_.push_back(addGroup(kind + " " + Walk::kNames[figure]));
  }
  for (const Sequence& sequence : sequences_) {
    const std::string& kind = sequence.pattern;
    const int width = static_cast<int>(sequence.members.size()) * (sequence.category ? sequence.choices : 1);
    group_.insert(group_.end(), static_cast<std::size_t>(width), addGroup(kind + " at its place"));
    placeColumns_ += width;
  }
  // Scales from candidates drawn at random, the same in every run.
  base::Random random(1);
  Eigen::MatrixXd sample(kScalingSample, columns());
  centre_ = scale_ = Eigen::RowVectorXd::Zero(columns());
  Eigen::RowVectorXd line(columns());
  std::vector<space::Genome> genomes;
  for (int i = 0; i < kScalingSample; ++i) genomes.push_back(space_->sample(random));
  const std::vector<Costs> costs = costColumns_ > 0 ? history.costs(genomes) : std::vector<Costs>();
  for (int i = 0; i < kScalingSample; ++i) {
    raw(genomes[i], costColumns_ > 0 ? history.knownPoint(costs[i]) : Point(), line.data());
    sample.row(i) = line.array().isFinite().select(line, 0);
  }
  for (int j = 0; j < columns(); ++j) {
    centre_[j] = sample.col(j).mean();
    const double deviation = std::sqrt((sample.col(j).array() - centre_[j]).square().mean());
    scale_[j] = deviation > 1e-9 ? 1 / deviation : 0;  // a column that never changes says nothing
  }
}

int SpaceFeatures::addGroup(const std::string& name) {
  groupNames_.push_back(name);
  return static_cast<int>(groupNames_.size()) - 1;
}

void SpaceFeatures::findStructure(const space::SearchSpace& space) {
  const std::vector<Parameter>& parameters = space.parameters();
  struct Family {
    std::string pattern;
    std::vector<std::pair<double, int>> members;  // place, parameter
  };
  std::vector<Family> families;
  std::map<std::string, std::size_t> at;  // pattern, kind and values -> family
  for (const bool numbers : {true, false}) {
    for (int i = 0; i < static_cast<int>(parameters.size()); ++i) {
      const Parameter& parameter = parameters[i];
      for (const Opening& opening : openings(parameter.name)) {
        const std::optional<double> depth = depthOf(parameter);
        if (opening.number != numbers || (!numbers && !depth)) continue;
        std::string key = opening.pattern + (numbers ? "\n1" : "\n2") +
                          (parameter.kind == Parameter::Kind::categorical ? "c" : "o");
        // Sizes are comparable though their choices differ from place to place.
        if (!numbers || parameter.kind == Parameter::Kind::categorical || !isPositive(parameter))
          for (const Value& value : parameter.values)
            key += "\n" + space::toText(value) + (std::holds_alternative<double>(value) ? "d" : "s");
        const auto [place, isNew] = at.emplace(key, families.size());
        if (isNew) families.push_back({opening.pattern, {}});
        families[place->second].members.emplace_back(
            numbers ? base::number(opening.word).value_or(0) : *depth, i);
      }
    }
  }
  // The largest first, numbers before words; each parameter is in one.
  std::stable_sort(families.begin(), families.end(),
                   [](const Family& a, const Family& b) { return a.members.size() > b.members.size(); });
  std::vector<char> inSequence(parameters.size(), 0);
  for (Family& family : families) {
    auto& members = family.members;
    std::erase_if(members, [&](const auto& member) { return inSequence[member.second] != 0; });
    std::sort(members.begin(), members.end());
    // Words that stand for places ("first_width", "second_width") are there from different depths on.
    const bool distinct =
        std::adjacent_find(members.begin(), members.end(),
                           [](const auto& a, const auto& b) { return a.first == b.first; }) == members.end();
    if (members.size() < 2 || !distinct) continue;
    const Parameter& first = parameters[members[0].second];
    Sequence sequence;
    sequence.pattern = family.pattern;
    sequence.category = first.kind == Parameter::Kind::categorical;
    sequence.choices = static_cast<int>(first.values.size());
    sequence.low = std::numeric_limits<double>::infinity();
    for (const auto& [place, parameter] : members) {
      std::vector<double> numbers = numbersOf(parameters[parameter]);
      if (!sequence.category && !isPositive(first) && sequence.choices > 1)
        for (double& x : numbers) x /= sequence.choices - 1;
      double sum = 0;
      for (double x : numbers) sum += x, sequence.low = std::min(sequence.low, x);
      sequence.middle += sum / static_cast<double>(numbers.size() * members.size());
      sequence.members.push_back(parameter);
      sequence.places.push_back(place);
      sequence.numbers.push_back(std::move(numbers));
      inSequence[parameter] = 1;
    }
    sequence.sizes = !sequence.category && isPositive(first) && sequence.choices > 2;
    sequences_.push_back(std::move(sequence));
  }
  for (int i = 0; i < static_cast<int>(parameters.size()); ++i) {
    if (inSequence[i] || parameters[i].values.size() < 2) continue;
    singles_.push_back({i, parameters[i].kind == Parameter::Kind::categorical, numbersOf(parameters[i])});
    for (Sequence& sequence : sequences_) {
      if (sequence.head >= 0 || i > sequence.members[0]) continue;
      if (!speaksOfTheSame(parameters[i], parameters[sequence.members[0]])) continue;
      sequence.head = i;
      sequence.headNumbers = numbersOf(parameters[i]);
    }
  }
}

void SpaceFeatures::findChains() {
  const auto positive = [&](const Sequence& sequence) {
    return !sequence.category && isPositive(space_->parameters()[sequence.members[0]]);
  };
  std::vector<char> taken(sequences_.size(), 0);
  for (std::size_t i = 0; i < sequences_.size(); ++i) {
    if (roleOf(sequences_[i].pattern) != Role::width || !positive(sequences_[i])) continue;
    Chain chain{static_cast<int>(i)};
    for (std::size_t j = 0; j < sequences_.size(); ++j) {
      if (taken[j] || !positive(sequences_[j]) || sequences_[j].places != sequences_[i].places) continue;
      const Role role = roleOf(sequences_[j].pattern);
      int* place = role == Role::kernel ? &chain.kernel : role == Role::stride ? &chain.stride : nullptr;
      if (!place || *place >= 0) continue;
      *place = static_cast<int>(j);
      taken[j] = 1;
    }
    if (chain.kernel >= 0) chain.figures.push_back(Walk::reach);
    chain.figures.push_back(Walk::weights);
    if (chain.stride >= 0) chain.figures.push_back(Walk::work);
    chain.figures.push_back(Walk::lastWidth);
    chains_.push_back(std::move(chain));
  }
}

void SpaceFeatures::walkChain(const Chain& chain, const space::Genome& genome,
                              const std::vector<char>& isActive, double* out) const {
  const auto head = [&](int index) {
    if (index < 0 || sequences_[index].head < 0 || !isActive[sequences_[index].head]) return 1.0;
    return std::exp2(sequences_[index].headNumbers[genome[sequences_[index].head]]);
  };
  const auto at = [&](int index, std::size_t member, double otherwise) {
    if (index < 0) return otherwise;
    const int parameter = sequences_[index].members[member];
    return isActive[parameter] ? std::exp2(sequences_[index].numbers[member][genome[parameter]]) : otherwise;
  };
  Walk walk(head(chain.width), head(chain.kernel), head(chain.stride));
  for (std::size_t m = 0; m < sequences_[chain.width].members.size(); ++m) {
    const double width = at(chain.width, m, 0);
    if (width > 0) walk.layer(width, at(chain.kernel, m, 1), at(chain.stride, m, 1));
  }
  const auto figures = walk.figures();
  for (const Walk::Figure figure : chain.figures) *out++ = figures[figure];
}

void SpaceFeatures::raw(const space::Genome& genome, const Point& known, double* out) const {
  const std::vector<char> isActive = space_->activity(genome);
  for (int k = 0; k < costColumns_; ++k) *out++ = known[k];
  for (const Single& single : singles_) {
    const bool active = isActive[single.parameter];
    const int choice = genome[single.parameter];
    if (single.category) {
      for (int c = 0; c < static_cast<int>(single.numbers.size()); ++c)
        *out++ = active && c == choice ? 1 : 0;
    } else {
      *out++ = single.numbers[choice];
    }
  }
  for (const Sequence& sequence : sequences_) {
    if (sequence.category) {
      std::fill(out, out + sequence.choices, 0.0);
      for (int parameter : sequence.members)
        if (isActive[parameter]) out[genome[parameter]] += 1;
      out += sequence.choices;
      continue;
    }
    bool begun = sequence.head >= 0 && isActive[sequence.head];
    double before = begun ? sequence.headNumbers[genome[sequence.head]] : 0, sum = 0, rise = 0, fall = 0,
           steepRise = 0, steepFall = 0;
    for (std::size_t m = 0; m < sequence.members.size(); ++m) {
      const int parameter = sequence.members[m];
      if (!isActive[parameter]) continue;
      const double x = sequence.numbers[m][genome[parameter]];
      sum += x - sequence.low;
      if (begun) {
        const double step = x - before;
        (step > 0 ? rise : fall) += std::abs(step);
        (step > 0 ? steepRise : steepFall) += step * step;
      }
      before = x;
      begun = true;
    }
    *out++ = sum;
    *out++ = rise;
    *out++ = fall;
    if (sequence.sizes) *out++ = steepRise, *out++ = steepFall;
  }
  for (const Chain& chain : chains_) {
    walkChain(chain, genome, isActive, out);
    out += chain.figures.size();
  }
  for (const Sequence& sequence : sequences_) {
    for (std::size_t m = 0; m < sequence.members.size(); ++m) {
      const int parameter = sequence.members[m], choice = genome[parameter];
      if (sequence.category) {
        for (int c = 0; c < sequence.choices; ++c) *out++ = isActive[parameter] && c == choice ? 1 : 0;
      } else {
        *out++ = isActive[parameter] ? sequence.numbers[m][choice] - sequence.middle : 0;
      }
    }
  }
}

void SpaceFeatures::row(const space::Genome& genome, const Point& known,
                        Eigen::Ref<Eigen::RowVectorXd> out) const {
  Eigen::RowVectorXd line(columns());
  raw(genome, known, line.data());
  out = (line - centre_).cwiseProduct(scale_);
}

}  // namespace kinglet::search
