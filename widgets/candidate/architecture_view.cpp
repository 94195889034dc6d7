#include "widgets/candidate/architecture_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "widgets/look/hover_card.h"
#include "widgets/text/layer_text.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {
constexpr double kLeastZoom = 0.5, kMostZoom = 2;
}  // namespace

ArchitectureView::ArchitectureView(QWidget* parent) : RowsView(painter_, parent) {
  setAccessibleName(tr("Architecture"));
  setEmptyText(
      tr("The network's layers and what each costs appear here. Select a candidate on the plot or in "
         "the table."));
  refresh();
}

void ArchitectureView::setNetwork(ArchitectureData shown) {
  painter_.setData(std::move(shown));
  selected_ = hovered_ = -1;
  hoverCard().hide();
  setAccessibleDescription(tr("Layers: %1").arg(painter_.data().network.layers().size()));
  refresh();
  verticalScrollBar()->setValue(0);
}

void ArchitectureView::clear() {
  setNetwork({});
}

void ArchitectureView::setZoom(double zoom) {
  zoom_ = std::clamp(zoom, kLeastZoom, kMostZoom);
  painter_.setZoom(zoom_);
  refresh();
}

QRectF ArchitectureView::layerBox(int layer) const {
  return painter_.layerBox(layer, contentWidth())
      .translated(-horizontalScrollBar()->value(), painter_.headHeight() - verticalScrollBar()->value());
}

int ArchitectureView::layerAt(const QPointF& point) const {
  const int layer = rowAt(point) - 1;  // below the front end
  return layer < static_cast<int>(painter_.data().network.layers().size()) ? std::max(layer, -1) : -1;
}

bool ArchitectureView::isEnergyAt(const QPointF& point) const {
  const double bottom =
      painter_.headHeight() + painter_.rows() * painter_.rowHeight() - verticalScrollBar()->value();
  return point.y() < bottom &&
         painter_.isEnergyAt(point.x() + horizontalScrollBar()->value(), contentWidth());
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
  if (layer < 0) return hoverCard().hide();
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
  hoverCard().showAt(at, card);
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
    makeVisible(layerBox(layer));
    const network::Layer& it = painter_.data().network.layers()[layer];
    setAccessibleDescription(tr("Layer %1: %2").arg(QString::fromStdString(it.name), describe(it)));
  }
  viewport()->update();
  Q_EMIT layerSelected(layer);
}

void ArchitectureView::wheelEvent(QWheelEvent* event) {
  if (event->modifiers().testFlag(Qt::ControlModifier)) {
    setZoom(zoom_ * std::pow(1.1, event->angleDelta().y() / 120.0));
    event->accept();
    return;
  }
  hoverCard().hide();
  RowsView::wheelEvent(event);
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
  RowsView::keyPressEvent(event);
}

}  // namespace kinglet::widgets
