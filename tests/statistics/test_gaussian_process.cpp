#include "statistics/gaussian_process.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/cancelled.h"
#include "base/random.h"
#include "statistics/sum_covariance.h"
#include "statistics/trend_covariance.h"

using namespace kinglet;
using namespace kinglet::statistics;

namespace {

struct Data {
  Eigen::MatrixXd x;
  Eigen::VectorXd y;
};

// Column 0 matters a lot, 1 a little and linearly, 2 and 3 (one group) not at all.
Data data(int n, std::uint64_t seed, double noise = 0) {
  base::Random random(seed);
  Data d{Eigen::MatrixXd(n, 4), Eigen::VectorXd(n)};
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < 4; ++j) d.x(i, j) = random.normal();
    d.y[i] = 20 + 5 * std::sin(2 * d.x(i, 0)) + 2 * d.x(i, 1) + noise * random.normal();
  }
  return d;
}

Parts kernel() {
  return {{0, 1}, {0, 1, 2, 2}, 3};
}

}  // namespace

enum class Kind { onePart, twoParts, trend };
class Gradient : public ::testing::TestWithParam<Kind> {};
INSTANTIATE_TEST_SUITE_P(OfEachCovariance, Gradient,
                         ::testing::Values(Kind::onePart, Kind::twoParts, Kind::trend));

TEST_P(Gradient, OfTheLossIsThatOfDifferences) {
  const Data d = data(30, 1, 0.5);
  Parts twoParts = kernel();
  twoParts.parts = {{2, 0}, {2, -1.5}};
  const auto covariance = GetParam() == Kind::trend      ? trendCovariance(4, {0, 2})
                          : GetParam() == Kind::twoParts ? sumCovariance(twoParts)
                                                         : sumCovariance(kernel());
  const GaussianProcess process(covariance);
  Observations seen{d.x, (d.y.array() - d.y.mean()) / 4};
  if (GetParam() == Kind::trend) seen.noise = Eigen::VectorXd::LinSpaced(30, 0.01, 0.2);
  Hyperparameters h = covariance->priorMean();
  base::Random random(2);
  for (Eigen::Index i = 0; i < h.size(); ++i) h[i] += random.uniform(-1, 1);
  Eigen::VectorXd gradient, ignored;
  process.loss(seen, h, gradient);
  for (Eigen::Index i = 0; i < h.size(); ++i) {
    Hyperparameters up = h, down = h;
    up[i] += 1e-5;
    down[i] -= 1e-5;
    const double difference = (process.loss(seen, up, ignored) - process.loss(seen, down, ignored)) / 2e-5;
    EXPECT_NEAR(gradient[i], difference, 1e-5 * (1 + std::abs(difference))) << "hyper-parameter " << i;
  }
}

TEST(GaussianProcess, LearnsWhichColumnsMatterAndPredicts) {
  const Data d = data(120, 3, 0.2), test = data(200, 4);
  GaussianProcess process(sumCovariance(kernel()));
  const Hyperparameters h = process.fit({d.x, d.y});
  EXPECT_GT(h[2], h[4] + 1);  // the weight of the first column against that of the idle group
  process.condition({d.x, d.y}, h);
  const Eigen::MatrixXd covariances = process.covariances(test.x);
  const Eigen::VectorXd means = process.means(covariances),
                        deviations = process.deviations(covariances, process.variances(test.x));
  const double rmse = std::sqrt((means - test.y).squaredNorm() / 200);
  EXPECT_LT(rmse, 1.0);  // the targets' deviation is above 4
  int covered = 0;
  for (int i = 0; i < 200; ++i) covered += std::abs(means[i] - test.y[i]) < 2 * deviations[i] + 0.2;
  EXPECT_GT(covered, 180);
  EXPECT_NEAR(process.noiseDeviation(), 0.2, 0.2);
}

TEST(GaussianProcess, SinglePrecisionIsEnoughForCandidates) {
  const Data d = data(80, 9, 0.05);
  Parts twoParts = kernel();
  twoParts.parts = {{2, 0}, {2, -1.5}};
  GaussianProcess process(sumCovariance(twoParts));
  process.condition({d.x, d.y}, process.fit({d.x, d.y}));
  // At the trials themselves the deviation is the smallest, and rounding the worst.
  const Eigen::MatrixXd k = process.covariances(d.x);
  EXPECT_LT((process.means(k) - d.y).cwiseAbs().maxCoeff(), 0.5);
  EXPECT_LT(process.deviations(k, process.variances(d.x)).maxCoeff(), 0.5);
  EXPECT_LT((k - k.transpose()).cwiseAbs().maxCoeff(), 1e-4);
}

