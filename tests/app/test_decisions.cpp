// The sounds tab: what the chosen network takes clips for, which clips a cell of the confusion matrix holds, and what is
// asked about one clip.
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/clip_model.h"
#include "app/window/candidate/sounds_tab.h"
#include "app/window/candidate/test_fold_tab.h"
#include "app/window/study/decision_controller.h"
#include "app/window/workbench/workbench.h"
#include "study/final/evaluation.h"
#include "widgets/candidate/confusion_view.h"
#include "widgets/sound/spectrogram_plot.h"
#include "widgets/sound/spectrogram_stack.h"
#include "widgets/sound/spectrogram_view.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class Decisions : public kinglet::testing::OpenWindowTest {
 protected:
  // A finished search of two candidates, its sounds tab in view and all clips asked about.
  void search() {
    study_.create(file(QStringLiteral("a.kinglet")), quickSettings(2), true);
    ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
    ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::finished; }));
    study_.selection().select(study_.trials().front().front());
    window_->workbench().setPanelVisible(Workbench::Panel::candidate, true);
    window_->workbench().candidatePanel()->showTab(CandidatePanel::kSounds);
    ASSERT_TRUE(waitFor([&] { return allAsked(); }));
  }
  SoundsTab& tab() { return *window_->workbench().candidatePanel()->soundsTab(); }
  bool allAsked() {
    const auto& asking = tab().decisions();
    return asking.canAnswer() && !asking.isWorking() && asking.asked() > 0 &&
           asking.asked() == asking.toAsk();
  }
  const study::Trial& trial() { return *study_.trials().find(study_.selection().current()); }
  int shownRows() { return tab().list()->model()->rowCount(); }
};

TEST_F(Decisions, OpenClipsAreAskedAboutAndTheTestFoldIsNot) {
  search();
  const auto& asking = tab().decisions();
  const auto& dataset = study_.features()->dataset();
  int closed = 0, held = 0, right = 0;
  for (std::size_t clip = 0; clip < dataset.clips.size(); ++clip) {
    const bool isClosed = dataset.clips[clip].fold == study_.settings().testFold;
    EXPECT_EQ(asking.heard()[clip] == study::Heard::closed, isClosed);
    EXPECT_EQ(asking.answers()[clip].isKnown(), !isClosed);
    closed += isClosed ? 1 : 0;
    if (asking.heard()[clip] != study::Heard::held) continue;
    ++held;
    right += asking.answers()[clip].right ? 1 : 0;
  }
  EXPECT_GT(closed, 0);
  EXPECT_EQ(held, trial().curve.back().validation.clips);
  EXPECT_NEAR(double(right) / held, trial().curve.back().validation.accuracy, 1e-9);
  EXPECT_TRUE(tab().state()->text().contains(QString::number(held)));

  tab().verdicts()->setCurrentIndex(1);
  const int rights = shownRows();
  tab().verdicts()->setCurrentIndex(2);
  EXPECT_EQ(rights + shownRows(), static_cast<int>(dataset.clips.size()) - closed);
  tab().verdicts()->setCurrentIndex(0);
  tab().classes()->setCurrentIndex(2);
  EXPECT_EQ(shownRows(), 15);
}

TEST_F(Decisions, ACellOpensExactlyItsClips) {
  search();
  const auto confusion = trial().curve.back().validation.confusion;
  ASSERT_EQ(confusion.size(), 3u);
  tab().showPage(SoundsTab::kConfusions);
  int clips = 0;
  for (int truth = 0; truth < 3; ++truth) {
    for (int answer = 0; answer < 3; ++answer) {
      Q_EMIT tab().confusions()->cellSelected(truth, answer);
      const int count = confusion[static_cast<std::size_t>(truth)][static_cast<std::size_t>(answer)];
      EXPECT_EQ(shownRows(), count) << truth << " for " << answer;
      EXPECT_EQ(static_cast<int>(tab().stack()->rows().size()), count);
      clips += count;
    }
  }
  EXPECT_EQ(clips, trial().curve.back().validation.clips);
  // Their pictures come as they are seen; a click chooses one.
  int truth = 0, answer = 0;
  for (int i = 0; i < 9; ++i)
    if (confusion[std::size_t(i / 3)][std::size_t(i % 3)] >
        confusion[std::size_t(truth)][std::size_t(answer)])
      truth = i / 3, answer = i % 3;
  Q_EMIT tab().confusions()->cellSelected(truth, answer);
  ASSERT_GE(tab().stack()->rows().size(), 2u);
  const int second = tab().stack()->rows()[1].clip;
  ASSERT_TRUE(waitFor([&] { return tab().stack()->hasPicture(tab().stack()->rows()[0].clip); }));
  QTest::mouseClick(tab().stack()->viewport(), Qt::LeftButton, {},
                    tab().stack()->boxOf(second).center().toPoint());
  EXPECT_EQ(tab().stack()->selected(), second);
  tab().cellButton()->click();
  EXPECT_EQ(shownRows(), 45);
}

