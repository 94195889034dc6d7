#include "widgets/energy/power_trace_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <cmath>

#include "widgets/energy/power_trace_plot.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

PowerTraceView::PowerTraceView(QWidget* parent)
    : QWidget(parent),
      plot_(new PowerTracePlot(this)),
      summary_(new QLabel(this)),
      notes_(new QLabel(this)),
      find_(new QToolButton(this)),
      whole_(new QToolButton(this)) {
  find_->setText(tr("Find the windows"));
  find_->setToolTip(tr("Find the windows and the power at rest again; what was moved by hand is lost"));
  whole_->setText(tr("Show all"));
  whole_->setToolTip(tr("Show the whole trace (0)"));
  for (QToolButton* button : {find_, whole_}) button->setAutoRaise(true);
  summary_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  notes_->setWordWrap(true);
  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  top->addWidget(summary_, 1);
  top->addWidget(find_);
  top->addWidget(whole_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(top);
  layout->addWidget(plot_, 1);
  layout->addWidget(notes_);
  setFocusProxy(plot_);
  connect(plot_, &PowerTracePlot::windowsEdited, this, [this] { Q_EMIT windowsChanged(plot_->windows()); });
  connect(plot_, &PowerTracePlot::baselineEdited, this,
          [this] { Q_EMIT baselineChanged(plot_->baseline()); });
  connect(find_, &QToolButton::clicked, this, &PowerTraceView::findRequested);
  connect(whole_, &QToolButton::clicked, plot_, &PowerTracePlot::showAll);
  clear();
}

void PowerTraceView::setTrace(const PowerTraceData& trace) {
  plot_->setTrace(trace);
  const bool any = trace.milliwatts && !trace.milliwatts->empty();
  find_->setEnabled(any);
  whole_->setEnabled(any);
  summary_->setText(trace.title);
  notes_->setText(trace.notes.join('\n'));
  notes_->setVisible(!trace.notes.isEmpty());
}

void PowerTraceView::clear() {
  setTrace({});
}

void PowerTraceView::setWindows(const std::vector<TraceWindow>& windows) {
  plot_->setWindows(windows);
}

void PowerTraceView::setBaseline(double watts) {
  plot_->setBaseline(watts);
}

void PowerTraceView::setFigures(const TraceFigures& figures) {
  plot_->setFigures(figures);
  QStringList parts;
  if (figures.windowJoules.empty())
    parts << tr("no windows of work yet");
  else
    parts << tr("● %1 ± %2 per inference, measured in %n windows", nullptr,
                static_cast<int>(figures.windowJoules.size()))
                 .arg(figure(figures.meanJoules, Unit::joule), figure(figures.spreadJoules, Unit::joule, 2));
  if (std::isfinite(baseline())) parts << tr("%1 at rest").arg(figure(baseline(), Unit::watt));
  parts << tr("%1 on average").arg(figure(figures.meanWatts, Unit::watt));
  summary_->setText(parts.join(QStringLiteral(" · ")));
  summary_->setToolTip(summary_->text());
}

const std::vector<TraceWindow>& PowerTraceView::windows() const {
  return plot_->windows();
}

double PowerTraceView::baseline() const {
  return plot_->baseline();
}

QString PowerTraceView::summary() const {
  return summary_->text();
}

}  // namespace kinglet::widgets
