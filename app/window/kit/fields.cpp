#include "app/window/kit/fields.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QWheelEvent>

namespace kinglet::window {

NumberField::NumberField(double least, double most, int decimals, const QString& unit, QWidget* parent)
    : QDoubleSpinBox(parent) {
  setDecimals(decimals);
  setRange(least, most);
  if (!unit.isEmpty()) setSuffix(QChar(0x00a0) + unit);
  setStepType(decimals > 0 || most > 1000 ? QAbstractSpinBox::AdaptiveDecimalStepType
                                          : QAbstractSpinBox::DefaultStepType);
  setAlignment(Qt::AlignRight);
  setKeyboardTracking(false);
  setFocusPolicy(Qt::StrongFocus);
  setMinimumWidth(96);
}

QString NumberField::textFromValue(double value) const {
  QString text = QDoubleSpinBox::textFromValue(value);
  if (decimals() == 0 || !text.contains(locale().decimalPoint())) return text;
  while (text.endsWith(locale().zeroDigit())) text.chop(1);
  if (text.endsWith(locale().decimalPoint())) text.chop(1);
  return text;
}

void NumberField::wheelEvent(QWheelEvent* event) {
  if (hasFocus())
    QDoubleSpinBox::wheelEvent(event);
  else
    event->ignore();
}

OptionalField::OptionalField(const QString& name, NumberField* field, QWidget* parent)
    : QWidget(parent), tick_(new QCheckBox(name)), field_(field) {
  field_->setAccessibleName(name);
  field_->setEnabled(false);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(tick_, 1);
  layout->addWidget(field_);
  connect(tick_, &QCheckBox::toggled, this, [this](bool on) {
    field_->setEnabled(on);
    Q_EMIT changed();
  });
  connect(field_, &QDoubleSpinBox::valueChanged, this, &OptionalField::changed);
}

std::optional<double> OptionalField::value() const {
  return tick_->isChecked() ? std::optional(field_->value()) : std::nullopt;
}

void OptionalField::setValue(std::optional<double> value) {
  const QSignalBlocker quietTick(tick_), quietField(field_);
  tick_->setChecked(value.has_value());
  field_->setEnabled(value.has_value());
  if (value) field_->setValue(*value);
}

void OptionalField::setUsual(double value) {
  if (tick_->isChecked()) return;
  const QSignalBlocker quiet(field_);
  field_->setValue(value);
}

QFormLayout* makeForm(QWidget* owner) {
  auto* form = new QFormLayout(owner);
  form->setContentsMargins(12, 0, 12, 0);
  form->setHorizontalSpacing(12);
  form->setVerticalSpacing(8);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  return form;
}

}  // namespace kinglet::window
