#include "app/window/candidate/energy_tab.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "app/window/kit/app_settings.h"
#include "app/window/kit/facts_view.h"
#include "app/window/kit/section.h"
#include "app/window/study/energy_controller.h"
#include "app/window/study/study_controller.h"
#include "base/error.h"
#include "energy/battery.h"
#include "study/meaning.h"
#include "widgets/energy/battery_panel.h"
#include "widgets/energy/energy_explain_panel.h"
#include "widgets/energy/mean_power_panel.h"
#include "widgets/text/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

EnergyTab::EnergyTab(StudyController& study, EnergyController& energy, QWidget* parent)
    : QScrollArea(parent),
      study_(study),
      energy_(energy),
      explanation_(new widgets::EnergyExplainPanel),
      power_(new widgets::MeanPowerPanel),
      battery_(new widgets::BatteryPanel(study.trials(), study.selection())),
      facts_(new FactsView),
      content_(new QWidget),
      links_(new QWidget),
      powerHeading_(headingLabel(tr("While it listens"), 1.0)),
      empty_(faintLabel(tr("Choose a candidate to see where its energy goes."))) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  // The panel scrolls with the tab; its tables show their first rows without scrolling.
  explanation_->layers()->setMinimumHeight(190);
  explanation_->nearest()->setMinimumHeight(110);
  auto* accuracy = new QPushButton(tr("How well is it predicted …"));
  auto* line = new QHBoxLayout(links_);
  line->setContentsMargins(8, 0, 8, 0);
  line->addWidget(accuracy);
  line->addStretch(1);
  auto* layout = new QVBoxLayout(content_);
  layout->setContentsMargins(0, 0, 0, 8);
  layout->setSpacing(4);
  layout->addWidget(explanation_);
  layout->addWidget(links_);
  powerHeading_->setContentsMargins(8, 8, 8, 0);
  layout->addWidget(powerHeading_);
  layout->addWidget(power_);
  auto* heading = headingLabel(tr("On a battery"), 1.0);
  heading->setContentsMargins(8, 8, 8, 0);
  layout->addWidget(heading);
  layout->addWidget(battery_);
  layout->addWidget(facts_);
  layout->addStretch(1);
  facts_->layout()->setContentsMargins(8, 0, 8, 0);
  auto* outer = new QWidget;
  auto* stack = new QVBoxLayout(outer);
  stack->setContentsMargins(4, 4, 4, 0);
  stack->addWidget(empty_);
  stack->addWidget(content_);
  setWidget(outer);

  connect(&energy_, &EnergyController::explained, this, &EnergyTab::showExplanation);
  connect(&energy_, &EnergyController::basisChanged, this, [this] {
    explained_ = -1;
    refresh();
  });
  connect(explanation_, &widgets::EnergyExplainPanel::measureNextRequested, this,
          &EnergyTab::measureNextRequested);
  connect(accuracy, &QPushButton::clicked, this, &EnergyTab::accuracyRequested);
  connect(battery_, &widgets::BatteryPanel::batteryChosen, this, &EnergyTab::chooseBattery);
  setTrial(nullptr);
}

void EnergyTab::setTrial(const widgets::TrialPtr& trial) {
  trial_ = trial;
  refresh();
}

void EnergyTab::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  refresh();
}

void EnergyTab::refresh() {
  content_->setVisible(trial_ != nullptr);
  empty_->setVisible(trial_ == nullptr);
  if (!trial_) {
    explained_ = -1;
    return explanation_->clear();
  }
  if (!isVisible()) return;
  showFacts();
  showPower();
  // Its energy was known before it trained and does not change with its epochs.
  if (std::exchange(explained_, trial_->number) != trial_->number) energy_.explain(trial_);
}

void EnergyTab::showFacts() {
  const auto& estimate = trial_->energy;
  std::vector<Fact> facts;
  if (std::isfinite(estimate.latencyMs))
    facts.push_back({tr("Latency"), figure(estimate.latencyMs * 1e-3, Unit::second), {}});
  if (std::isfinite(estimate.low))
    facts.push_back(
        {tr("90 % interval"),
         tr("%1 to %2")
             .arg(figure(estimate.low * 1e-3, Unit::joule), figure(estimate.high * 1e-3, Unit::joule)),
         {}});
  facts_->setFacts(facts);
  facts_->setVisible(!facts.empty());
}

void EnergyTab::showPower() {
  const bool known = std::isfinite(trial_->power.totalMw);
  powerHeading_->setVisible(known);
  power_->setVisible(known);
  if (!known) return;
  const auto& settings = study_.settings();
  widgets::MeanPowerPanel::Content content;
  content.power = trial_->power;
  content.energy = trial_->energy;
  content.inferencesPerSecond = settings.listening.inferencesPerSecond;
  try {
    content.device = QString::fromStdString(study::deviceNameOf(settings));
    const auto* profile = study::profileOf(settings);
    if (settings.listening.idlePowerMw)
      content.idleSource = tr("Idle power as stated in the study.");
    else if (profile && profile->listening)
      content.idleSource = QString::fromStdString(profile->listening->source);
  } catch (const base::Error&) {  // a device of another Kinglet: what is known is shown
  }
  power_->setContent(content);
}

void EnergyTab::showExplanation(int trial, const energy::Explanation& explanation) {
  if (trial_ && trial_->number == trial) explanation_->setExplanation(trial_->energy, explanation);
}

// The panel names batteries in the person's language; settings know them by their ids.
void EnergyTab::chooseBattery(const widgets::BatteryUse& use) {
  widgets::BatteryUse chosen = use;
  chosen.name = QStringLiteral("own");
  for (const auto& battery : energy::batteries())
    if (std::abs(battery.joules - use.joules) < 1e-9 * battery.joules)
      chosen.name = QString::fromStdString(battery.id);
  AppSettings().setBattery(chosen);
  study_.trials().setBattery(chosen);
}

}  // namespace kinglet::window
