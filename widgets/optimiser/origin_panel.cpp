#include "widgets/optimiser/origin_panel.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <cmath>

#include "search/origin.h"
#include "study/trial.h"
#include "widgets/look/theme.h"
#include "widgets/text/strategy_text.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {

OriginPanel::OriginPanel(TrialModel& model, Selection& selection, QWidget* parent)
    : QWidget(parent),
      PicturedWidget(static_cast<QWidget&>(*this)),
      model_(model),
      selection_(selection),
      facts_(new QWidget(this)) {
  form_ = new QFormLayout(facts_);
  form_->setContentsMargins(0, 0, 0, 0);
  form_->setHorizontalSpacing(16);
  form_->setVerticalSpacing(8);
  const auto row = [this](const QString& name) {
    auto* label = new QLabel(facts_);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    form_->addRow(name, label);
    return label;
  };
  strategy_ = row(tr("Proposed by"));
  parents_ = row(tr("Parents"));
  acquisition_ = row(tr("Expected gain"));
  predicted_ = row(tr("Predicted error"));
  came_ = row(tr("What came"));
  acquisition_->setToolTip(
      tr("The hypervolume that the strategy expected this candidate to add, before it was trained"));
  empty_ = new QLabel(tr("Select a candidate to see who proposed it and why."), this);
  empty_->setWordWrap(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->addWidget(empty_);
  layout->addWidget(facts_);
  layout->addStretch(1);
  setAccessibleName(tr("Origin of the candidate"));
  connect(parents_, &QLabel::linkActivated, &selection_,
          [this](const QString& link) { selection_.select(link.toInt()); });
  connect(parents_, &QLabel::linkHovered, &selection_,
          [this](const QString& link) { selection_.hover(link.isEmpty() ? -1 : link.toInt()); });
  connect(&selection_, &Selection::currentChanged, this, &OriginPanel::refresh);
  connect(&model_, &TrialModel::trialsChanged, this, &OriginPanel::refresh);
  refresh();
}

void OriginPanel::refresh() {
  const TrialPtr trial = model_.find(selection_.current());
  facts_->setVisible(trial != nullptr);
  empty_->setVisible(trial == nullptr);
  if (!trial) return;
  const search::Origin& origin = trial->origin;
  strategy_->setText(!trial->baseline.empty()  ? tr("nobody: it is a baseline")
                     : origin.strategy.empty() ? tr("not recorded")
                                               : strategyName(origin.strategy));
  QStringList parents;
  const QString ink = readable(palette().color(QPalette::Link), palette().color(QPalette::Window)).name();
  for (const int parent : origin.parents) {
    parents << QStringLiteral("<a href=\"%1\" style=\"color:%2\">%1</a>").arg(parent).arg(ink);
  }
  parents_->setText(parents.isEmpty() ? tr("none") : parents.join(", "));
  acquisition_->setText(figure(origin.acquisition));
  const double error = valueOf(*trial, Quantity::error, {});
  if (std::isfinite(origin.predictedError)) {
    predicted_->setText(std::isfinite(origin.predictedDeviation)
                            ? tr("%1 ± %2 (one standard deviation)")
                                  .arg(figure(origin.predictedError, Unit::percent),
                                       figure(origin.predictedDeviation, Unit::percent, 2))
                            : figure(origin.predictedError, Unit::percent));
  } else {
    predicted_->setText(tr("none: this strategy does not predict"));
  }
  QString came = std::isfinite(error) ? figure(error, Unit::percent) : tr("not known yet");
  if (std::isfinite(error) && std::isfinite(origin.predictedError) && origin.predictedDeviation > 0) {
    const double away = (error - origin.predictedError) / origin.predictedDeviation;
    came = away < 0 ? tr("%1, better by %2 standard deviations").arg(came, figure(-away, 2))
                    : tr("%1, worse by %2 standard deviations").arg(came, figure(away, 2));
  }
  if (trial->state == study::TrialState::stoppedEarly) came += tr(" (stopped early)");
  came_->setText(came);
}

QString OriginPanel::text() const {
  QStringList lines;
  for (const QLabel* label : {strategy_, parents_, acquisition_, predicted_, came_}) {
    const auto* name = qobject_cast<const QLabel*>(form_->labelForField(const_cast<QLabel*>(label)));
    QString words = label->text();
    words.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    lines << name->text() + ": " + words;
  }
  return lines.join('\n');
}

void OriginPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) refresh();
}

}  // namespace kinglet::widgets
