// The command line: exit codes, messages, JSON; in this process, but for signals and the program's own start.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "base/files.h"
#include "paths.h"
#include "run_command.h"
#include "study/final/final_store.h"
#include "study/objectives.h"
#include "study/small_study.h"

namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;
namespace fs = std::filesystem;
using Result = kinglet::testing::CommandResult;

std::string slurp(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

class Program : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = (fs::temp_directory_path() / "kinglet-cli-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    setenv("XDG_CACHE_HOME", folder_.c_str(), 1);
    setenv("OMP_NUM_THREADS", "1", 1);
    writeTones();
  }
  static void TearDownTestSuite() { fs::remove_all(folder_); }

  static std::string data() { return (folder_ / "tones").string(); }
  static std::string space() { return (folder_ / "space.json").string(); }
  static std::string study(const std::string& name) { return (folder_ / (name + ".kinglet")).string(); }
  // Of four trials, searched when first asked for.
  static std::string study() {
    const std::string path = study("x");
    if (!fs::exists(path)) {
      const Result made =
          run("search --data " + data() + " --study " + path +
              " --trials 4 --epochs 2 --workers 1 --seed 1 --stopping none --space " + space());
      EXPECT_EQ(made.code, 0) << made.error;
    }
    return path;
  }

  static pid_t start(const std::string& arguments, const std::string& tag) {
    const pid_t child = fork();
    if (child != 0) return child;
    const std::string command = std::string("exec ") + KINGLET_PROGRAM + " " + arguments + " >" +
                                (folder_ / (tag + ".out")).string() + " 2>" +
                                (folder_ / (tag + ".err")).string();
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  static Result finish(pid_t child, const std::string& tag) {
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), slurp(folder_ / (tag + ".out")),
            slurp(folder_ / (tag + ".err"))};
  }
  static Result run(const std::string& arguments) { return kinglet::testing::runCommand(arguments); }

  // Fails with that code and one line on standard error that holds this.
  static void expectFailure(const std::string& arguments, int code, const std::string& says) {
    const Result result = run(arguments);
    EXPECT_EQ(result.code, code) << arguments;
    EXPECT_EQ(result.out, "") << arguments;
    EXPECT_THAT(result.error, HasSubstr(says)) << arguments;
    EXPECT_EQ(std::count(result.error.begin(), result.error.end(), '\n'), 1) << result.error;
  }

  static fs::path folder_;

 private:
  // Sixteen-bit WAV, written by hand: the program's own reader is under test.
  static void writeTones() {
    fs::create_directories(folder_ / "tones");
    std::ofstream table(folder_ / "tones" / "manifest.csv");
    table << "path,label,fold\n";
    for (int clip = 0; clip < 8; ++clip) {
      const std::string name = "tone" + std::to_string(clip) + ".wav";
      std::ofstream wav(folder_ / "tones" / name, std::ios::binary);
      const auto number = [&](std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) wav.put(char(value >> (8 * i) & 0xFF));
      };
      constexpr std::uint32_t kSamples = 8000;
      wav << "RIFF";
      number(36 + 2 * kSamples, 4);
      wav << "WAVEfmt ";
      number(16, 4), number(1, 2), number(1, 2), number(16000, 4), number(32000, 4), number(2, 2),
          number(16, 2);
      wav << "data";
      number(2 * kSamples, 4);
      for (std::uint32_t i = 0; i < kSamples; ++i)
        number(std::uint32_t(std::int16_t(9000 * std::sin(i * (clip % 2 ? 0.5 : 0.1) * (1 + 0.02 * clip)))),
               2);
      table << name << "," << (clip % 2 ? "high" : "low") << "," << clip / 2 << "\n";
    }
    std::ofstream(folder_ / "space.json") << R"({"name": "small", "parameters": [
      {"name": "n_mels", "kind": "ordinal", "values": [16]}, {"name": "clip_s", "kind": "ordinal", "values": [0.4]},
      {"name": "stem_filters", "kind": "ordinal", "values": [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]},
      {"name": "num_blocks", "kind": "ordinal", "values": [1, 2]},
      {"name": "b1_width", "kind": "ordinal", "values": [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]},
      {"name": "b2_width", "kind": "ordinal", "values": [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
       "active_if": [{"parameter": "num_blocks", "at_least": 2}]}]})";
  }
};

