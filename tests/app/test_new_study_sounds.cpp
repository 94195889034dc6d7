// What the form of a new study tells of sounds: recordings, folds, what is wrong with them.
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>

#include "app/window/kit/notice.h"
#include "app/window/settings/dataset_view.h"
#include "app/window/settings/grouping_choice.h"
#include "app/window/settings/new_study_page.h"
#include "app/window/settings/read_as_field.h"
#include "study/settings.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class NewStudySounds : public kinglet::testing::WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    kinglet::testing::makeSounds(file(QStringLiteral("made")), 12, 0.2);
    window_ = std::make_unique<MainWindow>(study_);
    window_->show();
  }
  // Copies of the made sounds under other names.
  void copy(int tone, int clip, const QString& name) {
    const QString to = file(name);
    QDir().mkpath(QFileInfo(to).path());
    ASSERT_TRUE(QFile::copy(file(QStringLiteral("made/tone%1/clip%2.wav").arg(tone).arg(clip)), to));
  }
  NewStudyPage& page() { return window_->newStudyPage(); }

  StudyController study_;
  std::unique_ptr<MainWindow> window_;
};

TEST_F(NewStudySounds, TrainAndTestAloneShowWhatEachFoldIsFor) {
  for (int tone = 0; tone < 2; ++tone)
    for (int clip = 0; clip < 12; ++clip)
      copy(tone, clip,
           QStringLiteral("set/%1/tone%2/c%3x.wav").arg(clip < 9 ? "train" : "test").arg(tone).arg(clip));
  window_->newStudy(file(QStringLiteral("set")));
  ASSERT_TRUE(waitFor([&] { return page().startButton()->isEnabled(); }));
  const auto& facts = page().preview()->facts();
  EXPECT_EQ(facts.testFold, QStringLiteral("test"));
  EXPECT_EQ(facts.validationFold, QStringLiteral("train 4"));
  EXPECT_EQ(facts.testClips, 6);
  EXPECT_EQ(facts.trainFolds.size(), 3);
  EXPECT_TRUE(facts.notes.join(u' ').contains(QStringLiteral("no validation fold")));
  EXPECT_FALSE(facts.grouping.isEmpty());
}

TEST_F(NewStudySounds, GroupingIsChangedAndKept) {
  for (int tone = 0; tone < 2; ++tone)
    for (int clip = 0; clip < 12; ++clip)
      copy(tone, clip,
           QStringLiteral("set/tone%1/2023050%2_%3000%4.WAV")
               .arg(tone)
               .arg(1 + clip % 2)
               .arg(10 + clip)
               .arg(0));
  window_->newStudy(file(QStringLiteral("set")));
  ASSERT_TRUE(waitFor([&] { return page().startButton()->isEnabled(); }));
  auto* choice = page().groupingChoice();
  choice->setGroupBy(data::GroupBy::parse("prefix"));
  EXPECT_FALSE(page().startButton()->isEnabled());
  Notice* notice = nullptr;
  ASSERT_TRUE(
      waitFor([&] { return (notice = page().soundsNotices()->find(QStringLiteral("folds"))) != nullptr; }));
  EXPECT_TRUE(notice->content().text.contains(QStringLiteral("three")));
  EXPECT_FALSE(page().startButton()->isEnabled());
  // A pattern that is none, beside the field; then a good one.
  choice->setGroupBy({data::GroupBy::Kind::pattern, "(a"});
  ASSERT_TRUE(waitFor([&] { return page().soundsNotices()->find(QStringLiteral("sounds")) != nullptr; }));
  EXPECT_FALSE(choice->nameField()->isHidden());
  choice->setGroupBy({data::GroupBy::Kind::pattern, "_([0-9]+)"});
  ASSERT_TRUE(waitFor([&] { return page().startButton()->isEnabled(); }));
  EXPECT_EQ(page().settings().groupBy.text(), "_([0-9]+)");
  EXPECT_EQ(study::Settings::fromJson(page().settings().toJson()).groupBy, page().settings().groupBy);
}

TEST_F(NewStudySounds, ReadingIsCancelled) {
  window_->newStudy(file(QStringLiteral("made")));
  page().stopReadingButton()->click();
  EXPECT_NE(page().soundsNotices()->find(QStringLiteral("sounds")), nullptr);
  QTest::qWait(50);
  EXPECT_FALSE(page().startButton()->isEnabled());
}

TEST_F(NewStudySounds, TwoReadingsAreOfferedAndTheChosenOneIsKept) {
  const QString inner[2][2] = {{QStringLiteral("cat"), QStringLiteral("dog")},
                               {QStringLiteral("rain"), QStringLiteral("wind")}};
  for (int tone = 0; tone < 2; ++tone)
    for (int clip = 0; clip < 12; ++clip)
      copy(tone, clip,
           QStringLiteral("set/kind%1/%2/c%3x.wav").arg(tone).arg(inner[tone][clip % 2]).arg(clip));
  window_->newStudy(file(QStringLiteral("set")));
  Notice* notice = nullptr;
  ASSERT_TRUE(
      waitFor([&] { return (notice = page().soundsNotices()->find(QStringLiteral("sounds"))) != nullptr; }));
  ASSERT_EQ(notice->content().actions.size(), 2u) << notice->content().text.toStdString();
  EXPECT_EQ(notice->content().actions[0].text, QStringLiteral("Read as classes=outer"));
  EXPECT_FALSE(page().startButton()->isEnabled());
  notice->content().actions[0].run();
  ASSERT_TRUE(waitFor([&] { return page().startButton()->isEnabled(); }));
  EXPECT_EQ(page().settings().readAs, data::ReadAs::parse("classes=outer"));
  page().readAsField()->setText(QStringLiteral("--read-as classes=inner"));
  EXPECT_FALSE(page().startButton()->isEnabled());
  ASSERT_TRUE(waitFor([&] { return page().startButton()->isEnabled(); }));
  EXPECT_EQ(page().settings().readAs, data::ReadAs::parse("classes=inner"));
  page().readAsField()->setText(QStringLiteral("nonsense"));
  ASSERT_TRUE(waitFor([&] { return page().soundsNotices()->find(QStringLiteral("sounds")) != nullptr; }));
  EXPECT_FALSE(page().startButton()->isEnabled());
}

TEST(ReadAsFieldTest, WaysOutAreThoseThatNeedNoFillingIn) {
  EXPECT_EQ(
      ReadAsField::waysIn(QStringLiteral("either (--read-as classes=outer), or (--read-as classes=inner).")),
      (QStringList{QStringLiteral("classes=outer"), QStringLiteral("classes=inner")}));
  EXPECT_EQ(ReadAsField::waysIn(QStringLiteral("choose with --read-as fold=split or --read-as fold=set")),
            (QStringList{QStringLiteral("fold=split"), QStringLiteral("fold=set")}));
  EXPECT_EQ(ReadAsField::waysIn(QStringLiteral("or --read-as path=1,label=2.")),
            QStringList{QStringLiteral("path=1,label=2")});
  EXPECT_TRUE(
      ReadAsField::waysIn(QStringLiteral("say --read-as path=NAME,label=NAME. Or --read-as fold=my column x"))
          .isEmpty());
}

}  // namespace
}  // namespace kinglet::window
