#include "widgets/pareto/pareto_plot.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QBuffer>
#include <QContextMenuEvent>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <ctime>

#include "study/trial.h"
#include "widgets/application.h"
#include "widgets/look/hover_card.h"
#include "widgets/pareto/pareto_canvas.h"
#include "widgets/plot/picture_sheet.h"
#include "widgets/sample_study.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_model.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

using kinglet::testing::sampleStudy;
using kinglet::testing::sampleTrial;
using kinglet::testing::share;

class ParetoPlotTest : public ::testing::Test {
 protected:
  void SetUp() override {
    kinglet::testing::application();
    model = std::make_unique<TrialModel>();
    plot = std::make_unique<ParetoPlot>(*model, selection);
    canvas = plot->canvas();
    plot->resize(800, 560);
    plot->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(plot.get()));
  }
  void fill(int trials = 60) {
    model->put(sampleStudy(trials));
    canvas->flush();
  }
  // A pixel in the trial's mark that no other mark covers, or the middle.
  QPoint at(int trial) const { return canvas->positionOf(trial)->toPoint(); }

  std::unique_ptr<TrialModel> model;
  Selection selection;
  std::unique_ptr<ParetoPlot> plot;
  ParetoCanvas* canvas = nullptr;
};

TEST_F(ParetoPlotTest, SaysWhatWillAppear) {
  EXPECT_TRUE(canvas->emptyText().contains("will appear"));
  fill(5);
  EXPECT_TRUE(canvas->emptyText().isEmpty());
}

TEST_F(ParetoPlotTest, TheMenuOfACandidateExplainsItsEnergy) {
  fill();
  const int trial = canvas->frontTrials()[1];
  int explained = -1, entries = 0;
  QObject::connect(plot.get(), &ParetoPlot::explainEnergyRequested, [&](int which) { explained = which; });
  QTimer::singleShot(0, [&] {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    entries = int(menu->actions().size());
    for (QAction* action : menu->actions())
      if (action->text().contains(QStringLiteral("energy"))) action->trigger();
    menu->close();
  });
  QContextMenuEvent event(QContextMenuEvent::Mouse, at(trial), canvas->mapToGlobal(at(trial)));
  QApplication::sendEvent(canvas, &event);
  EXPECT_EQ(entries, 6);
  EXPECT_EQ(explained, trial);
  EXPECT_EQ(selection.current(), trial);
}

TEST_F(ParetoPlotTest, ClickSelectsControlClickComparesDoubleClickOpens) {
  fill();
  const auto& front = canvas->frontTrials();
  ASSERT_GE(front.size(), 3u);
  QTest::mouseClick(canvas, Qt::LeftButton, {}, at(front[0]));
  EXPECT_EQ(selection.current(), front[0]);
  QTest::mouseClick(canvas, Qt::LeftButton, Qt::ControlModifier, at(front[1]));
  EXPECT_EQ(selection.current(), front[0]);
  EXPECT_TRUE(selection.isCompared(front[1]));
  QSignalSpy opened(plot.get(), &ParetoPlot::openRequested);
  QTest::mouseDClick(canvas, Qt::LeftButton, {}, at(front[2]));
  ASSERT_EQ(opened.count(), 1);
  EXPECT_EQ(opened[0][0].toInt(), front[2]);
}

TEST_F(ParetoPlotTest, HoverTellsAndLeavingEndsIt) {
  fill();
  const int trial = canvas->frontTrials()[1];
  kinglet::testing::moveMouse(canvas, at(trial));
  EXPECT_EQ(selection.hovered(), trial);
  const auto* card = canvas->findChild<HoverCard*>();
  ASSERT_NE(card, nullptr);
  EXPECT_TRUE(card->isVisible());
  EXPECT_TRUE(card->content().title.contains(QString::number(trial)));
  EXPECT_TRUE(canvas->rect().contains(card->geometry()));
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(canvas, &leave);
  EXPECT_EQ(selection.hovered(), -1);
  EXPECT_FALSE(card->isVisible());
}

