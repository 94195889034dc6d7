// Where a candidate's energy goes, and where the figure comes from.
#pragma once

#include <QScrollArea>

#include "widgets/trial_model.h"

class QLabel;

namespace kinglet::widgets {
class EnergyFigure;
}

namespace kinglet::window {

class FactsView;
class LayerBars;
class StudyController;

class EnergyTab : public QScrollArea {
  Q_OBJECT
 public:
  explicit EnergyTab(StudyController& study, QWidget* parent = nullptr);
  void setTrial(const widgets::TrialPtr& trial);

 private:
  StudyController& study_;
  QWidget* content_;
  widgets::EnergyFigure* energy_;
  QLabel *source_, *empty_;
  FactsView* facts_;
  LayerBars* layers_;
};

}  // namespace kinglet::window
