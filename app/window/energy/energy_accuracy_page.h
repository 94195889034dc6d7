// The energy page: how well energies are predicted. Predicted against measured, residuals by size, errors of
// each method, and what the figures depend on.
#pragma once

#include <QWidget>

#include "app/window/study/background.h"
#include "app/window/study/energy_basis.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace kinglet::widgets {
class EnergyErrorTable;
class ImportanceBars;
class MeasuredPlot;
class ResidualPlot;
}  // namespace kinglet::widgets

namespace kinglet::window {

class EnergyController;
class NoticeArea;

class EnergyAccuracyPage : public QWidget {
  Q_OBJECT
 public:
  explicit EnergyAccuracyPage(EnergyController& energy, QWidget* parent = nullptr);
  // Another model than the study's: one from a file, or just learned. Null: the study's again.
  void showBasis(const EnergyBasisPtr& other);
  void open(const QString& path);  // a file of `kinglet energy fit`
  EnergyBasisPtr shown() const;

  widgets::MeasuredPlot* measured() const { return measured_; }
  widgets::ResidualPlot* residuals() const { return residuals_; }
  widgets::EnergyErrorTable* errors() const { return errors_; }
  widgets::ImportanceBars* importance() const { return importance_; }
  QString heading() const;

 private:
  void refresh();

  EnergyController& energy_;
  EnergyBasisPtr other_;
  QLabel *heading_, *source_, *words_;
  NoticeArea* notices_;
  widgets::MeasuredPlot* measured_;
  widgets::ResidualPlot* residuals_;
  widgets::EnergyErrorTable* errors_;
  widgets::ImportanceBars* importance_;
  QPushButton *open_, *back_;
  Background jobs_;
};

}  // namespace kinglet::window
