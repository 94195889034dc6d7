// kinglet optimise: the conversation, the cost command, and what happens when the other side misbehaves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "app/cli/cost_command.h"
#include "app/cli/json_line.h"
#include "app/cli/optimise_session.h"
#include "base/error.h"
#include "paths.h"
#include "search/strategy.h"
#include "space/search_space.h"

namespace {

using namespace kinglet;
using ::testing::HasSubstr;
using Json = nlohmann::json;

// The parameters are told of in an order of their own, and the costs are the sum and the product of the
// choices.
constexpr const char* kSpace = R"({"name": "small",
 "objectives": [{"name": "sum", "scale": "log", "known": true, "reference": 100},
                {"name": "error", "reference": 10},
                {"name": "product", "known": true, "reference": 100, "limit": 12}],
 "parameters": [
  {"name": "deep", "kind": "ordinal", "values": [1, 2, 3, 4, 5, 6], "active_if": [{"parameter": "kind", "equals": "b"}]},
  {"name": "kind", "kind": "categorical", "values": ["a", "b"]},
  {"name": "width", "kind": "ordinal", "values": [1, 2, 3, 4, 5, 6, 7, 8]}]})";

// Answers as the cost command of that space should.
const std::string kSum =
    R"(w=${l##*\"width\":}; w=${w%%[,\}]*}; d=1; )"
    R"(case $l in *deep*) d=${l##*\"deep\":}; d=${d%%[,\}]*};; esac; echo "[$((w+d)),$((w*d))]")";
const std::string kCosts = "while IFS= read -r l; do " + kSum + "; done";

class Conversation : public ::testing::Test {
 protected:
  explicit Conversation(const std::string& strategy = "random")
      : file_(search::ProblemFile::parse(kSpace)),
        session_(file_, search::makeStrategy(strategy, {file_.space(), file_.objectives(), {}, {}}, 1),
                 out_) {}

  std::vector<Json> say(const std::string& line) {
    out_.str("");
    session_.take(line);
    std::vector<Json> answers;
    std::istringstream lines(out_.str());
    for (std::string answer; std::getline(lines, answer);) answers.push_back(Json::parse(answer));
    return answers;
  }
  void refuses(const std::string& line, const std::string& why) {
    const auto answers = say(line);
    ASSERT_EQ(answers.size(), 1u) << line;
    EXPECT_THAT(answers[0].value("error", ""), HasSubstr(why)) << line;
  }

  search::ProblemFile file_;
  std::ostringstream out_;
  cli::OptimiseSession session_;
};

}  // namespace

TEST_F(Conversation, AsksAndTells) {
  EXPECT_EQ(say(R"({"ask": 1})")[0]["trial"], 0);
  const auto two = say(R"({"ask": 2})");
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[1]["trial"], 2);
  EXPECT_EQ(two[1]["parameters"].contains("deep"), two[1]["parameters"]["kind"] == "b");
  // In any order, and a failure too.
  EXPECT_TRUE(say(R"({"tell": 2, "objectives": [3, 5, 2]})").empty());
  EXPECT_TRUE(say(R"({"tell": 0, "failed": "out of memory"})").empty());
  EXPECT_TRUE(say(R"({"tell": 1, "objectives": [3, NaN, 2]})").empty());
  EXPECT_TRUE(say("").empty());
  EXPECT_EQ(say("{\"ask\": 1}\r")[0]["trial"], 3);
  EXPECT_TRUE(say(R"({"tell": 3, "objectives": [3, 7, 2], "stopped": true, "failed": false})").empty());
}

