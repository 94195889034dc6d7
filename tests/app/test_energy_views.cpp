// The energy views in the window: explanation, energy page, power trace, what to measure next, learning,
// battery.
#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <fstream>

#include "app/window/candidate/candidate_header.h"
#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/energy_tab.h"
#include "app/window/energy/energy_accuracy_page.h"
#include "app/window/energy/learn_energy_page.h"
#include "app/window/energy/measure_next_page.h"
#include "app/window/energy/power_trace_page.h"
#include "app/window/energy/trace_reading_form.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/fields.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/settings/battery_form.h"
#include "app/window/settings/limits_form.h"
#include "app/window/settings/listening_form.h"
#include "app/window/workbench/study_panel.h"
#include "app/window/workbench/workbench.h"
#include "base/files.h"
#include "energy/device/device_profile.h"
#include "energy/energy_model.h"
#include "widgets/energy/battery_panel.h"
#include "widgets/energy/energy_error_table.h"
#include "widgets/energy/energy_explain_panel.h"
#include "widgets/energy/energy_figure.h"
#include "widgets/energy/mean_power_panel.h"
#include "widgets/energy/measured_plot.h"
#include "widgets/energy/next_measurement_table.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/plot/importance_bars.h"
#include "widgets/trials/trial_card.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class EnergyViews : public kinglet::testing::OpenWindowTest {
 protected:
  void search(int trials) {
    study_.create(file(QStringLiteral("a.kinglet")), quickSettings(trials), true);
    ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::finished; }));
    ASSERT_TRUE(waitFor([&] { return window_->energy().basis() != nullptr; }));
  }
  EnergyWindow& energyWindow(EnergyWindow::Page page) {
    window_->showEnergy(page);
    return *window_->energyWindow();
  }
  // A made-up processor: start-up, multiply-adds and bytes.
  QString kernels(int rows) {
    const QString path = file(QStringLiteral("kernels.csv"));
    base::Random random(3);
    std::ofstream out(path.toStdString());
    out << "id,HW,KERNEL_SIZE,STRIDES,CIN,COUT,energy_uJ\n";
    for (int i = 0; i < rows; ++i) {
      const int size = 4 + random.below(50), kernel = random.below(2) ? 3 : 1, in = 8 + random.below(200),
                outs = 8 + random.below(200);
      const double macs = double(size) * size * kernel * kernel * in * outs;
      out << "k" << i << "," << size << "," << kernel << ",1," << in << "," << outs << ","
          << (4 + 4e-5 * macs + 3e-4 * (in + outs) * size * size) * std::exp(0.02 * random.normal()) << "\n";
    }
    return path;
  }
};

TEST_F(EnergyViews, AFigureOfTheHeaderLeadsToItsExplanation) {
  search(3);
  auto& panel = *window_->workbench().candidatePanel();
  auto* figure = panel.header()->findChild<widgets::EnergyFigure*>();
  ASSERT_NE(figure, nullptr);
  figure->click();
  EXPECT_EQ(panel.tabs()->currentIndex(), CandidatePanel::kEnergy);
  auto* explanation = panel.energyTab()->explanation();
  ASSERT_TRUE(waitFor([&] { return explanation->layers()->rowCount() > 0; }));
  const auto trial = study_.trials().find(study_.selection().current());
  // Every layer, and the front end as the last row; the shares make a whole.
  EXPECT_EQ(explanation->layers()->rowCount(),
            static_cast<int>(trial->candidate.network.layers().size()) + 1);
  double sum = 0;
  for (int row = 0; row < explanation->layers()->rowCount(); ++row)
    sum += explanation->layers()->item(row, 3)->data(Qt::UserRole).toDouble();
  EXPECT_NEAR(sum, 1, 1e-6);
  EXPECT_EQ(explanation->nearest()->rowCount(),
            static_cast<int>(energy::device(energy::kDefaultDevice).measured.size()))
      << "the networks measured on the board";
  // Another candidate, another explanation.
  const auto words = [explanation] {
    QStringList all;
    for (int row = 0; row < explanation->layers()->rowCount(); ++row)
      all << explanation->layers()->item(row, 0)->text() + explanation->layers()->item(row, 1)->text();
    return all.join(u' ');
  };
  const QString before = words();
  for (int i = 0; i < 3; ++i)
    if (i != trial->number) study_.selection().select(i);
  EXPECT_TRUE(waitFor([&] { return words() != before; }));
}

