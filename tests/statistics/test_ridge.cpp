#include "statistics/ridge.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/random.h"

using namespace kinglet;
using namespace kinglet::statistics;

namespace {

// y = 3 + 2 a - b; c means nothing.
struct Plane {
  Points points{3, {}};
  std::vector<double> targets;
  explicit Plane(int n, double noise = 0) {
    base::Random random(1);
    for (int i = 0; i < n; ++i) {
      const double row[] = {random.normal(), 5 + 2 * random.normal(), random.normal()};
      points.add(row);
      targets.push_back(3 + 2 * row[0] - row[1] + noise * random.normal());
    }
  }
  Ridge fit(double penalty) const {
    const std::vector<int> columns{0, 1};
    return Ridge(points, targets, columns, standardOf(points, columns), penalty);
  }
};

}  // namespace

TEST(Ridge, WithoutAPenaltyIsLeastSquares) {
  const Plane plane(30);
  const Ridge ridge = plane.fit(0);
  for (int i = 0; i < 30; ++i) EXPECT_NEAR(ridge.at(plane.points.row(i)), plane.targets[i], 1e-7);
}

TEST(Ridge, APenaltyPullsTowardsTheMean) {
  const Plane plane(30);
  double mean = 0;
  for (const double target : plane.targets) mean += target / 30;
  const double far[] = {4, 5, 0};
  const double free = plane.fit(0).at(far), pulled = plane.fit(30).at(far);
  EXPECT_LT(pulled, free);
  EXPECT_GT(pulled, mean);
}

TEST(Ridge, LeverageTellsTheErrorOfARowLeftOut) {
  const Plane plane(12, 0.5);
  const std::vector<int> columns{0, 1};
  const Standard standard = standardOf(plane.points, columns);
  const Ridge all = plane.fit(1);
  std::vector<int> rest;
  std::vector<double> targets;
  for (int i = 1; i < 12; ++i) rest.push_back(i), targets.push_back(plane.targets[i]);
  const Ridge without(plane.points.subset(rest), targets, columns, standard, 1);
  const auto held = plane.points.row(0);
  EXPECT_NEAR((plane.targets[0] - all.at(held)) / (1 - all.leverage(held)),
              plane.targets[0] - without.at(held), 1e-8);
}

TEST(Ridge, ComesBackFromJsonAndRefusesColumnsThatAreNot) {
  const Plane plane(30);
  const Ridge ridge = plane.fit(1), back = Ridge::fromJson(ridge.toJson());
  EXPECT_EQ(ridge.at(plane.points.row(3)), back.at(plane.points.row(3)));
  EXPECT_TRUE(back.fits(3));
  EXPECT_FALSE(back.fits(1));
  EXPECT_EQ(Ridge().at(plane.points.row(0)), 0);
}
