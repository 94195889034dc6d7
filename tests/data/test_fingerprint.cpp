// What a study knows of its clips, and what it makes of a data set that is not the same any more. The files
// hold a few bytes each: nothing here decodes sound.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "base/error.h"
#include "base/format.h"
#include "data/builtin_sounds.h"
#include "data/dataset.h"
#include "data/fingerprint/changes.h"
#include "data/fingerprint/content.h"
#include "data/fingerprint/matching.h"
#include "temporary_folder.h"

namespace kinglet::data {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// Five folds of three clips of two classes; fold 4 is the test's, 3 the validation's.
class FingerprintTest : public ::testing::Test {
 protected:
  FingerprintTest() {
    dataset_.name = "set";
    dataset_.layout = "folders";
    dataset_.root = folder_.path / "set";
    dataset_.classes = {"dog", "rain"};
    dataset_.folds = 5;
    dataset_.foldNames = {"1", "2", "3", "4", "5"};
    for (int i = 0; i < 15; ++i) {
      const int label = i % 2;
      put(std::string(label ? "rain/" : "dog/") + std::to_string(i) + ".wav", "sound " + std::to_string(i),
          label, i % 5);
    }
  }

  void write(const std::string& name, const std::string& content) { folder_.text("set/" + name, content); }

  Clip& put(const std::string& name, const std::string& content, int label, int fold) {
    write(name, content);
    Clip clip;
    clip.name = name;
    clip.path = dataset_.root / name;
    clip.labels = {label};
    clip.fold = fold;
    clip.source = name;
    clip.seconds = 2;
    dataset_.clips.push_back(clip);
    return dataset_.clips.back();
  }

  Clip& clip(const std::string& name) {
    for (Clip& each : dataset_.clips)
      if (each.name == name) return each;
    throw std::runtime_error("no clip " + name);
  }

  void remove(const std::string& name) {
    std::filesystem::remove(clip(name).path);
    std::erase_if(dataset_.clips, [&](const Clip& each) { return each.name == name; });
  }

  void note() { known_ = presentOf(dataset_).print; }

  Changes compared() {
    present_ = presentOf(dataset_, &known_);
    return compare(known_, present_, dataset_, roles_);
  }

  std::string nameOf(int now) const {
    return dataset_.clips[std::size_t(present_.clips[std::size_t(now)])].name;
  }
  template <class List>
  std::vector<std::string> namesOf(const List& pairs) const {
    std::vector<std::string> names;
    for (const auto& pair : pairs) names.push_back(nameOf(pair.now));
    return names;
  }

  TemporaryFolder folder_;
  Dataset dataset_;
  FoldRoles roles_{4, 3, false};
  Fingerprint known_;
  Present present_;
};

TEST_F(FingerprintTest, IsPackedAndReadBack) {
  note();
  known_.clips[3].gone = known_.clips[4].foldGiven = true;
  known_.clips[7].fold = known_.addedFold();
  known_.clips[6].labels = {0, 1};
  known_.heard = {3, 7};
  EXPECT_EQ(Fingerprint::unpack(known_.pack()), known_);
  EXPECT_THAT(known_.clips, SizeIs(15));
  EXPECT_EQ(known_.find("dog/4.wav")->fold, 4);
  EXPECT_EQ(known_.find("dog/5.wav"), nullptr);
}

TEST_F(FingerprintTest, AFewBytesDoNotStandForNamesWithoutEnd) {
  Fingerprint swelling;
  for (int i = 0; i < 1000; ++i) {
    KnownClip clip;
    clip.key = clip.source = std::string(60'000, 'a') + base::padded(std::uint64_t(i), 4);
    swelling.clips.push_back(clip);
  }
  const std::string bytes = swelling.pack();
  EXPECT_LT(bytes.size(), 200'000u);
  EXPECT_THROW(Fingerprint::unpack(bytes), base::Error);
  swelling.clips.resize(10);
  EXPECT_EQ(Fingerprint::unpack(swelling.pack()), swelling);
}

TEST_F(FingerprintTest, DamagedBytesAreRefusedAndNeverRead) {
  note();
  const std::string bytes = known_.pack();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(Fingerprint::unpack(bytes.substr(0, size)), base::Error) << size;
  EXPECT_THROW(Fingerprint::unpack(bytes + "x"), base::Error);
  // Whatever a byte says, it is read or refused.
  for (std::size_t at = 5; at < bytes.size(); ++at) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] ^ 0xff);
    try {
      Fingerprint::unpack(other);
    } catch (const base::Error&) {
    }
  }
}

