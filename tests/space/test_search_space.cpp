#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "paths.h"
#include "space/search_space.h"

namespace kinglet::space {
namespace {

constexpr const char* kSmall = R"({"name": "small", "objectives": [1], "parameters": [
  {"name": "blocks", "kind": "ordinal", "values": [1, 2, 3]},
  {"name": "type", "kind": "categorical", "values": ["conv", "invres"], "unknown": true},
  {"name": "expansion", "kind": "ordinal", "values": [1, 2, 4, 6], "active_if": [{"parameter": "type", "equals": "invres"}]},
  {"name": "type2", "kind": "categorical", "values": ["conv", "invres"], "active_if": [{"parameter": "blocks", "at_least": 2}]},
  {"name": "expansion2", "kind": "ordinal", "values": [1, 2, 4, 6],
   "active_if": [{"parameter": "blocks", "at_least": 2}, {"parameter": "type2", "equals": "invres"}]},
  {"name": "hop", "kind": "ordinal", "values": [10, 12.5]}]})";

std::vector<Genome> allGenomes(const SearchSpace& space) {
  std::vector<Genome> all = {{}};
  for (const Parameter& parameter : space.parameters()) {
    std::vector<Genome> longer;
    for (const Genome& genome : all) {
      for (int choice = 0; choice < static_cast<int>(parameter.values.size()); ++choice) {
        longer.push_back(genome);
        longer.back().push_back(choice);
      }
    }
    all = std::move(longer);
  }
  return all;
}

TEST(SearchSpace, CanonicalFormHashAndCountAgreeWithEnumeration) {
  const SearchSpace space = SearchSpace::fromJson(kSmall);
  std::set<Genome> distinct;
  std::map<std::uint64_t, Genome> byHash;
  for (const Genome& genome : allGenomes(space)) {
    const Genome canonical = space.canonical(genome);
    distinct.insert(canonical);
    EXPECT_EQ(space.canonical(canonical), canonical);
    EXPECT_EQ(byHash.emplace(space.hash(genome), canonical).first->second, canonical);
    EXPECT_EQ(space.distance(genome, canonical), 0);
  }
  // By hand: 5 choices of the first block, 1 + 2 * 5 of how many and the second, 2 hops.
  EXPECT_EQ(distinct.size(), 5 * (1 + 2 * 5) * 2);
  EXPECT_EQ(byHash.size(), distinct.size());
  EXPECT_EQ(space.count(), static_cast<double>(distinct.size()));
}

TEST(SearchSpace, AConditionOnAnInactiveParameterDoesNotHold) {
  const SearchSpace space = SearchSpace::fromJson(kSmall);
  const Genome oneBlock = {0, 0, 0, 1, 3, 0};  // type2 says invres, but there is no second block
  EXPECT_FALSE(space.isActive(oneBlock, space.indexOf("expansion2")));
  EXPECT_EQ(space.canonical(oneBlock), (Genome{0, 0, 0, 0, 0, 0}));
}

TEST(SearchSpace, SurvivesItsStoredForm) {
  const SearchSpace space = SearchSpace::fromJson(kSmall), again = SearchSpace::fromJson(space.toJson());
  EXPECT_EQ(again.toJson(), space.toJson());
  EXPECT_EQ(again.name(), "small");
  EXPECT_EQ(again.count(), space.count());
  for (const Genome& genome : allGenomes(space))
    EXPECT_EQ(again.genomeFromJson(space.genomeToJson(genome)), space.canonical(genome));
  EXPECT_EQ(space.genomeToJson({0, 1, 2, 0, 0, 1}),
            R"({"blocks":1,"type":"invres","expansion":4,"hop":12.5})");
}

