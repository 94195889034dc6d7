#include "app/window/settings/stopping_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <cmath>

#include "app/window/kit/fields.h"
#include "app/window/kit/section.h"

namespace kinglet::window {
namespace {

constexpr int kLeastConfidence = 50, kMostConfidence = 99;

}  // namespace

QString stoppingName(const QString& rule) {
  if (rule == QLatin1String("none")) return StoppingForm::tr("None");
  if (rule == QLatin1String("median")) return StoppingForm::tr("Median");
  if (rule == QLatin1String("patience")) return StoppingForm::tr("Patience");
  if (rule == QLatin1String("curve")) return StoppingForm::tr("Learning curve");
  if (rule == QLatin1String("halving")) return StoppingForm::tr("Successive halving");
  if (rule == QLatin1String("pareto")) return StoppingForm::tr("Pareto stopping");
  return rule;
}

QString stoppingDescription(const QString& rule) {
  if (rule == QLatin1String("none")) return StoppingForm::tr("Every candidate trains to the end.");
  if (rule == QLatin1String("median"))
    return StoppingForm::tr("Stops what is worse than the median of the others at the same epoch.");
  if (rule == QLatin1String("patience"))
    return StoppingForm::tr("Stops what has not improved for a number of epochs.");
  if (rule == QLatin1String("curve"))
    return StoppingForm::tr("Extrapolates the learning curve; stops what will not come near the best.");
  if (rule == QLatin1String("halving"))
    return StoppingForm::tr("At set epochs, only the better half goes on.");
  if (rule == QLatin1String("pareto"))
    return StoppingForm::tr("Stops what can no longer reach the front at its own energy and memory.");
  return {};
}

StoppingForm::StoppingForm(QWidget* parent)
    : QWidget(parent),
      form_(makeForm(this)),
      rule_(new QComboBox),
      confidence_(new QSlider(Qt::Horizontal)),
      confidenceFigure_(new QLabel),
      words_(faintLabel({})),
      audit_(faintLabel({})),
      confidenceRow_(new QWidget),
      patience_(new NumberField(1, 100, 0, tr("epochs"))),
      minimum_(new NumberField(1, 100, 0, tr("epochs"))) {
  for (const auto& rule : train::stoppingRules()) {
    const QString key = QString::fromStdString(rule);
    rule_->addItem(stoppingName(key), key);
    rule_->setItemData(rule_->count() - 1, stoppingDescription(key), Qt::ToolTipRole);
  }
  confidence_->setRange(kLeastConfidence, kMostConfidence);
  confidence_->setAccessibleName(tr("Confidence"));
  confidence_->setToolTip(
      tr("How sure the rule must be before it stops a candidate. Lower saves more epochs and may "
         "lose a good one."));
  confidenceFigure_->setMinimumWidth(
      confidenceFigure_->fontMetrics().horizontalAdvance(QStringLiteral("99 %")));
  confidenceFigure_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* line = new QHBoxLayout(confidenceRow_);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(confidence_, 1);
  line->addWidget(confidenceFigure_);
  minimum_->setToolTip(tr("No candidate is stopped before it has trained this long."));
  patience_->setToolTip(tr("So many epochs without improvement are waited for."));
  words_->setWordWrap(true);
  form_->addRow(tr("Rule"), rule_);
  form_->addRow(words_);
  form_->addRow(tr("Confidence"), confidenceRow_);
  form_->addRow(tr("Patience"), patience_);
  form_->addRow(tr("Not before"), minimum_);
  audit_->setWordWrap(true);
  form_->addRow(audit_);
  setAudit({});

  connect(rule_, &QComboBox::activated, this, [this] {
    showFields();
    Q_EMIT changed();
  });
  connect(confidence_, &QSlider::valueChanged, this, [this] {
    showFields();
    Q_EMIT changed();
  });
  connect(patience_, &QDoubleSpinBox::valueChanged, this, &StoppingForm::changed);
  connect(minimum_, &QDoubleSpinBox::valueChanged, this, &StoppingForm::changed);
  showFields();
}

void StoppingForm::showFields() {
  const QString rule = rule_->currentData().toString();
  words_->setText(stoppingDescription(rule));
  form_->setRowVisible(confidenceRow_, rule == QLatin1String("curve") || rule == QLatin1String("pareto"));
  form_->setRowVisible(patience_, rule == QLatin1String("patience"));
  form_->setRowVisible(minimum_, rule != QLatin1String("none"));
  confidenceFigure_->setText(tr("%1 %").arg(confidence_->value()));
}

void StoppingForm::setAudit(const QString& words) {
  audit_->setText(words);
  form_->setRowVisible(audit_, !words.isEmpty());
}

void StoppingForm::setStopping(const train::StoppingSettings& stopping) {
  const QSignalBlocker quiet(this);
  rule_->setCurrentIndex(std::max(0, rule_->findData(QString::fromStdString(stopping.rule))));
  confidence_->setValue(static_cast<int>(std::lround(stopping.confidence * 100)));
  patience_->setValue(stopping.patience);
  minimum_->setValue(stopping.minimumEpochs);
  showFields();
}

train::StoppingSettings StoppingForm::stopping() const {
  train::StoppingSettings stopping;
  stopping.rule = rule_->currentData().toString().toStdString();
  stopping.confidence = confidence_->value() / 100.0;
  stopping.patience = static_cast<int>(patience_->value());
  stopping.minimumEpochs = static_cast<int>(minimum_->value());
  return stopping;
}

}  // namespace kinglet::window
