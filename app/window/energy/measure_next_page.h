// What to measure next, for the front of the open study: out as a work list, and back with figures.
#pragma once

#include <QWidget>

class QPushButton;

namespace kinglet::widgets {
class NextMeasurementTable;
class Selection;
}  // namespace kinglet::widgets

namespace kinglet::window {

class EnergyController;
class NoticeArea;

class MeasureNextPage : public QWidget {
  Q_OBJECT
 public:
  // Both must outlive the page.
  MeasureNextPage(EnergyController& energy, widgets::Selection& selection, QWidget* parent = nullptr);
  widgets::NextMeasurementTable* table() const { return table_; }

 private:
  void refresh();

  EnergyController& energy_;
  NoticeArea* notices_;
  widgets::NextMeasurementTable* table_;
  QPushButton* save_;
};

}  // namespace kinglet::window
