// Data sets as they unpack and as people lay them out: what is read, and that nothing is lost without a word.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "data/dataset.h"
#include "data/layout/columns.h"
#include "data/layout/split_names.h"
#include "data/temporary_folder.h"

namespace kinglet::data {
namespace {

OpenOptions readAs(const std::string& text) {
  OpenOptions options;
  options.readAs = ReadAs::parse(text);
  return options;
}

Dataset open(const TemporaryFolder& folder, const std::string& inside = {}, const std::string& how = {}) {
  return openDataset((folder.path / inside).string(), readAs(how));
}

std::string errorOf(const TemporaryFolder& folder, const std::string& inside = {},
                    const std::string& how = {}) {
  try {
    open(folder, inside, how);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

// All that was told.
std::string told(const Dataset& dataset) {
  std::string text;
  for (const auto& note : dataset.notes) text += note.english() + "\n";
  for (const auto& problem : dataset.problems) text += problem.where + ": " + problem.what.english() + "\n";
  return text;
}

std::map<std::string, std::string> labelsOf(const Dataset& dataset) {
  std::map<std::string, std::string> labels;
  for (const Clip& clip : dataset.clips)
    for (const int label : clip.labels)
      labels[clip.name] += (labels[clip.name].empty() ? "" : "+") + dataset.classes[std::size_t(label)];
  return labels;
}

std::map<std::string, std::string> foldsOf(const Dataset& dataset) {
  std::map<std::string, std::string> folds;
  for (const Clip& clip : dataset.clips) folds[clip.name] = dataset.foldNames[std::size_t(clip.fold)];
  return folds;
}

#define EXPECT_SAYS(text, part) EXPECT_NE(std::string(text).find(part), std::string::npos) << (text)
#define EXPECT_SAYS_NOT(text, part) EXPECT_EQ(std::string(text).find(part), std::string::npos) << (text)

// dog0q.wav ... rain3q.wav below a folder.
std::vector<std::pair<std::string, std::string>> dogsAndRain(const TemporaryFolder& folder,
                                                             const std::string& below = "audio/") {
  std::vector<std::pair<std::string, std::string>> files;
  for (const char* label : {"dog", "rain"})
    for (int i = 0; i < 4; ++i) {
      const std::string name = std::string(label) + std::to_string(i) + "q.wav";
      folder.sound(below + name, 1);
      files.emplace_back(name, label);
    }
  return files;
}

void urbanSound(const TemporaryFolder& folder, bool withTable) {
  std::string table = "slice_file_name,fsID,start,end,salience,fold,classID,class\n";
  for (int fold = 1; fold <= 10; ++fold)
    for (const auto& [id, name] : {std::pair(1, "car_horn"), std::pair(3, "dog_bark")}) {
      const std::string recording = std::to_string(100000 + fold * 10 + id),
                        file = recording + "-" + std::to_string(id) + "-0-7.wav";
      folder.sound("audio/fold" + std::to_string(fold) + "/" + file);
      table += file + "," + recording + ",58.2,62.2,1," + std::to_string(fold) + "," + std::to_string(id) +
               "," + name + "\n";
    }
  if (withTable) folder.text("metadata/UrbanSound8K.csv", table);
  folder.text("UrbanSound8K_README.txt", "words");
}

TEST(UrbanSound8K, ReadsTheTableOrTheFileNames) {
  for (const bool withTable : {true, false}) {
    const TemporaryFolder folder;
    urbanSound(folder, withTable);
    for (const char* inside : {"", "audio"}) {
      const Dataset dataset = open(folder, inside);
      EXPECT_EQ(dataset.layout, "urbansound8k");
      EXPECT_EQ(dataset.classes, (std::vector<std::string>{"car_horn", "dog_bark"}));
      EXPECT_EQ(dataset.folds, 10);
      EXPECT_EQ(dataset.clips.size(), 20u);
      EXPECT_TRUE(dataset.problems.empty()) << told(dataset);
      for (const Clip& clip : dataset.clips) EXPECT_EQ(clip.source.size(), 6u);
    }
  }
  const TemporaryFolder folder;
  urbanSound(folder, true);
  const Dataset dataset = open(folder);
  EXPECT_SAYS(told(dataset), "salience");
  EXPECT_SAYS(told(dataset), "the files are the slices");
  EXPECT_EQ(open(folder, "metadata/UrbanSound8K.csv").clips.size(), 20u);
  const Clip& clip = dataset.clips.front();
  EXPECT_EQ(dataset.labelRuleOf(clip), (Rule{Rule::Kind::column, "metadata/UrbanSound8K.csv", "class"}));
  EXPECT_EQ(dataset.foldRuleOf(clip).column, "fold");
  EXPECT_EQ(clip.line, 2u);
}

TEST(Fsd50k, ReadsPartsSplitsAndSeveralLabels) {
  const TemporaryFolder folder;
  std::string dev = "fname,labels,mids,split\n", eval = "fname,labels,mids\n";
  for (int i = 0; i < 12; ++i) {
    const std::string labels = i % 2 ? "Bark,Dog,Animal" : "Rain";
    dev += std::to_string(1000 + i) + ",\"" + labels + "\",\"/m/a,/m/b\"," + (i < 8 ? "train" : "val") + "\n";
    eval += std::to_string(2000 + i) + ",\"" + labels + "\",\"/m/a,/m/b\"\n";
    folder.sound("FSD50K.dev_audio/" + std::to_string(1000 + i) + ".wav");
    folder.sound("FSD50K.eval_audio/" + std::to_string(2000 + i) + ".wav");
  }
  folder.text("FSD50K.ground_truth/dev.csv", dev);
  folder.text("FSD50K.ground_truth/eval.csv", eval);
  folder.text("FSD50K.ground_truth/vocabulary.csv", "0,Animal,/m/a\n1,Bark,/m/b\n2,Dog,/m/c\n3,Rain,/m/d\n");
  folder.text("FSD50K.metadata/collection/collection_dev.csv", "fname,labels,mids\n1000,Zoo,/m/z\n");
  folder.text("FSD50K.doc/README.md", "words");
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.layout, "fsd50k");
  EXPECT_TRUE(dataset.multiLabel);
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"Animal", "Bark", "Dog", "Rain"}));
  EXPECT_EQ(dataset.foldNames, (std::vector<std::string>{"train", "val", "eval"}));
  EXPECT_EQ(dataset.clips.size(), 24u);
  EXPECT_EQ(labelsOf(dataset)["FSD50K.dev_audio/1001.wav"], "Animal+Bark+Dog");
  EXPECT_TRUE(dataset.problems.empty()) << told(dataset);
  for (const char* unused : {"vocabulary.csv", "collection_dev.csv", "mids", "FSD50K.doc"})
    EXPECT_SAYS(told(dataset), unused);
  // Only a part was fetched.
  std::filesystem::remove_all(folder.path / "FSD50K.eval_audio");
  const Dataset part = open(folder);
  EXPECT_EQ(part.clips.size(), 12u);
  EXPECT_SAYS(told(part),
              "eval.csv is not used: none of the files that it names is here (the first is 2000)");
}

