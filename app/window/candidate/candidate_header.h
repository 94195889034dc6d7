// The head of the candidate's panel: which one it is, its state, star, note and the figures that decide.
#pragma once

#include <QWidget>
#include <vector>

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

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Cell {
    QLabel* name;
    QWidget* value;
  };
  QLabel* addFigure(const QString& name, const QString& tip);
  // As many figures beside each other as there is room for.
  void arrange();
  int columnsFor(int width) const;

  QLabel *title_, *state_, *accuracy_, *power_, *battery_, *flash_, *ram_;
  QGridLayout* grid_;
  std::vector<Cell> cells_;
  int columns_ = 0;
  QString remark_;
  QToolButton* star_;
  widgets::EnergyFigure* energy_;
  QLineEdit* note_;
};

}  // namespace kinglet::window
