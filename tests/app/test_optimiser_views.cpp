// The optimiser's views and the audit in the window: fed from the study, linked with the selection.
#include <QLabel>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/settings/stopping_form.h"
#include "app/window/workbench/optimiser_page.h"
#include "app/window/workbench/stopping_page.h"
#include "app/window/workbench/study_panel.h"
#include "app/window/workbench/workbench.h"
#include "study/report/audit.h"
#include "study/report/hypervolume_history.h"
#include "study/trial.h"
#include "widgets/candidate/learning_curves.h"
#include "widgets/optimiser/hypervolume_plot.h"
#include "widgets/optimiser/origin_panel.h"
#include "widgets/optimiser/prediction_plot.h"
#include "widgets/optimiser/stopping_audit_panel.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/plot/importance_bars.h"
#include "widgets/text/units.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class OptimiserViews : public kinglet::testing::OpenWindowTest {
 protected:
  void SetUp() override {
    OpenWindowTest::SetUp();
    study_.open(sampleFile(QStringLiteral("sample.kinglet"), 60));
    ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  }
  Workbench& bench() { return window_->workbench(); }
  std::vector<study::Trial> trials() {
    std::vector<study::Trial> all;
    for (int row = 0; row < study_.trials().count(); ++row) all.push_back(*study_.trials().at(row));
    return all;
  }
  // The trials that moved the front, in their order.
  std::vector<int> steps() {
    std::vector<int> moved;
    double last = 0;
    for (const auto& moment : study::hypervolumeHistory(trials(), study_.settings())) {
      if (moment.hypervolume > last) moved.push_back(moment.trial);
      last = std::max(last, moment.hypervolume);
    }
    return moved;
  }
  static void click(QWidget* widget, const QPointF& at, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(widget, Qt::LeftButton, modifiers, at.toPoint());
  }
};

TEST_F(OptimiserViews, TheHypervolumeIsDrawnAndAClickChoosesEverywhere) {
  bench().showLower(Workbench::kOptimiser);
  auto* plot = bench().optimiserPage()->hypervolume();
  const auto moved = steps();
  ASSERT_GE(moved.size(), 3u);
  ASSERT_TRUE(waitFor([&] { return plot->positionOf(moved.back()).has_value(); }));
  for (const int trial : moved) EXPECT_TRUE(plot->positionOf(trial)) << trial;

  click(plot, *plot->positionOf(moved[1]));
  EXPECT_EQ(study_.selection().current(), moved[1]);
  click(plot, *plot->positionOf(moved.back()), Qt::ControlModifier);
  EXPECT_EQ(study_.selection().current(), moved[1]);
  EXPECT_TRUE(study_.selection().isCompared(moved.back()));
  kinglet::testing::moveMouse(plot, plot->positionOf(moved[0])->toPoint());
  EXPECT_EQ(study_.selection().hovered(), moved[0]);
  QTest::mouseDClick(plot, Qt::LeftButton, {}, plot->positionOf(moved[1])->toPoint());
  EXPECT_TRUE(bench().isEnlarged());
  window_->leaveFullSize();
  EXPECT_FALSE(bench().isEnlarged());

  // Chosen elsewhere, it is chosen here.
  study_.selection().select(moved[2]);
  EXPECT_EQ(plot->chosen(), moved[2]);
}

TEST_F(OptimiserViews, PredictionsAndOriginTellOfTheChosenOne) {
  bench().showLower(Workbench::kOptimiser);
  auto* page = bench().optimiserPage();
  page->showView(OptimiserPage::kPredictions);
  auto* plot = page->predictions();
  plot->flush();
  EXPECT_GT(plot->hits().count, 10);
  int predicted = -1;
  for (const auto& trial : trials())
    if (plot->positionOf(trial.number)) predicted = trial.number;
  ASSERT_GE(predicted, 10);
  study_.selection().select(predicted);
  EXPECT_EQ(plot->chosen(), predicted);
  const auto trial = study_.trials().find(predicted);
  const QString told = page->origin()->text();
  EXPECT_TRUE(told.contains(QString::number(trial->origin.parents[0]))) << told.toStdString();
  EXPECT_TRUE(told.contains(QStringLiteral("±"))) << told.toStdString();
}

TEST_F(OptimiserViews, ParametersThatMatterAreShownWithTheValuesOfTheChosenOne) {
  bench().showLower(Workbench::kOptimiser);
  auto* page = bench().optimiserPage();
  page->showView(OptimiserPage::kImportance);
  auto* bars = page->importance();
  EXPECT_TRUE(waitFor([&] { return bars->rows() > 3; }, 20000));
  EXPECT_TRUE(bars->isVisible());
  EXPECT_FALSE(page->hypervolume()->isVisible());
}