TEST(TableSpellings, AreReadAlike) {
  const std::string heads[][3] = {{"path", "label", "fold"},
                                  {"File_Name", "Class", "Split"},
                                  {" filename ", " TARGET ", "subset"},
                                  {"fname", "species", "partition"},
                                  {"wav", "category", "set"},
                                  {"audio", "tag", "dataset"},
                                  {"slice_file_name", "primary_label", "Fold"}};
  for (const auto& head : heads)
    for (const char separator : {',', ';', '\t', '|'}) {
      const TemporaryFolder folder;
      std::string table = head[0] + separator + head[1] + separator + head[2] + "\r\n";
      int i = 0;
      for (const auto& [file, label] : dogsAndRain(folder)) {
        const char* fold = i % 4 < 2 ? "train" : i % 4 == 2 ? "val" : "test";
        table += file + separator + label + separator + fold + "\r\n";
        ++i;
      }
      folder.text("meta/info.csv", table);
      const Dataset dataset = open(folder);
      EXPECT_EQ(dataset.classes, (std::vector<std::string>{"dog", "rain"})) << table;
      EXPECT_EQ(dataset.foldNames, (std::vector<std::string>{"train", "val", "test"})) << table;
      EXPECT_EQ(dataset.clips.size(), 8u) << told(dataset);
    }
}

