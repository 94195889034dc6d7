#include "app/window/power_trace_page.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>
#include <filesystem>

#include "app/window/fields.h"
#include "app/window/file_choice.h"
#include "app/window/notice.h"
#include "app/window/section.h"
#include "base/error.h"
#include "energy/measured_rows.h"
#include "widgets/units.h"

namespace kinglet::window {
namespace {

using widgets::figure;
using widgets::Unit;

std::vector<energy::Window> windowsOf(const std::vector<widgets::TraceWindow>& shown) {
  std::vector<energy::Window> windows;
  for (const auto& window : shown) windows.push_back({window.startS, window.endS});
  return windows;
}

}  // namespace

PowerTracePage::PowerTracePage(QWidget* parent)
    : QWidget(parent),
      notices_(new NoticeArea),
      view_(new widgets::PowerTraceView),
      inferences_(new NumberField(0.001, 1e9, 3, {})),
      above_(new QCheckBox(tr("Above the power at rest"))),
      network_(new QLineEdit),
      rest_(new QPushButton(tr("At rest …"))),
      add_(new QPushButton(tr("Add to a table …"))),
      words_(faintLabel(
          tr("Shift-drag makes a window, its edges can be dragged, Delete removes it; the dashed line is "
             "the power at rest."))) {
  auto* open = new QPushButton(tr("Open a recording …"));
  open->setToolTip(tr("Monsoon CSV, EnergyRunner (.bin), or a CSV of time and power"));
  rest_->setToolTip(tr("A recording of the same device doing nothing: its power is taken as the baseline"));
  add_->setToolTip(tr("A row for this network, for \"Learn from measurements\""));
  above_->setToolTip(tr("Count only what is drawn above the power at rest"));
  network_->setPlaceholderText(tr("Network"));
  network_->setAccessibleName(tr("Network that ran"));
  network_->setMaximumWidth(180);
  inferences_->setAccessibleName(tr("Inferences in a window"));
  inferences_->setMaximumWidth(110);
  inferences_->setValue(1);
  words_->setWordWrap(true);
  auto* line = new QHBoxLayout;
  line->addWidget(open);
  line->addWidget(rest_);
  line->addSpacing(8);
  line->addWidget(new QLabel(tr("Inferences in a window")));
  line->addWidget(inferences_);
  line->addWidget(above_);
  line->addStretch(1);
  line->addWidget(network_);
  line->addWidget(add_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->addLayout(line);
  layout->addWidget(notices_);
  layout->addWidget(view_, 1);
  layout->addWidget(words_);

  connect(open, &QPushButton::clicked, this, [this] {
    chooseFileToOpen(this,
                     {tr("Recording of a power monitor"),
                      QStringLiteral("traces"),
                      tr("Recordings (*.csv *.bin);;All files (*)"),
                      {},
                      {}},
                     [this](const QString& path) { this->open(path); });
  });
  connect(rest_, &QPushButton::clicked, this, [this] {
    chooseFileToOpen(this,
                     {tr("Recording at rest"),
                      QStringLiteral("traces"),
                      tr("Recordings (*.csv *.bin);;All files (*)"),
                      {},
                      {}},
                     [this](const QString& path) { openRest(path); });
  });
  connect(add_, &QPushButton::clicked, this, [this] {
    chooseFileToSave(this,
                     {tr("Table of measurements"), QStringLiteral("models"), tr("Tables (*.csv)"),
                      QStringLiteral("csv"), QStringLiteral("measured.csv")},
                     [this](const QString& path) { addToTable(path); });
  });
  connect(view_, &widgets::PowerTraceView::windowsChanged, this, &PowerTracePage::reckon);
  connect(view_, &widgets::PowerTraceView::baselineChanged, this, &PowerTracePage::reckon);
  connect(view_, &widgets::PowerTraceView::findRequested, this, &PowerTracePage::findWindows);
  connect(inferences_, &QDoubleSpinBox::valueChanged, this, &PowerTracePage::reckon);
  connect(above_, &QCheckBox::toggled, this, &PowerTracePage::reckon);
  connect(network_, &QLineEdit::textChanged, this, &PowerTracePage::reckon);
  reckon();
}

PowerTracePage::Recording PowerTracePage::read(const QString& path) {
  const std::filesystem::path file = path.toStdString();
  Recording recording;
  auto trace = std::make_shared<energy::PowerTrace>(energy::readTrace(file));
  recording.found = energy::findWindows(*trace);
  if (!trace->windows.empty()) {  // the recording names them itself
    recording.found.windows = trace->windows;
    recording.found.baselineMw = energy::baselineMw(*trace, trace->windows);
    const auto report = file.parent_path() / "results.txt";
    if (std::filesystem::exists(report)) {
      const auto reported = energy::readEnergyRunnerResults(report);
      if (!reported.empty() && reported[0].inferences) recording.inferences = *reported[0].inferences;
    }
  }
  recording.trace = std::move(trace);
  return recording;
}

void PowerTracePage::open(const QString& path) {
  notices_->dismissAll();
  words_->setText(tr("Reading %1 …").arg(QFileInfo(path).fileName()));
  jobs_.run(
      this, [path](std::stop_token) { return read(path); },
      [this](Recording recording) { take(std::move(recording)); },
      [this](const QString& problem) { fail(problem); });
}

void PowerTracePage::take(Recording recording) {
  trace_ = recording.trace;
  widgets::PowerTraceData shown;
  shown.title = QString::fromStdString(trace_->source);
  shown.rateHz = trace_->rateHz;
  shown.watts.reserve(trace_->milliwatts.size());
  for (const float milliwatts : trace_->milliwatts) shown.watts.push_back(milliwatts * 1e-3f);
  for (const std::string& note : trace_->notes) shown.notes << QString::fromStdString(note);
  for (const energy::Gap& gap : trace_->gaps) {
    if (shown.notes.size() >= 4) {
      shown.notes << tr("… and more gaps, %1 in all").arg(trace_->gaps.size());
      break;
    }
    shown.notes << tr("Samples are missing at %1: %2")
                       .arg(figure(gap.at, Unit::second), figure(gap.seconds, Unit::second));
  }
  view_->setTrace(shown);
  std::vector<widgets::TraceWindow> windows;
  for (const energy::Window& window : recording.found.windows)
    windows.push_back({window.begin, window.end, 1});
  view_->setWindows(windows);
  view_->setBaseline(recording.found.baselineMw * 1e-3);
  if (recording.inferences > 0) {
    const QSignalBlocker quiet(inferences_);
    inferences_->setValue(recording.inferences);
  }
  words_->setText(windows.empty()
                      ? tr("No windows of work stand out: Shift-drag over the trace to make one.")
                      : tr("Shift-drag makes a window, its edges can be dragged, Delete removes it; the "
                           "dashed line is the power at rest."));
  reckon();
}

void PowerTracePage::findWindows() {
  if (!trace_) return;
  jobs_.run(
      this, [trace = trace_](std::stop_token) { return energy::findWindows(*trace); },
      [this, trace = trace_](energy::FoundWindows found) {
        if (trace == trace_) take({trace, std::move(found), 0});
      },
      [this](const QString& problem) { fail(problem); });
}

void PowerTracePage::openRest(const QString& path) {
  jobs_.run(
      this, [path](std::stop_token) { return energy::readTrace(path.toStdString()).meanMw(); },
      [this](double milliwatts) {
        view_->setBaseline(milliwatts * 1e-3);
        reckon();
      },
      [this](const QString& problem) { fail(problem); });
}

void PowerTracePage::reckon() {
  figures_.reset();
  rest_->setEnabled(trace_ != nullptr);
  if (trace_) {
    widgets::TraceFigures shown;
    shown.meanWatts = trace_->meanMw() * 1e-3;
    const double baseline = std::isfinite(view_->baseline()) ? view_->baseline() * 1e3 : 0;
    try {
      figures_ =
          energy::energyOfWindows(*trace_, windowsOf(view_->windows()), inferences_->value(), baseline);
      const bool above = above_->isChecked();
      for (const auto& window : figures_->windows)
        shown.windowJoules.push_back((above ? window.netMillijoules : window.millijoules) * 1e-3 /
                                     inferences_->value());
      shown.meanJoules = (above ? figures_->netMeanMj : figures_->meanMj) * 1e-3;
      shown.spreadJoules = figures_->spreadMj * 1e-3;
    } catch (const base::Error&) {  // no window is left: the trace alone
    }
    view_->setFigures(shown);
  }
  add_->setEnabled(figures_ && !network_->text().trimmed().isEmpty());
}

void PowerTracePage::addToTable(const QString& path) {
  if (!figures_) return;
  energy::InferenceEnergy figures = *figures_;
  if (above_->isChecked()) figures.meanMj = figures.netMeanMj;
  jobs_.run(
      this,
      [figures, path, network = network_->text().trimmed().toStdString(),
       source = trace_->source](std::stop_token) {
        energy::appendMeasurement(path.toStdString(), network, figures, source);
        return path;
      },
      [this](const QString& written) {
        notices_->show(QStringLiteral("file"), {NoticeKind::done, tr("Added to %1.").arg(written), {}, {}});
      },
      [this](const QString& problem) { fail(problem); });
}

void PowerTracePage::fail(const QString& problem) {
  words_->clear();
  notices_->show(QStringLiteral("file"), {NoticeKind::error, problem, {}, {}});
}

}  // namespace kinglet::window
