#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"

namespace kinglet::base {
namespace {

TEST(Random, SameSeedSameNumbersOtherSeedOthers) {
  Random a(7), b(7), c(8);
  bool differs = false;
  for (int i = 0; i < 100; ++i) {
    const auto value = a();
    EXPECT_EQ(value, b());
    differs |= value != c();
  }
  EXPECT_TRUE(differs);
}

TEST(Random, MomentsAreRight) {
  Random random(1);
  double sum = 0, squares = 0, gamma = 0, beta = 0;
  const int n = 200000;
  for (int i = 0; i < n; ++i) {
    const double x = random.normal();
    sum += x;
    squares += x * x;
    gamma += random.gamma(0.4);
    beta += random.beta(0.2, 0.2);
  }
  EXPECT_NEAR(sum / n, 0, 0.01);
  EXPECT_NEAR(squares / n, 1, 0.02);
  EXPECT_NEAR(gamma / n, 0.4, 0.01);
  EXPECT_NEAR(beta / n, 0.5, 0.01);
}

TEST(Random, BelowStaysBelowAndReachesAll) {
  Random random(3);
  int seen[5] = {};
  for (int i = 0; i < 5000; ++i) ++seen[random.below(5)];
  for (const int count : seen) EXPECT_NEAR(count, 1000, 150);
}

}  // namespace
}  // namespace kinglet::base