TEST_F(ParetoPlotTest, ArrowsWalkTheFront) {
  fill();
  const auto front = canvas->frontTrials();
  canvas->setFocus();
  QTest::keyClick(canvas, Qt::Key_Home);
  EXPECT_EQ(selection.current(), front.front());
  QTest::keyClick(canvas, Qt::Key_Right);
  EXPECT_EQ(selection.current(), front[1]);
  QTest::keyClick(canvas, Qt::Key_Up);  // less error is down, so up is back
  EXPECT_EQ(selection.current(), front[0]);
  QTest::keyClick(canvas, Qt::Key_Left);
  EXPECT_EQ(selection.current(), front[0]);
  QTest::keyClick(canvas, Qt::Key_End);
  EXPECT_EQ(selection.current(), front.back());
  QSignalSpy opened(plot.get(), &ParetoPlot::openRequested);
  QTest::keyClick(canvas, Qt::Key_Return);
  EXPECT_EQ(opened.count(), 1);
}

TEST_F(ParetoPlotTest, FrontOfTheShownAxesIsMonotone) {
  fill(200);
  for (const Quantity y : {Quantity::error, Quantity::accuracy}) {
    for (const Quantity x : {Quantity::energy, Quantity::batteryLife, Quantity::ram}) {
      ParetoAxes axes;
      axes.x = x;
      axes.y = y;
      plot->setAxes(axes);
      canvas->flush();
      double lastX = 0, lastY = 0;
      bool first = true;
      for (const int trial : canvas->frontTrials()) {
        const double vx = valueOf(*model->find(trial), x, {}), vy = valueOf(*model->find(trial), y, {});
        if (!first) {
          EXPECT_GE(vx, lastX);
          // Along the front, what one axis gains the other loses.
          EXPECT_EQ(vy > lastY, largerIsBetter(x) == false ? largerIsBetter(y) : !largerIsBetter(y));
        }
        first = false;
        lastX = vx;
        lastY = vy;
      }
      EXPECT_FALSE(first);
    }
  }
}

TEST_F(ParetoPlotTest, LimitIsDraggedAndToldOnce) {
  fill();
  plot->setLimit(Quantity::energy, 1e-3, "limit");
  canvas->flush();
  QSignalSpy moved(plot.get(), &ParetoPlot::limitMoved);
  const QPoint handle = canvas->limitHandle(Quantity::energy)->toPoint();
  QTest::mousePress(canvas, Qt::LeftButton, {}, handle);
  for (int step = 1; step <= 10; ++step)
    kinglet::testing::moveMouse(canvas, handle - QPoint(6 * step, 0), Qt::LeftButton);
  EXPECT_EQ(moved.count(), 0);
  QTest::mouseRelease(canvas, Qt::LeftButton, {}, handle - QPoint(60, 0));
  ASSERT_EQ(moved.count(), 1);
  const double value = moved[0][1].toDouble();
  EXPECT_LT(value, 1e-3);
  EXPECT_GT(value, 1e-5);
  EXPECT_DOUBLE_EQ(*plot->limit(Quantity::energy), value);
  canvas->flush();
  EXPECT_NEAR(canvas->limitHandle(Quantity::energy)->x(), handle.x() - 60, 1.5);
}

TEST_F(ParetoPlotTest, EscapeLetsADraggedLimitFallBack) {
  fill();
  plot->setLimit(Quantity::energy, 1e-3, "limit");
  canvas->flush();
  QSignalSpy moved(plot.get(), &ParetoPlot::limitMoved);
  const QPoint handle = canvas->limitHandle(Quantity::energy)->toPoint();
  QTest::mousePress(canvas, Qt::LeftButton, {}, handle);
  kinglet::testing::moveMouse(canvas, handle - QPoint(80, 0), Qt::LeftButton);
  QTest::keyClick(canvas, Qt::Key_Escape);
  QTest::mouseRelease(canvas, Qt::LeftButton, {}, handle - QPoint(80, 0));
  EXPECT_EQ(moved.count(), 0);
  EXPECT_DOUBLE_EQ(*plot->limit(Quantity::energy), 1e-3);
}

TEST_F(ParetoPlotTest, LimitMovesByKeysToo) {
  fill();
  plot->setLimit(Quantity::energy, 1e-3, "limit");
  canvas->flush();
  QSignalSpy moved(plot.get(), &ParetoPlot::limitMoved);
  QTest::keyClick(canvas, Qt::Key_Left, Qt::ShiftModifier);
  ASSERT_EQ(moved.count(), 1);
  EXPECT_LT(moved[0][1].toDouble(), 1e-3);
}