TEST(TableSpellings, PathsOfOtherPlaces) {
  for (const char* before : {"./audio/", "audio\\", ".\\audio\\", "/home/someone/set/audio/",
                             "C:\\set\\audio\\", "../audio/", "AUDIO/", ""}) {
    const TemporaryFolder folder;
    std::string table = "path,label\n";
    for (const auto& [file, label] : dogsAndRain(folder)) table += before + file + "," + label + "\n";
    folder.text("manifest.csv", table);
    const Dataset dataset = open(folder);
    EXPECT_EQ(dataset.clips.size(), 8u) << before << told(dataset);
    EXPECT_EQ(labelsOf(dataset)["audio/rain2q.wav"], "rain") << before;
  }
  // Without ending, or with the one that it had before it was converted.
  for (const char* ending : {"", ".mp3", ".WAV"}) {
    const TemporaryFolder folder;
    std::string table = "file,label\n";
    for (const auto& [file, label] : dogsAndRain(folder))
      table += file.substr(0, file.size() - 4) + ending + "," + label + "\n";
    folder.text("manifest.csv", table);
    EXPECT_EQ(open(folder).clips.size(), 8u) << ending;
  }
  // A file of another class is never taken for a missing one.
  const TemporaryFolder folder;
  for (const char* name : {"cat/1.wav", "cat/2.wav", "dog/2.wav"}) folder.sound(name);
  folder.text("manifest.csv", "path,label\ncat/1.wav,cat\ndog/1.wav,dog\ncat/2.wav,cat\ndog/2.wav,dog\n");
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.clips.size(), 3u);
  ASSERT_EQ(dataset.problems.size(), 1u);
  EXPECT_EQ(dataset.problems[0].where, "line 3");
  EXPECT_SAYS(told(dataset),
              "1 of the 4 files that manifest.csv names are not here (the first: line 3: dog/1.wav)");
}

TEST(TableSpellings, TimesAndTheirUnits) {
  const std::string forms[][3] = {{"start,end", "0.25,0.75", ","},
                                  {"Begin Time (s);End Time (s)", "0,25;0,75", ";"},
                                  {"onset\toffset", "0.25\t0.75", "\t"},
                                  {"start_ms|end_ms", "250|750", "|"},
                                  {"offset,duration", "0.25,0.5", ","},
                                  {"begin_s,dur", "0.25,0.5", ","},
                                  {"start_time,end_time", "0:00:00.25,0:00:00.75", ","}};
  for (const auto& form : forms) {
    const TemporaryFolder folder;
    std::string table = "path" + form[2] + "label" + form[2] + form[0] + "\n";
    for (const auto& [file, label] : dogsAndRain(folder, ""))
      table += file + form[2] + label + form[2] + form[1] + "\n";
    folder.text("manifest.csv", table);
    const Dataset dataset = open(folder);
    ASSERT_EQ(dataset.clips.size(), 8u) << table << told(dataset);
    for (const Clip& clip : dataset.clips) {
      EXPECT_NEAR(clip.startS, 0.25, 1e-9) << table;
      EXPECT_NEAR(clip.seconds, 0.5, 1e-9) << table;
    }
  }
  const TemporaryFolder folder;
  std::string table = "path,label,start\n", alone = "path,label,duration\n";
  for (const auto& [file, label] : dogsAndRain(folder, "")) {
    table += file + "," + label + ",2024-05-01 10:00\n";
    alone += file + "," + label + ",1.0\n";
  }
  folder.text("manifest.csv", table);
  EXPECT_SAYS(told(open(folder)), "start does not hold seconds");
  folder.text("manifest.csv", alone);
  EXPECT_SAYS(told(open(folder)), "The column duration is not used");
}