TEST(SearchSpace, BadTextIsAClearError) {
  const auto refuses = [](const std::string& text, const std::string& part) {
    try {
      SearchSpace::fromJson(text);
      ADD_FAILURE() << "accepted: " << text;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
    }
  };
  refuses("not json", "it is not JSON");
  refuses("[1]", "cannot be read");
  refuses(R"({"parameters": [{"name": "a", "kind": "ordinal", "values": []}]})", "no values");
  refuses(R"({"parameters": [{"name": "a", "kind": "ordinal", "values": [1, 1]}]})", "twice");
  refuses(R"({"parameters": [{"name": "a", "kind": "real", "values": [1]}]})", "ordinal or categorical");
  refuses(R"({"parameters": [{"name": "a", "kind": "ordinal", "values": [true]}]})", "number or a text");
  refuses(R"({"parameters": [{"name": "a", "kind": "ordinal", "values": [1],
            "active_if": [{"parameter": "b", "equals": 1}]}]})",
          "no parameter of the search space");
  refuses(R"({"parameters": [{"name": "a", "kind": "ordinal", "values": [1],
            "active_if": [{"parameter": "b", "equals": 1}]},
            {"name": "b", "kind": "ordinal", "values": [1], "active_if": [{"parameter": "a", "equals": 1}]}]})",
          "depends on it in turn");
  refuses(R"({"parameters": [{"name": "a", "kind": "ordinal", "values": [1]}, {"name": "b", "kind": "ordinal",
            "values": [1], "active_if": [{"parameter": "a"}]}]})",
          "at_least");
  const SearchSpace space = SearchSpace::fromJson(kSmall);
  for (const char* bad :
       {"", "[]", R"({"nope": 1})", R"({"blocks": 9, "type": "conv", "hop": 10})", R"({"blocks": 1})"})
    EXPECT_THROW(space.genomeFromJson(bad), base::Error) << bad;
  EXPECT_THROW(space.canonical({0, 0}), base::Error);
  EXPECT_THROW(space.canonical({0, 0, 0, 0, 0, 9}), base::Error);
}

TEST(SearchSpace, AFileMayTellOfItsParametersInAnyOrder) {
  const SearchSpace space = SearchSpace::fromJson(R"({"parameters": [
    {"name": "c", "kind": "ordinal", "values": [1, 2], "active_if": [{"parameter": "b", "equals": "y"}]},
    {"name": "d", "kind": "ordinal", "values": [1, 2]},
    {"name": "b", "kind": "categorical", "values": ["x", "y"], "active_if": [{"parameter": "a", "at_least": 5}]},
    {"name": "a", "kind": "ordinal", "values": [3, 5]}]})");
  EXPECT_EQ(space.count(), 2 * (1 + 1 + 2));
  EXPECT_LT(space.indexOf("a"), space.indexOf("b"));
  EXPECT_LT(space.indexOf("b"), space.indexOf("c"));
  EXPECT_EQ(space.indexOf("d"), 0);
  EXPECT_EQ(space.genomeToJson(space.genomeFromJson(R"({"a": 5, "b": "x", "d": 2})")),
            R"({"d":2,"a":5,"b":"x"})");
}

TEST(SearchSpace, MutantsAreCanonicalAndDiffer) {
  const SearchSpace space = SearchSpace::fromJson(kSmall);
  base::Random random(3);
  std::set<Genome> reached;
  Genome genome = space.sample(random);
  for (int i = 0; i < 4000; ++i) {
    const Genome mutant = space.mutate(genome, random, 1 + i % 3);
    ASSERT_EQ(space.canonical(mutant), mutant);
    ASSERT_NE(mutant, space.canonical(genome));
    genome = mutant;
    reached.insert(genome);
  }
  EXPECT_EQ(static_cast<double>(reached.size()), space.count());  // everything can be reached
  const SearchSpace single(std::vector<Parameter>{{"only", Parameter::Kind::ordinal, {1.0}, {}}});
  EXPECT_EQ(single.mutate({0}, random), (Genome{0}));
  EXPECT_EQ(single.count(), 1);
}

TEST(SearchSpace, ChildrenTakeEachChoiceFromAParent) {
  const SearchSpace space = SearchSpace::fromJson(kSmall);
  base::Random random(5);
  for (int i = 0; i < 2000; ++i) {
    const Genome a = space.sample(random), b = space.sample(random), child = space.crossover(a, b, random);
    ASSERT_EQ(space.canonical(child), child);
    for (int p = 0; p < static_cast<int>(child.size()); ++p) {
      const bool inA = space.isActive(a, p), inB = space.isActive(b, p);
      if (!space.isActive(child, p) || (!inA && !inB)) continue;
      EXPECT_TRUE((inA && child[p] == a[p]) || (inB && child[p] == b[p]));
    }
  }
}