TEST_F(FingerprintTest, NothingChangedIsNothing) {
  note();
  const Changes changes = compared();
  EXPECT_FALSE(changes.any());
  EXPECT_EQ(updated(known_, present_, changes, roles_), known_);
  const Dataset bound = boundTo(known_, present_, dataset_, changes);
  EXPECT_EQ(bound.boundTo, known_.id());
  EXPECT_EQ(bound.folds, 5);
  EXPECT_EQ(bound.addedFold, -1);
  ASSERT_EQ(bound.clips.size(), dataset_.clips.size());
  for (std::size_t i = 0; i < bound.clips.size(); ++i) {
    EXPECT_EQ(bound.clips[i].name, dataset_.clips[i].name);
    EXPECT_EQ(bound.clips[i].fold, dataset_.clips[i].fold);
  }
}

TEST_F(FingerprintTest, AFolderThatMovedOrIsNamedOtherwiseIsTheSame) {
  note();
  const auto elsewhere = folder_.path / "elsewhere" / "renamed";
  std::filesystem::create_directories(elsewhere.parent_path());
  std::filesystem::copy(dataset_.root, elsewhere, std::filesystem::copy_options::recursive);
  std::filesystem::remove_all(dataset_.root);
  dataset_.root = elsewhere;
  for (Clip& each : dataset_.clips) each.path = elsewhere / each.name;
  EXPECT_FALSE(compared().any());
  // By a way with detours.
  for (Clip& each : dataset_.clips) each.path = elsewhere / "." / "dog" / ".." / each.name;
  EXPECT_FALSE(compared().any());
  // Relative to here.
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(elsewhere.parent_path());
  dataset_.root = "renamed";
  for (Clip& each : dataset_.clips) each.path = std::filesystem::path("renamed") / each.name;
  EXPECT_FALSE(compared().any());
  std::filesystem::current_path(here);
}

TEST_F(FingerprintTest, NewClipsAreTrainedOnAndKnownOnesStayInTheirFolds) {
  note();
  put("dog/new.wav", "a new sound", 0, 4);  // the data set would test by it
  for (Clip& each : dataset_.clips) each.fold = (each.fold + 1) % 5;
  const Changes changes = compared();
  EXPECT_THAT(changes.added, SizeIs(1));
  EXPECT_THAT(changes.moved, IsEmpty());  // the folds were assigned: nobody moved them
  const Dataset bound = boundTo(known_, present_, dataset_, changes);
  EXPECT_EQ(bound.folds, 6);
  EXPECT_EQ(bound.addedFold, 5);
  for (const Clip& each : bound.clips)
    EXPECT_EQ(each.fold, each.name == "dog/new.wav" ? 5 : known_.find(each.name)->fold) << each.name;
  // From then on it is known.
  known_ = updated(known_, present_, changes, roles_);
  EXPECT_FALSE(compared().any());
}

TEST_F(FingerprintTest, FoldsThatATableNamesAreToldWhenTheyMove) {
  for (Clip& each : dataset_.clips) each.foldGiven = true;
  note();
  for (Clip& each : dataset_.clips) each.fold = (each.fold + 2) % 5;
  const Changes changes = compared();
  EXPECT_THAT(changes.moved, SizeIs(15));
  for (const Clip& each : boundTo(known_, present_, dataset_, changes).clips)
    EXPECT_EQ(each.fold, known_.find(each.name)->fold);
  // The same folds in another order of numbers are the same.
  for (Clip& each : dataset_.clips) each.fold = 4 - (each.fold + 3) % 5;
  dataset_.foldNames = {"5", "4", "3", "2", "1"};
  EXPECT_FALSE(compared().any());
}

