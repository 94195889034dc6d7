#include "statistics/random_forest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/cancelled.h"
#include "base/error.h"
#include "base/json.h"
#include "base/random.h"
#include "statistics/ridge.h"

namespace kinglet::statistics {
namespace {

// A leaf has left == 0; then value is its mean and variance the variance of its training rows.
struct Node {
  int column = 0, left = 0;  // the right child is left + 1
  double value = 0;          // where a split: rows with x <= value go left
  double variance = 0;
};
using Tree = std::vector<Node>;

// Columns may be logarithms of products of each other; the penalty shares their weight out.
constexpr double kTrendPenalty = 0.1;

struct Split {
  int column = -1;
  double value = 0, gain = 0;
};

class TreeMaker {
 public:
  TreeMaker(const Points& points, const std::vector<double>& target, const ForestSettings& settings,
            std::uint64_t seed)
      : points_(points), target_(target), settings_(settings), random_(seed), gains_(points.columns, 0) {}

  Tree make() {
    const int n = points_.rows();
    std::vector<int> rows(std::min(n, settings_.maxRows));
    for (int& row : rows) row = random_.below(n);
    Tree tree(1);
    grow(tree, 0, rows);
    return tree;
  }
  const std::vector<double>& gains() const { return gains_; }

 private:
  void grow(Tree& tree, int node, std::vector<int>& rows) {
    double sum = 0, squares = 0;
    for (int row : rows) sum += target_[row], squares += target_[row] * target_[row];
    const double n = static_cast<double>(rows.size());
    tree[node].value = sum / n;
    tree[node].variance = std::max(0.0, squares / n - sum / n * (sum / n));
    if (static_cast<int>(rows.size()) < std::max(settings_.minSplit, 2 * settings_.minLeaf) ||
        tree[node].variance < 1e-14)
      return;
    const Split split = best(rows, sum);
    if (split.column < 0) return;
    gains_[split.column] += split.gain;
    const auto middle = std::stable_partition(
        rows.begin(), rows.end(), [&](int row) { return points_.row(row)[split.column] <= split.value; });
    std::vector<int> right(middle, rows.end());
    rows.erase(middle, rows.end());
    const int left = static_cast<int>(tree.size());
    tree[node].column = split.column;
    tree[node].value = split.value;
    tree[node].left = left;
    tree.resize(tree.size() + 2);
    grow(tree, left, rows);
    grow(tree, left + 1, right);
  }

  Split best(const std::vector<int>& rows, double sum) {
    std::vector<int> columns(points_.columns);
    std::iota(columns.begin(), columns.end(), 0);
    random_.shuffle(std::span<int>(columns));
    const int wanted = std::max(1, static_cast<int>(std::ceil(settings_.columnShare * points_.columns)));
    Split split;
    const std::size_t n = rows.size();
    int tried = 0;
    for (int column : columns) {
      if (tried == wanted) break;
      sorted_.clear();
      for (int row : rows) sorted_.emplace_back(points_.row(row)[column], target_[row]);
      std::sort(sorted_.begin(), sorted_.end());
      // A column without a choice does not count, as in scikit-learn.
      if (sorted_.front().first == sorted_.back().first) continue;
      ++tried;
      double left = 0;
      for (std::size_t i = 0; i + 1 < n; ++i) {
        left += sorted_[i].second;
        if (sorted_[i].first == sorted_[i + 1].first) continue;
        const double nl = i + 1.0, nr = n - nl;
        if (nl < settings_.minLeaf || nr < settings_.minLeaf) continue;
        const double right = sum - left, gain = left * left / nl + right * right / nr - sum * sum / n;
        if (gain > split.gain) {
          double at = (sorted_[i].first + sorted_[i + 1].first) / 2;
          if (at >= sorted_[i + 1].first) at = sorted_[i].first;  // neighbours in floating point
          split = {column, at, gain};
        }
      }
    }
    return split;
  }

  const Points& points_;
  const std::vector<double>& target_;
  const ForestSettings& settings_;
  base::Random random_;
  std::vector<double> gains_;
  std::vector<std::pair<double, double>> sorted_;
};

class Forest : public Regressor {
 public:
  Ridge trend;
  std::vector<Tree> trees;
  std::vector<double> shares, scale;
  double outOfBag = 0;

