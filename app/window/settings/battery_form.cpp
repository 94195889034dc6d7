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
constexpr double kSecondsADay = 86400;

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
      rate_(new NumberField(0.001, 1000, 3, QStringLiteral("/s"))),
      sleep_(new NumberField(0, 10000, 3, QStringLiteral("mW"))),
      budget_(new OptionalField(tr("At most"), new NumberField(0.001, 1e5, 3, tr("% a day")))),
      words_(faintLabel({})) {
  for (const auto& [key, joules] : kKnown)
    kind_->addItem(batteryName(QLatin1String(key)), QLatin1String(key));
  kind_->addItem(batteryName(QStringLiteral("own")), QStringLiteral("own"));
  words_->setWordWrap(true);
  rate_->setToolTip(tr("Inferences a second while it listens. One a second is 86,400 a day."));
  sleep_->setToolTip(tr("Power drawn all the time between inferences: microphone, memory, clock."));
  auto* form = makeForm(this);
  form->addRow(tr("Battery"), kind_);
  form->addRow(tr("Holds"), joules_);
  form->addRow(tr("Inferences"), rate_);
  form->addRow(tr("Sleep power"), sleep_);
  budget_->setUsual(10);
  budget_->setToolTip(
      tr("Most of the battery that a day of listening may take, front end included. It is the limit "
         "on energy in other words: the line on the plot can be dragged."));
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
  for (auto* field : {rate_, sleep_})
    connect(field, &QDoubleSpinBox::valueChanged, this, [this] {
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

std::optional<double> energyLimitOf(double percent, const widgets::BatteryUse& battery) {
  const double limit = energy::energyLimitMj(percent, {"own", "own", battery.joules, {}},
                                             {battery.inferencesPerSecond, battery.sleepMilliwatts});
  return limit > 0 ? std::optional(limit) : std::nullopt;
}

void BatteryForm::setBattery(const widgets::BatteryUse& battery) {
  const QSignalBlocker quietJoules(joules_), quietRate(rate_), quietSleep(sleep_);
  const int index = kind_->findData(battery.name);
  kind_->setCurrentIndex(index >= 0 ? index : kind_->count() - 1);
  joules_->setValue(battery.joules);
  rate_->setValue(battery.inferencesPerSecond);
  sleep_->setValue(battery.sleepMilliwatts);
  explain();
}

widgets::BatteryUse BatteryForm::battery() const {
  widgets::BatteryUse use;
  use.name = kind_->currentData().toString();
  use.joules = joules_->value();
  use.inferencesPerSecond = rate_->value();
  use.sleepMilliwatts = sleep_->value();
  return use;
}

void BatteryForm::explain() {
  const auto use = battery();
  words_->setText(tr("%1 inferences a day; 1 mJ each would take %2 % of it.")
                      .arg(locale().toString(use.inferencesPerSecond * kSecondsADay, 'f', 0),
                           widgets::figure(use.percentPerDay(1))));
}

}  // namespace kinglet::window
