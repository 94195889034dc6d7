// `kinglet compare`: trials and named networks beside each other.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "run_command.h"
#include "tone_search.h"

namespace kinglet::cli {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

using Result = testing::CommandResult;

// In this process, which is quicker.
class CompareCommand : public ToneSearch {
 protected:
  CompareCommand() {
    const Result made = testing::runCommand(searchOf("x.kinglet", "--trials 3 --epochs 1 --stopping none"));
    EXPECT_EQ(made.code, 0) << made.error;
  }
  Result compare(const std::string& arguments) const {
    return testing::runCommand("compare --study " + (folder_ / "x.kinglet").string() + " " + arguments);
  }
  std::string slurp(const std::string& name) const {
    std::ifstream in(folder_ / name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }
};

TEST_F(CompareCommand, TellsFiguresAndLayersInWordsAndJson) {
  const Result told = compare("0 1 mobilenet_v1:0.25");
  EXPECT_EQ(told.code, 0) << told.error;
  for (const char* part : {"trial 0", "trial 1", "mobilenet_v1:0.25", "accuracy", "mean power", "total",
                           "trial 0 -> trial 1: ", "trial 0 -> mobilenet_v1:0.25: ", "block13/pointwise"})
    EXPECT_THAT(told.out, HasSubstr(part));

  const Result json = compare("0 1 mobilenet_v1:0.25 --json");
  ASSERT_EQ(json.code, 0) << json.error;
  const Json object = Json::parse(json.out);
  ASSERT_EQ(object["compared"].size(), 3u);
  EXPECT_EQ(object["compared"][0]["trial"], 0);
  EXPECT_TRUE(object["compared"][0]["accuracy"].is_number());
  EXPECT_TRUE(object["compared"][2]["trial"].is_null());
  EXPECT_TRUE(object["compared"][2]["accuracy"].is_null());  // never trained
  ASSERT_EQ(object["differences"].size(), 2u);
  const Json& difference = object["differences"][1];
  double macs = 0, energy = difference["front_end"]["energy_mj"];
  for (const Json& layer : difference["layers"]) {
    macs += layer["macs"].get<double>();
    energy += layer["energy_mj"].get<double>();
  }
  EXPECT_EQ(macs, difference["difference"]["macs"].get<double>());
  EXPECT_NEAR(energy, difference["difference"]["energy_mj"], 1e-9);
  EXPECT_EQ(difference["difference"]["macs"].get<long>(),
            object["compared"][2]["macs"].get<long>() - object["compared"][0]["macs"].get<long>());
  EXPECT_TRUE(object["differences"][0]["confusion"].is_array());
  EXPECT_TRUE(difference["confusion"].is_null());

  // A trial beside itself.
  EXPECT_THAT(compare("2 2").out, HasSubstr("the same layers"));
  const Json same = Json::parse(compare("2 2 --json").out)["differences"][0];
  for (const Json& layer : same["layers"]) EXPECT_EQ(layer["change"], "same");
  EXPECT_EQ(same["difference"]["energy_mj"], 0);
}

TEST_F(CompareCommand, WritesOnePage) {
  const Result told = compare("0 ds_cnn --html " + (folder_ / "page.html").string());
  EXPECT_EQ(told.code, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("Wrote "));
  const std::string page = slurp("page.html");
  EXPECT_THAT(page, HasSubstr("<!DOCTYPE html>"));
  EXPECT_THAT(page, HasSubstr("trial 0 and ds_cnn"));
  EXPECT_THAT(page, HasSubstr("</html>"));
}

TEST_F(CompareCommand, FailsWithOneLine) {
  EXPECT_EQ(compare("0").code, 2);
  EXPECT_EQ(compare("0 1 2 0 1").code, 2);
  EXPECT_EQ(testing::runCommand("compare 0 1").code, 2);
  for (const auto& [arguments, says] : {std::pair{"0 99", "there is no trial 99"},
                                        {"0 -3", "there is no trial -3"},
                                        {"0 cow_net", "there is no network \"cow_net\""},
                                        {"0 99999999999999", "there is no trial"}}) {
    const Result failed = compare(arguments);
    EXPECT_EQ(failed.code, 1) << arguments << failed.error;
    EXPECT_EQ(failed.out, "");
    EXPECT_THAT(failed.error, HasSubstr(says));
    EXPECT_EQ(std::count(failed.error.begin(), failed.error.end(), '\n'), 1) << failed.error;
  }
}

}  // namespace
}  // namespace kinglet::cli
