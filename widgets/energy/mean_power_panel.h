// What the mean power of a listening device is made of: a line a part, with its share as a bar.
#pragma once

#include <QWidget>

#include "energy/energy_model.h"
#include "energy/listening/always_on.h"
#include "widgets/plot/pictured.h"

class QLabel;
class QTableWidget;

namespace kinglet::widgets {

class MeanPowerPanel : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  explicit MeanPowerPanel(QWidget* parent = nullptr);

  // One candidate on one device.
  struct Content {
    energy::MeanPower power;
    energy::EnergyEstimate energy;  // where the joules come from: mark, runtime
    double inferencesPerSecond = 1;
    QString device;      // "ST NUCLEO-U575ZI-Q"
    QString idleSource;  // what its idle power rests on; empty where nothing is known
  };
  void setContent(const Content& content);
  QTableWidget* parts() const { return parts_; }
  QString words() const;    // what it is told for
  QString warning() const;  // empty where the device keeps up

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void showFigure();

  Content content_;
  QLabel *figure_, *mark_, *words_, *warning_;
  QTableWidget* parts_;
};

}  // namespace kinglet::widgets
