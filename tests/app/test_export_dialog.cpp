// The Export dialog on networks that a real search trained.
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTextBrowser>

#include "app/window/export/accuracy_compare.h"
#include "app/window/export/export_choice.h"
#include "app/window/export/export_dialog.h"
#include "app/window/export/export_files.h"
#include "app/window/export/instruction_table.h"
#include "app/window/kit/notice.h"
#include "deploy/verify/shell.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class ExportWindow : public kinglet::testing::WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    auto settings = quickSettings(1);
    settings.limits.flashKb = 40;
    settings.workers = 1;
    study_.create(file(QStringLiteral("a.kinglet")), settings, true);
    ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
    ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::finished; }));
    dialog_ = std::make_unique<ExportDialog>(study_, 0, nullptr);
    dialog_->show();
  }
  void TearDown() override {
    dialog_.reset();
    study_.close();
    EXPECT_TRUE(waitFor([&] { return !study_.isOpen() && !study_.isBusy(); }));
  }

  bool idle() const {
    return waitFor([&] { return !dialog_->isBusy(); }, 120000);
  }
  const NoticeContent* notice() const {
    const auto* shown = dialog_->notices()->find(QStringLiteral("export"));
    return shown ? &shown->content() : nullptr;
  }
  QString texts(const QWidget* widget) const {
    QString all;
    for (const auto* label : widget->findChildren<QLabel*>()) all += label->text() + u'\n';
    return all;
  }
  void type(const QString& path) {
    dialog_->pathField()->selectAll();
    QTest::keyClicks(dialog_->pathField(), path);
  }

  StudyController study_;
  std::unique_ptr<ExportDialog> dialog_;
};

TEST_F(ExportWindow, BothAccuraciesStandBeforeAnythingIsWritten) {
  EXPECT_FALSE(dialog_->exportButton()->isEnabled());
  ASSERT_TRUE(idle());
  EXPECT_TRUE(dialog_->exportButton()->isEnabled());
  const QString shown = texts(dialog_->accuracies());
  EXPECT_EQ(shown.count(u'%'), 2 + shown.count(QStringLiteral("alone"))) << shown.toStdString();
  EXPECT_TRUE(dialog_->card()->toPlainText().contains(QStringLiteral("int8")));
  EXPECT_TRUE(dialog_->card()->toPlainText().contains(QStringLiteral("not written yet")));
  EXPECT_TRUE(QDir(file(QStringLiteral("."))).entryList({QStringLiteral("*card*")}).isEmpty());
}

TEST_F(ExportWindow, TheEnergySaysWhereItIsFromAndAsksToBeExplained) {
  QLabel* line = nullptr;
  for (auto* label : dialog_->findChildren<QLabel*>())
    if (label->text().contains(QStringLiteral("an inference"))) line = label;
  ASSERT_NE(line, nullptr);
  EXPECT_TRUE(line->text().contains(QStringLiteral("modelled"))) << line->text().toStdString();
  QSignalSpy clicked(dialog_.get(), &ExportDialog::energyClicked);
  line->setFocus();
  QTest::keyClick(line, Qt::Key_Tab);  // to the link
  line->setFocus(Qt::TabFocusReason);
  QTest::keyClick(line, Qt::Key_Return);
  ASSERT_EQ(clicked.size(), 1);
  EXPECT_EQ(clicked.front().front().toInt(), 0);
}

TEST_F(ExportWindow, EveryFormatIsWrittenAndSaysHowItWasTried) {
  ASSERT_TRUE(idle());
  const struct {
    const char *format, *name;
    bool int8, verified;
  } cases[] = {{"c", "c", true, true},
               {"tflite", "a.tflite", true, false},
               {"torchscript", "a.pt", false, true},
               {"json", "a.json", false, false}};
  for (const auto& one : cases) {
    SCOPED_TRACE(one.format);
    dialog_->choice()->choose(QString::fromLatin1(one.format), one.int8);
    type(file(QString::fromLatin1(one.name)));
    ASSERT_TRUE(dialog_->exportButton()->isEnabled());
    dialog_->exportButton()->click();
    ASSERT_TRUE(idle());
    ASSERT_NE(notice(), nullptr);
    EXPECT_EQ(notice()->kind, NoticeKind::done) << notice()->text.toStdString();
    EXPECT_EQ(notice()->text.contains(QStringLiteral("Verified by")), one.verified)
        << notice()->text.toStdString();
    EXPECT_TRUE(QFileInfo::exists(file(QString::fromLatin1(one.name))));
  }
  EXPECT_TRUE(QFileInfo::exists(file(QStringLiteral("c.card.md"))));
}

TEST_F(ExportWindow, WhatIsThereIsReplacedOnlyWhenAllowed) {
  ASSERT_TRUE(idle());
  dialog_->choice()->choose(QStringLiteral("torchscript"), false);
  const QString path = file(QStringLiteral("b.pt"));
  QFile old(path);
  ASSERT_TRUE(old.open(QIODevice::WriteOnly));
  old.write("mine");
  old.close();
  type(path);
  dialog_->exportButton()->click();
  ASSERT_NE(notice(), nullptr);
  EXPECT_EQ(notice()->kind, NoticeKind::warning);
  EXPECT_EQ(QFileInfo(path).size(), 4);
  ASSERT_EQ(notice()->actions.size(), 1u);
  const auto replace = notice()->actions.front().run;
  replace();
  ASSERT_TRUE(idle());
  EXPECT_EQ(notice()->kind, NoticeKind::done);
  EXPECT_GT(QFileInfo(path).size(), 4);
}

