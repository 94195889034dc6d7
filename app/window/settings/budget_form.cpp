#include "app/window/settings/budget_form.h"

#include <QCheckBox>
#include <QFormLayout>
#include <thread>

#include "app/window/kit/fields.h"
#include "study/settings.h"

namespace kinglet::window {

QString strategyDescription(const QString& key) {
  if (key == QLatin1String("random"))
    return BudgetForm::tr("Draws candidates evenly; a yardstick for the others.");
  if (key == QLatin1String("evolution"))
    return BudgetForm::tr("Changes good candidates a little, and lets old ones die out.");
  if (key == QLatin1String("nsga2"))
    return BudgetForm::tr("A population that is sorted by fronts, with crossover.");
  if (key == QLatin1String("bayesian"))
    return BudgetForm::tr("Predicts the error, and tries where the front can be expected to gain most.");
  if (key == QLatin1String("hybrid"))
    return BudgetForm::tr(
        "Bayesian search, evolution and swarms share one history. The best choice, as a rule.");
  return {};
}

BudgetForm::BudgetForm(QWidget* parent)
    : QWidget(parent),
      trials_(new NumberField(1, 100000, 0, {})),
      minutes_(new OptionalField(tr("Time limit"), new NumberField(1, 100000, 0, tr("min")))),
      workers_(new NumberField(0, std::max(1u, std::thread::hardware_concurrency()), 0, {})) {
  minutes_->setUsual(60);
  minutes_->setToolTip(tr("The search ends after this time, whatever was reached."));
  trials_->setToolTip(tr("How many candidates are trained in all. More may be added at any time."));
  workers_->setToolTip(tr("Candidates that train at the same time; each takes one core."));
  workers_->setSpecialValueText(tr("one a core"));
  auto* form = makeForm(this);
  form->addRow(tr("Candidates"), trials_);
  form->addRow(tr("Workers"), workers_);
  form->addRow(minutes_);
  connect(trials_, &QDoubleSpinBox::valueChanged, this, &BudgetForm::changed);
  connect(workers_, &QDoubleSpinBox::valueChanged, this, &BudgetForm::changed);
  connect(minutes_, &OptionalField::changed, this, &BudgetForm::changed);
}

void BudgetForm::setBudget(const study::Settings& settings) {
  const QSignalBlocker quietTrials(trials_), quietWorkers(workers_);
  trials_->setValue(settings.trials);
  workers_->setValue(settings.workers);
  minutes_->setValue(settings.minutes > 0 ? std::optional(settings.minutes) : std::nullopt);
}

void BudgetForm::writeTo(study::Settings& settings) const {
  settings.trials = static_cast<int>(trials_->value());
  settings.workers = static_cast<int>(workers_->value());
  settings.minutes = minutes_->value().value_or(0);
}

}  // namespace kinglet::window
