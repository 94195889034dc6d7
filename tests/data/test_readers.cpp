#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/format.h"
#include "base/random.h"
#include "base/text.h"
#include "data/dataset.h"
#include "data/temporary_folder.h"
#include "paths.h"

namespace kinglet::data {
namespace {
namespace fs = std::filesystem;

std::string errorOf(const fs::path& path) {
  try {
    openDataset(path.string());
  } catch (const base::Error& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos);
    return error.what();
  }
  return "no error";
}

#define EXPECT_SAYS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

const Clip& clipNamed(const Dataset& dataset, const std::string& name) {
  const auto found =
      std::find_if(dataset.clips.begin(), dataset.clips.end(), [&](const Clip& c) { return c.name == name; });
  if (found == dataset.clips.end()) throw std::runtime_error("no clip " + name);
  return *found;
}

// What every data set must hold, whatever was read.
void expectSound(const Dataset& dataset) {
  EXPECT_GE(dataset.folds, 2);
  EXPECT_EQ(dataset.foldNames.size(), std::size_t(dataset.folds));
  std::map<std::string, int> foldOfSource;
  std::set<std::string> names;
  for (const Clip& clip : dataset.clips) {
    EXPECT_TRUE(names.insert(clip.name).second) << clip.name;
    EXPECT_TRUE(base::isUtf8(clip.name));
    EXPECT_GE(clip.fold, 0);
    EXPECT_LT(clip.fold, dataset.folds);
    EXPECT_GT(clip.seconds, 0);
    EXPECT_FALSE(clip.labels.empty());
    for (const int label : clip.labels) EXPECT_LT(std::size_t(label), dataset.classes.size());
    EXPECT_EQ(foldOfSource.emplace(clip.source, clip.fold).first->second, clip.fold) << clip.source;
  }
}

TEST(Esc50, ReadsFoldsAndClassesByTheirIds) {
  const TemporaryFolder folder;
  folder.text("meta/esc50.csv",
              "filename,fold,target,category,esc10,src_file,take\n"
              "1-100-A-5.wav,1,5,cat,False,100,A\r\n"
              "1-100-B-5.wav,1,5,cat,False,100,B\n"
              "2-200-A-0.wav,2,0,dog,True,200,A\n"
              "2-201-A-0.wav,2,0,dog,True,201,A\n"
              "3-300-A-0.wav,3,0,dog,True,300,A\n"
              "3-301-A-0.wav,3,0,dog,True,301,A\n");
  for (const char* name : {"1-100-A-5", "1-100-B-5", "2-200-A-0", "3-300-A-0"})
    folder.sound(std::string("audio/") + name + ".wav");
  folder.text("audio/3-301-A-0.wav", "text");
  const Dataset dataset = openDataset(folder.path.string() + "/");
  expectSound(dataset);
  EXPECT_EQ(dataset.layout, "esc50");
  EXPECT_EQ(dataset.name, folder.path.filename().string());
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"dog", "cat"}));
  EXPECT_EQ(dataset.foldNames, (std::vector<std::string>{"1", "2", "3"}));
  EXPECT_EQ(dataset.clips.size(), 4u);
  EXPECT_EQ(clipNamed(dataset, "2-200-A-0.wav").fold, 1);
  EXPECT_EQ(clipNamed(dataset, "1-100-B-5.wav").source, "100");
  ASSERT_EQ(dataset.problems.size(), 2u);
  EXPECT_EQ(dataset.problems[0].where, "2-201-A-0.wav");
  EXPECT_SAYS(dataset.problems[0].what.english(), "there is no sound file");
  EXPECT_SAYS(dataset.problems[1].what.english(), "as sound");
  EXPECT_EQ(loadClip(dataset, 0, 16000).size(), 1600u);
}

TEST(Esc50, ReadsTheRealRecordings) {
  const fs::path real = fs::path(KINGLET_SHARED_DIR) / "data" / "esc-10";
  if (!fs::exists(real)) GTEST_SKIP() << "no recordings at " << real;
  const Dataset dataset = openDataset(real.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.clips.size(), 400u);
  EXPECT_EQ(dataset.classes.size(), 10u);
  EXPECT_EQ(dataset.classes[0], "dog");
  EXPECT_EQ(dataset.folds, 5);
  EXPECT_TRUE(dataset.problems.empty());
  for (int fold = 0; fold < 5; ++fold) EXPECT_EQ(dataset.inFold(fold).size(), 80u);
}

