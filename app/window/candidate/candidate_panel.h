// candidate/: all about the candidate that is selected, a tab each. Calls kit/ and study/; workbench/ and
// shell/ call it.
//
// The right side of the workbench: all about the one candidate that is chosen.
#pragma once

#include <QWidget>

#include "widgets/trials/trial_model.h"

class QTabWidget;

namespace kinglet::widgets {
class ArchitectureView;
class LearningCurves;
}  // namespace kinglet::widgets

namespace kinglet::window {

class CandidateHeader;
class Edits;
class EnergyController;
class EditController;
class EditTab;
class EnergyTab;
class TrainingTab;
class SoundsController;
class SoundsTab;
class StudyController;
class TestFoldTab;

class CandidatePanel : public QWidget {
  Q_OBJECT
 public:
  // All must outlive the panel.
  CandidatePanel(StudyController& study, Edits& edits, SoundsController& sounds, EnergyController& energy,
                 EditController& editor, QWidget* parent = nullptr);

  enum Tab { kArchitecture, kEdit, kCurves, kSounds, kEnergy, kTest, kFinal };
  void showTab(Tab tab);
  QTabWidget* tabs() const { return tabs_; }
  CandidateHeader* header() const { return header_; }
  widgets::LearningCurves* curves() const { return curves_; }
  SoundsTab* soundsTab() const { return soundsTab_; }
  TestFoldTab* testFoldTab() const { return testFoldTab_; }
  TrainingTab* trainingTab() const { return trainingTab_; }
  EditTab* editTab() const { return editTab_; }
  EnergyTab* energyTab() const { return energyTab_; }
  widgets::ArchitectureView* architecture() const { return architecture_; }
  QSize sizeHint() const override { return {384, 600}; }

 private:
  QWidget* makeCurves();
  void follow();
  QString trainingRemark(int trial) const;

  StudyController& study_;
  CandidateHeader* header_;
  QTabWidget* tabs_;
  widgets::ArchitectureView* architecture_;
  widgets::LearningCurves* curves_;
  SoundsTab* soundsTab_;
  EnergyTab* energyTab_;
  TestFoldTab* testFoldTab_;
  TrainingTab* trainingTab_;
  EditTab* editTab_;
  widgets::TrialPtr shown_;
};

}  // namespace kinglet::window
