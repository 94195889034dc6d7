// A study and sounds that are not what they were: what is told, what is refused, what is kept.
#include <chrono>
#include <fstream>

#include "base/error.h"
#include "data/dataset.h"
#include "network/baselines.h"
#include "network/network_spec.h"
#include "study/completion.h"
#include "study/data/other_sounds.h"
#include "study/data/sounds_history.h"
#include "study/data/study_sounds.h"
#include "study/final/evaluation.h"
#include "study/fold_parts.h"
#include "study/settings.h"
#include "study/small_study.h"
#include "study/trial.h"

namespace kinglet::study::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class StudySoundsTest : public ::testing::Test {
 protected:
  StudySoundsTest() {
    writeTones(sounds_);
    settings_.dataPath = sounds_.string();
    settings_ = [&] {
      const data::FeatureStore features(data::openDataset(settings_.dataPath), folder_ / "cache");
      Settings small = smallSettings(features);
      small.dataPath = settings_.dataPath;
      return small;
    }();
  }

  std::shared_ptr<StudyStore> make(const std::string& name = "study") {
    return openStudy(folder_ / name, settings_, true);
  }
  // With a trial that ended.
  std::shared_ptr<StudyStore> searched(const std::string& name = "study") {
    const auto store = make(name);
    StudySounds sounds = openSounds(*store);
    EXPECT_TRUE(sounds.news.summary.empty());
    goOnWith(*store, sounds, false);
    begin(*store);
    return store;
  }
  static void begin(StudyStore& store) {
    Trial trial;
    trial.state = TrialState::finished;
    trial.candidate.network = network::namedNetwork("ds_cnn", network::InputSpec().shape(), 2);
    store.saveTrial(trial);
  }

  // Rows of the manifest.
  void table(const std::vector<std::string>& rows) const {
    std::ofstream out(sounds_ / "manifest.csv");
    out << "path,label,fold\n";
    for (const std::string& row : rows) out << row << "\n";
  }
  std::vector<std::string> rows() const {
    std::vector<std::string> all;
    for (int clip = 0; clip < 8; ++clip)
      all.push_back("tone" + std::to_string(clip) + ".wav," + (clip % 2 ? "high" : "low") + "," +
                    std::to_string(clip / 2));
    return all;
  }
  void tone(const std::string& name, float pitch, std::size_t samples = 8000) const {
    std::vector<float> values(samples);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = 0.3f * std::sin(float(i) * pitch);
    audio::writeWav(sounds_ / name, values, 16000);
  }
  static std::string text(const SoundsNews& news) {
    std::string all = news.summary.english();
    for (const auto& detail : news.details) all += "\n" + detail.english();
    return all;
  }

  TemporaryFolder folder_;
  fs::path sounds_ = folder_ / "tones";
  Settings settings_;
};

TEST_F(StudySoundsTest, WhatIsTheSameIsSilentAndOneRecord) {
  const auto store = searched();
  const auto record = store->sounds();
  ASSERT_TRUE(record);
  EXPECT_THAT(record->history, IsEmpty());
  StudySounds again = openSounds(*store);
  EXPECT_TRUE(again.news.summary.empty());
  EXPECT_FALSE(again.next);
  EXPECT_NO_THROW(requireSounds(*store, again.dataset));
}

TEST_F(StudySoundsTest, NewClipsJoinTrainingAndAreToldOnce) {
  const auto store = searched();
  auto all = rows();
  tone("extra.wav", 0.3f);
  all.push_back("extra.wav,low,3");  // fold 3 is the test's
  table(all);
  StudySounds sounds = openSounds(*store);
  EXPECT_EQ(sounds.news.summary.english(),
            "The sounds have changed since the study noted them: one clip is new.");
  EXPECT_THAT(text(sounds.news), HasSubstr("trained on and not judged by: extra.wav"));
  EXPECT_TRUE(sounds.news.refusal.empty());
  const data::Split split = splitOf(settings_, sounds.dataset);
  EXPECT_EQ(split.test.size(), 2u);
  EXPECT_EQ(split.train.size(), 5u);
  goOnWith(*store, sounds, false);
  EXPECT_TRUE(openSounds(*store).news.summary.empty());
  EXPECT_NO_THROW(requireSounds(*store, sounds.dataset));
  const auto history = historyFrom(store->sounds()->history);
  ASSERT_THAT(history, SizeIs(1));
  EXPECT_EQ(history[0].trials, 1);
  EXPECT_FALSE(history[0].accepted);
  EXPECT_EQ(history[0].summary, sounds.news.summary);
  EXPECT_EQ(history[0].details, sounds.news.details);
  // Never held out.
  EXPECT_THAT(crossValidation(sounds.dataset), SizeIs(4));
  EXPECT_THROW(heldOut(sounds.dataset, 4), base::Error);
  EXPECT_THAT(openCrossValidation(sounds.dataset, split), SizeIs(3));
}

