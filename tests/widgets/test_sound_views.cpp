// What is drawn of a sound: answers along it, boxes, stretches, places that moved the answer, several clips at once.
#include <gtest/gtest.h>

#include <QApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>

#include "widgets/application.h"
#include "widgets/sound/spectrogram_plot.h"
#include "widgets/sound/spectrogram_stack.h"
#include "widgets/sound/spectrogram_view.h"

namespace kinglet::widgets {
namespace {

SpectrogramData clipOf(double seconds) {
  SpectrogramData clip;
  clip.title = QStringLiteral("rain");
  clip.samples.assign(static_cast<std::size_t>(seconds * 16000), 0.1F);
  clip.frames = static_cast<int>(seconds * 100) - 2;
  clip.mels = 16;
  clip.values.assign(static_cast<std::size_t>(clip.frames) * 16, -3.0F);
  return clip;
}

// Of 4 s, by windows of 1 s; the second class rises over the first, the third never comes near.
DecisionData decisionOf() {
  DecisionData decision;
  decision.classes = {QStringLiteral("rain"), QStringLiteral("wind"), QStringLiteral("owl")};
  decision.windowSeconds = 1;
  for (int i = 0; i <= 30; ++i) {
    decision.starts.push_back(0.1 * i);
    const float wind = static_cast<float>(i) / 30 * 0.9F;
    decision.probabilities.insert(decision.probabilities.end(), {0.95F - wind, wind, 0.05F});
  }
  decision.answer = 0;
  decision.said = QStringLiteral("rain 60 %");
  return decision;
}

class SoundViews : public ::testing::Test {
 protected:
  void SetUp() override {
    view.resize(640, 480);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    view.setClip(clipOf(4));
    view.plot()->flush();
  }
  SpectrogramPlot& plot() { return *view.plot(); }
  int pixel(double seconds) { return static_cast<int>(std::lround(plot().pixelOfTime(seconds))); }
  void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
    QTest::mousePress(&plot(), Qt::LeftButton, keys, from);
    QMouseEvent move(QEvent::MouseMove, to, plot().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, keys);
    QApplication::sendEvent(&plot(), &move);
    QTest::mouseRelease(&plot(), Qt::LeftButton, keys, to);
  }
  const bool begun = (kinglet::testing::application(), true);  // before there is a widget
  SpectrogramView view;
};

TEST_F(SoundViews, AnswersTakeRoomOnlyWhereThereAreSome) {
  const int before = plot().imageRect().height();
  view.setDecision(decisionOf());
  plot().flush();
  const auto& answers = plot().answers();
  EXPECT_TRUE(answers.isShown());
  EXPECT_LT(plot().imageRect().height(), before);
  EXPECT_EQ(answers.rect()->left(), plot().imageRect().left());
  EXPECT_EQ(answers.rect()->right(), plot().imageRect().right());
  EXPECT_EQ(answers.named(), (std::vector<int>{0, 1}));  // the answer first; the owl stays below
  EXPECT_EQ(answers.windowAt(0), 0u);
  EXPECT_EQ(answers.windowAt(2.02), 15u);
  EXPECT_EQ(answers.windowAt(9), 30u);
  EXPECT_TRUE(answers.readout(3.5).startsWith(QStringLiteral("wind 90")));
  EXPECT_EQ(view.said(), QStringLiteral("rain 60 %"));
  view.setDecision({});
  plot().flush();
  EXPECT_FALSE(answers.isShown());
  EXPECT_EQ(plot().imageRect().height(), before);
}

TEST_F(SoundViews, TheThresholdIsDragged) {
  view.setDecision(decisionOf());
  plot().flush();
  EXPECT_EQ(plot().answers().threshold(), 0.5);
  QSignalSpy moved(&view, &SpectrogramView::thresholdMoved);
  const QRect rect = plot().answers().rect()->rect();
  const auto* share = plot().answers().rect()->axis(QCPAxis::atLeft);
  drag({rect.center().x(), static_cast<int>(std::lround(share->coordToPixel(0.5)))},
       {rect.center().x(), static_cast<int>(std::lround(share->coordToPixel(0.8)))});
  EXPECT_EQ(moved.count(), 1);
  EXPECT_NEAR(plot().answers().threshold(), 0.8, 0.03);
}

TEST_F(SoundViews, ABoxIsMeasuredAndAClickTakesItAway) {
  const QRect image = plot().imageRect();
  drag({pixel(1), image.top() + 10}, {pixel(2.5), image.bottom() - 10}, Qt::ShiftModifier);
  EXPECT_TRUE(plot().measured().contains(figure(1.5, Unit::second)) ||
              plot().measured().contains(figure(1.5, Unit::second, 2)))
      << plot().measured().toStdString();
  EXPECT_TRUE(plot().measured().contains(figure(-3 * 4.342944819)));
  EXPECT_EQ(view.said(), plot().measured());
  EXPECT_EQ(plot().shownTime().from, 0);
  QTest::mouseClick(&plot(), Qt::LeftButton, {}, image.center());
  EXPECT_TRUE(plot().measured().isEmpty());
}

TEST_F(SoundViews, AStretchOfTheWaveformIsChosen) {
  QSignalSpy changed(&view, &SpectrogramView::stretchChanged);
  const int y = plot().waveRect().center().y();
  drag({pixel(2), y}, {pixel(1), y});
  ASSERT_TRUE(plot().stretch().has_value());
  EXPECT_NEAR(plot().stretch()->from, 1, 0.02);
  EXPECT_NEAR(plot().stretch()->to, 2, 0.02);
  EXPECT_EQ(changed.count(), 1);
  QTest::keyClick(&plot(), Qt::Key_Escape);
  EXPECT_FALSE(plot().stretch().has_value());
  EXPECT_EQ(changed.count(), 2);
}

TEST_F(SoundViews, ZoomedInADragMovesAlongAndKeysDoToo) {
  QTest::keyClick(&plot(), Qt::Key_Plus);
  const auto zoomed = plot().shownTime();
  EXPECT_NEAR(zoomed.to - zoomed.from, 3, 1e-6);
  QSignalSpy seek(&view, &SpectrogramView::seekRequested);
  const QPoint middle = plot().imageRect().center();
  drag(middle, middle - QPoint(40, 0));
  EXPECT_EQ(seek.count(), 0);
  EXPECT_GT(plot().shownTime().from, zoomed.from);
  const double there = plot().shownTime().from;
  QTest::keyClick(&plot(), Qt::Key_Left);
  EXPECT_LT(plot().shownTime().from, there);
  QTest::keyClick(&plot(), Qt::Key_0);
  EXPECT_NEAR(plot().shownTime().to, 4, 1e-6);
  QSignalSpy large(&view, &SpectrogramView::enlargeRequested);
  QTest::mouseDClick(&plot(), Qt::LeftButton, {}, middle);
  EXPECT_EQ(large.count(), 1);
}

TEST_F(SoundViews, RelevanceIsDrawnOverAGreyPicture) {
  auto clip = clipOf(4);
  for (std::size_t i = 0; i < clip.values.size(); ++i)
    clip.values[i] = -8.0F + static_cast<float>(i % 16) / 4;
  view.setClip(clip);
  plot().flush();
  const auto colourful = [&] {
    const QImage picture = plot().grab(plot().imageRect().adjusted(4, 4, -4, -4)).toImage();
    int most = 0;
    for (int x = 0; x < picture.width(); x += 3)
      for (int y = 0; y < picture.height(); y += 3)
        most = std::max(most, picture.pixelColor(x, y).saturation());
    return most;
  };
  EXPECT_GT(colourful(), 60);
  view.setColours(PictureColours::grey);
  plot().flush();
  EXPECT_LT(colourful(), 10);
  std::vector<float> relevance(clip.values.size(), 0.F);
  for (std::size_t i = 0; i < 64 * 16; ++i) relevance[i] = 1;
  view.setRelevance(relevance);
  plot().flush();
  EXPECT_TRUE(plot().showsRelevance());
  EXPECT_GT(colourful(), 100);
  view.setRelevance({1, 2});  // of something else
  EXPECT_FALSE(plot().showsRelevance());
}

TEST_F(SoundViews, AStackHasOneScaleAndMakesWhatIsSeen) {
  SpectrogramStack stack;
  stack.resize(400, 240);
  stack.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&stack));
  QSignalSpy wanted(&stack, &SpectrogramStack::wanted), chosen(&stack, &SpectrogramStack::chosen);
  std::vector<StackRow> rows;
  for (int i = 0; i < 50; ++i)
    rows.push_back(
        {100 + i, QStringLiteral("clip %1").arg(i), QStringLiteral("rain 80 %"), i % 2 == 0, true, 2.0});
  stack.setRows(rows);
  ASSERT_TRUE(QTest::qWaitFor([&] { return wanted.count() > 0; }));
  const auto clips = wanted[0][0].value<std::vector<int>>();
  EXPECT_EQ(clips.front(), 100);
  EXPECT_LT(clips.size(), 8u);
  stack.setScale(-8, 0, PictureColours::even);
  for (const int clip : clips) stack.addPicture(clip, clipOf(2));
  EXPECT_TRUE(stack.hasPicture(100));
  EXPECT_FALSE(stack.hasPicture(149));
  QTest::mouseClick(stack.viewport(), Qt::LeftButton, {}, stack.boxOf(101).center().toPoint());
  EXPECT_EQ(stack.selected(), 101);
  QTest::keyClick(&stack, Qt::Key_Down);
  EXPECT_EQ(stack.selected(), 102);
  ASSERT_EQ(chosen.count(), 2);
  EXPECT_EQ(chosen[1][0].toInt(), 102);
  stack.setRows({});
  EXPECT_EQ(stack.selected(), -1);
}

}  // namespace
}  // namespace kinglet::widgets