TEST_F(EnergyViews, TheEnergyPageShowsEveryBoardOfAProfile) {
  search(2);
  auto& page = *energyWindow(EnergyWindow::Page::accuracy).accuracy();
  EXPECT_EQ(page.heading(), QString::fromStdString(energy::device(energy::kDefaultDevice).name));
  ASSERT_EQ(page.errors()->rowCount(), 2);
  std::size_t measured = 0;
  for (const auto& profile : energy::builtinDevices()) measured += profile.measured.size();
  EXPECT_EQ(page.errors()->item(0, 7)->text(), QString::number(measured));
  EXPECT_GT(page.importance()->rows(), 3);
  ASSERT_TRUE(waitFor([&] { return page.measured()->positionOf(0).has_value(); }));
  // A click in one plot chooses in the other.
  QTest::mouseClick(page.measured(), Qt::LeftButton, {}, page.measured()->positionOf(5)->toPoint());
  EXPECT_GE(page.measured()->chosen(), 0);
  EXPECT_EQ(page.residuals()->chosen(), page.measured()->chosen());
}

TEST_F(EnergyViews, WhatToMeasureGoesOutAndComesBack) {
  search(5);
  auto& page = *energyWindow(EnergyWindow::Page::measureNext).measureNext();
  ASSERT_TRUE(waitFor([&] { return !window_->energy().workList().empty(); }));
  EXPECT_EQ(page.table()->table()->rowCount(), static_cast<int>(window_->energy().workList().size()));
  const QString path = file(QStringLiteral("work.csv"));
  window_->energy().exportWorkList(path);
  ASSERT_TRUE(
      waitFor([&] { return page.findChild<NoticeArea*>()->find(QStringLiteral("file")) != nullptr; }));
  // Somebody measures the first network.
  auto items = energy::readWorkList(path.toStdString());
  items[0].measuredMj = 1.25 * items[0].predicted.mj;
  energy::writeWorkList(path.toStdString(), items);
  window_->energy().importWorkList(path);
  ASSERT_TRUE(waitFor([&] { return window_->energy().measuredNetworks().size() == 1; }));
  EXPECT_TRUE(page.table()->table()->item(0, 0)->text().contains(QStringLiteral("measured")));
  // It stands among the examples of the energy page.
  auto& accuracy = *window_->energyWindow()->accuracy();
  const int last = static_cast<int>(accuracy.shown()->examples().size());
  window_->showEnergy(EnergyWindow::Page::accuracy);
  EXPECT_TRUE(waitFor([&] { return accuracy.measured()->positionOf(last).has_value(); }));

  std::ofstream(path.toStdString()) << "nothing\n";
  window_->energy().importWorkList(path);
  ASSERT_TRUE(waitFor([&] {
    const auto* notice = page.findChild<NoticeArea*>()->find(QStringLiteral("file"));
    return notice && notice->content().kind == NoticeKind::error;
  }));
  EXPECT_EQ(window_->energy().measuredNetworks().size(), 1u) << "a bad file takes nothing away";
}

TEST_F(EnergyViews, APowerTraceIsCutIntoWindowsAndAddedToATable) {
  const QString path = file(QStringLiteral("trace.csv"));
  {
    std::ofstream out(path.toStdString());
    out << "time_ms,power_mW\n";
    for (int i = 0; i < 4000; ++i)  // three windows of half a second at 50 mW over 5 mW
      out << i << "," << (i % 1000 >= 300 && i % 1000 < 800 && i < 3000 ? 50 : 5) + 0.1 * (i % 3) << "\n";
  }
  auto& page = *energyWindow(EnergyWindow::Page::trace).trace();
  page.inferences()->setValue(10);
  page.open(path);
  ASSERT_TRUE(waitFor([&] { return page.figures().has_value(); }));
  ASSERT_EQ(page.view()->windows().size(), 3u);
  EXPECT_NEAR(page.figures()->meanMj, 2.505, 0.03);  // 50.1 mW x 0.5 s / 10
  EXPECT_NEAR(page.view()->baseline(), 5.1e-3, 2e-4);
  // By hand: one window less.
  auto windows = page.view()->windows();
  windows.pop_back();
  page.view()->setWindows(windows);
  Q_EMIT page.view()->windowsChanged(windows);
  EXPECT_EQ(page.figures()->windows.size(), 2u);

  page.network()->setText(QStringLiteral("ds_cnn"));
  const QString table = file(QStringLiteral("measured.csv"));
  page.addToTable(table);
  ASSERT_TRUE(waitFor([&] { return QFile::exists(table); }));
  EXPECT_NE(base::readText(table.toStdString()).find("\nds_cnn,2.5"), std::string::npos);

  page.open(file(QStringLiteral("missing.csv")));
  EXPECT_TRUE(waitFor([&] { return page.notices()->find(QStringLiteral("file")) != nullptr; }));
}

