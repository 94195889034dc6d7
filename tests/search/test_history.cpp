#include "search/history.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/error.h"
#include "search/pareto.h"
#include "search/strategy.h"
#include "search/toy_problem.h"
#include "space/search_space.h"

using namespace kinglet;
using namespace kinglet::search;

TEST(History, KeepsFiguresInModelSpace) {
  History history(toy::toyProblem());
  EXPECT_EQ(history.reference(), (Point{60, 3, 3}));
  EXPECT_EQ(history.unknownObjectives(), std::vector<int>{0});
  base::Random random(1);
  const auto genome = history.space().sample(random);
  const int trial = history.add(genome, {});
  EXPECT_TRUE(history.contains(genome));
  EXPECT_TRUE(history.told().empty());
  history.tell(trial, {{30, 100, 10}, false, false});
  EXPECT_EQ(history.records()[trial].values, (Point{30, 2, 1}));
  EXPECT_EQ(history.front(), std::vector<int>{trial});
}

TEST(History, RefusesTellsThatCannotBe) {
  History history(toy::toyProblem());
  EXPECT_THROW(history.tell(0, {{1, 1, 1}, false, false}), base::Error);
  base::Random random(1);
  const int trial = history.add(history.space().sample(random), {});
  EXPECT_THROW(history.tell(trial, {{1, 1}, false, false}), base::Error);
  history.tell(trial, {{}, true, false});
  EXPECT_THROW(history.tell(trial, {{1, 1, 1}, false, false}), base::Error);
  EXPECT_TRUE(history.told().empty());
}

TEST(History, AFigureThatIsNotFiniteIsAFailure) {
  History history(toy::toyProblem());
  base::Random random(1);
  const int trial = history.add(history.space().sample(random), {});
  history.tell(trial, {{std::numeric_limits<double>::quiet_NaN(), 1, 1}, false, false});
  EXPECT_EQ(history.records()[trial].state, Record::State::failed);
  const int second = history.add(history.space().sample(random), {});
  history.tell(second, {{50, 0, 1}, false, false});  // no logarithm
  EXPECT_EQ(history.records()[second].state, Record::State::failed);
  EXPECT_TRUE(history.told().empty());
}

TEST(History, CostsThatAreNotFiniteAreInfeasible) {
  Problem problem = toy::toyProblem();
  problem.knownCosts = [](const space::Genome&) { return Costs{{0, 1}, true, {}}; };
  History history(problem);
  base::Random random(1);
  EXPECT_FALSE(history.costs(history.space().sample(random)).feasible);
}

TEST(History, RefusesAProblemWithoutObjectives) {
  Problem problem = toy::toyProblem();
  problem.objectives[1].reference = 0;
  EXPECT_THROW(History{problem}, base::Error);
  problem.objectives.clear();
  EXPECT_THROW(History{problem}, base::Error);
}