fs::path Program::folder_;

TEST_F(Program, HelpAndVersionSucceed) {
  const Result program = finish(start("--version", "version"), "version");
  EXPECT_EQ(program.code, 0);
  EXPECT_THAT(program.out, HasSubstr("kinglet "));
  EXPECT_THAT(run("--help").out, HasSubstr("search"));
  for (const char* command : {"search", "pareto", "show", "train", "evaluate", "report"}) {
    const Result help = run(std::string(command) + " --help");
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.out, HasSubstr("--")) << command;
    EXPECT_EQ(help.error, "");
  }
}

TEST_F(Program, BadUsageExitsWith2) {
  expectFailure("sing", 2, "no subcommand \"sing\"");
  expectFailure("pareto", 2, "--study");
  expectFailure("pareto --study " + study() + " --jsn", 2, "--jsn");
  expectFailure("search --data demo", 2, "--study");
  expectFailure("search --study y.kinglet --trials many", 2, "--trials");
  expectFailure("search --study y.kinglet --trials 0", 2, "--trials");
  expectFailure("search --study y.kinglet --strategy luck", 2, "luck");
  expectFailure("search --study y.kinglet --stopping whim", 2, "whim");
  expectFailure("search --study y.kinglet --max-flash-kb -3", 2, "--max-flash-kb");
  expectFailure("show", 2, "--network");
  expectFailure("show --study " + study(), 2, "--trial");
  expectFailure("show --study " + study() + " --trial 0 --network ds_cnn", 2, "--network");
  expectFailure("train --network ds_cnn --folds some", 2, "--folds");
  expectFailure("evaluate --study " + study(), 2, "--trial");
  expectFailure("report --study " + study(), 2, "--out");
}

TEST_F(Program, WhatGoesWrongExitsWith1AndOneLine) {
  expectFailure("pareto --study nowhere.kinglet", 1, "there is no study file");
  expectFailure("pareto --study " + folder_.string(), 1, "is a folder");
  std::ofstream(folder_ / "zeros.kinglet") << std::string(4096, '\0');
  expectFailure("pareto --study " + study("zeros"), 1, "not a Kinglet study");
  expectFailure("search --data " + data() + " --study " + study("zeros"), 1, "not a Kinglet study");
  expectFailure("search --data /nowhere --study " + study("new"), 1, "/nowhere");
  expectFailure("search --data " + data() + " --study /nowhere/x.kinglet", 1, "/nowhere");
  expectFailure("search --data " + data() + " --study " + study("new") + " --device toaster", 1, "toaster");
  expectFailure("search --data " + data() + " --study " + study("new") + " --folds-test 7", 1, "no fold 7");
  EXPECT_FALSE(fs::exists(study("new")));
  expectFailure("show --study " + study() + " --trial 99", 1, "no trial 99");
  expectFailure("show --network resnet", 1, "resnet");
  expectFailure("train --data " + data() + " --network ds_cnn --folds 7", 1, "no fold 7");
  expectFailure("evaluate --study " + study() + " --trial 0 --data demo", 1, "another data set");
  expectFailure("report --study " + study() + " --out /nowhere/x.html", 1, "/nowhere");
  fs::create_directories(folder_ / "empty");
  expectFailure("search --data " + (folder_ / "empty").string() + " --study " + study("new"), 1, "");
  std::ofstream(folder_ / "broken.csv") << "file,label\na.wav,dog\n";
  expectFailure("search --data " + (folder_ / "broken.csv").string() + " --study " + study("new"), 1,
                "there is no sound file a.wav");
  std::ofstream(folder_ / "broken.csv") << "shade,colour\ndark,red\n";
  expectFailure("search --data " + (folder_ / "broken.csv").string() + " --study " + study("new"), 1,
                "no column names files");
}

