// A model of energy learned from a table of measurements: columns mapped by the user, units stated.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "app/window/study/background.h"
#include "app/window/study/energy_basis.h"
#include "energy/predictor/measured_table.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace kinglet::window {

class NoticeArea;

class LearnEnergyPage : public QWidget {
  Q_OBJECT
 public:
  explicit LearnEnergyPage(QWidget* parent = nullptr);
  void openTable(const QString& path);  // reads its head and guesses which column is the energy
  void learn();
  void save(const QString& path);

  QComboBox* target() const { return target_; }
  QComboBox* unit() const { return unit_; }
  QComboBox* roleColumn(const QString& role) const;  // null: no such role
  NoticeArea* notices() const { return notices_; }
  const EnergyBasisPtr& learned() const { return learned_; }

 Q_SIGNALS:
  void learnedChanged();  // a model is there: show how well it does
  void saved(const QString& path);

 private:
  energy::TableOptions options() const;
  void showHead(const QStringList& columns);
  void cancel();
  void refresh();

  NoticeArea* notices_;
  QLineEdit *table_, *layers_;
  QComboBox *target_, *unit_, *method_;
  std::vector<std::pair<QString, QComboBox*>> roles_;
  QPushButton *learn_, *save_, *show_;
  QProgressBar* busy_;
  int job_ = 0;  // news of an older one is dropped
  QLabel* words_;
  EnergyBasisPtr learned_;
  Background jobs_;
};

}  // namespace kinglet::window
