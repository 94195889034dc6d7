// The views of a comparison: what they say, what they do with keys and mouse, and that colour is never alone.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "widgets/application.h"
#include "widgets/compare/class_accuracy_view.h"
#include "widgets/compare/compare_look.h"
#include "widgets/compare/compared_figures.h"
#include "widgets/compare/confusion_difference_view.h"
#include "widgets/compare/graph_diff_view.h"
#include "widgets/look/hover_card.h"
#include "widgets/sample_compared.h"

namespace kinglet::widgets {
namespace {

using kinglet::testing::sampleClasses;
using kinglet::testing::sampleCompared;
using kinglet::testing::sampleTrial;
using network::LayerChange;

class CompareViews : public ::testing::Test {
 protected:
  CompareViews() { kinglet::testing::application(); }

  static void present(QWidget& widget, const QSize& size) {
    widget.resize(size);
    widget.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&widget));
  }
  // A candidate, and the same with a wider layer and one more.
  static std::shared_ptr<study::GraphDiff> edited() {
    study::Compared first = study::comparedOf("ds_cnn", {});
    first.name = "trial 5";
    first.trial = 5;
    study::Compared second = first;
    network::NetworkSpec changed("changed", first.network.input());
    int shift = 0;
    for (network::Layer layer : first.network.layers()) {
      for (int& input : layer.inputs)
        if (input >= 0) input += shift;
      if (changed.layers().empty()) layer.filters *= 2;
      changed.add(layer);
      if (shift == 0) {
        changed.add({.kind = network::LayerKind::squeezeExcite, .name = "new", .inputs = {0}, .units = 4});
        shift = 1;
      }
    }
    second.name = "trial 6";
    second.trial = 6;
    second.network = changed;
    second.cost = network::costOf(changed, second.input);
    second.energy = energy::modelFor(energy::device(energy::kDefaultDevice))->estimate(second.input, changed);
    return std::make_shared<study::GraphDiff>(study::graphDiffOf(first, second));
  }
  static int rowOf(const study::GraphDiff& diff, LayerChange change) {
    for (std::size_t row = 0; row < diff.rows.size(); ++row)
      if (!diff.rows[row].isFrontEnd() && diff.rows[row].change == change) return static_cast<int>(row);
    return -1;
  }
};

TEST_F(CompareViews, LayersTellWhatBecameOfThemAndWhatItCosts) {
  GraphDiffView view;
  present(view, {800, 400});
  const auto diff = edited();
  view.setDiff(diff);
  const auto& painter = view.painter();
  const Theme theme = Theme::of(&view);
  const int stem = rowOf(*diff, LayerChange::edited), added = rowOf(*diff, LayerChange::added);
  ASSERT_GE(stem, 0);
  ASSERT_GE(added, 0);
  EXPECT_TRUE(painter.changeText(stem).startsWith(QStringLiteral("filters")));
  EXPECT_TRUE(painter.firstText(added).isEmpty());
  EXPECT_TRUE(painter.secondText(added).contains(QStringLiteral("squeeze")));
  // A sign beside the colour: what costs more has a plus.
  EXPECT_TRUE(painter.differenceOf(added).startsWith(QLatin1Char('+')));
  EXPECT_NE(painter.fillOf(theme, added), theme.paper);
  view.setAmount(study::Amount::macs);
  EXPECT_EQ(painter.amount(), study::Amount::macs);
  EXPECT_TRUE(view.accessibleDescription().contains(QStringLiteral("1 added")));
}

TEST_F(CompareViews, LayersWithoutEnergyOfTheirOwnFallBackToMacs) {
  GraphDiffView view;
  auto diff = edited();
  diff->first.energy.layers.clear();
  diff = std::make_shared<study::GraphDiff>(study::graphDiffOf(diff->first, diff->second));
  view.setDiff(diff);
  EXPECT_EQ(view.painter().amount(), study::Amount::macs);
  view.setDiff(edited());
  EXPECT_EQ(view.painter().amount(), study::Amount::energy);
}

TEST_F(CompareViews, LayersAreReachedByKeysAndTheMouse) {
  GraphDiffView view;
  present(view, {500, 200});
  QTest::keyClick(&view, Qt::Key_Down);
  EXPECT_EQ(view.selectedRow(), -1) << "nothing is shown yet";
  const auto diff = edited();
  view.setDiff(diff);
  QTest::keyClick(&view, Qt::Key_Down);
  QTest::keyClick(&view, Qt::Key_Down);
  EXPECT_EQ(view.selectedRow(), 1);
  QTest::keyClick(&view, Qt::Key_End);
  const int last = static_cast<int>(diff->rows.size()) - 1;
  EXPECT_EQ(view.selectedRow(), last);
  EXPECT_TRUE(view.viewport()->rect().contains(view.rowBox(last).center().toPoint())) << "scrolled to";
  QTest::keyClick(&view, Qt::Key_Home);
  EXPECT_EQ(view.selectedRow(), 0);
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {60, view.rowBox(2).center().toPoint().y()});
  EXPECT_EQ(view.selectedRow(), 2);
  kinglet::testing::moveMouse(view.viewport(), {60, view.rowBox(1).center().toPoint().y()});
  const auto* card = view.viewport()->findChild<HoverCard*>();
  EXPECT_TRUE(card->isVisible());
  QSignalSpy enlarged(&view, &GraphDiffView::enlargeRequested);
  QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {60, view.rowBox(1).center().toPoint().y()});
  EXPECT_EQ(enlarged.size(), 1);
  view.setDiff(nullptr);
  EXPECT_EQ(view.selectedRow(), -1);
  EXPECT_EQ(view.painter().rows(), 0);
}

