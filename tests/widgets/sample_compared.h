// Candidates to compare, with what they take each class for.
#pragma once

#include "study/comparison/graph_diff.h"
#include "widgets/sample_study.h"

namespace kinglet::testing {

// Ten clips of each of five classes.
inline study::Compared sampleCompared(study::Trial trial) {
  constexpr std::size_t kClasses = 5;
  base::Random random(static_cast<std::uint64_t>(trial.number) + 9);
  for (auto& epoch : trial.curve) {
    train::Metrics& metrics = epoch.validation;
    metrics.confusion.assign(kClasses, std::vector<int>(kClasses, 0));
    metrics.recall.clear();
    for (std::size_t c = 0; c < kClasses; ++c) {
      const int right = 5 + random.below(6);
      metrics.confusion[c][c] = right;
      metrics.confusion[c][(c + 1 + static_cast<std::size_t>(random.below(4))) % kClasses] += 10 - right;
      metrics.recall.push_back(right / 10.0);
    }
  }
  return study::comparedOf(trial);
}

inline const QStringList& sampleClasses() {
  static const QStringList classes{QStringLiteral("dog"), QStringLiteral("rain"), QStringLiteral("sea waves"),
                                   QStringLiteral("baby"), QStringLiteral("clock")};
  return classes;
}

}  // namespace kinglet::testing
