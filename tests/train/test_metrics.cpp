#include <gtest/gtest.h>

#include <cmath>

#include "train/metrics.h"

namespace kinglet::train {
namespace {

TEST(Metrics, ThreeClassesByHand) {
  // Predicted: 0, 1, 1, 2, 0; true: 0, 0, 1, 2, 2.
  const std::vector<float> scores{.7f, .2f, .1f, .4f, .5f, .1f, .1f, .8f, .1f, .2f, .2f, .6f, .5f, .2f, .3f};
  const std::vector<std::vector<int>> labels{{0}, {0}, {1}, {2}, {2}};
  const Metrics m = computeMetrics(scores, labels, 3);
  EXPECT_EQ(m.clips, 5);
  EXPECT_DOUBLE_EQ(m.accuracy, 3.0 / 5);
  EXPECT_DOUBLE_EQ(m.recall[0], 0.5);
  EXPECT_DOUBLE_EQ(m.recall[1], 1);
  EXPECT_DOUBLE_EQ(m.recall[2], 0.5);
  EXPECT_DOUBLE_EQ(m.balancedAccuracy, 2.0 / 3);
  EXPECT_EQ(m.confusion, (std::vector<std::vector<int>>{{1, 1, 0}, {0, 1, 0}, {1, 0, 1}}));
  // Class 0 ranked: .7 (+), .5 (-), .4 (+), ...: AP = (1 + 2/3) / 2, AUC = 5 of 6 pairs. Class 1: .8 (+)
  // first: 1, 1. Class 2: .6 (+), .3 (+): 1, 1.
  EXPECT_NEAR(m.map, (5.0 / 6 + 1 + 1) / 3, 1e-12);
  EXPECT_NEAR(m.auc, (5.0 / 6 + 1 + 1) / 3, 1e-12);
  EXPECT_NEAR(m.dPrime, dPrimeOf(m.auc), 1e-12);
}

TEST(Metrics, TiesShareTheirRankInAnyOrder) {
  const std::vector<std::vector<int>> labels{{0}, {1}, {1}, {0}}, turned{{1}, {0}, {0}, {1}};
  const std::vector<float> same(8, 0.5f);
  for (const auto& l : {labels, turned}) {
    const Metrics m = computeMetrics(same, l, 2);
    EXPECT_DOUBLE_EQ(m.auc, 0.5);
    EXPECT_DOUBLE_EQ(m.map, 0.5);
    EXPECT_NEAR(m.dPrime, 0, 1e-9);
  }
}

TEST(Metrics, SeveralLabelsAClip) {
  // Clip 0 has classes 0 and 1, clip 1 has 1, clip 2 has none of them right.
  const std::vector<float> scores{.9f, .8f, .1f, .3f, .6f, .2f, .7f, .1f, .2f};
  const std::vector<std::vector<int>> labels{{0, 1}, {1}, {1}};
  const Metrics m = computeMetrics(scores, labels, 3);
  EXPECT_DOUBLE_EQ(m.accuracy, 2.0 / 3);
  EXPECT_TRUE(m.confusion.empty());
  EXPECT_TRUE(std::isnan(m.recall[2]));
  // Class 0: its clip leads: AP 1, AUC 1. Class 1: all clips are positive: AP 1, no AUC.
  EXPECT_DOUBLE_EQ(m.map, 1);
  EXPECT_DOUBLE_EQ(m.auc, 1);
}

TEST(Metrics, AveragePrecisionOfALongerRanking) {
  // Positives at ranks 1, 3, 6 of 6.
  std::vector<float> scores;
  std::vector<std::vector<int>> labels;
  const int own[]{0, 1, 0, 1, 1, 0};
  for (int i = 0; i < 6; ++i) {
    scores.insert(scores.end(), {static_cast<float>(6 - i), 0.f});
    labels.push_back({own[i]});
  }
  const Metrics m = computeMetrics(scores, labels, 2);
  // Class 1 has one tied score for all: AP = prevalence 0.5, AUC 0.5.
  EXPECT_NEAR(m.map, ((1 + 2.0 / 3 + 3.0 / 6) / 3 + 0.5) / 2, 1e-12);
  // Class 0: pairs in order: 3 + 2 + 0 of 9.
  EXPECT_NEAR(m.auc, (5.0 / 9 + 0.5) / 2, 1e-12);
}

TEST(Metrics, DPrime) {
  EXPECT_NEAR(dPrimeOf(0.5), 0, 1e-12);
  EXPECT_NEAR(dPrimeOf(0.95), 2.326174, 1e-5);  // sqrt(2) x 1.644854
  EXPECT_NEAR(dPrimeOf(0.05), -2.326174, 1e-5);
  EXPECT_TRUE(std::isfinite(dPrimeOf(1)));
}

TEST(Metrics, NoClips) {
  const Metrics m = computeMetrics({}, {}, 3);
  EXPECT_EQ(m.clips, 0);
  EXPECT_EQ(m.accuracy, 0);
}

}  // namespace
}  // namespace kinglet::train
