#include "statistics/random_forest.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/cancelled.h"
#include "base/random.h"

using namespace kinglet;
using namespace kinglet::statistics;

namespace {

// A step in column 0, a slope in column 1, nothing in column 2.
struct Steps {
  Points points{3, {}};
  std::vector<double> targets;
  Steps(int n, std::uint64_t seed) {
    base::Random random(seed);
    for (int i = 0; i < n; ++i) {
      const double row[] = {random.uniform(-1, 1), random.uniform(-1, 1), random.uniform(-1, 1)};
      points.add(row);
      targets.push_back((row[0] > 0 ? 2 : 0) + row[1]);
    }
  }
};

}  // namespace

TEST(RandomForest, LearnsAStepAndWhatMatters) {
  const Steps train(200, 1), fresh(100, 2);
  const auto forest = fitForest(train.points, train.targets, {1}, {});
  double squares = 0;
  for (int i = 0; i < 100; ++i)
    squares += std::pow(forest->predict(fresh.points.row(i)).mean - fresh.targets[i], 2) / 100;
  EXPECT_LT(std::sqrt(squares), 0.3);
  const std::vector<double> shares = forest->importance();
  EXPECT_GT(shares[0], 0.5);
  EXPECT_NEAR(shares[0] + shares[1] + shares[2], 1, 1e-12);
  EXPECT_EQ(forest->members(fresh.points.row(0)).size(), 200u);
}

TEST(RandomForest, TheSameSeedGivesTheSameForestAndJsonKeepsIt) {
  const Steps train(60, 3);
  ForestSettings settings;
  settings.trees = 20;
  const auto a = fitForest(train.points, train.targets, {}, settings),
             b = fitForest(train.points, train.targets, {}, settings), c = forestFromJson(a->toJson());
  settings.seed = 2;
  const auto other = fitForest(train.points, train.targets, {}, settings);
  EXPECT_EQ(a->toJson(), b->toJson());
  EXPECT_NE(a->toJson(), other->toJson());
  for (int i = 0; i < 60; ++i)
    EXPECT_EQ(a->predict(train.points.row(i)).spread, c->predict(train.points.row(i)).spread);
}

TEST(RandomForest, StopsWhenAsked) {
  const Steps train(60, 4);
  std::stop_source stop;
  stop.request_stop();
  ForestSettings settings;
  settings.stop = stop.get_token();
  EXPECT_THROW(fitForest(train.points, train.targets, {}, settings), base::Cancelled);
}
