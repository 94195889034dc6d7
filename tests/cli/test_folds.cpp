// --group-by and folds that cannot work, as the commands tell of them.
#include <gmock/gmock.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "audio/sound_file.h"
#include "run_command.h"

namespace kinglet {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

class FoldCommands : public ::testing::Test {
 protected:
  void TearDown() override { fs::remove_all(folder_); }
  void sound(const std::string& name, double hertz) const {
    std::vector<float> samples(3200);
    for (std::size_t n = 0; n < samples.size(); ++n)
      samples[n] = float(0.3 * std::sin(hertz * double(n) / 2546));
    fs::create_directories((folder_ / name).parent_path());
    audio::writeWav(folder_ / name, samples, 16000);
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  const fs::path folder_ = fs::temp_directory_path() / ("kinglet-folds-" + std::to_string(::getpid()));
};

TEST_F(FoldCommands, RecordersNamedByDateAreSearchedByFileAndRefusedByDay) {
  int day = 1;
  for (const char* name : {"owl", "fox"})
    for (int days = 0; days < 2; ++days, ++day)
      for (int hour = 10; hour < 16; ++hour)
        sound(std::string("set/") + name + "/2023050" + std::to_string(day) + "_" + std::to_string(hour) +
                  "0000.WAV",
              300 * day);
  const auto told = testing::runCommand("data " + path("set"));
  EXPECT_EQ(told.code, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("Names tell date and time"));
  EXPECT_THAT(told.out, Not(HasSubstr("cannot use these folds")));
  const auto byDay = testing::runCommand("data " + path("set") + " --group-by prefix --json");
  EXPECT_EQ(byDay.code, 0);
  EXPECT_THAT(nlohmann::json::parse(byDay.out).at("notes").dump(),
              HasSubstr("A search cannot use these folds"));
  // Nothing is begun, and no file is left.
  const std::string search = "search --trials 1 --epochs 1 --workers 1 --data " + path("set") + " --study ";
  const auto refused = testing::runCommand(search + path("day.kinglet") + " --group-by prefix");
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.error, HasSubstr("a search needs three"));
  EXPECT_FALSE(fs::exists(path("day.kinglet")));
  // Kept by the study.
  EXPECT_EQ(testing::runCommand(search + path("s.kinglet") + " --group-by none").code, 0);
  const auto other = testing::runCommand(search + path("s.kinglet") + " --group-by prefix");
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.error, HasSubstr("--group-by cannot change"));
  EXPECT_EQ(testing::runCommand(search + path("s.kinglet")).code, 0);
}

TEST_F(FoldCommands, GivenFoldsThatCannotWorkAreRefusedBeforeTraining) {
  for (const char* file :
       {"train/dog/a", "train/dog/b", "train/cat/c", "valid/dog/d", "valid/owl/e", "test/cat/f"})
    sound(std::string("set/") + file + "x.wav", 440);
  for (const std::string command : {"search --trials 1 --epochs 1 --study " + path("s.kinglet"),
                                    std::string("train --network ds_cnn --epochs 1")}) {
    const auto result = testing::runCommand(command + " --data " + path("set"));
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.error, HasSubstr("the validation fold (valid) has clips of owl"));
  }
  EXPECT_FALSE(fs::exists(path("s.kinglet")));
}

TEST_F(FoldCommands, BadWaysToGroup) {
  sound("set/a/1.wav", 300), sound("set/b/2.wav", 300);
  EXPECT_EQ(testing::runCommand("data " + path("set") + " --group-by (x").code, 2);
  const auto column = testing::runCommand("data " + path("set") + " --group-by column:site");
  EXPECT_EQ(column.code, 1);
  EXPECT_THAT(column.error, HasSubstr("no table"));
}

}  // namespace
}  // namespace kinglet
