#include "energy/accuracy.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/random.h"

namespace kinglet::energy {
namespace {

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<int> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return values[a] < values[b]; });
  std::vector<double> rank(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t j = i;
    while (j < order.size() && values[order[j]] == values[order[i]]) ++j;
    for (std::size_t k = i; k < j; ++k) rank[order[k]] = (i + j - 1) / 2.0;
    i = j;
  }
  return rank;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const double n = static_cast<double>(a.size());
  const double ma = std::accumulate(a.begin(), a.end(), 0.0) / n,
               mb = std::accumulate(b.begin(), b.end(), 0.0) / n;
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - ma) * (b[i] - mb);
    aa += (a[i] - ma) * (a[i] - ma);
    bb += (b[i] - mb) * (b[i] - mb);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

}  // namespace

Accuracy accuracyOf(const std::vector<EnergyInterval>& predicted, const std::vector<double>& measuredMj) {
  Accuracy accuracy;
  accuracy.n = static_cast<int>(predicted.size());
  if (accuracy.n == 0) return accuracy;
  std::vector<double> values;
  for (std::size_t i = 0; i < predicted.size(); ++i) {
    const EnergyInterval& p = predicted[i];
    const double error = std::abs(p.mj / measuredMj[i] - 1);
    accuracy.mape += error;
    accuracy.rmspe += error * error;
    // Rounding in the last bit must not decide over a figure that lies on the border.
    accuracy.within10 += error <= 0.1 + 1e-12;
    accuracy.within20 += error <= 0.2 + 1e-12;
    accuracy.coverage += p.low <= measuredMj[i] && measuredMj[i] <= p.high;
    values.push_back(p.mj);
  }
  const double percent = 100.0 / accuracy.n;
  accuracy.mape *= percent;
  accuracy.rmspe = 100 * std::sqrt(accuracy.rmspe / accuracy.n);
  accuracy.within10 *= percent;
  accuracy.within20 *= percent;
  accuracy.coverage *= percent;
  accuracy.spearman = correlation(ranks(values), ranks(measuredMj));
  return accuracy;
}

std::vector<int> groupedFolds(const std::vector<std::string>& groups, int folds, std::uint64_t seed) {
  std::map<std::string, int> foldOf;
  for (const std::string& group : groups) foldOf.emplace(group, 0);
  std::vector<int*> slots;
  for (auto& [group, fold] : foldOf) slots.push_back(&fold);
  base::Random random(seed);
  random.shuffle(std::span<int*>(slots));
  for (std::size_t i = 0; i < slots.size(); ++i) *slots[i] = static_cast<int>(i % folds);
  std::vector<int> result;
  for (const std::string& group : groups) result.push_back(foldOf[group]);
  return result;
}

Accuracy accuracyOf(const std::vector<Example>& examples) {
  std::vector<EnergyInterval> predicted;
  std::vector<double> measured;
  for (const Example& example : examples) {
    predicted.push_back(example.predicted);
    measured.push_back(example.measuredMj);
  }
  return accuracyOf(predicted, measured);
}

}  // namespace kinglet::energy
