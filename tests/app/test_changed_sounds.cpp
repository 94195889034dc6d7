// A study whose sounds are not what they were, in the window.
#include <QFile>
#include <QPushButton>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/test_fold_tab.h"
#include "app/window/kit/notice.h"
#include "app/window/settings/new_study_page.h"
#include "app/window/shell/command_list.h"
#include "app/window/workbench/study_panel.h"
#include "app/window/workbench/workbench.h"
#include "study/data/sounds_history.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class ChangedSoundsTest : public testing::OpenWindowTest {
 protected:
  // A study that has trials, and knows its sounds.
  void makeStudy() {
    path_ = sampleFile(QStringLiteral("a.kinglet"), 6);
    const auto store = study::openStudy(path_.toStdString());
    study::openSounds(*store);
  }
  void open() {
    study_.open(path_);
    ASSERT_TRUE(waitFor([&] { return study_.isOpen() && !study_.isBusy(); }));
  }
  Notice* notice() const {
    return window_->workbench().studyPanel()->dataNotices()->find(QStringLiteral("sounds"));
  }
  // Of the study's clips, one of a fold.
  QString clipOf(int fold) const {
    const auto record = study::openStudy(path_.toStdString())->sounds();
    for (const auto& clip : data::Fingerprint::unpack(record->clips).clips)
      if (clip.fold == fold) return file(QStringLiteral("sounds/") + QString::fromStdString(clip.key));
    return {};
  }
  static void press(Notice* notice, const QString& text) {
    for (auto* button : notice->findChildren<QPushButton*>())
      if (button->text() == text) return button->click();
    FAIL() << "no button " << text.toStdString();
  }

  QString path_;
};

TEST_F(ChangedSoundsTest, NothingIsSaidWhereNothingChanged) {
  makeStudy();
  open();
  EXPECT_EQ(notice(), nullptr);
  EXPECT_TRUE(study_.study().canRun());
}

TEST_F(ChangedSoundsTest, NewClipsAreToldOnce) {
  makeStudy();
  QFile::copy(clipOf(0), file(QStringLiteral("other.wav")));
  std::vector<float> samples(16000);
  for (std::size_t n = 0; n < samples.size(); ++n) samples[n] = 0.2f * std::sin(float(n) * 0.2f);
  audio::writeWav(file(QStringLiteral("sounds/tone1/fresh.wav")).toStdString(), samples, 16000);
  open();
  ASSERT_NE(notice(), nullptr);
  EXPECT_EQ(notice()->content().kind, NoticeKind::info);
  EXPECT_TRUE(notice()->content().text.contains(QStringLiteral("one clip is new")));
  EXPECT_TRUE(notice()->content().details.contains(QStringLiteral("fresh.wav")));
  EXPECT_TRUE(study_.study().canRun());
  close();
  open();
  EXPECT_EQ(notice(), nullptr);
}

TEST_F(ChangedSoundsTest, WhatJudgedIsAskedForAndKept) {
  makeStudy();
  ASSERT_TRUE(QFile::remove(clipOf(3)));
  open();
  ASSERT_NE(notice(), nullptr);
  EXPECT_EQ(notice()->content().kind, NoticeKind::warning);
  EXPECT_FALSE(study_.study().canRun());
  EXPECT_FALSE(window_->commands().find(QStringLiteral("run.toggle"))->isEnabled());
  EXPECT_TRUE(study_.study().canTest());
  press(notice(), QStringLiteral("Go on with what is there"));
  ASSERT_TRUE(waitFor([&] { return study_.isOpen() && !study_.isBusy() && study_.study().canRun(); }));
  EXPECT_EQ(study_.study().undecided, false);
  close();
  const auto history = study::historyFrom(
      study::openStudy(path_.toStdString())->sounds().value_or(study::SoundsRecord{}).history);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_TRUE(history[0].accepted);
  open();
  EXPECT_TRUE(study_.study().canRun());
}

TEST_F(ChangedSoundsTest, ANewStudyBeginsWithTheSameSounds) {
  makeStudy();
  ASSERT_TRUE(QFile::remove(clipOf(3)));
  open();
  ASSERT_NE(notice(), nullptr);
  press(notice(), QStringLiteral("New study …"));
  EXPECT_FALSE(window_->workbenchShown());
}

TEST_F(ChangedSoundsTest, TheTestTabSaysWhyItStaysClosed) {
  makeStudy();
  QDir(file(QStringLiteral("sounds"))).removeRecursively();
  testing::makeSounds(file(QStringLiteral("sounds")), 6, 0.3);  // other sounds under the same names
  open();
  EXPECT_FALSE(study_.study().canTest());
  EXPECT_NE(study_.study().soundsProblem.english().find("another data set"), std::string::npos);
  EXPECT_FALSE(window_->workbench().candidatePanel()->testFoldTab()->openButton()->isEnabled());
}

}  // namespace
}  // namespace kinglet::window