TEST(Esc50, SaysWhatIsMissing) {
  const TemporaryFolder folder;
  folder.text("meta/esc50.csv", "filename,fold,category\na.wav,1,dog\n");
  EXPECT_SAYS(errorOf(folder.path),
              "there is no column \"target\"; the columns are: filename, fold, category");
  folder.text("meta/esc50.csv", "filename,fold,target,category\na.wav,1,0,dog\n");
  EXPECT_SAYS(errorOf(folder.path), "no folder audio/");
  folder.sound("audio/a.wav");
  EXPECT_SAYS(errorOf(folder.path), "only one class (dog)");
  folder.text("meta/esc50.csv", "filename,fold,target,category\na.wav,1,0,dog\nb.wav,1,0,cat\n");
  EXPECT_SAYS(errorOf(folder.path), "line 3: target 0 is called both dog and cat");
  folder.text("meta/esc50.csv", "");
  EXPECT_SAYS(errorOf(folder.path), "is empty");
}

TEST(Folders, AFolderIsAClassAndFoldsAreEven) {
  const TemporaryFolder folder;
  for (int i = 0; i < 20; ++i) folder.sound("dog/" + std::to_string(i) + ".wav");
  for (int i = 0; i < 10; ++i) folder.sound("cat/deep/" + std::to_string(i) + ".wav");
  folder.text("cat/README.md", "about the cats");
  folder.text("cat/.hidden.wav", "not looked at");
  folder.text("_private/a.wav", "not looked at");
  folder.text("cat/broken.flac", "no sound");
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.layout, "folders");
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"cat", "dog"}));
  EXPECT_EQ(dataset.clips.size(), 30u);
  EXPECT_EQ(dataset.folds, 5);
  for (int fold = 0; fold < 5; ++fold) {
    int cats = 0;
    for (const int clip : dataset.inFold(fold)) cats += dataset.clips[std::size_t(clip)].labels[0] == 0;
    EXPECT_EQ(cats, 2);
    EXPECT_EQ(dataset.inFold(fold).size(), 6u);
  }
  ASSERT_EQ(dataset.problems.size(), 1u);
  EXPECT_EQ(dataset.problems[0].where, "cat/broken.flac");
}

TEST(Folders, PartsOfARecordingStayTogether) {
  const TemporaryFolder folder;
  for (int recording = 0; recording < 7; ++recording)
    for (int part = 0; part < 4; ++part) {
      const std::string name = "rec" + std::to_string(recording) + "_" + std::to_string(part) + ".wav";
      folder.sound((recording % 2 ? "dog/" : "cat/") + name);
      if (recording == 0) folder.sound("dog/" + name);  // one recording with both in it
    }
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(clipNamed(dataset, "cat/rec0_1.wav").source, clipNamed(dataset, "dog/rec0_3.wav").source);
  EXPECT_NE(clipNamed(dataset, "cat/rec2_1.wav").source, clipNamed(dataset, "dog/rec1_1.wav").source);
}

TEST(Folders, SplitsAboveTheClassesAreTheFolds) {
  const TemporaryFolder folder;
  for (const char* split : {"test", "train", "val"})
    for (const char* name : {"/cat/a.wav", "/cat/b.wav", "/dog/a.wav"})
      folder.sound(split + std::string(name));
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.foldNames, (std::vector<std::string>{"train", "val", "test"}));
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"cat", "dog"}));
  EXPECT_EQ(clipNamed(dataset, "val/dog/a.wav").fold, 1);
}

TEST(Folders, TheSameOnEveryFileSystem) {
  const auto folds = [](const std::vector<int>& order) {
    const TemporaryFolder folder;
    for (const int i : order) folder.sound((i % 3 ? "dog/" : "cat/") + std::to_string(i) + ".wav");
    std::map<std::string, int> result;
    for (const Clip& clip : openDataset(folder.path.string()).clips) result[clip.name] = clip.fold;
    return result;
  };
  EXPECT_EQ(folds({0, 1, 2, 3, 4, 5, 6, 7, 8}), folds({8, 3, 1, 6, 0, 7, 2, 5, 4}));
}

