#include "widgets/plot/plot_base.h"

#include <QPaintEvent>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include "widgets/plot/unit_ticker.h"

namespace kinglet::widgets {
namespace {
constexpr int kFrameMs = 16;
}

PlotBase::PlotBase(QWidget* parent) : QCustomPlot(parent), theme_(palette()) {
  frame_.setSingleShot(true);
  frame_.setInterval(kFrameMs);
  connect(&frame_, &QTimer::timeout, this, &PlotBase::flush);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent, true);
  plotLayout()->setMargins(QMargins(4, 4, 8, 4));
  axisRect()->setMinimumMargins(QMargins(8, 8, 8, 8));
}

void PlotBase::scheduleReplot() {
  pending_ = true;
  if (isVisible() && !frame_.isActive()) frame_.start();
}

void PlotBase::scheduleRebuild() {
  stale_ = true;
  scheduleReplot();
}

void PlotBase::flush() {
  if (!themed_) {
    themed_ = true;
    applyTheme();
    stale_ = true;
  }
  if (stale_) {
    stale_ = false;
    rebuild();
    pending_ = true;
  }
  if (!pending_) return;
  pending_ = false;
  frame_.stop();
  ++repaints_;
  replot(rpQueuedRefresh);
}

void PlotBase::setEmptyText(const QString& text) {
  if (text == emptyText_) return;
  emptyText_ = text;
  update();
}

void PlotBase::setupAxis(QCPAxis* axis, const QString& name, Unit unit, bool logarithmic) {
  const bool bare = takesPrefix(unit) || symbolOf(unit).isEmpty();
  axis->setLabel(bare ? name : QStringLiteral("%1 (%2)").arg(name, symbolOf(unit)));
  axis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  axis->setTicker(QSharedPointer<UnitTicker>::create(unit, logarithmic));
}

void PlotBase::paintPicture(QCPPainter& painter, const QSize& size) {
  pending_ = true;
  flush();
  if (emptyText_.isEmpty()) return toPainter(&painter, size.width(), size.height());
  paintEmpty(painter, QRect(QPoint(0, 0), size));
}

void PlotBase::paintEmpty(QPainter& painter, const QRect& room) const {
  painter.fillRect(room, theme_.paper);
  painter.setPen(theme_.faint);
  painter.drawText(room.adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
}

void PlotBase::applyTheme() {
  theme_ = Theme(palette());
  setBackground(theme_.paper);
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() / 1.1);
  for (QCPAxisRect* rect : axisRects()) {
    for (QCPAxis* axis : rect->axes()) {
      axis->setBasePen(QPen(theme_.line, 1));
      axis->setTickPen(QPen(theme_.line, 1));
      axis->setSubTickPen(QPen(theme_.line, 1));
      axis->setTickLengthOut(4);
      axis->setTickLengthIn(0);
      axis->setSubTickLengthOut(2);
      axis->setSubTickLengthIn(0);
      axis->setTickLabelColor(theme_.faint);
      axis->setLabelColor(theme_.text);
      axis->setTickLabelFont(small);
      axis->setLabelFont(font());
      axis->setLabelPadding(4);
      axis->grid()->setPen(QPen(theme_.grid, 1));
      axis->grid()->setZeroLinePen(Qt::NoPen);
      axis->grid()->setSubGridVisible(false);
    }
  }
  legend->setBrush(mixed(theme_.paper, Qt::transparent, 0.15));
  legend->setBorderPen(Qt::NoPen);
  legend->setTextColor(theme_.text);
  legend->setFont(small);
}

void PlotBase::paintEvent(QPaintEvent* event) {
  if (emptyText_.isEmpty()) {
    QCustomPlot::paintEvent(event);
  } else {
    QPainter painter(this);
    paintEmpty(painter, rect());
  }
  if (hasFocus()) {
    QPainter painter(this);
    painter.setPen(QPen(theme_.selection, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
}

void PlotBase::changeEvent(QEvent* event) {
  QCustomPlot::changeEvent(event);
  switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
      themed_ = false;
      theme_ = Theme(palette());
      scheduleReplot();
      break;
    default:
      break;
  }
}

void PlotBase::showEvent(QShowEvent* event) {
  QCustomPlot::showEvent(event);
  scheduleReplot();
  flush();
}

void PlotBase::focusInEvent(QFocusEvent* event) {
  QCustomPlot::focusInEvent(event);
  update();
}

void PlotBase::focusOutEvent(QFocusEvent* event) {
  QCustomPlot::focusOutEvent(event);
  update();
}

}  // namespace kinglet::widgets
