#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/error.h"
#include "data/dataset.h"
#include "data/folds/plan.h"
#include "data/folds/repair.h"
#include "data/temporary_folder.h"

namespace kinglet::data {
namespace {

// Clips of a class in a fold.
int count(const Dataset& dataset, const std::string& name, int fold) {
  int found = 0;
  for (const int clip : dataset.inFold(fold))
    for (const int label : dataset.clips[std::size_t(clip)].labels)
      found += dataset.classes[std::size_t(label)] == name;
  return found;
}

bool noted(const Dataset& dataset, const std::string& words) {
  for (const auto& note : dataset.notes)
    if (note.english().find(words) != std::string::npos) return true;
  return false;
}

Dataset open(const TemporaryFolder& folder, const std::string& groupBy = "") {
  OpenOptions options;
  options.groupBy = GroupBy::parse(groupBy);
  return openDataset(folder.path.string(), options);
}

TEST(FoldPlan, RecordersThatNameFilesByTheirDay) {
  const TemporaryFolder folder;
  int day = 1;
  for (const char* name : {"owl", "fox", "rain"})
    for (int days = 0; days < 2; ++days, ++day)
      for (int hour = 10; hour < 15; ++hour)
        folder.sound(std::string(name) + "/2023050" + std::to_string(day) + "_" + std::to_string(hour) +
                     "0000.WAV");
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.folds, 5);
  for (int fold = 0; fold < 5; ++fold)
    for (const auto& name : dataset.classes) EXPECT_EQ(count(dataset, name, fold), 2);
  EXPECT_TRUE(planFault(dataset).empty());
  // By day, as asked for: two groups a class are too few, and that is said.
  const Dataset byDay = open(folder, "prefix");
  EXPECT_FALSE(planFault(byDay).empty());
  EXPECT_TRUE(noted(byDay, "A search cannot use these folds")) << byDay.notes.size();
}

TEST(FoldPlan, SmallDataSetsHaveAsManyFoldsAsTheyCanFill) {
  for (const int clips : {1, 2, 3, 4, 5, 6}) {
    const TemporaryFolder folder;
    for (const char* name : {"dog", "cat", "owl"})
      for (int i = 0; i < clips; ++i)
        folder.sound(std::string(name) + "/" + name + std::to_string(i) + "x.wav");
    const Dataset dataset = open(folder);
    EXPECT_EQ(dataset.folds, std::clamp(clips, 2, 5));
    EXPECT_EQ(planFault(dataset).empty(), clips >= 3) << planFault(dataset).english();
    if (clips < 3) continue;
    for (int fold = 0; fold < dataset.folds; ++fold)
      for (const auto& name : dataset.classes) EXPECT_GE(count(dataset, name, fold), 1);
  }
}

TEST(FoldPlan, ARareClassIsTrainedOnFirst) {
  for (const int rare : {1, 2, 3}) {
    const TemporaryFolder folder;
    for (int i = 0; i < 20; ++i)
      for (const char* name : {"dog", "cat"})
        folder.sound(std::string(name) + "/" + name + std::to_string(i) + "x.wav");
    for (int i = 0; i < rare; ++i) folder.sound("owl/hoot" + std::to_string(i) + "x.wav");
    const Dataset dataset = open(folder);
    EXPECT_EQ(dataset.folds, 5);
    EXPECT_TRUE(planFault(dataset).empty()) << planFault(dataset).english();
    EXPECT_GE(count(dataset, "owl", 0) + count(dataset, "owl", 1) + count(dataset, "owl", 2), 1);
    EXPECT_EQ(count(dataset, "owl", 3), rare >= 2);
    EXPECT_EQ(count(dataset, "owl", 4), rare >= 3);
    EXPECT_TRUE(noted(dataset, "The class owl has too few recordings to be in every fold"));
    EXPECT_EQ(noted(dataset, "The test fold (5) has no clip of owl"), rare < 3);
  }
}

TEST(FoldPlan, ValidationIsCutFromTrainingByRecording) {
  const TemporaryFolder folder;
  for (const char* name : {"dog", "cat"}) {
    for (int recording = 0; recording < 6; ++recording)
      for (int part = 0; part < 3; ++part)
        folder.sound(std::string("train/") + name + "/rec" + std::string(name) + std::to_string(recording) +
                     "_" + std::to_string(part) + ".wav");
    for (int i = 0; i < 4; ++i)
      folder.sound(std::string("test/") + name + "/t" + std::to_string(i) + "x.wav");
  }
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.foldNames,
            (std::vector<std::string>{"train 1", "train 2", "train 3", "train 4", "test"}));
  EXPECT_TRUE(planFault(dataset).empty());
  EXPECT_TRUE(noted(dataset, "no validation fold"));
  std::map<std::string, int> foldOf;
  for (const Clip& clip : dataset.clips) {
    EXPECT_EQ(clip.fold == 4, clip.name.starts_with("test/")) << clip.name;
    EXPECT_EQ(foldOf.emplace(clip.source, clip.fold).first->second, clip.fold);
  }
  EXPECT_EQ(dataset.inFold(4).size(), 8u);
}

