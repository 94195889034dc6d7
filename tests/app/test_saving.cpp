// Pictures, tables and the report taken out of the window.
#include <QAbstractItemModel>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QImage>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/saving/report_saver.h"
#include "app/window/saving/save_view_dialog.h"
#include "app/window/saving/view_saver.h"
#include "app/window/workbench/workbench.h"
#include "widgets/candidate/architecture_view.h"
#include "widgets/pareto/pareto_canvas.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/trials/candidate_table.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class Saving : public kinglet::testing::OpenWindowTest {
 protected:
  void SetUp() override {
    OpenWindowTest::SetUp();
    study_.open(sampleFile(QStringLiteral("night watch.kinglet"), 60));
    ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
    ASSERT_TRUE(waitFor([&] { return study_.trials().count() >= 60; }));
    study_.selection().select(study_.trials().front().front());
  }
  QString bytesOf(const QString& name) {
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
  }
  std::unique_ptr<SaveViewDialog> dialogFor(QWidget* view) {
    auto dialog = std::make_unique<SaveViewDialog>(*window_, study_.name(), view, nullptr);
    dialog->show();
    return dialog;
  }
  static void choose(SaveViewDialog& dialog, const char* format) {
    const int at = dialog.format()->findData(QString::fromLatin1(format));
    ASSERT_GE(at, 0) << format;
    dialog.format()->setCurrentIndex(at);
  }
};

