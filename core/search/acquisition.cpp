#include "search/acquisition.h"

#include <algorithm>
#include <limits>

#include "statistics/normal.h"

namespace kinglet::search {

namespace {

constexpr int kExact = 300;  // candidates of a batch whose exact deviation is worked out
constexpr int kDraws = 32;

double halton(int index, int base) {
  double result = 0, share = 1;
  for (; index > 0; index /= base) {
    share /= base;
    result += share * (index % base);
  }
  return result;
}

}  // namespace

Acquisition::Acquisition(const History& history, const Surrogate& surrogate)
    : history_(history), surrogate_(surrogate) {
  for (int trial : history.front()) front_.push_back(history.records()[trial].values);
  front_.insert(front_.end(), surrogate.believed().begin(), surrogate.believed().end());
  const std::vector<int>& unknown = history.unknownObjectives();
  if (unknown.empty()) return;
  improvement_ = std::make_unique<KnownCostImprovement>(front_, history.reference(), unknown[0]);
  for (int k = 0; k < static_cast<int>(history.reference().size()); ++k)
    if (k != unknown[0]) others_.push_back(k);
  constexpr int primes[] = {2, 3, 5, 7, 11, 13, 17, 19};
  for (int draw = 0; draw < kDraws; ++draw) {
    std::vector<double> normals;
    for (std::size_t k = 1; k < unknown.size(); ++k) {
      const double at =
          k == 1 ? (draw + 0.5) / kDraws : halton(draw + 1, primes[(k - 2) % std::size(primes)]);
      normals.push_back(statistics::normalQuantile(at));
    }
    normals_.push_back(std::move(normals));
  }
}

// `values`: all objectives, the unknown ones at their means; `deviations`: of the unknown ones.
double Acquisition::expected(const Point& values, const Eigen::RowVectorXd& deviations, int draws) const {
  const std::vector<int>& unknown = history_.unknownObjectives();
  Point known(others_.size());
  double sum = 0;
  for (int draw = 0; draw < draws; ++draw) {
    Point at = values;
    for (std::size_t k = 1; k < unknown.size() && draws > 1; ++k)
      at[unknown[k]] += deviations[k] * normals_[draw][k - 1];
    for (std::size_t k = 0; k < others_.size(); ++k) known[k] = at[others_[k]];
    sum += improvement_->profile(known).expected(values[unknown[0]], deviations[0]);
  }
  return sum / draws;
}

std::vector<Prospect> Acquisition::of(const std::vector<space::Genome>& genomes) const {
  std::vector<Prospect> prospects(genomes.size());
  const std::vector<int>& unknown = history_.unknownObjectives();
  std::vector<int> open;
  std::vector<Point> values;
  Eigen::MatrixXd rows(genomes.size(), surrogate_.features().columns());
  Eigen::RowVectorXd row(rows.cols());
  const std::vector<Costs> allCosts = history_.costs(genomes);
  for (std::size_t i = 0; i < genomes.size(); ++i) {
    const Costs& costs = allCosts[i];
    if (!costs.feasible || history_.contains(genomes[i])) continue;
    Point point(history_.reference().size(), 0), known;
    bool inside = true;
    if (!history_.knownObjectives().empty()) known = history_.knownPoint(costs);
    for (std::size_t k = 0; k < known.size(); ++k) {
      const int objective = history_.knownObjectives()[k];
      point[objective] = known[k];
      inside = inside && known[k] < history_.reference()[objective];
    }
    if (!inside) continue;
    surrogate_.features().row(genomes[i], known, row);
    rows.row(static_cast<int>(open.size())) = row;
    open.push_back(static_cast<int>(i));
    values.push_back(std::move(point));
  }
  const int n = static_cast<int>(open.size());
  if (n == 0) return prospects;
  if (unknown.empty()) {
    for (int i = 0; i < n; ++i) {
      prospects[open[i]] = {hypervolumeGain(front_, values[i], history_.reference()),
                            std::numeric_limits<double>::quiet_NaN(),
                            std::numeric_limits<double>::quiet_NaN()};
    }
    return prospects;
  }

  const Surrogate::Batch batch = surrogate_.look(rows.topRows(n));
  const Eigen::MatrixXd bounds = surrogate_.deviationBounds(batch);
  std::vector<int> order(n);
  for (int i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < unknown.size(); ++k) values[i][unknown[k]] = batch.means[k][i];
    prospects[open[i]] = {expected(values[i], bounds.row(i), 1), batch.means[0][i], bounds(i, 0)};
    order[i] = i;
  }
  const int exact = std::min(n, kExact);
  std::partial_sort(order.begin(), order.begin() + exact, order.end(), [&](int a, int b) {
    const double x = prospects[open[a]].improvement, y = prospects[open[b]].improvement;
    return x != y ? x > y : a < b;
  });
  order.resize(exact);
  const Eigen::MatrixXd deviations = surrogate_.deviations(batch, order);
  for (int i = 0; i < exact; ++i) {
    Prospect& prospect = prospects[open[order[i]]];
    prospect.improvement = expected(values[order[i]], deviations.row(i), unknown.size() > 1 ? kDraws : 1);
    prospect.deviation = deviations(i, 0);
  }
  // What was left with its bound must not outshine what is known exactly.
  double best = 0;
  for (int i : order) best = std::max(best, prospects[open[i]].improvement);
  std::vector<char> isExact(n, 0);
  for (int i : order) isExact[i] = 1;
  for (int i = 0; i < n; ++i)
    if (!isExact[i]) prospects[open[i]].improvement = std::min(prospects[open[i]].improvement, 0.5 * best);
  return prospects;
}

}  // namespace kinglet::search
