// What happens to a study's file under a search: moved, deleted, replaced, its log tidied away, held by
// another program, its disk full, its folder read-only.
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/files.h"
#include "network/baselines.h"
#include "study/file/study_image.h"
#include "study/settings.h"
#include "study/small_study.h"
#include "study/trial.h"
#include "train/epoch_report.h"
#include "train/weights.h"

namespace kinglet::study::testing {
namespace {
namespace fs = std::filesystem;
using ::testing::HasSubstr;

Trial someTrial(int number) {
  Trial trial;
  trial.number = number;
  trial.state = TrialState::finished;
  trial.candidate.network = network::namedNetwork("ds_cnn", trial.candidate.input.shape(), 4);
  train::EpochReport report;
  report.epoch = 1;
  report.validation.accuracy = 0.1 * number;
  trial.curve.push_back(report);
  return trial;
}

class DiskTest : public ::testing::Test {
 protected:
  std::unique_ptr<StudyStore> make() {
    auto store = openStudy(path_, Settings(), true);
    store->saveTrial(someTrial(0));
    return store;
  }
  static std::size_t trialsIn(const fs::path& path) { return openStudy(path)->trials().size(); }
  // A process that wrote `trials` trials and was killed: the log lies beside the file.
  void killedWith(const fs::path& path, int trials) {
    const pid_t child = fork();
    if (child == 0) {
      const auto store = openStudy(path, Settings(), true);
      for (int i = 0; i < trials; ++i) store->saveTrial(someTrial(i));
      _exit(0);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_GT(fs::file_size(path.string() + "-wal"), 0u);
  }

  TemporaryFolder folder_;
  fs::path path_ = folder_ / "x.kinglet";
};

TEST_F(DiskTest, AFileThatIsGoneIsNoticedAndEverythingSavedElsewhere) {
  const std::vector<std::function<void()>> harms{
      [&] { fs::remove(path_); }, [&] { fs::rename(path_, folder_ / "moved"); },
      [&] {
        fs::remove(path_);
        std::ofstream(path_) << "another file";
      },
      [&] {
        openStudy(folder_ / "other.kinglet", Settings(), true)->saveTrial(someTrial(7));
        fs::rename(folder_ / "other.kinglet", path_);
      }};
  for (std::size_t i = 0; i < harms.size(); ++i) {
    const auto store = make();
    harms[i]();
    EXPECT_THROW(store->saveTrial(someTrial(1)), StudyMoved);
    EXPECT_THROW(store->saveEpoch(0, someTrial(0).curve[0]), StudyMoved);
    EXPECT_THROW(store->saveStar(0, true, "good"), StudyMoved);
    EXPECT_THROW(store->close(), StudyMoved);
    const fs::path saved = recoveryPath(path_);
    EXPECT_EQ(saved.parent_path(), folder_.path());
    EXPECT_THAT(saved.filename().string(), HasSubstr("x-recovered"));
    store->moveTo(saved);
    EXPECT_EQ(store->path(), saved);
    store->saveTrial(someTrial(2));
    EXPECT_EQ(trialsIn(saved), 3u);
    EXPECT_TRUE(store->trials()[0].starred);
    EXPECT_THROW(openStudy(saved, {}, true), base::Error);  // it is ours
    EXPECT_THROW(store->moveTo(saved), base::Error);        // never over a file
    if (i == 1) {
      EXPECT_GE(trialsIn(folder_ / "moved"), 2u);
    }
    store->close();
    EXPECT_FALSE(fs::exists(saved.string() + "-wal"));
    EXPECT_EQ(trialsIn(saved), 3u);
    std::error_code ignored;
    for (const char* name : {"x.kinglet", "moved"}) fs::remove(folder_ / name, ignored);
    for (const char* name : {"x.kinglet-wal", "x.kinglet-shm"}) fs::remove(folder_ / name, ignored);
  }
  EXPECT_TRUE(fs::exists(folder_ / "x-recovered-4.kinglet"));
}

TEST_F(DiskTest, OpenedByALinkAllIsAsByTheFilesName) {
  make()->close();
  const fs::path link = folder_ / "link.kinglet", log = path_.string() + "-wal";
  fs::create_symlink(path_, link);
  const auto store = openStudy(link, {}, true);
  store->saveTrial(someTrial(1));
  const auto inodeOf = [](const fs::path& file) {
    struct stat status {};
    EXPECT_EQ(::stat(file.c_str(), &status), 0);
    return status.st_ino;
  };
  const auto before = inodeOf(log);
  store->saveTrial(someTrial(2));
  EXPECT_EQ(inodeOf(log), before);  // which is not begun anew with every trial
  fs::rename(path_, folder_ / "moved");
  EXPECT_THROW(store->saveTrial(someTrial(3)), StudyMoved);
  EXPECT_THROW(store->saveSecondsSpent(3), StudyMoved);
  const fs::path saved = recoveryPath(link);
  store->moveTo(saved);
  EXPECT_EQ(trialsIn(saved), 4u);
}

// A log may hold all that SQLite asks for: without a look at the file it would write into what lies there now.
TEST_F(DiskTest, AnotherFileBesideALogIsNoStudyAndStaysAsItIs) {
  killedWith(path_, 3);
  const fs::path own = folder_ / "own.kinglet";
  fs::rename(path_, own);
  const std::string text = "letters to a friend, of more than sixteen bytes";
  std::ofstream(path_) << text;
  for (const bool exclusive : {false, true}) {
    try {
      openStudy(path_, {}, exclusive);
      ADD_FAILURE() << "took another file for a study";
    } catch (const base::Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("is not a Kinglet study"));
    }
  }
  EXPECT_EQ(base::readText(path_), text);
  fs::rename(own, path_);
  EXPECT_EQ(trialsIn(path_), 3u);
}

TEST_F(DiskTest, AFolderThatIsGoneLeavesTheCurrentOne) {
  EXPECT_EQ(recoveryPath("/no such folder/x.kinglet").filename(), "x-recovered.kinglet");
  EXPECT_EQ(recoveryPath("/no such folder/x.kinglet").parent_path(), fs::current_path());
}

TEST_F(DiskTest, ALogThatWasTidiedAwayIsBegunAnew) {
  const pid_t child = fork();
  if (child == 0) {
    const auto store = make();
    fs::remove(path_.string() + "-wal");
    store->saveTrial(someTrial(1));
    store->saveTrial(someTrial(2));
    _exit(0);  // killed
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  EXPECT_EQ(trialsIn(path_), 3u);
}

// Holds the file as a backup would, until it is let go.
class Holder {
 public:
  explicit Holder(const fs::path& path) {
    EXPECT_EQ(sqlite3_open(path.c_str(), &handle_), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle_, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
  }
  ~Holder() { sqlite3_close(handle_); }

 private:
  sqlite3* handle_ = nullptr;
};

TEST_F(DiskTest, AShortLockIsWaitedForAndAStopEndsTheWait) {
  const auto store = make();
  auto holder = std::make_unique<Holder>(path_);
  int asked = 0;
  store->setPatience([&](double seconds) {
    EXPECT_GE(seconds, 0);
    if (++asked == 5) holder.reset();  // the backup is done
    return true;
  });
  store->saveTrial(someTrial(1));
  EXPECT_GE(asked, 5);
  holder = std::make_unique<Holder>(path_);
  asked = 0;
  store->setPatience([&](double) { return ++asked < 3; });
  EXPECT_THROW(store->saveTrial(someTrial(2)), base::Error);
  EXPECT_EQ(asked, 3);
  holder.reset();
  store->saveTrial(someTrial(2));
  EXPECT_EQ(store->trials().size(), 3u);
}

TEST_F(DiskTest, OpeningWaitsToo) {
  make();
  auto holder = std::make_unique<Holder>(path_);
  int asked = 0;
  const auto store = openStudy(path_, {}, true, [&](double) {
    if (++asked == 3) holder.reset();
    return true;
  });
  EXPECT_GE(asked, 3);
  EXPECT_EQ(store->trials().size(), 1u);
}

TEST_F(DiskTest, TheImageOfAKilledStudyHoldsWhatTheLogCommitted) {
  killedWith(path_, 4);
  const std::string image = studyImage(path_);
  ASSERT_FALSE(image.empty());
  const auto saved = folder_ / "image.kinglet";
  base::writeAtomically(saved, image);
  EXPECT_EQ(contentOf(*openStudy(saved)), contentOf(*openStudy(path_)));
}

TEST_F(DiskTest, ATornLogGivesTheTrialsBeforeTheTear) {
  killedWith(path_, 4);
  const std::string log = base::readText(path_.string() + "-wal");
  std::size_t seen = 0;
  for (std::size_t length = 0; length <= log.size(); length += 997) {
    const auto cut = folder_ / "cut.kinglet";
    fs::copy_file(path_, cut, fs::copy_options::overwrite_existing);
    std::ofstream(cut.string() + "-wal", std::ios::binary) << log.substr(0, length);
    const auto saved = folder_ / "image.kinglet";
    base::writeAtomically(saved, studyImage(cut));
    const std::size_t trials = trialsIn(saved);
    EXPECT_GE(trials, seen);
    seen = trials;
  }
  EXPECT_GE(seen, 3u);
}

// A small file system of its own; needs root.
class Mounted {
 public:
  Mounted(const fs::path& at, const char* size) : at_(at) {
    fs::create_directory(at);
    is_ = mount("none", at.c_str(), "tmpfs", 0, size) == 0;
  }
  ~Mounted() {
    if (is_) umount2(at_.c_str(), MNT_DETACH);
  }
  bool is() const { return is_; }
  void fill() const {
    for (const std::size_t step : {std::size_t(65536), std::size_t(1024), std::size_t(1)}) {
      std::ofstream filler(at_ / "filler", std::ios::app);
      while (filler.write(std::string(step, 'x').data(), std::streamsize(step)).flush()) {
      }
    }
  }
  void makeReadOnly() const { ASSERT_EQ(mount("none", at_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, ""), 0); }

 private:
  fs::path at_;
  bool is_ = false;
};

TEST_F(DiskTest, AKilledStudyCanBeReadInAReadOnlyFolderAndOnAFullDisk) {
  for (const bool full : {true, false}) {
    const auto disk = folder_ / (full ? "full" : "readonly");
    const Mounted mounted(disk, "size=2m");
    if (!mounted.is()) GTEST_SKIP() << "needs the right to mount a small file system";
    killedWith(disk / "x.kinglet", 4);
    fs::remove(disk / "x.kinglet-shm");
    full ? mounted.fill() : mounted.makeReadOnly();
    const auto store = openStudy(disk / "x.kinglet");
    EXPECT_EQ(store->trials().size(), 4u);
    EXPECT_EQ(store->settings().dataPath, "demo");
    EXPECT_THROW(store->saveStar(0, true, ""), base::Error);
    EXPECT_THROW(openStudy(disk / "x.kinglet", {}, true), base::Error);
  }
}

TEST_F(DiskTest, ClosingOnAFullDiskSaysWhatIsWhereAndLosesNothing) {
  const auto disk = folder_ / "disk";
  const Mounted mounted(disk, "size=2m");
  if (!mounted.is()) GTEST_SKIP() << "needs the right to mount a small file system";
  const auto path = disk / "x.kinglet";
  const train::Weights weights{{"stem/weight", {20000}, std::vector<float>(20000, 0.5f)}};
  {
    const auto store = openStudy(path, Settings(), true);
    for (int i = 0; i < 5; ++i) store->saveTrial(someTrial(i), &weights);
    mounted.fill();
    try {
      store->close();
      ADD_FAILURE() << "closing succeeded on a full disk";
    } catch (const base::Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("-wal"));
      EXPECT_THAT(error.what(), HasSubstr("disk is full"));
    }
  }
  ASSERT_TRUE(fs::exists(path.string() + "-wal"));
  EXPECT_EQ(trialsIn(path), 5u);
  EXPECT_TRUE(openStudy(path)->weights(4));
  fs::remove(disk / "filler");
  openStudy(path, {}, true)->close();
  EXPECT_FALSE(fs::exists(path.string() + "-wal"));
  EXPECT_EQ(trialsIn(path), 5u);
}

TEST_F(DiskTest, CheckpointsAreReplacedAndGoWithTheTrial) {
  const auto store = make();
  Trial trial = someTrial(1);
  trial.state = TrialState::running;
  store->saveTrial(trial);
  EXPECT_FALSE(store->checkpoint(1));
  store->saveCheckpoint(1, {1, std::string(100000, 'a')});
  store->saveCheckpoint(1, {2, std::string(100000, 'b')});
  ASSERT_TRUE(store->checkpoint(1));
  EXPECT_EQ(store->checkpoint(1)->epoch, 2);
  EXPECT_EQ(store->checkpoint(1)->bytes, std::string(100000, 'b'));
  trial.state = TrialState::preempted;
  store->saveTrial(trial);
  EXPECT_TRUE(store->checkpoint(1));
  for (const TrialState end :
       {TrialState::finished, TrialState::stoppedEarly, TrialState::failed, TrialState::bad}) {
    store->saveCheckpoint(1, {2, "b"});
    trial.state = end;
    store->saveTrial(trial);
    EXPECT_FALSE(store->checkpoint(1));
    EXPECT_EQ(store->trials()[1].state, end);
  }
}

TEST_F(DiskTest, ManyCheckpointsDoNotSwellTheFile) {
  const auto store = make();
  Trial trial = someTrial(1);
  for (int i = 0; i < 200; ++i) {
    trial.state = TrialState::running;
    if (i % 10 == 0) store->saveTrial(trial);
    store->saveCheckpoint(1, {1, std::string(50000, char('a' + i % 26))});
    trial.state = TrialState::finished;
    if (i % 10 == 9) store->saveTrial(trial);
  }
  store->close();
  EXPECT_LT(fs::file_size(path_), 300000u);
}

TEST_F(DiskTest, ClosingGivesBackWhatALargeCheckpointTook) {
  const auto store = make();
  Trial trial = someTrial(1);
  trial.state = TrialState::running;
  store->saveTrial(trial);
  store->saveCheckpoint(1, {1, std::string(4'000'000, 'c')});
  trial.state = TrialState::finished;
  store->saveTrial(trial);
  store->close();
  EXPECT_LT(fs::file_size(path_), 200000u);
  EXPECT_EQ(trialsIn(path_), 2u);
}

TEST_F(DiskTest, AStudyOfVersion1IsReadAndBroughtUpToDateByWhoWrites) {
  make();
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(
      sqlite3_exec(handle,
                   "UPDATE trials SET state = 'cancelled'; DROP TABLE checkpoints; PRAGMA user_version = 1",
                   nullptr, nullptr, nullptr),
      SQLITE_OK);
  sqlite3_close(handle);
  EXPECT_EQ(openStudy(path_)->trials()[0].state, TrialState::preempted);
  EXPECT_FALSE(openStudy(path_)->checkpoint(0));
  const auto store = openStudy(path_, {}, true);
  store->saveCheckpoint(0, {1, "x"});
  EXPECT_EQ(store->checkpoint(0)->bytes, "x");
  EXPECT_EQ(store->trials()[0].state, TrialState::preempted);
}

}  // namespace
}  // namespace kinglet::study::testing
