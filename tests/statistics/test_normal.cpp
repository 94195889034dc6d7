#include "statistics/normal.h"

#include <gtest/gtest.h>

using namespace kinglet::statistics;

TEST(Normal, OfKnownFigures) {
  EXPECT_NEAR(normalDensity(0), 0.3989422804014327, 1e-15);
  EXPECT_NEAR(normalProbability(1.959963984540054), 0.975, 1e-15);
  EXPECT_NEAR(normalQuantile(0.975), 1.959963984540054, 1e-12);
  EXPECT_EQ(normalQuantile(0.5), 0);
}

TEST(Normal, TheQuantileIsTheInverse) {
  for (const double p : {1e-9, 1e-6, 0.001, 0.1, 0.3, 0.5, 0.77, 0.9, 0.999, 1 - 1e-6, 1 - 1e-9})
    EXPECT_NEAR(normalProbability(normalQuantile(p)) / p, 1, 1e-12) << p;
}