TEST(Folders, ClearMessagesForWhatIsNoDataSet) {
  const TemporaryFolder folder;
  for (const char* layout : {"ESC-50 (meta/esc50.csv", "manifest", "a folder for each class"})
    EXPECT_SAYS(errorOf(folder.path), layout);
  folder.text("notes.txt", "");
  EXPECT_SAYS(errorOf(folder.path / "notes.txt"), "no data set was found");
  EXPECT_SAYS(errorOf(folder.path / "none"), "there is no folder or file");
  folder.sound("a.wav");
  EXPECT_SAYS(errorOf(folder.path), "holds sounds but nothing that says what they are");
  folder.text("dog/a.wav", "text");
  EXPECT_SAYS(errorOf(folder.path), "no clip of");
  EXPECT_SAYS(errorOf(folder.path), "dog/a.wav");
  folder.sound("dog/b.wav");
  EXPECT_SAYS(errorOf(folder.path), "only one class (dog)");
}

// As speech_commands_v0.02 unpacks: words with clips of several speakers, lists, noise, papers.
void speechCommands(const TemporaryFolder& folder) {
  int speaker = 0;
  for (const char* word : {"bed", "cat", "yes"}) {
    for (const char* hash : {"0a7c2a8d", "00f0204f", "1ecfb537", "c50f55b8"})
      for (int take = 0; take < 2; ++take)
        folder.sound(std::string(word) + "/" + hash + "_nohash_" + std::to_string(take) + ".wav", 0.1, 16000,
                     300 + 20 * ++speaker);
  }
  folder.sound("_background_noise_/white_noise.wav", 1, 16000);
  folder.text("_background_noise_/README.md", "noise");
  folder.text("README.md", "## Speech Commands Data Set v0.02");
  folder.text("LICENSE", "Creative Commons BY 4.0");
  folder.text(".DS_Store", std::string("\0\1", 2));
  folder.text("validation_list.txt",
              "bed/00f0204f_nohash_0.wav\nbed/00f0204f_nohash_1.wav\ncat/00f0204f_nohash_0.wav\n"
              "cat/00f0204f_nohash_1.wav\nyes/00f0204f_nohash_0.wav\nyes/00f0204f_nohash_1.wav\n");
  folder.text("testing_list.txt",
              "bed/c50f55b8_nohash_0.wav\nbed/c50f55b8_nohash_1.wav\ncat/c50f55b8_nohash_0.wav\n"
              "cat/c50f55b8_nohash_1.wav\nyes/c50f55b8_nohash_0.wav\nyes/c50f55b8_nohash_1.wav\n");
}

TEST(SpeechCommands, ReadsWordsSpeakersAndLists) {
  const TemporaryFolder folder;
  speechCommands(folder);
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.layout, "speech_commands");
  EXPECT_FALSE(dataset.multiLabel);
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"bed", "cat", "yes"}));
  EXPECT_EQ(dataset.foldNames, (std::vector<std::string>{"training", "validation", "testing"}));
  EXPECT_EQ(dataset.inFold(0).size(), 12u);
  EXPECT_EQ(dataset.inFold(1).size(), 6u);
  EXPECT_EQ(dataset.inFold(2).size(), 6u);
  EXPECT_EQ(clipNamed(dataset, "cat/c50f55b8_nohash_1.wav").fold, 2);
  EXPECT_EQ(clipNamed(dataset, "cat/c50f55b8_nohash_1.wav").source, "c50f55b8");
  EXPECT_TRUE(dataset.problems.empty());
  ASSERT_EQ(dataset.notes.size(), 1u);
  EXPECT_SAYS(dataset.notes[0].english(), "underscore");
}

