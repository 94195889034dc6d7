// kinglet energy: contract, JSON keys, and tables that no one should trust; in this process.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/random.h"
#include "run_command.h"

namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;
namespace fs = std::filesystem;
using kinglet::testing::runCommand;
using Result = kinglet::testing::CommandResult;

class EnergyCommand : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = (fs::temp_directory_path() / "kinglet-energy-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    write("kernels.csv", kernels(0, 60));
    write("others.csv", kernels(60, 80));
    write("layers.csv",
          "network,layer,type,in_h,in_w,in_c,out_h,out_w,out_c,kernel_h,kernel_w,stride,macs,params\n"
          "tiny,0,CONV_2D,28,28,16,28,28,32,3,3,1,3612672,4640\n"
          "tiny,1,DEPTHWISE_CONV_2D,28,28,32,28,28,32,3,3,1,225792,320\n"
          "tiny,2,FULLY_CONNECTED,1,1,32,1,1,10,1,1,1,320,330\n");
  }
  static void TearDownTestSuite() { fs::remove_all(folder_); }

  static std::string path(const std::string& name) { return (folder_ / name).string(); }
  static void write(const std::string& name, const std::string& text) { std::ofstream(path(name)) << text; }
  static std::string kernels(int from, int to) {
    std::ostringstream out;
    out << "id,HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\n";
    for (int i = from; i < to; ++i) {
      kinglet::base::Random random(100 + i);
      const int size = 4 + random.below(50), kernel = random.below(2) ? 3 : 1, in = 8 + random.below(200),
                outs = 8 + random.below(200);
      const double macs = double(size) * size * kernel * kernel * in * outs;
      out << "k" << i << "," << size << "," << kernel << ",1," << in << "," << outs << ","
          << (0.004 + 4e-8 * macs + 3e-7 * (in + outs) * size * size) * std::exp(0.02 * random.normal())
          << "\n";
    }
    return out.str();
  }
  // Fitted when first asked for.
  static std::string model() {
    if (!fs::exists(path("phone.model"))) {
      const Result fitted =
          runCommand("energy fit --data " + path("kernels.csv") + " --target energy_mJ --out " +
                     path("phone.model") + " --method process --json");
      EXPECT_EQ(fitted.code, 0) << fitted.error;
      const Json json = Json::parse(fitted.out);
      EXPECT_EQ(json.at("level"), "kernel");
      EXPECT_LT(json.at("out_of_fold").at("process").at("mape"), 10);
    }
    return path("phone.model");
  }
  static void expectFailure(const std::string& arguments, int code, const std::string& says) {
    const Result result = runCommand(arguments);
    EXPECT_EQ(result.code, code) << arguments;
    EXPECT_EQ(result.out, "") << arguments;
    EXPECT_THAT(result.error, HasSubstr(says)) << arguments;
  }

  static fs::path folder_;
};
fs::path EnergyCommand::folder_;

TEST_F(EnergyCommand, EvaluatePrintsTheKeysThatOthersRelyOn) {
  const Result result =
      runCommand("energy evaluate --model " + model() + " --data " + path("others.csv") + " --json");
  ASSERT_EQ(result.code, 0) << result.error;
  const Json json = Json::parse(result.out);
  EXPECT_EQ(json.at("n"), 20);
  for (const char* key : {"mape", "rmspe", "within_10", "within_20", "spearman", "coverage"})
    EXPECT_TRUE(json.at(key).is_number()) << key;
  EXPECT_LT(json.at("mape"), 15);
  EXPECT_GT(json.at("spearman"), 0.95);
}

