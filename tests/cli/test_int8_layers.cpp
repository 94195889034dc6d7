// `kinglet show --int8`: the error that each layer adds.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "run_command.h"
#include "tone_search.h"

namespace kinglet::cli {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;
using Result = testing::CommandResult;

class Int8OfATrial : public ToneSearch {
 protected:
  Int8OfATrial() {
    const Result made = testing::runCommand(searchOf("x.kinglet", "--trials 1 --epochs 2 --stopping none"));
    EXPECT_EQ(made.code, 0) << made.error;
  }
  Result show(const std::string& arguments) const {
    return testing::runCommand("show --study " + (folder_ / "x.kinglet").string() + " --trial 0 " +
                               arguments);
  }
};

TEST_F(Int8OfATrial, TellsWhatEachLayerAdds) {
  const Result told = show("--int8");
  ASSERT_EQ(told.code, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("so far"));
  EXPECT_THAT(told.out, HasSubstr("accuracy: float "));
  const Result json = show("--int8 --json");
  ASSERT_EQ(json.code, 0) << json.error;
  const Json object = Json::parse(json.out);
  const Json& layers = object["int8"]["layers"];
  ASSERT_EQ(layers.size(), object["layers"].size());
  for (std::size_t i = 0; i < layers.size(); ++i) {
    EXPECT_EQ(layers[i]["name"], object["layers"][i]["name"]);
    EXPECT_GE(layers[i]["added_error"].get<double>(), 0);
    EXPECT_LT(layers[i]["total_error"].get<double>(), 1);
  }
  EXPECT_GT(layers.back()["total_error"].get<double>(), 0);
  EXPECT_GT(object["int8"]["windows"].get<int>(), 0);
  EXPECT_FALSE(Json::parse(show("--json").out).contains("int8"));
}

TEST_F(Int8OfATrial, StandsBesideTheLayersOfAComparison) {
  const std::string arguments = "compare --study " + (folder_ / "x.kinglet").string() + " 0 ds_cnn --int8 ";
  const std::string page = (folder_ / "page.html").string();
  const Result told = testing::runCommand(arguments + "--html " + page);
  ASSERT_EQ(told.code, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("int8 adds"));
  std::ifstream in(page);
  std::stringstream html;
  html << in.rdbuf();
  EXPECT_THAT(html.str(), HasSubstr("<th>int8 adds</th>"));
  const Json object = Json::parse(testing::runCommand(arguments + "--json").out);
  EXPECT_EQ(object["compared"][0]["int8_added_error"].size(),
            Json::parse(show("--json").out)["layers"].size());
  EXPECT_TRUE(object["compared"][1]["int8_added_error"].is_null());
}

TEST_F(Int8OfATrial, NeedsATrialAndItsSounds) {
  EXPECT_EQ(testing::runCommand("show --network ds_cnn --int8").code, 2);
  EXPECT_EQ(show("--data somewhere").code, 2);
  const Result gone = show("--int8 --data " + (folder_ / "nowhere").string());
  EXPECT_EQ(gone.code, 1);
  EXPECT_EQ(std::count(gone.error.begin(), gone.error.end(), '\n'), 1) << gone.error;
}

}  // namespace
}  // namespace kinglet::cli
