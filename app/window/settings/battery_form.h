// The battery that the network shall live on, and how often it listens.
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
  // The most of the battery that a day of listening may take, percent: the search's limit on energy in other
  // words.
  void setBudget(std::optional<double> percent);
  std::optional<double> budget() const;
  OptionalField* budgetField() const { return budget_; }

 Q_SIGNALS:
  void changed();
  void budgetChanged();

 private:
  void explain();
  QComboBox* kind_;
  NumberField *joules_, *rate_, *sleep_;
  OptionalField* budget_;
  QLabel* words_;
};

// The energy of one inference that takes `percent` of the battery a day, mJ; nothing where sleep alone takes
// more. Throws base::Error on a use that makes no sense.
std::optional<double> energyLimitOf(double percent, const widgets::BatteryUse& battery);

// "phone", "watch", "earphones", "own" in the person's language.
QString batteryName(const QString& key);

}  // namespace kinglet::window
