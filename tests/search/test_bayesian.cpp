#include <gtest/gtest.h>

#include <cmath>

#include "search/acquisition.h"
#include "search/pareto.h"
#include "search/strategy.h"
#include "search/toy_problem.h"
#include "space/search_space.h"

using namespace kinglet;
using namespace kinglet::search;

namespace {

History toldHistory(const Problem& problem, int trials, std::uint64_t seed) {
  History history(problem);
  base::Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const auto genome = problem.space.sample(random);
    if (history.contains(genome)) continue;
    history.tell(history.add(genome, {}), {toy::toyObjectives(problem.space, genome), false, false});
  }
  return history;
}

}  // namespace

TEST(Surrogate, PredictsBetterThanTheMeanAndSaysHowWell) {
  const Problem problem = toy::toyProblem(true, 5);
  const History history = toldHistory(problem, 80, 1);
  Surrogate surrogate(history);
  surrogate.update(history);
  const Acquisition acquisition(history, surrogate);
  base::Random random(2);
  double squares = 0, spread = 0, mean = 0, covered = 0;
  for (int trial : history.told()) mean += history.records()[trial].values[0] / double(history.told().size());
  for (int i = 0; i < 200; ++i) {
    const auto genome = problem.space.sample(random);
    const Prospect prospect = acquisition.of({genome})[0];
    if (history.contains(genome)) continue;
    const double truth = toy::toyObjectives(problem.space, genome)[0];
    squares += (prospect.mean - truth) * (prospect.mean - truth);
    spread += (mean - truth) * (mean - truth);
    covered += std::abs(prospect.mean - truth) < 2 * prospect.deviation;
  }
  EXPECT_LT(squares, 0.1 * spread);
  EXPECT_GT(covered, 120);
}

// What a suggestion costs hangs on how many trials the model holds.
TEST(Surrogate, OfALongHistoryTheFrontAndTheLatestAreHeld) {
  const Problem problem = toy::toyProblem(true, 5);
  const History history = toldHistory(problem, 1500, 6);
  const int told = static_cast<int>(history.told().size());
  ASSERT_GT(told, 1000);
  Surrogate grown(history), fresh(history);
  History growing(problem);
  for (int i = 0; i < told; ++i) {
    const Record& record = history.records()[std::size_t(i)];
    growing.tell(growing.add(record.genome, {}),
                 {toy::toyObjectives(problem.space, record.genome), false, false});
    if (i == 600 || i == 700 || i == 900) grown.update(growing);
  }
  grown.update(growing);
  fresh.update(growing);
  Eigen::MatrixXd rows(3, fresh.features().columns());
  for (int i = 0; i < 3; ++i) {
    const Record& record = history.records()[std::size_t(10 * i)];
    Eigen::RowVectorXd row(rows.cols());
    fresh.features().row(record.genome, record.known, row);
    rows.row(i) = row;
  }
  const auto batch = fresh.look(rows);
  EXPECT_GE(batch.covariances[0].rows(), 640);
  EXPECT_LE(batch.covariances[0].rows(), 704);
  EXPECT_EQ(batch.means[0], grown.look(rows).means[0]);  // whatever was asked before
  // The front is among what is held: there the model is sure.
  const int best = growing.front().front();
  Eigen::MatrixXd there(1, rows.cols());
  Eigen::RowVectorXd row(rows.cols());
  fresh.features().row(growing.records()[std::size_t(best)].genome,
                       growing.records()[std::size_t(best)].known, row);
  there.row(0) = row;
  const auto known = fresh.look(there);
  const int only[] = {0};
  EXPECT_LT(fresh.deviations(known, only)(0, 0), 0.5 * std::sqrt(known.priors[0][0]));
}

TEST(Surrogate, BelievesWhatIsOutAndForgetsItWhenTold) {
  const Problem problem = toy::toyProblem();
  History history = toldHistory(problem, 30, 3);
  Surrogate surrogate(history);
  surrogate.update(history);
  EXPECT_TRUE(surrogate.believed().empty());
  base::Random random(4);
  auto genome = problem.space.sample(random);
  while (history.contains(genome)) genome = problem.space.sample(random);
  const int trial = history.add(genome, {});
  surrogate.update(history);
  ASSERT_EQ(surrogate.believed().size(), 1u);
  EXPECT_NEAR(surrogate.believed()[0][0], toy::toyObjectives(problem.space, genome)[0], 15);
  EXPECT_EQ(surrogate.believed()[0][1], history.records()[trial].known[0]);
  history.tell(trial, {toy::toyObjectives(problem.space, genome), false, false});
  surrogate.update(history);
  EXPECT_TRUE(surrogate.believed().empty());
}

TEST(Surrogate, AStoppedTrialsFigureIsABound) {
  const Problem problem = toy::toyProblem(true, 5);
  History plain = toldHistory(problem, 60, 5);
  History cut(problem);
  for (const Record& record : plain.records()) {
    auto values = toy::toyObjectives(problem.space, record.genome);
    const int trial = cut.add(record.genome, {});
    const bool stopped = trial % 3 == 0;
    if (stopped) values[0] += 25;  // far from what it would have reached
    cut.tell(trial, {values, false, stopped});
  }
  Surrogate surrogate(cut);
  surrogate.update(cut);
  const Acquisition acquisition(cut, surrogate);
  base::Random random(6);
  double squares = 0;
  int n = 0;
  for (; n < 100; ++n) {
    auto genome = problem.space.sample(random);
    while (cut.contains(genome)) genome = problem.space.sample(random);
    const double off = acquisition.of({genome})[0].mean - toy::toyObjectives(problem.space, genome)[0];
    squares += off * off;
  }
  EXPECT_LT(std::sqrt(squares / n), 6);  // a third of the figures were 25 too high
}

