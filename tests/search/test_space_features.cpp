#include "search/space_features.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "search/pareto.h"
#include "search/strategy.h"
#include "search/toy_problem.h"
#include "space/search_space.h"

using namespace kinglet;
using namespace kinglet::search;
using space::Parameter;

namespace {

Eigen::RowVectorXd rowOf(const SpaceFeatures& features, const History& history, const space::Genome& genome) {
  Eigen::RowVectorXd row(features.columns());
  Point known;
  if (!history.knownObjectives().empty()) known = history.knownPoint(history.costs(genome));
  features.row(genome, known, row);
  return row;
}

std::vector<std::string> groups(const SpaceFeatures& features) {
  std::vector<std::string> names;
  for (int g = 0; g < features.groups(); ++g) names.push_back(features.groupName(g));
  return names;
}

}  // namespace

TEST(SpaceFeatures, SeesRepeatedParametersAsSequences) {
  const History history(toy::toyProblem());
  const SpaceFeatures features(history);
  EXPECT_EQ(features.costColumns(), 2);
  EXPECT_EQ(groups(features), (std::vector<std::string>{"energy",
                                                        "memory",
                                                        "num_blocks",
                                                        "mels",
                                                        "b#_type",
                                                        "b#_width",
                                                        "b#_width rises",
                                                        "b#_width falls",
                                                        "b#_width steep rises",
                                                        "b#_width steep falls",
                                                        "b#_expansion",
                                                        "b#_expansion rises",
                                                        "b#_expansion falls",
                                                        "b#_expansion steep rises",
                                                        "b#_expansion steep falls",
                                                        "b#_width weights",
                                                        "b#_width last width",
                                                        "b#_type at its place",
                                                        "b#_width at its place",
                                                        "b#_expansion at its place"}));
  EXPECT_EQ(features.placeColumns(), 3 * (3 + 1 + 1));
  EXPECT_EQ(features.columns(), 2 + 2 + 3 + 5 + 5 + 2 + features.placeColumns());
}

TEST(SpaceFeatures, TheOrderOfBlocksShowsInRisesAndFallsAndInWhatComesLast) {
  const History history(toy::toyProblem(false));
  const SpaceFeatures features(history);
  const auto& space = history.space();
  const auto a = space.genomeFromJson(
      R"({"num_blocks": 2, "mels": 32, "b1_type": "dw", "b1_width": 8, "b2_type": "dw", "b2_width": 64})");
  const auto b = space.genomeFromJson(
      R"({"num_blocks": 2, "mels": 32, "b1_type": "dw", "b1_width": 64, "b2_type": "dw", "b2_width": 8})");
  const Eigen::RowVectorXd x = rowOf(features, history, a), y = rowOf(features, history, b);
  for (int column = 0; column < features.columns(); ++column) {
    const std::string name = features.groupName(features.groupOf(column));
    if (name.starts_with("b#_width") && name.ends_with("rises")) {
      EXPECT_GT(x[column], y[column]) << name;
    } else if (name.starts_with("b#_width") && name.ends_with("falls")) {
      EXPECT_LT(x[column], y[column]) << name;
    } else if (name == "b#_width last width") {
      EXPECT_GT(x[column], y[column]);
    } else if (name == "b#_width weights") {
      EXPECT_LT(x[column], y[column]);  // the first layer reads one channel
    } else if (!name.ends_with("at its place")) {
      EXPECT_DOUBLE_EQ(x[column], y[column]) << name;
    }
  }
}

TEST(SpaceFeatures, SeesRepetitionByWordsAndThroughOtherNumbersToo) {
  using space::Condition;
  std::vector<Parameter> parameters{{"depth", Parameter::Kind::ordinal, {1., 2., 3.}, {}}};
  const char* words[] = {"first", "second", "third"};
  for (int b = 1; b <= 3; ++b) {
    std::vector<Condition> deep;
    if (b > 1) deep.push_back({"depth", Condition::Kind::atLeast, double(b)});
    parameters.push_back({std::string(words[b - 1]) + "_op",
                          Parameter::Kind::categorical,
                          {std::string("x"), std::string("y")},
                          deep});
    // Sizes that grow from place to place, in a name with a number that does not count.
    parameters.push_back(
        {"conv2d_" + std::to_string(b) + "_maps", Parameter::Kind::ordinal, {4. * b, 8. * b}, deep});
    parameters.push_back({std::string(words[b - 1]) + "_flag", Parameter::Kind::ordinal, {0., 1.}, deep});
  }
  Problem problem;
  problem.space = space::SearchSpace(parameters);
  problem.objectives = {{"error", false, false, 100}};
  const History history(problem);
  const SpaceFeatures features(history);
  const auto names = groups(features);
  for (const char* name : {"#_op", "conv2d_#_maps", "conv2d_#_maps rises", "#_flag"})
    EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
  EXPECT_EQ(features.placeColumns(), 3 * (2 + 1 + 1));
}