TEST_F(EnergyCommand, PredictTakesAModelOrADevice) {
  const std::string layers = " --layers " + path("layers.csv") + " --json";
  const Result learned = runCommand("energy predict --model " + model() + layers);
  ASSERT_EQ(learned.code, 0) << learned.error;
  const Json predicted = Json::parse(learned.out);
  EXPECT_EQ(predicted.at("energy_source"), "predicted");
  EXPECT_LT(predicted.at("low_mj"), predicted.at("energy_mj"));
  EXPECT_EQ(predicted.at("layers").size(), 3u);
  EXPECT_FALSE(predicted.at("layers")[0].at("nearest").empty());
  EXPECT_FALSE(predicted.at("warnings").empty()) << "dense and depthwise layers were not measured";
  EXPECT_EQ(Json::parse(runCommand("energy predict --device model:" + model() + layers).out), predicted);
  const Json modelled = Json::parse(runCommand("energy predict --device nucleo-u575" + layers).out);
  EXPECT_EQ(modelled.at("energy_source"), "modelled");
  EXPECT_GT(modelled.at("latency_ms"), 0);
}

TEST_F(EnergyCommand, AModelIsADeviceOfOtherCommandsToo) {
  const Result shown = runCommand("show --network ds_cnn --json --device model:" + model());
  ASSERT_EQ(shown.code, 0) << shown.error;
  EXPECT_THAT(Json::parse(shown.out).at("energy_source").get<std::string>(), HasSubstr("predicted"));
  expectFailure("show --network ds_cnn --device model:/no/such.model", 1, "/no/such.model");
  expectFailure("show --network ds_cnn --device model:" + path("kernels.csv"), 1,
                "not a usable energy model");
}

TEST_F(EnergyCommand, BadTablesAreRefusedWithTheirLine) {
  const std::string head = "id,HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_mJ\n", good = "a,14,1,1,64,64,1.0\n";
  const struct {
    const char* name;
    std::string text, says;
  } tables[] = {{"headless", good + good, "line 1"},
                {"negative", head + good + "b,14,1,1,64,64,-1\n", "line 3"},
                {"nan", head + good + good + "b,14,1,1,64,64,nan\n", "line 4"},
                {"short", head + good + "b,14\n", "line 3"},
                {"words", head + "b,14,1,1,64,many,1\n", "line 2"},
                {"binary", std::string("\x7f\x45\x4c\x46\0\0\1", 7), "line 1"},
                {"empty", "", "is empty"},
                {"few", head + good + good, "at least 10"}};
  for (const auto& table : tables) {
    write("bad.csv", table.text);
    expectFailure("energy fit --data " + path("bad.csv") + " --target energy_mJ --out " + path("bad.model"),
                  1, table.says);
    EXPECT_FALSE(fs::exists(path("bad.model"))) << table.name;
  }
  // The right numbers in a wrong unit: a million times off.
  std::string kilo = kernels(0, 20);
  kilo.replace(kilo.find("energy_mJ"), 9, "energy_kJ");
  write("bad.csv", kilo);
  expectFailure("energy fit --data " + path("bad.csv") + " --target energy_kJ --out " + path("bad.model"), 1,
                "--unit");
}

TEST_F(EnergyCommand, ARecordingBecomesARowOfATable) {
  std::ostringstream trace;
  trace << "time_ms,power_mW\n";
  for (int i = 0; i < 3000; ++i) trace << i << "," << (i % 1000 >= 300 && i % 1000 < 800 ? 50 : 5) << "\n";
  write("trace.csv", trace.str());
  const std::string import =
      "energy import " + path("trace.csv") + " --inferences 10 --network ds_cnn --json";
  const Result result = runCommand(import + " --table " + path("rows.csv"));
  ASSERT_EQ(result.code, 0) << result.error;
  const Json json = Json::parse(result.out);
  EXPECT_EQ(json.at("windows").size(), 3u);
  EXPECT_NEAR(json.at("per_inference").at("energy_mj"), 2.5, 0.03);
  EXPECT_EQ(runCommand(import + " --table " + path("rows.csv")).code, 0);
  std::ifstream rows(path("rows.csv"));
  int lines = 0;
  for (std::string line; std::getline(rows, line);) ++lines;
  EXPECT_EQ(lines, 3);
  expectFailure(import + " --table " + path("kernels.csv"), 1, "line 1");
}

