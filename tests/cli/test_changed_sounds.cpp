// The command line with sounds that are not those that the study was made with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "audio/sound_file.h"
#include "data/fingerprint/fingerprint.h"
#include "run_command.h"
#include "study/small_study.h"

namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Json = nlohmann::json;
namespace fs = std::filesystem;
using Result = kinglet::testing::CommandResult;

class ChangedSounds : public ::testing::Test {
 protected:
  void SetUp() override {
    setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    setenv("OMP_NUM_THREADS", "1", 1);
    std::ofstream(folder_ / "space.json") << R"({"name": "small", "parameters": [
      {"name": "n_mels", "kind": "ordinal", "values": [16]},
      {"name": "clip_s", "kind": "ordinal", "values": [0.4]},
      {"name": "stem_filters", "kind": "ordinal", "values": [4, 8, 16, 32]}]})";
    for (int i = 0; i < 10; ++i) {
      tone("low/l" + std::to_string(i) + "x.wav", 0.1f + 0.004f * float(i));
      tone("high/h" + std::to_string(i) + "x.wav", 0.5f + 0.01f * float(i));
    }
  }

  fs::path sounds() const { return folder_ / "set"; }
  std::string study() const { return (folder_ / "s.kinglet").string(); }
  void tone(const std::string& name, float pitch, std::size_t samples = 8000) const {
    std::vector<float> values(samples);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = 0.3f * std::sin(float(i) * pitch);
    fs::create_directories((sounds() / name).parent_path());
    kinglet::audio::writeWav(sounds() / name, values, 16000);
  }

  static Result run(const std::string& arguments) { return kinglet::testing::runCommand(arguments); }
  void search() const {
    const Result made = run("search --data " + sounds().string() + " --study " + study() +
                            " --trials 1 --epochs 1 --workers 1 --stopping none --space " +
                            (folder_ / "space.json").string());
    ASSERT_EQ(made.code, 0) << made.error;
    EXPECT_THAT(made.error, Not(HasSubstr("changed")));
  }
  // The clip names of a fold of the study.
  std::vector<std::string> inFold(int fold) const {
    const auto record = kinglet::study::openStudy(study())->sounds();
    std::vector<std::string> names;
    for (const auto& clip : kinglet::data::Fingerprint::unpack(record->clips).clips)
      if (clip.fold == fold) names.push_back(clip.key);
    return names;
  }
  std::string resume(int trials) const {
    return "search --study " + study() + " --trials " + std::to_string(trials) + " --workers 1";
  }

  kinglet::study::testing::TemporaryFolder folder_;
};

TEST_F(ChangedSounds, NewClipsAreToldAndJoinTraining) {
  search();
  const auto test = inFold(4), validation = inFold(3);
  for (int i = 0; i < 6; ++i) tone("low/new" + std::to_string(i) + "x.wav", 0.2f + 0.01f * float(i));
  const Result judged = run("evaluate --trial 0 --study " + study() + " --json");
  ASSERT_EQ(judged.code, 0) << judged.error;
  const Json json = Json::parse(judged.out);
  EXPECT_EQ(json.at("clips"), test.size());
  EXPECT_THAT(json.at("sounds_changed").at(0).get<std::string>(), HasSubstr("6 clips are new"));
  const Result more = run(resume(2));
  EXPECT_EQ(more.code, 0) << more.error;
  EXPECT_THAT(more.error, HasSubstr("6 clips are new"));
  EXPECT_EQ(inFold(4), test);
  EXPECT_EQ(inFold(3), validation);
  EXPECT_EQ(inFold(5).size(), 6u);
  // Once.
  const Result again = run(resume(3));
  EXPECT_EQ(again.code, 0) << again.error;
  EXPECT_THAT(again.error, Not(HasSubstr("changed")));
  // The report shows it.
  ASSERT_EQ(run("report --study " + study() + " --out " + (folder_ / "r.html").string()).code, 0);
  std::ifstream in(folder_ / "r.html");
  const std::string page((std::istreambuf_iterator<char>(in)), {});
  EXPECT_THAT(page, HasSubstr("6 clips are new"));
}

TEST_F(ChangedSounds, ClipsThatJudgedAreNotLostInSilence) {
  search();
  const auto validation = inFold(3);
  fs::remove(sounds() / validation.front());
  const Result refused = run(resume(2));
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.error, HasSubstr("--accept-data-changes"));
  EXPECT_THAT(refused.error, HasSubstr(validation.front()));
  const Result accepted = run(resume(2) + " --accept-data-changes");
  EXPECT_EQ(accepted.code, 0) << accepted.error;
  const Result later = run(resume(3));
  EXPECT_EQ(later.code, 0) << later.error;
}

TEST_F(ChangedSounds, OtherSoundsMustBeMeant) {
  search();
  const std::string other = (folder_ / "other").string();
  for (int i = 0; i < 4; ++i) {
    fs::create_directories(folder_ / "other/low");
    fs::create_directories(folder_ / "other/high");
    for (const char* name : {"low", "high"}) {
      std::vector<float> values(8000);
      for (std::size_t n = 0; n < values.size(); ++n)
        values[n] = 0.2f * std::sin(float(n) * (name[0] == 'l' ? 0.13f : 0.6f) * (1 + 0.01f * float(i)));
      kinglet::audio::writeWav(folder_ / "other" / name / ("o" + std::to_string(i) + "x.wav"), values, 16000);
    }
  }
  for (const std::string command :
       {"evaluate --trial 0", "train --trial 0 --epochs 1", "export --trial 0 --format onnx --out x.onnx"}) {
    const Result result = run(command + " --study " + study() + " --data " + other);
    EXPECT_EQ(result.code, 1) << command;
    EXPECT_THAT(result.error, HasSubstr("is another data set")) << command;
  }
  const Result meant = run("evaluate --trial 0 --other-data --json --study " + study() + " --data " + other);
  ASSERT_EQ(meant.code, 0) << meant.error;
  EXPECT_EQ(Json::parse(meant.out).at("clips"), 8);
  EXPECT_FALSE(kinglet::study::openStudy(study())->trials().at(0).test);
  const Result trained =
      run("train --trial 0 --epochs 1 --other-data --study " + study() + " --data " + other);
  EXPECT_EQ(trained.code, 0) << trained.error;
  EXPECT_EQ(run("evaluate --trial 0 --other-data --study " + study()).code, 2);  // which?
}

TEST_F(ChangedSounds, AFolderThatMovedIsTheSame) {
  search();
  fs::rename(sounds(), folder_ / "moved");
  const Result lost = run(resume(2));
  EXPECT_EQ(lost.code, 1);
  EXPECT_THAT(lost.error, HasSubstr("say where they are now"));
  const Result found = run(resume(2) + " --data " + (folder_ / "moved").string());
  EXPECT_EQ(found.code, 0) << found.error;
  EXPECT_THAT(found.error, Not(HasSubstr("changed")));
  const Result here = run(resume(3));
  EXPECT_EQ(here.code, 0) << here.error;
}

}  // namespace
