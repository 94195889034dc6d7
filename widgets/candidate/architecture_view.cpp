#include "widgets/candidate/architecture_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "widgets/look/hover_card.h"
#include "widgets/plot/custom_plot.h"
#include "widgets/text/layer_text.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {
constexpr double kLeastZoom = 0.5, kMostZoom = 2;
constexpr int kPictureWidth = 800;
}  // namespace

ArchitectureView::ArchitectureView(QWidget* parent)
    : QAbstractScrollArea(parent), card_(new HoverCard(viewport())) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  viewport()->setBackgroundRole(QPalette::Base);
  painter_.setFont(font());
  setAccessibleName(tr("Architecture"));
  updateScrollBars();
}

void ArchitectureView::setNetwork(ArchitectureData shown) {
  painter_.setData(std::move(shown));
  selected_ = hovered_ = -1;
  card_->hide();
  setAccessibleDescription(tr("Layers: %1").arg(painter_.data().network.layers().size()));
  updateScrollBars();
  verticalScrollBar()->setValue(0);
  viewport()->update();
}

void ArchitectureView::clear() {
  setNetwork({});
}

double ArchitectureView::contentWidth() const {
  return std::max<double>(viewport()->width(), painter_.smallestWidth());
}

void ArchitectureView::updateScrollBars() {
  const double height = painter_.rows() * painter_.rowHeight() + painter_.headHeight() + 8;
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(height)) - viewport()->height()));
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(static_cast<int>(painter_.rowHeight()));
  horizontalScrollBar()->setRange(
      0, painter_.rows() == 0 ? 0 : std::max(0, static_cast<int>(contentWidth()) - viewport()->width()));
  horizontalScrollBar()->setPageStep(viewport()->width());
}

void ArchitectureView::setZoom(double zoom) {
  zoom_ = std::clamp(zoom, kLeastZoom, kMostZoom);
  painter_.setZoom(zoom_);
  updateScrollBars();
  viewport()->update();
}

QRectF ArchitectureView::layerBox(int layer) const {
  return painter_.layerBox(layer, contentWidth())
      .translated(-horizontalScrollBar()->value(), painter_.headHeight() - verticalScrollBar()->value());
}

int ArchitectureView::layerAt(const QPointF& point) const {
  if (painter_.rows() == 0 || point.y() < painter_.headHeight()) return -1;
  const double y = point.y() - painter_.headHeight() + verticalScrollBar()->value();
  const int layer = static_cast<int>(y / painter_.rowHeight()) - 1;
  return layer < static_cast<int>(painter_.data().network.layers().size()) ? layer : -1;
}

bool ArchitectureView::isEnergyAt(const QPointF& point) const {
  const double bottom =
      painter_.headHeight() + painter_.rows() * painter_.rowHeight() - verticalScrollBar()->value();
  return point.y() < bottom &&
         painter_.isEnergyAt(point.x() + horizontalScrollBar()->value(), contentWidth());
}

void ArchitectureView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  const Theme theme = Theme::of(this);
  painter.fillRect(viewport()->rect(), theme.paper);
  if (painter_.rows() == 0) {
    painter.setPen(theme.faint);
    painter.drawText(
        viewport()->rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
        tr("The network's layers and what each costs appear here. Select a candidate on the plot or in "
           "the table."));
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

void ArchitectureView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  updateScrollBars();
}

bool ArchitectureView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) hoverLayer(-1, {});
  return QAbstractScrollArea::viewportEvent(event);
}

