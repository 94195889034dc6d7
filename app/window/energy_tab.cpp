#include "app/window/energy_tab.h"

#include <QLabel>
#include <QVBoxLayout>
#include <cmath>

#include "app/window/battery_form.h"
#include "app/window/facts_view.h"
#include "app/window/layer_bars.h"
#include "app/window/section.h"
#include "app/window/study_controller.h"
#include "widgets/energy_figure.h"
#include "widgets/provenance.h"
#include "widgets/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

EnergyTab::EnergyTab(StudyController& study, QWidget* parent)
    : QScrollArea(parent),
      study_(study),
      content_(new QWidget),
      energy_(new widgets::EnergyFigure),
      source_(faintLabel({})),
      empty_(faintLabel(tr("Choose a candidate to see where its energy goes."))),
      facts_(new FactsView),
      layers_(new LayerBars) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  source_->setWordWrap(true);
  source_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  empty_->setAlignment(Qt::AlignCenter);
  auto* outer = new QWidget;
  auto* stack = new QVBoxLayout(outer);
  stack->addWidget(empty_);
  stack->addWidget(content_);
  auto* layout = new QVBoxLayout(content_);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(energy_, 0, Qt::AlignLeft);
  layout->addWidget(source_);
  layout->addSpacing(4);
  layout->addWidget(facts_);
  layout->addSpacing(8);
  layout->addWidget(headingLabel(tr("Where it goes"), 1.0));
  layout->addWidget(layers_);
  layout->addStretch(1);
  facts_->layout()->setContentsMargins(0, 0, 0, 0);
  setWidget(outer);
  setTrial(nullptr);
}

void EnergyTab::setTrial(const widgets::TrialPtr& trial) {
  content_->setVisible(trial != nullptr);
  empty_->setVisible(trial == nullptr);
  if (!trial) return;
  const auto& estimate = trial->energy;
  energy_->setEstimate(estimate);
  source_->setText(QString::fromStdString(estimate.source));
  const auto& battery = study_.trials().battery();
  const double hours = battery.hours(estimate.millijoules);
  std::vector<Fact> facts;
  if (std::isfinite(estimate.latencyMs))
    facts.push_back({tr("Latency"), figure(estimate.latencyMs * 1e-3, Unit::second), {}});
  if (std::isfinite(estimate.low))
    facts.push_back(
        {tr("90 % interval"),
         tr("%1 to %2")
             .arg(figure(estimate.low * 1e-3, Unit::joule), figure(estimate.high * 1e-3, Unit::joule)),
         {}});
  facts.push_back({tr("Of the battery (%1)").arg(batteryName(battery.name)),
                   tr("%1 a day").arg(figure(battery.percentPerDay(estimate.millijoules), Unit::percent)),
                   {}});
  facts.push_back(
      {tr("Until it is empty"),
       std::isfinite(hours) ? tr("%1 days").arg(figure(hours / 24)) : tr("never: nothing is drawn"),
       {}});
  facts_->setFacts(facts);

  std::vector<LayerShare> shares{{tr("Front end"), estimate.frontEndMillijoules * 1e-3}};
  const auto& layers = trial->candidate.network.layers();
  for (std::size_t i = 0; i < std::min(layers.size(), estimate.layers.size()); ++i)
    if (estimate.layers[i].millijoules > 0)
      shares.push_back({QString::fromStdString(layers[i].name), estimate.layers[i].millijoules * 1e-3});
  layers_->setLayers(std::move(shares));
}

}  // namespace kinglet::window
