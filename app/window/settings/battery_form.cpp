#include "app/window/settings/battery_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include "app/window/kit/fields.h"
#include "app/window/kit/section.h"
#include "energy/battery.h"
#include "widgets/text/units.h"

namespace kinglet::window {
namespace {

// Speckhard et al. 2023: the batteries of a Pixel 4 XL, a Fitbit Versa 3 and Pixel Buds 2.
struct Known {
  const char* key;
  double joules;
};
constexpr Known kKnown[] = {{"phone", 51e3}, {"watch", 3.6e3}, {"earphones", 0.7e3}};

}  // namespace

QString batteryName(const QString& key) {
  if (key == QLatin1String("phone")) return BatteryForm::tr("phone");
  if (key == QLatin1String("watch")) return BatteryForm::tr("watch");
  if (key == QLatin1String("earphones")) return BatteryForm::tr("earphones");
  return BatteryForm::tr("own battery");
}

BatteryForm::BatteryForm(QWidget* parent)
    : QWidget(parent),
      kind_(new QComboBox),
      joules_(new NumberField(1, 1e7, 0, QStringLiteral("J"))),
      budget_(new OptionalField(tr("At most"), new NumberField(0.001, 1e5, 3, tr("% a day")))),
      words_(faintLabel({})) {
  for (const auto& [key, joules] : kKnown)
    kind_->addItem(batteryName(QLatin1String(key)), QLatin1String(key));
  kind_->addItem(batteryName(QStringLiteral("own")), QStringLiteral("own"));
  words_->setWordWrap(true);
  joules_->setToolTip(tr("Energy in the full battery. 1 mAh at 3.7 V is 13.3 J."));
  auto* form = makeForm(this);
  form->addRow(tr("Battery"), kind_);
  form->addRow(tr("Holds"), joules_);
  budget_->setUsual(10);
  budget_->setToolTip(
      tr("Most of the battery that a day of listening may take, waiting included. It is the limit on mean "
         "power in other words: the line on the plot can be dragged."));
  form->addRow(budget_);
  form->addRow(words_);

  connect(kind_, &QComboBox::activated, this, [this](int index) {
    const QSignalBlocker quiet(joules_);
    if (index < static_cast<int>(std::size(kKnown))) joules_->setValue(kKnown[index].joules);
    explain();
    Q_EMIT changed();
  });
  connect(joules_, &QDoubleSpinBox::valueChanged, this, [this] {
    kind_->setCurrentIndex(kind_->count() - 1);
    explain();
    Q_EMIT changed();
  });
  connect(budget_, &OptionalField::changed, this, &BatteryForm::budgetChanged);
  explain();
}

void BatteryForm::setBudget(std::optional<double> percent) {
  budget_->setValue(percent);
}

std::optional<double> BatteryForm::budget() const {
  return budget_->value();
}

double powerLimitOf(double percent, const widgets::BatteryUse& battery) {
  return energy::powerLimitMw(percent, {"own", "own", battery.joules, {}});
}

void BatteryForm::setBattery(const widgets::BatteryUse& battery) {
  const QSignalBlocker quiet(joules_);
  const int index = kind_->findData(battery.name);
  kind_->setCurrentIndex(index >= 0 ? index : kind_->count() - 1);
  joules_->setValue(battery.joules);
  explain();
}

widgets::BatteryUse BatteryForm::battery() const {
  widgets::BatteryUse use;
  use.name = kind_->currentData().toString();
  use.joules = joules_->value();
  return use;
}

void BatteryForm::explain() {
  words_->setText(tr("A mean power of 1 mW takes %1 of it a day.")
                      .arg(widgets::figure(battery().percentPerDay(1), widgets::Unit::percent)));
}

}  // namespace kinglet::window
