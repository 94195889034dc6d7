#include "search/improvement.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "search/pareto.h"

using namespace kinglet;
using namespace kinglet::search;

namespace {

std::vector<Point> cloud(int n, int dimensions, base::Random& random) {
  std::vector<Point> points(n, Point(dimensions));
  for (Point& p : points) {
    double norm = 0;
    for (double& v : p) v = std::abs(random.normal()), norm += v * v;
    for (double& v : p) v = 1 - v / std::sqrt(norm) * random.uniform(0.6, 1);
  }
  return points;
}

Point join(const Point& known, int unknown, double value) {
  Point p = known;
  p.insert(p.begin() + unknown, value);
  return p;
}

}  // namespace

TEST(Improvement, GainAtAValueIsTheHypervolumeGained) {
  base::Random random(1);
  for (int dimensions : {1, 2, 3, 4}) {
    for (int unknown = 0; unknown < dimensions; ++unknown) {
      const auto front = cloud(30, dimensions, random);
      const Point reference(dimensions, 0.97);
      const KnownCostImprovement improvement(front, reference, unknown);
      for (int i = 0; i < 200; ++i) {
        Point known(dimensions - 1);
        for (double& v : known) v = random.uniform(0, 1.05);
        // Also exactly at the coordinates of a point of the front.
        if (i % 5 == 0 && dimensions > 1) {
          Point copy = front[i % front.size()];
          copy.erase(copy.begin() + unknown);
          known[0] = copy[0];
          if (i % 10 == 0) known = copy;
        }
        const double value = random.uniform(-0.2, 1.1);
        EXPECT_NEAR(improvement.profile(known).at(value),
                    hypervolumeGain(front, join(known, unknown, value), reference), 1e-12);
      }
    }
  }
}

TEST(Improvement, ClosedFormAgreesWithAMillionSamples) {
  base::Random random(2);
  for (int dimensions : {1, 2, 3, 4}) {
    for (int round = 0; round < 3; ++round) {
      const auto front = cloud(25, dimensions, random);
      const Point reference(dimensions, 1.0);
      const KnownCostImprovement improvement(front, reference, 0);
      Point known(dimensions - 1);
      for (double& v : known) v = random.uniform(0.1, 0.6);
      const double mean = dimensions == 1 ? 0.1 : random.uniform(0.2, 0.6),
                   deviation = random.uniform(0.1, 0.3);
      const GainProfile profile = improvement.profile(known);
      double sum = 0;
      const int samples = 1000000;
      for (int i = 0; i < samples; ++i) sum += profile.at(mean + deviation * random.normal());
      // profile.at is the exact gain (the test above), so this is Monte Carlo over the hypervolume itself.
      EXPECT_NEAR(profile.expected(mean, deviation), sum / samples, 0.01 * sum / samples)
          << dimensions << " objectives, round " << round;
    }
  }
}

TEST(Improvement, HypervolumeByMonteCarloWithoutTheProfile) {
  base::Random random(3);
  const auto front = cloud(12, 3, random);
  const Point reference(3, 1.0);
  const KnownCostImprovement improvement(front, reference, 0);
  const Point known{0.3, 0.4};
  double sum = 0;
  const int samples = 100000;
  std::vector<Point> kept;
  for (int i : paretoFront(front)) kept.push_back(front[i]);
  const double before = hypervolume(kept, reference);
  kept.emplace_back();
  for (int i = 0; i < samples; ++i) {
    kept.back() = {0.5 + 0.2 * random.normal(), known[0], known[1]};
    sum += hypervolume(kept, reference) - before;
  }
  EXPECT_NEAR(improvement.expected(known, 0.5, 0.2), sum / samples, 0.02 * sum / samples);
}

TEST(Improvement, RisesWithUncertaintyAndFallsWithTheMean) {
  base::Random random(4);
  const auto front = cloud(25, 3, random);
  const KnownCostImprovement improvement(front, {1, 1, 1}, 0);
  const GainProfile profile = improvement.profile({0.4, 0.3});
  EXPECT_GT(profile.expected(0.5, 0.2), profile.expected(0.5, 0.1));
  EXPECT_GT(profile.expected(0.4, 0.1), profile.expected(0.5, 0.1));
  EXPECT_DOUBLE_EQ(profile.expected(0.4, 0), profile.at(0.4));
  EXPECT_EQ(improvement.expected({1.2, 0.1}, 0.1, 0.1), 0);  // outside the reference
}

TEST(Improvement, WithoutAFrontTheWholeBoxIsGained) {
  const KnownCostImprovement improvement({}, {1, 1, 1}, 0);
  EXPECT_NEAR(improvement.profile({0.5, 0.5}).at(0.2), 0.8 * 0.25, 1e-12);
}
