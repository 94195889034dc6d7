#include "energy/accuracy.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/random.h"
#include "statistics/rank_correlation.h"

namespace kinglet::energy {

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
  accuracy.spearman = statistics::rankCorrelation(values, measuredMj);
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