TEST_F(Program, DilatedBlocksAreSearchedShownAndExported) {
  std::ofstream(folder_ / "dilated.json") << R"({"name": "dilated", "parameters": [
      {"name": "n_mels", "kind": "ordinal", "values": [16]}, {"name": "clip_s", "kind": "ordinal", "values": [0.4]},
      {"name": "stem_filters", "kind": "ordinal", "values": [4]},
      {"name": "b1_type", "kind": "categorical", "values": ["dilated"]},
      {"name": "b1_dilation", "kind": "ordinal", "values": [3]}]})";
  const std::string search = "search --data " + data() + " --epochs 1 --workers 1 --stopping none --trials 1 --study ";
  const Result searched = run(search + study("dilated") + " --space " + (folder_ / "dilated.json").string());
  ASSERT_EQ(searched.code, 0) << searched.error;
  const Result table = run("show --study " + study("dilated") + " --trial 0");
  EXPECT_THAT(table.out, HasSubstr("dilated_conv1d_time"));
  EXPECT_THAT(table.out, HasSubstr("3x1 dilation 3"));
  EXPECT_THAT(table.out, HasSubstr("dilated convolutions are taken as convolutions over time"));
  const auto shown = nlohmann::json::parse(run("show --json --study " + study("dilated") + " --trial 0").out);
  int apart = 0;
  for (const auto& layer : shown["layers"]) apart += layer["dilation"] == 3;
  EXPECT_EQ(apart, 1);
  const Result exported = run("export --study " + study("dilated") + " --trial 0 --format c --int8 --out " +
                              (folder_ / "dilated").string());
  EXPECT_EQ(exported.code, 0) << exported.error;
  // By name, and only where the study is new.
  const Result named = run(search + study("named") + " --space audio-dilated");
  EXPECT_EQ(named.code, 0) << named.error;
  expectFailure(search + study("named") + " --space audio", 2, "--space cannot change");
  expectFailure(search + study("nowhere") + " --space audio-dilatd", 2, "audio-dilatd");
}

TEST_F(Program, SoundsThatAreNoSoundsAreNamed) {
  fs::create_directories(folder_ / "words");
  std::ofstream(folder_ / "words" / "a.wav") << "just some words\n";
  std::ofstream(folder_ / "words" / "manifest.csv") << "path,label\na.wav,dog\n";
  const Result result = run("search --data " + (folder_ / "words").string() + " --study " + study("words"));
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.error, HasSubstr("a.wav"));
}

TEST_F(Program, ParetoPrintsTheContractsKeys) {
  const Result result = run("pareto --study " + study() + " --json");
  ASSERT_EQ(result.code, 0);
  const Json front = Json::parse(result.out);
  ASSERT_TRUE(front.is_array());
  ASSERT_FALSE(front.empty());
  double energy = 0;
  for (const Json& row : front) {
    for (const char* key :
         {"trial", "accuracy", "energy_mj", "mean_power_mw", "flash_kb", "ram_kb", "macs", "params"})
      EXPECT_TRUE(row.at(key).is_number()) << key;
    EXPECT_GE(row["accuracy"], 0);
    EXPECT_LE(row["accuracy"], 1);
    EXPECT_GE(row["energy_mj"], energy);
    energy = row["energy_mj"];
  }
  EXPECT_THAT(run("pareto --study " + study()).out, HasSubstr("accuracy"));
}