TEST(Acquisition, AgreesWithMonteCarloWhereAllIsUnknown) {
  const Problem problem = toy::toyProblem(false);
  const History history = toldHistory(problem, 40, 7);
  Surrogate surrogate(history);
  surrogate.update(history);
  const Acquisition acquisition(history, surrogate);
  std::vector<Point> front;
  for (int trial : history.front()) front.push_back(history.records()[trial].values);
  base::Random random(8);
  int compared = 0;
  for (int i = 0; i < 200 && compared < 5; ++i) {
    const auto genome = problem.space.sample(random);
    const Prospect prospect = acquisition.of({genome})[0];
    if (!(prospect.improvement > 0.2)) continue;
    ++compared;
    Eigen::MatrixXd row(1, surrogate.features().columns());
    Eigen::RowVectorXd line(row.cols());
    surrogate.features().row(genome, {}, line);
    row.row(0) = line;
    const auto batch = surrogate.look(row);
    const std::vector<int> picked{0};
    const Eigen::MatrixXd deviations = surrogate.deviations(batch, picked);
    double sum = 0;
    for (int s = 0; s < 20000; ++s) {
      Point p(3);
      for (int k = 0; k < 3; ++k) p[k] = batch.means[k][0] + deviations(0, k) * random.normal();
      sum += hypervolumeGain(front, p, history.reference());
    }
    EXPECT_NEAR(prospect.improvement, sum / 20000, 0.1 * sum / 20000);
  }
  EXPECT_GT(compared, 0);
}

TEST(Bayesian, TheFirstTrialsLieFarApartWhereTheyCount) {
  const Problem problem = toy::toyProblem(true, 6);
  double apart[2] = {0, 0};
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    for (int which = 0; which < 2; ++which) {
      auto strategy = makeStrategy(which ? "bayesian" : "random", problem, seed);
      std::vector<space::Genome> first;
      for (int i = 0; i < 6; ++i) first.push_back(strategy->ask().value().genome);  // none is told
      double nearest = 1;
      for (std::size_t a = 0; a < first.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
          nearest = std::min(nearest, problem.space.distance(first[a], first[b]));
      apart[which] += nearest;
      for (const auto& genome : first) {
        if (which) {
          EXPECT_LT(toy::toyObjectives(problem.space, genome)[1], 1000);
        }
      }
    }
  }
  EXPECT_GT(apart[1], 1.5 * apart[0]);
}

TEST(Bayesian, IsFarAheadOfEvolutionAndTellsWhatItExpected) {
  double ahead = 0;
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    const Problem problem = toy::toyProblem(true, 6);
    double volumes[2];
    for (int which = 0; which < 2; ++which) {
      auto strategy = makeStrategy(which ? "bayesian" : "evolution", problem, seed);
      std::vector<Point> points;
      for (int i = 0; i < 60; ++i) {
        const auto suggestion = strategy->ask();
        ASSERT_TRUE(suggestion);
        const auto values = toy::toyObjectives(problem.space, suggestion->genome);
        points.push_back({values[0], std::log10(values[1]), std::log10(values[2])});
        if (which && i >= 30) {
          EXPECT_GT(suggestion->origin.acquisition, 0);
          EXPECT_NEAR(suggestion->origin.predictedError, values[0],
                      10 * suggestion->origin.predictedDeviation + 5);
        }
        strategy->tell(suggestion->trial, {values, false, false});
      }
      volumes[which] = hypervolume(points, {60, 3, 3});
    }
    ahead += volumes[1] / volumes[0] - 1;
  }
  EXPECT_GT(ahead / 3, 0.03);
}

TEST(Bayesian, ABatchSpreadsOverTheFrontAndIsWorthNearlyAsMuchAsOneByOne) {
  double volumes[2] = {0, 0};
  for (std::uint64_t seed = 0; seed < 2; ++seed) {
    for (int which = 0; which < 2; ++which) {
      const Problem problem = toy::toyProblem(true, 6);
      auto strategy = makeStrategy(kDefaultStrategy, problem, seed);
      std::vector<Point> points;
      const int together = which ? 8 : 1;
      for (int i = 0; i < 64; i += together) {
        std::vector<Suggestion> out;
        for (int k = 0; k < together; ++k) out.push_back(strategy->ask().value());
        double apart = 0;
        for (const Suggestion& a : out)
          for (const Suggestion& b : out) apart += problem.space.distance(a.genome, b.genome);
        if (which) {
          EXPECT_GT(apart / (8 * 7), 0.1) << "after " << i;
        }
        for (const Suggestion& s : out) {
          const auto values = toy::toyObjectives(problem.space, s.genome);
          points.push_back({values[0], std::log10(values[1]), std::log10(values[2])});
          strategy->tell(s.trial, {values, false, false});
        }
      }
      volumes[which] += hypervolume(points, {60, 3, 3});
    }
  }
  EXPECT_GT(volumes[1], 0.95 * volumes[0]);
}
