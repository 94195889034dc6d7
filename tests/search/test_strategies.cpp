// What every strategy promises, whatever it is inside.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "search/pareto.h"
#include "search/strategy.h"
#include "search/toy_problem.h"
#include "space/search_space.h"

using namespace kinglet;
using namespace kinglet::search;

namespace {

struct ToyRun {
  std::vector<space::Genome> genomes;
  std::vector<Point> points;  // log scale
  std::vector<Suggestion> suggestions;
};

ToyRun runToy(const std::string& name, int trials, std::uint64_t seed, Problem problem, int together = 1) {
  auto strategy = makeStrategy(name, problem, seed);
  ToyRun run;
  while (static_cast<int>(run.genomes.size()) < trials) {
    std::vector<Suggestion> out;
    for (int i = 0; i < together; ++i) out.push_back(strategy->ask().value());
    for (const Suggestion& s : out) {
      const auto values = toy::toyObjectives(problem.space, s.genome);
      run.genomes.push_back(s.genome);
      run.points.push_back({values[0], std::log10(values[1]), std::log10(values[2])});
      run.suggestions.push_back(s);
    }
    for (auto it = out.rbegin(); it != out.rend(); ++it)
      strategy->tell(it->trial, {toy::toyObjectives(problem.space, it->genome), false, false});
  }
  return run;
}

// Trials that a test can afford: a model costs milliseconds a suggestion.
int affordable(const std::string& name, int cheap, int costly) {
  return name == "bayesian" || name == "hybrid" ? costly : cheap;
}

class Strategies : public ::testing::TestWithParam<std::string> {};

}  // namespace

TEST_P(Strategies, SameSeedGivesTheSameSuggestionsAndNoneTwice) {
  const int trials = affordable(GetParam(), 60, 25);
  const ToyRun a = runToy(GetParam(), trials, 5, toy::toyProblem());
  const ToyRun b = runToy(GetParam(), trials, 5, toy::toyProblem());
  EXPECT_EQ(a.genomes, b.genomes);
  EXPECT_NE(a.genomes, runToy(GetParam(), trials, 6, toy::toyProblem()).genomes);
  EXPECT_EQ(std::set<space::Genome>(a.genomes.begin(), a.genomes.end()).size(), a.genomes.size());
  for (std::size_t i = 0; i < a.suggestions.size(); ++i) {
    EXPECT_EQ(a.suggestions[i].trial, static_cast<int>(i));
    EXPECT_FALSE(a.suggestions[i].origin.strategy.empty());
    for (int parent : a.suggestions[i].origin.parents) EXPECT_LT(parent, static_cast<int>(i));
  }
}

TEST_P(Strategies, AResumedStudyGoesOnAsIfNeverClosed) {
  const Problem problem = toy::toyProblem();
  const int trials = affordable(GetParam(), 50, 25), closed = trials - 8;
  const ToyRun whole = runToy(GetParam(), trials, 9, problem);
  auto resumed = makeStrategy(GetParam(), problem, 9);
  for (int i = 0; i < closed; ++i) {
    const int trial = resumed->inject(whole.genomes[i], whole.suggestions[i].origin);
    EXPECT_EQ(trial, i);
    resumed->tell(trial, {toy::toyObjectives(problem.space, whole.genomes[i]), false, false});
  }
  for (int i = closed; i < trials; ++i) {
    const auto suggestion = resumed->ask();
    ASSERT_TRUE(suggestion);
    EXPECT_EQ(suggestion->genome, whole.genomes[i]) << "trial " << i;
    resumed->tell(suggestion->trial, {toy::toyObjectives(problem.space, suggestion->genome), false, false});
  }
}

TEST_P(Strategies, WalksASmallSpaceToItsEndAndThenSaysSo) {
  Problem problem;
  problem.space = space::SearchSpace({{"a", space::Parameter::Kind::ordinal, {1., 2., 3., 4.}, {}},
                                      {"b", space::Parameter::Kind::ordinal, {1., 2., 3.}, {}}},
                                     "small");
  problem.objectives = {{"error", false, false, 100}, {"cost", false, true, 100}};
  problem.knownCosts = [](const space::Genome& g) {
    return Costs{{double(g[0] + g[1])}, g[0] != 3, base::Message("a is 4")};
  };
  auto strategy = makeStrategy(GetParam(), problem, 1);
  int count = 0;
  while (auto suggestion = strategy->ask()) {
    ASSERT_LT(count, 9);
    ++count;
    const auto& g = suggestion->genome;
    EXPECT_NE(g[0], 3);
    strategy->tell(suggestion->trial, {{double(10 - g[0] * g[1]), double(g[0] + g[1])}, count == 4, false});
  }
  EXPECT_EQ(count, 9);
}

