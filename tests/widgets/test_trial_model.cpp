#include "widgets/trials/trial_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "study/objectives.h"
#include "study/trial.h"
#include "widgets/application.h"
#include "widgets/sample_study.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_filter.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

using kinglet::testing::sampleStudy;
using kinglet::testing::sampleTrial;
using kinglet::testing::share;

class TrialModelTest : public ::testing::Test {
 protected:
  void SetUp() override { kinglet::testing::application(); }
};

TEST_F(TrialModelTest, KeepsTheContractOfModels) {
  TrialModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  TrialFilter filter(model);
  filter.sort(TrialModel::kEnergy);
  QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
  const auto trials = sampleStudy(40);
  for (std::size_t i = 0; i < trials.size(); i += 3) {
    model.put({trials.begin() + static_cast<long>(i),
               trials.begin() + static_cast<long>(std::min(i + 3, trials.size()))});
  }
  model.scope().setText("energy<1mJ");
  study::Trial starred = *trials[5];
  starred.starred = true;
  model.put({share(starred)});
  model.setProgress(trials[38]->number, {3, 15, 0.5});
  model.setBattery({"watch", 3600});
  model.clear();
  EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(TrialModelTest, BatchesAreOneInsertionAndFewChanges) {
  TrialModel model;
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted),
      reset(&model, &QAbstractItemModel::modelReset);
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), told(&model, &TrialModel::trialsChanged);
  const auto trials = sampleStudy(50);
  model.put(trials);
  EXPECT_EQ(inserted.count(), 1);
  EXPECT_EQ(told.count(), 1);
  changed.clear();
  model.put(trials);  // everything again: one range
  EXPECT_EQ(inserted.count(), 1);
  EXPECT_EQ(changed.count(), 1);
  EXPECT_EQ(reset.count(), 0);
}

TEST_F(TrialModelTest, FrontIsTheStudysFront) {
  TrialModel model;
  std::vector<study::Trial> plain;
  for (const TrialPtr& trial : sampleStudy(120)) {
    plain.push_back(*trial);
    model.put({trial});
  }
  std::vector<int> expected;
  for (const int index : study::frontOf(plain))
    expected.push_back(plain[static_cast<std::size_t>(index)].number);
  EXPECT_EQ(model.front(), expected);
  ASSERT_GE(expected.size(), 3u);
  EXPECT_TRUE(model.onFront(expected[0]));

  // One of the front turns out to be nothing: those it hid come back.
  const std::size_t gone = static_cast<std::size_t>(model.rowOf(expected[1]));
  plain[gone].state = study::TrialState::failed;
  model.put({share(plain[gone])});
  expected.clear();
  for (const int index : study::frontOf(plain))
    expected.push_back(plain[static_cast<std::size_t>(index)].number);
  EXPECT_EQ(model.front(), expected);
}

