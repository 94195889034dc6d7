#include <gtest/gtest.h>

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "energy/energy_model.h"
#include "network/cost.h"
#include "network/every_kind.h"
#include "network/network_spec.h"
#include "study/trial.h"
#include "widgets/application.h"
#include "widgets/candidate/architecture_view.h"
#include "widgets/candidate/confusion_view.h"
#include "widgets/candidate/learning_curves.h"
#include "widgets/energy/energy_figure.h"
#include "widgets/look/hover_card.h"
#include "widgets/plot/picture_sheet.h"
#include "widgets/sample_study.h"
#include "widgets/sound/spectrogram_plot.h"
#include "widgets/sound/spectrogram_view.h"
#include "widgets/text/layer_text.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_model.h"
#include "widgets/trials/worker_status.h"

namespace kinglet::widgets {
namespace {

using kinglet::testing::sampleStudy;
using kinglet::testing::sampleTrial;
using kinglet::testing::share;

template <class Widget>
void present(Widget& widget, const QSize& size) {
  widget.resize(size);
  widget.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&widget));
}

class Views : public ::testing::Test {
 protected:
  void SetUp() override { kinglet::testing::application(); }
  TrialModel model;
  Selection selection;
};

TEST_F(Views, CurvesSelectByClickAndReadByKeys) {
  LearningCurves curves(model, selection);
  present(curves, {500, 360});
  EXPECT_FALSE(curves.emptyText().isEmpty());
  model.put({share(sampleTrial(3)), share(sampleTrial(30, 1, 6))});
  curves.setEpochs(kinglet::testing::kSampleEpochs);
  curves.flush();
  EXPECT_TRUE(curves.emptyText().isEmpty());
  const QPoint point = curves.positionOf(*model.find(30), 6).toPoint();
  kinglet::testing::moveMouse(&curves, point);
  EXPECT_EQ(selection.hovered(), 30);
  const auto* card = curves.findChild<HoverCard*>();
  EXPECT_TRUE(card->isVisible());
  EXPECT_TRUE(card->content().note.contains("95\u00a0%")) << "the reason it was stopped for";
  QTest::mouseClick(&curves, Qt::LeftButton, {}, point);
  EXPECT_EQ(selection.current(), 30);
  QTest::keyClick(&curves, Qt::Key_Right);
  EXPECT_TRUE(card->content().title.contains("epoch 1"));
  QTest::keyClick(&curves, Qt::Key_Right);
  EXPECT_TRUE(card->content().title.contains("epoch 2"));
}

TEST_F(Views, CurvesMarkWhereRulesStop) {
  LearningCurves curves(model, selection);
  present(curves, {500, 360});
  model.put({share(sampleTrial(3))});
  selection.select(3);
  curves.flush();
  const int before = curves.itemCount();
  curves.setCutMarks(
      {{3, 5, "Pareto stopping", "cannot improve"}, {3, 9, "Median rule", {}}, {99, 2, "nobody", {}}});
  curves.flush();
  EXPECT_GT(curves.itemCount(), before + 4);
  kinglet::testing::moveMouse(&curves, curves.positionOf(*model.find(3), 5).toPoint());
  EXPECT_EQ(curves.findChild<HoverCard*>()->content().note,
            "Pareto stopping would stop here: cannot improve");
}

TEST_F(Views, SpectrogramPlaysSeeksAndReads) {
  SpectrogramView view;
  present(view, {600, 360});
  EXPECT_FALSE(view.playButton()->isEnabled());
  SpectrogramData clip;
  clip.title = "rain";
  clip.frames = 98;
  clip.mels = 16;
  clip.values.assign(98 * 16, -3.0F);
  clip.samples.assign(16000, 0.1F);
  view.setClip(clip);
  view.plot()->flush();
  EXPECT_TRUE(view.playButton()->isEnabled());
  QSignalSpy play(&view, &SpectrogramView::playRequested), stop(&view, &SpectrogramView::stopRequested);
  QSignalSpy seek(&view, &SpectrogramView::seekRequested);
  QTest::mouseClick(view.plot(), Qt::LeftButton, {},
                    {static_cast<int>(view.plot()->pixelOfTime(0.5)), view.plot()->imageRect().center().y()});
  ASSERT_EQ(seek.count(), 1);
  EXPECT_NEAR(seek[0][0].toDouble(), 0.5, 0.01);
  QTest::mouseClick(view.playButton(), Qt::LeftButton);
  ASSERT_EQ(play.count(), 1);
  EXPECT_NEAR(play[0][0].toDouble(), 0.5, 0.01);
  view.setPlaying(true);
  QTest::keyClick(view.plot(), Qt::Key_L);
  EXPECT_EQ(stop.count(), 1);
  QSignalSpy readout(view.plot(), &SpectrogramPlot::readout);
  kinglet::testing::moveMouse(view.plot(), view.plot()->imageRect().center());
  ASSERT_GE(readout.count(), 1);
  EXPECT_TRUE(readout.last()[0].toString().contains("dB"));
  view.setProblem("This clip cannot be read: it is empty.");
  EXPECT_TRUE(view.plot()->emptyText().contains("cannot be read"));
  EXPECT_FALSE(view.playButton()->isEnabled());
}