TEST_P(Strategies, LearnsFromFailuresAndStoppedTrialsWithoutFallingOver) {
  const Problem problem = toy::toyProblem();
  auto strategy = makeStrategy(GetParam(), problem, 2);
  std::set<space::Genome> asked;
  std::set<int> failed;
  for (int i = 0; i < affordable(GetParam(), 60, 30); ++i) {
    const auto suggestion = strategy->ask();
    ASSERT_TRUE(suggestion);
    EXPECT_TRUE(asked.insert(problem.space.canonical(suggestion->genome)).second) << i;
    // What failed has nothing to hand on.
    for (const int parent : suggestion->origin.parents) EXPECT_FALSE(failed.contains(parent)) << i;
    if (i % 5 == 0) failed.insert(suggestion->trial);
    strategy->tell(suggestion->trial,
                   {toy::toyObjectives(problem.space, suggestion->genome), i % 5 == 0, i % 3 == 0});
  }
}

TEST_P(Strategies, SeveralWorkersGetDifferentCandidates) {
  const ToyRun run = runToy(GetParam(), affordable(GetParam(), 64, 32), 3, toy::toyProblem(), 8);
  EXPECT_EQ(std::set<space::Genome>(run.genomes.begin(), run.genomes.end()).size(), run.genomes.size());
}

TEST_P(Strategies, WorksWithNothingKnownAndWithOneObjective) {
  const int trials = affordable(GetParam(), 40, 20);
  EXPECT_EQ(static_cast<int>(runToy(GetParam(), trials, 3, toy::toyProblem(false)).genomes.size()), trials);
  Problem problem = toy::toyProblem(false);
  problem.objectives.resize(1);
  auto strategy = makeStrategy(GetParam(), problem, 2);
  for (int i = 0; i < trials; ++i) {
    const auto suggestion = strategy->ask();
    ASSERT_TRUE(suggestion);
    strategy->tell(suggestion->trial,
                   {{toy::toyObjectives(problem.space, suggestion->genome)[0]}, false, false});
  }
}

TEST_P(Strategies, NoneOfAThousandSuggestionsBreaksATightLimit) {
  Problem problem = toy::toyProblem(true, 6);
  // Deep and cheap: less than one in a thousand of a plain sample.
  const auto free = problem.knownCosts;
  const auto fits = [](const space::Genome& genome, double energy) { return genome[0] >= 4 && energy <= 2; };
  problem.knownCosts = [free, fits](const space::Genome& genome) {
    Costs costs = free(genome);
    costs.feasible = fits(genome, costs.objectives[0]);
    if (!costs.feasible) costs.why = base::Message("too shallow or too dear");
    return costs;
  };
  base::Random random(1);
  double best = 100;  // of the feasible ones among many
  int feasible = 0;
  for (int i = 0; i < 200000; ++i) {
    const auto genome = problem.space.sample(random);
    if (!problem.knownCosts(genome).feasible) continue;
    ++feasible;
    best = std::min(best, toy::toyObjectives(problem.space, genome)[0]);
  }
  ASSERT_LT(feasible, 200);  // tight indeed

  auto strategy = makeStrategy(GetParam(), problem, 2);
  double found = 100;
  for (int i = 0; i < affordable(GetParam(), 1000, 60); ++i) {
    const auto suggestion = strategy->ask();
    ASSERT_TRUE(suggestion) << "after " << i;
    const auto values = toy::toyObjectives(problem.space, suggestion->genome);
    ASSERT_TRUE(fits(suggestion->genome, values[1]));
    found = std::min(found, values[0]);
    strategy->tell(suggestion->trial, {values, false, false});
  }
  EXPECT_LT(found, best * 1.05);  // and the corner is filled
}

INSTANTIATE_TEST_SUITE_P(All, Strategies, ::testing::ValuesIn(strategyNames()),
                         [](const auto& strategy) { return strategy.param; });

TEST(Strategy, AnUnknownNameListsThoseThatAre) {
  try {
    makeStrategy("magic", toy::toyProblem(), 1);
    FAIL();
  } catch (const base::Error& error) {
    for (const std::string& name : strategyNames())
      EXPECT_NE(std::string(error.what()).find(name), std::string::npos);
  }
}

TEST(Strategy, EvolutionIsAheadOfRandom) {
  double random = 0, evolution = 0;
  const Problem problem = toy::toyProblem(true, 5);
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    random += hypervolume(runToy("random", 300, seed, problem).points, {60, 3, 3});
    evolution += hypervolume(runToy("evolution", 300, seed, problem).points, {60, 3, 3});
  }
  EXPECT_GT(evolution, random);
}
