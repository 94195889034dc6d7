#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "data/temporary_folder.h"
#include "run_command.h"

namespace kinglet {
namespace {

using Json = nlohmann::json;
using testing::runCommand;

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

class DataCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string table = "file_name,Class,split,loudness\n";
    for (const char* label : {"dog", "rain"})
      for (int i = 0; i < 3; ++i) {
        const std::string name = std::string(label) + std::to_string(i) + "q.wav";
        folder_.sound("audio/" + name, 1, 16000, (label[0] == 'd' ? 300 : 900) + 20 * i);
        table += name + "," + label + "," +
                 (i == 0   ? "train"
                  : i == 1 ? "val"
                           : "test") +
                 "," + (i == 1 ? "loud" : "quiet") + "\n";
      }
    folder_.text("meta/info.csv", table + "gone.wav,dog,train,quiet\n");
  }
  std::string data() const { return folder_.path.string(); }
  const data::TemporaryFolder folder_;
};

TEST_F(DataCommand, ExplainsEachClip) {
  const auto result = runCommand("data " + data() + " --explain");
  ASSERT_EQ(result.code, 0) << result.error;
  const auto lines = linesOf(result.out);
  ASSERT_GE(lines.size(), 8u);
  EXPECT_EQ(lines[0], "clip\tlabel\tlabel from\tfold\tfold from\trecording");
  EXPECT_EQ(lines[1].substr(0, lines[1].rfind('\t')),
            "audio/dog0q.wav\tdog\tmeta/info.csv, line 2, column Class\ttrain\tmeta/info.csv, line 2, column "
            "split");
  EXPECT_EQ(lines[7], "# left out: line 8: there is no sound file gone.wav");
  EXPECT_NE(result.out.find("# note: meta/info.csv: The column loudness is not used."), std::string::npos);
}

TEST_F(DataCommand, ExplainsInJsonLines) {
  const auto result = runCommand("data " + data() + " --explain --json");
  ASSERT_EQ(result.code, 0) << result.error;
  std::vector<Json> lines;
  for (const std::string& line : linesOf(result.out)) lines.push_back(Json::parse(line));
  ASSERT_GE(lines.size(), 8u);
  EXPECT_EQ(lines[0]["clip"], "audio/dog0q.wav");
  EXPECT_EQ(lines[0]["labels"], Json({"dog"}));
  EXPECT_EQ(lines[0]["label_rule"],
            Json({{"rule", "column"}, {"place", "meta/info.csv"}, {"column", "Class"}, {"line", 2}}));
  EXPECT_EQ(lines[0]["fold"], "train");
  EXPECT_EQ(lines[0]["fold_rule"]["column"], "split");
  EXPECT_EQ(lines[6]["left_out"]["where"], "line 8");
  EXPECT_TRUE(lines.back().contains("note"));
}

TEST_F(DataCommand, IsToldHowToRead) {
  const auto result = runCommand("data " + data() + " --read-as label=loudness,fold=none --json");
  ASSERT_EQ(result.code, 0) << result.error;
  const Json json = Json::parse(result.out);
  EXPECT_EQ(json["classes"][0]["name"], "loud");
  EXPECT_EQ(json["left_out"], 1);
  EXPECT_EQ(runCommand("data " + data() + " --read-as nonsense").code, 2);
  const auto refused = runCommand("data " + data() + " --read-as label=colour");
  EXPECT_EQ(refused.code, 1);
  EXPECT_NE(refused.error.find("the columns are: file_name, Class, split, loudness"), std::string::npos);
}

TEST_F(DataCommand, AStudyKeepsHowItWasRead) {
  const std::string study = (folder_.path / "s.kinglet").string();
  const auto made = runCommand("search --data " + data() + " --read-as label=Class,start=none --study " +
                               study + " --trials 1 --epochs 1 --workers 1 --stopping none");
  ASSERT_EQ(made.code, 0) << made.error;
  const auto again = runCommand("search --study " + study + " --trials 2 --workers 1");
  EXPECT_EQ(again.code, 0) << again.error;
  EXPECT_EQ(runCommand("search --study " + study + " --read-as label=loudness --trials 3").code, 2);
  const auto tested = runCommand("evaluate --study " + study + " --trial 0 --json");
  EXPECT_EQ(tested.code, 0) << tested.error;
}

}  // namespace
}  // namespace kinglet
