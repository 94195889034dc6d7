// A network as a diagram, read from top to bottom: a row a layer with kind, kernel and shape, skip
// connections drawn at the left, bars of MACs and energy at the right, the bottleneck named.
#pragma once

#include <QAbstractScrollArea>
#include <vector>

#include "energy/energy_model.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "widgets/plot_export.h"

namespace kinglet::widgets {

class HoverCard;

struct ArchitectureData {
  QString title;
  network::InputSpec input;
  network::NetworkSpec network;
  network::NetworkCost cost;
  energy::EnergyEstimate energy;
};

class ArchitectureView : public QAbstractScrollArea {
  Q_OBJECT
 public:
  explicit ArchitectureView(QWidget* parent = nullptr);

  void setNetwork(ArchitectureData data);
  void clear();
  int selectedLayer() const { return selected_; }  // -1: none
  int bottleneck() const {
    return bottleneck_;
  }                           // the layer with the most energy (MACs where energy is not known)
  void setZoom(double zoom);  // 0.5 .. 2
  double zoom() const { return zoom_; }
  QRectF layerBox(int layer) const;  // in pixels of the viewport
  bool writeTo(QIODevice& device, PictureFormat format);

 public Q_SLOTS:
  void selectLayer(int layer);

 Q_SIGNALS:
  void layerSelected(int layer);

 protected:
  bool viewportEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Skip {
    int from = 0, to = 0, lane = 0;  // layers; -1 is the network's input
  };
  void layOut();
  void updateScrollBars();
  double rowHeight() const;
  int rowAt(const QPointF& viewportPoint) const;  // layer, -1 for none
  void paint(QPainter& painter, double width, double top, double bottom) const;

  ArchitectureData data_;
  std::vector<Skip> skips_;
  int lanes_ = 0, selected_ = -1, hovered_ = -1, bottleneck_ = -1;
  double zoom_ = 1;
  HoverCard* card_;
};

}  // namespace kinglet::widgets
