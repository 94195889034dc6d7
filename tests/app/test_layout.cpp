// Every view of the window, at every size that people have, in every language: nothing is cut without a sign, lies over
// something else or beyond an edge.
#include <QComboBox>
#include <QScreen>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/energy_tab.h"
#include "app/window/energy/energy_window.h"
#include "app/window/export/export_dialog.h"
#include "app/window/saving/save_view_dialog.h"
#include "app/window/settings/new_study_page.h"
#include "app/window/shell/language.h"
#include "app/window/workbench/workbench.h"
#include "layout_check.h"
#include "widgets/energy/energy_explain_panel.h"
#include "widgets/pareto/pareto_plot.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

using kinglet::testing::layoutFaults;

struct Room {
  int width, height;  // in pixels of the system's scale: 1920x1080 at 2x is 960x540
};
void PrintTo(const Room& room, std::ostream* out) {
  *out << room.width << "x" << room.height;
}

class Layout : public kinglet::testing::WindowTest,
               public ::testing::WithParamInterface<std::tuple<Room, const char*>> {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    AppSettings().setGuideSeen();  // what is offered once takes its room once
    language_.apply(QString::fromLatin1(std::get<1>(GetParam())));
    window_ = std::make_unique<MainWindow>(study_);
    const Room room = std::get<0>(GetParam());
    window_->resize(room.width, room.height);
    window_->show();
    settle();
    // A title bar and a panel of the desktop take their part of the screen.
    EXPECT_LE(window_->width(), room.width);
    EXPECT_LE(window_->height(), room.height) << tall(*window_);
  }
  void TearDown() override {
    study_.close();
    ASSERT_TRUE(waitFor([&] { return !study_.isOpen() && !study_.isBusy(); }));
    window_.reset();
    language_.apply(QStringLiteral("en"));
  }
  // What keeps it from being lower.
  static std::string tall(const QWidget& window) {
    QStringList parts;
    for (const QWidget* widget : window.findChildren<QWidget*>())
      if (const int least = std::max(widget->minimumSizeHint().height(), widget->minimumHeight());
          least > 150)
        parts << QStringLiteral("%1 %2: %3")
                     .arg(widget->metaObject()->className(), widget->objectName())
                     .arg(least);
    return parts.join(u'\n').toStdString();
  }
  static void settle() {
    for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();
  }
  void look(const QWidget& at, const QString& view) {
    settle();
    for (const QString& fault : layoutFaults(at))
      ADD_FAILURE() << view.toStdString() << ": " << fault.toStdString();
  }
  StudyController study_;
  Language language_;
  std::unique_ptr<MainWindow> window_;
};

TEST_P(Layout, NothingIsCutOrCovered) {
  look(*window_, QStringLiteral("welcome"));
  window_->newStudy();
  look(*window_, QStringLiteral("new study"));
  study_.open(sampleFile(QStringLiteral("layout.kinglet"), 40));
  ASSERT_TRUE(waitFor([&] { return study_.isOpen() && study_.trials().count() >= 40; }));
  settle();
  auto& bench = window_->workbench();
  EXPECT_LE(window_->width(), std::get<0>(GetParam()).width);
  EXPECT_LE(window_->height(), std::get<0>(GetParam()).height) << tall(*window_);
  for (int tab = 0; tab < bench.candidatePanel()->tabs()->count(); ++tab) {
    bench.candidatePanel()->tabs()->setCurrentIndex(tab);
    // What a thread works out for those who look must be there.
    if (tab == CandidatePanel::kEnergy)
      ASSERT_TRUE(waitFor(
          [&] { return bench.candidatePanel()->energyTab()->explanation()->layers()->rowCount() > 0; }));
    look(*window_, QStringLiteral("candidate, %1").arg(bench.candidatePanel()->tabs()->tabText(tab)));
  }
  for (int tab = 0; tab < bench.lowerTabs()->count(); ++tab) {
    bench.lowerTabs()->setCurrentIndex(tab);
    look(*window_, QStringLiteral("below, %1").arg(bench.lowerTabs()->tabText(tab)));
  }
  for (int page = 0; page <= static_cast<int>(EnergyWindow::Page::boards); ++page) {
    window_->showEnergy(static_cast<EnergyWindow::Page>(page));
    window_->energyWindow()->resize(std::min(1080, std::get<0>(GetParam()).width),
                                    std::min(720, std::get<0>(GetParam()).height - 40));
    look(*window_->energyWindow(), QStringLiteral("energy, page %1").arg(page));
  }
  SaveViewDialog dialog(*window_, study_.name(), bench.plot(), nullptr);
  dialog.show();
  look(dialog, QStringLiteral("save a picture"));
}

INSTANTIATE_TEST_SUITE_P(Sizes, Layout,
                         ::testing::Combine(::testing::Values(Room{960, 500}, Room{1024, 700},
                                                              Room{1280, 800}, Room{1920, 1080}),
                                            ::testing::Values("en", "de")));

}  // namespace
}  // namespace kinglet::window
