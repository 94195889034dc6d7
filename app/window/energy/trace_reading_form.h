// What a recording of power is read as, for correction: its format, which columns hold time, current, voltage
// and power, in which units, the supply's voltage, the rate. What only the person can say is asked for beside
// its field.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "energy/trace/power_trace.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace kinglet::window {

class NumberField;
class OptionalField;

class TraceReadingForm : public QWidget {
  Q_OBJECT
 public:
  explicit TraceReadingForm(QWidget* parent = nullptr);

  // A recording that was not seen before: nothing is said of it yet.
  void forget();
  // What was worked out of the file under options(); rateHz: of the samples as they were read, 0 where they
  // were not yet.
  void show(const energy::TraceLayout& layout, double rateHz);
  const energy::TraceOptions& options() const { return options_; }

  QComboBox* format() const { return format_; }
  QComboBox* column(energy::Quantity role) const { return at(role).column; }
  QComboBox* unit(energy::Quantity role) const { return at(role).unit; }
  NumberField* volts() const { return volts_; }
  OptionalField* rate() const { return rate_; }
  QComboBox* trigger() const { return trigger_; }
  QPushButton* read() const { return read_; }
  // What is asked for beside a field; empty where nothing is.
  QString question(energy::TraceProblem::About about) const;

 Q_SIGNALS:
  void changed();  // options() are others: read the file again

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;  // Enter in the voltage's field
  void changeEvent(QEvent* event) override;

 private:
  struct Role {
    energy::Quantity quantity;
    QComboBox *column, *unit;
    QLabel* question;
  };
  Role& at(energy::Quantity role) { return roles_[static_cast<std::size_t>(role) - 1]; }
  const Role& at(energy::Quantity role) const { return roles_[static_cast<std::size_t>(role) - 1]; }
  void addRole(energy::Quantity quantity, const QString& name, const char* units, int column);
  void chooseColumn(energy::Quantity role, int index);
  void chooseUnit(energy::Quantity role);
  void fillRole(Role& role, const energy::TraceLayout& layout,
                const std::optional<energy::TraceColumn>& found);
  void ask(const energy::TraceLayout& layout);
  void takeVolts();
  void colourQuestions();
  std::string& columnOption(energy::Quantity role);
  std::string& unitOption(energy::Quantity role);

  energy::TraceOptions options_;
  std::vector<Role> roles_;  // time, current, voltage, power
  QGridLayout* grid_;
  QComboBox *format_, *trigger_;
  NumberField* volts_;
  OptionalField* rate_;
  QLabel *rateQuestion_, *triggerName_;
  QPushButton* read_;
  bool isFilling_ = false;
};

}  // namespace kinglet::window