TEST_F(CompareViews, FiguresStandBesideEachOtherWithTheirDifferences) {
  ComparedFigures table;
  auto first = sampleCompared(sampleTrial(5)), second = sampleCompared(sampleTrial(6));
  first.curve.back().validation.accuracy = 0.7;
  second.curve.back().validation.accuracy = 0.8;
  first.energy.millijoules = 2;
  second.energy.millijoules = 3;
  table.setCompared({first, second});
  ASSERT_EQ(table.columnCount(), 2);
  ASSERT_EQ(table.rowCount(), study::kFigures + 1);
  const auto text = [&](study::Figure figure, int column) {
    return table.item(static_cast<int>(figure), column)->text();
  };
  EXPECT_EQ(table.horizontalHeaderItem(1)->text(), QStringLiteral("Candidate 6"));
  EXPECT_FALSE(text(study::Figure::accuracy, 0).contains(QStringLiteral("points")));
  EXPECT_TRUE(text(study::Figure::accuracy, 1).contains(QStringLiteral("+10 points ✓")))
      << text(study::Figure::accuracy, 1).toStdString();
  EXPECT_TRUE(text(study::Figure::energy, 1).endsWith(QStringLiteral("✗")));
  EXPECT_TRUE(text(study::Figure::energy, 1).contains(QStringLiteral("50")));
  table.setCompared({});
  EXPECT_EQ(table.rowCount(), 0);
}

TEST_F(CompareViews, ClassesHaveAMarkOfEachCandidate) {
  ClassAccuracyView view;
  auto first = sampleCompared(sampleTrial(5)), second = sampleCompared(sampleTrial(6));
  first.curve.back().validation.recall = {0, 0.5, 1, 0.25, std::nan("")};
  view.setCompared({first, second}, sampleClasses());
  present(view, {400, 300});
  EXPECT_LT(view.markAt(0, 0).x(), view.markAt(0, 3).x());
  EXPECT_LT(view.markAt(0, 3).x(), view.markAt(0, 1).x());
  EXPECT_LT(view.markAt(0, 1).x(), view.markAt(0, 2).x());
  EXPECT_TRUE(view.markAt(0, 4).isNull()) << "a class that does not occur";
  EXPECT_NE(comparedShape(0), comparedShape(1));
  EXPECT_TRUE(view.accessibleDescription().contains(QStringLiteral("sea waves: 100")));
}

TEST_F(CompareViews, ConfusionsSayMoreOrLessAndColourWhatIsBetter) {
  ConfusionDifferenceView view;
  view.setDifference(sampleClasses().mid(0, 2), {{2, -2}, {1, -1}});
  present(view, {400, 300});
  EXPECT_EQ(view.textOf(0, 0), QStringLiteral("+2"));
  EXPECT_EQ(view.textOf(0, 1), QStringLiteral("−2"));
  // More recognised and fewer mistaken are the same good: one colour.
  EXPECT_EQ(view.fillOf(0, 0), view.fillOf(0, 1));
  EXPECT_EQ(view.fillOf(1, 0), view.fillOf(1, 1));
  EXPECT_NE(view.fillOf(0, 0).hue(), view.fillOf(1, 1).hue());
  EXPECT_LT(view.cell(0, 0).right(), view.cell(0, 1).right());
  EXPECT_TRUE(view.accessibleDescription().contains(QStringLiteral("rain → dog: +1")));
}

TEST_F(CompareViews, FollowADarkPaletteLive) {
  GraphDiffView layers;
  layers.setDiff(edited());
  ClassAccuracyView classes;
  classes.setCompared({sampleCompared(sampleTrial(5)), sampleCompared(sampleTrial(6))}, sampleClasses());
  ConfusionDifferenceView confusions;
  confusions.setDifference({QStringLiteral("a"), QStringLiteral("b")}, {{1, -1}, {0, 0}});
  for (QWidget* view : {static_cast<QWidget*>(&layers), static_cast<QWidget*>(&classes),
                        static_cast<QWidget*>(&confusions)}) {
    present(*view, {400, 300});
    const auto lightness = [&] {
      return view->grab().toImage().pixelColor(3, view->height() - 3).lightness();
    };
    EXPECT_GT(lightness(), 180) << view->metaObject()->className();
    view->setPalette(kinglet::testing::darkPalette());
    EXPECT_TRUE(QTest::qWaitFor([&] { return lightness() < 80; })) << view->metaObject()->className();
    EXPECT_FALSE(view->accessibleName().isEmpty());
  }
}

}  // namespace
}  // namespace kinglet::widgets
