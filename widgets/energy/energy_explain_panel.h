// Why an energy figure is what it is: the layers that make it, the nearest measured examples, the spread of
// what the model's members say, and a warning where the network lies outside what was measured.
#pragma once

#include <QWidget>

#include "energy/energy_model.h"
#include "energy/predictor/explain.h"
#include "widgets/plot/pictured.h"

class QLabel;
class QTableWidget;

namespace kinglet::widgets {

class EnergyFigure;
class SpreadStrip;

class EnergyExplainPanel : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  explicit EnergyExplainPanel(QWidget* parent = nullptr);
  // The estimate that is shown everywhere, and what energy::explain() says of it.
  void setExplanation(const energy::EnergyEstimate& estimate, const energy::Explanation& explanation);
  void clear();
  QTableWidget* layers() const { return layers_; }
  QTableWidget* nearest() const { return nearest_; }
  QString warnings() const;
  void selectLayer(int layer);  // as chosen elsewhere; says nothing

 Q_SIGNALS:
  void layerSelected(int layer);
  void measureNextRequested();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void showNearest(int layer);
  void colourWarnings();

  energy::Explanation explanation_;
  EnergyFigure* figure_;
  SpreadStrip* spread_;
  QLabel *source_, *warnings_, *nearestTitle_, *empty_;
  QTableWidget *layers_, *nearest_;
  QWidget* content_;
};

}  // namespace kinglet::widgets