TEST(TableSpellings, TellsWhatIsAmbiguous) {
  const TemporaryFolder folder;
  std::string two = "path,species,category\n", folds = "path,label,fold,split\n";
  int i = 0;
  for (const auto& [file, label] : dogsAndRain(folder, "")) {
    two += file + "," + label + "," + (i % 2 ? "loud" : "quiet") + "\n";
    folds += file + "," + label + "," + std::to_string(i % 3) + "," + (i % 4 < 2 ? "train" : "test") + "\n";
    ++i;
  }
  folder.text("table.csv", two);
  EXPECT_SAYS(errorOf(folder), "--read-as label=category or --read-as label=species");
  EXPECT_EQ(open(folder, "", "label=category").classes, (std::vector<std::string>{"loud", "quiet"}));
  EXPECT_SAYS(errorOf(folder, "", "label=colour"),
              "no column \"colour\"; the columns are: path, species, category");
  folder.text("table.csv", folds);
  EXPECT_SAYS(errorOf(folder), "--read-as fold=fold or --read-as fold=split");
  EXPECT_EQ(open(folder, "", "fold=fold").folds, 3);
  folder.text("second.csv", "path,label\ndog0q.wav,cat\nrain0q.wav,cow\n");
  EXPECT_SAYS(errorOf(folder), "several manifests (second.csv, table.csv)");
  EXPECT_EQ(open(folder, "second.csv").clips.size(), 2u);
}

TEST(TableSpellings, WithoutNamesOfColumns) {
  const TemporaryFolder folder;
  std::string two, three;
  for (const auto& [file, label] : dogsAndRain(folder, "")) {
    two += file + "\t" + label + "\n";
    three += file + "\t" + label + "\tx\n";
  }
  folder.text("meta.txt", two);
  EXPECT_EQ(open(folder).clips.size(), 8u);
  folder.text("meta.txt", three);
  EXPECT_SAYS(errorOf(folder), "the first row names no columns");
  EXPECT_EQ(open(folder, "", "path=1,label=2").clips.size(), 8u);
}

TEST(Tables, ThatBelongTogether) {
  const TemporaryFolder folder;
  std::map<std::string, std::string> tables;
  int i = 0;
  for (const auto& [file, label] : dogsAndRain(folder)) {
    const std::string part = i % 4 < 2 ? "train" : i % 4 == 2 ? "valid" : "test";
    tables[part] += file + "," + label + "\n";
    ++i;
  }
  for (const auto& [part, rows] : tables) folder.text(part + ".csv", "file_name,label\n" + rows);
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.foldNames, (std::vector<std::string>{"train", "valid", "test"}));
  EXPECT_EQ(dataset.clips.size(), 8u);
  EXPECT_EQ(dataset.foldRuleOf(dataset.clips.front()).kind, Rule::Kind::table);
}

TEST(Tables, AgainstFolders) {
  const TemporaryFolder folder;
  std::string table = "path,label\n";
  for (const char* label : {"dog", "rain"})
    for (int i = 0; i < 4; ++i) {
      const std::string name = std::string(label) + "/a" + std::to_string(i) + "q.wav";
      folder.sound(name);
      table += name + "," + (name == "dog/a3q.wav" ? "rain" : label) + "\n";
    }
  folder.text("labels.csv", table);
  EXPECT_SAYS(errorOf(folder),
              "contradict each other for 1 of 8 files (the first: line 5 says that dog/a3q.wav is rain)");
  EXPECT_EQ(labelsOf(open(folder, "labels.csv"))["dog/a3q.wav"], "rain");
  EXPECT_EQ(labelsOf(open(folder, "", "table=none"))["dog/a3q.wav"], "dog");
  // A table of other things leaves the folders as they are, and is told.
  folder.text("labels.csv", "name,size\na,1\n");
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.layout, "folders");
  EXPECT_SAYS(told(dataset), "The table labels.csv is not used");
  folder.text("labels.csv", "path,label\ngone1.wav,dog\ngone2.wav,cat\n");
  EXPECT_SAYS(told(open(folder)), "none of the files that it names is here (the first is gone1.wav)");
  folder.text("labels.csv", "path,label\ndog/a0q.wav,dog\nrain/a0q.wav,rain\n");
  EXPECT_SAYS(told(open(folder)),
              "6 sounds are not used, since labels.csv does not name them (the first: dog/a1q.wav)");
}

