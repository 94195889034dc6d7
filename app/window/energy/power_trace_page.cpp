#include "app/window/energy/power_trace_page.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>
#include <filesystem>

#include "app/window/energy/trace_reading_form.h"
#include "app/window/kit/fields.h"
#include "app/window/kit/file_choice.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "base/error.h"
#include "energy/predictor/measured_rows.h"
#include "widgets/text/message_text.h"
#include "widgets/text/units.h"

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
      reading_(new TraceReadingForm),
      section_(new Section(QStringLiteral("traceReading"), tr("Read as"), reading_)),
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
  open->setToolTip(
      tr("CSV of Monsoon, Power Profiler Kit, Joulescope, Otii, Keysight or any other meter; EnergyRunner "
         "(.bin)"));
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
  layout->addWidget(section_);
  layout->addWidget(view_, 1);
  layout->addWidget(words_);

  connect(open, &QPushButton::clicked, this, [this] {
    chooseFileToOpen(this,
                     {tr("Recording of a power monitor"),
                      QStringLiteral("traces"),
                      tr("Recordings (*.csv *.tsv *.txt *.bin);;All files (*)"),
                      {},
                      {}},
                     [this](const QString& path) { this->open(path); });
  });
  connect(rest_, &QPushButton::clicked, this, [this] {
    chooseFileToOpen(this,
                     {tr("Recording at rest"),
                      QStringLiteral("traces"),
                      tr("Recordings (*.csv *.tsv *.txt *.bin);;All files (*)"),
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
  connect(reading_, &TraceReadingForm::changed, this, &PowerTracePage::readAgain);
  connect(view_, &widgets::PowerTraceView::windowsChanged, this, &PowerTracePage::reckon);
  connect(view_, &widgets::PowerTraceView::baselineChanged, this, &PowerTracePage::reckon);
  connect(view_, &widgets::PowerTraceView::findRequested, this, &PowerTracePage::findWindows);
  connect(inferences_, &QDoubleSpinBox::valueChanged, this, &PowerTracePage::reckon);
  connect(above_, &QCheckBox::toggled, this, &PowerTracePage::reckon);
  connect(network_, &QLineEdit::textChanged, this, &PowerTracePage::reckon);
  section_->hide();
  reckon();
}

PowerTracePage::Recording PowerTracePage::read(const QString& path, const energy::TraceOptions& options,
                                               const std::function<void(double)>& progress) {
  const std::filesystem::path file = path.toStdString();
  Recording recording;
  recording.layout = energy::describeTrace(file, options);
  if (!recording.layout.problems.empty()) return recording;
  auto trace = std::make_shared<energy::PowerTrace>(energy::readTrace(file, options, progress));
  recording.found = energy::findWindows(*trace);
  if (!trace->windows.empty()) {  // the recording names them itself
    recording.found.windows = trace->windows;
    recording.found.baselineMw = energy::baselineMw(*trace, trace->windows);
    const auto report = file.parent_path() / "results.txt";
    if (recording.layout.format == energy::TraceFormat::energyrunner && std::filesystem::exists(report)) {
      const auto reported = energy::readEnergyRunnerResults(report);
      if (!reported.empty() && reported[0].inferences) recording.inferences = *reported[0].inferences;
    }
  }
  recording.trace = std::move(trace);
  return recording;
}

void PowerTracePage::open(const QString& path) {
  path_ = path;
  reading_->forget();
  readAgain();
}

void PowerTracePage::readAgain() {
  notices_->dismissAll();
  const QString name = QFileInfo(path_).fileName();
  words_->setText(tr("Reading %1 …").arg(name));
  // The page outlives its jobs, and the words are set on its own thread.
  const auto progress = [this, name](double share) {
    QMetaObject::invokeMethod(
        this,
        [this, name, share] {
          words_->setText(tr("Reading %1 …").arg(name) +
                          QStringLiteral(" %1 %").arg(std::lround(100 * share)));
        },
        Qt::QueuedConnection);
  };
  jobs_.run(
      this,
      [path = path_, options = reading_->options(), progress](std::stop_token) {
        return read(path, options, progress);
      },
      [this](Recording recording) { take(std::move(recording)); },
      [this](const QString& problem) { fail(problem); });
}

void PowerTracePage::take(Recording recording) {
  const bool isTable = recording.layout.format != energy::TraceFormat::energyrunner;
  section_->setVisible(isTable);
  if (isTable)
    reading_->show(recording.trace ? recording.trace->layout : recording.layout,
                   recording.trace ? recording.trace->rateHz : 0);
  if (recording.trace) {
    section_->setSummary(widgets::messageText(recording.trace->reading()));
    showTrace(recording);
    return;
  }
  trace_.reset();
  view_->clear();
  section_->setSummary(widgets::messageText(energy::nameOf(recording.layout.format)));
  section_->setOpen(true);
  words_->setText(
      tr("The recording does not say all that it takes to work out energy: what is asked for above is "
         "needed."));
  reckon();
}

void PowerTracePage::showTrace(const Recording& recording) {
  trace_ = recording.trace;
  widgets::PowerTraceData shown;
  shown.title = QString::fromStdString(trace_->source);
  shown.rateHz = trace_->rateHz;
  shown.milliwatts = std::shared_ptr<const std::vector<float>>(trace_, &trace_->milliwatts);
  for (const base::Message& note : trace_->notes) shown.notes << widgets::messageText(note);
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
        if (trace == trace_) showTrace({trace->layout, trace, std::move(found), 0});
      },
      [this](const QString& problem) { fail(problem); });
}

void PowerTracePage::openRest(const QString& path) {
  energy::TraceOptions options = reading_->options();  // the same meter, set up the same way
  options.trigger.clear();
  jobs_.run(
      this,
      [path, options](std::stop_token) { return energy::readTrace(path.toStdString(), options).meanMw(); },
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
       source = energy::provenanceOf(*trace_)](std::stop_token) {
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
