#include "widgets/trials/worker_status.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/look/theme.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {
constexpr int kGap = 16, kBar = 56, kBarHeight = 6, kInner = 6;
}

WorkerStatus::WorkerStatus(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setMouseTracking(true);
  refresh();
}

void WorkerStatus::setStudy(const StudyProgress& progress) {
  study_ = progress;
  refresh();
}

void WorkerStatus::setWorkers(int count) {
  workers_.resize(static_cast<std::size_t>(std::max(count, 0)));
  refresh();
}

void WorkerStatus::setWorker(int worker, const WorkerState& state) {
  if (worker < 0) return;
  if (worker >= static_cast<int>(workers_.size())) workers_.resize(static_cast<std::size_t>(worker) + 1);
  workers_[worker] = state;
  refresh();
}

std::vector<WorkerStatus::Part> WorkerStatus::parts() const {
  std::vector<Part> parts;
  if (!study_.state.isEmpty()) parts.push_back({study_.state, -1, -1, {}});
  const double share = study_.planned > 0 ? static_cast<double>(study_.done) / study_.planned : -1;
  parts.push_back({tr("%1/%2 trials").arg(study_.done).arg(study_.planned), share, -1,
                   tr("Trials done of those planned")});
  if (study_.stoppedEarly > 0) parts.push_back({tr("%1 stopped early").arg(study_.stoppedEarly), -1, -1, {}});
  if (study_.failed > 0) parts.push_back({tr("%1 failed").arg(study_.failed), -1, -1, {}});
  if (std::isfinite(study_.secondsLeft) && study_.secondsLeft > 0) {
    parts.push_back(
        {tr("%1 left").arg(duration(study_.secondsLeft)), -1, -1, tr("Estimated from the trials so far")});
  }
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    const WorkerState& worker = workers_[i];
    Part part;
    const int number = static_cast<int>(i) + 1;
    if (worker.trial < 0) {
      part.text = tr("worker %1: %2").arg(number).arg(worker.text.isEmpty() ? tr("idle") : worker.text);
    } else {
      part.trial = worker.trial;
      part.text = worker.text.isEmpty()
                      ? tr("worker %1: #%2 epoch %3/%4")
                            .arg(number)
                            .arg(worker.trial)
                            .arg(worker.epoch)
                            .arg(worker.epochs)
                      : tr("worker %1: #%2 %3").arg(number).arg(worker.trial).arg(worker.text);
      if (worker.epochs > 0) {
        part.share = std::clamp((std::max(worker.epoch - 1, 0) + worker.share) / worker.epochs, 0.0, 1.0);
      }
      part.tip = tr("Click to select candidate %1").arg(worker.trial);
    }
    parts.push_back(part);
  }
  return parts;
}

QString WorkerStatus::text() const {
  QStringList texts;
  for (const Part& part : parts()) texts << part.text;
  return texts.join(QStringLiteral(" · "));
}

void WorkerStatus::refresh() {
  setAccessibleName(text());
  updateGeometry();
  update();
}

QSize WorkerStatus::minimumSizeHint() const {
  return {200, fontMetrics().height() + 8};
}

QSize WorkerStatus::sizeHint() const {
  int width = 0;
  for (const Part& part : parts()) {
    width += fontMetrics().horizontalAdvance(part.text) + kGap + (part.share >= 0 ? kBar + kInner : 0);
  }
  return {width, fontMetrics().height() + 8};
}

void WorkerStatus::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = palette().color(QPalette::WindowText), paper = palette().color(QPalette::Window);
  const QColor bar = readable(palette().color(QPalette::Highlight), paper, 3);
  double x = 0;
  for (const Part& part : parts()) {
    if (x > 0) {
      painter.setPen(mixed(ink, paper, 0.5));
      painter.drawText(QRectF(x - kGap, 0, kGap, height()), Qt::AlignCenter, QStringLiteral("·"));
    }
    const double wide = fontMetrics().horizontalAdvance(part.text);
    painter.setPen(ink);
    painter.drawText(QRectF(x, 0, wide + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, part.text);
    x += wide;
    if (part.share >= 0) {
      const QRectF box(x + kInner, (height() - kBarHeight) / 2.0, kBar, kBarHeight);
      painter.setPen(Qt::NoPen);
      painter.setBrush(mixed(ink, paper, 0.8));
      painter.drawRoundedRect(box, 3, 3);
      painter.setBrush(bar);
      painter.drawRoundedRect(QRectF(box.topLeft(), QSizeF(std::max(2.0, kBar * part.share), kBarHeight)), 3,
                              3);
      x += kInner + kBar;
    }
    x += kGap;
  }
}

int WorkerStatus::partAt(const QPointF& point) const {
  double x = 0;
  const auto all = parts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double wide =
        fontMetrics().horizontalAdvance(all[i].text) + (all[i].share >= 0 ? kInner + kBar : 0);
    if (point.x() >= x && point.x() < x + wide) return static_cast<int>(i);
    x += wide + kGap;
  }
  return -1;
}

void WorkerStatus::mousePressEvent(QMouseEvent* event) {
  const int part = partAt(event->position());
  if (part >= 0 && parts()[part].trial >= 0) Q_EMIT trialClicked(parts()[part].trial);
}

bool WorkerStatus::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int part = partAt(help->pos());
    QToolTip::showText(help->globalPos(), part < 0 ? QString() : parts()[part].tip, this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace kinglet::widgets