TEST_F(TrialModelTest, StarsAreAskedForNotTaken) {
  TrialModel model;
  model.put({share(sampleTrial(4))});
  QSignalSpy asked(&model, &TrialModel::starToggled);
  const QModelIndex star = model.index(0, TrialModel::kStar);
  EXPECT_TRUE(model.setData(star, Qt::Checked, Qt::CheckStateRole));
  ASSERT_EQ(asked.count(), 1);
  EXPECT_EQ(asked[0][0].toInt(), 4);
  EXPECT_TRUE(asked[0][1].toBool());
  EXPECT_EQ(star.data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
}

TEST_F(TrialModelTest, ProgressShowsUntilTheResultArrives) {
  TrialModel model;
  study::Trial trial = sampleTrial(1, 1, 3);
  trial.state = study::TrialState::running;
  model.put({share(trial)});
  model.setProgress(1, {4, 15, 0.2});
  EXPECT_EQ(model.index(0, TrialModel::kState).data().toString(), "epoch 4/15");
  trial.state = study::TrialState::stoppedEarly;
  model.put({share(trial)});
  EXPECT_EQ(model.index(0, TrialModel::kState).data().toString(), "stopped early");
  model.setProgress(1, {5, 15, 0.2});  // late
  EXPECT_FALSE(model.progressOf(1));
}

TEST_F(TrialModelTest, FiguresAreRightAlignedAndCarryUnits) {
  TrialModel model;
  model.put({share(sampleTrial(1))});
  for (int column = 0; column < TrialModel::kColumns; ++column) {
    const QModelIndex index = model.index(0, column);
    if (!TrialModel::quantityOfColumn(column)) continue;
    EXPECT_TRUE(index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) << column;
    EXPECT_FALSE(index.data().toString().isEmpty()) << column;
  }
  EXPECT_TRUE(model.index(0, TrialModel::kEnergy).data().toString().endsWith("J"));
  EXPECT_TRUE(model.index(0, TrialModel::kEnergy).data(Qt::ToolTipRole).toString().contains("modelled"));
}

TEST(SelectionTest, TellsOnceAndForgetsTheOldestCompared) {
  kinglet::testing::application();
  Selection selection;
  QSignalSpy current(&selection, &Selection::currentChanged),
      compared(&selection, &Selection::comparedChanged);
  selection.select(3);
  selection.select(3);
  EXPECT_EQ(current.count(), 1);
  for (int trial = 0; trial < Selection::kMostCompared + 1; ++trial) selection.toggleCompared(trial);
  EXPECT_FALSE(selection.isCompared(0));
  EXPECT_EQ(selection.comparedIndex(1), 0);
  selection.toggleCompared(1);
  EXPECT_FALSE(selection.isCompared(1));
  EXPECT_EQ(compared.count(), Selection::kMostCompared + 2);
}

TEST(FilterTest, ComparisonsWordsAndStates) {
  kinglet::testing::application();
  study::Trial trial = sampleTrial(12);
  trial.energy.millijoules = 0.4;
  trial.curve.back().validation.accuracy = 0.85;
  trial.cost.peakRamBytes = 40 * 1024;
  trial.origin.strategy = "bayesian";
  const auto matches = [&](const char* text, bool onFront = false) {
    const auto filter = FilterExpression::parse(text);
    EXPECT_TRUE(filter.problem().isEmpty()) << text << ": " << filter.problem().toStdString();
    return filter.matches(trial, onFront, {});
  };
  EXPECT_TRUE(matches(""));
  EXPECT_TRUE(matches("energy<0.5 acc>80"));
  EXPECT_FALSE(matches("energy<0.3"));
  EXPECT_TRUE(matches("energy < 0.5"));
  EXPECT_TRUE(matches("energy<500uJ"));
  EXPECT_TRUE(matches("energy<500µJ energy>100 µJ"));
  EXPECT_TRUE(matches("energy<0,5"));
  EXPECT_TRUE(matches("ram<=40 ram>=40kB ram=40"));
  EXPECT_FALSE(matches("ram!=40"));
  EXPECT_TRUE(matches("bayes"));
  EXPECT_FALSE(matches("-bayes"));
  EXPECT_TRUE(matches("12"));
  EXPECT_FALSE(matches("1"));
  EXPECT_FALSE(matches("front"));
  EXPECT_TRUE(matches("front", true));
  EXPECT_TRUE(matches("finished -stopped -starred"));
  trial.state = study::TrialState::stoppedEarly;
  EXPECT_TRUE(matches("stopped"));
  trial.curve.clear();
  EXPECT_FALSE(matches("acc>0"));
}

TEST(FilterTest, SaysWhatItDoesNotUnderstand) {
  kinglet::testing::application();
  EXPECT_TRUE(FilterExpression::parse("energie<3").problem().contains("energie"));
  EXPECT_TRUE(FilterExpression::parse("e<3").problem().contains("error"));
  EXPECT_TRUE(FilterExpression::parse("energy<abc").problem().contains("energy<abc"));
  EXPECT_TRUE(FilterExpression::parse("energy<3kB").problem().contains("kB"));
  // What is understood still counts.
  const auto filter = FilterExpression::parse("nonsense<3 acc>101");
  EXPECT_FALSE(filter.matches(sampleTrial(1), false, {}));
}

}  // namespace
}  // namespace kinglet::widgets