TEST_F(Program, ShowTellsWhatListeningTakes) {
  const auto power = [](const std::string& options) {
    const Result result = run("show --json --network ds_cnn " + options);
    EXPECT_EQ(result.code, 0) << result.error;
    return Json::parse(result.out).at("mean_power_mw").get<double>();
  };
  const double usual = power("");
  EXPECT_NEAR(power("--microphone-mw 0.5 --memory-mw 0.25"), usual + 0.75, 1e-9);
  EXPECT_LT(power("--inferences-per-s 0.1"), usual);
  EXPECT_LT(power("--idle-mw 0"), usual);
  EXPECT_LT(power("--clock-mhz 80"), usual);
  expectFailure("show --network ds_cnn --clock-mhz 1000", 1, "160 MHz");
  EXPECT_THAT(run("show --network ds_cnn").out, HasSubstr("inferences a second"));
  EXPECT_THAT(run("show --network ds_cnn --battery watch").out, HasSubstr("% of the battery a day"));
  expectFailure("show --network ds_cnn --battery sun", 1, "sun");
}

TEST_F(Program, ShowPrintsLayersThatAddUp) {
  for (const std::string& which :
       std::vector<std::string>{"--network mobilenet_v1:0.25", "--network mobilenet_v2:0.35 --classes 4",
                                "--network ds_cnn --device nucleo-u575", "--trial 0 --study " + study()}) {
    const Result result = run("show --json " + which);
    ASSERT_EQ(result.code, 0) << result.error;
    const Json network = Json::parse(result.out);
    long macs = 0, params = 0;
    for (const Json& layer : network.at("layers")) {
      for (const char* key : {"name", "kind", "input", "output", "macs", "params", "energy_mj", "ram_kb"})
        EXPECT_TRUE(layer.contains(key)) << key;
      macs += layer["macs"].get<long>();
      params += layer["params"].get<long>();
    }
    EXPECT_EQ(macs, network.at("macs"));
    EXPECT_EQ(params, network.at("params"));
    EXPECT_THAT(network.at("runtime"), Json("X-CUBE-AI v10.2"));
    EXPECT_EQ(network.at("energy_provenance"), "modelled");
    EXPECT_GT(network.at("front_end_flash_kb"), 4);
    EXPECT_GT(network.at("flash_kb"), network.at("front_end_flash_kb"));
    EXPECT_GT(network.at("ram_kb"), network.at("front_end_ram_kb"));
    const Json& listening = network.at("listening");
    double sum = 0;
    for (const char* part :
         {"front_end_mw", "inference_mw", "wake_up_mw", "idle_mw", "microphone_mw", "memory_mw"})
      sum += listening.at(part).get<double>();
    EXPECT_NEAR(sum, network.at("mean_power_mw").get<double>(), 1e-9);
    EXPECT_GE(listening.at("clocks").size(), 4u);
    EXPECT_THAT(run("show " + which).out, HasSubstr("MACs"));
  }
}

TEST_F(Program, TrainPrintsTheContractsKeys) {
  const std::string common =
      "train --json --data " + data() + " --study " + study() + " --trial 0 --epochs 2 ";
  const Result folds[] = {run(common), run(common + "--folds 3"), run(common + "--folds all --workers 2")};
  for (const Result& result : folds) {
    ASSERT_EQ(result.code, 0) << result.error;
    const Json json = Json::parse(result.out);
    for (const char* key :
         {"accuracy", "balanced_accuracy", "map", "energy_mj", "flash_kb", "ram_kb", "macs", "params"})
      EXPECT_TRUE(json.at(key).is_number()) << key;
    EXPECT_TRUE(json.at("energy_source").is_string());
    EXPECT_EQ(json.at("epochs"), 2);
  }
  EXPECT_EQ(Json::parse(folds[0].out)["folds"], "validation (2)");
  EXPECT_EQ(Json::parse(folds[1].out)["folds"], "3");
  EXPECT_EQ(Json::parse(folds[2].out)["folds"], "all");
  EXPECT_EQ(Json::parse(folds[2].out)["per_fold"].size(), 4u);
  EXPECT_EQ(run("train --data " + data() + " --network ds_cnn --epochs 1").code, 0);
}

