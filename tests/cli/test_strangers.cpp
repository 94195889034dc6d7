// The program against files, names and streams that strangers, full disks and closed terminals give it.
#include <sqlite3.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "cli/tone_search.h"
#include "study/trial.h"

namespace kinglet::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Strangers : public ToneSearch {
 protected:
  // Within some seconds of processor time: what hangs is killed by the system and ends with a signal.
  Ended soon(const std::string& arguments, const std::string& in = "/dev/null") const {
    const pid_t child = fork();
    if (child != 0) return finish(child);
    const std::string command = "ulimit -t 20; exec timeout 60 " + std::string(KINGLET_PROGRAM) + " " +
                                arguments + " <" + in + " >" + (folder_ / "out").string() + " 2>" +
                                (folder_ / "err").string();
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  std::string file(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return (folder_ / name).string();
  }
  std::string searchIn(const std::string& space) const {
    return "search --data demo --study " + (folder_ / "n.kinglet").string() + " --space " + space;
  }
};

TEST_F(Strangers, StandardOutputThatIsFullEndsWith1) {
  ASSERT_EQ(run(searchOf("s.kinglet", "--trials 2 --epochs 1")).code, 0);
  const std::string study = " --study " + (folder_ / "s.kinglet").string();
  for (const std::string& arguments :
       {std::string("data demo"), std::string("data demo --json"), "pareto" + study, "pareto --json" + study,
        "show --trial 0" + study, searchOf("full.kinglet", "--trials 1 --epochs 1 --json"),
        std::string("--help")}) {
    const std::string command =
        std::string(KINGLET_PROGRAM) + " " + arguments + " >/dev/full 2>" + (folder_ / "err").string();
    const int status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 1) << arguments;
  }
  // What could not be told is kept all the same.
  EXPECT_EQ(study::openStudy(folder_ / "full.kinglet")->trials().size(), 1u);
}

TEST_F(Strangers, AClosedTerminalStopsASearchCleanly) {
  for (const int signal : {SIGHUP, SIGINT, SIGTERM}) {
    const std::string study = "s" + std::to_string(signal) + ".kinglet";
    const pid_t child = start(searchOf(study, "--trials 500 --epochs 3"));
    ASSERT_TRUE(waitForEpochs(child, study, 2));
    ::kill(child, signal);
    const Ended ended = finish(child);
    EXPECT_THAT(ended.error, HasSubstr("All results are kept")) << signal;
    EXPECT_FALSE(fs::exists(folder_ / (study + "-wal"))) << signal;
    for (const auto& trial : study::openStudy(folder_ / study)->trials())
      EXPECT_NE(trial.state, study::TrialState::running) << signal;
  }
}

TEST_F(Strangers, NestingEndsInAnErrorEverywhere) {
  const std::string deep(100000, '[');
  const std::string space = file("deep.json", deep);
  const Ended searched = soon(searchIn(space));
  EXPECT_EQ(searched.code, 1);
  EXPECT_THAT(searched.error, HasSubstr("nested"));
  EXPECT_EQ(soon("energy predict --model " + space + " --layers " + space).code, 1);
  const std::string problem = file("problem.json", R"({"parameters": [{"name": "x", "kind": "ordinal",
    "values": [1, 2, 3]}], "objectives": [{"name": "y", "reference": 1}]})");
  const std::string lines = file("lines", deep + "\n{\"ask\": 1}\n");
  const Ended asked = soon("optimise --space " + problem, lines);
  EXPECT_EQ(asked.code, 0) << asked.error;
  EXPECT_THAT(asked.out, HasSubstr("nested"));
  EXPECT_THAT(asked.out, HasSubstr("\"trial\"")) << "the next line is answered";
}

