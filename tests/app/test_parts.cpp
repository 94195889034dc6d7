// Parts of the window that need no study.
#include <QAction>
#include <QPushButton>
#include <QSet>
#include <QSplitter>

#include "app/window/kit/icons.h"
#include "app/window/kit/layout_shares.h"
#include "app/window/kit/notice.h"
#include "app/window/settings/limits_form.h"
#include "app/window/settings/stopping_form.h"
#include "app/window/shell/command_palette.h"
#include "energy/device/device_profile.h"
#include "study/limits.h"
#include "train/stopping.h"
#include "widgets/look/theme.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

using Parts = kinglet::testing::WindowTest;

TEST_F(Parts, EveryIconIsDrawnInThePaletteColour) {
  const QDir folder(QStringLiteral(":/icons"));
  const auto names = folder.entryList({QStringLiteral("*.svg")});
  ASSERT_GT(names.size(), 40);
  for (const auto& palette : {lightPalette(), darkPalette()}) {
    QApplication::setPalette(palette);
    for (const auto& name : names) {
      const QImage image = icon(name.chopped(4)).pixmap(32, 32).toImage();
      int inked = 0;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
          const QColor pixel = image.pixelColor(x, y);
          if (pixel.alpha() < 255) continue;
          ++inked;
          ASSERT_EQ(pixel.rgb(), palette.color(QPalette::ButtonText).rgb()) << name.toStdString();
        }
      EXPECT_GT(inked, 8) << name.toStdString();
    }
  }
}

TEST_F(Parts, TextsOfBothPalettesCanBeRead) {
  for (const auto& palette : {lightPalette(), darkPalette()}) {
    const auto ratio = [&](QPalette::ColorRole ink, QPalette::ColorRole paper) {
      return widgets::contrast(palette.color(ink), palette.color(paper));
    };
    for (const auto paper : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
      EXPECT_GE(ratio(QPalette::WindowText, paper), 7);
      EXPECT_GE(ratio(QPalette::PlaceholderText, paper), 4.5);
      EXPECT_GE(ratio(QPalette::Link, paper), 4.5);
    }
    EXPECT_GE(ratio(QPalette::HighlightedText, QPalette::Highlight), 4.5);
  }
}

TEST_F(Parts, SharesFitAnotherScreenAndKeepHiddenParts) {
  QSplitter splitter;
  for (int i = 0; i < 3; ++i) splitter.addWidget(new QWidget);
  splitter.resize(1000, 100);
  splitter.show();
  applyShares(splitter, "0.2000,0.5000,0.3000");
  EXPECT_NEAR(splitter.sizes()[1] / 1000.0, 0.5, 0.02);
  splitter.resize(2000, 100);
  QCoreApplication::processEvents();
  EXPECT_NEAR(splitter.sizes()[1] / 2000.0, 0.5, 0.02);
  const auto kept = sharesOf(splitter, {});
  splitter.widget(2)->hide();
  QCoreApplication::processEvents();
  EXPECT_EQ(sharesOf(splitter, kept).split(',')[2], kept.split(',')[2]);
  const auto before = splitter.sizes();
  applyShares(splitter, "nonsense");
  applyShares(splitter, "0.1,0.9");
  EXPECT_EQ(splitter.sizes(), before);
}

TEST_F(Parts, NoticesReplaceEachOtherFoldAndAct) {
  NoticeArea area;
  int acted = 0;
  area.show(QStringLiteral("a"), {NoticeKind::error, QStringLiteral("first"), {}, {}});
  auto* second = area.show(QStringLiteral("a"), {NoticeKind::warning,
                                                 QStringLiteral("second"),
                                                 QStringLiteral("why"),
                                                 {{QStringLiteral("Do"), [&] { ++acted; }}}});
  EXPECT_EQ(area.find(QStringLiteral("a")), second);
  EXPECT_TRUE(area.isVisibleTo(nullptr));
  second->findChild<QPushButton*>()->click();
  EXPECT_EQ(acted, 1);
  EXPECT_EQ(area.find(QStringLiteral("a")), nullptr);
  EXPECT_TRUE(area.isHidden());
}

TEST_F(Parts, PaletteFindsByLettersInOrderAndBeginningsOfWords) {
  EXPECT_LT(CommandPalette::score("xyz", "Start the search"), 0);
  EXPECT_GE(CommandPalette::score("sts", "Start the search"), 0);
  EXPECT_GT(CommandPalette::score("exp", "Export"), CommandPalette::score("exp", "Next on top"));
  EXPECT_GT(CommandPalette::score("el", "Energy limit"), CommandPalette::score("el", "Whole plot reel"));
}

TEST_F(Parts, LimitsStandForTheBoardUnlessTheyAreChanged) {
  LimitsForm form;
  energy::DeviceProfile board;
  board.flashKb = 2048;
  board.ramKb = 786;
  form.setDevice(board);
  form.setLimits({});
  EXPECT_EQ(form.limits(), study::Limits());
  study::Limits own;
  own.energyMj = 0.5;
  own.flashKb = 100;
  own.ramKb = std::numeric_limits<double>::infinity();
  form.setLimits(own);
  EXPECT_EQ(form.limits(), own);
}

TEST_F(Parts, StoppingFormKeepsWhatItIsGiven) {
  StoppingForm form;
  int changes = 0;
  QObject::connect(&form, &StoppingForm::changed, [&] { ++changes; });
  for (const auto& rule : train::stoppingRules()) {
    train::StoppingSettings settings;
    settings.rule = rule;
    settings.confidence = 0.8;
    settings.patience = 7;
    settings.minimumEpochs = 4;
    form.setStopping(settings);
    EXPECT_EQ(form.stopping().toJson(), settings.toJson());
    EXPECT_FALSE(stoppingDescription(QString::fromStdString(rule)).isEmpty());
  }
  EXPECT_EQ(changes, 0);
}

}  // namespace
}  // namespace kinglet::window
