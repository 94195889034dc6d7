// The parts of a network that take the most energy, as rows: name, a bar, the figure and its share.
#pragma once

#include <QWidget>
#include <vector>

namespace kinglet::window {

struct LayerShare {
  QString name;
  double joules = 0;
};

class LayerBars : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  void setLayers(std::vector<LayerShare> layers);  // any order; drawn from the largest
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<LayerShare> layers_;
  double total_ = 0;
};

}  // namespace kinglet::window
