// The final training of a chosen candidate in the window: progress, cancel, result, and what is kept.
#include <QCheckBox>
#include <QProgressBar>
#include <QPushButton>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/training_tab.h"
#include "app/window/kit/fields.h"
#include "app/window/kit/notice.h"
#include "app/window/study/training_controller.h"
#include "app/window/workbench/workbench.h"
#include "study/final/final_store.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class FinalTrainingWindow : public kinglet::testing::OpenWindowTest {
 protected:
  void SetUp() override {
    OpenWindowTest::SetUp();
    study_.create(path(), quickSettings(2), true);
    ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::finished; }));
    trial_ = study_.trials().front().front();
    study_.selection().select(trial_);
    window_->workbench().candidatePanel()->showTab(CandidatePanel::kFinal);
  }
  QString path() const { return file(QStringLiteral("final.kinglet")); }
  TrainingTab& tab() { return *window_->workbench().candidatePanel()->trainingTab(); }
  TrainingController& trainer() { return study_.training(); }

  int trial_ = -1;
};

TEST_F(FinalTrainingWindow, ItIsJudgedByEveryFoldAndKept) {
  ASSERT_TRUE(tab().startButton()->isVisible());
  EXPECT_FALSE(tab().cancelButton()->isVisible());
  constexpr int kEpochs = 50;  // long enough to be seen on the way, on a fast computer too
  tab().epochsField()->setValue(kEpochs);
  double most = 0;
  QObject::connect(&trainer(), &TrainingController::changed, &tab(),
                   [&] { most = std::max(most, trainer().progress().now.done); });
  QTest::mouseClick(tab().startButton(), Qt::LeftButton);
  // The test fold is not opened unasked.
  EXPECT_LT(trainer().trial(), 0);
  const Notice* question = tab().notices()->find(QStringLiteral("final"));
  ASSERT_NE(question, nullptr);
  ASSERT_EQ(question->content().actions.size(), 2U);
  const auto open = question->content().actions.front().run;
  open();
  EXPECT_EQ(trainer().trial(), trial_);
  EXPECT_TRUE(tab().cancelButton()->isVisible());
  EXPECT_TRUE(tab().bar()->isVisible());
  EXPECT_FALSE(tab().startButton()->isVisible());
  ASSERT_TRUE(waitFor([&] { return trainer().trial() < 0; }));
  EXPECT_GT(most, 0);
  EXPECT_LE(most, 1);
  const auto* result = trainer().resultOf(trial_);
  ASSERT_NE(result, nullptr);
  EXPECT_EQ(static_cast<int>(result->folds.size()), study_.features()->dataset().folds);
  EXPECT_EQ(result->recipe.epochs, kEpochs);
  EXPECT_TRUE(tab().startButton()->isVisible());
  EXPECT_NE(window_->notices().find(QStringLiteral("final")), nullptr);

  close();
  study_.open(path());
  ASSERT_TRUE(waitFor([&] { return study_.isOpen() && trainer().resultOf(trial_); }));
  EXPECT_TRUE(study::FinalStore(path().toStdString()).weights(trial_));
}

TEST_F(FinalTrainingWindow, CancellingThrowsAwayAndClosingDoesNotWaitForTheEnd) {
  tab().epochsField()->setValue(5000);
  tab().judgedTick()->setChecked(false);
  QTest::mouseClick(tab().startButton(), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return trainer().progress().now.done > 0; }));
  QTest::mouseClick(tab().cancelButton(), Qt::LeftButton);
  EXPECT_LT(trainer().trial(), 0);
  EXPECT_TRUE(tab().startButton()->isVisible());
  EXPECT_EQ(trainer().resultOf(trial_), nullptr);

  // Another one at once, and the study is closed and opened again while it runs: the file is free.
  QTest::mouseClick(tab().startButton(), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return trainer().progress().now.done > 0; }));
  QElapsedTimer time;
  time.start();
  close();
  EXPECT_LT(time.elapsed(), 10000);
  EXPECT_LT(trainer().trial(), 0);
  study_.open(path());
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  EXPECT_EQ(study_.study().lockedBecause.english(), "");
  EXPECT_EQ(trainer().resultOf(trial_), nullptr);
}

}  // namespace
}  // namespace kinglet::window
