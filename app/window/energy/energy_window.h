// energy/: the window of energy models and measurements, a page each. Calls kit/ and study/; shell/ calls it.
//
// Everything about energy that is not about one candidate: how well it is predicted, what to measure next,
// recordings of power monitors, models learned from measurements.
#pragma once

#include <QWidget>

class QTabWidget;

namespace kinglet::window {

class BoardsPage;
class EnergyAccuracyPage;
class EnergyController;
class LearnEnergyPage;
class MeasureNextPage;
class PowerTracePage;
class StudyController;

class EnergyWindow : public QWidget {
  Q_OBJECT
 public:
  // Both must outlive the window.
  EnergyWindow(StudyController& study, EnergyController& energy, QWidget* parent = nullptr);

  enum class Page { accuracy, measureNext, trace, learn, boards };
  void showPage(Page page);  // and brings the window up
  EnergyAccuracyPage* accuracy() const { return accuracy_; }
  MeasureNextPage* measureNext() const { return next_; }
  PowerTracePage* trace() const { return trace_; }
  LearnEnergyPage* learn() const { return learn_; }
  BoardsPage* boards() const { return boards_; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;  // Escape closes
  void closeEvent(QCloseEvent* event) override;   // remembers the size

 private:
  EnergyController& energy_;
  QTabWidget* tabs_;
  EnergyAccuracyPage* accuracy_;
  MeasureNextPage* next_;
  PowerTracePage* trace_;
  LearnEnergyPage* learn_;
  BoardsPage* boards_;
};

}  // namespace kinglet::window