TEST_F(Conversation, WhatCannotBeIsAnsweredAndChangesNothing) {
  say(R"({"ask": 2})");
  refuses("hello", "not a line of JSON");
  refuses("\xff\xfe{", "not a line of JSON");
  refuses(R"({"ask": 1)", "not a line of JSON");
  refuses("[1]", "\"ask\", \"tell\" or \"add\"");
  refuses(R"({"ask": 1, "tell": 0})", "one of");
  for (const char* count : {"0", "-1", "1.5", "true", "\"1\"", "null", "1000000000", "18446744073709551615"})
    refuses(std::string(R"({"ask": )") + count + "}", "whole number");
  refuses(R"({"tell": 7, "objectives": [1, 1, 1]})", "no trial 7");
  refuses(R"({"tell": -1, "objectives": [1, 1, 1]})", "whole number");
  refuses(R"({"tell": 0})", "array of 3 numbers");
  refuses(R"({"tell": 0, "objectives": [1, 1]})", "array of 3 numbers");
  refuses(R"({"tell": 0, "objectives": {"error": 1}})", "array of 3 numbers");
  refuses(R"({"tell": 0, "objectives": [1, "1", 1]})", "\"error\" must be a number");
  refuses(R"({"tell": 0, "objectives": [1, 1, 1], "stopped": 3})", "true or false");
  refuses(std::string(100000, '['), "nested more than 100 deep");
  // None of them was taken for the result.
  EXPECT_TRUE(say(R"({"tell": 0, "objectives": [1, 1, 1]})").empty());
  refuses(R"({"tell": 0, "objectives": [1, 1, 1]})", "told already");
  EXPECT_EQ(say(R"({"ask": 1})")[0]["trial"], 2);
}

TEST_F(Conversation, WhatWasEvaluatedElsewhereIsNotSuggestedAgain) {
  EXPECT_EQ(say(R"({"add": {"kind": "a", "width": 3}, "objectives": [4, 2, 3]})")[0]["trial"], 0);
  refuses(R"({"add": {"kind": "a"}, "objectives": [4, 2, 3]})", "leave out");
  refuses(R"({"add": {"kind": "z", "width": 3}, "objectives": [4, 2, 3]})", "no value z");
  refuses(R"({"add": 3, "objectives": [4, 2, 3]})", "object");
  for (int i = 0; i < 55; ++i)
    EXPECT_NE(say(R"({"ask": 1})")[0]["parameters"].dump(), R"({"kind":"a","width":3})");
  const auto last = say(R"({"ask": 2})");
  ASSERT_EQ(last.size(), 2u);
  EXPECT_EQ(last[0]["exhausted"], true);
}

TEST_F(Conversation, EndsWhenNobodyReads) {
  out_.setstate(std::ios::badbit);
  EXPECT_THROW(session_.take(R"({"ask": 1})"), base::Error);
}

namespace {

class Cost : public ::testing::Test {
 protected:
  search::ProblemFile file_ = search::ProblemFile::parse(kSpace);
  std::vector<space::Genome> genomes(int n) {
    base::Random random(1);
    std::vector<space::Genome> all;
    for (int i = 0; i < n; ++i) all.push_back(file_.space().sample(random));
    return all;
  }
  void fails(const std::string& command, const std::string& why, double patience = 10) {
    std::string larger = kSpace;
    larger.insert(larger.find_last_of(']'),
                  R"(, {"name": "more", "kind": "ordinal", "values": [1, 2, 3, 4, 5, 6, 7]})");
    file_ = search::ProblemFile::parse(larger);
    try {
      cli::CostCommand cost(file_, command, patience);
      cost.costs(genomes(1000));
      ADD_FAILURE() << "accepted: " << command;
    } catch (const base::Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(why)) << command;
    }
  }
};

}  // namespace

TEST_F(Cost, AnswersManyAtOnceAndIsAskedOnceForEach) {
  const std::string count = (std::filesystem::temp_directory_path() / "kinglet-cost-XXXXXX").string();
  std::string path = count;
  ::close(::mkstemp(path.data()));
  cli::CostCommand cost(file_, "while IFS= read -r l; do echo \"$l\" >>" + path + "; " + kSum + "; done", 10);
  const auto asked = genomes(5000);
  const auto costs = cost.costs(asked);
  ASSERT_EQ(costs.size(), asked.size());
  int feasible = 0;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const auto& space = file_.space();
    const int deep = space.indexOf("deep"), width = space.indexOf("width");
    const double w = asked[i][width] + 1, d = space.isActive(asked[i], deep) ? asked[i][deep] + 1 : 1;
    EXPECT_EQ(costs[i].objectives, (std::vector<double>{w + d, w * d}));
    EXPECT_EQ(costs[i].feasible, w * d <= 12);
    feasible += costs[i].feasible;
  }
  EXPECT_GT(feasible, 100);
  cost.costs(asked);
  std::ifstream log(path);
  std::set<std::string> lines;
  int n = 0;
  for (std::string line; std::getline(log, line); ++n) lines.insert(line);
  EXPECT_EQ(lines.size(), 56u);  // 8 widths, and 6 depths of each where there is one
  EXPECT_EQ(n, 56);
  std::filesystem::remove(path);
}

