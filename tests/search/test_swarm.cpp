#include "search/strategies/swarm.h"

#include <gtest/gtest.h>

#include <set>

#include "search/toy_problem.h"
#include "space/search_space.h"

using namespace kinglet;
using namespace kinglet::search;

TEST(Swarm, FindsTheBrightestGenomeOfAConditionalSpace) {
  const space::SearchSpace space = toy::toySpace(5);
  const auto brightness = [&](const std::vector<space::Genome>& genomes) {
    std::vector<double> values;
    for (const auto& genome : genomes) {
      double value = 100;
      for (std::size_t i = 0; i < genome.size(); ++i)  // every active parameter at its last choice but one
        if (space.isActive(genome, static_cast<int>(i)))
          value -= std::abs(genome[i] - static_cast<int>(space.parameters()[i].values.size()) + 2);
        else
          value -= 1;
      values.push_back(value);
    }
    return values;
  };
  base::Random random(1);
  std::vector<space::Genome> seeds;
  for (int i = 0; i < 60; ++i) seeds.push_back(space.sample(random));
  SwarmSettings settings;
  settings.rounds = 15;
  const auto flies = maximise(space, seeds, brightness, settings, random);
  ASSERT_FALSE(flies.empty());
  EXPECT_LE(static_cast<int>(flies.size()), settings.flies);
  std::set<space::Genome> distinct;
  for (std::size_t i = 0; i < flies.size(); ++i) {
    distinct.insert(flies[i].genome);
    EXPECT_EQ(flies[i].genome, space.canonical(flies[i].genome));
    EXPECT_LT(flies[i].origin, 60);
    if (i > 0) {
      EXPECT_LE(flies[i].brightness, flies[i - 1].brightness);
    }
  }
  EXPECT_EQ(distinct.size(), flies.size());
  // Far above the best of as many random genomes.
  double best = 0;
  std::vector<space::Genome> many;
  for (int i = 0; i < 60 + 15 * 240; ++i) many.push_back(space.sample(random));
  for (double value : brightness(many)) best = std::max(best, value);
  EXPECT_GT(flies[0].brightness, best);
}
