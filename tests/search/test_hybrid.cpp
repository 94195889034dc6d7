#include <gtest/gtest.h>

#include <map>

#include "search/strategy.h"
#include "search/toy_problem.h"

using namespace kinglet;
using namespace kinglet::search;

namespace {

// How often each member is asked after a history in which only one of them ever gained.
std::map<std::string, int> askedAfter(const std::string& winner) {
  const Problem problem = toy::toyProblem(true, 5);
  auto strategy = makeStrategy("hybrid", problem, 1);
  base::Random random(1);
  for (int i = 0; i < 80; ++i) {
    Origin origin;
    origin.strategy = i % 2 ? "bayesian" : "evolution";
    const int trial = strategy->inject(problem.space.sample(random), origin);
    const bool gains = i < 30 || origin.strategy == winner;
    strategy->tell(trial, {{gains ? 50 - 0.5 * i : 59.0, 500, 500}, false, false});
  }
  std::map<std::string, int> asked;
  for (int i = 0; i < 30; ++i) ++asked[strategy->ask().value().origin.strategy];
  return asked;
}

}  // namespace

TEST(Hybrid, IsTheDefault) {
  EXPECT_STREQ(kDefaultStrategy, "hybrid");
}

TEST(Hybrid, SharesFollowWhatEachMemberGains) {
  auto bayesian = askedAfter("bayesian"), evolution = askedAfter("evolution");
  EXPECT_GT(bayesian["bayesian"], 22);
  EXPECT_GT(evolution["evolution"], 22);
}

TEST(Hybrid, BothMembersAreAskedOverAStudyAndTellOfThemselves) {
  const Problem problem = toy::toyProblem(true, 6);
  auto strategy = makeStrategy("hybrid", problem, 3);
  std::map<std::string, int> asked;
  for (int i = 0; i < 90; ++i) {
    const auto suggestion = strategy->ask();
    ASSERT_TRUE(suggestion);
    ++asked[suggestion->origin.strategy];
    strategy->tell(suggestion->trial, {toy::toyObjectives(problem.space, suggestion->genome), false, false});
  }
  EXPECT_GT(asked["bayesian"], 0);
  EXPECT_GT(asked["evolution"], 0);
  EXPECT_EQ(asked["bayesian"] + asked["evolution"], 90);
}