TEST(FoldPlan, PartsByAnyUsualName) {
  const std::pair<std::vector<std::string>, std::vector<std::string>> cases[] = {
      {{"Train", "Test"}, {"Train 1", "Train 2", "Train 3", "Train 4", "Test"}},
      {{"training", "evaluation"}, {"training 1", "training 2", "training 3", "training 4", "evaluation"}},
      {{"dev", "eval"}, {"dev 1", "dev 2", "dev 3", "dev 4", "eval"}},
      {{"train", "valid"}, {"train 1", "train 2", "train 3", "valid", "train 4"}},
      {{"train", "val", "test"}, {"train", "val", "test"}},
      {{"fold1", "fold2", "fold10"}, {"fold1", "fold2", "fold10"}},
  };
  for (const auto& [given, expected] : cases) {
    const TemporaryFolder folder;
    std::string table = "path,label,fold\n";
    for (std::size_t i = 0; i < 40; ++i) {
      const std::string name = "s" + std::to_string(i) + "q.wav";
      folder.sound(name);
      table += name + (i % 2 ? ",dog," : ",cat,") + given[i / 2 % given.size()] + "\n";
    }
    folder.text("list.csv", table);
    const Dataset dataset = open(folder);
    EXPECT_EQ(dataset.foldNames, expected);
    EXPECT_TRUE(planFault(dataset).empty()) << planFault(dataset).english();
  }
}

TEST(FoldPlan, GivenFoldsThatCannotWorkAreToldNotChanged) {
  const TemporaryFolder folder;
  for (const char* file :
       {"train/dog/a", "train/dog/b", "train/cat/c", "valid/dog/d", "valid/owl/e", "test/cat/f"})
    folder.sound(file + std::string("x.wav"));
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.folds, 3);
  EXPECT_NE(planFault(dataset).english().find("the validation fold (valid) has clips of owl"),
            std::string::npos)
      << planFault(dataset).english();
  EXPECT_NE(planFault(dataset, 0, 1).english().find("dog, owl"), std::string::npos);
}

TEST(FoldPlan, GivenFoldsAreBelievedMoreThanNames) {
  const TemporaryFolder folder;
  for (const char* name : {"dog", "cat"})
    for (int recording = 0; recording < 4; ++recording)
      for (int part = 0; part < 3; ++part)
        folder.sound((part == 0   ? "test/"
                      : part == 1 ? "val/"
                                  : "train/") +
                     std::string(name) + "/r" + std::to_string(recording) + name + "_" +
                     std::to_string(part) + ".wav");
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.clips.size(), 24u);
  EXPECT_TRUE(dataset.problems.empty());
  EXPECT_TRUE(noted(dataset, "8 recordings have clips in several folds"));
  // As the person says it, it counts: only the test is left then.
  EXPECT_THROW(open(folder, "prefix"), base::Error);
}

TEST(FoldPlan, ClipsOfUnlearntClassesAreNotJudged) {
  const TemporaryFolder folder;
  folder.text("list.csv",
              "path,label,fold\na.wav,dog,1\nb.wav,cat,1\nc.wav,dog,2\nd.wav,owl,2\ne.wav,cat,3\n");
  for (const char* file : {"a.wav", "b.wav", "c.wav", "d.wav", "e.wav"}) folder.sound(file);
  const Dataset dataset = open(folder);
  const Learnable left = learnable(dataset, dataset.inFold(0), dataset.inFold(1));
  ASSERT_EQ(left.clips.size(), 1u);
  EXPECT_EQ(dataset.clips[std::size_t(left.clips[0])].name, "c.wav");
  EXPECT_EQ(left.unlearnt, (std::vector<std::string>{"owl"}));
}

TEST(RepairFolds, SeveralLabelsAClip) {
  // Label 1 is only in the validation fold, together with label 0, which is everywhere.
  const std::vector<FoldItem> items{{"a", {0}}, {"b", {0}}, {"c", {0, 1}}, {"d", {0}}, {"e", {0}}};
  const std::vector<FoldRole> roles{FoldRole::training, FoldRole::validation, FoldRole::test};
  std::vector<int> folds{0, 1, 1, 2, 2};
  repairFolds(items, roles, folds);
  EXPECT_EQ(folds, (std::vector<int>{0, 1, 0, 2, 2}));
  // What works is not touched.
  const std::vector<int> before = folds;
  repairFolds(items, roles, folds);
  EXPECT_EQ(folds, before);
}

TEST(OpenOptions, ReadingIsToldAndCancelled) {
  const TemporaryFolder folder;
  for (int i = 0; i < 10; ++i)
    for (const char* name : {"dog", "cat"})
      folder.sound(std::string(name) + "/" + std::to_string(i) + ".wav");
  OpenOptions options;
  std::size_t all = 0;
  options.progress = [&](std::size_t, std::size_t of) { all = of; };
  openDataset(folder.path.string(), options);
  EXPECT_EQ(all, 20u);
  std::stop_source stop;
  options.stop = stop.get_token();
  options.progress = [&](std::size_t, std::size_t) { stop.request_stop(); };
  EXPECT_THROW(openDataset(folder.path.string(), options), base::Error);
}

}  // namespace
}  // namespace kinglet::data
