// How long a search goes on and with how many workers; may change while it runs.
#pragma once

#include <QWidget>
#include "study/settings.h"

class QSpinBox;

namespace kinglet::window {

class NumberField;
class OptionalField;

class BudgetForm : public QWidget {
  Q_OBJECT
 public:
  explicit BudgetForm(QWidget* parent = nullptr);
  void setBudget(const study::Settings& settings);  // says nothing
  void writeTo(study::Settings& settings) const;

 Q_SIGNALS:
  void changed();

 private:
  NumberField* trials_;
  OptionalField* minutes_;
  NumberField* workers_;
};

QString strategyDescription(const QString& key);  // one sentence

}  // namespace kinglet::window