TEST_F(Program, AFinalTrainingIsKeptInTheStudy) {
  const std::string copy = study() + ".final";
  std::filesystem::copy_file(study(), copy, std::filesystem::copy_options::overwrite_existing);
  const Result result =
      run("train --json --keep --data " + data() + " --study " + copy + " --trial 0 --epochs 2");
  ASSERT_EQ(result.code, 0) << result.error;
  const Json json = Json::parse(result.out);
  EXPECT_EQ(json["folds"], "all");
  EXPECT_EQ(json["per_fold"].size(), 4u);
  const kinglet::study::FinalStore finals(copy);
  const auto kept = finals.result(0);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->recipe.epochs, 2);
  EXPECT_NEAR(kinglet::study::accuracyOf(*kept).mean, json["accuracy"].get<double>(), 1e-12);
  EXPECT_TRUE(finals.weights(0));
  EXPECT_EQ(run("train --keep --network ds_cnn").code, 2);
}

TEST_F(Program, EvaluateOpensTheTestFoldAndKeepsIt) {
  const Result result = run("evaluate --json --data " + data() + " --study " + study() + " --trial 1");
  ASSERT_EQ(result.code, 0) << result.error;
  const Json json = Json::parse(result.out);
  for (const char* key :
       {"accuracy", "balanced_accuracy", "map", "energy_mj", "flash_kb", "ram_kb", "macs", "params"})
    EXPECT_TRUE(json.at(key).is_number()) << key;
  EXPECT_EQ(json.at("folds"), "test (3)");
  EXPECT_EQ(json.at("per_class").size(), 2u);
  EXPECT_EQ(json.at("confusion").size(), 2u);
  EXPECT_THAT(run("evaluate --study " + study() + " --trial 1").out, HasSubstr("test fold"));
  ASSERT_EQ(run("report --study " + study() + " --out " + (folder_ / "x.html").string()).code, 0);
  EXPECT_THAT(slurp(folder_ / "x.html"), HasSubstr("on the test fold"));
}

TEST_F(Program, SearchStreamsJsonLinesAndTheSameSeedGivesTheSameFront) {
  std::string fronts[2];
  for (const int i : {0, 1}) {
    const std::string file = study("same" + std::to_string(i));
    const Result result = run("search --json --data " + data() + " --study " + file +
                              " --trials 3 --epochs 2 --workers 1 --seed 7 --space " + space());
    ASSERT_EQ(result.code, 0) << result.error;
    std::istringstream lines(result.out);
    std::string line;
    int count = 0;
    Json last;
    while (std::getline(lines, line)) {
      last = Json::parse(line);
      ++count;
    }
    EXPECT_EQ(count, 4);
    EXPECT_EQ(last.at("state"), "finished");
    EXPECT_GT(last.at("hypervolume"), 0);
    fronts[i] = run("pareto --json --study " + file).out;
  }
  EXPECT_EQ(fronts[0], fronts[1]);
}

TEST_F(Program, SearchGoesOnWhereTheFileExists) {
  const std::string file = study("grows");
  const std::string first =
      "search --data " + data() + " --study " + file + " --epochs 2 --workers 1 --space " + space();
  ASSERT_EQ(run(first + " --trials 2").code, 0);
  const Result more = run("search --study " + file + " --trials 4 --json");
  ASSERT_EQ(more.code, 0) << more.error;
  EXPECT_EQ(std::count(more.out.begin(), more.out.end(), '\n'), 3);  // two trials and the end
  EXPECT_THAT(more.out, HasSubstr("\"trials\":4"));
  ASSERT_EQ(run(first + " --trials 4").code, 0);  // the same line again changes nothing
  expectFailure("search --study " + file + " --epochs 3", 2, "was started with 2");
  expectFailure("search --study " + file + " --seed 3", 2, "was started with 1");
}

