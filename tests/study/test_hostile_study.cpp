// Study files that somebody else prepared.
#include <sys/stat.h>
#include <cstdlib>

#include <fstream>

#include "base/files.h"
#include "study/final/final_store.h"
#include "study/report/report.h"
#include "study/settings.h"
#include "study/study_file.h"
#include "train/weights.h"

namespace kinglet::study::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class HostileStudy : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto store = openStudy(path_, Settings{});
    for (int number = 0; number < 3; ++number) store->saveTrial(finishedTrial(number));
  }

  void change(const std::string& sql) { changeStudy(path_, sql); }

  TemporaryFolder folder_;
  fs::path path_ = folder_ / "x.kinglet";
};

TEST_F(HostileStudy, NothingButKingletsTablesIsOpened) {
  const std::string clean = base::readText(path_);
  for (const char* sql :
       {"CREATE TRIGGER t AFTER INSERT ON epochs BEGIN DELETE FROM epochs; END",
        "CREATE TRIGGER t BEFORE UPDATE ON trials BEGIN SELECT 1; END", "CREATE VIEW v AS SELECT 1",
        "CREATE INDEX i ON trials (state)", "CREATE UNIQUE INDEX i ON epochs (abs(trial)) WHERE epoch > 0",
        "CREATE TABLE other (x)", "ALTER TABLE trials ADD COLUMN x AS (number * 2)",
        "ALTER TABLE weights ADD COLUMN x DEFAULT 1", "CREATE VIRTUAL TABLE f USING fts5(x)",
        "CREATE VIRTUAL TABLE f USING rtree(id, a, b)",
        "ALTER TABLE trials RENAME TO t; CREATE VIEW trials AS SELECT * FROM t",
        "DROP TABLE repeats; CREATE VIEW repeats AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
        "FROM "
        "c) SELECT 1 AS suggestion, '[]' AS genome, '{}' AS origin, 0 AS trial, 0 AS told_as FROM c",
        "DROP TABLE weights; CREATE TABLE weights (trial INTEGER PRIMARY KEY, data BLOB NOT NULL CHECK "
        "(abs(trial)))",
        "DROP TABLE repeats",
        "CREATE TABLE final_trainings (trial INTEGER PRIMARY KEY, result TEXT AS ('x'), weights BLOB)"}) {
    base::writeAtomically(path_, clean);
    change(sql);
    const std::string error = errorOf([&] { openStudy(path_); });
    EXPECT_TRUE(error.find("is no study as Kinglet makes them") != std::string::npos ||
                error.find("has no table") != std::string::npos)
        << sql << ": " << error;
    EXPECT_NE(errorOf([&] { openStudy(path_, {}, true); }), "no error") << sql;
    EXPECT_NE(errorOf([&] { FinalStore store(path_); }), "no error") << sql;
  }
}