TEST(SpeechCommands, TellsOfListsThatDoNotFit) {
  const TemporaryFolder folder;
  speechCommands(folder);
  folder.text("validation_list.txt",
              "bed/00f0204f_nohash_0.wav\nbed/00f0204f_nohash_1.wav\nbed/gone_nohash_0.wav\n"
              "../../etc/passwd\n");
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  // One speaker in two folds: the smaller part is left out, and told.
  EXPECT_EQ(dataset.foldNames,
            (std::vector<std::string>{"training 1", "training 2", "training 3", "testing"}));
  bool gone = false, outside = false;
  for (const DataProblem& problem : dataset.problems) {
    gone |= problem.where == "bed/gone_nohash_0.wav";
    outside |= problem.where == "../../etc/passwd";
  }
  EXPECT_TRUE(gone && outside);
  folder.text("validation_list.txt", "bed/c50f55b8_nohash_0.wav\n");
  EXPECT_SAYS(errorOf(folder.path),
              "testing_list.txt, line 1: bed/c50f55b8_nohash_0.wav is listed for validation and");
  folder.text("validation_list.txt", std::string(100000, 'x'));
  EXPECT_SAYS(errorOf(folder.path), "too long");
}

// As AudioSet is published, with a few of its sounds, cut out or whole, named as fetchers name them.
void audioSet(const TemporaryFolder& folder) {
  folder.text("class_labels_indices.csv",
              "index,mid,display_name\n0,/m/09x0r,\"Speech\"\n1,/m/05zppz,\"Male speech, man speaking\"\n"
              "2,/m/068hy,\"Domestic animals, pets\"\n3,/m/0bt9lr,\"Dog\"\n4,/t/dd00003,\"Unused\"\n");
  folder.text("balanced_train_segments.csv",
              "# Segments csv created Sun Mar  5 10:54:31 2017\n"
              "# num_ytids=6, num_segs=7, num_unique_labels=4, num_positive_labels=12\n"
              "# YTID, start_seconds, end_seconds, positive_labels\n"
              "--4gqARaEJE, 0.000, 10.000, \"/m/068hy,/m/0bt9lr\"\n"
              "--BfvyPmVMo, 20.000, 30.000, \"/m/09x0r\"\n"
              "--U7joUcTCo, 0.000, 10.000, \"/m/09x0r,/m/05zppz\"\n"
              "-0BIyqJj9ZU, 30.000, 40.000, \"/m/09x0r,/m/0bt9lr,/m/068hy\"\n"
              "-0RWZT-miFs, 420.000, 430.000, \"/m/05zppz\"\n"
              "-not-fetched, 1.000, 11.000, \"/m/05zppz\"\n"
              "-unknown-lbl, 1.000, 11.000, \"/m/nothing\"\n");
  folder.text("eval_segments.csv",
              "# Segments csv created Sun Mar  5 10:54:25 2017\n"
              "# num_ytids=2, num_segs=2, num_unique_labels=3, num_positive_labels=3\n"
              "# YTID, start_seconds, end_seconds, positive_labels\n"
              "007P6bFgRCU, 10.000, 20.000, \"/m/09x0r\"\n"
              "00AGIhlv-w0, 300.000, 310.000, \"/m/0bt9lr,/m/068hy\"\n");
  folder.sound("audio/--4gqARaEJE.wav", 10);
  folder.sound("audio/--BfvyPmVMo.flac.wav", 1);  // another name: not this clip
  folder.sound("audio/--BfvyPmVMo.wav", 35);      // the whole recording
  folder.sound("audio/Y--U7joUcTCo.wav", 10);
  folder.sound("audio/-0BIyqJj9ZU_30000.wav", 10);
  folder.sound("audio/-0RWZT-miFs_420.wav", 9.6);
  folder.sound("eval/007P6bFgRCU.wav", 10);
  folder.sound("eval/00AGIhlv-w0.wav", 10);
}

