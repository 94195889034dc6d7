#include <gtest/gtest.h>

#include <set>

#include "base/error.h"
#include "data/grouping/grouping.h"
#include "data/grouping/natural_order.h"
#include "data/grouping/recording_names.h"

namespace kinglet::data {
namespace {

GroupItem clip(const std::string& file, const std::string& label) {
  return {file, {}, {}, {label}};
}

std::set<std::string> distinct(const Grouping& grouping) {
  return {grouping.sources.begin(), grouping.sources.end()};
}

std::string errorOf(const std::vector<GroupItem>& items, const GroupBy& by) {
  try {
    groupClips(items, by);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(RecordingNames, TheCoarsestThatANameTells) {
  const std::pair<const char*, const char*> cases[] = {
      {"1-100032-A-0", "100032"},              // ESC-50
      {"100032-3-0-0", "100032"},              // UrbanSound8K
      {"0a7c2a8d_nohash_1", "0a7c2a8d"},       // Speech Commands
      {"123456", "123456"},                    // freesound
      {"rec01_000", "rec01"},                  //
      {"rec01 (part)", "rec01 (part)"},        //
      {"speaker3-utt12", "speaker3"},          //
      {"84-121123-0000", "84"},                // LibriSpeech
      {"p225_001_mic1", "p225"},               // VCTK
      {"20230501_060000", "20230501_060000"},  // AudioMoth, Song Meter
      {"SITE1_20230501_060000", "SITE1_20230501_060000"},
      {"SITE1_20230501_060000_003", "SITE1_20230501_060000"},
      {"20230501_060000_0.0_3.0", "20230501_060000"},
      {"0.912_12_20230501_060000_3.0s_6.0s", "20230501_060000"},  // BirdNET
      {"2023-05-01 06.00.00", "2023-05-01 06.00.00"},
      {"20230501T060000Z-2", "20230501T060000Z"},
      {"2023-05-01_06-00-00_1", "2023-05-01_06-00-00"},
      {"dog3_aug2", "dog3"},
      {"__x_1", "__x"},
  };
  for (const auto& [stem, recording] : cases) EXPECT_EQ(recordingOf(stem), recording) << stem;
  EXPECT_EQ(recordingNames("site2_20230501_007"),
            (std::vector<std::string>{"site2", "site2_20230501", "site2_20230501_007"}));
}

TEST(RecordingNames, StampsAreDatesWithTimes) {
  for (const char* name :
       {"20230501_060000", "20230501-0600", "20230501060000", "a_2023-05-01T06:00", "01-05-2023_0600"})
    EXPECT_EQ(stampIn(name).found(), std::string(name).find(':') == std::string::npos) << name;
  for (const char* name : {"20231301_060000", "20230501_990000", "20230501", "12345678_123456", "rec_1", ""})
    EXPECT_FALSE(stampIn(name).found()) << name;
}

TEST(Grouping, DateAndTimeIsARecordingAFile) {
  std::vector<GroupItem> items;
  for (const char* day : {"01", "02"})
    for (int hour = 10; hour < 16; ++hour)
      items.push_back(clip("owl/202305" + std::string(day) + "_" + std::to_string(hour) + "0000.WAV", "owl"));
  const Grouping grouping = groupClips(items, {});
  EXPECT_EQ(distinct(grouping).size(), items.size());
  EXPECT_TRUE(grouping.warnings.empty());
  EXPECT_NE(grouping.words.english().find("date and time"), std::string::npos);
  EXPECT_EQ(distinct(groupClips(items, GroupBy::parse("prefix"))).size(), 2u);  // by day, as asked for
}

TEST(Grouping, ChunksOfRecordingsStayTogether) {
  std::vector<GroupItem> items;
  for (int recording = 0; recording < 4; ++recording)
    for (int part = 0; part < 3; ++part)
      items.push_back(
          clip("dog/rec" + std::to_string(recording) + "_00" + std::to_string(part) + ".wav", "dog"));
  const Grouping grouping = groupClips(items, {});
  EXPECT_EQ(distinct(grouping), (std::set<std::string>{"rec0", "rec1", "rec2", "rec3"}));
  EXPECT_TRUE(grouping.guessed);
  EXPECT_NE(grouping.words.english().find("4 recordings of 12 clips"), std::string::npos);
  EXPECT_EQ(distinct(groupClips(items, GroupBy::parse("none"))).size(), 12u);
}

TEST(Grouping, FinerWhereTheCoarsestLeavesTooFew) {
  std::vector<GroupItem> items;  // one site, four days
  for (int day = 1; day <= 4; ++day)
    for (int i = 0; i < 3; ++i)
      items.push_back(
          clip("owl/site1_2023050" + std::to_string(day) + "_00" + std::to_string(i) + ".wav", "owl"));
  const Grouping grouping = groupClips(items, {});
  EXPECT_EQ(distinct(grouping).size(), 4u);
  EXPECT_TRUE(distinct(grouping).contains("site1_20230503"));
  EXPECT_TRUE(grouping.warnings.empty());
}

TEST(Grouping, OneRecordingAClassIsPartedWithAWarning) {
  std::vector<GroupItem> items;
  for (int i = 0; i < 20; ++i) {
    items.push_back(clip("dog/rec01_" + std::to_string(i) + ".wav", "dog"));
    items.push_back(clip("cat/rec02_" + std::to_string(i) + ".wav", "cat"));
  }
  const Grouping grouping = groupClips(items, {});
  EXPECT_EQ(distinct(grouping).size(), 10u);
  ASSERT_EQ(grouping.warnings.size(), 1u);
  EXPECT_NE(grouping.warnings[0].english().find("cat, dog (rec02, rec01)"), std::string::npos)
      << grouping.warnings[0].english();
  // Neighbours stay together, counted as people count.
  EXPECT_EQ(grouping.sources[0], grouping.sources[6]);   // dog 0 and 3
  EXPECT_NE(grouping.sources[0], grouping.sources[38]);  // dog 0 and 19
  // Chosen by the person: believed.
  EXPECT_EQ(distinct(groupClips(items, GroupBy::parse("prefix"))).size(), 2u);
}

TEST(Grouping, SpeakersBehindTheClass) {
  std::vector<GroupItem> items;
  for (const char* digit : {"0", "1"})
    for (const char* speaker : {"theo", "jackson", "nicolas"})
      for (int i = 0; i < 2; ++i)
        items.push_back(
            clip(std::string(digit) + "/" + digit + "_" + speaker + "_" + std::to_string(i) + ".wav", digit));
  EXPECT_EQ(distinct(groupClips(items, {})), (std::set<std::string>{"theo", "jackson", "nicolas"}));
}

TEST(Grouping, WordsThatCountSoundsAreNoRecordings) {
  std::vector<GroupItem> items;
  for (int i = 0; i < 6; ++i) {
    items.push_back(clip("dog/dog_" + std::to_string(i) + ".wav", "dog"));
    items.push_back(clip("cat/meow_" + std::to_string(i) + ".wav", "cat"));
    items.push_back(clip("owl/Owl-" + std::to_string(i) + ".wav", "owl"));
    items.push_back(clip("fox/" + std::to_string(i) + ".wav", "fox"));
  }
  const Grouping grouping = groupClips(items, {});
  EXPECT_EQ(distinct(grouping).size(), items.size());
  EXPECT_TRUE(grouping.warnings.empty());
  EXPECT_FALSE(grouping.guessed);
}

TEST(Grouping, NumbersThatBeginAnewAreOfTheFolder) {
  std::vector<GroupItem> items;
  for (const char* folder : {"dog/a1", "dog/b1", "dog/c1"})
    for (int i = 0; i < 3; ++i)
      items.push_back(clip(std::string(folder) + "/" + std::to_string(i) + ".wav", "dog"));
  EXPECT_EQ(distinct(groupClips(items, {})), (std::set<std::string>{"dog/a1", "dog/b1", "dog/c1"}));
  EXPECT_EQ(distinct(groupClips(items, GroupBy::parse("folder"))).size(), 3u);
}

TEST(Grouping, ByColumnsAndPatterns) {
  std::vector<GroupItem> items{clip("dog/am1-x.wav", "dog"), clip("dog/am2-y.wav", "dog"),
                               clip("cat/am1-z.wav", "cat")};
  EXPECT_EQ(distinct(groupClips(items, GroupBy::parse("^(am[0-9])"))), (std::set<std::string>{"am1", "am2"}));
  EXPECT_EQ(distinct(groupClips(items, GroupBy::parse("am[0-9]"))).size(), 2u);
  EXPECT_EQ(distinct(groupClips(items, GroupBy::parse("^([a-z]+)/"))), (std::set<std::string>{"dog", "cat"}));
  const Grouping some = groupClips(items, GroupBy::parse("am1"));
  EXPECT_EQ(some.sources[1], "dog/am2-y.wav");
  EXPECT_EQ(some.warnings.size(), 1u);
  EXPECT_NE(errorOf(items, GroupBy::parse("site"))
                .find("groups no clip; a file's name is, for instance, am1-x.wav"),
            std::string::npos);
  EXPECT_NE(errorOf(items, GroupBy::parse("column:device")).find("no table"), std::string::npos);
  items[0].column = items[2].column = "d1";
  EXPECT_EQ(groupClips(items, GroupBy::parse("column:device")).sources,
            (std::vector<std::string>{"d1", "dog/am2-y.wav", "d1"}));
}

TEST(Grouping, WishesAsText) {
  for (const char* text : {"", "none", "column", "column:Device", "folder", "prefix", "^(a)_"})
    EXPECT_EQ(GroupBy::parse(text).text(), text);
  EXPECT_EQ(GroupBy::parse("auto"), GroupBy{});
  EXPECT_THROW(GroupBy::parse("(a"), base::Error);
  EXPECT_THROW(GroupBy::parse("column:"), base::Error);
  EXPECT_THROW(GroupBy::parse(std::string(2000, 'a')), base::Error);
}

TEST(NaturalOrder, CountsAsPeopleDo) {
  EXPECT_TRUE(comesBeforeNaturally("fold2", "fold10"));
  EXPECT_FALSE(comesBeforeNaturally("fold10", "fold2"));
  EXPECT_TRUE(comesBeforeNaturally("a", "a1"));
  EXPECT_TRUE(comesBeforeNaturally("01", "1"));
  EXPECT_FALSE(comesBeforeNaturally("a", "a"));
}

}  // namespace
}  // namespace kinglet::data
