// How much of this computer a search may take: the same for every study, and remembered.
#pragma once

#include <QWidget>

#include "study/run/pace.h"

class QCheckBox;

namespace kinglet::window {

class NumberField;

class PaceForm : public QWidget {
  Q_OBJECT
 public:
  explicit PaceForm(QWidget* parent = nullptr);  // as it was left
  study::Pace pace() const;

 Q_SIGNALS:
  void changed();

 private:
  NumberField* share_;
  QCheckBox* pauseOnBattery_;
};

}  // namespace kinglet::window