TEST_F(EnergyCommand, WhatARecordingWasReadAsIsPrintedAndStoredWithTheFigure) {
  std::ostringstream trace;
  trace << "Timestamp(ms),Current(uA),D0-D7\n";
  for (int i = 0; i < 3000; ++i) trace << i << (i / 1000 == 1 ? ",10000.0,10000000\n" : ",1000.0,00000000\n");
  write("ppk.csv", trace.str());
  const std::string import = "energy import " + path("ppk.csv");
  expectFailure(import, 1, "--voltage");
  const Result result =
      runCommand(import + " --voltage 3 --trigger D0 --inferences 3 --network kws --table " +
                 path("ppk-rows.csv") + " --json");
  ASSERT_EQ(result.code, 0) << result.error;
  const Json json = Json::parse(result.out), read = json.at("read");
  EXPECT_EQ(read.at("format"), "ppk2");
  EXPECT_EQ(read.at("voltage_v"), 3);
  EXPECT_EQ(read.at("rate_from"), "stamps");
  EXPECT_EQ(read.at("columns").at(1).at("name"), "Current(uA)");
  EXPECT_EQ(read.at("columns").at(1).at("unit"), "uA");
  EXPECT_EQ(json.at("windows_from"), "trigger");
  EXPECT_NEAR(json.at("windows").at(0).at("energy_mj"), 30, 1e-3);
  std::ifstream rows(path("ppk-rows.csv"));
  const std::string table((std::istreambuf_iterator<char>(rows)), {});
  EXPECT_THAT(table, HasSubstr("kws,10"));
  EXPECT_THAT(table, HasSubstr("Nordic Power Profiler Kit II"));
  EXPECT_THAT(table, HasSubstr("supply of 3 V (given)"));
  const Result words = runCommand(import + " --voltage 3");
  EXPECT_THAT(words.out, HasSubstr("read as: Nordic Power Profiler Kit II"));
}

TEST_F(EnergyCommand, WindowsAreGivenInTheRecordingsOwnTime) {
  std::ostringstream trace;
  trace << "time_ms;power_mW\n";
  for (int i = 0; i < 300; ++i)  // a pause of 5 s before the work
    trace << (i < 100 ? i : i + 500) * 10 << (i >= 150 && i < 200 ? ";50,0\n" : ";5,0\n");
  write("pause.csv", trace.str());
  const Result result = runCommand("energy import " + path("pause.csv") + " --window 6.5:7 --json");
  ASSERT_EQ(result.code, 0) << result.error;
  const Json json = Json::parse(result.out);
  EXPECT_NEAR(json.at("windows").at(0).at("energy_mj"), 25, 0.01);
  EXPECT_NEAR(json.at("windows").at(0).at("begin_s"), 6.5, 1e-6);
  EXPECT_NEAR(json.at("gaps").at(0).at("at_s"), 1.0, 0.011);
  EXPECT_EQ(json.at("read").at("decimal_mark"), ",");
}

TEST_F(EnergyCommand, AnOptionThatWouldDoNothingIsRefused) {
  write("plain.csv", "time_s,power_mW\n0,1\n1,1\n2,1\n");
  const std::string import = "energy import " + path("plain.csv");
  EXPECT_EQ(runCommand(import + " --window 0:2").code, 0);
  struct Case {
    const char *options, *says;
  };
  for (const Case& refused : {Case{" --window 0:2 --smooth-ms 3", "--smooth-ms"},
                              {" --network kws", "--table"},
                              {" --out m.model", "--model"},
                              {" --model m.model --out n.model --voltage 3", "work"},
                              {" --format csv", "--format"},
                              {" --inferences 0", "--inferences"},
                              {" --window 0:2 --column power", "ROLE=NAME"},
                              {" --column watt=1", "watt"},
                              {" --window 2:1", "BEGIN:END"}}) {
    const Result result = runCommand(import + refused.options);
    EXPECT_NE(result.code, 0) << refused.options;
    EXPECT_THAT(result.error, HasSubstr(refused.says)) << refused.options;
  }
  expectFailure(import + " --voltage 3", 1, "--voltage");
  expectFailure(import + " --current-unit mA", 1, "--current-unit");
}

}  // namespace