TEST(AudioSet, ReadsSegmentsWithSeveralLabels) {
  const TemporaryFolder folder;
  audioSet(folder);
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.layout, "audioset");
  EXPECT_TRUE(dataset.multiLabel);
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"Speech", "Male speech, man speaking",
                                                       "Domestic animals, pets", "Dog"}));
  EXPECT_EQ(dataset.clips.size(), 7u);
  EXPECT_EQ(dataset.folds, 5);
  EXPECT_EQ(dataset.foldNames.back(), "eval");
  EXPECT_EQ(dataset.inFold(4).size(), 2u);
  EXPECT_EQ(clipNamed(dataset, "audio/--4gqARaEJE.wav").labels, (std::vector<int>{2, 3}));
  const Clip& part = clipNamed(dataset, "audio/--BfvyPmVMo.wav");
  EXPECT_EQ(part.startS, 20);
  EXPECT_EQ(part.seconds, 10);
  EXPECT_EQ(loadClip(dataset, int(&part - dataset.clips.data()), 8000).size(), 80000u);
  const Clip& cut = clipNamed(dataset, "audio/-0RWZT-miFs_420.wav");
  EXPECT_EQ(cut.startS, 0);
  EXPECT_NEAR(cut.seconds, 9.6, 1e-6);
  EXPECT_EQ(cut.source, "-0RWZT-miFs");
  ASSERT_EQ(dataset.problems.size(), 1u);
  EXPECT_EQ(dataset.problems[0].where, "balanced_train_segments.csv, line 10");
  EXPECT_SAYS(dataset.problems[0].what.english(), "/m/nothing");
  ASSERT_GE(dataset.notes.size(), 2u);
  EXPECT_SAYS(dataset.notes[1].english(), "audio/--BfvyPmVMo.flac.wav");
  EXPECT_SAYS(dataset.notes[0].english(),
              "1 of 8 listed segments have no sound here (the first is -not-fetched)");
}

TEST(AudioSet, WithoutNamesAndWithoutEvaluation) {
  const TemporaryFolder folder;
  audioSet(folder);
  fs::remove(folder.path / "class_labels_indices.csv");
  fs::remove(folder.path / "eval_segments.csv");
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"/m/05zppz", "/m/068hy", "/m/09x0r", "/m/0bt9lr"}));
  EXPECT_EQ(dataset.folds, 5);
}

TEST(AudioSet, BadRowsAreToldAndLeftOut) {
  const TemporaryFolder folder;
  audioSet(folder);
  folder.text("extra_segments.csv",
              "# YTID, start_seconds, end_seconds, positive_labels\n"
              "short, 1.000\n007P6bFgRCU, x, 20, \"/m/09x0r\"\n007P6bFgRCU, 20, 10, \"/m/09x0r\"\n"
              "../../etc/passwd, 0, 10, \"/m/09x0r\"\n007P6bFgRCU, 0, 10, \"\"\n007P6bFgRCU, 0, 1e300, "
              "\"/m/09x0r\"\n");
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.clips.size(), 7u);
  EXPECT_EQ(dataset.problems.size(), 7u);
  folder.text("extra_segments.csv", std::string("abc\0def", 7));
  EXPECT_SAYS(errorOf(folder.path), "not a text file");
}

TEST(Manifest, ReadsLabelsFoldsAndParts) {
  const TemporaryFolder folder;
  folder.sound("a.wav", 2);
  folder.sound("sub/b.wav", 1);
  folder.sound("c.wav", 1);
  folder.text("manifest.csv",
              "\xEF\xBB\xBFlabel,path,fold,start_s,end_s\n"
              "dog; cat,a.wav,one,0,0.5\n"
              "dog,a.wav,one,0.5,1.5\n"
              "\"cat\",\"sub/b.wav\",two,,\n"
              "Zürich,c.wav,two,0.25,99\n");
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.layout, "manifest");
  EXPECT_TRUE(dataset.multiLabel);
  EXPECT_EQ(dataset.classes, (std::vector<std::string>{"Zürich", "cat", "dog"}));
  EXPECT_EQ(dataset.clips.size(), 4u);
  EXPECT_EQ(dataset.clips[0].labels, (std::vector<int>{1, 2}));
  EXPECT_EQ(dataset.clips[0].name, "a.wav@0.000-0.500");
  EXPECT_EQ(dataset.clips[2].name, "sub/b.wav");
  EXPECT_NEAR(dataset.clips[3].seconds, 0.75, 1e-6);
  EXPECT_TRUE(dataset.problems.empty());
  EXPECT_EQ(loadClip(dataset, 1, 8000).size(), 8000u);
  EXPECT_EQ(loadClip(dataset, 3, 8000).size(), 6000u);
  EXPECT_EQ(openDataset((folder.path / "manifest.csv").string()).clips.size(), 4u);
}

