// The comparison in the window: filled by C, shown by its command, saved as a page.
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

#include "app/window/study/comparison_controller.h"
#include "app/window/workbench/compare_page.h"
#include "app/window/workbench/workbench.h"
#include "widgets/compare/class_accuracy_view.h"
#include "widgets/compare/compared_figures.h"
#include "widgets/compare/graph_diff_view.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class CompareInWindow : public kinglet::testing::OpenWindowTest {
 protected:
  void SetUp() override {
    OpenWindowTest::SetUp();
    study_.open(sampleFile(QStringLiteral("sample.kinglet"), 20));
    ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  }
  Workbench& bench() { return window_->workbench(); }
  ComparePage& page() { return *bench().comparePage(); }
  void mark(std::initializer_list<int> trials) {
    for (const int trial : trials) study_.selection().toggleCompared(trial);
  }
};

TEST_F(CompareInWindow, IsFilledByWhatIsMarked) {
  bench().showLower(Workbench::kCompare);
  EXPECT_EQ(page().layers()->painter().rows(), 0);
  EXPECT_FALSE(page().save()->isEnabled());
  mark({3, 7, 9});
  ASSERT_TRUE(waitFor([&] { return page().figures()->columnCount() == 3; }));
  ASSERT_TRUE(page().layers()->painter().diff());
  EXPECT_EQ(page().layers()->painter().diff()->first.trial, 3);
  EXPECT_EQ(page().layers()->painter().diff()->second.trial, 7);
  EXPECT_EQ(page().pair()->count(), 2);
  page().pair()->setCurrentIndex(1);
  EXPECT_EQ(page().layers()->painter().diff()->second.trial, 9);
  page().amount()->setCurrentIndex(1);
  EXPECT_EQ(page().layers()->painter().amount(), study::Amount::macs);
  EXPECT_TRUE(page().save()->isEnabled());
  // Each view is there; one at a time where there is little room.
  page().showView(ComparePage::kFigures);
  EXPECT_TRUE(page().figures()->isVisibleTo(&page()));
  page().showView(ComparePage::kClasses);
  EXPECT_TRUE(page().classes()->isVisibleTo(&page()));

  study_.selection().clearCompared();
  ASSERT_TRUE(waitFor([&] { return page().layers()->painter().rows() == 0; }));
  EXPECT_FALSE(page().save()->isEnabled());
}

TEST_F(CompareInWindow, MoreThanFourAreToldAndNotShown) {
  bench().showLower(Workbench::kCompare);
  mark({1, 2, 3, 4, 5});
  ASSERT_TRUE(waitFor([&] { return page().figures()->columnCount() == 4; }));
  EXPECT_TRUE(page().note()->isVisibleTo(&page()));
  EXPECT_TRUE(page().note()->text().contains(QLatin1Char('5')));
}

TEST_F(CompareInWindow, AWidePageShowsLayersAndFiguresBesideAnother) {
  window_->resize(1920, 1080);
  bench().showLower(Workbench::kCompare);
  mark({3, 7});
  EXPECT_FALSE(page().showsAll());
  bench().setLowerLarge(true);
  ASSERT_TRUE(waitFor([&] { return page().showsAll(); }));
  EXPECT_TRUE(page().layers()->isVisible());
  EXPECT_TRUE(page().figures()->isVisible());
  EXPECT_TRUE(page().classes()->isVisible());
  window_->leaveFullSize();
  EXPECT_TRUE(waitFor([&] { return !page().showsAll(); }));
}

// Neither names of views nor fields are cut off in a small window.
TEST_F(CompareInWindow, ItsBarFitsANarrowPage) {
  bench().showLower(Workbench::kCompare);
  mark({3, 7});
  ASSERT_TRUE(waitFor([&] { return page().pair()->isVisible(); }));
  for (const int width : {1024, 1920}) {
    window_->resize(width, 700);
    for (QWidget* part :
         {page().choice(), static_cast<QWidget*>(page().pair()), static_cast<QWidget*>(page().amount())}) {
      ASSERT_TRUE(waitFor([&] { return part->width() >= part->sizeHint().width(); })) << width;
    }
  }
}

TEST_F(CompareInWindow, IsSavedAsAPage) {
  ComparisonController comparison(study_);
  comparison.setWatched(true);
  mark({3, 7});
  ASSERT_TRUE(waitFor([&] { return comparison.diffs().size() == 1; }));
  QSignalSpy saved(&comparison, &ComparisonController::saved),
      failed(&comparison, &ComparisonController::saveFailed);
  const QString path = folder_.filePath(QStringLiteral("compared.html"));
  comparison.save(path);
  ASSERT_TRUE(waitFor([&] { return saved.size() == 1; }));
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QByteArray html = file.readAll();
  EXPECT_TRUE(html.contains("trial 3 and trial 7"));
  EXPECT_TRUE(html.endsWith("</html>\n"));
  comparison.save(folder_.filePath(QStringLiteral("nowhere/compared.html")));
  ASSERT_TRUE(waitFor([&] { return failed.size() == 1; }));
  EXPECT_FALSE(failed[0][0].toString().isEmpty());
}

TEST_F(CompareInWindow, ItsCommandAndADoubleClickShowIt) {
  QAction* show = nullptr;
  for (QAction* action : window_->findChildren<QAction*>())
    if (action->objectName() == QStringLiteral("view.compare")) show = action;
  ASSERT_TRUE(show);
  show->trigger();
  EXPECT_EQ(bench().lowerTabs()->currentWidget(), &page());
  mark({3, 7});
  ASSERT_TRUE(waitFor([&] { return page().layers()->painter().rows() > 0; }));
  QTest::mouseDClick(page().layers()->viewport(), Qt::LeftButton, {}, {60, 80});
  EXPECT_TRUE(bench().isLowerLarge());
}

}  // namespace
}  // namespace kinglet::window
