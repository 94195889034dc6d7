// What the selected candidate means for a battery that listens all day: phone, watch, earphones, the person's
// own.
#pragma once

#include <QWidget>
#include <vector>

#include "widgets/plot/pictured.h"
#include "widgets/text/quantity.h"

namespace kinglet::widgets {

class Selection;
class TrialModel;

// A row a battery: the share a day as a bar, and the life on one charge. They live on the candidate's mean
// power; that of TrialModel::battery() is marked, a click on a row asks for it.
class BatteryPanel : public QWidget, public PicturedWidget {
  Q_OBJECT
 public:
  // Both must outlive the panel.
  BatteryPanel(TrialModel& model, Selection& selection, QWidget* parent = nullptr);

  struct Row {
    BatteryUse use;
    double percentPerDay = 0, hours = 0;  // NaN without a candidate
    bool chosen = false;
  };
  std::vector<Row> rows() const;
  QRectF rowBox(int row) const;  // in widget pixels
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {260, sizeHint().height()}; }

 Q_SIGNALS:
  void batteryChosen(const kinglet::widgets::BatteryUse& use);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  TrialModel& model_;
  Selection& selection_;
};

}  // namespace kinglet::widgets
