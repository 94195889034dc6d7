// Energy > Boards: the list, a small count for real, and what comes of it.
#include <QComboBox>
#include <QPushButton>
#include <QTreeWidget>

#include "app/window/energy/boards_page.h"
#include "app/window/energy/energy_window.h"
#include "app/window/kit/fields.h"
#include "app/window/kit/notice.h"
#include "base/files.h"
#include "deploy/verify/shell.h"
#include "energy/device/device_profile.h"
#include "study/meaning.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class Boards : public kinglet::testing::OpenWindowTest {
 protected:
  BoardsPage& page() {
    window_->showEnergy(EnergyWindow::Page::boards);
    return *window_->energyWindow()->boards();
  }
};

TEST_F(Boards, NameTheirRuntimesAndWhereTheirEnergiesComeFrom) {
  const QTreeWidget* boards = page().boards();
  ASSERT_EQ(boards->topLevelItemCount(), static_cast<int>(energy::builtinDevices().size()));
  for (int row = 0; row < boards->topLevelItemCount(); ++row)
    for (int column = 0; column < boards->columnCount(); ++column)
      EXPECT_FALSE(boards->topLevelItem(row)->text(column).isEmpty()) << row << " " << column;
  EXPECT_FALSE(page().saveButton()->isEnabled());
}

TEST_F(Boards, ACountMakesADeviceThatStudiesTake) {
  if (!deploy::installed("arm-none-eabi-gcc") || !deploy::installed("qemu-system-arm"))
    GTEST_SKIP() << "skipped: arm-none-eabi-gcc or qemu-system-arm is not installed";
  BoardsPage& boards = page();
  boards.setQuick(true);
  boards.core()->setCurrentIndex(boards.core()->findData(QStringLiteral("cortex-m33")));
  boards.clock()->setValue(64);
  boards.count();
  EXPECT_EQ(boards.countButton()->text(), BoardsPage::tr("Cancel"));
  // What is chosen meanwhile does not pretend that nothing runs.
  boards.clock()->setValue(std::nullopt);
  Q_EMIT boards.clock()->changed();
  EXPECT_EQ(boards.countButton()->text(), BoardsPage::tr("Cancel"));
  ASSERT_TRUE(
      waitFor([&] { return boards.counted() || boards.notices()->find(QStringLiteral("boards")); }, 300000));
  ASSERT_NE(boards.counted(), nullptr)
      << boards.notices()->find(QStringLiteral("boards"))->content().text.toStdString();
  EXPECT_EQ(boards.counted()->clockMhz, 64);
  EXPECT_TRUE(boards.saveButton()->isEnabled());
  const QString path = file(QStringLiteral("mine.json"));
  boards.save(path);
  ASSERT_TRUE(waitFor([&] { return QFile::exists(path); }));
  study::Settings settings;
  study::setDevice(settings, path.toStdString());
  EXPECT_EQ(study::profileOf(settings)->clockMhz, 64);
}

// Cancelled, nothing comes of it, and the next count may begin.
TEST_F(Boards, ACountCanBeCancelled) {
  if (!deploy::installed("arm-none-eabi-gcc") || !deploy::installed("qemu-system-arm"))
    GTEST_SKIP() << "skipped: arm-none-eabi-gcc or qemu-system-arm is not installed";
  BoardsPage& boards = page();
  boards.count();
  boards.countButton()->click();
  EXPECT_EQ(boards.countButton()->text(), BoardsPage::tr("Count"));
  EXPECT_TRUE(boards.words().isEmpty());
  EXPECT_EQ(boards.counted(), nullptr);
}

}  // namespace
}  // namespace kinglet::window