TEST_F(Decisions, OneClipShowsItsAnswerWhyAndAsTrained) {
  search();
  const auto& asking = tab().decisions();
  int open = 0, closed = 0;
  for (int clip = 0; clip < 45; ++clip) (asking.isOpen(clip) ? open : closed) = clip;
  auto* view = tab().spectrogram();
  const auto choose = [&](int clip) {
    for (int row = 0; row < shownRows(); ++row) {
      tab().list()->selectRow(row);
      const auto* filter = qobject_cast<const ClipFilter*>(tab().list()->model());
      if (filter->mapToSource(tab().list()->currentIndex()).row() == clip) return;
    }
    FAIL() << "no clip " << clip;
  };
  choose(open);
  ASSERT_TRUE(waitFor([&] { return view->plot()->answers().isShown(); }));
  const auto store = study::openStudy(study_.path().toStdString());
  const int only[] = {open};
  const auto expected = study::scoreTrial(*store, trial(), *study_.features(), only);
  const auto& decision = view->plot()->answers().decision();
  EXPECT_EQ(decision.answer, asking.answers()[std::size_t(open)].ofClass);
  EXPECT_EQ(asking.answers()[std::size_t(open)].probability, expected[std::size_t(decision.answer)]);
  EXPECT_FALSE(view->said().isEmpty());
  EXPECT_TRUE(view->whyButton()->isEnabled());

  view->whyButton()->click();
  ASSERT_TRUE(waitFor([&] { return view->plot()->showsRelevance(); }));
  view->trainedButton()->click();
  EXPECT_TRUE(
      waitFor([&] { return view->plot()->clip().samples.empty() && !view->plot()->answers().isShown(); }));
  EXPECT_GT(view->plot()->clip().frames, 0);
  const auto drawn = view->plot()->clip().values;
  view->againButton()->click();
  EXPECT_TRUE(waitFor([&] { return view->plot()->clip().values != drawn; }));
  view->trainedButton()->click();
  EXPECT_TRUE(waitFor([&] { return view->plot()->answers().isShown(); }));
  EXPECT_FALSE(view->plot()->clip().samples.empty());

  choose(closed);
  ASSERT_TRUE(waitFor([&] { return view->said().contains(QStringLiteral("closed")); }));
  EXPECT_FALSE(view->plot()->answers().isShown());
  EXPECT_FALSE(view->whyButton()->isEnabled());
}

TEST_F(Decisions, AnOpenedTestFoldIsAskedAboutAndItsMatrixLeadsToItsClips) {
  search();
  auto* test = window_->workbench().candidatePanel()->testFoldTab();
  test->openButton()->click();
  test->confirmButton()->click();
  ASSERT_TRUE(waitFor([&] { return trial().test.has_value(); }));
  ASSERT_TRUE(waitFor([&] { return allAsked() && tab().decisions().asked() == 45; }));
  const auto confusion = trial().test->confusion;
  for (int truth = 0; truth < 3; ++truth) {
    for (int answer = 0; answer < 3; ++answer) {
      Q_EMIT test->cellClicked(truth, answer);
      EXPECT_EQ(shownRows(), confusion[std::size_t(truth)][std::size_t(answer)]);
    }
  }
}

TEST_F(Decisions, ANewCandidateOvertakesTheOldOne) {
  search();
  const int first = study_.selection().current();
  int other = -1;
  for (int number = 0; number < 2; ++number)
    if (number != first && study_.trials().find(number)->hasWeights) other = number;
  ASSERT_GE(other, 0);
  study_.selection().select(other);
  EXPECT_LT(tab().decisions().asked(), tab().decisions().toAsk());
  study_.selection().select(first);
  study_.selection().select(other);
  ASSERT_TRUE(waitFor([&] { return allAsked(); }));
  int right = 0, held = 0;
  for (std::size_t clip = 0; clip < 45; ++clip) {
    if (tab().decisions().heard()[clip] != study::Heard::held) continue;
    ++held;
    right += tab().decisions().answers()[clip].right ? 1 : 0;
  }
  EXPECT_NEAR(double(right) / held, trial().curve.back().validation.accuracy, 1e-9);
}

}  // namespace
}  // namespace kinglet::window
