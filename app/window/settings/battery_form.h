// The battery that the device shall live on while it listens.
#pragma once

#include <QWidget>
#include <optional>

#include "widgets/text/quantity.h"

class QComboBox;
class QLabel;

namespace kinglet::window {

class NumberField;
class OptionalField;

class BatteryForm : public QWidget {
  Q_OBJECT
 public:
  explicit BatteryForm(QWidget* parent = nullptr);
  void setBattery(const widgets::BatteryUse& battery);  // says nothing
  widgets::BatteryUse battery() const;
  // The most of the battery that a day of listening may take, percent: the search's limit on mean power in
  // other words.
  void setBudget(std::optional<double> percent);
  std::optional<double> budget() const;
  OptionalField* budgetField() const { return budget_; }

 Q_SIGNALS:
  void changed();
  void budgetChanged();

 private:
  void explain();
  QComboBox* kind_;
  NumberField* joules_;
  OptionalField* budget_;
  QLabel* words_;
};

// The mean power that takes `percent` of the battery a day, mW. Throws base::Error on a battery that makes no
// sense.
double powerLimitOf(double percent, const widgets::BatteryUse& battery);

// "phone", "watch", "earphones", "own" in the person's language.
QString batteryName(const QString& key);

}  // namespace kinglet::window