TEST(SplitFolders, InAnyCaseAndWithCompany) {
  const TemporaryFolder folder;
  for (const char* part : {"Train", "VALID", "test"})
    for (const char* name : {"/cat/a.wav", "/cat/b.wav", "/dog/a.wav", "/dog/b.wav"})
      folder.sound(part + std::string(name));
  folder.sound("noise/hum.wav");
  folder.sound("_background_noise_/fan.wav");
  folder.sound("stray.wav");
  folder.text("images/a.png", "png");
  folder.text("metadata/notes.csv", "a,b\n1,2\n");
  folder.text("README", "words");
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"cat", "dog"}));
  EXPECT_EQ(dataset.foldNames, (std::vector<std::string>{"Train", "VALID", "test"}));
  EXPECT_EQ(dataset.clips.size(), 12u);
  for (const char* unused :
       {"1 sounds of folders beside those of the parts are not used (the first folder: noise)",
        "_background_noise_", "stray.wav", "images", "notes.csv", "a.png"})
    EXPECT_SAYS(told(dataset), unused);
  EXPECT_EQ(dataset.foldRuleOf(dataset.clips.front()).place, "Train");
}

TEST(SplitFolders, ThatCouldBeClasses) {
  const TemporaryFolder direct;
  for (const char* name : {"train/a.wav", "train/b.wav", "test/c.wav", "test/d.wav"}) direct.sound(name);
  EXPECT_SAYS(errorOf(direct), "called after parts of a data set");
  EXPECT_EQ(open(direct, "", "classes=outer").classes, (std::vector<std::string>{"test", "train"}));
  const TemporaryFolder vehicles;
  for (const char* name : {"train/a.wav", "train/b.wav", "bus/c.wav", "bus/d.wav"}) vehicles.sound(name);
  EXPECT_EQ(open(vehicles).classes, (std::vector<std::string>{"bus", "train"}));
  const TemporaryFolder below;
  for (const char* label : {"cat", "dog"})
    for (const char* part : {"/train/", "/val/", "/test/"}) below.sound(label + std::string(part) + "a.wav");
  EXPECT_EQ(open(below).foldNames, (std::vector<std::string>{"train", "val", "test"}));
  EXPECT_EQ(open(below).classes, (std::vector<std::string>{"cat", "dog"}));
}

TEST(FoldFolders, AreNeverClasses) {
  const TemporaryFolder folder;
  for (const char* name : {"fold1/a.wav", "fold1/b.wav", "Fold_2/c.wav", "fold 3/d.wav"}) folder.sound(name);
  EXPECT_SAYS(errorOf(folder), "count folds, so they are not taken for classes");
  EXPECT_EQ(open(folder, "", "classes=outer").classes.size(), 3u);
  const TemporaryFolder deep;
  for (const char* fold : {"fold1", "fold2", "fold3"})
    for (const char* label : {"/cat/", "/dog/"}) deep.sound(fold + std::string(label) + "a.wav");
  EXPECT_EQ(open(deep).foldNames, (std::vector<std::string>{"1", "2", "3"}));
  EXPECT_EQ(open(deep).classes, (std::vector<std::string>{"cat", "dog"}));
}

