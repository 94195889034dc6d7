#include "energy/predictor/process_regressor.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"

namespace kinglet::energy {
namespace {

using statistics::Points;

// ln E = 1 + 2 a + sin(3 b), c means nothing.
struct Waves {
  Points points;
  std::vector<double> logEnergy;
  Waves(int n, double noise, std::uint64_t seed) {
    base::Random random(seed);
    points.columns = 3;
    for (int i = 0; i < n; ++i) {
      const double row[] = {random.normal(), random.uniform(-1.5, 1.5), random.normal()};
      points.add(row);
      logEnergy.push_back(1 + 2 * row[0] + std::sin(3 * row[1]) + noise * random.normal());
    }
  }
};

TEST(Process, FindsTheCurveAndWhatMatters) {
  const Waves train(120, 0.05, 1), fresh(200, 0, 2);
  const auto process = fitProcess(train.points, train.logEnergy, {0, 1, 2}, {});
  double squares = 0;
  for (int i = 0; i < 200; ++i)
    squares += std::pow(process->predict(fresh.points.row(i)).mean - fresh.logEnergy[i], 2) / 200;
  EXPECT_LT(std::sqrt(squares), 0.08);
  EXPECT_NEAR(process->noise(), 0.05, 0.02);
  const std::vector<double> shares = process->importance();
  EXPECT_LT(shares[2], shares[0]);
  EXPECT_LT(shares[2], shares[1]);
}

TEST(Process, QuickPredictionsAreTheExactOnesForSmallTables) {
  const Waves train(120, 0.03, 3), fresh(20, 0, 4);
  const auto process = fitProcess(train.points, train.logEnergy, {0, 1}, {});
  Points one;
  one.columns = 3;
  for (int i = 0; i < 20; ++i) {
    one.values.assign(fresh.points.row(i).begin(), fresh.points.row(i).end());
    const double exact = process->covariance(one)[0] + process->noise() * process->noise();
    const double quick = process->predict(fresh.points.row(i)).spread;
    EXPECT_NEAR(quick * quick / exact, 1, 0.01);
  }
}

// A large table's spread rests on the rows that tell the most: never too small, and hardly larger.
TEST(Process, QuickSpreadsOfLargeTablesAreOnTheSafeSide) {
  const Waves train(400, 0.03, 3), fresh(40, 0, 4);
  const auto process = fitProcess(train.points, train.logEnergy, {0, 1}, {});
  Points one;
  one.columns = 3;
  for (int i = 0; i < 40; ++i) {
    one.values.assign(fresh.points.row(i).begin(), fresh.points.row(i).end());
    const double exact = process->covariance(one)[0] + process->noise() * process->noise();
    const double quick = process->predict(fresh.points.row(i)).spread;
    EXPECT_GT(quick * quick / exact, 0.99);
    EXPECT_LT(quick * quick / exact, 1.25);
  }
}

TEST(Process, SpreadGrowsAwayFromTheData) {
  const Waves train(100, 0.03, 5);
  const auto process = fitProcess(train.points, train.logEnergy, {0, 1, 2}, {});
  const double near[] = {0, 0, 0}, far[] = {0, 8, 0};
  EXPECT_GT(process->predict(far).spread, 3 * process->predict(near).spread);
}

TEST(Process, CoarseDigitsCountAsNoise) {
  const Waves train(80, 0.01, 6);
  ProcessSettings coarse;
  coarse.resolution = 0.5;
  const auto process = fitProcess(train.points, train.logEnergy, {0, 1, 2}, coarse);
  const double small[] = {-1.5, 0, 0}, large[] = {1.5, 0, 0};
  EXPECT_GT(process->predict(small).spread, 2 * process->predict(large).spread);
}

}  // namespace
}  // namespace kinglet::energy