TEST(Manifest, BadRowsAreReportedAndLeftOut) {
  const TemporaryFolder folder;
  for (const char* name : {"a.wav", "b.wav", "c.wav", "d.wav"}) folder.sound(name);
  folder.text("sounds.csv",
              "path,label,start_s,end_s\n"
              "a.wav,dog,,\n"
              "b.wav,cat,,\n"
              "../outside.wav,dog,,\n"
              "/etc/passwd,dog,,\n"
              "sub/../../outside.wav,dog,,\n"
              "missing.wav,dog,,\n"
              "c.wav,,,\n"
              ",dog,,\n"
              "c.wav,dog,soon,later\n"
              "c.wav,dog,0.05,0.01\n"
              "c.wav,dog,5,6\n"
              "c.wav\n"
              "a.wav,dog,,\n"
              "d.wav,cat,,\n");
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  std::map<std::string, std::string> problems;
  for (const DataProblem& problem : dataset.problems) problems[problem.where] = problem.what.english();
  EXPECT_EQ(problems.size(), 11u);
  EXPECT_SAYS(problems["line 4"], "outside");
  EXPECT_SAYS(problems["line 5"], "outside");
  EXPECT_SAYS(problems["line 6"], "outside");
  EXPECT_SAYS(problems["line 7"], "there is no sound file");
  EXPECT_SAYS(problems["line 8"], "label is empty");
  EXPECT_SAYS(problems["line 9"], "path is empty");
  EXPECT_SAYS(problems["line 10"], "no seconds");
  EXPECT_SAYS(problems["line 11"], "is empty");
  EXPECT_SAYS(problems["line 12"], "only 0.1");
  EXPECT_SAYS(problems["line 13"], "label is empty");
  EXPECT_SAYS(problems["line 14"], "listed twice");
  EXPECT_EQ(dataset.clips.size(), 3u);
}

TEST(Manifest, ARecordingIsNeverOnBothSides) {
  const TemporaryFolder folder;
  for (const char* name : {"a.wav", "b.wav", "c.wav"}) folder.sound(name, 3);
  folder.text("m.csv",
              "path,label,fold,start_s,end_s\n"
              "a.wav,dog,1,0,1\n"
              "a.wav,dog,2,1,2\n"
              "a.wav,dog,2,2,3\n"
              "b.wav,cat,1,,\n"
              "c.wav,cat,2,,\n");
  const Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.clips.size(), 4u);
  ASSERT_EQ(dataset.problems.size(), 1u);
  EXPECT_EQ(dataset.problems[0].where, "line 2");
  EXPECT_SAYS(dataset.problems[0].what.english(), "recording it comes from (a.wav) is in fold 2");

  // A column that names the recording counts as well.
  folder.text("m.csv", "path,label,fold,source\na.wav,dog,1,x\nb.wav,cat,2,x\nc.wav,cat,2,y\n");
  EXPECT_EQ(openDataset(folder.path.string()).problems.at(0).where, "line 3");
  folder.text("m.csv", "path,label,fold,source\na.wav,dog,1,x\nb.wav,cat,2,x\n");
  EXPECT_SAYS(errorOf(folder.path), "only one class (dog)");
}

TEST(Manifest, FoldsThatSayNothingOrTooMuch) {
  const TemporaryFolder folder;
  for (const char* name : {"a.wav", "b.wav", "c.wav", "d.wav"}) folder.sound(name);
  folder.text("m.csv",
              "path,label,fold\na.wav,dog,train\nb.wav,cat,train\nc.wav,cat,train\nd.wav,cat,train\n");
  Dataset dataset = openDataset(folder.path.string());
  expectSound(dataset);
  EXPECT_EQ(dataset.folds, 3);  // as many as the largest class has recordings
  EXPECT_SAYS(dataset.notes.at(0).english(), "All clips are in one fold (train)");
  folder.text("m.csv", "path,label,fold\na.wav,dog,10\nb.wav,cat,9\nc.wav,cat,\n");
  dataset = openDataset(folder.path.string());
  EXPECT_EQ(dataset.foldNames, (std::vector<std::string>{"9", "10"}));
  ASSERT_EQ(dataset.problems.size(), 1u);
  EXPECT_SAYS(dataset.problems[0].what.english(), "no fold");
  std::string many = "path,label,fold,start_s,end_s\n";
  for (int i = 0; i < 101; ++i)
    many += "a.wav,dog," + std::to_string(i) + "," + base::fixed(i * 1e-4, 6) + ",0.09\n";
  folder.text("m.csv", many);
  EXPECT_SAYS(errorOf(folder.path), "101 different folds");
}