TEST_F(FingerprintTest, ClipsThatAreGoneAndComeBack) {
  note();
  const Dataset all = dataset_;
  remove("dog/0.wav");
  remove("dog/4.wav");
  Changes changes = compared();
  EXPECT_THAT(changes.gone, SizeIs(2));
  known_ = updated(known_, present_, changes, roles_);
  // Of the test's clip it is said again.
  EXPECT_THAT(compared().gone, SizeIs(1));
  dataset_ = all;
  write("dog/0.wav", "sound 0");
  write("dog/4.wav", "sound 4");
  changes = compared();
  EXPECT_THAT(changes.back, SizeIs(1));
  EXPECT_THAT(changes.gone, IsEmpty());
  for (const Clip& each : boundTo(known_, present_, dataset_, changes).clips)
    EXPECT_EQ(each.fold, known_.find(each.name)->fold);
}

TEST_F(FingerprintTest, LabelsAndLengthsAndSounds) {
  note();
  clip("dog/0.wav").labels = {1};
  clip("rain/1.wav").seconds = 1;
  write("rain/1.wav", "short");
  write("dog/2.wav", "the same in another rate");
  write("rain/3.wav", "and so on");
  clip("rain/3.wav").seconds = 2.01;
  const Changes changes = compared();
  EXPECT_THAT(namesOf(changes.relabelled), ElementsAre("dog/0.wav"));
  EXPECT_THAT(namesOf(changes.resized), ElementsAre("rain/1.wav"));
  EXPECT_THAT(namesOf(changes.altered), UnorderedElementsAre("dog/2.wav", "rain/3.wav"));
  known_ = updated(known_, present_, changes, roles_);
  EXPECT_FALSE(compared().any());
  EXPECT_EQ(known_.find("dog/0.wav")->labels, std::vector<int>{1});
  EXPECT_THAT(known_.heard, SizeIs(3));
}

TEST_F(FingerprintTest, ARenamedClipKeepsItsFold) {
  note();
  remove("dog/4.wav");
  put("dog/four.wav", "sound 4", 0, 1);
  const Changes changes = compared();
  EXPECT_THAT(namesOf(changes.renamed), ElementsAre("dog/four.wav"));
  EXPECT_THAT(changes.added, IsEmpty());
  EXPECT_THAT(changes.gone, IsEmpty());
  EXPECT_EQ(boundTo(known_, present_, dataset_, changes).clips.back().fold, 4);
  known_ = updated(known_, present_, changes, roles_);
  EXPECT_FALSE(compared().any());
  EXPECT_EQ(known_.find("dog/four.wav")->fold, 4);
}

TEST_F(FingerprintTest, ClipsThatChangedNamesAreKnownByTheirSound) {
  note();
  // A clip of the test and one of training.
  write("dog/4.wav", "sound 0");
  write("dog/0.wav", "sound 4");
  const Changes changes = compared();
  EXPECT_THAT(changes.renamed, SizeIs(2));
  for (const Clip& each : boundTo(known_, present_, dataset_, changes).clips) {
    if (each.name == "dog/4.wav") {
      EXPECT_EQ(each.fold, 0);
    }
    if (each.name == "dog/0.wav") {
      EXPECT_EQ(each.fold, 4);
    }
  }
  known_ = updated(known_, present_, changes, roles_);
  EXPECT_FALSE(compared().any());
}

TEST_F(FingerprintTest, AnotherFormatOfTheSameName) {
  note();
  remove("dog/4.wav");
  put("dog/4.FLAC", "packed", 0, 2);
  const Changes changes = compared();
  EXPECT_THAT(namesOf(changes.altered), ElementsAre("dog/4.FLAC"));
  EXPECT_EQ(boundTo(known_, present_, dataset_, changes).clips.back().fold, 4);
}