  // After trees were filled in.
  void prepare() {
    for (const Tree& tree : trees) {
      const int root = static_cast<int>(steps_.size());
      roots_.push_back(root);
      depths_.push_back(depthOf(tree));
      for (std::size_t i = 0; i < tree.size(); ++i) {
        const Node& node = tree[i];
        const bool leaf = node.left == 0;
        // A leaf leads to itself, so that trees of any depth can be walked side by side.
        steps_.push_back({leaf ? std::numeric_limits<float>::infinity() : static_cast<float>(node.value),
                          leaf ? 0 : node.column, root + (leaf ? static_cast<int>(i) : node.left)});
        ends_.push_back({leaf ? node.value : 0, node.variance});
      }
    }
  }

  Prediction predict(std::span<const double> point) const override {
    double sum = 0, squares = 0, within = 0;
    visitLeaves(point, [&](const End& leaf) {
      sum += leaf.value;
      squares += leaf.value * leaf.value;
      within += leaf.variance;
    });
    const double n = static_cast<double>(trees.size()), mean = sum / n;
    const double variance = std::max(0.0, squares / n - mean * mean) + within / n;
    return {trend.at(point) + mean, std::sqrt(variance + outOfBag * outOfBag)};
  }

  std::vector<double> covariance(const Points& points) const override {
    const int n = points.rows(), t = static_cast<int>(trees.size());
    std::vector<double> leaves(std::size_t(n) * t), result(std::size_t(n) * n);
    for (int i = 0; i < n; ++i) {
      double mean = 0;
      double* leaf = &leaves[std::size_t(i) * t];
      visitLeaves(points.row(i), [&](const End& end) { mean += * leaf++ = end.value; });
      for (int k = 0; k < t; ++k) leaves[std::size_t(i) * t + k] -= mean / t;
    }
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j <= i; ++j) {
        double sum = 0;
        for (int k = 0; k < t; ++k) sum += leaves[std::size_t(i) * t + k] * leaves[std::size_t(j) * t + k];
        result[std::size_t(i) * n + j] = result[std::size_t(j) * n + i] = sum / t;
      }
    }
    return result;
  }

  double noise() const override { return outOfBag; }

  std::vector<double> members(std::span<const double> point) const override {
    std::vector<double> values;
    const double base = trend.at(point);
    visitLeaves(point, [&](const End& leaf) { values.push_back(base + leaf.value); });
    return values;
  }

  std::vector<double> importance() const override { return shares; }

  double distance(std::span<const double> a, std::span<const double> b) const override {
    double sum = 0;
    for (std::size_t j = 0; j < scale.size(); ++j) sum += std::pow((a[j] - b[j]) * scale[j], 2);
    return std::sqrt(sum);
  }

  nlohmann::json toJson() const override {
    nlohmann::json json{{"kind", "forest"}, {"trend", trend.toJson()}, {"importance", shares},
                        {"scale", scale},   {"noise", outOfBag},       {"trees", nlohmann::json::array()}};
    for (const Tree& tree : trees) {
      nlohmann::json nodes = nlohmann::json::array();
      for (const Node& node : tree) nodes.push_back({node.column, node.left, node.value, node.variance});
      json["trees"].push_back(std::move(nodes));
    }
    return json;
  }

 private:
  // The trees once more, arranged for speed: small nodes, and several trees walked side by side, because each
  // step waits for memory.
  struct Step {
    float value;
    int column, next;  // the right child is next + 1
  };
  struct End {
    double value, variance;
  };
  static constexpr int kAbreast = 8;
  static constexpr int kMostColumns = 64;

  template <class Visit>
  void visitLeaves(std::span<const double> point, Visit&& visit) const {
    float small[kMostColumns];
    std::vector<float> large;
    float* x = small;
    if (point.size() > kMostColumns) {
      large.resize(point.size());
      x = large.data();
    }
    for (std::size_t j = 0; j < point.size(); ++j) x[j] = static_cast<float>(point[j]);
    const int count = static_cast<int>(roots_.size());
    for (int first = 0; first < count; first += kAbreast) {
      const int here = std::min(kAbreast, count - first);
      int at[kAbreast] = {}, depth = 0;
      for (int t = 0; t < here; ++t) {
        at[t] = roots_[first + t];
        depth = std::max(depth, depths_[first + t]);
      }
      for (int level = 0; level < depth; ++level)
        for (int t = 0; t < kAbreast; ++t) {
          const Step& step = steps_[at[t]];
          at[t] = step.next + (x[step.column] > step.value);
        }
      for (int t = 0; t < here; ++t) visit(ends_[at[t]]);
    }
  }

