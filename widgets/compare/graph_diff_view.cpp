#include "widgets/compare/graph_diff_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "widgets/compare/compare_look.h"
#include "widgets/look/hover_card.h"
#include "widgets/plot/custom_plot.h"
#include "widgets/text/layer_text.h"

namespace kinglet::widgets {

GraphDiffView::GraphDiffView(QWidget* parent)
    : QAbstractScrollArea(parent),
      emptyText_(tr("The layers of two candidates, beside each other.")),
      card_(new HoverCard(viewport())) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  viewport()->setBackgroundRole(QPalette::Base);
  painter_.setFont(font());
  setAccessibleName(tr("Difference of the layers"));
  updateScrollBars();
}

void GraphDiffView::setDiff(std::shared_ptr<const study::GraphDiff> diff) {
  painter_.setDiff(std::move(diff));
  selected_ = hovered_ = -1;
  card_->hide();
  setAccessibleDescription(painter_.diff() ? summaryText(*painter_.diff()) : emptyText_);
  applyAmount();
  updateScrollBars();
  verticalScrollBar()->setValue(0);
}

void GraphDiffView::setEmptyText(const QString& text) {
  emptyText_ = text;
  viewport()->update();
}

void GraphDiffView::setAmount(study::Amount amount) {
  wanted_ = amount;
  applyAmount();
}

void GraphDiffView::applyAmount() {
  const bool known = wanted_ != study::Amount::energy || !painter_.diff() || painter_.diff()->energyByLayer;
  painter_.setAmount(known ? wanted_ : study::Amount::macs);
  viewport()->update();
}

double GraphDiffView::contentWidth() const {
  return std::max<double>(viewport()->width(), painter_.smallestWidth());
}

void GraphDiffView::updateScrollBars() {
  const double height = painter_.rows() * painter_.rowHeight() + painter_.headHeight() + 8;
  const bool empty = painter_.rows() == 0;
  verticalScrollBar()->setRange(
      0, empty ? 0 : std::max(0, static_cast<int>(std::ceil(height)) - viewport()->height()));
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(static_cast<int>(painter_.rowHeight()));
  horizontalScrollBar()->setRange(
      0, empty ? 0 : std::max(0, static_cast<int>(contentWidth()) - viewport()->width()));
  horizontalScrollBar()->setPageStep(viewport()->width());
}

QRectF GraphDiffView::rowBox(int row) const {
  return QRectF(-horizontalScrollBar()->value(),
                painter_.headHeight() + row * painter_.rowHeight() - verticalScrollBar()->value(),
                contentWidth(), painter_.rowHeight());
}

int GraphDiffView::rowAt(const QPointF& point) const {
  if (painter_.rows() == 0 || point.y() < painter_.headHeight()) return -1;
  const double y = point.y() - painter_.headHeight() + verticalScrollBar()->value();
  const int row = static_cast<int>(y / painter_.rowHeight());
  return row < painter_.rows() ? row : -1;
}

QSize GraphDiffView::pictureSize() const {
  constexpr double kWidth = 720;
  const double height = painter_.headHeight() + painter_.rows() * painter_.rowHeight();
  return {static_cast<int>(std::ceil(std::max(kWidth, painter_.smallestWidth()))),
          static_cast<int>(std::ceil(height)) + 8};
}

void GraphDiffView::paintPicture(QCPPainter& painter, const QSize& size) {
  const Theme theme = Theme::of(this);
  painter.fillRect(QRect(QPoint(0, 0), size), theme.paper);
  if (painter_.rows() == 0) return;
  painter_.paintHead(painter, theme, size.width());
  painter.translate(0, painter_.headHeight());
  painter_.paint(painter, theme, {}, size.width(), 0, painter_.rows() * painter_.rowHeight());
}