TEST(SpaceFeatures, AParameterOfItsOwnBeginsTheSequenceThatItSpeaksOf) {
  std::vector<Parameter> parameters{{"stem_filters", Parameter::Kind::ordinal, {8., 16., 32., 64.}, {}},
                                    {"stem_kernel", Parameter::Kind::ordinal, {3., 5., 7.}, {}}};
  for (int b = 1; b <= 2; ++b) {
    const std::string prefix = "b" + std::to_string(b) + "_";
    parameters.push_back({prefix + "width", Parameter::Kind::ordinal, {8., 16., 32., 64., 128.}, {}});
    parameters.push_back({prefix + "kernel", Parameter::Kind::ordinal, {3., 5.}, {}});
  }
  Problem problem;
  problem.space = space::SearchSpace(parameters);
  problem.objectives = {{"error", false, false, 100}};
  const History history(problem);
  const SpaceFeatures features(history);
  // From 64 filters down to 8: a fall before the first block.
  const Eigen::RowVectorXd down = rowOf(features, history, {3, 0, 0, 0, 0, 0}),
                           flat = rowOf(features, history, {0, 0, 0, 0, 0, 0});
  int falls = 0;
  for (int column = 0; column < features.columns(); ++column)
    if (features.groupName(features.groupOf(column)) == "b#_width falls")
      falls += down[column] > flat[column];
  EXPECT_EQ(falls, 1);
}

TEST(SpaceFeatures, WidthsKernelsAndStridesAreFollowedTogether) {
  std::vector<Parameter> parameters{{"stem_stride", Parameter::Kind::ordinal, {1., 2.}, {}},
                                    {"depth", Parameter::Kind::ordinal, {1., 2.}, {}}};
  for (int b = 1; b <= 2; ++b) {
    const std::string prefix = "b" + std::to_string(b) + "_";
    std::vector<space::Condition> deep;
    if (b > 1) deep.push_back({"depth", space::Condition::Kind::atLeast, double(b)});
    parameters.push_back({prefix + "channels", Parameter::Kind::ordinal, {8., 16., 32.}, deep});
    parameters.push_back({prefix + "kernel", Parameter::Kind::ordinal, {3., 5.}, deep});
    parameters.push_back({prefix + "stride", Parameter::Kind::ordinal, {1., 2.}, deep});
  }
  Problem problem;
  problem.space = space::SearchSpace(parameters);
  problem.objectives = {{"error", false, false, 100}};
  const History history(problem);
  const SpaceFeatures features(history);
  const auto figure = [&](const std::string& name, const char* json) {
    const Eigen::RowVectorXd row = rowOf(features, history, history.space().genomeFromJson(json));
    for (int column = 0; column < features.columns(); ++column)
      if (features.groupName(features.groupOf(column)) == name) return row[column];
    ADD_FAILURE() << "there is no column " << name;
    return 0.0;
  };
  // The same stride reaches farther before the other kernel than after it, and saves more work.
  const char* early = R"({"stem_stride": 1, "depth": 2, "b1_channels": 16, "b1_kernel": 3, "b1_stride": 2,
                          "b2_channels": 16, "b2_kernel": 3, "b2_stride": 1})";
  const char* late = R"({"stem_stride": 1, "depth": 2, "b1_channels": 16, "b1_kernel": 3, "b1_stride": 1,
                         "b2_channels": 16, "b2_kernel": 3, "b2_stride": 2})";
  const char* shallow =
      R"({"stem_stride": 1, "depth": 1, "b1_channels": 16, "b1_kernel": 3, "b1_stride": 2})";
  EXPECT_GT(figure("b#_channels reach", early), figure("b#_channels reach", late));
  EXPECT_LT(figure("b#_channels work", early), figure("b#_channels work", late));
  EXPECT_DOUBLE_EQ(figure("b#_channels weights", early), figure("b#_channels weights", late));
  EXPECT_LT(figure("b#_channels weights", shallow), figure("b#_channels weights", late));
}

TEST(SpaceFeatures, ColumnsHaveUnitScale) {
  const History history(toy::toyProblem());
  const SpaceFeatures features(history);
  base::Random random(3);
  Eigen::MatrixXd rows(2000, features.columns());
  for (int i = 0; i < 2000; ++i) rows.row(i) = rowOf(features, history, history.space().sample(random));
  for (int j = 0; j < features.columns(); ++j) {
    EXPECT_NEAR(rows.col(j).mean(), 0, 0.3);
    EXPECT_NEAR(std::sqrt((rows.col(j).array() - rows.col(j).mean()).square().mean()), 1, 0.35);
  }
}