TEST_F(ExportWindow, CancelledItLeavesNothingAndCanBeDoneAgain) {
  ASSERT_TRUE(idle());
  dialog_->choice()->choose(QStringLiteral("c"), true);
  const QString path = file(QStringLiteral("cancelled"));
  type(path);
  dialog_->exportButton()->click();
  ASSERT_TRUE(dialog_->isBusy());
  EXPECT_TRUE(dialog_->cancelButton()->isVisible());
  dialog_->cancelButton()->click();
  EXPECT_FALSE(dialog_->isBusy());
  EXPECT_TRUE(notice()->text.contains(QStringLiteral("Nothing was written"))) << notice()->text.toStdString();
  dialog_->exportButton()->click();
  ASSERT_TRUE(idle());
  EXPECT_EQ(notice()->kind, NoticeKind::done) << notice()->text.toStdString();
  EXPECT_TRUE(QFileInfo::exists(path));
  EXPECT_TRUE(QDir(file(QStringLiteral(".")))
                  .entryList({QStringLiteral(".kinglet*")}, QDir::Hidden | QDir::AllEntries)
                  .isEmpty());
}

TEST_F(ExportWindow, APlaceThatCannotBeWrittenIsNamed) {
  ASSERT_TRUE(idle());
  type(file(QStringLiteral("nowhere/c")));
  dialog_->exportButton()->click();
  ASSERT_TRUE(idle());
  ASSERT_NE(notice(), nullptr);
  EXPECT_EQ(notice()->kind, NoticeKind::error);
  EXPECT_TRUE(notice()->text.contains(QStringLiteral("no such folder"))) << notice()->text.toStdString();
}

TEST_F(ExportWindow, AnEmulatedBoardCountsByLayer) {
  if (!deploy::installed("arm-none-eabi-gcc") || !deploy::installed("qemu-system-arm"))
    GTEST_SKIP() << "skipped: arm-none-eabi-gcc or qemu-system-arm is not installed";
  ASSERT_TRUE(idle());
  dialog_->choice()->choose(QStringLiteral("c"), true);
  dialog_->choice()->chooseBoard(QStringLiteral("cortex-m4"));
  type(file(QStringLiteral("board")));
  dialog_->exportButton()->click();
  ASSERT_TRUE(idle());
  ASSERT_EQ(notice()->kind, NoticeKind::done) << notice()->text.toStdString();
  EXPECT_GT(dialog_->instructions()->table()->rowCount(), 2);
  EXPECT_TRUE(texts(dialog_->instructions()).contains(QStringLiteral("not joules")));
  EXPECT_TRUE(dialog_->card()->toPlainText().contains(QStringLiteral("Cortex-M4")));
}

TEST_F(ExportWindow, ThePathFollowsTheFormatUntilItIsChosen) {
  ASSERT_TRUE(idle());
  dialog_->choice()->choose(QStringLiteral("onnx"), true);
  EXPECT_TRUE(dialog_->pathField()->text().endsWith(QStringLiteral("a-0-int8.onnx")))
      << dialog_->pathField()->text().toStdString();
  dialog_->choice()->choose(QStringLiteral("torchscript"), true);
  EXPECT_TRUE(dialog_->pathField()->text().endsWith(QStringLiteral("a-0.pt")));
  type(QStringLiteral("/tmp/mine.pt"));
  dialog_->choice()->choose(QStringLiteral("tflite"), true);
  EXPECT_EQ(dialog_->pathField()->text(), QStringLiteral("/tmp/mine.tflite"));
}

TEST_F(ExportWindow, ALibraryWithAPrefixIsShownBeforeItIsWritten) {
  ASSERT_TRUE(idle());
  dialog_->choice()->choose(QStringLiteral("c"), true);
  dialog_->choice()->chooseForm(QStringLiteral("arduino"));
  dialog_->choice()->prefixField()->setText(QStringLiteral("while"));
  type(file(QStringLiteral("dog_library")));
  EXPECT_FALSE(dialog_->exportButton()->isEnabled());
  EXPECT_TRUE(texts(dialog_->choice()).contains(QStringLiteral("keyword")));
  dialog_->choice()->prefixField()->setText(QStringLiteral("dog"));
  ASSERT_TRUE(dialog_->exportButton()->isEnabled());
  const auto shown = [&](const QString& name) {
    return !dialog_->files()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive).isEmpty();
  };
  for (const char* name : {"library.properties", "dog.h", "dog_frontend.c", "Classify.ino", "LICENSE"})
    EXPECT_TRUE(shown(QString::fromLatin1(name))) << name;
  dialog_->exportButton()->click();
  ASSERT_TRUE(idle());
  EXPECT_EQ(notice()->kind, NoticeKind::done) << notice()->text.toStdString();
  EXPECT_TRUE(QFileInfo::exists(file(QStringLiteral("dog_library/src/dog.h"))));
}

TEST_F(ExportWindow, ClosingTheStudyClosesTheDialog) {
  study_.close();
  EXPECT_TRUE(waitFor([&] { return !dialog_->isVisible(); }));
}

}  // namespace
}  // namespace kinglet::window