TEST(SearchSpace, ManyValuesAndConditionsAreCountedSoonOrNotAtAll) {
  Parameter many{"many", Parameter::Kind::ordinal, {}, {}};
  for (int i = 0; i < 100'000; ++i) many.values.emplace_back(double(i));
  Parameter on{"on", Parameter::Kind::ordinal, {0.0, 1.0}, {{"many", Condition::Kind::atLeast, 50'000.0}}};
  EXPECT_EQ(SearchSpace({many, on}).count(), 50'000 + 50'000 * 2);
  for (int i = 0; i < 200; ++i) on.activeIf.push_back({"many", Condition::Kind::atLeast, double(i)});
  EXPECT_THROW(SearchSpace({many, on}), base::Error);
  // Pairs that hang on parameters far apart.
  std::vector<Parameter> crossed;
  for (int i = 0; i < 60; ++i)
    crossed.push_back({"p" + std::to_string(i), Parameter::Kind::ordinal, {0.0, 1.0, 2.0, 3.0}, {}});
  for (int i = 0; i < 60; ++i)
    crossed.push_back({"q" + std::to_string(i),
                       Parameter::Kind::ordinal,
                       {0.0, 1.0},
                       {{"p" + std::to_string(i), Condition::Kind::equals, 1.0},
                        {"p" + std::to_string((i * 7 + 3) % 60), Condition::Kind::equals, 2.0}}});
  EXPECT_THROW(SearchSpace(crossed).count(), base::Error);
}

TEST(SearchSpace, DistanceIsSymmetricAndCountsAsTheHeaderSays) {
  const SearchSpace space = SearchSpace::fromJson(kSmall);
  // Active in either: blocks (a step of 2), type, expansion (in one only), hop.
  EXPECT_DOUBLE_EQ(space.distance({0, 0, 0, 0, 0, 0}, {0, 1, 3, 0, 0, 0}), (0 + 1 + 1 + 0) / 4.0);
  EXPECT_DOUBLE_EQ(space.distance({1, 0, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 0}), 0.5 / 4);
  base::Random random(8);
  for (int i = 0; i < 500; ++i) {
    const Genome a = space.sample(random), b = space.sample(random);
    const double distance = space.distance(a, b);
    EXPECT_DOUBLE_EQ(distance, space.distance(b, a));
    EXPECT_LE(distance, 1);
    EXPECT_EQ(distance == 0, a == b);
  }
}

TEST(SearchSpace, SamplesAreUniformOverEachChoice) {
  const SearchSpace space = SearchSpace::fromJson(kSmall);
  base::Random random(11);
  int invres = 0, longHop = 0;
  constexpr int kSamples = 20000;
  for (int i = 0; i < kSamples; ++i) {
    const Genome genome = space.sample(random);
    ASSERT_EQ(space.canonical(genome), genome);
    invres += genome[1];
    longHop += genome[5];
  }
  const double tolerance = 5 * std::sqrt(0.25 * kSamples);  // five standard deviations
  EXPECT_NEAR(invres, kSamples / 2, tolerance);
  EXPECT_NEAR(longHop, kSamples / 2, tolerance);
}

TEST(SearchSpace, ReadsTheBenchmarksSpace) {
  const std::filesystem::path file =
      std::filesystem::path(KINGLET_SHARED_DIR) / "search-benchmark/space.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no shared data beside the project";
  const SearchSpace space = SearchSpace::fromJson(base::readText(file));
  EXPECT_EQ(space.parameters().size(), 49u);
  // A block: 4 types without and one with 4 expansions, times widths, kernels, strides, squeeze-excite, skip.
  const double block = (4 + 4) * 8.0 * 3 * 2 * 2 * 2, global = 4.0 * 4 * 3 * 3 * 5 * 3;
  double depths = 0;
  for (int blocks = 1; blocks <= 6; ++blocks) depths += std::pow(block, blocks);
  EXPECT_DOUBLE_EQ(space.count(), global * depths);
  EXPECT_NEAR(space.count(), 3e22, 0.5e22);
  EXPECT_EQ(SearchSpace::fromJson(space.toJson()).toJson(), space.toJson());
}

// Pairs that hang on parameters far apart: so many states that nobody waits for their count.
TEST(SearchSpace, WhatIsTooEntangledIsNotCounted) {
  const auto crossed = [](int count) {
    std::string text = R"({"name": "x", "parameters": [)";
    for (int i = 0; i < count; ++i)
      text += (i ? "," : "") + std::string(R"({"name": "p)") + std::to_string(i) +
              R"(", "kind": "ordinal", "values": [0, 1, 2, 3]})";
    for (int i = 0; i < count; ++i)
      text += R"(,{"name": "q)" + std::to_string(i) +
              R"(", "kind": "ordinal", "values": [0, 1], "active_if": [{"parameter": "p)" +
              std::to_string(i) + R"(", "equals": 1}, {"parameter": "p)" +
              std::to_string((i * 7 + 3) % count) + R"(", "equals": 1}]})";
    return SearchSpace::fromJson(text + "]}");
  };
  EXPECT_THROW(crossed(40).count(), base::Error);
  EXPECT_GT(crossed(8).count(), std::pow(4.0, 8));
}

}  // namespace
}  // namespace kinglet::space