TEST_F(Program, SearchCrossValidates) {
  const std::string file = study("turns");
  const std::string first = "search --data " + data() + " --study " + file +
                            " --trials 2 --epochs 2 --workers 1 --space " + space() + " --stopping none";
  ASSERT_EQ(run(first + " --cross-validate --worst-error 60").code, 0);
  const auto store = kinglet::study::openStudy(file);
  EXPECT_EQ(kinglet::study::studyObjectives(store->settings())[0].reference, 60);
  for (const auto& trial : store->trials())
    for (const auto& epoch : trial.curve) EXPECT_EQ(epoch.validation.clips, 6);  // of 8, two are the test's
  expectFailure(first + " --worst-error 50", 2, "was started with 60");
  EXPECT_EQ(run("search --study " + file + " --trials 3").code, 0);  // goes on as it began
  EXPECT_EQ(kinglet::study::openStudy(file)->trials().back().curve.back().validation.clips, 6);
}

TEST_F(Program, CtrlCStopsCleanlyAndSaysHowToGoOn) {
  const std::string file = study("stopped");
  const pid_t child =
      start("search --data " + data() + " --study " + file +
                " --trials 100000 --epochs 3 --workers 1 --space " + space() + " --stopping none",
            "stop");
  // Until the first trial has ended: a line on standard error.
  for (int i = 0; i < 400 && slurp(folder_ / "stop.err").find("#0") == std::string::npos; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  ASSERT_EQ(kill(child, SIGINT), 0);
  const Result result = finish(child, "stop");
  EXPECT_EQ(result.code, 0) << result.error;
  EXPECT_THAT(result.error, HasSubstr("to go on: kinglet search --study " + file));
  EXPECT_THAT(result.out, HasSubstr("trial"));
  EXPECT_EQ(run("pareto --study " + file).code, 0);
}

// Killed again and again at moments that nobody chose, and resumed, a search ends as if it had not been.
TEST_F(Program, KilledAtAnyMomentItGoesOnToTheSameStudy) {
  using kinglet::study::testing::contentOf;
  const std::string options = " --data " + data() +
                              " --trials 8 --epochs 4 --workers 1 --seed 5 --stopping median" +
                              " --strategy evolution --space " + space();
  const std::string killed = study("killed"), whole = study("whole");
  using Clock = std::chrono::steady_clock;
  const auto began = Clock::now();
  ASSERT_EQ(finish(start("search --study " + whole + options, "whole"), "whole").code, 0);
  const auto took = Clock::now() - began;
  int kills = 0;
  std::uint64_t moment = 12345;
  for (bool done = false; !done && kills < 200;) {
    const pid_t child = start("search --study " + killed + options, "killed");
    moment = moment * 6364136223846793005u + 1442695040888963407u;
    // Early at first, so that no machine is done before the third; long enough in the end for the slowest
    // trial on a busy one, or it would never get on.
    const double share = double(moment >> 40) / double(1 << 24) * (kills < 3 ? 0.125 : 0.5);
    const auto until =
        Clock::now() + std::chrono::duration_cast<Clock::duration>((share + 0.05 * kills) * took);
    int status = 0;
    pid_t ended = 0;
    while (ended == 0 && Clock::now() < until) {
      ended = waitpid(child, &status, WNOHANG);
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    if (ended == 0) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      ++kills;
    }
    done = WIFEXITED(status);
    if (done) {
      ASSERT_EQ(WEXITSTATUS(status), 0) << slurp(folder_ / "killed.err");
    }
    if (fs::exists(killed)) {
      const Result shown = run("pareto --study " + killed);
      EXPECT_EQ(shown.code, 0) << shown.error;
    }
  }
  EXPECT_GT(kills, 2);
  EXPECT_EQ(contentOf(*kinglet::study::openStudy(killed)), contentOf(*kinglet::study::openStudy(whole)));
}

TEST_F(Program, AuditReplaysAStudy) {
  const Json all = Json::parse(run("audit --json --study " + study()).out);
  ASSERT_EQ(all.at("rules").size(), 6u);
  for (const Json& rule : all.at("rules")) {
    EXPECT_EQ(rule.at("candidates"), 4);
    EXPECT_EQ(rule.at("epochs"), 8);
    EXPECT_GE(rule.at("epochs_saved"), 0);
    EXPECT_GE(rule.at("hypervolume_lost"), 0);
    EXPECT_GT(rule.at("hypervolume"), 0);
  }
  EXPECT_EQ(all.at("rules")[0].at("rule"), "none");
  EXPECT_EQ(all.at("rules")[0].at("epochs_saved"), 0);
  // Of two epochs, the first may be the last: halving at a rung of one keeps the best third.
  const Json one = Json::parse(run("audit --json --rule halving --min-epochs 1 --study " + study()).out);
  ASSERT_EQ(one.at("rules").size(), 1u);
  const Json& halving = one.at("rules")[0];
  EXPECT_EQ(halving.at("minimum_epochs"), 1);
  EXPECT_EQ(halving.at("trials").size(), halving.at("stopped"));
  for (const Json& trial : halving.at("trials")) {
    EXPECT_EQ(trial.at("stop_epoch"), 1);
    EXPECT_THAT(trial.at("reason").get<std::string>(), HasSubstr("place"));
  }
  EXPECT_THAT(run("audit --study " + study()).out, HasSubstr("hypervolume lost"));
  expectFailure("audit --study " + study() + " --rule luck", 2, "luck");
  expectFailure("audit --study " + study("nowhere"), 1, "no study file");
}

TEST_F(Program, OnlyOneSearchesAFile) {
  const std::string file = study("taken");
  const pid_t child = start("search --data " + data() + " --study " + file +
                                " --trials 100000 --epochs 2 --workers 1 --space " + space(),
                            "taken");
  for (int i = 0; i < 400 && slurp(folder_ / "taken.err").find("#0") == std::string::npos; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  expectFailure("search --study " + file, 1, "another Kinglet");
  EXPECT_EQ(run("pareto --study " + file).code, 0);
  kill(child, SIGTERM);
  EXPECT_EQ(finish(child, "taken").code, 0);
}

TEST_F(Program, WithoutADisplayTheWorkbenchSaysSo) {
  const char* saved = getenv("QT_QPA_PLATFORM");
  const std::string platform = saved ? saved : "";
  unsetenv("QT_QPA_PLATFORM");
  unsetenv("DISPLAY");
  unsetenv("WAYLAND_DISPLAY");
  for (const char* arguments : {"", "--demo", "x.kinglet"}) {
    const Result result = finish(start(arguments, "window"), "window");
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.error, HasSubstr("kinglet --help"));
  }
  if (saved) setenv("QT_QPA_PLATFORM", platform.c_str(), 1);
}

TEST_F(Program, CandidatesCanBeComparedWithTheTestFoldClosed) {
  const Json all = Json::parse(run("pareto --study " + study() + " --all --json").out);
  EXPECT_EQ(all.size(), 4u);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i - 1].at("accuracy"), all[i].at("accuracy"));
  const Result trained = run("train --study " + study() + " --trial 1 --folds open --json");
  ASSERT_EQ(trained.code, 0) << trained.error;
  std::vector<int> held;
  const Json told = Json::parse(trained.out);
  for (const auto& fold : told.at("per_fold")) held.push_back(fold.at("fold"));
  EXPECT_EQ(held, (std::vector{0, 1, 2}));  // 3 is the test fold
}

