// energy/: energies, their sources and errors, measurements, batteries. Calls text/, look/, plot/ and
// trials/.
//
// One energy figure with its mark, as a link: clicked (or Space) asks for the explanation.
#pragma once

#include <QAbstractButton>

#include "energy/energy_model.h"

namespace kinglet::widgets {

class EnergyFigure : public QAbstractButton {
  Q_OBJECT
 public:
  explicit EnergyFigure(QWidget* parent = nullptr);
  void setEstimate(const energy::EnergyEstimate& estimate);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;  // without the interval, which is then cut with a sign

 protected:
  void paintEvent(QPaintEvent* event) override;

  bool event(QEvent* event) override;

 private:
  QSize sizeOf(const QString& text) const;
  QString shortText() const;

  energy::EnergyEstimate estimate_;
};

}  // namespace kinglet::widgets