TEST_F(ParetoPlotTest, WheelZoomsDragPansAndShowAllComesBack) {
  fill();
  const QCPRange before = canvas->xAxis->range();
  QWheelEvent wheel(QPointF(400, 250), canvas->mapToGlobal(QPointF(400, 250)), {}, {0, 240}, Qt::NoButton, {},
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(canvas, &wheel);
  EXPECT_LT(canvas->xAxis->range().upper / canvas->xAxis->range().lower, before.upper / before.lower);
  model->put({share(sampleTrial(900))});  // news do not take the view away
  canvas->flush();
  EXPECT_LT(canvas->xAxis->range().upper / canvas->xAxis->range().lower, before.upper / before.lower);
  QTest::keyClick(canvas, Qt::Key_0);
  canvas->flush();
  EXPECT_NEAR(canvas->xAxis->range().upper / before.upper, 1, 0.7);
}

TEST_F(ParetoPlotTest, RunningTrialWithoutEpochStandsWhereItWasPredicted) {
  study::Trial trial = sampleTrial(20, 1, 0);
  trial.state = study::TrialState::running;
  model->put({share(sampleTrial(1)), share(trial)});
  canvas->flush();
  ASSERT_TRUE(canvas->positionOf(20));
  EXPECT_NEAR(canvas->yAxis->pixelToCoord(canvas->positionOf(20)->y()), trial.origin.predictedError, 1e-6);
}

TEST_F(ParetoPlotTest, FollowsThePaletteLive) {
  fill();
  const auto paperOf = [this] { return canvas->grab().toImage().pixelColor(3, 3); };
  canvas->clearFocus();
  EXPECT_GT(paperOf().lightness(), 200);
  plot->setPalette(kinglet::testing::darkPalette());
  // The plot redraws with its next frame, whenever a loaded machine comes to that.
  EXPECT_TRUE(QTest::qWaitFor([&] { return paperOf().lightness() < 60; }));
}

TEST_F(ParetoPlotTest, AtMostOneRepaintAFrame) {
  fill();
  QTest::qWait(50);
  const int before = canvas->repaints();
  for (int i = 0; i < 200; ++i) model->put({share(sampleTrial(i % 50))});
  EXPECT_EQ(canvas->repaints(), before);
  ASSERT_TRUE(QTest::qWaitFor([&] { return canvas->repaints() > before; }));
  QTest::qWait(100);
  EXPECT_LE(canvas->repaints() - before, 2);
}

TEST_F(ParetoPlotTest, TenThousandTrialsStaySmooth) {
  std::vector<TrialPtr> some = sampleStudy(400), many;
  base::Random random(5);
  for (int i = 0; i < 10000; ++i) {
    study::Trial trial;
    const study::Trial& like = *some[static_cast<std::size_t>(i) % 400];
    trial.number = i;
    trial.state = like.state;
    trial.origin = like.origin;
    trial.cost.macs = like.cost.macs;
    trial.cost.flashBytes = like.cost.flashBytes + random.below(1000);
    trial.cost.peakRamBytes = like.cost.peakRamBytes;
    trial.energy.millijoules = like.energy.millijoules * random.uniform(0.5, 2);
    trial.curve = {like.curve.back()};
    many.push_back(share(std::move(trial)));
  }
  // By the processor's clock: other programs take their own time.
  std::clock_t begun = std::clock();
  const auto milliseconds = [&] { return 1e3 * double(std::clock() - begun) / CLOCKS_PER_SEC; };
  model->put(many);
  canvas->flush();
  canvas->grab();
  EXPECT_LT(milliseconds(), 2000);
  begun = std::clock();
  constexpr int kFrames = 5;
  for (int i = 0; i < kFrames; ++i) {
    canvas->scheduleRebuild();
    canvas->flush();
    canvas->grab();
  }
  RecordProperty("milliseconds_a_frame", static_cast<int>(milliseconds() / kFrames));
  EXPECT_LT(milliseconds() / kFrames, 250);
  // A hover draws only the overlay.
  begun = std::clock();
  for (int i = 0; i < 20; ++i) selection.hover(i);
  EXPECT_LT(milliseconds() / 20, 40);
}

// Shift and drag: what lies outside is still to be seen, faintly; Shift and a click lets go.
TEST_F(ParetoPlotTest, BrushingNarrowsTheScope) {
  fill();
  auto* canvas = plot->canvas();
  const QRect inner = canvas->axisRect()->rect();
  const QPoint from = inner.center(), to(inner.right() - 2, inner.top() + 2);
  QTest::mousePress(canvas, Qt::LeftButton, Qt::ShiftModifier, from);
  QTest::mouseMove(canvas, (from + to) / 2);
  QTest::mouseRelease(canvas, Qt::LeftButton, Qt::ShiftModifier, to);
  canvas->flush();
  ASSERT_EQ(model->scope().brushes().size(), 2U);
  int inside = 0;
  for (int row = 0; row < model->count(); ++row) {
    const study::Trial& trial = *model->at(row);
    const auto at = canvas->positionOf(trial.number);
    if (!at || trial.state == study::TrialState::running) continue;
    const bool within = QRectF(QRectF(from, to).normalized()).adjusted(-1, -1, 1, 1).contains(*at);
    const bool clearly = QRectF(QRectF(from, to).normalized()).adjusted(1, 1, -1, -1).contains(*at);
    if (within == clearly) {
      EXPECT_EQ(model->inScope(trial), within) << trial.number;
    }
    inside += model->inScope(trial);
  }
  EXPECT_GT(inside, 0);
  EXPECT_LT(inside, model->count());
  QTest::mouseClick(canvas, Qt::LeftButton, Qt::ShiftModifier, QPoint(inner.left() + 3, inner.top() + 3));
  EXPECT_TRUE(model->scope().everything());
}

// An axis that was driven out of what numbers hold: nothing to be seen, and nothing painted beyond the picture.
TEST_F(ParetoPlotTest, AnAxisWithoutARangePaintsNothing) {
  fill();
  auto* canvas = plot->canvas();
  for (int i = 0; i < 60; ++i) canvas->xAxis->moveRange(1e-9);  // logarithmic: a factor
  canvas->scheduleReplot();
  canvas->flush();
  EXPECT_FALSE(canvas->grab().isNull());
  canvas->resetView();
  canvas->flush();
  EXPECT_TRUE(canvas->positionOf(model->front().front()).has_value());
}

TEST_F(ParetoPlotTest, WritesPictures) {
  fill();
  PictureSheet sheet{{}, "Night watch", true, {640, 480}};
  for (const PictureFormat format : {PictureFormat::png, PictureFormat::svg, PictureFormat::pdf}) {
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    EXPECT_TRUE(writeSheet(buffer, format, *plot, sheet));
    const QByteArray bytes = buffer.data();
    switch (format) {
      case PictureFormat::png:
        EXPECT_EQ(QImage::fromData(bytes).size(), QSize(1280, 960));
        break;
      case PictureFormat::svg:
        for (const char* said : {"<svg", "Energy per inference", "Night watch", "Pareto plot"})
          EXPECT_TRUE(bytes.contains(said)) << said;
        break;
      case PictureFormat::pdf:
        EXPECT_TRUE(bytes.startsWith("%PDF"));
        break;
    }
  }
  QBuffer locked;
  locked.open(QIODevice::ReadOnly);
  EXPECT_FALSE(writeSheet(locked, PictureFormat::png, *plot, sheet));
  // On the screen nothing has changed.
  EXPECT_EQ(plot->canvas()->viewport().size(), plot->canvas()->size());
}

TEST_F(ParetoPlotTest, LayoutComesBack) {
  ParetoAxes axes;
  axes.x = Quantity::ram;
  axes.y = Quantity::accuracy;
  axes.colourByStrategy = true;
  axes.size.reset();
  axes.logY = true;
  plot->setAxes(axes);
  const QByteArray layout = plot->saveLayout();
  plot->setAxes({});
  plot->restoreLayout(layout);
  EXPECT_EQ(plot->axes(), axes);
  plot->restoreLayout("rubbish");
  EXPECT_EQ(plot->axes(), ParetoAxes());
}

}  // namespace
}  // namespace kinglet::widgets