TEST(GaussianProcess, AppendingIsConditioningAndTruncatingUndoesIt) {
  const Data d = data(40, 5, 0.1), test = data(20, 6);
  GaussianProcess whole(sumCovariance(kernel())), grown(sumCovariance(kernel()));
  const Hyperparameters h = sumCovariance(kernel())->priorMean();
  // The scale of the targets is that of the first rows, so these are made alike.
  Eigen::VectorXd y = d.y;
  y.head(25).array() += d.y.mean() - d.y.head(25).mean();
  grown.condition({d.x.topRows(25), y.head(25)}, h);
  const Eigen::MatrixXd before = grown.covariances(test.x);
  const Eigen::VectorXd meansBefore = grown.means(before);
  for (int i = 25; i < 40; ++i) grown.append(d.x.row(i), y[i]);
  whole.condition({d.x, y}, h);
  EXPECT_EQ(grown.rows(), 40);
  const Eigen::MatrixXd a = whole.covariances(test.x), b = grown.covariances(test.x);
  EXPECT_LT((a - b).cwiseAbs().maxCoeff(), 1e-12);
  EXPECT_LT((whole.deviations(a, whole.variances(test.x)) / whole.scale() -
             grown.deviations(b, grown.variances(test.x)) / grown.scale())
                .cwiseAbs()
                .maxCoeff(),
            1e-9);
  // The prior's mean differs a little with the scale; far less than the targets' deviation.
  EXPECT_LT((whole.means(a) - grown.means(b)).cwiseAbs().maxCoeff(), 0.3);
  grown.truncate(25);
  EXPECT_LT((grown.means(grown.covariances(test.x)) - meansBefore).cwiseAbs().maxCoeff(), 1e-12);
}

TEST(GaussianProcess, TheCheapBoundIsNeverBelowTheDeviation) {
  const Data d = data(60, 7, 0.1), test = data(100, 8);
  GaussianProcess process(sumCovariance(kernel()));
  process.condition({d.x, d.y}, process.fit({d.x, d.y}));
  const Eigen::MatrixXd k = process.covariances(test.x);
  const Eigen::VectorXd prior = process.variances(test.x);
  EXPECT_GE((process.deviationBounds(k, prior) - process.deviations(k, prior)).minCoeff(), -1e-9);
}

TEST(GaussianProcess, TogetherIsWhatEachIsAlone) {
  const Data d = data(60, 11, 0.1), test = data(10, 12);
  for (const auto& covariance : {sumCovariance(kernel()), trendCovariance(4, {1})}) {
    GaussianProcess process(covariance);
    EXPECT_TRUE(process.condition({d.x, d.y}, covariance->priorMean()));
    const Eigen::VectorXd alone =
        process.deviations(process.covariances(test.x), process.variances(test.x)) / process.scale();
    const Eigen::MatrixXd together = process.jointCovariance(test.x);
    EXPECT_LT((together.diagonal().cwiseSqrt() - alone).cwiseAbs().maxCoeff(), 1e-3);
    EXPECT_LT((together - together.transpose()).cwiseAbs().maxCoeff(), 1e-9);
  }
}

TEST(GaussianProcess, ACovarianceThatIsNoneIsToldOf) {
  const Data d = data(10, 13);
  GaussianProcess process(sumCovariance(kernel()));
  EXPECT_FALSE(process.condition({d.x, d.y, Eigen::VectorXd::Constant(10, -100)},
                                 sumCovariance(kernel())->priorMean()));
}

TEST(GaussianProcess, StopsWhenAsked) {
  const Data d = data(30, 14);
  std::stop_source stop;
  stop.request_stop();
  GaussianProcess::FitSettings settings;
  settings.stop = stop.get_token();
  EXPECT_THROW(GaussianProcess(sumCovariance(kernel())).fit({d.x, d.y}, settings), base::Cancelled);
}
