#include "statistics/minimiser.h"

#include <gtest/gtest.h>

using namespace kinglet::statistics;

TEST(Minimiser, FindsTheBottomOfRosenbrocksValley) {
  const auto rosenbrock = [](const Eigen::VectorXd& x, Eigen::VectorXd& g) {
    const double a = 1 - x[0], b = x[1] - x[0] * x[0];
    g = Eigen::Vector2d(-2 * a - 400 * b * x[0], 200 * b);
    return a * a + 100 * b * b;
  };
  const Minimum minimum = minimise(rosenbrock, Eigen::Vector2d(-1.2, 1), 200, 1e-14);
  EXPECT_NEAR(minimum.at[0], 1, 1e-4);
  EXPECT_NEAR(minimum.at[1], 1, 1e-4);
  EXPECT_NEAR(minimum.value, 0, 1e-8);
}