TEST_F(StudySoundsTest, FoldsOfATableThatMovedAreToldAndNotTaken) {
  const auto store = searched();
  std::vector<std::string> all;
  for (int clip = 0; clip < 8; ++clip)
    all.push_back("tone" + std::to_string(clip) + ".wav," + (clip % 2 ? "high" : "low") + "," +
                  std::to_string((clip / 2 + 2) % 4));
  table(all);
  const data::Dataset raw = data::openDataset(settings_.dataPath);
  const StudySounds sounds = openSounds(*store);
  EXPECT_THAT(sounds.news.summary.english(), HasSubstr("2 moved from training to test"));
  EXPECT_THAT(sounds.news.summary.english(), HasSubstr("2 moved from test to training"));
  for (const data::Clip& clip : sounds.dataset.clips) EXPECT_EQ(clip.fold, (clip.name[4] - '0') / 2);
  // By any other way than openSounds() they are refused.
  EXPECT_THROW(requireSounds(*store, raw), base::Error);
  data::FeatureStore features(raw, folder_ / "cache");
  EXPECT_THROW(openTestFold(*store, store->trials().at(0), features), base::Error);
  EXPECT_THROW(StudyRunner(store, std::make_shared<data::FeatureStore>(raw, folder_ / "cache"), {}),
               base::Error);
}

TEST_F(StudySoundsTest, WhatCandidatesWereJudgedByMustBeAccepted) {
  const auto store = searched();
  auto all = rows();
  all.erase(all.begin() + 4);  // fold 2 is validation's
  table(all);
  StudySounds sounds = openSounds(*store);
  EXPECT_THAT(sounds.news.refusal.english(), HasSubstr("Of the 2 clips that candidates were judged by, 1"));
  EXPECT_THAT(text(sounds.news), HasSubstr("Gone from validation: tone4.wav"));
  EXPECT_THROW(goOnWith(*store, sounds, false), base::Error);
  EXPECT_THAT(store->sounds()->history, IsEmpty());
  goOnWith(*store, sounds, true);
  EXPECT_TRUE(historyFrom(store->sounds()->history).at(0).accepted);
  EXPECT_TRUE(openSounds(*store).news.summary.empty());
  // It comes back: that is another change.
  table(rows());
  EXPECT_FALSE(openSounds(*store).news.refusal.empty());
}

TEST_F(StudySoundsTest, OfTrainingAndTestItIsToldAndGoesOn) {
  const auto store = searched();
  auto all = rows();
  all[1] = "tone1.wav,low,0";
  all.erase(all.begin() + 7);
  table(all);
  tone("tone2.wav", 0.2f, 16000);
  const StudySounds sounds = openSounds(*store);
  EXPECT_TRUE(sounds.news.refusal.empty());
  EXPECT_THAT(text(sounds.news), HasSubstr("tone1.wav (high → low)"));
  EXPECT_THAT(text(sounds.news), HasSubstr("tone2.wav (0.5 s → 1 s)"));
  EXPECT_THAT(text(sounds.news), HasSubstr("Gone from test: tone7.wav"));
}

TEST_F(StudySoundsTest, BeforeTheFirstTrialNothingIsRefused) {
  const auto store = make();
  openSounds(*store);
  auto all = rows();
  all.erase(all.begin() + 4);
  table(all);
  EXPECT_TRUE(openSounds(*store).news.refusal.empty());
}

TEST_F(StudySoundsTest, NothingToJudgeByCannotBeAccepted) {
  const auto store = searched();
  auto all = rows();
  all.erase(all.begin() + 4, all.begin() + 6);
  table(all);
  StudySounds sounds = openSounds(*store);
  EXPECT_THROW(goOnWith(*store, sounds, true), base::Error);
}

TEST_F(StudySoundsTest, ATestFoldWithoutClipsIsRefused) {
  const auto store = searched();
  auto all = rows();
  all.resize(6);
  table(all);
  data::FeatureStore features(openSounds(*store).dataset, folder_ / "cache");
  try {
    openTestFold(*store, store->trials().at(0), features);
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("none is left"));
  }
}