TEST_F(FingerprintTest, WhatBelongsToAClipThatJudgesIsNotTrainedOn) {
  clip("dog/4.wav").source = "walk in the park";
  clip("dog/0.wav").source = "at home";
  note();
  put("dog/new1.wav", "new 1", 0, 0).source = "walk in the park";  // recording of a test clip
  put("dog/new2.wav", "new 2", 0, 0).source = "at home";           // recording of a training clip
  put("dog/copy.wav", "sound 8", 0, 0);                            // sound of a validation clip
  put("dog/twin.wav", "sound 10", 0, 4);                           // sound of a training clip
  const Changes changes = compared();
  EXPECT_THAT(namesOf(changes.leftOut), UnorderedElementsAre("dog/new1.wav", "dog/copy.wav"));
  EXPECT_THAT(changes.added, SizeIs(2));
  const Dataset bound = boundTo(known_, present_, dataset_, changes);
  EXPECT_EQ(bound.clips.size(), 17u);
  for (const Clip& each : bound.clips) {
    if (each.name == "dog/new2.wav" || each.name == "dog/twin.wav") {
      EXPECT_EQ(each.fold, 0) << each.name;
    }
  }
}

TEST_F(FingerprintTest, InCrossValidationEveryOpenFoldJudges) {
  roles_.everyFold = true;
  clip("dog/0.wav").source = "at home";
  note();
  put("dog/new.wav", "new", 0, 0).source = "at home";
  put("dog/other.wav", "other", 0, 0);
  const Changes changes = compared();
  EXPECT_THAT(namesOf(changes.leftOut), ElementsAre("dog/new.wav"));
  EXPECT_THAT(changes.added, SizeIs(1));
  EXPECT_EQ(boundTo(known_, present_, dataset_, changes).addedFold, 5);
}

TEST_F(FingerprintTest, NoTestClipWasTrainedOnUnderAnotherName) {
  put("dog/again.wav", "sound 0", 0, 4);  // from the beginning
  note();
  Changes changes = compared();
  EXPECT_THAT(namesOf(changes.heard), ElementsAre("dog/again.wav"));
  EXPECT_EQ(boundTo(known_, present_, dataset_, changes).clips.size(), 15u);
  // A training clip is put in a test clip's place, and what was there in the training clip's.
  write("rain/9.wav", "sound 5");
  changes = compared();
  EXPECT_THAT(namesOf(changes.heard), UnorderedElementsAre("dog/again.wav", "rain/9.wav"));
  // What a training clip held before counts too.
  write("rain/9.wav", "sound 9");
  write("rain/5.wav", "other");
  changes = compared();
  known_ = updated(known_, present_, changes, roles_);
  write("rain/9.wav", "sound 5");
  EXPECT_THAT(namesOf(compared().heard), UnorderedElementsAre("dog/again.wav", "rain/9.wav"));
  // And a training clip that becomes a test clip's twin is not trained on.
  write("rain/5.wav", "sound 14");
  EXPECT_THAT(namesOf(compared().leftOut), ElementsAre("rain/5.wav"));
}

TEST_F(FingerprintTest, ClassesAreKnownByName) {
  note();
  // Another order of the classes.
  dataset_.classes = {"rain", "dog"};
  for (Clip& each : dataset_.clips) each.labels = {1 - each.labels[0]};
  Changes changes = compared();
  EXPECT_FALSE(changes.any());
  EXPECT_EQ(boundTo(known_, present_, dataset_, changes).clips[0].labels, std::vector<int>{0});
  // One is gone.
  std::erase_if(dataset_.clips, [](const Clip& each) { return each.labels[0] == 0; });
  dataset_.classes = {"dog"};
  for (Clip& each : dataset_.clips) each.labels = {0};
  changes = compared();
  EXPECT_FALSE(changes.refused());
  EXPECT_THAT(changes.gone, SizeIs(7));
  EXPECT_THAT(boundTo(known_, present_, dataset_, changes).classes, ElementsAre("dog", "rain"));
  // One is new, or spelt otherwise.
  dataset_.classes = {"Dog"};
  EXPECT_THAT(compared().newClasses, ElementsAre("Dog"));
  EXPECT_TRUE(compared().refused());
}

