// After a crash, and "Report a problem": what the window tells.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QThread>

#include "app/window/diagnosis/qt_log.h"
#include "app/window/diagnosis/report_dialog.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/notice.h"
#include "app/window/shell/crash_notice.h"
#include "app/window/shell/window_commands.h"
#include "base/files.h"
#include "diagnosis/log.h"
#include "window_fixture.h"

namespace kinglet::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using window::kCrashNotice;

class DiagnosisTest : public OpenWindowTest {
 protected:
  void SetUp() override {
    OpenWindowTest::SetUp();
    state_ = file(QStringLiteral("state")).toStdString();
    std::filesystem::create_directories(state_);
    window::AppSettings().setCrashTold({});
  }

  void writeCrash(const char* time, const std::string& study) const {
    base::writeAtomically(state_ / ("crash-" + std::string(time) + "-77.txt"),
                          "kinglet 1 ended unexpectedly\n\nsignal: 11 SIGSEGV\n" +
                              (study.empty() ? "" : "study: ‹" + study + "›\n") +
                              "\nstack, the innermost first:\nkinglet(_ZN7kinglet5crashEv+0x1)[0x2]\n");
  }
  window::Notice* notice() const { return window_->notices().find(QLatin1String(kCrashNotice)); }
  static void press(const QWidget* in, const QString& text) {
    for (auto* button : in->findChildren<QPushButton*>())
      if (button->text() == text) return button->click();
    FAIL() << "no button " << text.toStdString();
  }

  std::filesystem::path state_;
};

TEST_F(DiagnosisTest, ACrashIsToldOnce) {
  window::tellOfCrash(*window_, state_);
  EXPECT_EQ(notice(), nullptr);
  writeCrash("20261130T080000Z", "");
  window::tellOfCrash(*window_, state_);
  ASSERT_NE(notice(), nullptr);
  EXPECT_EQ(notice()->content().text, QStringLiteral("Kinglet ended unexpectedly."));
  EXPECT_EQ(notice()->content().actions.size(), 2u);
  press(notice(), QStringLiteral("Dismiss"));
  EXPECT_EQ(notice(), nullptr);
  window::tellOfCrash(*window_, state_);
  EXPECT_EQ(notice(), nullptr);
  writeCrash("20261130T090000Z", "/nowhere/Moor.kinglet");
  window::tellOfCrash(*window_, state_);
  ASSERT_NE(notice(), nullptr);
  EXPECT_THAT(notice()->content().text.toStdString(), HasSubstr("while Moor was open"));
  EXPECT_EQ(notice()->content().actions.size(), 2u);  // it is no longer there to be opened
}

TEST_F(DiagnosisTest, TheStudyThatWasOpenIsOpened) {
  const QString path = sampleFile(QStringLiteral("Moor.kinglet"), 4);
  writeCrash("20261130T080000Z", path.toStdString());
  window::tellOfCrash(*window_, state_);
  ASSERT_NE(notice(), nullptr);
  press(notice(), QStringLiteral("Open the study"));
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  EXPECT_EQ(study_.path(), path);
  EXPECT_EQ(notice(), nullptr);
}

// As when the program is started with a study.
TEST_F(DiagnosisTest, TheNoticeOutlivesTheOpeningOfAStudy) {
  writeCrash("20261130T080000Z", "");
  window::tellOfCrash(*window_, state_);
  window_->openPath(sampleFile(QStringLiteral("Heide.kinglet"), 4));
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  EXPECT_NE(notice(), nullptr);
}

TEST_F(DiagnosisTest, TheReportOfTheCrashIsShown) {
  writeCrash("20261130T080000Z", "");
  window::tellOfCrash(*window_, state_);
  press(notice(), QStringLiteral("Show the report"));
  auto* dialog = window_->findChild<QDialog*>(QStringLiteral("crashReport"));
  ASSERT_NE(dialog, nullptr);
  EXPECT_THAT(dialog->findChild<QPlainTextEdit*>()->toPlainText().toStdString(),
              HasSubstr("kinglet::crash()"));
  EXPECT_TRUE(waitFor([&] { return notice() != nullptr; }));
}

TEST_F(DiagnosisTest, AReportIsSeenBeforeItIsSaved) {
  window_->openPath(sampleFile(QStringLiteral("Moor.kinglet"), 4));
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  base::writeAtomically(state_ / "kinglet.log", "one line of ‹tone0/clip3.wav›\n");
  window::ReportDialog dialog(state_, study_.study().store, window_.get());
  dialog.show();
  ASSERT_TRUE(waitFor([&] { return dialog.isReady(); }));
  QStringList names;
  for (int row = 0; row < dialog.list()->count(); ++row) {
    names << dialog.list()->item(row)->text().section(u'\n', 0, 0);
    dialog.list()->setCurrentRow(row);
    const std::string text = dialog.preview()->toPlainText().toStdString();
    EXPECT_FALSE(text.empty());
    EXPECT_THAT(text, Not(HasSubstr("tone0")));
    EXPECT_THAT(text, Not(HasSubstr("clip3")));
    EXPECT_THAT(text, Not(HasSubstr(folder_.path().toStdString())));
  }
  EXPECT_EQ(names, QStringList({QStringLiteral("about.txt"), QStringLiteral("kinglet.log"),
                                QStringLiteral("study/settings.json"), QStringLiteral("study/trials.csv")}));
  EXPECT_FALSE(QFileInfo::exists(file(QStringLiteral("report.zip"))));
  dialog.save(file(QStringLiteral("report.zip")));
  ASSERT_TRUE(waitFor([&] { return dialog.notices()->find(QStringLiteral("saved")) != nullptr; }));
  EXPECT_EQ(base::readText(file(QStringLiteral("report.zip")).toStdString()).substr(0, 2), "PK");
  dialog.save(QStringLiteral("/nowhere/report.zip"));
  ASSERT_TRUE(waitFor([&] {
    const auto* told = dialog.notices()->find(QStringLiteral("saved"));
    return told && told->content().kind == window::NoticeKind::error;
  }));
}

TEST_F(DiagnosisTest, TheCommandOpensTheDialog) {
  window_->commands().find(QStringLiteral("help.report"))->trigger();
  auto* dialog = window_->findChild<window::ReportDialog*>();
  ASSERT_NE(dialog, nullptr);
  EXPECT_TRUE(waitFor([&] { return dialog->isReady(); }));
}

TEST_F(DiagnosisTest, AWindowThatDoesNotAnswerIsNoted) {
  const window::Heartbeat heartbeat;
  EXPECT_FALSE(waitFor([&] { return heartbeat.slowTurns() > 0; }, 1200));
  QThread::msleep(1800);
  EXPECT_TRUE(waitFor([&] { return heartbeat.slowTurns() > 0; }, 1000));
}

TEST_F(DiagnosisTest, QtsWarningsGoToTheLog) {
  const pid_t child = fork();
  if (child == 0) {
    diagnosis::startLog(state_);
    window::logQtMessages();
    qWarning("a plain warning");
    qWarning("cannot open \"/home/me/owl.png\"");
    diagnosis::flushLog(5000);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  const std::string text = base::readText(state_ / "kinglet.log");
  EXPECT_THAT(text, HasSubstr("WARNING qt: a plain warning\n"));
  EXPECT_THAT(text, HasSubstr("WARNING qt: ‹cannot open \"/home/me/owl.png\"›\n"));
}

}  // namespace
}  // namespace kinglet::testing
