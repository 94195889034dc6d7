// A study of ten thousand candidates that searches on with two workers: what the window's own thread takes for a frame, by
// the processor's clock, which other programs leave alone; and how long stopping and closing take, by the wall's.
#include <QLineEdit>
#include <QTableView>
#include <QWheelEvent>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <string>

#include "app/window/workbench/workbench.h"
#include "app/window_fixture.h"
#include "widgets/pareto/pareto_canvas.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/plot/plot_base.h"
#include "widgets/trials/candidate_table.h"

namespace kinglet::window {
namespace {

constexpr int kTrials = 10000, kFrames = 40;
constexpr double kOpenS = 1.5, kFrameMs = 16, kLetterMs = 50, kEndS = 1, kMostMb = 300;

double threadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

double processSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

double residentMb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

// How often something was painted: a frame that paints nothing is quick.
class PaintCount : public QObject {
 public:
  int count = 0;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    count += event->type() == QEvent::Paint;
    return false;
  }
};

class Scale : public kinglet::testing::OpenWindowTest {
 protected:
  void SetUp() override {
    OpenWindowTest::SetUp();
    for (auto* plot : window_->findChildren<widgets::PlotBase*>()) plots_.push_back(plot);
    for (auto* widget : window_->findChildren<QWidget*>()) widget->installEventFilter(&paints_);
  }
  // A frame: the plots draw what they were asked for, and what changed in the window is painted.
  void paint() {
    for (auto* plot : plots_)
      if (plot->isVisible()) plot->flush();
    QCoreApplication::processEvents();
  }
  // The 95th of a hundred frames, milliseconds of the window's thread; each does `step` and paints what it asked for.
  double frames(const char* name, const std::function<void(int)>& step) {
    const int before = paints_.count;
    std::vector<double> cpu, wall;
    for (int i = 0; i < kFrames; ++i) {
      const double begun = threadSeconds();
      const auto clock = std::chrono::steady_clock::now();
      step(i);
      paint();
      cpu.push_back(1e3 * (threadSeconds() - begun));
      wall.push_back(
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - clock).count());
    }
    std::sort(cpu.begin(), cpu.end());
    std::sort(wall.begin(), wall.end());
    EXPECT_GE(paints_.count, before + kFrames) << name << " painted nothing";
    const double late = cpu[kFrames * 95 / 100];
    std::printf("  %-8s %6.1f ms in the median, %6.1f ms for 95 of 100 (wall %6.1f ms)\n", name,
                cpu[kFrames / 2], late, wall[kFrames * 95 / 100]);
    return late;
  }
  std::vector<widgets::PlotBase*> plots_;
  PaintCount paints_;
  double secondsUntil(const std::function<bool()>& holds) {
    const auto clock = std::chrono::steady_clock::now();
    EXPECT_TRUE(waitFor(holds));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - clock).count();
  }
};

TEST_F(Scale, TenThousandCandidatesWhileTwoWorkersTrain) {
  const QString path = sampleFile(QStringLiteral("large.kinglet"), kTrials);
  {  // it shall go on
    const auto store = study::openStudy(path.toStdString());
    auto settings = store->settings();
    settings.trials = 2 * kTrials;
    settings.workers = 2;
    store->saveSettings(settings);
  }
  paint();
  const double before = residentMb(), begun = processSeconds();
  study_.open(path);
  ASSERT_TRUE(waitFor([&] { return study_.isOpen() && study_.trials().count() >= kTrials; }));
  paint();
  const double open = processSeconds() - begun;
  std::printf("  open     %6.2f s of the processor\n", open);
  study_.start();
  const int known = study_.trials().count();
  ASSERT_TRUE(waitFor([&] { return study_.trials().count() >= known + 2; }, 120000));

  auto& bench = window_->workbench();
  auto* canvas = bench.plot()->canvas();
  auto* view = bench.table()->view();
  const QPointF middle = canvas->axisRect()->rect().center();
  const auto wheel = [&](int steps) {
    QWheelEvent event(middle, canvas->mapToGlobal(middle), {}, {0, 120 * steps}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas, &event);
  };
  double frame = frames("zoom", [&](int i) { wheel(i % 2 ? 1 : -1); });
  frame = std::max(frame, frames("pan", [&](int i) {
                     // A logarithmic axis is moved by a factor.
                     canvas->xAxis->moveRange(i % 2 ? 1.05 : 1 / 1.05);
                     canvas->scheduleReplot();
                   }));
  frame =
      std::max(frame, frames("hover", [&](int i) {
                 kinglet::testing::moveMouse(canvas, (middle + QPointF(3 * i - 60, 2 * i - 40)).toPoint());
               }));
  frame = std::max(frame, frames("select", [&](int i) { study_.selection().select(10 + 7 * i); }));
  frame = std::max(frame, frames("scroll", [&](int i) { view->scrollTo(view->model()->index(200 * i, 1)); }));
  const char* const letters[] = {"e", "en", "ene", "energy", "energy<1", "energy<1 f", "energy<1 front", ""};
  std::vector<double> typed;
  for (const char* text : letters) {
    const double at = threadSeconds();
    bench.table()->filterEdit()->setText(QLatin1String(text));
    paint();
    typed.push_back(1e3 * (threadSeconds() - at));
  }
  const double letter = *std::max_element(typed.begin(), typed.end());
  const double sorting = threadSeconds();
  view->sortByColumn(widgets::TrialModel::kEnergy, Qt::AscendingOrder);
  paint();
  std::printf("  filter   %6.1f ms for a letter at worst; sorting %.1f ms\n", letter,
              1e3 * (threadSeconds() - sorting));
  const double memory = residentMb() - before;
  study_.stop();
  const double stop = secondsUntil([&] { return study_.state() == study::RunState::idle; });
  study_.close();
  const double close = secondsUntil([&] { return !study_.isOpen() && !study_.isBusy(); });
  std::printf("  stop %.2f s, close %.2f s, %.0f MB more than before it was opened\n", stop, close, memory);
  std::printf(
      "window-scale: open %.2f s, frame %.0f ms, letter %.0f ms, stop %.2f s, close %.2f s, %.0f MB (needed "
      "%.1f s, "
      "%.0f ms, %.0f ms, %.0f s, %.0f s, %.0f MB)\n",
      open, frame, letter, stop, close, memory, kOpenS, kFrameMs, kLetterMs, kEndS, kEndS, kMostMb);
  EXPECT_LE(open, kOpenS);
  EXPECT_LE(frame, kFrameMs);
  EXPECT_LE(letter, kLetterMs);
  EXPECT_LE(stop, kEndS);
  EXPECT_LE(close, kEndS);
  EXPECT_LE(memory, kMostMb);
}

}  // namespace
}  // namespace kinglet::window