void ArchitectureView::mouseMoveEvent(QMouseEvent* event) {
  hoverLayer(layerAt(event->position()), event->position());
  viewport()->setCursor(isEnergyAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ArchitectureView::hoverLayer(int layer, const QPointF& at) {
  if (layer != hovered_) {
    hovered_ = layer;
    viewport()->update();
  }
  if (layer < 0) return card_->hide();
  const network::Layer& it = painter_.data().network.layers()[layer];
  const network::LayerCost& cost = painter_.data().cost.layers[layer];
  HoverCard::Content card;
  card.title = QString::fromStdString(it.name);
  const auto bytes = [](long count) { return figure(static_cast<double>(count), Unit::byte); };
  card.rows.emplace_back(tr("Kind"), describe(it));
  card.rows.emplace_back(tr("Input"), shapeText(it.in));
  card.rows.emplace_back(tr("Output"), shapeText(it.out));
  if (cost.macs > 0) card.rows.emplace_back(tr("MACs"), figure(static_cast<double>(cost.macs), Unit::count));
  if (cost.params > 0) {
    card.rows.emplace_back(tr("Parameters"), figure(static_cast<double>(cost.params), Unit::count));
    card.rows.emplace_back(tr("Flash"), bytes(cost.weightBytes));
  }
  card.rows.emplace_back(tr("RAM while it runs"), bytes(cost.liveBytes));
  card.rows.emplace_back(tr("Reads, writes"),
                         bytes(cost.readBytes) + QStringLiteral(", ") + bytes(cost.writtenBytes));
  if (painter_.energyByLayer()) {
    const energy::LayerEnergy& energy = painter_.data().energy.layers[layer];
    card.rows.emplace_back(tr("Latency"), figure(energy.latencyMs * 1e-3, Unit::second));
    card.rows.emplace_back(tr("Energy"), figure(energy.millijoules * 1e-3, Unit::joule));
    if (painter_.data().energy.millijoules > 0) {
      card.rows.emplace_back(
          tr("Of all"),
          figure(100 * energy.millijoules / painter_.data().energy.millijoules, Unit::percent, 2));
    }
  }
  if (layer == bottleneck()) card.note = tr("The bottleneck: no other layer takes more.");
  card_->showAt(at, card);
}

void ArchitectureView::mousePressEvent(QMouseEvent* event) {
  const int layer = layerAt(event->position());
  if (event->button() != Qt::LeftButton) return;
  if (layer >= 0) selectLayer(layer);
  if (isEnergyAt(event->position())) Q_EMIT energyClicked();
}

void ArchitectureView::selectLayer(int layer) {
  if (layer == selected_ || layer >= static_cast<int>(painter_.data().network.layers().size())) return;
  selected_ = layer;
  if (layer >= 0) {
    makeVisible(layer);
    const network::Layer& it = painter_.data().network.layers()[layer];
    setAccessibleDescription(tr("Layer %1: %2").arg(QString::fromStdString(it.name), describe(it)));
  }
  viewport()->update();
  Q_EMIT layerSelected(layer);
}

void ArchitectureView::makeVisible(int layer) {
  const QRectF box = layerBox(layer);
  auto* bar = verticalScrollBar();
  if (box.top() < painter_.headHeight()) {
    bar->setValue(bar->value() - static_cast<int>(painter_.headHeight() - box.top()) - 4);
  } else if (box.bottom() > viewport()->height()) {
    bar->setValue(bar->value() + static_cast<int>(box.bottom() - viewport()->height()) + 8);
  }
}

void ArchitectureView::wheelEvent(QWheelEvent* event) {
  if (event->modifiers().testFlag(Qt::ControlModifier)) {
    setZoom(zoom_ * std::pow(1.1, event->angleDelta().y() / 120.0));
    event->accept();
    return;
  }
  card_->hide();
  QAbstractScrollArea::wheelEvent(event);
}

void ArchitectureView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(painter_.data().network.layers().size()) - 1;
  const bool control = event->modifiers().testFlag(Qt::ControlModifier);
  switch (event->key()) {
    case Qt::Key_Down:
      if (last >= 0) selectLayer(std::min(selected_ + 1, last));
      return;
    case Qt::Key_Up:
      if (last >= 0) selectLayer(std::max(selected_ - 1, 0));
      return;
    case Qt::Key_Home:
      if (last >= 0) selectLayer(0);
      return;
    case Qt::Key_End:
      if (last >= 0) selectLayer(last);
      return;
    case Qt::Key_Plus:
      if (control) return setZoom(zoom_ * 1.1);
      break;
    case Qt::Key_Minus:
      if (control) return setZoom(zoom_ / 1.1);
      break;
    default:
      break;
  }
  QAbstractScrollArea::keyPressEvent(event);
}

void ArchitectureView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange) {
    painter_.setFont(font());
    updateScrollBars();
  }
  viewport()->update();
}

QSize ArchitectureView::pictureSize() const {
  const double width = std::max<double>(kPictureWidth, painter_.smallestWidth());
  const double height = painter_.headHeight() + painter_.rows() * painter_.rowHeight();
  return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height)) + 8};
}

void ArchitectureView::paintPicture(QCPPainter& painter, const QSize& size) {
  const Theme theme = Theme::of(this);
  painter.fillRect(QRect(QPoint(0, 0), size), theme.paper);
  painter_.paintHead(painter, theme, size.width());
  painter.translate(0, painter_.headHeight());
  painter_.paint(painter, theme, {}, size.width(), 0, painter_.rows() * painter_.rowHeight());
}

}  // namespace kinglet::widgets
