#include "search/problem_file.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"

using namespace kinglet;
using namespace kinglet::search;

namespace {

std::string fileWith(const std::string& objectives) {
  return R"({"parameters": [{"name": "a", "kind": "ordinal", "values": [1, 2]}], "objectives": )" +
         objectives + "}";
}

}  // namespace

TEST(ProblemFile, ReadsObjectivesAsTheSpaceFileOfTheBenchmarkHasThem) {
  const ProblemFile file = ProblemFile::parse(fileWith(R"([
    {"name": "error", "goal": "minimise", "scale": "linear", "reference": 60},
    {"name": "energy", "goal": "minimise", "scale": "log", "known": true, "reference": 100, "limit": 50}])"));
  ASSERT_EQ(file.objectives().size(), 2u);
  EXPECT_FALSE(file.objectives()[0].log);
  EXPECT_FALSE(file.objectives()[0].known);
  EXPECT_EQ(file.objectives()[0].reference, 60);
  EXPECT_TRUE(file.objectives()[1].log);
  EXPECT_EQ(file.known(), std::vector<int>{1});
  EXPECT_EQ(file.space().parameters().size(), 1u);
  const double kept[] = {50}, over[] = {51};
  EXPECT_TRUE(file.costs(kept).feasible);
  EXPECT_FALSE(file.costs(over).feasible);
  EXPECT_NE(file.costs(over).why.english().find("energy"), std::string::npos);
}

TEST(ProblemFile, WhatIsToBeMaximisedIsMinimisedTheOtherWayRound) {
  const ProblemFile file = ProblemFile::parse(fileWith(R"([
    {"name": "accuracy", "goal": "maximise", "reference": 0.4},
    {"name": "battery_days", "goal": "maximise", "scale": "log", "known": true, "reference": 2, "limit": 4}])"));
  EXPECT_EQ(file.minimised(0, 0.7), -0.7);
  EXPECT_EQ(file.objectives()[0].reference, -0.4);
  EXPECT_LT(std::log10(file.minimised(1, 10)), std::log10(file.minimised(1, 5)));
  EXPECT_EQ(file.objectives()[1].reference, 0.5);
  const double little[] = {3}, enough[] = {4};
  EXPECT_FALSE(file.costs(little).feasible);
  EXPECT_TRUE(file.costs(enough).feasible);
}

TEST(ProblemFile, WhatMakesNoSenseIsAClearError) {
  const auto refuses = [](const std::string& text, const std::string& part) {
    try {
      ProblemFile::parse(text);
      ADD_FAILURE() << "accepted: " << text;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
    }
  };
  refuses("", "it is not JSON");
  refuses(R"({"parameters": []})", "no parameters");
  refuses(R"({"parameters": [{"name": "a", "kind": "ordinal", "values": [1]}]})", "objectives");
  refuses(fileWith("[]"), "0 objectives");
  refuses(fileWith("{}"), "0 objectives");
  refuses(fileWith("[1]"), "cannot be read");
  refuses(fileWith(R"([{"name": "e"}])"), "no reference");
  refuses(fileWith(R"([{"name": "e", "reference": "much"}])"), "cannot be read");
  refuses(fileWith(R"([{"name": "e", "reference": 1, "goal": "maximize"}])"), "minimise or maximise");
  refuses(fileWith(R"([{"name": "e", "reference": 1, "scale": "ln"}])"), "linear or log");
  refuses(fileWith(R"([{"name": "e", "reference": 1, "limit": 2}])"), "only known");
  refuses(fileWith(R"([{"name": "e", "reference": 1}, {"name": "e", "reference": 1}])"), "two objectives");
}
