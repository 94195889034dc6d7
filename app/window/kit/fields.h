// Fields of the panels' forms.
#pragma once

#include <QDoubleSpinBox>
#include <QWidget>
#include <optional>

class QCheckBox;
class QFormLayout;

namespace kinglet::window {

// A number with a unit and no more digits than it needs; steps by a tenth of its size. The wheel does nothing
// unless it has the focus, so that scrolling a panel changes no limits.
class NumberField : public QDoubleSpinBox {
  Q_OBJECT
 public:
  NumberField(double least, double most, int decimals, const QString& unit, QWidget* parent = nullptr);
  QString textFromValue(double value) const override;

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

// A number that may be absent: a tick before its name.
class OptionalField : public QWidget {
  Q_OBJECT
 public:
  OptionalField(const QString& name, NumberField* field, QWidget* parent = nullptr);
  std::optional<double> value() const;
  void setValue(std::optional<double> value);  // says nothing
  void setUsual(double value);                 // what it starts at when it is ticked for the first time
  NumberField* field() const { return field_; }
  QCheckBox* tick() const { return tick_; }

 Q_SIGNALS:
  void changed();

 private:
  QCheckBox* tick_;
  NumberField* field_;
};

// A form with the panels' margins; labels at the left, wrapped when the panel is narrow.
QFormLayout* makeForm(QWidget* owner);

}  // namespace kinglet::window