void GraphDiffView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  const Theme theme = Theme::of(this);
  painter.fillRect(viewport()->rect(), theme.paper);
  if (painter_.rows() == 0) {
    painter.setPen(theme.faint);
    painter.drawText(viewport()->rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     emptyText_);
  } else {
    const double head = painter_.headHeight();
    const int top = verticalScrollBar()->value();
    painter.translate(-horizontalScrollBar()->value(), 0);
    painter.save();
    painter.translate(0, head - top);
    painter_.paint(painter, theme, {selected_, hovered_}, contentWidth(), top, top + viewport()->height());
    painter.restore();
    painter_.paintHead(painter, theme, contentWidth());
    painter.resetTransform();
  }
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.selection);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
  }
}

void GraphDiffView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  updateScrollBars();
}

bool GraphDiffView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) hoverRow(-1, {});
  return QAbstractScrollArea::viewportEvent(event);
}

void GraphDiffView::mouseMoveEvent(QMouseEvent* event) {
  hoverRow(rowAt(event->position()), event->position());
}

void GraphDiffView::hoverRow(int row, const QPointF& at) {
  if (row != hovered_) {
    hovered_ = row;
    viewport()->update();
  }
  if (row < 0) return card_->hide();
  const study::GraphDiff& diff = *painter_.diff();
  const study::GraphDiffRow& it = diff.rows[static_cast<std::size_t>(row)];
  HoverCard::Content card;
  card.title = it.edits.empty() ? changeName(it.change) : editsText(it.edits);
  const auto layer = [&](const study::Compared& compared, int index) {
    if (index < 0) return;
    const network::Layer& found = compared.network.layers()[static_cast<std::size_t>(index)];
    card.rows.emplace_back(comparedName(compared), QString::fromStdString(found.name) + QStringLiteral(": ") +
                                                       describe(found) + QStringLiteral(", ") +
                                                       shapeText(found.out));
  };
  layer(diff.first, it.before);
  layer(diff.second, it.after);
  for (int a = 0; a < study::kAmounts; ++a) {
    const auto amount = static_cast<study::Amount>(a);
    const auto text = [&](const std::optional<study::Amounts>& amounts) {
      return amounts ? valueText(amount, amountOf(*amounts, amount)) : QStringLiteral("–");
    };
    card.rows.emplace_back(amountName(amount), text(it.was) + QStringLiteral(" → ") + text(it.is));
  }
  card_->showAt(at, card);
}

void GraphDiffView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) selectRow(rowAt(event->position()));
}

void GraphDiffView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) Q_EMIT enlargeRequested();
}

void GraphDiffView::selectRow(int row) {
  if (row >= painter_.rows()) return;
  selected_ = row;
  if (row >= 0) {
    makeVisible(row);
    setAccessibleDescription(
        QStringLiteral("%1: %2 %3")
            .arg(painter_.changeText(row), painter_.secondText(row), painter_.differenceOf(row)));
  }
  viewport()->update();
}

void GraphDiffView::makeVisible(int row) {
  const QRectF box = rowBox(row);
  auto* bar = verticalScrollBar();
  if (box.top() < painter_.headHeight())
    bar->setValue(bar->value() - static_cast<int>(painter_.headHeight() - box.top()) - 4);
  else if (box.bottom() > viewport()->height())
    bar->setValue(bar->value() + static_cast<int>(box.bottom() - viewport()->height()) + 8);
}

void GraphDiffView::keyPressEvent(QKeyEvent* event) {
  const int last = painter_.rows() - 1;
  if (last < 0) return QAbstractScrollArea::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_Down:
      return selectRow(std::min(selected_ + 1, last));
    case Qt::Key_Up:
      return selectRow(std::max(selected_ - 1, 0));
    case Qt::Key_Home:
      return selectRow(0);
    case Qt::Key_End:
      return selectRow(last);
    default:
      return QAbstractScrollArea::keyPressEvent(event);
  }
}

void GraphDiffView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange) {
    painter_.setFont(font());
    updateScrollBars();
  }
  viewport()->update();
}

}  // namespace kinglet::widgets