// Whatever tab is in front: what is there to be seen can be taken away, in every form, and says what it is.
TEST_F(Saving, EveryViewBecomesAFile) {
  QStringList seen;
  auto* below = window_->workbench().lowerTabs();
  auto* beside = window_->workbench().candidatePanel()->tabs();
  for (int tab = 0; tab < std::max(below->count(), beside->count()); ++tab) {
    below->setCurrentIndex(tab % below->count());
    beside->setCurrentIndex(tab % beside->count());
    QCoreApplication::processEvents();
    for (const SavedView& view : savedViews(*window_)) {
      ASSERT_FALSE(view.name().isEmpty());
      if (seen.contains(view.name())) continue;
      seen << view.name();
      auto dialog = dialogFor(view.widget);
      const QStringList formats =
          view.table != nullptr ? QStringList{"csv", "tsv"} : QStringList{"png", "svg", "pdf"};
      for (const QString& format : formats) {
        choose(*dialog, format.toLatin1().constData());
        const QString path = file(QStringLiteral("view.") + format);
        EXPECT_EQ(dialog->write(path), QString()) << view.name().toStdString();
        QFile written(path);
        ASSERT_TRUE(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        if (format == QLatin1String("png"))
          EXPECT_FALSE(QImage::fromData(bytes).isNull()) << view.name().toStdString();
        if (format == QLatin1String("svg"))
          EXPECT_TRUE(bytes.contains("night watch")) << view.name().toStdString();
        if (format == QLatin1String("pdf")) EXPECT_TRUE(bytes.startsWith("%PDF"));
        if (format == QLatin1String("csv")) EXPECT_GE(bytes.count('\n'), 1);
      }
    }
  }
  const int candidate = study_.selection().current();
  for (const QString& name :
       {QStringLiteral("Pareto plot"), QStringLiteral("Candidates"), QStringLiteral("Hypervolume"),
        QStringLiteral("Candidate %1 · Learning curves").arg(candidate),
        QStringLiteral("Candidate %1 · Architecture").arg(candidate),
        QStringLiteral("Candidate %1 · Mean power while listening").arg(candidate)})
    EXPECT_TRUE(seen.contains(name)) << name.toStdString() << " is not among "
                                     << seen.join(u'\n').toStdString();
}

TEST_F(Saving, ThePictureIsLightOnPaperAndTheWindowStaysDark) {
  applyTheme(ThemeChoice::dark);
  QCoreApplication::processEvents();
  auto* plot = window_->workbench().plot();
  auto dialog = dialogFor(plot);
  ASSERT_FALSE(dialog->paper()->isHidden());
  const auto corner = [&] {
    EXPECT_EQ(dialog->write(file(QStringLiteral("plot.png"))), QString());
    return QImage(file(QStringLiteral("plot.png"))).pixelColor(2, 2).lightness();
  };
  dialog->paper()->setChecked(true);
  EXPECT_GT(corner(), 200);
  dialog->paper()->setChecked(false);
  EXPECT_LT(corner(), 100);
  dialog->paper()->setChecked(true);
  corner();
  EXPECT_TRUE(plot->canvas()->theme().dark);
  EXPECT_LT(plot->grab().toImage().pixelColor(2, plot->height() / 2).lightness(), 100);
}

TEST_F(Saving, ThePictureIsAsLargeAsWished) {
  auto dialog = dialogFor(window_->workbench().plot());
  dialog->pixelWidth()->setValue(1000);
  dialog->pixelHeight()->setValue(700);
  EXPECT_EQ(dialog->write(file(QStringLiteral("plot.png"))), QString());
  EXPECT_EQ(QImage(file(QStringLiteral("plot.png"))).size(), QSize(2000, 1400));
  // A graph is as long as its network.
  dialog = dialogFor(window_->workbench().candidatePanel()->architecture());
  EXPECT_FALSE(dialog->pixelWidth()->isEnabled());
}

TEST_F(Saving, ATableIsWhatIsShown) {
  auto* table = window_->workbench().table();
  study_.setNote(study_.trials().front().front(), QStringLiteral("=1+1"));
  ASSERT_TRUE(waitFor([&] { return !study_.trials().find(study_.trials().front().front())->note.empty(); }));
  table->setFilter(QStringLiteral("front"));
  auto dialog = dialogFor(table->view());
  choose(*dialog, "csv");
  EXPECT_EQ(dialog->write(file(QStringLiteral("table.csv"))), QString());
  const QString text = bytesOf(QStringLiteral("table.csv"));
  EXPECT_EQ(text.count(u'\n'), static_cast<qsizetype>(table->shownTrials().size()) + 1);
  EXPECT_TRUE(text.contains(QStringLiteral("(J)"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("'=1+1")));
  EXPECT_TRUE(dialog->proposedName().startsWith(QStringLiteral("night-watch-Candidates")));
  dialog->copy();
  EXPECT_EQ(QGuiApplication::clipboard()->text(), table->asTsv(false));
}

TEST_F(Saving, AFolderThatIsNotThereIsTold) {
  auto dialog = dialogFor(window_->workbench().plot());
  EXPECT_FALSE(dialog->write(file(QStringLiteral("nowhere/plot.png"))).isEmpty());
}

// A right click on any view that has no menu of its own.
TEST_F(Saving, AViewOffersToBeSaved) {
  window_->workbench().candidatePanel()->showTab(CandidatePanel::kArchitecture);
  QCoreApplication::processEvents();
  auto* view = window_->workbench().candidatePanel()->architecture();
  QStringList offered;
  QTimer::singleShot(0, [&] {
    if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
      for (const QAction* action : menu->actions()) offered << action->text();
      menu->close();
    }
  });
  const QPoint at = view->viewport()->mapTo(window_.get(), QPoint(20, 20));
  QContextMenuEvent event(QContextMenuEvent::Mouse, at, window_->mapToGlobal(at));
  QApplication::sendEvent(window_.get(), &event);
  ASSERT_EQ(offered.size(), 1);
  EXPECT_TRUE(offered.front().contains(QStringLiteral("picture")));
}

TEST_F(Saving, TheReportIsWrittenWhileTheStudyIsOpen) {
  QSignalSpy written(&window_->reportSaver(), &ReportSaver::written);
  QSignalSpy failed(&window_->reportSaver(), &ReportSaver::failed);
  window_->reportSaver().write(file(QStringLiteral("report.html")));
  ASSERT_TRUE(waitFor([&] { return written.count() == 1; }));
  EXPECT_TRUE(bytesOf(QStringLiteral("report.html")).contains(QStringLiteral("<svg")));
  window_->reportSaver().write(file(QStringLiteral("nowhere/report.html")));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 1; }));
}

}  // namespace
}  // namespace kinglet::window