TEST_F(StudySoundsTest, AClassMoreIsRefusedAndOneLessIsTold) {
  const auto store = searched();
  auto all = rows();
  all[0] = "tone0.wav,Low,0";
  table(all);
  try {
    openSounds(*store);
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_THAT(error.what(),
                HasSubstr("classes that the study's networks do not know (Low, the first in tone0.wav)"));
  }
}

TEST_F(StudySoundsTest, AnotherDataSetIsRefused) {
  const auto store = searched();
  try {
    openSounds(*store, "demo");
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("is another data set"));
  }
  fs::remove_all(sounds_);
  try {
    openSounds(*store);
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("say where they are now"));
  }
}

TEST_F(StudySoundsTest, AFolderThatMovedIsTheSame) {
  const auto store = searched();
  fs::rename(sounds_, folder_ / "elsewhere");
  StudySounds sounds = openSounds(*store, (folder_ / "elsewhere").string());
  EXPECT_TRUE(sounds.news.summary.empty());
  EXPECT_NO_THROW(goOnWith(*store, sounds, false));
  // A relative path is looked for beside the study too.
  Settings settings = store->settings();
  settings.dataPath = "elsewhere";
  store->saveSettings(settings);
  EXPECT_EQ(soundsPath(*store), (folder_ / "elsewhere").string());
}

TEST_F(StudySoundsTest, StudiesOfOlderKinglets) {
  const auto store = make();
  begin(*store);  // without a record, as they left it
  StudySounds sounds = openSounds(*store, sounds_.string() + "/");
  EXPECT_THAT(sounds.news.summary.english(), HasSubstr("older Kinglet"));
  ASSERT_TRUE(store->sounds());
  EXPECT_TRUE(openSounds(*store).news.summary.empty());
}

TEST_F(StudySoundsTest, AnOlderStudyTakesNoNoteOfSoundsFromElsewhere) {
  const auto store = make();
  begin(*store);
  fs::copy(sounds_, folder_ / "copy", fs::copy_options::recursive);
  EXPECT_THAT(openSounds(*store, (folder_ / "copy").string()).news.summary.english(),
              HasSubstr("cannot be told"));
  EXPECT_FALSE(store->sounds());
}

TEST_F(StudySoundsTest, TheRunnerNotesTheSoundsOfANewStudy) {
  const auto store = make();
  Recorder recorder;
  StudyRunner runner(
      store, std::make_shared<data::FeatureStore>(data::openDataset(settings_.dataPath), folder_ / "cache"),
      [&](const Event& event) { recorder(event); }, fakeTrainer());
  EXPECT_TRUE(store->sounds());
}

TEST_F(StudySoundsTest, OtherSoundsAreThoseThatTheStudyDoesNotHave) {
  const auto store = searched();
  const fs::path others = folder_ / "others";
  fs::create_directories(others);
  fs::copy_file(sounds_ / "tone0.wav", others / "copy.wav");
  std::ofstream(others / "manifest.csv")
      << "path,label,fold\ncopy.wav,low,0\nnew1.wav,high,0\nnew2.wav,low,1\n";
  for (const char* name : {"new1.wav", "new2.wav"})
    audio::writeWav(others / name, std::vector<float>(8000, name[3] == '1' ? 0.1f : 0.2f), 16000);
  const OtherSounds sounds = openOtherSounds(*store, others.string(), {});
  ASSERT_THAT(sounds.dataset.clips, SizeIs(2));
  EXPECT_EQ(sounds.dataset.classes, settings_.classes);
  EXPECT_THAT(sounds.news.summary.english(), HasSubstr("copy.wav"));
  EXPECT_THROW(openOtherSounds(*store, sounds_.string(), {}), base::Error);  // all are its own
  EXPECT_THROW(openOtherSounds(*store, "demo", {}), base::Error);            // classes it does not know
}

TEST(SoundsHistory, IsReadAsItWasWritten) {
  std::vector<SoundsChange> changes(2);
  changes[0] = {12, true, base::Message("%1 of %2", base::Message("a %1", 3), "b"), {base::Message("plain")}};
  changes[1] = {13, false, base::Message("x"), {}};
  EXPECT_EQ(historyFrom(historyText(changes)), changes);
  EXPECT_THAT(historyFrom(""), IsEmpty());
  for (const char* bad : {"{", "[1]", R"([{"trials": "x"}])", "[{}]"})
    EXPECT_THROW(historyFrom(bad), base::Error) << bad;
}

}  // namespace
}  // namespace kinglet::study::testing