TEST_F(Cost, AProgramThatEndsIsStartedAgainForTheRest) {
  // Ten answers, then gone.
  cli::CostCommand cost(file_,
                        "n=0; while [ $n -lt 10 ] && IFS= read -r l; do n=$((n+1)); " + kSum + "; done", 10);
  for (const search::Costs& one : cost.costs(genomes(200))) EXPECT_EQ(one.objectives.size(), 2u);
}

TEST_F(Cost, WhatItRefusesIsInfeasible) {
  cli::CostCommand cost(file_,
                        R"(while read -r l; do case $l in *'"kind":"a"'*) echo '{"error": "no a"}';; )"
                        R"(*) echo '[1, NaN]';; esac; done)",
                        10);
  for (const search::Costs& one : cost.costs(genomes(100))) EXPECT_FALSE(one.feasible);
}

TEST_F(Cost, AProgramThatMisbehavesIsAnErrorThatSaysHow) {
  fails("exit 3", "exit code 3");
  fails("kill -9 $$", "signal 9");
  fails("no-such-program-anywhere 2>/dev/null", "exit code 127");
  fails("cat", "JSON array of 2 numbers");
  fails("while read l; do echo '[1, 2, 3]'; done", "JSON array of 2 numbers");
  fails("while read l; do echo '[1, \"2\"]'; done", "JSON array of 2 numbers");
  fails("while read l; do echo; done", "an empty line");
  fails("while read l; do echo '{\"error\": \"not today\"}'; done", "not today");
  fails("yes | tr -d '\\n'", "no end");
  fails("sleep 30", "within", 0.5);
}

TEST(JsonLine, TakesWhatPythonWrites) {
  EXPECT_EQ(cli::parsedLine(R"([NaN, -Infinity, Infinity, "NaN \" Infinity"])").dump(),
            R"([null,null,null,"NaN \" Infinity"])");
  EXPECT_THROW(cli::parsedLine("nan"), base::Error);
  EXPECT_THROW(cli::parsedLine("1e999"), base::Error);
}

// The program itself, with its exit codes.
TEST(Optimise, EndsWithItsInputAndSaysWhatIsWrong) {
  namespace fs = std::filesystem;
  std::string folder = (fs::temp_directory_path() / "kinglet-optimise-XXXXXX").string();
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  std::ofstream(folder + "/space.json") << kSpace;
  std::ofstream(folder + "/cost.sh") << kCosts << "\n";
  const auto run = [&](const std::string& input, const std::string& options, std::string* out = nullptr) {
    std::ofstream(folder + "/in") << input;
    const std::string command = std::string(KINGLET_PROGRAM) + " optimise " + options + " <" + folder +
                                "/in >" + folder + "/out 2>" + folder + "/err";
    const int status = std::system(command.c_str());
    std::ostringstream text;
    text << std::ifstream(folder + (out ? "/out" : "/err")).rdbuf();
    if (out) *out = text.str();
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  };
  const std::string space = "--space " + folder + "/space.json",
                    cost = " --cost-command 'sh " + folder + "/cost.sh'";
  std::string out, again;
  EXPECT_EQ(run("", space), 0);
  EXPECT_EQ(run("{\"ask\": 30}\nwhat?\n", space + cost + " --seed 5", &out), 0);
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 31);
  EXPECT_EQ(run("{\"ask\": 30}\nwhat?\n", space + cost + " --seed 5", &again), 0);
  EXPECT_EQ(out, again);
  EXPECT_EQ(run("{\"ask\": 1}\n", space + " --cost-command 'exit 4'"), 1);
  EXPECT_EQ(run("", "--space " + folder + "/nowhere.json"), 1);
  EXPECT_EQ(run("", "--space " + folder), 1);
  EXPECT_EQ(run("", "--space " + folder + "/cost.sh"), 1);
  EXPECT_EQ(run("", ""), 2);
  EXPECT_EQ(run("", space + " --strategy luck"), 2);
  EXPECT_EQ(run("", space + " --seed -x"), 2);
  fs::remove_all(folder);
}