TEST(Links, ThatLeadOutOfATablesFolderAreFollowedOnlyWhereAPersonSaysSo) {
  const TemporaryFolder outside, folder;
  outside.sound("private.wav");
  outside.sound("more/c.wav");
  for (const char* name : {"a.wav", "b.wav", "real/d.wav"}) folder.sound(name);
  std::filesystem::create_symlink(outside.path / "private.wav", folder.path / "evil.wav");
  std::filesystem::create_directory_symlink(outside.path / "more", folder.path / "more");
  std::filesystem::create_symlink("a.wav", folder.path / "inside.wav");
  folder.text("manifest.csv",
              "path,label,fold\na.wav,x,1\nb.wav,y,1\nevil.wav,x,2\nmore/c.wav,y,2\ninside.wav,x,3\n"
              "real/d.wav,y,3\n");
  const Dataset careful = open(folder);
  EXPECT_EQ(careful.clips.size(), 4u) << told(careful);
  EXPECT_SAYS(told(careful), "evil.wav leads outside of the data set's folder by the link evil.wav");
  EXPECT_SAYS(told(careful), "more/c.wav leads outside of the data set's folder by the link more");
  EXPECT_EQ(open(folder, "", "links=follow").clips.size(), 6u);
  EXPECT_EQ(ReadAs::parse("links=follow").text(), "links=follow");
}

TEST(NestedFolders, AreReadOrRefusedWithBothReadings) {
  const TemporaryFolder folder;
  for (const char* name :
       {"animals/dog/a.wav", "animals/cat/b.wav", "machines/drill/c.wav", "machines/fan/d.wav"})
    folder.sound(name);
  EXPECT_SAYS(errorOf(folder), "animals, machines (--read-as classes=outer)");
  EXPECT_EQ(open(folder, "", "classes=outer").classes.size(), 2u);
  EXPECT_EQ(open(folder, "", "classes=inner").classes,
            (std::vector<std::string>{"cat", "dog", "drill", "fan"}));
  const TemporaryFolder sites;
  for (const char* name : {"dog/site1/a.wav", "dog/site2/b.wav", "cat/site1/c.wav", "cat/site2/d.wav"})
    sites.sound(name);
  EXPECT_EQ(open(sites).classes, (std::vector<std::string>{"cat", "dog"}));
  EXPECT_SAYS(told(open(sites)), "4 folders inside of classes' folders");
}

TEST(UnreadableSounds, AreCountedByEndingWithTheWayOut) {
  const TemporaryFolder folder;
  for (int i = 0; i < 6; ++i) {
    folder.sound("dog/d" + std::to_string(i) + "q.wav");
    folder.sound("rain/r" + std::to_string(i) + "q.wav");
    folder.text("dog/phone" + std::to_string(i) + ".m4a", "x");
    folder.text("horn/h" + std::to_string(i) + ".WMA", "x");
    folder.text("rain/r" + std::to_string(i) + "q.mp4", "x");  // converted already
  }
  const std::string text = told(open(folder));
  EXPECT_SAYS(text, "6 files (.m4a) cannot be read (the first: dog/phone0.m4a)");
  EXPECT_SAYS(text, "ffmpeg -i phone0.m4a phone0.wav");
  EXPECT_SAYS(text, "6 of the 12 sounds of the class dog cannot be read");
  EXPECT_SAYS(text, "The class horn is missing: none of its 6 sounds can be read");
  EXPECT_SAYS_NOT(text, ".mp4");
  std::filesystem::remove_all(folder.path / "dog");
  EXPECT_SAYS(errorOf(folder), "6 files (.wma)");
  std::filesystem::remove_all(folder.path / "rain");
  EXPECT_SAYS(errorOf(folder), "holds no sound that can be read");
}

