// Why the chosen candidate's energy is what it is, and what it means for a battery.
#pragma once

#include <QScrollArea>

#include "widgets/trials/trial_model.h"

class QLabel;

namespace kinglet::energy {
struct Explanation;
}
namespace kinglet::widgets {
class BatteryPanel;
class EnergyExplainPanel;
class MeanPowerPanel;
}  // namespace kinglet::widgets

namespace kinglet::window {

class EnergyController;
class FactsView;
class StudyController;

class EnergyTab : public QScrollArea {
  Q_OBJECT
 public:
  // Both must outlive the tab.
  EnergyTab(StudyController& study, EnergyController& energy, QWidget* parent = nullptr);
  void setTrial(const widgets::TrialPtr& trial);
  widgets::EnergyExplainPanel* explanation() const { return explanation_; }
  widgets::MeanPowerPanel* meanPower() const { return power_; }
  widgets::BatteryPanel* battery() const { return battery_; }

 Q_SIGNALS:
  void measureNextRequested();
  void accuracyRequested();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void refresh();  // where it is seen; a hidden one waits
  void showFacts();
  void showPower();
  void showExplanation(int trial, const energy::Explanation& explanation);
  void chooseBattery(const widgets::BatteryUse& use);

  StudyController& study_;
  EnergyController& energy_;
  widgets::EnergyExplainPanel* explanation_;
  widgets::MeanPowerPanel* power_;
  widgets::BatteryPanel* battery_;
  FactsView* facts_;
  QWidget *content_, *links_;
  QLabel *powerHeading_, *empty_;
  widgets::TrialPtr trial_;
  int explained_ = -1;  // the trial whose explanation was asked for
};

}  // namespace kinglet::window