TEST(Manifest, TablesThatAreNone) {
  const TemporaryFolder folder;
  const auto with = [&](const std::string& text) {
    folder.text("manifest.csv", text);
    return errorOf(folder.path);
  };
  EXPECT_SAYS(with("thing,label\na,dog\n"),
              "no column names files that are here (the columns are: thing, label");
  EXPECT_SAYS(with("path,label,start_s\n"), "needs both start_s and end_s");
  EXPECT_SAYS(with(""), "is empty");
  EXPECT_SAYS(with("path,label\n"), "no clip of");
  EXPECT_SAYS(with(std::string("path,label\na.wav,\0dog\n", 22)), "zero byte");
  EXPECT_SAYS(with("path,label\na.wav,d\xF6g\n"), "line 2: this text is not UTF-8");
  EXPECT_SAYS(with("path,label\n\"a.wav,dog\n"), "never closed");
  EXPECT_SAYS(with("path,label\n" + std::string(2 << 20, 'x')), "too long");
  folder.sound("a.wav");
  EXPECT_SAYS(with("path,label\na.wav,dog\na.wav,cat\n"), "only one class");  // the second row is a repeat
  fs::remove(folder.path / "manifest.csv");
  folder.text("one.csv", "path,label\n"), folder.text("two.csv", "path,label\n"),
      folder.text("no.csv", "a,b\n");
  EXPECT_SAYS(errorOf(folder.path), "several manifests (one.csv, two.csv)");
}

TEST(Manifest, ManyBadRowsStayBounded) {
  const TemporaryFolder folder;
  folder.sound("a.wav"), folder.sound("b.wav");
  std::string text = "path,label\na.wav,dog\nb.wav,cat\n";
  for (int i = 0; i < 20000; ++i) text += "gone" + std::to_string(i) + ".wav,dog\n";
  folder.text("manifest.csv", text);
  const Dataset dataset = openDataset(folder.path.string());
  ASSERT_EQ(dataset.problems.size(), kProblemsKept + 1);
  EXPECT_EQ(dataset.problems.back().what.english(), "and 19000 more like these");
}

TEST(Manifest, MutatedTablesNeverCrash) {
  const TemporaryFolder folder;
  folder.sound("a.wav"), folder.sound("b.wav"), folder.sound("c.wav", 1);
  const std::string good =
      "path,label,fold,start_s,end_s\na.wav,dog;cat,1,,\nb.wav,\"c,at\",2,,\nc.wav,dog,1,0,0.5\nc.wav,cat,1,"
      "0.5,1\n";
  base::Random random(3);
  int read = 0, refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::string text = good;
    for (int edit = random.below(4); edit >= 0; --edit) {
      const auto at = std::size_t(random.below(int(text.size())));
      const char* pieces[] = {",", "\n", "\"", ";", "..", "/", "1e9", "nan", "-", "\xFF", " "};
      if (random.chance(0.5))
        text.insert(at, pieces[random.below(11)]);
      else
        text.erase(at, std::size_t(1 + random.below(6)));
    }
    folder.text("manifest.csv", text);
    try {
      expectSound(openDataset(folder.path.string()));
      ++read;
    } catch (const base::Error&) {
      ++refused;
    }
  }
  EXPECT_GT(read, 30);
  EXPECT_GT(refused, 30);
}

TEST(Split, KeepsFoldsApart) {
  const Dataset dataset = openDataset("demo");
  const Split split = splitFolds(dataset, 4, 3);
  EXPECT_EQ(split.train.size() + split.validation.size() + split.test.size(), dataset.clips.size());
  for (const int clip : split.test) EXPECT_EQ(dataset.clips[std::size_t(clip)].fold, 4);
  for (const int clip : split.validation) EXPECT_EQ(dataset.clips[std::size_t(clip)].fold, 3);
  for (const int clip : split.train) EXPECT_LT(dataset.clips[std::size_t(clip)].fold, 3);
  EXPECT_TRUE(splitFolds(dataset, -1, 3).test.empty());
  EXPECT_THROW(splitFolds(dataset, 5, 3), base::Error);
  EXPECT_THROW(splitFolds(dataset, 4, 7), base::Error);
  EXPECT_THROW(splitFolds(dataset, 2, 2), base::Error);
}

}  // namespace
}  // namespace kinglet::data
