// What people get wrong, and what breaks: told beside what caused it, never modal, nothing lost.
#include <QFile>
#include <QPushButton>

#include "app/window/kit/notice.h"
#include "app/window/settings/dataset_view.h"
#include "app/window/settings/new_study_page.h"
#include "app/window/shell/welcome_page.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class BadInput : public kinglet::testing::WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    window_ = std::make_unique<MainWindow>(study_);
    window_->show();
  }
  void write(const QString& name, const QByteArray& bytes) {
    QFile out(file(name));
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(bytes);
  }
  // The form says what is wrong with these sounds, and offers no start.
  QString soundsProblem(const QString& path) {
    window_->newStudy(path);
    auto& page = window_->newStudyPage();
    Notice* notice = nullptr;
    EXPECT_TRUE(
        waitFor([&] { return (notice = page.soundsNotices()->find(QStringLiteral("sounds"))) != nullptr; }));
    EXPECT_FALSE(page.startButton()->isEnabled());
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
    return notice ? notice->content().text : QString();
  }
  QString openProblem(const QString& path) {
    window_->openPath(path);
    Notice* notice = nullptr;
    EXPECT_TRUE(waitFor(
        [&] { return (notice = window_->welcome().notices()->find(QStringLiteral("open"))) != nullptr; }));
    EXPECT_FALSE(study_.isOpen());
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
    return notice ? notice->content().text : QString();
  }

  StudyController study_;
  std::unique_ptr<MainWindow> window_;
};

TEST_F(BadInput, TextNamedWav) {
  QDir().mkpath(file(QStringLiteral("text/a")));
  QDir().mkpath(file(QStringLiteral("text/b")));
  write(QStringLiteral("text/a/one.wav"), "this is no sound\n");
  write(QStringLiteral("text/b/two.wav"), "nor is this\n");
  EXPECT_FALSE(soundsProblem(file(QStringLiteral("text"))).isEmpty());
}

TEST_F(BadInput, EmptyFolder) {
  QDir().mkpath(file(QStringLiteral("empty")));
  EXPECT_FALSE(soundsProblem(file(QStringLiteral("empty"))).isEmpty());
}

TEST_F(BadInput, ManifestWithoutItsColumns) {
  // In a folder of its own: sounds are looked for beside it, too, and who knows what lies there.
  QDir().mkpath(file(QStringLiteral("lists")));
  write(QStringLiteral("lists/list.csv"), "name,colour\na.wav,red\n");
  EXPECT_TRUE(soundsProblem(file(QStringLiteral("lists/list.csv")))
                  .contains(QStringLiteral("no column names files")));
}

TEST_F(BadInput, OneBadClipIsLeftOutAndListed) {
  kinglet::testing::makeSounds(file(QStringLiteral("mixed")), 6);
  write(QStringLiteral("mixed/tone0/bad.wav"), "no sound");
  window_->newStudy(file(QStringLiteral("mixed")));
  auto& page = window_->newStudyPage();
  ASSERT_TRUE(waitFor([&] { return page.startButton()->isEnabled(); }));
  ASSERT_EQ(page.preview()->facts().problems.size(), 1u);
  EXPECT_TRUE(page.preview()->facts().problems[0].first.contains(QStringLiteral("bad.wav")));
}

TEST_F(BadInput, StudyOfZeros) {
  write(QStringLiteral("zeros.kinglet"), QByteArray(100000, '\0'));
  EXPECT_FALSE(openProblem(file(QStringLiteral("zeros.kinglet"))).isEmpty());
  QFile after(file(QStringLiteral("zeros.kinglet")));
  ASSERT_TRUE(after.open(QIODevice::ReadOnly));
  EXPECT_EQ(after.readAll(), QByteArray(100000, '\0'));  // looked at, not touched
}

TEST_F(BadInput, StudyThatIsNotThere) {
  EXPECT_TRUE(openProblem(file(QStringLiteral("none.kinglet"))).contains(QStringLiteral("none.kinglet")));
}

TEST_F(BadInput, AStudyIsNeverWrittenOver) {
  write(QStringLiteral("mine.kinglet"), "precious");
  window_->newStudy();
  Q_EMIT window_->newStudyPage().createRequested(file(QStringLiteral("mine.kinglet")), quickSettings());
  ASSERT_TRUE(
      waitFor([&] { return window_->newStudyPage().notices()->find(QStringLiteral("create")) != nullptr; }));
  QFile after(file(QStringLiteral("mine.kinglet")));
  ASSERT_TRUE(after.open(QIODevice::ReadOnly));
  EXPECT_EQ(after.readAll(), "precious");
}

TEST_F(BadInput, AStudyWhoseSoundsAreGoneCanBeLookedAt) {
  study_.create(file(QStringLiteral("a.kinglet")), quickSettings(1), true);
  ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::finished; }));
  study_.close();
  ASSERT_TRUE(waitFor([&] { return !study_.isBusy(); }));
  ASSERT_TRUE(QDir().rename(file(QStringLiteral("sounds")), file(QStringLiteral("moved"))));
  study_.open(file(QStringLiteral("a.kinglet")));
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  EXPECT_EQ(study_.trials().count(), 1);
  EXPECT_FALSE(study_.study().canRun());
  EXPECT_NE(window_->notices().find(QStringLiteral("sounds")), nullptr);
  EXPECT_FALSE(window_->commands().find(QStringLiteral("run.toggle"))->isEnabled());
  study_.open(file(QStringLiteral("a.kinglet")), {file(QStringLiteral("moved")).toStdString()});
  ASSERT_TRUE(waitFor([&] { return study_.isOpen() && study_.study().canRun(); }));
  study_.close();
  ASSERT_TRUE(waitFor([&] { return !study_.isBusy(); }));
}

TEST_F(BadInput, AStudyThatAnotherSearchesInIsOnlyLookedAt) {
  const auto settings = quickSettings(2);
  { createStudyFile(file(QStringLiteral("a.kinglet")).toStdString(), settings); }
  const auto other = study::openStudy(file(QStringLiteral("a.kinglet")).toStdString(), {}, true);
  study_.open(file(QStringLiteral("a.kinglet")));
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  EXPECT_FALSE(study_.study().canRun());
  EXPECT_NE(window_->notices().find(QStringLiteral("locked")), nullptr);
  study_.close();
  ASSERT_TRUE(waitFor([&] { return !study_.isBusy(); }));
}

}  // namespace
}  // namespace kinglet::window