TEST_F(EnergyViews, ARecordingWithoutVoltageAsksForItBesideItsField) {
  using energy::Quantity;
  using About = energy::TraceProblem::About;
  const QString path = file(QStringLiteral("ppk.csv"));
  {
    std::ofstream out(path.toStdString());
    out << "Timestamp(ms),Current(uA),D0-D7\n";
    for (int i = 0; i < 3000; ++i) out << i << (i / 1000 == 1 ? ",10000.0,10000000\n" : ",1000.0,00000000\n");
  }
  auto& page = *energyWindow(EnergyWindow::Page::trace).trace();
  auto& form = *page.reading();
  page.open(path);
  ASSERT_TRUE(waitFor([&] { return !form.question(About::voltage).isEmpty(); }));
  EXPECT_FALSE(page.figures().has_value());
  EXPECT_TRUE(page.readingSection()->isOpen());
  EXPECT_TRUE(form.question(About::current).isEmpty());
  EXPECT_EQ(form.column(Quantity::current)->currentText(), "Current(uA)");
  EXPECT_EQ(form.unit(Quantity::current)->currentText(), "uA");
  form.volts()->setValue(3);
  form.read()->click();
  ASSERT_TRUE(waitFor([&] { return page.figures().has_value(); }));
  EXPECT_NEAR(page.figures()->meanMj, 30, 0.3);
  EXPECT_TRUE(form.question(About::voltage).isEmpty());
  // Corrections: another voltage, another unit, the digital channel, and what is kept with the figure.
  form.volts()->setValue(1.5);
  Q_EMIT form.volts()->editingFinished();
  EXPECT_TRUE(waitFor([&] { return page.figures() && std::abs(page.figures()->meanMj - 15) < 0.2; }));
  form.trigger()->setCurrentIndex(form.trigger()->findData(QStringLiteral("D0")));
  Q_EMIT form.trigger()->activated(form.trigger()->currentIndex());
  EXPECT_TRUE(waitFor([&] { return page.figures() && std::abs(page.figures()->meanMj - 15) < 1e-3; }));
  page.network()->setText(QStringLiteral("kws"));
  const QString table = file(QStringLiteral("stated.csv"));
  page.addToTable(table);
  ASSERT_TRUE(waitFor([&] { return QFile::exists(table); }));
  EXPECT_NE(base::readText(table.toStdString()).find("supply of 1.5 V (given)"), std::string::npos);
}

TEST_F(EnergyViews, OfTwoCurrentsThePersonChooses) {
  using energy::Quantity;
  using About = energy::TraceProblem::About;
  const QString path = file(QStringLiteral("two.csv"));
  {
    std::ofstream out(path.toStdString());
    out << "time_s;CH1 Current (mA);CH2 Current (mA);Voltage (V)\n";
    for (int i = 0; i < 300; ++i) out << i << ";" << (i / 100 == 1 ? "10,5" : "1,5") << ";7,0;2,0\n";
  }
  auto& page = *energyWindow(EnergyWindow::Page::trace).trace();
  auto& form = *page.reading();
  page.open(path);
  ASSERT_TRUE(waitFor([&] { return !form.question(About::current).isEmpty(); }));
  EXPECT_EQ(form.column(Quantity::current)->currentIndex(), -1) << "none is chosen for the person";
  form.column(Quantity::current)->setCurrentIndex(2);
  Q_EMIT form.column(Quantity::current)->activated(2);
  ASSERT_TRUE(waitFor([&] { return page.figures().has_value(); }));
  EXPECT_NEAR(page.figures()->windows[0].meanMw, 21, 0.1);
}

TEST_F(EnergyViews, AModelIsLearnedShownSavedAndSearchedWith) {
  auto& window = energyWindow(EnergyWindow::Page::learn);
  auto& page = *window.learn();
  page.openTable(kernels(60));
  ASSERT_TRUE(waitFor([&] { return page.target()->count() == 7; }));
  EXPECT_EQ(page.target()->currentText(), "energy_uJ") << "recognised as the energy";
  page.learn();
  ASSERT_TRUE(waitFor([&] { return page.learned() != nullptr; }, 120000));
  Q_EMIT page.learnedChanged();
  EXPECT_EQ(window.accuracy()->shown(), page.learned());
  EXPECT_EQ(window.accuracy()->errors()->rowCount(), 2);
  const QString model = file(QStringLiteral("own.model"));
  page.save(model);
  ASSERT_TRUE(waitFor([&] { return QFile::exists(model); }));

  auto settings = quickSettings(2);
  settings.limits = {};
  settings.device = "model:" + model.toStdString();
  study_.create(file(QStringLiteral("b.kinglet")), settings, true);
  ASSERT_TRUE(waitFor([&] { return study_.state() == study::RunState::finished; }));
  const auto trial = study_.trials().at(0);
  EXPECT_EQ(trial->energy.provenance, energy::Provenance::predicted);
  EXPECT_LT(trial->energy.low, trial->energy.high);
  ASSERT_TRUE(waitFor([&] { return window_->energy().basis() != nullptr; }));
  EXPECT_NE(window_->energy().basis()->predictor(), nullptr);
  study_.selection().select(trial->number);
  window_->workbench().candidatePanel()->showTab(CandidatePanel::kEnergy);
  auto* explanation = window_->workbench().candidatePanel()->energyTab()->explanation();
  ASSERT_TRUE(waitFor([&] { return explanation->layers()->rowCount() > 0; }));
  EXPECT_FALSE(explanation->layers()->isColumnHidden(2)) << "layers have intervals";
  EXPECT_GT(explanation->nearest()->rowCount(), 0);

  // A unit that cannot be is told beside the table.
  page.unit()->setCurrentIndex(page.unit()->findData(QStringLiteral("Wh")));
  page.learn();
  EXPECT_TRUE(waitFor([&] {
    return page.notices()->find(QStringLiteral("table")) &&
           page.notices()->find(QStringLiteral("table"))->content().kind == NoticeKind::error;
  }));
}