TEST_F(FingerprintTest, OtherDataSetsAreNotTaken) {
  note();
  const Fingerprint mine = known_;
  // Files of the same names with other sounds of other lengths.
  for (Clip& each : dataset_.clips) {
    write(each.name, "other " + each.name);
    each.seconds = 5;
  }
  EXPECT_TRUE(compared().otherData);
  // The built-in sounds, and others of them.
  dataset_ = builtinDataset(1);
  EXPECT_TRUE(compared().otherData);
  note();
  EXPECT_FALSE(compared().any());
  dataset_ = builtinDataset(2);
  EXPECT_TRUE(compared().otherData);
}

TEST_F(FingerprintTest, SeveralPartsOfAFileAreSeveralClips) {
  Clip first = clip("dog/0.wav"), second = first;
  first.name = "dog/0.wav@0-1", first.endS = 1;
  second.name = "dog/0.wav@1-2", second.startS = 1, second.endS = 2;
  dataset_.clips.push_back(first);
  dataset_.clips.push_back(second);
  note();
  EXPECT_FALSE(compared().any());
  EXPECT_NE(known_.find("dog/0.wav@0-1")->content, known_.find("dog/0.wav@1-2")->content);
  // The table is edited: another part of the recording is still of that recording.
  dataset_.clips.back().startS = 1.5;
  const Changes changes = compared();
  EXPECT_THAT(changes.gone, SizeIs(1));
  EXPECT_THAT(changes.added, SizeIs(1));
  EXPECT_EQ(changes.foldOf[std::size_t(changes.added[0])], 0);
}

TEST_F(FingerprintTest, SeveralLabelsNeedANetworkThatTellsSeveral) {
  note();
  clip("dog/0.wav").labels = {0, 1};
  EXPECT_TRUE(compared().severalLabels);
  dataset_.multiLabel = true;
  note();
  EXPECT_FALSE(compared().any());
  clip("dog/0.wav").labels = {1};
  EXPECT_THAT(compared().relabelled, SizeIs(1));
}

TEST(Content, DoesNotDependOnTheName) {
  TemporaryFolder folder;
  const std::string large(300'000, 'x');
  folder.text("a", large);
  folder.text("b", large);
  folder.text("c", large + "y");
  std::string middle = large;
  middle[80'000] = 'z';  // between the samples
  folder.text("d", middle);
  EXPECT_EQ(contentOf(folder.path / "a"), contentOf(folder.path / "b"));
  EXPECT_NE(contentOf(folder.path / "a"), contentOf(folder.path / "c"));
  EXPECT_EQ(contentOf(folder.path / "none"), 0u);
  EXPECT_EQ(contentOf(folder.path), 0u);
  Clip a, b, d;
  a.path = folder.path / "a", b.path = folder.path / "b", d.path = folder.path / "d";
  EXPECT_TRUE(sameBytes(a, b));
  EXPECT_FALSE(sameBytes(a, d));
  b.endS = 1;
  EXPECT_FALSE(sameBytes(a, b));
}

TEST(Fingerprint, AHundredThousandClipsTakeLittleRoom) {
  Dataset dataset;
  dataset.layout = "manifest";
  dataset.root = "/nowhere";
  dataset.classes = {"a", "b"};
  dataset.folds = 5;
  dataset.foldNames = {"1", "2", "3", "4", "5"};
  for (int i = 0; i < 100'000; ++i) {
    Clip clip;
    clip.name = "audio/" + std::to_string(i / 1000) + "/recording-" + std::to_string(i) + ".wav";
    clip.path = dataset.root / clip.name;
    clip.labels = {i % 2};
    clip.fold = i % 5;
    clip.source = clip.name;
    clip.seconds = 4;
    dataset.clips.push_back(clip);
  }
  const Present present = presentOf(dataset);
  const std::string bytes = present.print.pack();
  EXPECT_LT(bytes.size(), 4'000'000u);
  EXPECT_EQ(Fingerprint::unpack(bytes), present.print);
}

}  // namespace
}  // namespace kinglet::data