TEST_F(Strangers, SpacesThatNobodyCanSearchAreRefusedAtOnce) {
  nlohmann::json parameters = nlohmann::json::array();
  for (int i = 0; i < 100000; ++i)
    parameters.push_back({{"name", "p" + std::to_string(i)}, {"kind", "ordinal"}, {"values", {1, 2}}});
  const Ended large =
      soon(searchIn(file("large.json", nlohmann::json{{"name", "x"}, {"parameters", parameters}}.dump())));
  EXPECT_EQ(large.code, 1);
  EXPECT_THAT(large.error, HasSubstr("1000 can be searched"));
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  const Ended pipe = soon(searchIn((folder_ / "pipe").string()));
  EXPECT_EQ(pipe.code, 1);
  EXPECT_THAT(pipe.error, HasSubstr("no plain file"));
}

TEST_F(Strangers, NamesInAnyEncodingComeOutAsJson) {
  fs::rename(folder_ / "tones" / "high", folder_ / "tones" /
                                             "h\xF6"
                                             "ch");
  for (const std::string& arguments :
       {"data " + (folder_ / "tones").string() + " --json",
        searchOf("s.kinglet", "--trials 1 --epochs 1 --json"),
        "pareto --json --study " + (folder_ / "s.kinglet").string(),
        "evaluate --trial 0 --json --study " + (folder_ / "s.kinglet").string()}) {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << arguments << "\n" << ended.error;
    std::istringstream lines(ended.out);
    const bool isWhole = arguments.starts_with("data") || arguments.starts_with("evaluate");
    if (isWhole) {
      EXPECT_TRUE(nlohmann::json::accept(ended.out)) << arguments;
      continue;
    }
    for (std::string line; std::getline(lines, line);)
      EXPECT_TRUE(nlohmann::json::accept(line) || nlohmann::json::accept(ended.out)) << line;
  }
}

TEST_F(Strangers, NothingThatATerminalObeysReachesIt) {
  const std::string escape = "h\x1b]0;owned\x07\x1b[2J";
  fs::rename(folder_ / "tones" / "high", folder_ / "tones" / escape);
  std::string all;
  for (const std::string& arguments :
       {"data " + (folder_ / "tones").string(), "data --explain " + (folder_ / "tones").string(),
        searchOf("s.kinglet", "--trials 1 --epochs 1"),
        "evaluate --trial 0 --study " + (folder_ / "s.kinglet").string(),
        "show --trial 0 --study " + (folder_ / "s.kinglet").string(),
        "study check " + (folder_ / "s.kinglet").string(), "data '" + (folder_ / escape).string() + "'"}) {
    const Ended ended = run(arguments);
    all += ended.out + ended.error;
  }
  EXPECT_THAT(all, HasSubstr("owned"));
  EXPECT_EQ(all.find('\x1b'), std::string::npos);
  EXPECT_EQ(all.find('\x07'), std::string::npos);
}

// The name of a network ends the comment in the exported C; the study is somebody else's.
TEST_F(Strangers, ASomebodyElsesStudyIsNotRunWithoutAWord) {
  ASSERT_EQ(run(searchOf("s.kinglet", "--trials 1 --epochs 1")).code, 0);
  const fs::path study = folder_ / "s.kinglet", marker = folder_ / "owned";
  const std::string name =
      "x */ __attribute__((constructor)) static void owned(void) { __builtin_trap(); } /* ";
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(study.c_str(), &database), SQLITE_OK);
  const std::string sql =
      "UPDATE trials SET network = json_set(network, '$.name', '" + name + "') WHERE number = 0";
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(database);
  const std::string exported = "export --format c --trial 0 --study " + study.string() + " --out ";
  const Ended asked = run(exported + (folder_ / "c1").string());
  EXPECT_EQ(asked.code, 0) << asked.error;
  EXPECT_THAT(asked.error, HasSubstr("--trust"));
  EXPECT_THAT(asked.out, HasSubstr("ot verified here"));
  // Trusted, it is compiled and run: and is the network and nothing else.
  const Ended trusted = run(exported + (folder_ / "c2").string() + " --trust");
  EXPECT_EQ(trusted.code, 0) << trusted.error;
  EXPECT_THAT(trusted.out, HasSubstr("erified by"));
}

}  // namespace
}  // namespace kinglet::cli