TEST_F(HostileStudy, ABadTrialIsSetAsideAndTheRestWorks) {
  const std::string clean = base::readText(path_);
  const std::string deep(100'000, '['), metrics = "{\"clips\":4,\"accuracy\":";
  for (const std::string& sql : {
           std::string("UPDATE trials SET network = 'none' WHERE number = 1"),
           "UPDATE trials SET network = '" + deep + "' WHERE number = 1",
           "UPDATE trials SET origin = '" + deep + "' WHERE number = 1",
           "UPDATE epochs SET validation = '" + deep + "' WHERE trial = 1",
           "UPDATE epochs SET validation = '" + metrics + "-10000}' WHERE trial = 1",
           "UPDATE epochs SET validation = '" + metrics + "1e300}' WHERE trial = 1",
           "UPDATE trials SET test = '" + metrics + "1.01}' WHERE number = 1",
           std::string("UPDATE trials SET energy = '{\"millijoules\":-1}' WHERE number = 1"),
           std::string("UPDATE trials SET energy = '{\"millijoules\":1e300}' WHERE number = 1"),
           std::string("UPDATE trials SET energy = '{\"millijoules\":null}' WHERE number = 1"),
           std::string("UPDATE trials SET input = '{\"mels\":-5}' WHERE number = 1"),
           std::string("UPDATE trials SET input = '{\"clip_s\":1e18}' WHERE number = 1"),
           std::string("UPDATE trials SET genome = '[-7]' WHERE number = 1"),
           std::string("UPDATE trials SET state = 'x' WHERE number = 1"),
           std::string("UPDATE trials SET cut_epoch = -3 WHERE number = 1"),
           // As many as an int holds and one more would come out as nothing out of the ordinary.
           std::string("UPDATE trials SET cut_epoch = 4294967297 WHERE number = 1"),
           std::string("UPDATE trials SET suggestion = 9223372036854775807 WHERE number = 1"),
           std::string("UPDATE epochs SET epoch = 4294967297 WHERE trial = 1"),
           std::string("UPDATE trials SET genome = '[4294967297]' WHERE number = 1"),
           std::string("UPDATE trials SET genome = '[1e300]' WHERE number = 1"),
           std::string("UPDATE trials SET input = '{\"mels\":4294967360}' WHERE number = 1"),
           std::string("UPDATE trials SET network = zeroblob(250000000) WHERE number = 1"),
           std::string("UPDATE trials SET number = -4 WHERE number = 1"),
           std::string("UPDATE trials SET number = 4611686018427387904 WHERE number = 1"),
       }) {
    base::writeAtomically(path_, clean);
    change(sql);
    const auto store = openStudy(path_);
    const auto trials = store->trials();
    ASSERT_EQ(trials.size(), 2u) << sql.substr(0, 80);
    EXPECT_EQ(trials[1].number, 2);
    const auto aside = store->setAside();
    ASSERT_EQ(aside.size(), 1u) << sql.substr(0, 80);
    EXPECT_NE(aside[0].reason.english(), "");
    EXPECT_LT(reportHtml(store->settings(), trials, 0).size(), 1'000'000u);
  }
}

TEST_F(HostileStudy, RepeatsOutOfRangeAreLeftOut) {
  const std::string clean = base::readText(path_);
  for (const char* row : {"'[1]', 1, '{}', 0, 2147483647", "'[1]', 1, '{}', -2, 0",
                          "'[1]', 4294967297, '{}', 0, 0", "'[-1]', 1, '{}', 0, 0"}) {
    base::writeAtomically(path_, clean);
    change(std::string("INSERT INTO repeats VALUES (") + row + ")");
    EXPECT_THAT(openStudy(path_)->repeats(), ::testing::IsEmpty()) << row;
  }
}

TEST_F(HostileStudy, SettingsOutOfRangeAreRefused) {
  for (const char* json :
       {R"({"workers": 1000000000})", R"({"test_fold": -7})", R"({"validation_fold": 2147483647})",
        R"({"test_fold": 1, "validation_fold": 1})", R"({"trials": 0})", R"({"trials": -1})",
        R"({"minutes": -1})", R"({"audit_share": 7})", R"({"worst_error": -10000})",
        R"({"reference": [100, 0, 1]})", R"({"limits": {"energy_mj": -1}})", R"({"input": {"rate": 0}})",
        R"({"recipe": {"batch": -1}})"}) {
    change(std::string("UPDATE study SET value = '") + json + "' WHERE key = 'settings'");
    const auto store = openStudy(path_);
    EXPECT_NE(errorOf([&] { store->settings(); }), "no error") << json;
  }
  change("UPDATE study SET value = '" + std::string(100'000, '[') + "' WHERE key = 'settings'");
  EXPECT_THAT(errorOf([&] { openStudy(path_)->settings(); }), HasSubstr("nested"));
}

TEST_F(HostileStudy, LinksBesideTheFileAreRefusedAndWhatTheyLeadToIsLeft) {
  std::ofstream(folder_ / "mine.txt") << "mine";
  for (const char* ending : {"-lock", "-journal", "-wal", "-shm"}) {
    const fs::path beside = path_.string() + ending;
    fs::create_symlink(folder_ / "mine.txt", beside);
    EXPECT_NE(errorOf([&] { openStudy(path_, {}, true); }), "no error") << ending;
    EXPECT_EQ(base::readText(folder_ / "mine.txt"), "mine") << ending;
    fs::remove(beside);
    fs::create_hard_link(folder_ / "mine.txt", beside);
    EXPECT_NE(errorOf([&] { openStudy(path_, {}, true); }), "no error") << ending;
    EXPECT_EQ(base::readText(folder_ / "mine.txt"), "mine") << ending;
    fs::remove(beside);
  }
  EXPECT_EQ(errorOf([&] { openStudy(path_, {}, true); }), "no error");
}

TEST_F(HostileStudy, AJournalThatNamesOtherFilesIsNotPlayed) {
  std::ofstream(folder_ / "mine.txt") << "mine";
  std::ofstream(path_.string() + "-journal", std::ios::binary)
      << std::string(1024, 'x') << (folder_ / "mine.txt").string() << std::string(8, '\0')
      << "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
  EXPECT_THAT(errorOf([&] { openStudy(path_); }), HasSubstr("names other files"));
  EXPECT_EQ(base::readText(folder_ / "mine.txt"), "mine");
}

TEST_F(HostileStudy, OnlyWhatThisUserMadeIsTheirs) {
  const fs::path before = folder_ / "home", other = folder_ / "other";
  const std::string usual = std::getenv("XDG_DATA_HOME");
  ::setenv("XDG_DATA_HOME", before.c_str(), 1);
  const train::Weights weights{{"stem/weight", {2}, {1, 2}}};
  openStudy(path_)->saveWeights(0, weights);
  EXPECT_TRUE(openStudy(path_)->isOurs(0));
  EXPECT_FALSE(openStudy(path_)->isOurs(1));  // without weights
  struct stat key {};
  ASSERT_EQ(::stat((before / "kinglet/key").c_str(), &key), 0);
  EXPECT_EQ(key.st_mode & 0777, 0600u);
  const fs::path copy = folder_ / "copy.kinglet";
  fs::copy_file(path_, copy);
  EXPECT_TRUE(openStudy(copy)->isOurs(0));
  // Somebody else's, until they say so.
  ::setenv("XDG_DATA_HOME", other.c_str(), 1);
  EXPECT_FALSE(openStudy(path_)->isOurs(0));
  openStudy(path_)->trust(0);
  EXPECT_TRUE(openStudy(path_)->isOurs(0));
  // Changed since: a mark that is kept is of no use.
  change("UPDATE trials SET network = replace(network, 'ds_cnn', 'x */') WHERE number = 0");
  EXPECT_FALSE(openStudy(path_)->isOurs(0));
  // A key that others may read is none.
  fs::permissions(other / "kinglet/key", fs::perms::all);
  openStudy(copy)->trust(0);
  EXPECT_FALSE(openStudy(copy)->isOurs(0));
  ::setenv("XDG_DATA_HOME", usual.c_str(), 1);
}

TEST_F(HostileStudy, PipesAndFoldersAreNoStudies) {
  const fs::path pipe = folder_ / "pipe.kinglet";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(errorOf([&] { openStudy(pipe); }), HasSubstr("no plain file"));
  EXPECT_THAT(errorOf([&] { openStudy(folder_.path()); }), HasSubstr("folder"));
}

TEST_F(HostileStudy, AllNamesOfAFileAreOneStudy) {
  const fs::path hard = folder_ / "hard.kinglet", soft = folder_ / "soft.kinglet";
  fs::create_hard_link(path_, hard);
  fs::create_symlink(path_, soft);
  {
    const auto held = openStudy(path_, {}, true);
    for (const fs::path& name : {hard, soft})
      EXPECT_THAT(errorOf([&] { openStudy(name, {}, true); }), HasSubstr("is being searched")) << name;
    held->saveStar(0, true, "kept");
  }
  EXPECT_EQ(errorOf([&] { openStudy(hard, {}, true); }), "no error");
  EXPECT_EQ(errorOf([&] { openStudy(soft, {}, true); }), "no error");
  EXPECT_TRUE(openStudy(path_)->trials()[0].starred);
}

}  // namespace
}  // namespace kinglet::study::testing
