#include "search/pareto.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <pagmo/utils/hypervolume.hpp>
#include <pagmo/utils/multi_objective.hpp>

#include "base/random.h"

using namespace kinglet;
using search::Point;

namespace {

std::vector<Point> randomPoints(int n, int dimensions, std::uint64_t seed, int levels = 0) {
  base::Random random(seed);
  std::vector<Point> points(n, Point(dimensions));
  for (Point& p : points)
    for (double& v : p) v = levels ? random.below(levels) / double(levels) : random.uniform();
  return points;
}

// Points with a trade-off, so that many are on the front.
std::vector<Point> sphere(int n, int dimensions, std::uint64_t seed) {
  base::Random random(seed);
  std::vector<Point> points(n, Point(dimensions));
  for (Point& p : points) {
    double norm = 0;
    for (double& v : p) v = std::abs(random.normal()), norm += v * v;
    for (double& v : p) v = 1 - v / std::sqrt(norm) * random.uniform(0.9, 1);
  }
  return points;
}

}  // namespace

TEST(Pareto, DominanceNeedsNoWorseAnywhereAndBetterSomewhere) {
  EXPECT_TRUE(search::dominates(Point{1, 2}, Point{1, 3}));
  EXPECT_FALSE(search::dominates(Point{1, 2}, Point{1, 2}));
  EXPECT_FALSE(search::dominates(Point{1, 4}, Point{2, 3}));
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(search::dominates(Point{0, nan}, Point{1, 1}));
  EXPECT_TRUE(search::dominates(Point{9, 9}, Point{0, nan}));
}

TEST(Pareto, OfEqualPointsTheFirstIsOnTheFront) {
  const std::vector<Point> points{{2, 2}, {1, 3}, {1, 3}, {3, 1}, {3, 3}};
  EXPECT_EQ(search::paretoFront(points), (std::vector<int>{0, 1, 3}));
  EXPECT_EQ(search::nonDominatedRanks(points), (std::vector<int>{0, 0, 0, 0, 1}));
}

TEST(Pareto, RanksAndCrowdingAreThoseOfPagmo) {
  for (int dimensions : {2, 3, 4}) {
    const auto points = randomPoints(150, dimensions, 7 + dimensions);
    const auto [fronts, dominated, counts, ranks] = pagmo::fast_non_dominated_sorting(points);
    const std::vector<int> ours = search::nonDominatedRanks(points);
    for (std::size_t i = 0; i < points.size(); ++i) EXPECT_EQ(ours[i], static_cast<int>(ranks[i]));

    const std::vector<int> front = search::paretoFront(points);
    ASSERT_EQ(front.size(), fronts[0].size());
    std::vector<Point> members;
    for (int i : front) members.push_back(points[i]);
    const auto expected = pagmo::crowding_distance(members);
    const auto distances = search::crowdingDistances(points, front);
    for (std::size_t i = 0; i < front.size(); ++i) {
      if (std::isinf(expected[i]))
        EXPECT_TRUE(std::isinf(distances[i]));
      else
        EXPECT_NEAR(distances[i], expected[i], 1e-12);
    }
  }
}

TEST(Hypervolume, IsThatOfPagmo) {
  for (int dimensions : {2, 3, 4, 5}) {
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
      // Ties, duplicates and points in a row as well as smooth clouds.
      const auto points = seed % 3 == 0   ? randomPoints(60, dimensions, seed, 5)
                          : seed % 3 == 1 ? sphere(60, dimensions, seed)
                                          : randomPoints(60, dimensions, seed);
      const Point reference(dimensions, 1.0);
      const double expected = pagmo::hypervolume(points).compute(reference);
      EXPECT_NEAR(search::hypervolume(points, reference), expected, 1e-10 * expected)
          << dimensions << " objectives, seed " << seed;
    }
  }
}

TEST(Hypervolume, CountsNothingOutsideTheReference) {
  const std::vector<Point> points{{0.5, 0.5, 0.5}, {0.1, 0.1, 1.0}, {0.1, 2.0, 0.1}, {-1, 0.1, 1.5}};
  EXPECT_DOUBLE_EQ(search::hypervolume(points, {1, 1, 1}), 0.125);
  EXPECT_EQ(search::hypervolume(std::vector<Point>{}, {1, 1, 1}), 0);
  EXPECT_DOUBLE_EQ(search::hypervolume(std::vector<Point>{{0.25}, {0.5}}, {1}), 0.75);
}

TEST(Hypervolume, GainIsTheDifferenceItMakes) {
  for (int dimensions : {2, 3, 4}) {
    auto points = sphere(40, dimensions, 3);
    const auto news = randomPoints(40, dimensions, 4);
    const Point reference(dimensions, 0.95);
    for (const Point& p : news) {
      auto all = points;
      all.push_back(p);
      EXPECT_NEAR(search::hypervolumeGain(points, p, reference),
                  search::hypervolume(all, reference) - search::hypervolume(points, reference), 1e-12);
    }
  }
}
