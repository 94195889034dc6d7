#include "widgets/plot/rows_view.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "widgets/look/hover_card.h"
#include "widgets/look/theme.h"
#include "widgets/plot/custom_plot.h"

namespace kinglet::widgets {
namespace {
constexpr double kPictureWidth = 800;
}

RowsView::RowsView(RowsPainter& painter, QWidget* parent)
    : QAbstractScrollArea(parent), rows_(painter), card_(new HoverCard(viewport())) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  viewport()->setBackgroundRole(QPalette::Base);
}

void RowsView::setEmptyText(const QString& text) {
  emptyText_ = text;
  viewport()->update();
}

void RowsView::refresh() {
  rows_.setFont(font());
  updateScrollBars();
  viewport()->update();
}

double RowsView::contentWidth() const {
  return std::max<double>(viewport()->width(), rows_.smallestWidth());
}

void RowsView::updateScrollBars() {
  const double height = rows_.rows() * rows_.rowHeight() + rows_.headHeight() + 8;
  const bool empty = rows_.rows() == 0;
  verticalScrollBar()->setRange(
      0, empty ? 0 : std::max(0, static_cast<int>(std::ceil(height)) - viewport()->height()));
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(static_cast<int>(rows_.rowHeight()));
  horizontalScrollBar()->setRange(
      0, empty ? 0 : std::max(0, static_cast<int>(contentWidth()) - viewport()->width()));
  horizontalScrollBar()->setPageStep(viewport()->width());
}

QRectF RowsView::rowBox(int row) const {
  return QRectF(-horizontalScrollBar()->value(),
                rows_.headHeight() + row * rows_.rowHeight() - verticalScrollBar()->value(), contentWidth(),
                rows_.rowHeight());
}

int RowsView::rowAt(const QPointF& point) const {
  if (rows_.rows() == 0 || point.y() < rows_.headHeight()) return -1;
  const double y = point.y() - rows_.headHeight() + verticalScrollBar()->value();
  const int row = static_cast<int>(y / rows_.rowHeight());
  return row < rows_.rows() ? row : -1;
}

void RowsView::makeVisible(const QRectF& box) {
  auto* bar = verticalScrollBar();
  if (box.top() < rows_.headHeight())
    bar->setValue(bar->value() - static_cast<int>(rows_.headHeight() - box.top()) - 4);
  else if (box.bottom() > viewport()->height())
    bar->setValue(bar->value() + static_cast<int>(box.bottom() - viewport()->height()) + 8);
}

QSize RowsView::pictureSize() const {
  const double height = rows_.headHeight() + rows_.rows() * rows_.rowHeight();
  return {static_cast<int>(std::ceil(std::max(kPictureWidth, rows_.smallestWidth()))),
          static_cast<int>(std::ceil(height)) + 8};
}

void RowsView::paintPicture(QCPPainter& painter, const QSize& size) {
  const Theme theme = Theme::of(this);
  painter.fillRect(QRect(QPoint(0, 0), size), theme.paper);
  if (rows_.rows() == 0) return;
  rows_.paintHead(painter, theme, size.width());
  painter.translate(0, rows_.headHeight());
  rows_.paint(painter, theme, {}, size.width(), 0, rows_.rows() * rows_.rowHeight());
}

bool RowsView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) unhover();
  return QAbstractScrollArea::viewportEvent(event);
}

void RowsView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  const Theme theme = Theme::of(this);
  painter.fillRect(viewport()->rect(), theme.paper);
  if (rows_.rows() == 0) {
    painter.setPen(theme.faint);
    painter.drawText(viewport()->rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     emptyText_);
  } else {
    const int top = verticalScrollBar()->value();
    painter.translate(-horizontalScrollBar()->value(), 0);
    painter.save();
    painter.translate(0, rows_.headHeight() - top);
    rows_.paint(painter, theme, look(), contentWidth(), top, top + viewport()->height());
    painter.restore();
    rows_.paintHead(painter, theme, contentWidth());
    painter.resetTransform();
  }
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.selection);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
  }
}

void RowsView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  updateScrollBars();
}

void RowsView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  event->type() == QEvent::FontChange ? refresh() : viewport()->update();
}

}  // namespace kinglet::widgets