// Every format is written, tried where it can be here, and never over what is there.
TEST_F(Program, ExportWritesAndTellsHowItWasTried) {
  const struct {
    const char *format, *name, *more;
    bool triedHere;
  } cases[] = {{"torchscript", "x.pt", "", true},
               {"onnx", "x.onnx", " --int8", false},
               {"tflite", "x.tflite", " --int8 --ends float", false},
               {"c", "x_c", " --int8", true}};
  for (const auto& one : cases) {
    SCOPED_TRACE(one.format);
    const std::string out = (folder_ / one.name).string();
    const std::string arguments = "export --study " + study() + " --trial 1 --format " + one.format +
                                  " --out " + out + one.more + " --json";
    const Result written = run(arguments);
    ASSERT_EQ(written.code, 0) << written.error;
    const Json json = Json::parse(written.out);
    EXPECT_EQ(json.at("trial"), 1);
    EXPECT_TRUE(json.at("verified") || !one.triedHere) << json.at("verification");
    EXPECT_FALSE(json.at("verification").get<std::string>().empty());
    ASSERT_FALSE(json.at("files").empty());
    for (const auto& name : json.at("files")) {
      const fs::path file = name.get<std::string>();
      EXPECT_GT(fs::file_size(fs::is_directory(file) ? file / "model.c" : file), 0u) << file;
    }
    EXPECT_EQ(json.contains("accuracy_int8"), std::string(one.more).starts_with(" --int8"));
    expectFailure(arguments, 1, "is there already");
    EXPECT_EQ(run(arguments + " --force").code, 0);
  }
}

