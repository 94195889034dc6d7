#include "search/importance.h"

#include <gtest/gtest.h>

#include <numeric>

#include "search/toy_problem.h"
#include "space/search_space.h"

using namespace kinglet;
using namespace kinglet::search;

namespace {

std::vector<space::Genome> sampled(const space::SearchSpace& space, int n) {
  base::Random random(1);
  std::vector<space::Genome> genomes;
  for (int i = 0; i < n; ++i) genomes.push_back(space.sample(random));
  return genomes;
}

double shareOf(const Importances& importances, int parameter) {
  for (const ParameterImportance& one : importances.parameters)
    if (one.parameter == parameter) return one.share;
  return -1;
}

}  // namespace

TEST(Importance, FindsWhatAPlantedFunctionHangsOn) {
  const space::SearchSpace space = toy::toySpace();
  const auto genomes = sampled(space, 300);
  const int mels = space.indexOf("mels"), type = space.indexOf("b1_type"), late = space.indexOf("b3_width");
  std::vector<double> values;
  for (const space::Genome& genome : genomes)
    values.push_back(6 * genome[mels] + 3 * (genome[type] == 1) +
                     (space.isActive(genome, late) ? genome[late] : 0));
  const Importances found = parameterImportance(space, genomes, values);
  EXPECT_GT(found.explained, 0.8);
  EXPECT_EQ(found.parameters[0].parameter, mels);
  EXPECT_GT(shareOf(found, type), 0.01);
  EXPECT_GT(shareOf(found, type), 4 * shareOf(found, space.indexOf("b1_width")));
  EXPECT_GT(shareOf(found, late), shareOf(found, space.indexOf("b2_width")));
  double sum = 0;
  for (const ParameterImportance& one : found.parameters) {
    sum += one.share;
    EXPECT_GE(one.spread, 0);
  }
  EXPECT_NEAR(sum, 1, 1e-9);
  EXPECT_EQ(shareOf(parameterImportance(space, genomes, values), type), shareOf(found, type));
}

TEST(Importance, ClaimsNothingWhereThereIsNothing) {
  const space::SearchSpace space = toy::toySpace();
  const auto genomes = sampled(space, 100);
  base::Random random(2);
  std::vector<double> noise;
  for (std::size_t i = 0; i < genomes.size(); ++i) noise.push_back(random.normal());
  const Importances found = parameterImportance(space, genomes, noise);
  EXPECT_LT(found.explained, 0.1);
  if (found.explained <= 0) {
    EXPECT_EQ(found.parameters[0].share, 0);
  }
  const Importances same = parameterImportance(space, genomes, std::vector<double>(genomes.size(), 3));
  EXPECT_EQ(same.parameters[0].share, 0);
  EXPECT_TRUE(parameterImportance(space, std::span(genomes).first(10), std::span(noise).first(10))
                  .parameters.empty());
}