  // Children stand after their parents.
  static int depthOf(const Tree& tree) {
    std::vector<int> below(tree.size(), 0);
    for (std::size_t i = tree.size(); i-- > 0;)
      if (const int left = tree[i].left; left != 0) below[i] = 1 + std::max(below[left], below[left + 1]);
    return below[0];
  }

  std::vector<Step> steps_;
  std::vector<End> ends_;
  std::vector<int> roots_, depths_;
};

}  // namespace

std::unique_ptr<Regressor> fitForest(const Points& points, const std::vector<double>& targets,
                                     const std::vector<int>& trendColumns, const ForestSettings& settings) {
  auto forest = std::make_unique<Forest>();
  Standard standard = standardOf(points, trendColumns);
  for (double& scale : standard.scale)
    if (!(scale > 1e-9)) scale = 1;
  forest->trend = Ridge(points, targets, trendColumns, std::move(standard), kTrendPenalty);
  std::vector<double> rest(targets.size());
  for (int i = 0; i < points.rows(); ++i) rest[i] = targets[i] - forest->trend.at(points.row(i));

  forest->shares.assign(points.columns, 0);
  for (int t = 0; t < settings.trees; ++t) {
    if (settings.stop.stop_requested()) throw base::Cancelled();
    TreeMaker maker(points, rest, settings, base::seedFor(settings.seed, t));
    forest->trees.push_back(maker.make());
    for (int j = 0; j < points.columns; ++j) forest->shares[j] += maker.gains()[j];
  }
  const double total = std::accumulate(forest->shares.begin(), forest->shares.end(), 0.0);
  for (double& share : forest->shares) share = total > 0 ? share / total : 1.0 / points.columns;

  // Distances in standard deviations, by what the column matters.
  for (int j = 0; j < points.columns; ++j) {
    double sum = 0, squares = 0;
    for (int i = 0; i < points.rows(); ++i) sum += points.row(i)[j], squares += std::pow(points.row(i)[j], 2);
    const double mean = sum / points.rows(),
                 deviation = std::sqrt(std::max(0.0, squares / points.rows() - mean * mean));
    forest->scale.push_back(deviation > 1e-9 ? std::sqrt(forest->shares[j]) / deviation : 0);
  }
  // Rows that stay apart in fully grown leaves show no noise there; what is left of equal rows does.
  double within = 0;
  for (const Tree& tree : forest->trees)
    for (const Node& node : tree)
      if (node.left == 0) within += node.variance / double(tree.size()) / double(forest->trees.size());
  forest->outOfBag = std::sqrt(std::max(within, 1e-4));
  forest->prepare();
  return forest;
}

std::unique_ptr<Regressor> forestFromJson(const nlohmann::json& json) {
  auto forest = std::make_unique<Forest>();
  forest->trend = Ridge::fromJson(json.at("trend"));
  forest->shares = json.at("importance").get<std::vector<double>>();
  forest->scale = json.at("scale").get<std::vector<double>>();
  if (!forest->trend.fits(static_cast<int>(forest->scale.size())) ||
      forest->shares.size() != forest->scale.size())
    throw base::Error("the forest in this file is damaged");
  forest->outOfBag = json.at("noise");
  for (const auto& nodes : json.at("trees")) {
    Tree tree;
    for (const auto& node : nodes)
      tree.push_back({base::as<int>(node.at(0)), base::as<int>(node.at(1)), node.at(2), node.at(3)});
    // A damaged file must not send a prediction out of the tree or around in it.
    for (std::size_t i = 0; i < tree.size(); ++i) {
      const Node& node = tree[i];
      if (node.left != 0 &&
          (node.left <= static_cast<int>(i) || node.left > static_cast<int>(tree.size()) - 2 ||
           node.column < 0 || node.column >= static_cast<int>(forest->scale.size())))
        throw base::Error("the forest in this file is damaged");
    }
    if (tree.empty()) throw base::Error("the forest in this file is damaged");
    forest->trees.push_back(std::move(tree));
  }
  if (forest->trees.empty()) throw base::Error("the forest in this file has no trees");
  forest->prepare();
  return forest;
}

}  // namespace kinglet::statistics