// A library folder with names of one's own, tried as it was written.
TEST_F(Program, ExportWritesALibrary) {
  const fs::path out = folder_ / "dog_library";
  const Result written =
      run("export --study " + study() + " --trial 1 --format c --int8 --as cmake --prefix dog --out " +
          out.string() + " --json");
  ASSERT_EQ(written.code, 0) << written.error;
  const Json json = Json::parse(written.out);
  EXPECT_EQ(json.at("form"), "cmake");
  EXPECT_EQ(json.at("prefix"), "dog");
  EXPECT_TRUE(json.at("verified")) << json.at("verification");
  for (const char* file : {"CMakeLists.txt", "include/dog.h", "src/dog.c", "src/dog_frontend.c", "LICENSE"})
    EXPECT_TRUE(fs::exists(out / file)) << file;
  const Json card = Json::parse(kinglet::base::readText(json.at("files").at(2).get<std::string>()));
  EXPECT_EQ(card.at("prefix"), "dog");
}

TEST_F(Program, ExportRefusesWhatCannotBe) {
  const std::string of = "export --study " + study() + " --trial ",
                    to = " --out " + (folder_ / "no").string();
  expectFailure(of + "99 --format onnx" + to, 1, "99");
  expectFailure(of + "1 --format coreml" + to, 2, "coreml");
  expectFailure(of + "1 --format onnx --verify qemu:cortex-m4" + to, 2, "");
  expectFailure(of + "1 --format c --verify qemu:z80" + to, 2, "z80");
  expectFailure(of + "1 --format onnx --as arduino" + to, 2, "choose format c");
  expectFailure(of + "1 --format tflite --prefix dog" + to, 2, "choose format c");
  expectFailure(of + "1 --format c --as esp-idf" + to, 2, "platformio");
  expectFailure(of + "1 --format c --prefix 1dog" + to, 2, "begins with a digit");
  expectFailure(of + "1 --format c --prefix ''" + to, 2, "prefix");
  expectFailure(of + "1 --format c --prefix while" + to, 2, "keyword");
  expectFailure(of + "1 --format c --as arduino --out " + (folder_ / "my+dog").string(), 2, "my+dog");
  expectFailure(of + "1 --format c --int8 --ends float" + to, 2, "--ends is for int8 TFLite");
  expectFailure(of + "1 --format tflite --ends float" + to, 2, "--ends is for int8 TFLite");
  expectFailure(of + "1 --format onnx --out /nowhere/x.onnx", 1, "/nowhere");
  EXPECT_FALSE(fs::exists(folder_ / "no"));
}

}  // namespace