TEST_F(Views, MelScaleThereAndBack) {
  for (const double hertz : {60.0, 1000.0, 7800.0}) EXPECT_NEAR(hertzOf(melOf(hertz)), hertz, 1e-6);
  EXPECT_NEAR(melOf(1000), 1000, 0.1);
}

ArchitectureData architectureOf(const study::Trial& trial) {
  return {"candidate", trial.candidate.input, trial.candidate.network, trial.cost, trial.energy};
}

TEST_F(Views, ArchitectureSelectsHoversAndNamesTheBottleneck) {
  ArchitectureView view;
  present(view, {700, 500});
  const study::Trial trial = sampleTrial(5);
  view.setNetwork(architectureOf(trial));
  double most = trial.energy.frontEndMillijoules;
  int expected = ArchitecturePainter::kFrontEnd;
  for (std::size_t i = 0; i < trial.energy.layers.size(); ++i) {
    if (trial.energy.layers[i].millijoules > most) {
      most = trial.energy.layers[i].millijoules;
      expected = static_cast<int>(i);
    }
  }
  EXPECT_EQ(view.bottleneck(), expected);
  QSignalSpy selected(&view, &ArchitectureView::layerSelected);
  QSignalSpy explained(&view, &ArchitectureView::energyClicked);
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.layerBox(1).center().toPoint());
  ASSERT_EQ(selected.count(), 1);
  EXPECT_EQ(view.selectedLayer(), 1);
  EXPECT_EQ(explained.size(), 0);
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                    QPoint(view.viewport()->width() - 20, view.layerBox(1).center().toPoint().y()));
  EXPECT_EQ(explained.size(), 1) << "the figure of energy at the right";
  QTest::keyClick(&view, Qt::Key_Down);
  EXPECT_EQ(view.selectedLayer(), 2);
  kinglet::testing::moveMouse(view.viewport(), view.layerBox(2).center().toPoint());
  const auto* card = view.viewport()->findChild<HoverCard*>();
  EXPECT_EQ(card->content().title, QString::fromStdString(trial.candidate.network.layers()[2].name));
  view.clear();
  EXPECT_EQ(view.selectedLayer(), -1);
  EXPECT_EQ(view.bottleneck(), ArchitecturePainter::kNone);
}

TEST_F(Views, ArchitectureNamesAndDrawsEveryKindOfLayer) {
  QSet<QString> names;
  for (const network::LayerKind kind : network::allLayerKinds()) {
    const QString name = kindName(kind);
    EXPECT_FALSE(name.isEmpty()) << network::toText(kind);
    EXPECT_FALSE(names.contains(name)) << name.toStdString();
    names.insert(name);
    const auto net = network::networkWith(kind);
    const network::Layer& it = network::layerNamed(net, "it");
    EXPECT_TRUE(describe(it).startsWith(name));
    EXPECT_EQ(kindCategory(kind) >= 0, it.hasWeights()) << "what costs has a colour: " << name.toStdString();
    ArchitectureView view;
    present(view, {700, 500});
    view.setNetwork({"one", {}, net, network::costOf(net), {}});
    const auto place = std::find_if(net.layers().begin(), net.layers().end(),
                                    [](const network::Layer& layer) { return layer.name == "it"; });
    const int index = static_cast<int>(place - net.layers().begin());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.layerBox(index).center().toPoint());
    EXPECT_EQ(view.selectedLayer(), index);
    EXPECT_TRUE(view.accessibleDescription().contains(name)) << name.toStdString();
  }
}

