// The window's study when its file or its sounds go away: nothing is lost, and all is said.
#include <QFile>
#include <QSignalSpy>

#include "window_fixture.h"

namespace kinglet::testing {
namespace {

using window::StudyController;

class StudySafety : public WindowTest {
 protected:
  void create(StudyController& study, const QString& path, int trials) {
    study.create(path, quickSettings(trials), false);
    ASSERT_TRUE(waitFor([&] { return study.isOpen() && !study.isBusy(); }));
  }
  void close(StudyController& study) {
    study.close();
    ASSERT_TRUE(waitFor([&] { return !study.isOpen() && !study.isBusy(); }));
  }
};

TEST_F(StudySafety, AStudyThatIsDeletedPausesAndGoesOnWhereItIsSaved) {
  StudyController study;
  const QString path = file(QStringLiteral("a.kinglet")), elsewhere = file(QStringLiteral("b.kinglet"));
  create(study, path, 6);
  QSignalSpy gone(&study, &StudyController::studyGone), saved(&study, &StudyController::savedElsewhere),
      failed(&study, &StudyController::searchFailed);
  bool removed = false;
  QObject::connect(&study, &StudyController::trialEnded, &study, [&](int) {
    if (!std::exchange(removed, true)) QFile::remove(path);
  });
  study.start();
  ASSERT_TRUE(waitFor([&] { return gone.count() > 0; }));
  ASSERT_TRUE(waitFor([&] { return study.state() == study::RunState::paused; }));
  EXPECT_TRUE(gone[0][0].toString().contains(path));
  study.saveElsewhere(elsewhere);
  ASSERT_TRUE(waitFor([&] { return saved.count() > 0; }));
  EXPECT_EQ(study.path(), elsewhere);
  study.start();
  ASSERT_TRUE(waitFor([&] { return study.state() == study::RunState::finished; }));
  EXPECT_EQ(failed.count(), 0);
  const int known = study.trials().count();
  close(study);
  EXPECT_EQ(known, 6);
  EXPECT_EQ(study::openStudy(elsewhere.toStdString())->trials().size(), 6u);
  EXPECT_FALSE(QFile::exists(path));
}

TEST_F(StudySafety, ClosingAStudyThatIsGoneSavesItAndSaysWhere) {
  StudyController study;
  const QString path = file(QStringLiteral("c.kinglet"));
  create(study, path, 2);
  study.start();
  ASSERT_TRUE(waitFor([&] { return study.state() == study::RunState::finished; }));
  QSignalSpy told(&study, &StudyController::closeFailed);
  QFile::remove(path);
  close(study);
  ASSERT_EQ(told.count(), 1);
  EXPECT_TRUE(told[0][0].toString().contains(QStringLiteral("c-recovered.kinglet")));
  EXPECT_EQ(study::openStudy(file(QStringLiteral("c-recovered.kinglet")).toStdString())->trials().size(), 2u);
}

TEST_F(StudySafety, ClosingAStudyThatIsWellSaysNothing) {
  StudyController study;
  create(study, file(QStringLiteral("d.kinglet")), 1);
  QSignalSpy told(&study, &StudyController::closeFailed);
  close(study);
  EXPECT_EQ(told.count(), 0);
}

TEST_F(StudySafety, AClipThatVanishesIsNoted) {
  StudyController study;
  create(study, file(QStringLiteral("e.kinglet")), 1);
  QSignalSpy noted(&study, &StudyController::noted);
  QFile::remove(file(QStringLiteral("sounds/tone1/clip3.wav")));
  study.start();
  ASSERT_TRUE(waitFor([&] { return study.state() == study::RunState::finished; }));
  ASSERT_GE(noted.count(), 1);
  EXPECT_TRUE(noted[0][0].toStringList().join(u' ').contains(QStringLiteral("clip3.wav: the file is gone")));
  close(study);
}

}  // namespace
}  // namespace kinglet::testing
