// A candidate is changed: what it would be is told at once, it is trained with the person as its origin, and all of it
// can be taken back.
#include <QComboBox>
#include <QPushButton>
#include <QTableWidget>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/edit_tab.h"
#include "app/window/workbench/workbench.h"
#include "study/evaluation.h"
#include "widgets/pareto/pareto_canvas.h"
#include "widgets/pareto/pareto_plot.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class Edit : public kinglet::testing::OpenWindowTest {
 protected:
  void SetUp() override {
    OpenWindowTest::SetUp();
    study_.create(file(QStringLiteral("edit.kinglet")), quickSettings(3), true);
    ASSERT_TRUE(waitFor([&] { return study_.isOpen() && study_.state() == study::RunState::finished; }));
    window_->workbench().candidatePanel()->showTab(CandidatePanel::kEdit);
    ASSERT_TRUE(waitFor([&] { return tab().boxOf(QStringLiteral("stem_filters")) != nullptr; }));
  }
  EditTab& tab() { return *window_->workbench().candidatePanel()->editTab(); }
  // Another choice of a parameter, as a person makes it.
  void choose(const QString& parameter, int choice) {
    auto* box = tab().boxOf(parameter);
    ASSERT_NE(box, nullptr);
    box->setCurrentIndex(choice);
    Q_EMIT box->activated(choice);
  }
  int otherChoice(const QString& parameter) {
    auto* box = tab().boxOf(parameter);
    return (box->currentIndex() + 1) % box->count();
  }
  void trigger(const char* id) { window_->commands().find(QLatin1String(id))->trigger(); }
};

TEST_F(Edit, FiguresFollowEveryChangeAndUndoTakesItBack) {
  const QString filters = QStringLiteral("stem_filters");
  EXPECT_FALSE(tab().trainButton()->isEnabled());
  const QString before = tab().figures()->item(1, 2)->text();
  EXPECT_EQ(before, tab().figures()->item(1, 1)->text());
  const int was = tab().boxOf(filters)->currentIndex();
  choose(filters, otherChoice(filters));
  EXPECT_NE(tab().figures()->item(1, 2)->text(), before);
  EXPECT_TRUE(tab().resetButton()->isEnabled());
  // Other candidates are not touched by it, and it is not lost by looking at them.
  const int here = study_.selection().current();
  const int now = tab().boxOf(filters)->currentIndex();
  study_.selection().select(here == 0 ? 1 : 0);
  EXPECT_FALSE(tab().resetButton()->isEnabled());
  study_.selection().select(here);
  EXPECT_EQ(tab().boxOf(filters)->currentIndex(), now);
  trigger("edit.undo");
  EXPECT_EQ(tab().boxOf(filters)->currentIndex(), was);
  EXPECT_EQ(tab().figures()->item(1, 2)->text(), before);
  EXPECT_FALSE(tab().trainButton()->isEnabled());
  trigger("edit.redo");
  EXPECT_EQ(tab().boxOf(filters)->currentIndex(), now);
  QTest::mouseClick(tab().resetButton(), Qt::LeftButton);
  EXPECT_EQ(tab().boxOf(filters)->currentIndex(), was);
}

TEST_F(Edit, ALimitThatWouldBeBrokenIsNamedAndNothingIsTrained) {
  auto settings = study_.settings();
  settings.limits.energyMj = 1e-6;
  window_->edits().changeSettings(settings, QStringLiteral("limits"));
  choose(QStringLiteral("stem_filters"), otherChoice(QStringLiteral("stem_filters")));
  EXPECT_FALSE(tab().trainButton()->isEnabled());
  EXPECT_TRUE(tab().verdict().contains(QStringLiteral("limit"))) << tab().verdict().toStdString();
}

TEST_F(Edit, WhatIsStillSeenWhileTheStudyClosesCanBeTouched) {
  const QString filters = QStringLiteral("stem_filters");
  choose(filters, otherChoice(filters));
  EXPECT_TRUE(tab().trainButton()->isEnabled());
  study_.close();
  ASSERT_FALSE(study_.isOpen());
  ASSERT_TRUE(study_.isBusy());
  const auto trial = study_.trials().find(study_.selection().current());
  ASSERT_NE(trial, nullptr);
  tab().setTrial(trial);
  choose(filters, otherChoice(filters));
  EXPECT_FALSE(tab().trainButton()->isEnabled());
  EXPECT_EQ(study_.settings().trials, 3);
  EXPECT_EQ(study_.features(), nullptr);
  EXPECT_FALSE(study_.study().canRun());
  ASSERT_TRUE(waitFor([&] { return !study_.isBusy(); }));
  EXPECT_EQ(study_.trials().count(), 0);
}

TEST_F(Edit, WhatItBecameIsTrainedAndChosen) {
  const int parent = study_.selection().current(), known = study_.trials().count();
  choose(QStringLiteral("stem_filters"), otherChoice(QStringLiteral("stem_filters")));
  ASSERT_TRUE(tab().trainButton()->isEnabled()) << tab().verdict().toStdString();
  QTest::mouseClick(tab().trainButton(), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return study_.trials().count() == known + 1; }));
  ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::finished; }));
  const auto trial = study_.trials().at(known);
  EXPECT_EQ(trial->origin.strategy, study::kPersonsStrategy);
  EXPECT_EQ(trial->origin.parents, std::vector<int>{parent});
  EXPECT_EQ(trial->state, study::TrialState::finished);
  EXPECT_EQ(study_.selection().current(), trial->number);
  // It is in the file.
  close();
  const auto store = study::openStudy(file(QStringLiteral("edit.kinglet")).toStdString());
  EXPECT_EQ(store->trials().back().origin.strategy, study::kPersonsStrategy);
}

}  // namespace
}  // namespace kinglet::window
