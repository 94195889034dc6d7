#include "search/space_features.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

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

// "b12_width" -> "b#_width" and 12; the number is -1 when there is none.
std::pair<std::string, int> patternOf(const std::string& name) {
  const auto isDigit = [](unsigned char c) { return std::isdigit(c) != 0; };
  const auto begin = std::find_if(name.begin(), name.end(), isDigit);
  if (begin == name.end()) return {name, -1};
  const auto end = std::find_if_not(begin, name.end(), isDigit);
  const std::string digits(begin, end);
  if (digits.size() > 6) return {name, -1};
  return {std::string(name.begin(), begin) + "#" + std::string(end, name.end()), std::stoi(digits)};
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
  for (const Single& single : singles_) {
    const int group = addGroup(space_->parameters()[single.parameter].name);
    const std::size_t width = single.category ? single.numbers.size() : 1;
    group_.insert(group_.end(), width, group);
  }
  for (const Sequence& sequence : sequences_) {
    const std::string kind = patternOf(space_->parameters()[sequence.members[0]].name).first;
    const int sums = addGroup(kind);
    if (sequence.category) {
      group_.insert(group_.end(), sequence.choices, sums);
    } else {
      const int rises = addGroup(kind + " rises"), falls = addGroup(kind + " falls");
      group_.insert(group_.end(), {sums, rises, falls});
    }
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
  std::map<std::string, std::vector<std::pair<int, int>>> kinds;  // pattern -> (number, parameter)
  std::vector<std::string> order;
  for (int i = 0; i < static_cast<int>(parameters.size()); ++i) {
    auto [pattern, number] = patternOf(parameters[i].name);
    if (number < 0) continue;
    auto& members = kinds[pattern];
    if (members.empty()) order.push_back(pattern);
    members.emplace_back(number, i);
  }
  std::vector<char> inSequence(parameters.size(), 0);
  for (const std::string& pattern : order) {
    auto& members = kinds[pattern];
    const Parameter& first = parameters[members[0].second];
    const bool alike =
        members.size() >= 2 && std::all_of(members.begin(), members.end(), [&](const auto& member) {
          const Parameter& p = parameters[member.second];
          return p.kind == first.kind && p.values == first.values;
        });
    if (!alike) continue;
    std::sort(members.begin(), members.end());
    Sequence sequence;
    sequence.category = first.kind == Parameter::Kind::categorical;
    sequence.choices = static_cast<int>(first.values.size());
    sequence.numbers = numbersOf(first);
    if (!sequence.category && !isPositive(first) && sequence.choices > 1)
      for (double& x : sequence.numbers) x /= sequence.choices - 1;
    for (const auto& [number, parameter] : members) {
      sequence.members.push_back(parameter);
      inSequence[parameter] = 1;
    }
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
    const double low = *std::min_element(sequence.numbers.begin(), sequence.numbers.end());
    bool begun = sequence.head >= 0 && isActive[sequence.head];
    double before = begun ? sequence.headNumbers[genome[sequence.head]] : 0, sum = 0, rise = 0, fall = 0;
    for (int parameter : sequence.members) {
      if (!isActive[parameter]) continue;
      const double x = sequence.numbers[genome[parameter]];
      sum += x - low;
      if (begun) (x > before ? rise : fall) += std::abs(x - before);
      before = x;
      begun = true;
    }
    *out++ = sum;
    *out++ = rise;
    *out++ = fall;
  }
}

void SpaceFeatures::row(const space::Genome& genome, const Point& known,
                        Eigen::Ref<Eigen::RowVectorXd> out) const {
  Eigen::RowVectorXd line(columns());
  raw(genome, known, line.data());
  out = (line - centre_).cwiseProduct(scale_);
}

}  // namespace kinglet::search
