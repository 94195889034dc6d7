#include "widgets/trials/candidate_table.h"

#include <gtest/gtest.h>

#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "study/trial.h"
#include "widgets/application.h"
#include "widgets/sample_study.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {
namespace {

using kinglet::testing::sampleStudy;

class CandidateTableTest : public ::testing::Test {
 protected:
  void SetUp() override {
    kinglet::testing::application();
    model = std::make_unique<TrialModel>();
    model->put(sampleStudy(40));
    table = std::make_unique<CandidateTable>(*model, selection);
    table->resize(1000, 400);
    table->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(table.get()));
  }
  QPoint cell(int row, int column) const {
    return table->view()->visualRect(table->view()->model()->index(row, column)).center();
  }
  int trialInRow(int row) const { return table->shownTrials()[static_cast<std::size_t>(row)]; }

  std::unique_ptr<TrialModel> model;
  Selection selection;
  std::unique_ptr<CandidateTable> table;
};

TEST_F(CandidateTableTest, ClickSelectsAndSelectionIsFollowed) {
  QTest::mouseClick(table->view()->viewport(), Qt::LeftButton, {}, cell(2, TrialModel::kEnergy));
  EXPECT_EQ(selection.current(), trialInRow(2));
  selection.select(trialInRow(7));
  EXPECT_EQ(table->view()->currentIndex().row(), 7);
  QTest::keyClick(table->view(), Qt::Key_Down);
  EXPECT_EQ(selection.current(), trialInRow(8));
}

TEST_F(CandidateTableTest, FocusAloneSelectsNothing) {
  table->filterEdit()->setFocus();
  table->view()->setFocus();
  EXPECT_EQ(selection.current(), -1);
}

TEST_F(CandidateTableTest, ControlClickComparesAndKeepsTheSelection) {
  QTest::mouseClick(table->view()->viewport(), Qt::LeftButton, {}, cell(1, TrialModel::kEnergy));
  QTest::mouseClick(table->view()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                    cell(3, TrialModel::kEnergy));
  EXPECT_EQ(selection.current(), trialInRow(1));
  EXPECT_TRUE(selection.isCompared(trialInRow(3)));
}

TEST_F(CandidateTableTest, EnterAndDoubleClickOpen) {
  QSignalSpy opened(table.get(), &CandidateTable::openRequested);
  QTest::mouseClick(table->view()->viewport(), Qt::LeftButton, {}, cell(1, TrialModel::kEnergy));
  QTest::keyClick(table->view(), Qt::Key_Return);
  ASSERT_EQ(opened.count(), 1);
  EXPECT_EQ(opened[0][0].toInt(), trialInRow(1));
  QTest::mouseClick(table->view()->viewport(), Qt::LeftButton, {}, cell(4, TrialModel::kEnergy));
  QTest::mouseDClick(table->view()->viewport(), Qt::LeftButton, {}, cell(4, TrialModel::kEnergy));
  EXPECT_EQ(opened.count(), 2);
}

TEST_F(CandidateTableTest, HoverPreviewsAndLeavingEndsIt) {
  kinglet::testing::moveMouse(table->view()->viewport(), cell(3, TrialModel::kFlash));
  EXPECT_EQ(selection.hovered(), trialInRow(3));
  EXPECT_EQ(selection.current(), -1);
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(table->view()->viewport(), &leave);
  EXPECT_EQ(selection.hovered(), -1);
}

TEST_F(CandidateTableTest, FilterTypedByHand) {
  QTest::keyClicks(table->filterEdit(), "energy<1 acc>50");
  ASSERT_FALSE(table->shownTrials().empty());
  EXPECT_LT(table->shownTrials().size(), 43u);
  for (const int trial : table->shownTrials()) {
    EXPECT_LT(model->find(trial)->energyMj(), 1);
    EXPECT_LT(model->find(trial)->error(), 50);
  }
  // A trial that arrives is filtered too.
  const auto before = table->shownTrials().size();
  study::Trial late = kinglet::testing::sampleTrial(500);
  late.energy.millijoules = 0.5;
  late.curve.back().validation.accuracy = 0.9;
  model->put({kinglet::testing::share(late)});
  EXPECT_EQ(table->shownTrials().size(), before + 1);
}

TEST_F(CandidateTableTest, SortsByFiguresNotByTheirText) {
  table->view()->sortByColumn(TrialModel::kEnergy, Qt::AscendingOrder);
  double last = 0;
  for (const int trial : table->shownTrials()) {
    EXPECT_GE(model->find(trial)->energyMj(), last);
    last = model->find(trial)->energyMj();
  }
  study::Trial fresh = kinglet::testing::sampleTrial(77);
  fresh.curve.clear();
  model->put({kinglet::testing::share(fresh)});
  for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
    table->view()->sortByColumn(TrialModel::kAccuracy, order);
    EXPECT_EQ(table->shownTrials().back(), 77) << "what is not known stands last";
  }
}

TEST_F(CandidateTableTest, StarByMouseAndKey) {
  QSignalSpy asked(model.get(), &TrialModel::starToggled);
  QTest::mouseClick(table->view()->viewport(), Qt::LeftButton, {}, cell(2, TrialModel::kStar));
  ASSERT_EQ(asked.count(), 1);
  EXPECT_EQ(asked[0][0].toInt(), trialInRow(2));
  QTest::keyClick(table->view(), Qt::Key_Space);
  EXPECT_EQ(asked.count(), 2);
}

TEST_F(CandidateTableTest, MarkOfAnEnergyFigureAsksForItsExplanation) {
  QSignalSpy asked(table.get(), &CandidateTable::explainEnergyRequested);
  const QRect box = table->view()->visualRect(table->view()->model()->index(0, TrialModel::kEnergy));
  for (int x = box.left(); x < box.right() && asked.isEmpty(); x += 4) {
    QTest::mouseClick(table->view()->viewport(), Qt::LeftButton, {}, {x, box.center().y()});
  }
  ASSERT_EQ(asked.count(), 1);
  EXPECT_EQ(asked[0][0].toInt(), trialInRow(0));
}

TEST_F(CandidateTableTest, CopiesPlainNumbers) {
  QTest::mouseClick(table->view()->viewport(), Qt::LeftButton, {}, cell(5, TrialModel::kEnergy));
  table->copySelected();
  const QStringList lines = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
  ASSERT_EQ(lines.size(), 2);
  const qsizetype column = lines[0].split('\t').indexOf("Energy per inference (J)");
  ASSERT_GE(column, 0);
  EXPECT_NEAR(lines[1].split('\t')[column].toDouble(), model->find(trialInRow(5))->energyMj() * 1e-3, 1e-12);
}

TEST_F(CandidateTableTest, ColumnsAreKept) {
  table->setColumns({TrialModel::kNumber, TrialModel::kLatency});
  EXPECT_TRUE(table->view()->horizontalHeader()->isSectionHidden(TrialModel::kEnergy));
  const QByteArray layout = table->saveLayout();
  CandidateTable other(*model, selection);
  other.restoreLayout(layout);
  EXPECT_TRUE(other.view()->horizontalHeader()->isSectionHidden(TrialModel::kEnergy));
  EXPECT_FALSE(other.view()->horizontalHeader()->isSectionHidden(TrialModel::kLatency));
}

TEST_F(CandidateTableTest, SaysWhenNothingMatches) {
  table->setFilter("energy<0");
  EXPECT_TRUE(table->shownTrials().empty());
  EXPECT_FALSE(table->view()->isVisible());
  table->setFilter("");
  EXPECT_TRUE(table->view()->isVisible());
}

}  // namespace
}  // namespace kinglet::widgets
