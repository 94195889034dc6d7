#include "statistics/summary.h"

#include <gtest/gtest.h>

#include <cmath>

#include "statistics/rank_correlation.h"

using namespace kinglet::statistics;

TEST(Summary, MeanAndDeviationOfASample) {
  const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9}, one{3};
  EXPECT_NEAR(mean(values), 5, 1e-15);
  EXPECT_NEAR(deviation(values), std::sqrt(32.0 / 7), 1e-15);
  EXPECT_EQ(mean(one), 3);
  EXPECT_EQ(deviation(one), 0);
}

TEST(Summary, MediansOfOddAndEvenAndNone) {
  EXPECT_EQ(median({3, 1, 2}), 2);
  EXPECT_EQ(median({4, 1, 3, 2}), 2.5);
  EXPECT_TRUE(std::isnan(median({})));
  EXPECT_EQ(upperMedian(std::vector<double>{4, 1, 3, 2}), 3);
  EXPECT_EQ(upperMedian(std::vector<float>{3, 1, 2}), 2);
  EXPECT_EQ(upperMedian(std::vector<double>{}), 0);
}

TEST(Summary, QuantilesAreOneOfTheValues) {
  std::vector<double> values;
  for (int i = 10; i >= 0; --i) values.push_back(i);
  EXPECT_EQ(quantile(values, 0), 0);
  EXPECT_EQ(quantile(values, 0.5), 5);
  EXPECT_EQ(quantile(values, 0.87), 9);
  EXPECT_EQ(quantile(values, 1), 10);
  EXPECT_EQ(quantile(std::vector<double>{}, 0.5), 0);
  EXPECT_EQ(ranked(values, 3), 3);
}

TEST(Summary, ConformalQuantilesAllowForTheNewValue) {
  std::vector<double> values;
  for (int i = 1; i <= 19; ++i) values.push_back(i);
  EXPECT_EQ(conformalQuantile(values, 0.9), 18);  // the 0.9 x 20th
  EXPECT_EQ(conformalQuantile({2, 1}, 0.9), 2);   // too few: the largest
}

TEST(Summary, IntervalOfAShare) {
  const ShareInterval half = shareInterval(1, 2), none = shareInterval(0, 0), never = shareInterval(0, 10);
  EXPECT_NEAR(half.low, 0.0945, 1e-3);  // Wilson
  EXPECT_NEAR(half.high, 0.9055, 1e-3);
  EXPECT_EQ(none.low, 0);
  EXPECT_EQ(none.high, 1);
  EXPECT_NEAR(never.low, 0, 1e-15);
  EXPECT_NEAR(never.high, 0.2775, 1e-3);
}

TEST(RankCorrelation, TiesAreAveraged) {
  EXPECT_EQ(ranks({5, 1, 5, 2}), (std::vector<double>{2.5, 0, 2.5, 1}));
  EXPECT_NEAR(rankCorrelation({1, 2, 3, 4}, {1, 10, 100, 1000}), 1, 1e-15);
  EXPECT_NEAR(rankCorrelation({1, 2, 2}, {3, 2, 1}), -std::sqrt(0.75), 1e-12);
  EXPECT_EQ(rankCorrelation({1, 1, 1}, {3, 2, 1}), 0);
}
