// Early stopping: the rule and what it may be told; all of it may change while a search runs.
#pragma once

#include <QWidget>

#include "train/stopping.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QSlider;

namespace kinglet::window {

class NumberField;

class StoppingForm : public QWidget {
  Q_OBJECT
 public:
  explicit StoppingForm(QWidget* parent = nullptr);
  void setStopping(const train::StoppingSettings& stopping);  // says nothing
  train::StoppingSettings stopping() const;
  void setAudit(const QString& words);  // what these settings would have saved and lost; may be empty

 Q_SIGNALS:
  void changed();

 private:
  void showFields();
  QFormLayout* form_;
  QComboBox* rule_;
  QSlider* confidence_;
  QLabel *confidenceFigure_, *words_, *audit_;
  QWidget* confidenceRow_;
  NumberField *patience_, *minimum_;
};

QString stoppingName(const QString& rule);         // "Pareto stopping"
QString stoppingDescription(const QString& rule);  // one sentence

}  // namespace kinglet::window