TEST_F(Views, ArchitectureOfManyLayersScrollsAndZooms) {
  ArchitectureView view;
  present(view, {600, 400});
  const network::InputSpec input;
  const auto network = network::namedNetwork("mobilenet_v2:0.35", input.shape(), 10);
  ArchitectureData big{"mobilenet", input, network, network::costOf(network), {}};
  const int layers = static_cast<int>(network.layers().size());
  ASSERT_GT(layers, 50);
  view.setNetwork(big);
  QTest::keyClick(&view, Qt::Key_End);
  EXPECT_EQ(view.selectedLayer(), layers - 1);
  EXPECT_TRUE(QRectF(view.viewport()->rect()).contains(view.layerBox(layers - 1)));
  const double tall = view.layerBox(0).height();
  view.setZoom(0.7);
  EXPECT_LT(view.layerBox(0).height(), tall);
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  EXPECT_TRUE(writeSheet(buffer, PictureFormat::svg, view, {}));
  EXPECT_GT(buffer.data().count("depthwise"), 15);
}

TEST_F(Views, ConfusionHoversAndSelects) {
  ConfusionView view;
  present(view, {400, 400});
  view.setMatrix({"dog", "rain", "siren"}, {{5, 1, 0}, {0, 6, 0}, {2, 0, 4}});
  QSignalSpy selected(&view, &ConfusionView::cellSelected);
  kinglet::testing::moveMouse(&view, view.cell(2, 0).center().toPoint());
  const auto* card = view.findChild<HoverCard*>();
  EXPECT_EQ(card->content().title, "siren, taken for dog");
  EXPECT_EQ(card->content().rows[0].second, "2 of 6");
  EXPECT_EQ(view.selectedTrue(), -1) << "a hover only previews";
  QTest::mouseClick(&view, Qt::LeftButton, {}, view.cell(0, 1).center().toPoint());
  ASSERT_EQ(selected.count(), 1);
  EXPECT_EQ(view.selectedPredicted(), 1);
  QTest::keyClick(&view, Qt::Key_Down);
  EXPECT_EQ(view.selectedTrue(), 1);
  QTest::keyClick(&view, Qt::Key_Return);
  EXPECT_EQ(selected.count(), 2);
}

TEST_F(Views, WorkerStatusTellsAllAndSelects) {
  WorkerStatus status;
  present(status, {900, 28});
  status.setStudy({37, 200, 12, 0, 480, {}});
  status.setWorker(0, {38, 7, 15, 0.4, {}});
  status.setWorker(1, {});
  EXPECT_EQ(status.text(),
            "37/200 trials · 12 stopped early · 8\u00a0min left · worker 1: #38 epoch 7/15 · worker 2: idle");
  QSignalSpy clicked(&status, &WorkerStatus::trialClicked);
  for (int x = 0; x < status.width() && clicked.isEmpty(); x += 8) {
    QTest::mouseClick(&status, Qt::LeftButton, {}, {x, 14});
  }
  ASSERT_EQ(clicked.count(), 1);
  EXPECT_EQ(clicked[0][0].toInt(), 38);
}

TEST_F(Views, EnergyFigureIsALink) {
  EnergyFigure figure;
  energy::EnergyEstimate estimate;
  estimate.millijoules = 1.5;
  estimate.source = "NUCLEO-U575";
  figure.setEstimate(estimate);
  present(figure, figure.sizeHint());
  QSignalSpy clicked(&figure, &EnergyFigure::clicked);
  QTest::mouseClick(&figure, Qt::LeftButton);
  QTest::keyClick(&figure, Qt::Key_Space);
  EXPECT_EQ(clicked.count(), 2);
  EXPECT_TRUE(figure.toolTip().contains("NUCLEO-U575"));
  EXPECT_TRUE(figure.accessibleName().contains("modelled"));
}

TEST_F(Views, AllFollowADarkPaletteLive) {
  model.put(sampleStudy(20));
  selection.select(0);
  std::vector<std::unique_ptr<QWidget>> views;
  views.push_back(std::make_unique<LearningCurves>(model, selection));
  views.push_back(std::make_unique<SpectrogramView>());
  auto architecture = std::make_unique<ArchitectureView>();
  architecture->setNetwork(architectureOf(sampleTrial(5)));
  views.push_back(std::move(architecture));
  auto confusion = std::make_unique<ConfusionView>();
  confusion->setMatrix({"a", "b"}, {{1, 0}, {0, 1}});
  views.push_back(std::move(confusion));
  for (const auto& view : views) {
    present(*view, {400, 300});
    const auto lightness = [&] {
      return view->grab().toImage().pixelColor(view->width() - 6, view->height() - 3).lightness();
    };
    EXPECT_GT(lightness(), 180) << view->metaObject()->className();
    view->setPalette(kinglet::testing::darkPalette());
    EXPECT_TRUE(QTest::qWaitFor([&] { return lightness() < 80; })) << view->metaObject()->className();
    EXPECT_FALSE(view->accessibleName().isEmpty() && view->focusProxy() == nullptr);
  }
}

}  // namespace
}  // namespace kinglet::widgets
