// Parallel coordinates, and the scope that brushes narrow for all views.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <ctime>
#include <limits>

#include "application.h"
#include "sample_study.h"
#include "widgets/candidate/learning_curves.h"
#include "widgets/parallel/line_density.h"
#include "widgets/parallel/parallel_plot.h"
#include "widgets/pareto/pareto_canvas.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/trials/candidate_table.h"
#include "widgets/trials/front_choice.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

using kinglet::testing::sampleStudy;

ParallelAxis quantityAxis(const TrialModel& model, Quantity quantity, bool logarithmic) {
  return {
      keyOf(quantity),
      headerOf(quantity),
      {},
      unitOf(quantity),
      logarithmic,
      {},
      [&model, quantity](const study::Trial& trial) { return valueOf(trial, quantity, model.battery()); }};
}

class ParallelTest : public ::testing::Test {
 protected:
  void SetUp() override {
    kinglet::testing::application();
    model = std::make_unique<TrialModel>();
    plot = std::make_unique<ParallelPlot>(*model, selection);
    plot->resize(700, 320);
    plot->setAxes(
        {quantityAxis(*model, Quantity::error, false),
         quantityAxis(*model, Quantity::energy, true),
         {"parameter:depth", "depth", "", Unit::none, false, {"1", "2", "4"}, [](const study::Trial& trial) {
            return trial.number % 4 == 3 ? std::numeric_limits<double>::quiet_NaN() : trial.number % 4;
          }}});
    model->put(sampleStudy(60));
    plot->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(plot.get()));
    plot->grab();
  }
  void drag(const QPointF& from, const QPointF& to) {
    QTest::mousePress(plot.get(), Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(plot.get(), ((from + to) / 2).toPoint());
    QTest::mouseMove(plot.get(), to.toPoint());
    QTest::mouseRelease(plot.get(), Qt::LeftButton, {}, to.toPoint());
    plot->grab();
  }
  std::vector<int> inScope() const {
    std::vector<int> inside;
    for (int row = 0; row < model->count(); ++row)
      if (model->inScope(*model->at(row))) inside.push_back(model->at(row)->number);
    return inside;
  }
  Selection selection;
  std::unique_ptr<TrialModel> model;
  std::unique_ptr<ParallelPlot> plot;
};

TEST_F(ParallelTest, ABrushNarrowsTableCurvesAndPlot) {
  CandidateTable table(*model, selection);
  ParetoPlot pareto(*model, selection);
  const int all = static_cast<int>(table.shownTrials().size());
  // The lower half of the errors.
  const double x = plot->axisX(0);
  drag({x, 200}, {x, 400});
  const Brush* brush = model->scope().brushOf("error");
  ASSERT_NE(brush, nullptr);
  const auto inside = inScope();
  ASSERT_GT(inside.size(), 3U);
  ASSERT_LT(static_cast<int>(inside.size()), all);
  for (int row = 0; row < model->count(); ++row) {
    const study::Trial& trial = *model->at(row);
    const double error = valueOf(trial, Quantity::error, model->battery());
    EXPECT_EQ(model->inScope(trial), error >= brush->low && error <= brush->high) << trial.number;
  }
  EXPECT_EQ(table.shownTrials().size(), inside.size());
  // A second axis narrows further; a click lets go of the first alone.
  const double second = plot->axisX(1);
  drag({second, 150}, {second, 400});
  EXPECT_LE(inScope().size(), inside.size());
  EXPECT_EQ(model->scope().brushes().size(), 2U);
  QTest::mouseClick(plot.get(), Qt::LeftButton, {}, QPoint(static_cast<int>(x), 250));
  EXPECT_EQ(model->scope().brushes().size(), 1U);
  model->scope().clearBrushes();
  EXPECT_EQ(static_cast<int>(table.shownTrials().size()), all);
}

TEST_F(ParallelTest, ChoicesAreBrushedWhole) {
  const double x = plot->axisX(2);
  const auto at = [&](int trial) { return plot->positionOf(trial, 2)->y(); };
  // Trials 0, 1, 2 have the choices 1, 2, 4; trial 3 has none and lies in the lane below.
  ASSERT_GT(at(0), at(1));
  ASSERT_GT(at(1), at(2));
  ASSERT_GT(at(3), at(0));
  drag({x, at(1) - 6}, {x, at(0) + 6});
  for (const int trial : inScope()) EXPECT_LE(trial % 4, 1) << trial;
  EXPECT_EQ(model->scope().brushOf("parameter:depth")->words(), QString::fromUtf8("depth 1 – 2"));
  // Between two choices is nothing to be brushed.
  drag({x, at(1) + 8}, {x, at(0) - 8});
  EXPECT_EQ(model->scope().brushOf("parameter:depth"), nullptr);
}

TEST_F(ParallelTest, NamesMoveAxesAndTheOrderStays) {
  const QPointF first = plot->titleBox(0).center(), last = plot->titleBox(2).center();
  drag(first, last);
  EXPECT_EQ(plot->axes()[2].key, "error");
  plot->setAxes({quantityAxis(*model, Quantity::error, false), quantityAxis(*model, Quantity::ram, true),
                 quantityAxis(*model, Quantity::energy, true)});
  ASSERT_EQ(plot->axes().size(), 3U);
  EXPECT_EQ(plot->axes()[0].key, "energy");
  EXPECT_EQ(plot->axes()[1].key, "error");
  EXPECT_EQ(plot->axes()[2].key, "ram");
}

