// A study whose candidates are not of its space, as a stranger's file or an edited space may have it: it is looked at, and
// nothing that needs the space falls over it.
#include <QPushButton>
#include <QTabWidget>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/edit_tab.h"
#include "app/window/study/parallel_axes.h"
#include "app/window/workbench/workbench.h"
#include "study/file/store.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

using ForeignGenome = kinglet::testing::OpenWindowTest;

TEST_F(ForeignGenome, IsShownAndCannotBeChanged) {
  const QString path = sampleFile(QStringLiteral("foreign.kinglet"), 40);
  int foreign = -1;
  {
    const auto store = study::openStudy(path.toStdString());
    for (study::Trial trial : store->trials()) {
      if (trial.genome.empty() || trial.state != study::TrialState::finished) continue;
      foreign = trial.number;
      trial.genome.back() = 1'000'000;
      store->saveTrial(trial);
      break;
    }
  }
  ASSERT_GE(foreign, 0);
  study_.open(path);
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  auto& bench = window_->workbench();
  auto& tab = *bench.candidatePanel()->editTab();
  for (int lower = 0; lower < bench.lowerTabs()->count(); ++lower) {
    bench.lowerTabs()->setCurrentIndex(lower);
    bench.candidatePanel()->showTab(CandidatePanel::kEdit);
    study_.selection().select(foreign);
    ASSERT_TRUE(waitFor([&] { return tab.boxOf(QStringLiteral("stem_filters")) != nullptr; }));
    window_->repaint();
    QCoreApplication::processEvents();
  }
  EXPECT_FALSE(tab.trainButton()->isVisible());
  for (const auto& axis : parallelAxes(study_.settings(), study_.trials()))
    if (axis.key.startsWith(QStringLiteral("parameter:"))) {
      EXPECT_TRUE(std::isnan(axis.valueOf(*study_.trials().find(foreign)))) << axis.key.toStdString();
    }
  // The others can be.
  const int other = study_.trials().front().front() == foreign ? study_.trials().front().back()
                                                               : study_.trials().front().front();
  study_.selection().select(other);
  EXPECT_TRUE(tab.trainButton()->isVisible());
}

}  // namespace
}  // namespace kinglet::window
