// What to measure next: the networks whose measurement would make the front's energies surer, most first.
#pragma once

#include <QWidget>
#include <vector>

#include "energy/predictor/next_measurement.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace kinglet::widgets {

class Selection;

class NextMeasurementTable : public QWidget {
  Q_OBJECT
 public:
  explicit NextMeasurementTable(Selection& selection, QWidget* parent = nullptr);  // a row selects its trial
  void setItems(std::vector<energy::WorkItem> items);
  QTableWidget* table() const { return table_; }

 Q_SIGNALS:
  void exportRequested();  // the work list, for who measures
  void importRequested();  // it comes back with figures
  void refreshRequested();

 private:
  Selection& selection_;
  std::vector<energy::WorkItem> items_;
  QTableWidget* table_;
  QLabel* words_;
  QPushButton *export_, *import_, *refresh_;
};

}  // namespace kinglet::widgets
