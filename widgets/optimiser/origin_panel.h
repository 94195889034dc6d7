// Who proposed the selected candidate and why: strategy, parents, acquisition value, the prediction against
// what came.
#pragma once

#include <QWidget>

#include "widgets/plot/pictured.h"

class QFormLayout;
class QLabel;

namespace kinglet::widgets {

class Selection;
class TrialModel;

class OriginPanel : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  // Both must outlive the panel. A click on a parent selects it.
  OriginPanel(TrialModel& model, Selection& selection, QWidget* parent = nullptr);
  QString text() const;  // all of it, plain

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();

  TrialModel& model_;
  Selection& selection_;
  QFormLayout* form_;
  QLabel *strategy_, *parents_, *acquisition_, *predicted_, *came_, *empty_;
  QWidget* facts_;
};

}  // namespace kinglet::widgets
