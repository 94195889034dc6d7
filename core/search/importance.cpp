#include "search/importance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.h"
#include "statistics/random_forest.h"

namespace kinglet::search {

namespace {

constexpr int kFolds = 5, kShuffles = 3;

// A column a parameter, -1 where it is inactive; a category has one column a choice.
class Columns {
 public:
  explicit Columns(const space::SearchSpace& space) : space_(space) {
    for (const space::Parameter& parameter : space.parameters()) {
      first_.push_back(count_);
      count_ += parameter.kind == space::Parameter::Kind::categorical
                    ? static_cast<int>(parameter.values.size())
                    : 1;
    }
  }
  int count() const { return count_; }
  std::vector<double> row(const space::Genome& genome) const {
    std::vector<double> row(count_, -1);
    const std::vector<char> active = space_.activity(genome);
    for (std::size_t i = 0; i < genome.size(); ++i)
      if (active[i]) put(static_cast<int>(i), genome[i], row);
    return row;
  }
  void put(int parameter, int choice, std::vector<double>& row) const {
    if (space_.parameters()[parameter].kind != space::Parameter::Kind::categorical) {
      row[first_[parameter]] = choice;
      return;
    }
    const int choices = static_cast<int>(space_.parameters()[parameter].values.size());
    for (int c = 0; c < choices; ++c) row[first_[parameter] + c] = c == choice;
  }

 private:
  const space::SearchSpace& space_;
  std::vector<int> first_;
  int count_ = 0;
};

}  // namespace

Importances parameterImportance(const space::SearchSpace& space, std::span<const space::Genome> genomes,
                                std::span<const double> values, std::uint64_t seed) {
  const int n = static_cast<int>(genomes.size()), parameters = static_cast<int>(space.parameters().size());
  Importances result;
  if (n < kFewestForImportance) return result;
  const Columns columns(space);
  std::vector<std::vector<double>> rows;
  std::vector<std::vector<char>> active;
  for (const space::Genome& genome : genomes) {
    rows.push_back(columns.row(genome));
    active.push_back(space.activity(genome));
  }
  base::Random random(seed);
  std::vector<int> order(n);
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(std::span<int>(order));
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double total = 0, left = 0;
  for (const double value : values) total += (value - mean) * (value - mean);

  std::vector<std::vector<double>> worse(parameters, std::vector<double>(kFolds, 0));  // sum of squares added
  for (int fold = 0; fold < kFolds; ++fold) {
    statistics::Points points;
    points.columns = columns.count();
    std::vector<double> targets;
    std::vector<int> held;
    for (int i = 0; i < n; ++i) {
      if (i % kFolds == fold) {
        held.push_back(order[i]);
      } else {
        points.add(rows[order[i]]);
        targets.push_back(values[order[i]]);
      }
    }
    statistics::ForestSettings settings;
    settings.seed = base::seedFor(seed, fold);
    settings.trees = 60;
    settings.minLeaf = 2;
    const auto forest = statistics::fitForest(points, targets, {}, settings);
    const auto squared = [&](int trial, const std::vector<double>& row) {
      const double off = forest->predict(row).mean - values[trial];
      return off * off;
    };
    std::vector<double> plain;
    for (const int trial : held) {
      plain.push_back(squared(trial, rows[trial]));
      left += plain.back();
    }
    for (int parameter = 0; parameter < parameters; ++parameter) {
      std::vector<int> where, choices;
      for (int i = 0; i < static_cast<int>(held.size()); ++i) {
        if (!active[held[i]][parameter]) continue;
        where.push_back(i);
        choices.push_back(genomes[held[i]][parameter]);
      }
      for (int shuffle = 0; shuffle < kShuffles; ++shuffle) {
        random.shuffle(std::span<int>(choices));
        for (std::size_t j = 0; j < where.size(); ++j) {
          const int trial = held[where[j]];
          if (choices[j] == genomes[trial][parameter]) continue;
          std::vector<double> row = rows[trial];
          columns.put(parameter, choices[j], row);
          worse[parameter][fold] += (squared(trial, row) - plain[where[j]]) / kShuffles;
        }
      }
    }
  }
  result.explained = total > 0 ? 1 - left / total : 0;
  double all = 0;
  for (const auto& folds : worse) all += std::max(0.0, std::accumulate(folds.begin(), folds.end(), 0.0));
  for (int parameter = 0; parameter < parameters; ++parameter) {
    ParameterImportance one{parameter};
    if (all > 0 && result.explained > 0) {
      const double sum = std::accumulate(worse[parameter].begin(), worse[parameter].end(), 0.0);
      one.share = std::max(0.0, sum) / all;
      for (const double fold : worse[parameter]) one.spread += (fold - sum / kFolds) * (fold - sum / kFolds);
      one.spread = kFolds / all * std::sqrt(one.spread / (kFolds - 1));
    }
    result.parameters.push_back(one);
  }
  std::stable_sort(
      result.parameters.begin(), result.parameters.end(),
      [](const ParameterImportance& a, const ParameterImportance& b) { return a.share > b.share; });
  return result;
}

}  // namespace kinglet::search
