#include "search/knee.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace kinglet::search {
namespace {

TEST(Knee, IsWhereTheFrontTurns) {
  // A corner at (2, 12): from there on more cost hardly helps.
  const std::vector<Point> front{{1, 60}, {1.5, 30}, {2, 12}, {4, 10}, {8, 9}};
  EXPECT_EQ(kneeOf(front), 2);
  std::vector<Point> turned(front.rbegin(), front.rend());
  EXPECT_EQ(kneeOf(turned), 2);
}

TEST(Knee, DoesNotAskInWhichUnits) {
  std::vector<Point> front{{1, 60}, {1.5, 30}, {2, 12}, {4, 10}, {8, 9}};
  for (Point& point : front) point = {1e-6 * point[0] + 5, 0.01 * point[1] - 3};
  EXPECT_EQ(kneeOf(front), 2);
}

// 91.3 % for 5 % more energy than 76.3 %: nobody would want the latter.
TEST(Knee, TakesAccuracyThatCostsNextToNothing) {
  const std::vector<Point> front{
      {std::log(20e-6), 40}, {std::log(80e-6), 23.7}, {std::log(84e-6), 8.7}, {std::log(400e-6), 7.5}};
  EXPECT_EQ(kneeOf(front), 2);
}

TEST(Knee, OfFewPoints) {
  EXPECT_EQ(kneeOf({}), -1);
  EXPECT_EQ(kneeOf(std::vector<Point>{{3, 4}}), 0);
  EXPECT_EQ(kneeOf(std::vector<Point>{{1, 9}, {5, 2}}), 1);  // the better in the second
  // Bulging out: the ends are as good as it gets.
  EXPECT_EQ(kneeOf(std::vector<Point>{{0, 10}, {6, 8}, {8, 6}, {10, 0}}), 3);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(kneeOf(std::vector<Point>{{nan, 1}, {2, 3}, {1, nan}}), 1);
  EXPECT_EQ(kneeOf(std::vector<Point>{{nan, nan}}), -1);
  EXPECT_EQ(kneeOf(std::vector<Point>{{7, 1}, {7, 1}}), 0);
}

}  // namespace
}  // namespace kinglet::search