TEST_F(ParallelTest, TheKeyboardDoesWhatThePointerDoes) {
  plot->setFocus();
  QTest::keyClick(plot.get(), Qt::Key_Right);
  EXPECT_EQ(plot->currentAxis(), 1);
  selection.select(20);
  QTest::keyClick(plot.get(), Qt::Key_BracketRight);
  const Brush* brush = model->scope().brushOf("energy");
  ASSERT_NE(brush, nullptr);
  EXPECT_NEAR(brush->high, model->find(20)->energyMj() * 1e-3, 1e-4 * brush->high);
  EXPECT_TRUE(model->inScope(*model->find(20)));
  // Along the axis: the next one costs no less, and is among those looked at.
  selection.select(inScope().front());
  const double before = model->find(selection.current())->energyMj();
  QTest::keyClick(plot.get(), Qt::Key_Down);
  EXPECT_LE(model->find(selection.current())->energyMj(), before);
  EXPECT_TRUE(model->inScope(*model->find(selection.current())));
  QTest::keyClick(plot.get(), Qt::Key_Delete);
  EXPECT_TRUE(model->scope().everything());
  QSignalSpy opened(plot.get(), &ParallelPlot::openRequested);
  QTest::keyClick(plot.get(), Qt::Key_Return);
  EXPECT_EQ(opened.count(), 1);
}

TEST_F(ParallelTest, ALineIsChosenByAClick) {
  const auto from = *plot->positionOf(20, 0), to = *plot->positionOf(20, 1);
  QTest::mouseClick(plot.get(), Qt::LeftButton, {}, ((from * 0.7) + (to * 0.3)).toPoint());
  ASSERT_GE(selection.current(), 0);
  // Others may run through the same pixel: the chosen one does.
  const auto a = *plot->positionOf(selection.current(), 0), b = *plot->positionOf(selection.current(), 1);
  EXPECT_NEAR((a * 0.7 + b * 0.3).y(), (from * 0.7 + to * 0.3).y(), 8);
}

TEST(LineDensity, CountsWhatPasses) {
  LineDensity density(20, 10);
  density.add(0, 2.5, 20, 2.5);
  density.add(0, 2.5, 20, 2.5);
  density.add(0, 0.5, 20, 9.5);
  EXPECT_EQ(density.at(15, 2), 2);
  EXPECT_EQ(density.most(), 3);
  const QImage image = density.toImage(Qt::black, 0.2);
  EXPECT_EQ(qAlpha(image.pixel(10, 9)), 0);
  EXPECT_LT(qAlpha(image.pixel(19, 9)), qAlpha(image.pixel(15, 2)));
  // A line that is dotted has gaps.
  LineDensity dotted(20, 10);
  dotted.add(0, 2.5, 20, 2.5, true);
  int there = 0;
  for (int x = 0; x < 20; ++x) there += dotted.at(x, 2);
  EXPECT_GT(there, 5);
  EXPECT_LT(there, 15);
}

// Ten thousand candidates of thirty parameters: by the processor's clock, which a busy machine leaves alone.
TEST_F(ParallelTest, ThousandsAreDrawnAsDensity) {
  std::vector<ParallelAxis> axes{quantityAxis(*model, Quantity::error, false),
                                 quantityAxis(*model, Quantity::energy, true)};
  for (int i = 0; i < 28; ++i)
    axes.push_back({QStringLiteral("p%1").arg(i),
                    QStringLiteral("p%1").arg(i),
                    {},
                    Unit::none,
                    false,
                    {"a", "b", "c", "d"},
                    [i](const study::Trial& trial) { return (trial.number * (i + 3)) % 4; }});
  std::vector<TrialPtr> many;
  const auto few = sampleStudy(100);
  for (int i = 0; i < 10000; ++i) {
    study::Trial trial = *few[static_cast<std::size_t>(i) % few.size()];
    trial.number = 1000 + i;
    many.push_back(std::make_shared<const study::Trial>(trial));
  }
  model->put(many);
  plot->setAxes(axes);
  plot->resize(2000, 400);
  const auto begun = std::clock();
  plot->grab();
  const double seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
  RecordProperty("cpu_ms", static_cast<int>(1000 * seconds));
  EXPECT_LT(seconds, 1.5);
  const auto again = std::clock();
  plot->grab();  // the picture is kept
  EXPECT_LT(double(std::clock() - again) / CLOCKS_PER_SEC, 0.25);
}

TEST(FrontChoice, KneeAndBestWithinALimit) {
  kinglet::testing::application();
  TrialModel model;
  EXPECT_EQ(kneeTrial(model), -1);
  model.put(sampleStudy(60));
  const auto front = model.front();
  const int knee = kneeTrial(model);
  EXPECT_NE(std::find(front.begin(), front.end(), knee), front.end());
  const int best = bestTrial(model, [](const study::Trial&) { return true; });
  for (const int trial : front) EXPECT_GE(model.find(trial)->error(), model.find(best)->error());
  const double half = model.find(front[front.size() / 2])->energyMj();
  const int within = bestTrial(model, [&](const study::Trial& trial) { return trial.energyMj() <= half; });
  EXPECT_LE(model.find(within)->energyMj(), half);
  EXPECT_EQ(bestTrial(model, [](const study::Trial&) { return false; }), -1);
}

}  // namespace
}  // namespace kinglet::widgets
