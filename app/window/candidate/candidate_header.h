// The head of the candidate's panel: which one it is, its state, star, note and the figures that decide.
#pragma once

#include <QWidget>

#include "widgets/trials/trial_model.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace kinglet::widgets {
class EnergyFigure;
}

namespace kinglet::window {

class CandidateHeader : public QWidget {
  Q_OBJECT
 public:
  explicit CandidateHeader(QWidget* parent = nullptr);
  void setRemark(const QString& remark) { remark_ = remark; }  // told with the state of the next setTrial()
  void setTrial(const widgets::TrialPtr& trial, const widgets::TrialModel& model);  // null: none is chosen
  QToolButton* starButton() const { return star_; }
  QLineEdit* noteField() const { return note_; }

 Q_SIGNALS:
  void starToggled(bool starred);
  void noteEdited(const QString& note);
  void energyClicked();

 private:
  QLabel* addFigure(QGridLayout* grid, int row, int column, const QString& name, const QString& tip);

  QLabel *title_, *state_, *accuracy_, *power_, *battery_, *flash_, *ram_;
  QString remark_;
  QToolButton* star_;
  widgets::EnergyFigure* energy_;
  QLineEdit* note_;
};

}  // namespace kinglet::window
