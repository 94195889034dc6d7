// candidate/: one network: its layers, curves, confusions and what it hears. Calls text/, look/, plot/ and
// trials/.
//
// A network as a diagram, read from top to bottom: a row a layer with kind, kernel and shape, skip
// connections drawn at the left, bars of MACs and energy at the right, the bottleneck named.
#pragma once

#include "widgets/candidate/architecture_painter.h"
#include "widgets/plot/rows_view.h"

namespace kinglet::widgets {

class ArchitectureView : public RowsView {
  Q_OBJECT
 public:
  explicit ArchitectureView(QWidget* parent = nullptr);

  void setNetwork(ArchitectureData shown);
  void clear();
  int selectedLayer() const { return selected_; }  // -1: none
  // The layer with the most energy (the most MACs where energy by layer is not known),
  // ArchitecturePainter::kFrontEnd where that takes more, kNone without a network.
  int bottleneck() const { return painter_.bottleneck(); }
  void setZoom(double zoom);  // 0.5 .. 2
  double zoom() const { return zoom_; }
  QRectF layerBox(int layer) const;  // in pixels of the viewport

 public Q_SLOTS:
  void selectLayer(int layer);

 Q_SIGNALS:
  void layerSelected(int layer);
  void energyClicked();  // a figure of energy should be explained

 protected:
  void unhover() override { hoverLayer(-1, {}); }
  RowsPainter::Look look() const override { return {selected_, hovered_}; }
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  int layerAt(const QPointF& viewportPoint) const;  // -1 for none
  bool isEnergyAt(const QPointF& viewportPoint) const;
  void hoverLayer(int layer, const QPointF& at);

  ArchitecturePainter painter_;
  int selected_ = -1, hovered_ = -1;
  double zoom_ = 1;
};

}  // namespace kinglet::widgets
