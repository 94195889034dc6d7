#include "train/metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "statistics/normal.h"
#include "train/answer.h"

namespace kinglet::train {
namespace {

// Ranking figures of one class, from its clips' scores; ties share their places, so the order of clips does
// not count.
struct Ranking {
  double averagePrecision = 0, auc = 0;
};

Ranking rank(std::span<const float> scores, const std::vector<char>& positive, std::size_t classes,
             std::size_t c) {
  const std::size_t clips = positive.size();
  std::vector<std::size_t> order(clips);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto score = [&](std::size_t clip) { return scores[clip * classes + c]; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return score(a) > score(b); });
  const double positives = std::count(positive.begin(), positive.end(), char{1});
  const double negatives = static_cast<double>(clips) - positives;
  Ranking result;
  double above = 0, wins = 0;  // positives ranked so far; pairs (positive, negative) in the right order
  for (std::size_t first = 0; first < clips;) {
    std::size_t last = first;
    double here = 0;
    while (last < clips && score(order[last]) == score(order[first])) here += positive[order[last++]];
    const double negativesHere = static_cast<double>(last - first) - here;
    wins += negativesHere * (above + here / 2);
    above += here;
    result.averagePrecision += here * above / static_cast<double>(last);
    first = last;
  }
  result.averagePrecision /= positives;
  result.auc = negatives > 0 ? wins / (positives * negatives) : std::numeric_limits<double>::quiet_NaN();
  return result;
}

double meanOfFinite(const std::vector<double>& values) {
  double sum = 0;
  int n = 0;
  for (const double value : values) {
    if (std::isfinite(value)) sum += value, ++n;
  }
  return n > 0 ? sum / n : 0;
}

}  // namespace

double dPrimeOf(double auc) {
  // Perfect separation has no finite d'; capped where double precision ends being meaningful.
  return M_SQRT2 * statistics::normalQuantile(std::clamp(auc, 1e-9, 1 - 1e-9));
}

Metrics computeMetrics(std::span<const float> scores, std::span<const std::vector<int>> labels, int classes) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  const std::size_t clips = labels.size(), n = static_cast<std::size_t>(classes);
  Metrics metrics;
  metrics.clips = static_cast<int>(clips);
  metrics.recall.assign(n, kNone);
  if (clips == 0) return metrics;

  const bool single = std::all_of(labels.begin(), labels.end(), [](const auto& l) { return l.size() == 1; });
  if (single) metrics.confusion.assign(n, std::vector<int>(n, 0));
  std::vector<int> occurs(n, 0), hits(n, 0);
  int right = 0;
  for (std::size_t clip = 0; clip < clips; ++clip) {
    const auto row = scores.subspan(clip * n, n);
    const int best = answerOf(row);
    bool hit = false;
    for (const int label : labels[clip]) {
      ++occurs[static_cast<std::size_t>(label)];
      if (label == best) hit = true, ++hits[static_cast<std::size_t>(label)];
    }
    right += hit;
    if (single)
      ++metrics.confusion[static_cast<std::size_t>(labels[clip][0])][static_cast<std::size_t>(best)];
  }
  metrics.accuracy = static_cast<double>(right) / static_cast<double>(clips);

  std::vector<double> precision(n, kNone), auc(n, kNone);
  std::vector<char> positive(clips);
  for (std::size_t c = 0; c < n; ++c) {
    if (occurs[c] == 0) continue;
    metrics.recall[c] = static_cast<double>(hits[c]) / occurs[c];
    for (std::size_t clip = 0; clip < clips; ++clip) {
      const auto& own = labels[clip];
      positive[clip] = std::find(own.begin(), own.end(), static_cast<int>(c)) != own.end();
    }
    const Ranking ranking = rank(scores, positive, n, c);
    precision[c] = ranking.averagePrecision;
    auc[c] = ranking.auc;
  }
  metrics.balancedAccuracy = meanOfFinite(metrics.recall);
  metrics.map = meanOfFinite(precision);
  metrics.auc = meanOfFinite(auc);
  metrics.dPrime = dPrimeOf(metrics.auc);
  return metrics;
}

}  // namespace kinglet::train
