// The battery that the network shall live on, and how often it listens.
#pragma once

#include <QWidget>

#include "widgets/quantity.h"

class QComboBox;
class QLabel;

namespace kinglet::window {

class NumberField;

class BatteryForm : public QWidget {
  Q_OBJECT
 public:
  explicit BatteryForm(QWidget* parent = nullptr);
  void setBattery(const widgets::BatteryUse& battery);  // says nothing
  widgets::BatteryUse battery() const;

 Q_SIGNALS:
  void changed();

 private:
  void explain();
  QComboBox* kind_;
  NumberField *joules_, *rate_, *sleep_;
  QLabel* words_;
};

// "phone", "watch", "earphones", "own" in the person's language.
QString batteryName(const QString& key);

}  // namespace kinglet::window