TEST(AudioSetNames, AsDownloadersWriteThem) {
  const TemporaryFolder folder;
  folder.text("balanced_train_segments.csv",
              "# YTID, start_seconds, end_seconds, positive_labels\n"
              "aaaaaaaaaaa, 30.000, 40.000, \"/m/a\"\nbbbbbbbbbbb, 30.000, 40.000, \"/m/b\"\n"
              "ccccccccccc, 30.000, 40.000, \"/m/a\"\nddddddddddd, 30.000, 40.000, \"/m/b\"\n"
              "eeeeeeeeeee, 30.000, 40.000, \"/m/a\"\nYffffffffff, 30.000, 40.000, \"/m/b\"\n"
              "ggggggggggg, 30.000, 40.000, \"/m/b\"\n");
  folder.text("eval_segments.csv",
              "iiiiiiiiiii, 50.000, 60.000, \"/m/a\"\nhhhhhhhhhhh, 0.000, 10.000, \"/m/b\"\n");
  for (const char* name : {"aaaaaaaaaaa_30000_40000", "Ybbbbbbbbbbb", "ccccccccccc_000030", "id_ddddddddddd",
                           "eeeeeeeeeee_30.000-40.000", "Yffffffffff", "ggggggggggg_70_80"})
    folder.sound("balanced_train_segments/" + std::string(name) + ".wav", 10);
  folder.sound("eval_segments/iiiiiiiiiii_50_60.wav", 10);
  folder.sound("eval_segments/hhhhhhhhhhh.wav.wav", 10);
  const Dataset dataset = open(folder);
  EXPECT_EQ(dataset.clips.size(), 8u) << told(dataset);
  EXPECT_EQ(foldsOf(dataset)["eval_segments/iiiiiiiiiii_50_60.wav"], "eval");
  EXPECT_SAYS(told(dataset), "1 of 9 listed segments have no sound here (the first is ggggggggggg)");
  EXPECT_SAYS(told(dataset), "ggggggggggg_70_80.wav");
}

TEST(SpeechCommandsLists, InEverySpelling) {
  for (const char* before : {"", "./", "/"})
    for (const bool backslash : {false, true}) {
      const TemporaryFolder folder;
      std::string lists[2] = {"\xEF\xBB\xBF", ""};
      for (const char* word : {"yes", "no"})
        for (int i = 0; i < 6; ++i) {
          const std::string file = std::string(word) + "/0000000" + std::to_string(i) + "_nohash_0.wav";
          folder.sound(file + (i == 5 ? ".wav" : ""));
          if (i < 2) continue;
          std::string line = before + file;
          if (backslash) std::replace(line.begin(), line.end(), '/', '\\');
          lists[i % 2] += line + "\r\n";
        }
      folder.text("validation_list.txt", lists[0]);
      folder.text("testing_list.txt", lists[1]);
      const Dataset dataset = open(folder);
      EXPECT_EQ(dataset.inFold(0).size(), 4u) << before << told(dataset);
      EXPECT_EQ(dataset.inFold(1).size(), 4u);
      EXPECT_EQ(dataset.inFold(2).size(), 4u);
      EXPECT_TRUE(dataset.problems.empty()) << told(dataset);
    }
}

TEST(ReadAs, SaysWhatItUnderstands) {
  EXPECT_EQ(ReadAs::parse("label=species, fold=none").columns.at("fold"), "none");
  EXPECT_EQ(ReadAs::parse("classes=inner").classes, ReadAs::Classes::inner);
  EXPECT_TRUE(ReadAs::parse("table=none").withoutTable);
  EXPECT_EQ(ReadAs::parse(""), ReadAs());
  for (const char* bad : {"label", "label=", "colour=red", "classes=some", "table=x.csv"})
    EXPECT_THROW(ReadAs::parse(bad), base::Error) << bad;
}

TEST(Names, OfPartsAndFolds) {
  for (const char* name : {"train", "Training", "TRAIN_AUDIO", "balanced_train_segments", "train-set"})
    EXPECT_EQ(partOf(name), Part::training) << name;
  for (const char* name : {"val", "Valid", "dev", "FSD50K.dev_audio"})
    EXPECT_EQ(partOf(name), Part::validation);
  for (const char* name : {"test", "eval", "TestData"}) EXPECT_EQ(partOf(name), Part::test) << name;
  for (const char* name : {"train station", "trainer", "testament", "dog", "train_test", "audio"})
    EXPECT_EQ(partOf(name), std::nullopt) << name;
  for (const char* name : {"fold3", "Fold 03", "split_3", "cv-3"}) EXPECT_EQ(foldNumberOf(name), 3) << name;
  for (const char* name : {"3", "fold", "folder3x", "dog3"})
    EXPECT_EQ(foldNumberOf(name), std::nullopt) << name;
}

}  // namespace
}  // namespace kinglet::data