TEST_F(EnergyViews, ABatteryLineThatIsDraggedLimitsTheSearch) {
  search(2);
  auto& bench = window_->workbench();
  auto* battery = bench.candidatePanel()->energyTab()->battery();
  const auto rows = battery->rows();
  ASSERT_GE(rows.size(), 3u);
  QTest::mouseClick(battery, Qt::LeftButton, {}, battery->rowBox(1).center().toPoint());
  EXPECT_EQ(study_.trials().battery().joules, rows[1].use.joules);
  EXPECT_EQ(AppSettings().battery().name, "watch");
  // 10 % of 3.6 kJ a day: 4.17 mW.
  Q_EMIT bench.plot()->limitMoved(widgets::Quantity::battery, 10);
  ASSERT_TRUE(study_.settings().limits.powerMw);
  EXPECT_NEAR(*study_.settings().limits.powerMw, 0.1 * 3600 / 86400 * 1000, 1e-6);
  EXPECT_NEAR(*bench.studyPanel()->limitsForm()->limits().powerMw, 4.1667, 1e-4);
  EXPECT_NEAR(*bench.plot()->limit(widgets::Quantity::battery), 10, 1e-9);
  auto* form = bench.studyPanel()->batteryForm();
  ASSERT_TRUE(form->budget());
  EXPECT_NEAR(*form->budget(), 10, 1e-6) << "the same limit in other words";
  form->budgetField()->field()->setValue(20);
  EXPECT_NEAR(*study_.settings().limits.powerMw, 0.2 * 3600 / 86400 * 1000, 1e-6);
  form->budgetField()->tick()->setChecked(false);
  EXPECT_FALSE(study_.settings().limits.powerMw);
  EXPECT_FALSE(bench.plot()->limit(widgets::Quantity::battery));
  while (window_->edits().stack().canUndo()) window_->edits().stack().undo();
  EXPECT_EQ(study_.settings().limits.energyMj, 2);
  EXPECT_FALSE(study_.settings().limits.powerMw);
}

TEST_F(EnergyViews, HowItListensIsChangedWhileTheStudyIsOpen) {
  search(2);
  auto& bench = window_->workbench();
  const auto trial = study_.trials().at(0);
  study_.selection().select(trial->number);
  auto* form = bench.studyPanel()->listeningForm();
  ASSERT_GE(form->clockChoice()->count(), 4);
  EXPECT_TRUE(form->words().contains(widgets::titleOf(*trial)));
  bench.candidatePanel()->showTab(CandidatePanel::kEnergy);
  auto* panel = bench.candidatePanel()->energyTab()->meanPower();
  const double before = trial->power.totalMw;
  ASSERT_GT(before, 0);
  form->clockChoice()->setCurrentIndex(1);
  Q_EMIT form->clockChoice()->activated(1);
  ASSERT_TRUE(study_.settings().listening.clockMhz);
  const double slower = study_.trials().find(trial->number)->power.totalMw;
  EXPECT_LT(slower, before) << "a small network mostly waits";
  EXPECT_TRUE(panel->words().contains(QStringLiteral("MHz"))) << panel->words().toStdString();
  EXPECT_EQ(panel->parts()->rowCount(), 4) << "no microphone, no memory";
  form->microphoneField()->setValue(0.5);
  EXPECT_EQ(panel->parts()->rowCount(), 5);
  EXPECT_NEAR(study_.trials().find(trial->number)->power.totalMw, slower + 0.5, 1e-9);
  form->rateField()->setValue(1000);
  EXPECT_FALSE(panel->warning().isEmpty()) << "it cannot keep up";
  while (window_->edits().stack().canUndo()) window_->edits().stack().undo();
  EXPECT_NEAR(study_.trials().find(trial->number)->power.totalMw, before, 1e-12);
  EXPECT_FALSE(form->listening().clockMhz);
}

}  // namespace
}  // namespace kinglet::window