TEST_F(OptimiserViews, AllViewsAtOnceWhereThereIsRoom) {
  window_->resize(1920, 1080);
  bench().showLower(Workbench::kOptimiser);
  auto* page = bench().optimiserPage();
  EXPECT_FALSE(page->showsAll());
  EXPECT_FALSE(page->predictions()->isVisible());
  const auto bar = bench().lowerTabs()->tabBar();
  QTest::mouseDClick(bar, Qt::LeftButton, {}, bar->tabRect(Workbench::kOptimiser).center());
  EXPECT_TRUE(bench().isLowerLarge());
  ASSERT_TRUE(waitFor([&] { return page->showsAll(); }));
  EXPECT_TRUE(page->predictions()->isVisible());
  EXPECT_TRUE(page->hypervolume()->isVisible());
  EXPECT_TRUE(page->origin()->isVisible());
  EXPECT_FALSE(bench().plot()->isVisible());
  window_->leaveFullSize();
  EXPECT_TRUE(bench().plot()->isVisible());
  EXPECT_TRUE(waitFor([&] { return !page->showsAll(); }));
}

TEST_F(OptimiserViews, TheAuditsFiguresStandBesideTheSliderAndFollowIt) {
  bench().showLower(Workbench::kStopping);
  auto* panel = bench().stoppingPage()->panel();
  const auto recording = study::recordingOf(trials(), study_.settings());
  const auto told = [&](double confidence) {
    auto rule = study_.settings().stopping;
    rule.rule = "pareto";
    rule.confidence = confidence;
    const auto audit = study::audit(recording, rule);
    EXPECT_GT(audit.stopped, 0);
    return widgets::figure(100 * audit.epochsSaved(), widgets::Unit::percent);
  };
  ASSERT_EQ(panel->rule(), QStringLiteral("pareto"));
  const double before = panel->confidence();
  ASSERT_TRUE(waitFor([&] { return panel->summary().startsWith(told(before)); }, 10000))
      << panel->summary().toStdString();
  panel->slider()->setValue(panel->slider()->minimum());
  ASSERT_LT(panel->confidence(), before);
  EXPECT_NE(told(panel->confidence()), told(before));
  EXPECT_TRUE(waitFor([&] { return panel->summary().startsWith(told(panel->confidence())); }, 10000))
      << panel->summary().toStdString();
}

TEST_F(OptimiserViews, CurvesAreMarkedWhereRulesWouldStop) {
  window_->resize(1920, 1080);
  bench().showLower(Workbench::kStopping);
  auto* curves = bench().stoppingPage()->curves();
  const auto recording = study::recordingOf(trials(), study_.settings());
  auto rule = study_.settings().stopping;
  rule.rule = "pareto";
  int stopped = -1, kept = -1;
  for (const auto& audited : study::audit(recording, rule).trials) {
    const auto trial = study_.trials().find(audited.trial);
    if (trial->state != study::TrialState::finished) continue;
    (audited.stopEpoch > 0 ? stopped : kept) = audited.trial;
  }
  ASSERT_GE(stopped, 0);
  const auto labels = [&] {
    curves->flush();
    QStringList texts;
    for (int item = 0; item < curves->itemCount(); ++item)
      if (const auto* text = qobject_cast<QCPItemText*>(curves->item(item))) texts << text->text();
    return texts.join(u'\n');
  };
  study_.selection().select(stopped);
  // Where two marks are close, the plot cuts the first one's name.
  const QString name = stoppingName(QStringLiteral("pareto")).left(6);
  EXPECT_TRUE(waitFor([&] { return labels().contains(name); }, 10000)) << labels().toStdString();
  if (kept >= 0) {
    study_.selection().select(kept);
    EXPECT_FALSE(labels().contains(name)) << labels().toStdString();
  }
  // The candidate's own curves are marked as well.
  study_.selection().select(stopped);
  bench().candidatePanel()->showTab(CandidatePanel::kCurves);
  curves = bench().candidatePanel()->curves();
  EXPECT_TRUE(labels().contains(name)) << labels().toStdString();
}

TEST_F(OptimiserViews, ARuleThatIsUsedGoesToTheStudyAndCanBeTakenBack) {
  bench().showLower(Workbench::kStopping);
  auto* panel = bench().stoppingPage()->panel();
  ASSERT_EQ(study_.settings().stopping.rule, "none");
  Q_EMIT panel->ruleChosen(QStringLiteral("median"), 0.8);
  EXPECT_EQ(study_.settings().stopping.rule, "median");
  EXPECT_EQ(bench().studyPanel()->stoppingForm()->stopping().rule, "median");
  window_->edits().stack().undo();
  EXPECT_EQ(study_.settings().stopping.rule, "none");
}

}  // namespace
}  // namespace kinglet::window
